import type { LedgerReply } from '@zmht/shared/contract'
import { RemovableTag, Row } from '@zmht/shared/ui'
import { useKnowledge } from '@/lib/knowledge'
import { conditionKeys } from './conditions'
import { without } from './ledger-draft'
import { type RowsView, withSort } from './rows-view'
import { sayUnfinished } from './say-draft'

/** By which columns a list is narrowed and in which order it stands; each is taken away by a press. */
export function SiftTags({
  ledger,
  view,
  onView,
}: {
  readonly ledger: LedgerReply
  readonly view: RowsView
  readonly onView: (view: RowsView) => void
}) {
  const knowledge = useKnowledge()
  const { conditions, sort } = view
  if (conditions.length === 0 && sort === undefined) return null
  const keys = conditionKeys(conditions)
  const sorted = ledger.columns.find(({ key }) => key === sort?.column)
  return (
    <Row wrap gap={2} label="按列筛选和排序">
      {conditions.map((condition, at) => (
        <RemovableTag key={keys[at]} onRemove={() => onView({ ...view, conditions: without(conditions, at) })}>
          {sayUnfinished(condition, knowledge)}
        </RemovableTag>
      ))}
      {sort === undefined || sorted === undefined ? null : (
        <RemovableTag onRemove={() => onView(withSort(view, undefined))}>
          {`按${sorted.label}${sort.descending ? '从大到小' : '从小到大'}`}
        </RemovableTag>
      )}
    </Row>
  )
}
