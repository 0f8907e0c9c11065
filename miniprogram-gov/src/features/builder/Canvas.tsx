import type { Control, Form, Subject } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import { procedureNames, serviceCategories } from '@zmht/shared/rules'
import { Box, Button, Icon, Pressable, Row, Section, Stack, Tag, Text } from '@zmht/shared/ui'
import { MovableRow } from './MovableRow'
import { controlWords } from './palette'
import { sayRule } from './rule'
import type { Selection } from './selection'
import type { ServiceDraft, ServiceProblem } from './service-draft'
import { originWords } from './subjects'

/** The form as it is put together: its card, whom it is about, its controls in order, each with what is wrong with it. */
export function Canvas({
  knowledge,
  draft,
  problems,
  selected,
  onSelect,
  onMove,
}: {
  readonly knowledge: Knowledge
  readonly draft: ServiceDraft
  readonly problems: readonly ServiceProblem[]
  readonly selected: Selection | undefined
  readonly onSelect: (selection: Selection) => void
  readonly onMove: (id: string, to: number) => void
}) {
  const { form } = draft
  const basics = problems.filter((problem) => problem.basic !== undefined)
  return (
    <Stack gap={6}>
      <Section title="基本信息">
        <Pressable
          className={selected?.at === 'basics' ? 'g-block g-block--on' : 'g-block'}
          onPress={() => onSelect({ at: 'basics' })}
        >
          <Text size="large" strong tone={draft.title ? 'ink' : 'quiet'}>
            {draft.title || '还没有名称'}
          </Text>
          {draft.summary ? <Text tone="quiet">{draft.summary}</Text> : null}
          <Text size="small" tone="quiet">
            {`${serviceCategories[draft.category]} · ${procedureNames[draft.procedure]}`}
            {Number.isNaN(draft.promisedDays) ? '' : ` · ${draft.promisedDays} 个工作日内办结`}
          </Text>
          <Problems problems={basics} />
        </Pressable>
      </Section>
      <Section
        title="这张表关于谁"
        action={
          <Button variant="text" icon="plus" onPress={() => onSelect({ at: 'new-subject' })}>
            添加
          </Button>
        }
      >
        <Box className="g-subjects">
          {form.subjects.map((subject) => (
            <SubjectChip
              key={subject.key}
              knowledge={knowledge}
              form={form}
              subject={subject}
              on={selected?.at === 'subject' && selected.key === subject.key}
              wrong={problems.some((problem) => problem.subject === subject.key)}
              onPress={() => onSelect({ at: 'subject', key: subject.key })}
            />
          ))}
        </Box>
        <Problems problems={problems.filter((problem) => problem.subject !== undefined)} />
      </Section>
      <Section title="填写内容">
        <Problems
          problems={problems.filter(
            (one) => one.basic === undefined && one.subject === undefined && one.control === undefined,
          )}
        />
        {form.controls.length === 0 ? (
          <Text tone="quiet">还没有内容。从“添加内容”里选要问的事。</Text>
        ) : (
          <Box as="ol" role="list" label="填写内容" className="g-canvas">
            {form.controls.map((control, index) => (
              <MovableRow key={control.id} index={index} onDrop={(id) => onMove(id, index)} id={control.id}>
                <ControlRow
                  knowledge={knowledge}
                  form={form}
                  control={control}
                  index={index}
                  on={selected?.at === 'control' && selected.id === control.id}
                  problems={problems.filter((problem) => problem.control === control.id)}
                  onPress={() => onSelect({ at: 'control', id: control.id })}
                  onMove={(to) => onMove(control.id, to)}
                />
              </MovableRow>
            ))}
          </Box>
        )}
      </Section>
    </Stack>
  )
}

function SubjectChip({
  knowledge,
  form,
  subject,
  on,
  wrong,
  onPress,
}: {
  readonly knowledge: Knowledge
  readonly form: Form
  readonly subject: Subject
  readonly on: boolean
  readonly wrong: boolean
  readonly onPress: () => void
}) {
  return (
    <Pressable className={on ? 'g-block g-block--small g-block--on' : 'g-block g-block--small'} onPress={onPress}>
      <Row gap={2}>
        <Text inline strong tone={wrong ? 'danger' : 'ink'}>
          {subject.name || '还没有名称'}
        </Text>
        {subject.many ? <Tag>可多位</Tag> : null}
      </Row>
      <Text size="small" tone="quiet">
        {originWords(knowledge, form, subject)}
      </Text>
    </Pressable>
  )
}

function ControlRow({
  knowledge,
  form,
  control,
  index,
  on,
  problems,
  onPress,
  onMove,
}: {
  readonly knowledge: Knowledge
  readonly form: Form
  readonly control: Control
  readonly index: number
  readonly on: boolean
  readonly problems: readonly ServiceProblem[]
  readonly onPress: () => void
  readonly onMove: (to: number) => void
}) {
  const name = control.label || controlWords[control.kind]
  const subject = form.subjects.find((one) => one.key === control.binding?.subject)
  const condition = control.showWhen === undefined ? undefined : `${sayRule(knowledge, form, control.showWhen)}时才显示`
  return (
    <Box className={on ? 'g-row g-row--on' : 'g-row'}>
      <Pressable className="g-row__main" pressed={on} onPress={onPress}>
        <Row gap={2} wrap>
          <Text inline strong>
            {name}
          </Text>
          {control.required ? <Tag>必填</Tag> : null}
        </Row>
        <Text size="small" tone="quiet">
          {subject ? `${subject.name} · ${controlWords[control.kind]}` : controlWords[control.kind]}
        </Text>
        {condition ? (
          <Text size="small" tone="accent">
            {condition}
          </Text>
        ) : null}
        <Problems problems={problems} />
      </Pressable>
      <Box className="g-row__moves">
        <Pressable
          className="g-row__move"
          label={`上移${name}`}
          disabled={index === 0}
          onPress={() => onMove(index - 1)}
        >
          <Icon name="up" />
        </Pressable>
        <Pressable
          className="g-row__move"
          label={`下移${name}`}
          disabled={index === form.controls.length - 1}
          onPress={() => onMove(index + 1)}
        >
          <Icon name="down" />
        </Pressable>
      </Box>
    </Box>
  )
}

function Problems({ problems }: { readonly problems: readonly ServiceProblem[] }) {
  return (
    <>
      {problems.map((problem) => (
        <Box key={problem.message} className="g-problem">
          <Icon name="alert" />
          <Text inline size="small" tone="danger">
            {problem.message}
          </Text>
        </Box>
      ))}
    </>
  )
}
