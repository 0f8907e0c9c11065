import type { LedgerCardReply, LedgerReply, ViewsReply } from '@zmht/shared/contract'
import { isPlaceId } from '@zmht/shared/geo'
import { createResource } from '@zmht/shared/ui'
import { api } from '@/lib/api'

/** One ledger, by its id. */
export const ledgerOf = createResource<LedgerReply>((ledgerId) => api.ledgers.ledger({ params: { ledgerId } }))

/** The views the official saved of a ledger, by its id. */
export const viewsOf = createResource<ViewsReply>((ledgerId) => api.ledgers.views({ params: { ledgerId } }))

/** More ledgers than one place has; a list that never ends is cut off rather than read for ever. */
const mostPages = 20

/** All ledgers that cover a place, by its id; they are grouped on the device, so that all of them are needed. */
export const ledgersAt = createResource<readonly LedgerCardReply[]>(async (place) => {
  const found: LedgerCardReply[] = []
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page++) {
    const { items, next } = await api.ledgers.list({
      query: { ...(isPlaceId(place) ? { place } : {}), ...(cursor === undefined ? {} : { cursor }) },
    })
    found.push(...items)
    cursor = next
    if (cursor === undefined) break
  }
  return found
})
