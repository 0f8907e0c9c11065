import { routesOf } from './define'
import { row, rowFilters, rowState, siftedBy, sortedBy } from './ledger-book'
import { job, jobId, ledgerId, placeId } from './parts'
import * as z from './z'

/** Searches 查找 through the rows of a ledger by any of its columns, wider than one community: a job looks at row after row. */
const route = routesOf('ledgers')

const search = z.strictObject({ ledgerId, searchId: jobId })
const reading = { who: 'official', action: 'ledger.read', where: 'list' } as const

/** More in one list are no list; whoever wants them all exports them. */
export const mostSearched = 10_000

const found = z.strictObject({
  job,
  /** All was looked at, and what was found is listed. */
  listed: z.boolean(),
  /** A page of what was found, as it is now; empty until all was looked at. */
  items: z.array(row),
  /** How many meet the conditions. */
  total: z.number(),
  /** Rows whose value the reader may see in part only: they take no part. */
  unseen: z.number(),
  /** Where the next page begins. */
  next: z.exactOptional(z.number()),
})
export type FoundRowsReply = z.output<typeof found>

export const ledgerSearch = {
  startSearch: route('startSearch', {
    method: 'PUT',
    path: '/ledgers/{ledgerId}/searches/{searchId}',
    summary:
      'Looks at every row of a ledger inside the official’s places for those that meet conditions on any columns, as a job; the same again is the same search',
    needs: reading,
    params: search,
    body: z.strictObject({
      place: z.exactOptional(placeId),
      state: z.exactOptional(rowState),
      filter: z.exactOptional(rowFilters),
      conditions: siftedBy,
      sort: z.exactOptional(sortedBy),
    }),
    reply: job,
  }),
  foundRows: route('foundRows', {
    method: 'GET',
    path: '/ledgers/{ledgerId}/searches/{searchId}',
    summary: 'How far a search of the caller’s own is, and, when it is over, what it found, 20 a page',
    needs: reading,
    params: search,
    query: z.strictObject({
      /** Of how many rows on. */
      from: z.exactOptional(z.string().check(z.regex(/^\d{1,5}$/, '翻页位置不正确'))),
    }),
    reply: found,
  }),
} as const
