import type { FoundEntityReply } from '@zmht/shared/contract'
import type { LedgerKind } from '@zmht/shared/ledgers'
import { SearchInput, Sheet, Stack, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { FoundEntities } from './FoundEntities'
import { useEntitySearch } from './useEntitySearch'
import { ledgerKindWords } from './words'

/** One that is registered already, looked up inside my places. */
export function PickEntitySheet({
  title,
  kind,
  onPick,
  onClose,
}: {
  readonly title: string
  readonly kind: LedgerKind
  readonly onPick: (found: FoundEntityReply) => void
  readonly onClose: () => void
}) {
  const [typed, setTyped] = useState('')
  const search = useEntitySearch(typed, kind)
  return (
    <Sheet open wide title={title} onClose={onClose}>
      <Stack gap={3}>
        <SearchInput
          label={`找${ledgerKindWords[kind].name}：名称、号码后四位、3-501`}
          value={typed}
          onChange={setTyped}
        />
        {typed.trim() === '' ? (
          <Text tone="quiet">输入几个字，下面会列出您辖区里登记过的。</Text>
        ) : (
          <FoundEntities typed={typed} search={search} onPress={onPick} />
        )}
      </Stack>
    </Sheet>
  )
}
