import type { Knowledge } from '@zmht/shared/knowledge'
import { Row, Stack, TextInput } from '@zmht/shared/ui'
import { type ListForm, listIdOf } from './draft'
import { OptionLines } from './OptionLines'

/** A new code list. */
export function NewListEditor({
  before,
  list,
  onChange,
}: {
  readonly before: Knowledge
  readonly list: ListForm
  readonly onChange: (list: ListForm) => void
}) {
  const set = (part: Partial<ListForm>) => onChange({ ...list, ...part })
  const id = listIdOf(before, list)
  return (
    <Stack gap={4}>
      <TextInput label="名称" value={list.name} onChange={(name) => set({ name })} maxLength={20} />
      <Row gap={4} top className="g-pair">
        <TextInput
          label="英文名"
          optional={list.id !== ''}
          hint="小写，如 kind of visa"
          value={list.english}
          onChange={(english) => set({ english })}
          maxLength={80}
        />
        <TextInput
          label="编号"
          optional
          hint="由英文名得出，也可以自己写"
          placeholder={id}
          value={list.id}
          onChange={(typed) => set({ id: typed })}
          maxLength={40}
        />
      </Row>
      <OptionLines value={list.lines} onChange={(lines) => set({ lines })} />
      <TextInput
        label="出处"
        optional
        hint="来自哪项标准或哪张表"
        value={list.source}
        onChange={(source) => set({ source })}
        maxLength={80}
      />
    </Stack>
  )
}
