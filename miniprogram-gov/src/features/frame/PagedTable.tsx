import { ErrorState, MoreOfList, type Paged, PagedList, SkeletonList, useWide } from '@zmht/shared/ui'
import type { ReactNode } from 'react'
import { type Column, Table } from './Table'

/** One endless list in two dresses: cards on a phone, a dense table on a PC; skeleton, error, empty and more by itself in both. */
export function PagedTable<Row>({
  paged,
  label,
  keyOf,
  card,
  columns,
  empty,
  onOpen,
  shown = paged.items,
}: {
  readonly paged: Paged<Row>
  readonly label: string
  readonly keyOf: (row: Row) => string
  readonly card: (row: Row) => ReactNode
  readonly columns: readonly Column<Row>[]
  readonly empty: ReactNode
  readonly onOpen?: ((row: Row) => void) | undefined
  /** What is left of the items after looking for something; all of them without. */
  readonly shown?: readonly Row[]
}) {
  const wide = useWide()
  if (!wide) {
    return <PagedList paged={{ ...paged, items: shown }} label={label} keyOf={keyOf} render={card} empty={empty} />
  }
  if (paged.first) return <SkeletonList />
  if (paged.error !== undefined && paged.items.length === 0) {
    return <ErrorState error={paged.error} onRetry={() => void paged.reload()} />
  }
  if (shown.length === 0 && !paged.loading && !paged.more) return <>{empty}</>
  return (
    <>
      <Table label={label} columns={columns} rows={shown} keyOf={keyOf} onOpen={onOpen} />
      <MoreOfList paged={paged} />
    </>
  )
}
