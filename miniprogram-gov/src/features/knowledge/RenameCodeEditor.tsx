import type { Knowledge } from '@zmht/shared/knowledge'
import { Select, Stack, TextInput } from '@zmht/shared/ui'
import type { DraftChange } from './draft'

type Renaming = Extract<DraftChange, { do: 'rename-code' }>

/** Another name for a code, which itself stays. */
export function RenameCodeEditor({
  before,
  change,
  onChange,
}: {
  readonly before: Knowledge
  readonly change: Renaming
  readonly onChange: (change: Renaming) => void
}) {
  const items = before.codeList(change.list)?.items ?? []
  return (
    <Stack gap={4}>
      <Select
        label="哪个选项"
        options={items.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
        value={change.code === '' ? undefined : change.code}
        onChange={(code) => onChange({ ...change, code: code ?? '' })}
      />
      <TextInput
        label="新的名称"
        hint="代码不变，以前选它的照旧算数"
        value={change.name}
        onChange={(name) => onChange({ ...change, name })}
        maxLength={40}
      />
    </Stack>
  )
}
