import { entityKinds, type Knowledge } from '@zmht/shared/knowledge'
import { Checkbox, Row, Select, Stack, TextInput } from '@zmht/shared/ui'
import { AnswerFields } from './AnswerFields'
import { answerKinds, mayBeMany } from './answer'
import { type AttributeForm, codeOf } from './draft'
import { FreshFields } from './FreshFields'
import { kindNames } from './names'
import { OptionFields } from './OptionFields'
import { ProseFields } from './ProseFields'
import { SensitivityField } from './SensitivityField'

/** A new attribute. */
export function AdditionEditor({
  before,
  form,
  onChange,
}: {
  readonly before: Knowledge
  readonly form: AttributeForm
  readonly onChange: (form: AttributeForm) => void
}) {
  const set = (part: Partial<AttributeForm>) => onChange({ ...form, ...part })
  const { kind } = form.answer
  return (
    <Stack gap={4}>
      <Select
        label="说的是谁或什么"
        options={[
          ...entityKinds.map((one) => ({ value: one as string, label: kindNames[one] })), // a kind is a string
          ...before.relationTypes.map((one) => ({
            value: one.code,
            label: `关系“${one.name}”（${kindNames[one.from]} → ${kindNames[one.to]}）`,
          })),
        ]}
        value={form.of === '' ? undefined : form.of}
        onChange={(of) => set({ of: of ?? '' })}
      />
      <TextInput
        label="名称"
        hint="表单上看到的叫法，不超过 12 个字"
        value={form.name}
        onChange={(name) => set({ name })}
        maxLength={12}
      />
      <Row gap={4} top className="g-pair">
        <TextInput
          label="英文名"
          hint="小写，如 date of birth"
          value={form.english}
          onChange={(english) => set({ english })}
          maxLength={80}
        />
        <TextInput label="编号" optional {...codeWords(before, form)} onChange={(property) => set({ property })} />
      </Row>
      <AnswerFields answer={form.answer} kinds={answerKinds} onChange={(answer) => set({ answer })} />
      {kind === 'code' ? <OptionFields knowledge={before} form={form} onChange={set} /> : null}
      {mayBeMany(kind) ? (
        <Checkbox
          label={kind === 'code' ? '可以选多项' : '可以有多个'}
          checked={form.many}
          onChange={(many) => set({ many })}
        />
      ) : null}
      <SensitivityField value={form.sensitivity} onChange={(sensitivity) => set({ sensitivity })} />
      <FreshFields value={form.fresh} onChange={(fresh) => set({ fresh })} />
      <ProseFields form={form} onChange={set} />
    </Stack>
  )
}

/** The code as it would be, and whether it is free. */
function codeWords(before: Knowledge, form: AttributeForm) {
  const code = codeOf(before, form)
  const [, property = ''] = code.split('.')
  const taken = before.attribute(code)
  return {
    value: form.property,
    maxLength: 30,
    placeholder: property,
    hint: form.of === '' || property === '' ? '由英文名得出，也可以自己写' : `完整编号 ${code}，发布后不能再改`,
    error: taken === undefined ? undefined : `“${taken.name}”已用了这个编号，请换一个`,
  }
}
