import { isPlaceId } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import { createResource, nowInstant } from '@zmht/shared/ui'
import { api } from '@/lib/api'
import type { Measured } from './measured'

/** What was read, and when. */
export interface ReadMeasure {
  readonly measured: Measured
  readonly at: string
}

/** A measure of a ledger at a place; the key is `ledger/measure/place`. */
export const measuredAt = createResource<ReadMeasure>(async (key) => {
  const [ledgerId = '', measureId = '', place = ''] = key.split('/')
  if (!isPlaceId(place)) throw new Problem('no-such-place')
  const measured = await api.ledgers.measured({ params: { ledgerId, measureId }, query: { place } })
  return { measured, at: nowInstant() }
})
