import type { LedgerReply } from '@zmht/shared/contract'
import { mostSifted } from '@zmht/shared/ledgers'
import { RadioList, Select, Stack, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { useKnowledge } from '@/lib/knowledge'
import { ConditionBox } from './ConditionBox'
import { conditionKeys } from './conditions'
import { replaced, without } from './ledger-draft'
import { type RowsView, withSort } from './rows-view'
import { siftColumns } from './sifting'

const orders = [
  { value: 'up', label: '从小到大、从前到后' },
  { value: 'down', label: '从大到小、从后到前' },
] as const

/** By which columns a list is narrowed, all conditions at once, and in which order it stands. */
export function SiftFields({
  ledger,
  view,
  onView,
}: {
  readonly ledger: LedgerReply
  readonly view: RowsView
  readonly onView: (view: RowsView) => void
}) {
  const columns = siftColumns(ledger, useKnowledge())
  const { conditions, sort } = view
  const keys = conditionKeys(conditions)
  /** Which condition is being filled in; the others stand there as a sentence. */
  const [open, setOpen] = useState<number>()
  const give = (next: RowsView['conditions']) => onView({ ...view, conditions: next })
  const options = columns.map(({ key, label }) => ({ value: key, label }))
  return (
    <Stack gap={4}>
      <Stack gap={2}>
        {conditions.map((condition, at) => (
          <ConditionBox
            key={keys[at]}
            condition={condition}
            first={at === 0}
            open={open === at}
            error={undefined}
            onOpen={() => setOpen(open === at ? undefined : at)}
            onChange={(next) => give(replaced(conditions, at, next))}
            onRemove={() => {
              give(without(conditions, at))
              setOpen(undefined)
            }}
          />
        ))}
        {conditions.length < mostSifted ? (
          <Select
            label={conditions.length === 0 ? '按哪一列筛选' : '再按一列筛选'}
            placeholder="请选择"
            options={options}
            value={undefined}
            onChange={(picked) => {
              const column = columns.find(({ key }) => key === picked)
              if (column === undefined) return
              give([...conditions, column.condition])
              setOpen(conditions.length)
            }}
          />
        ) : (
          <Text size="small" tone="quiet">{`最多同时用 ${mostSifted} 个条件。`}</Text>
        )}
      </Stack>
      <Select
        label="排序"
        placeholder="按楼栋门牌"
        options={options}
        value={sort?.column}
        onChange={(column) =>
          onView(withSort(view, column === undefined ? undefined : { column, descending: sort?.descending ?? false }))
        }
      />
      {sort === undefined ? null : (
        <RadioList
          label="顺序"
          inline
          options={orders}
          value={sort.descending ? 'down' : 'up'}
          onChange={(order) => onView(withSort(view, { ...sort, descending: order === 'down' }))}
        />
      )}
      <Text size="small" tone="quiet">
        在一个社区里马上就有结果，跨社区的在后台逐条查找。证件号码等敏感项在名单里只显示一部分，不能用来筛选和排序。
      </Text>
    </Stack>
  )
}
