import { isPlaceId, type PlaceId } from '@zmht/shared/geo'
import { countedNow, findPlace } from '../hierarchy/index'
import { type Drift, driftOf, note } from '../platform/stream/drift'
import { everyItem } from '../platform/table/scan'
import { allRequests, requestsOf } from './measures'

/** Requests counted one by one by their state, for every place their home lies in, against what the measures say. */
export async function* recountRequests(): AsyncGenerator<Drift> {
  const measures = new Map<string, Map<PlaceId, Map<string, number>>>([[allRequests, new Map()]])
  for await (const { home, state, channelId } of everyItem('request')) {
    const place = typeof home === 'string' && isPlaceId(home) ? await findPlace(home) : undefined
    if (place === undefined) continue
    for (const measure of [allRequests, requestsOf(String(channelId))]) {
      const counted = measures.get(measure) ?? new Map<PlaceId, Map<string, number>>()
      measures.set(measure, counted)
      note(counted, place.lineage, String(state))
    }
  }
  for (const [measure, counted] of measures) {
    const name = measure === allRequests ? '全部办件' : `办件 ${measure.slice(allRequests.length + 1)}`
    yield driftOf(
      { measure, name },
      counted,
      [],
      async (place) => new Map(Object.entries((await countedNow(measure, place)).total)),
    )
  }
}
