import type { Attribute, Knowledge } from '@zmht/shared/knowledge'
import { Notice, Stack, Text, TextInput } from '@zmht/shared/ui'
import { AnswerFields } from './AnswerFields'
import { type AnswerKind, answerOf } from './answer'
import { answerWords } from './answer-words'
import type { AttributeForm } from './draft'
import { FreshFields } from './FreshFields'
import { ProseFields } from './ProseFields'
import { SensitivityField } from './SensitivityField'

/** What may be changed of an attribute that is in use: never what it means. */
export function RevisingEditor({
  before,
  code,
  form,
  onChange,
}: {
  readonly before: Knowledge
  readonly code: string
  readonly form: AttributeForm
  readonly onChange: (form: AttributeForm) => void
}) {
  const attribute = before.attribute(code)
  const set = (part: Partial<AttributeForm>) => onChange({ ...form, ...part })
  if (attribute === undefined) return <Text tone="quiet">这项属性已经没有了，请去掉这处改动。</Text>
  const kinds = kindsFor(attribute)
  return (
    <Stack gap={4}>
      <TextInput
        label="名称"
        hint="表单上看到的叫法，不超过 12 个字"
        value={form.name}
        onChange={(name) => set({ name })}
        maxLength={12}
      />
      <TextInput label="英文名" value={form.english} onChange={(english) => set({ english })} maxLength={80} />
      {kinds.length === 0 ? (
        <Notice title={`填写方式：${answerWords(attribute.value, attribute.many)}`}>
          填写方式不能改，否则以前填的和以后填的分不清。要换的话，另加一个属性，再停用这一个。
        </Notice>
      ) : (
        <AnswerFields answer={form.answer} kinds={kinds} onChange={(answer) => set({ answer })} />
      )}
      <SensitivityField value={form.sensitivity} onChange={(sensitivity) => set({ sensitivity })} />
      <FreshFields value={form.fresh} onChange={(fresh) => set({ fresh })} />
      <ProseFields form={form} onChange={set} />
    </Stack>
  )
}

/** The ways of answering an attribute may have without becoming another one; none where nothing can be set. */
function kindsFor({ value }: Attribute): readonly AnswerKind[] {
  if (value.type === 'name') return ['name', 'text']
  return value.type === 'text' || value.type === 'number' ? [answerOf(value).kind] : []
}
