import type { Paged } from '@zmht/shared/ui'
import { useState } from 'react'

/** So many lines are drawn at once. */
const atOnce = 60

/** A long list that is already here, shown a page at a time; another list begins at its first page. */
export function useLocalPages<Item>(items: readonly Item[], reload: () => Promise<void>): Paged<Item> {
  const [shown, setShown] = useState({ items, count: atOnce })
  const count = shown.items === items ? shown.count : atOnce
  return {
    items: items.slice(0, count),
    first: false,
    error: undefined,
    loading: false,
    more: count < items.length,
    loadMore: () => setShown({ items, count: count + atOnce }),
    reload,
  }
}
