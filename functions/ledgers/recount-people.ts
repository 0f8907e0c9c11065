import { isPlaceId, lineageOf, type PlaceId, type PlacePath } from '@zmht/shared/geo'
import { countedNow, findPlace } from '../hierarchy/index'
import { type Drift, driftOf, note } from '../platform/stream/drift'
import { everyItem } from '../platform/table/scan'
import { people } from './measures'

/** People counted one by one where they live, for every place that lies in, against what the measure says. */
export async function recountPeople(): Promise<Drift> {
  const counted = new Map<PlaceId, Map<string, number>>()
  for await (const { kind, path } of everyItem('entity')) {
    const last = kind === 'person' && typeof path === 'string' ? lineageOf(path as PlacePath).at(-1) : undefined // a path is one
    const place = last !== undefined && isPlaceId(last) ? await findPlace(last) : undefined
    if (place !== undefined) note(counted, place.lineage, 'all')
  }
  return driftOf(
    { measure: people, name: '登记居住的人' },
    counted,
    [],
    async (place) => new Map(Object.entries((await countedNow(people, place)).total)),
  )
}
