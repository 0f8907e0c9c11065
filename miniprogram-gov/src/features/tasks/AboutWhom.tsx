import type { TaskAbout } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import type { EntityKind } from '@zmht/shared/knowledge'
import { type LedgerKind, ledgerKinds } from '@zmht/shared/ledgers'
import { SegmentedControl, Stack } from '@zmht/shared/ui'
import { type ReactNode, useState } from 'react'
import { api } from '@/lib/api'
import { GivenList, listLacks } from './GivenList'
import { entitiesOf, type GivenLines, listAbout } from './given-lines'

const isListed = (kind: EntityKind): kind is LedgerKind => ledgerKinds.some((one) => one === kind)

/** About whom a task is: out of a ledger, or of a list somebody brings. */
export function useAboutWhom(taskId: string, within: readonly PlaceId[], kind: EntityKind) {
  const [from, setFrom] = useState<'ledger' | 'list'>('ledger')
  const [list, setList] = useState<GivenLines>()
  const byList = from === 'list' && isListed(kind)
  return {
    byList,
    /** What keeps the list from going with the task. */
    lacks: byList ? listLacks(list, within) : undefined,
    about: (ledger: TaskAbout | undefined): TaskAbout | undefined =>
      byList ? (list === undefined ? undefined : listAbout(list)) : ledger,
    /** Keeps the list with the draft, part by part: cut off and done again it is the same. */
    keep: async (): Promise<void> => {
      if (!byList || list === undefined) return
      for (const [part, entities] of entitiesOf(list).entries())
        await api.tasks.saveListPart({ params: { taskId, part: String(part) }, body: { entities: [...entities] } })
    },
    field: (ledgers: ReactNode, error: string | undefined): ReactNode =>
      !isListed(kind) ? (
        ledgers
      ) : (
        <Stack gap={4}>
          <SegmentedControl
            label="从哪里来"
            value={from}
            segments={[
              { value: 'ledger', label: '台账里的' },
              { value: 'list', label: '我有名单' },
            ]}
            onChange={setFrom}
          />
          {from === 'ledger' ? (
            ledgers
          ) : (
            <GivenList taskId={taskId} kind={kind} within={within} list={list} error={error} onChange={setList} />
          )}
        </Stack>
      ),
  }
}
