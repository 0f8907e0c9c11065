import {
  answeringOf,
  type Control,
  controlKinds,
  type Form,
  fits,
  isAnswered,
  isAttributeControl,
} from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import {
  Button,
  KeyValue,
  Notice,
  RadioList,
  Row,
  Stack,
  Switch,
  Tag,
  Text,
  TextArea,
  TextInput,
} from '@zmht/shared/ui'
import type { BuilderAction, ControlChange } from './builder-state'
import { controlWords } from './palette'
import { RuleEditor } from './RuleEditor'

/** The properties of one control, each said as what the resident will meet. */
export function ControlPanel({
  knowledge,
  form,
  control,
  problems,
  dispatch,
  onRemove,
}: {
  readonly knowledge: Knowledge
  readonly form: Form
  readonly control: Control
  readonly problems: readonly string[]
  readonly dispatch: (action: BuilderAction) => void
  readonly onRemove: () => void
}) {
  const change = (next: ControlChange) => dispatch({ do: 'changeControl', id: control.id, change: next })
  const words = !isAnswered(control.kind) || control.kind === 'consent'
  // Here it is plain which control is meant.
  const shown = problems.map((problem) => problem.replace(/^控件“.*?”：/, ''))
  return (
    <Stack gap={4}>
      {words ? null : <Records knowledge={knowledge} form={form} control={control} />}
      {shown.length > 0 ? (
        <Notice tone="danger">
          <Stack gap={1}>
            {shown.map((problem) => (
              <Text key={problem}>{problem}</Text>
            ))}
          </Stack>
        </Notice>
      ) : null}
      <TextInput
        label={words ? '标题' : '问题'}
        optional={control.kind === 'explanation'}
        maxLength={40}
        value={control.label}
        onChange={(label) => change({ label })}
      />
      {words ? (
        <TextArea
          label={control.kind === 'consent' ? '请居民同意的内容' : '说明的内容'}
          maxLength={1000}
          value={control.text ?? ''}
          onChange={(text) => change({ text })}
        />
      ) : (
        <TextInput
          label="提示"
          optional
          hint="写在问题下面的小字，帮居民填对"
          maxLength={80}
          value={control.hint ?? ''}
          onChange={(hint) => change({ hint })}
        />
      )}
      <KindChoice knowledge={knowledge} control={control} onChange={(kind) => change({ kind })} />
      {!isAnswered(control.kind) || control.kind === 'computed' ? null : (
        <Switch
          label={control.kind === 'consent' ? '不同意就不能提交' : '必须填写'}
          on={control.required}
          onChange={(required) => change({ required })}
        />
      )}
      <RuleEditor
        label="什么时候显示"
        always="一直显示"
        knowledge={knowledge}
        form={form}
        control={control}
        rule={control.showWhen}
        onChange={(showWhen) => change({ showWhen })}
      />
      <Button variant="text-danger" icon="trash" onPress={onRemove}>
        从表单移除
      </Button>
    </Stack>
  )
}

/** Where the answer goes: into the city's knowledge, not into a column of this form. */
function Records({
  knowledge,
  form,
  control,
}: {
  readonly knowledge: Knowledge
  readonly form: Form
  readonly control: Control
}) {
  const { binding } = control
  const subject = form.subjects.find((one) => one.key === binding?.subject)
  const what = isAttributeControl(control) ? knowledge.attribute(control.binding.attribute) : undefined
  const relation = binding && 'relation' in binding ? knowledge.relationType(binding.relation) : undefined
  const sensitivity = what?.sensitivity ?? relation?.sensitivity
  return (
    <Stack gap={2}>
      <KeyValue
        rows={[
          { key: '记到谁名下', value: subject?.name ?? '还没有选' },
          { key: '记作', value: what?.name ?? relation?.name ?? '还没有选' },
        ]}
      />
      <Row gap={2} wrap>
        <Tag>{controlWords[control.kind]}</Tag>
        {sensitivity === 'sensitive' ? (
          <Tag tone="amber">敏感信息，查看要写理由</Tag>
        ) : sensitivity === 'personal' ? (
          <Tag>个人信息</Tag>
        ) : null}
      </Row>
      <Text size="small" tone="quiet">
        居民以前填过的会自动填好，只需确认。
      </Text>
    </Stack>
  )
}

/** Texts may be asked for on one line or several; everything else has one fitting way. */
function KindChoice({
  knowledge,
  control,
  onChange,
}: {
  readonly knowledge: Knowledge
  readonly control: Control
  readonly onChange: (kind: Control['kind']) => void
}) {
  const what = answeringOf(knowledge, control)
  const kinds =
    what && control.kind !== 'name' ? controlKinds.filter((kind) => kind !== 'name' && fits(kind, what)) : []
  if (kinds.length < 2) return null
  return (
    <RadioList<Control['kind']>
      label="怎样填"
      inline
      options={kinds.map((kind) => ({ value: kind, label: controlWords[kind] }))}
      value={control.kind}
      onChange={onChange}
    />
  )
}
