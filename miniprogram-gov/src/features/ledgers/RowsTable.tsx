import type { LedgerReply, RowReply } from '@zmht/shared/contract'
import { formatAge, type Paged, useNow } from '@zmht/shared/ui'
import type { ReactNode } from 'react'
import { useKnowledge } from '@/lib/knowledge'
import { PagedTable } from '../frame/PagedTable'
import { CellText } from './CellText'
import type { ColumnOption } from './column-choice'
import { PickMark } from './PickMark'
import { RowCard } from './RowCard'
import { RowTags } from './RowTags'
import { headingsOf } from './row-headings'
import { nameOf } from './row-name'
import type { RowsView } from './rows-view'
import { siftColumns } from './sifting'

/** The rows of a ledger: a dense table on a PC, on a phone cards from building to building. */
export function RowsTable({
  ledger,
  paged,
  columns,
  picked,
  sort,
  onSort,
  empty,
  onOpen,
}: {
  readonly ledger: LedgerReply
  readonly paged: Paged<RowReply>
  readonly columns: readonly ColumnOption[]
  /** Rows are being picked: which are. */
  readonly picked: ReadonlySet<string> | undefined
  readonly sort: RowsView['sort']
  readonly onSort: (column: string) => void
  readonly empty: ReactNode
  readonly onOpen: (row: RowReply) => void
}) {
  const now = useNow()
  const sortable = new Set(siftColumns(ledger, useKnowledge()).map(({ key }) => key))
  const name = ledger.columns.find(({ attribute }) => attribute === `${ledger.content.kind}.name`)?.key ?? ''
  const sorting = (key: string) =>
    sortable.has(key)
      ? {
          sort: {
            order: sort?.column === key ? (sort.descending ? 'descending' : 'ascending') : undefined,
            onPress: () => onSort(key),
          } as const,
        }
      : {}
  // In another order those of one building do not stand together.
  const headings = sort === undefined ? headingsOf(paged.items) : new Map<string, string>()
  const nameCell = (row: RowReply): ReactNode =>
    picked === undefined ? nameOf(row) : <PickMark name={nameOf(row)} on={picked.has(row.id)} />
  const cellOf = (row: RowReply, { own, key }: ColumnOption): ReactNode => {
    switch (own) {
      case 'home':
        return row.home
      case 'freshness':
        return <RowTags row={row} />
      case 'updated':
        return formatAge(row.at, now)
      default:
        return <CellText cell={row.cells[key]} />
    }
  }
  return (
    <PagedTable
      // Looking again into an empty list does not flicker.
      paged={paged.items.length === 0 && !paged.first ? { ...paged, loading: false } : paged}
      label={ledger.content.name}
      keyOf={({ id }) => id}
      onOpen={onOpen}
      empty={empty}
      columns={[
        { key: '#name', head: '名称', narrow: true, cell: nameCell, ...sorting(name) },
        ...columns.map((column) => ({
          key: column.key,
          head: column.label,
          numeric: column.numeric,
          narrow: column.narrow,
          ...sorting(column.key),
          cell: (row: RowReply) => cellOf(row, column),
        })),
      ]}
      card={(row) => (
        <RowCard
          row={row}
          heading={headings.get(row.id)}
          picked={picked === undefined ? undefined : picked.has(row.id)}
          columns={columns.filter(({ own, placing }) => own === undefined && !placing)}
          onPress={() => onOpen(row)}
        />
      )}
    />
  )
}
