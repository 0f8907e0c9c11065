import { isPlaceId, type PlaceId } from '@zmht/shared/geo'
import { bucketOf } from '@zmht/shared/measures'
import { countedNow, findPlace } from '../hierarchy/index'
import { type Drift, driftOf, note } from '../platform/stream/drift'
import { everyItem } from '../platform/table/scan'
import { allRequests, burdenOfChannel, requestsOf, waitedOf } from './measures'

interface Counting {
  readonly name: string
  readonly counted: Map<PlaceId, Map<string, number>>
}

interface Kept {
  readonly asked: number
  readonly facts: number
  readonly kept: number
  readonly changed: number
  readonly typed: number
  readonly again?: true
}

/** What a request says of its filling in, written out by hand: nothing of what counts it. */
function sumsOf(burden: unknown): readonly [string, number][] {
  if (burden === undefined) return []
  const { asked, facts, kept, changed, typed, again } = burden as Kept // as the request keeps it
  const first: [string, number][] = [
    ['forms', 1],
    ['asked', asked],
    ['facts', facts],
    ['kept', kept],
    ['changed', changed],
    ['typed', typed],
  ]
  if (again !== true) return first
  return [
    ...first,
    ['again-forms', 1],
    ['again-asked', asked],
    ['again-facts', facts],
    ['again-kept', kept],
    ['again-changed', changed],
    ['again-typed', typed],
  ]
}

/** Requests counted one by one by their state and by how long they took, for every place their home lies in, against what the measures say. */
export async function* recountRequests(): AsyncGenerator<Drift> {
  const measures = new Map<string, Counting>([[allRequests, { name: '全部办件', counted: new Map() }]])
  const count = (measure: string, name: string, lineage: readonly PlaceId[], group: string, amount = 1) => {
    const counting = measures.get(measure) ?? { name, counted: new Map() }
    measures.set(measure, counting)
    note(counting.counted, lineage, group, amount)
  }
  for await (const { home, state, channelId, waited, burden } of everyItem('request')) {
    const place = typeof home === 'string' && isPlaceId(home) ? await findPlace(home) : undefined
    if (place === undefined) continue
    const channel = String(channelId)
    count(allRequests, '', place.lineage, String(state))
    count(requestsOf(channel), `办件 ${channel}`, place.lineage, String(state))
    if (typeof waited === 'number')
      count(waitedOf(channel), `办件 ${channel} 的办理时间`, place.lineage, bucketOf(waited))
    for (const [group, sum] of sumsOf(burden))
      count(burdenOfChannel(channel), `办件 ${channel} 的填报负担`, place.lineage, group, sum)
  }
  for (const [measure, { name, counted }] of measures)
    yield driftOf(
      { measure, name },
      counted,
      [],
      async (place) => new Map(Object.entries((await countedNow(measure, place)).total)),
    )
}
