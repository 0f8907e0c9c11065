import { answeringOf, type Control, controlKinds, type Form, fits, isAnswered } from '@zmht/shared/controls'
import { isComputed, type Knowledge } from '@zmht/shared/knowledge'
import { Button, Notice, RadioList, Stack, Text, TextArea, TextInput } from '@zmht/shared/ui'
import type { ControlChange, FormAction } from './builder-state'
import { ComputeEditor } from './ComputeEditor'
import { ConstraintsEditor } from './ConstraintsEditor'
import { controlWords } from './control-words'
import { MatrixEditor } from './MatrixEditor'
import { OfferEditor } from './OfferEditor'
import { OwnAnswerEditor } from './OwnAnswerEditor'
import { ownOf } from './own-kinds'
import { Records } from './Records'
import { RequiredField } from './RequiredField'
import { RuleEditor } from './RuleEditor'
import { WithinField } from './WithinField'

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
  readonly dispatch: (action: FormAction) => void
  readonly onRemove: () => void
}) {
  const change = (next: ControlChange, typing?: string) =>
    dispatch({ do: 'changeControl', id: control.id, change: next, typing })
  const of = { knowledge, form, control }
  const read = !isAnswered(control.kind) || control.kind === 'consent'
  const matrix = form.controls.find((one) => one.id === control.within && one.kind === 'matrix')
  const own = ownOf(control)
  const isAsked = isAnswered(control.kind) && control.kind !== 'computed'
  // Here it is plain which control is meant.
  const shown = problems.map((problem) => problem.replace(/^控件“.*?”：/, ''))
  return (
    <Stack gap={4}>
      {read ? null : <Records {...of} />}
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
        label={read ? '标题' : '问题'}
        optional={control.kind === 'explanation'}
        maxLength={40}
        value={control.label}
        onChange={(label) => change({ label })}
      />
      {control.kind === 'consent' || control.kind === 'explanation' ? (
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
          hint="写在下面的小字，帮人填对"
          maxLength={80}
          value={control.hint ?? ''}
          onChange={(hint) => change({ hint })}
        />
      )}
      {control.kind === 'matrix' ? <MatrixEditor form={form} matrix={control} dispatch={dispatch} /> : null}
      {matrix ? (
        <Text size="small" tone="quiet">{`怎样回答在“${matrix.label}”里改，每一行都一样。`}</Text>
      ) : own ? (
        <OwnAnswerEditor control={control} own={own} onChange={change} />
      ) : (
        <KindChoice knowledge={knowledge} control={control} onChange={(kind) => change({ kind, compute: null })} />
      )}
      {control.kind === 'computed' ? computedBy(of, change) : null}
      {isAsked ? <RequiredField {...of} onChange={change} /> : null}
      <WithinField form={form} control={control} dispatch={dispatch} />
      <RuleEditor
        {...of}
        label="什么时候显示"
        always="一直显示"
        rule={control.showWhen}
        onChange={(showWhen, typing) => change({ showWhen }, typing ? 'showWhen' : undefined)}
      />
      {isAsked && control.kind !== 'consent' ? (
        <>
          <ConstraintsEditor {...of} onChange={change} />
          <OfferEditor {...of} onChange={change} />
        </>
      ) : null}
      <Button variant="text-danger" icon="trash" onPress={onRemove}>
        从表单移除
      </Button>
    </Stack>
  )
}

/** What the system computes by itself needs no rule. */
function computedBy(
  of: { readonly knowledge: Knowledge; readonly form: Form; readonly control: Control },
  change: (next: ControlChange, typing?: string) => void,
) {
  const { binding } = of.control
  const itself = binding && 'attribute' in binding && isComputed(binding.attribute)
  if (itself && of.control.compute === undefined) {
    return <Text tone="quiet">由系统从别的资料算出，不用填。</Text>
  }
  return <ComputeEditor {...of} onChange={change} />
}

/** Texts may be asked for on one line or several, anything but files may be computed; everything else has one fitting way. */
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
  const { binding } = control
  const itself = binding && 'attribute' in binding && isComputed(binding.attribute)
  const computable = what && ['number', 'money', 'text', 'date'].includes(what.value.type)
  const kinds =
    what && what.value.type !== 'name' && !itself
      ? controlKinds.filter(
          (kind) =>
            kind !== 'name' && fits(kind, what) && (kind !== 'computed' || computable || control.kind === 'computed'),
        )
      : []
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
