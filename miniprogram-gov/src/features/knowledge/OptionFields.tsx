import type { Knowledge } from '@zmht/shared/knowledge'
import { RadioList, Stack } from '@zmht/shared/ui'
import { useState } from 'react'
import { optionWords } from './answer-words'
import type { AttributeForm } from './draft'
import { OptionLines } from './OptionLines'
import { PickedField } from './PickedField'
import { PickListSheet } from './PickListSheet'

/** Where the options of a new attribute come from: a list there is, or one written here. */
export function OptionFields({
  knowledge,
  form,
  onChange,
}: {
  readonly knowledge: Knowledge
  readonly form: AttributeForm
  readonly onChange: (part: Partial<AttributeForm>) => void
}) {
  const [picking, setPicking] = useState(false)
  const list = knowledge.codeList(form.answer.list)
  return (
    <Stack gap={4}>
      <RadioList
        label="选项从哪里来"
        inline
        options={[
          { value: 'known', label: '用现有的代码表' },
          { value: 'new', label: '新写一张' },
        ]}
        value={form.options}
        onChange={(options) => onChange({ options })}
      />
      {form.options === 'known' ? (
        <PickedField
          label="代码表"
          picked={list?.name}
          detail={list && optionWords(list.items)}
          ask="查找代码表"
          onPick={() => setPicking(true)}
        />
      ) : (
        <OptionLines value={form.lines} onChange={(lines) => onChange({ lines })} />
      )}
      {picking ? (
        <PickListSheet
          title="选代码表"
          knowledge={knowledge}
          onClose={() => setPicking(false)}
          onPick={({ id }) => {
            onChange({ answer: { ...form.answer, list: id } })
            setPicking(false)
          }}
        />
      ) : null}
    </Stack>
  )
}
