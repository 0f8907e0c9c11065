import { routesOf } from './define'
import { rowFilters, rowState, siftedBy } from './ledger-book'
import { entityId, ledgerId, placeId } from './parts'
import * as z from './z'

/** The rows of a ledger on a map. */
const route = routesOf('ledgers')

const point = z.strictObject({
  id: entityId,
  name: z.string(),
  home: z.string(),
  /** `longitude,latitude` in degrees, GCJ-02. */
  position: z.string(),
  /** Shown at the building or compound it hangs on, for it has no position of its own that the reader may see. */
  nearby: z.boolean(),
})
export type MapPointReply = z.output<typeof point>

const map = z.strictObject({
  items: z.array(point),
  /** How many there are, shown or not. */
  total: z.number(),
  /** Of those that were looked at, how many stand nowhere the map knows. */
  unplaced: z.number(),
  /** How many were not looked at, for a map shows no more at once. */
  left: z.number(),
  /** Rows whose value the reader may see in part only: conditions leave them out. */
  unseen: z.number(),
})
export type LedgerMapReply = z.output<typeof map>

export const ledgerMap = {
  mapped: route('mapped', {
    method: 'POST',
    path: '/ledgers/{ledgerId}/map',
    summary:
      'The rows of a ledger inside one community or below on a map, narrowed as the list is, at most 500 of them',
    needs: { who: 'official', action: 'ledger.read', where: 'list' },
    params: z.strictObject({ ledgerId }),
    body: z.strictObject({
      /** A community, or a place inside one; absent: all places of an official whose places are such. */
      place: z.exactOptional(placeId),
      state: z.exactOptional(rowState),
      filter: z.exactOptional(rowFilters),
      conditions: siftedBy,
    }),
    reply: map,
  }),
} as const
