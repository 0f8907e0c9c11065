import { isPlaceId, type PlaceId } from '@zmht/shared/geo'
import { type Drift, driftOf, note } from '../platform/stream/drift'
import { everyItem } from '../platform/table/scan'
import { countedNow } from './index'
import { allPlaces } from './measures'
import { readPlace } from './place.store'

/** Places counted one by one by their level, for every place above them, against what the measure says. */
export async function recountPlaces(): Promise<Drift> {
  const counted = new Map<PlaceId, Map<string, number>>()
  const above = new Map<string, readonly PlaceId[]>()
  for await (const { parentId, level, shown } of everyItem('place')) {
    if (shown === false || typeof parentId !== 'string' || !isPlaceId(parentId)) continue
    const known = above.get(parentId) ?? (await chainOf(parentId))
    above.set(parentId, known)
    note(counted, known, String(level))
  }
  return driftOf(
    { measure: allPlaces, name: '各级地点' },
    counted,
    [],
    async (place) => new Map(Object.entries((await countedNow(allPlaces, place)).total)),
  )
}

/** A place and its parents, one edge after the other. */
async function chainOf(id: PlaceId): Promise<readonly PlaceId[]> {
  const place = await readPlace(id)
  return place?.parentId === undefined ? [id] : [...(await chainOf(place.parentId)), id]
}
