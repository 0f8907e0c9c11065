import { lineageOf, type PlacePath } from '@zmht/shared/geo'
import type { Shares } from '@zmht/shared/measures'
import type { Measures } from '../platform/stream/counter'
import type { Contribution } from '../platform/stream/counter.domain'

/** People by where they live, whatever ledgers they stand in. */
export const people = 'people'

/** What each row of a ledger adds to the ledger's measures, and each person to their place: a row carries its shares itself, so that what is taken away is what was added. */
export const measures: Measures = {
  entity: ({ kind, path }) =>
    kind === 'person' && typeof path === 'string' && path !== ''
      ? [{ measure: people, lineage: lineageOf(path as PlacePath), group: 'all', amount: 1, gathered: true }] // a path is one
      : [],
  ledgerRow: ({ ledger, anchor, counts }) => {
    if (typeof ledger !== 'string' || typeof anchor !== 'string' || typeof counts !== 'object' || counts === null)
      return []
    const lineage = lineageOf(anchor as PlacePath) // a row's anchor is one
    return Object.entries(counts as Readonly<Record<string, Shares>>).flatMap(([measure, shares]) =>
      Object.entries(shares).map(
        ([group, amount]): Contribution => ({
          measure: `${ledger}.${measure}`,
          lineage,
          group,
          amount,
          gathered: true,
        }),
      ),
    )
  },
}
