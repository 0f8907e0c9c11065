import type { ReactNode } from 'react'
import type { Paged } from '../hooks/resource'
import { List } from '../primitives/List'
import { ErrorState, SkeletonList } from '../primitives/States'
import { MoreOfList } from './MoreOfList'

/** An endless list in all its states: skeleton, error with retry, empty, items, more. */
export function PagedList<T>({
  paged,
  keyOf,
  render,
  empty,
  label,
}: {
  readonly paged: Paged<T>
  readonly keyOf: (item: T) => string
  readonly render: (item: T) => ReactNode
  readonly empty: ReactNode
  readonly label: string
}) {
  if (paged.items.length === 0) {
    if (paged.error !== undefined && !paged.loading) {
      return <ErrorState error={paged.error} onRetry={() => void paged.reload()} />
    }
    if (paged.first || paged.loading) return <SkeletonList />
    return empty
  }
  return (
    <>
      <List gap label={label}>
        {paged.items.map((item) => (
          <PagedItem key={keyOf(item)}>{render(item)}</PagedItem>
        ))}
      </List>
      <MoreOfList paged={paged} />
    </>
  )
}

function PagedItem({ children }: { readonly children: ReactNode }) {
  return <>{children}</>
}
