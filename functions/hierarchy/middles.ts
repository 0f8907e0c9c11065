import type { PlaceId } from '@zmht/shared/geo'
import { converted, type Position } from '@zmht/shared/geo/coordinates'
import { cached } from '../platform/cache'
import { readBoundaries } from './boundary.store'
import { middleOf } from './domain/middle'

const minute = 60_000

const middles = cached(
  minute,
  async (place): Promise<Position | undefined> => {
    const id = place as PlaceId // the key was made of one
    const middle = middleOf((await readBoundaries([id])).get(id)?.polygons ?? [])
    return middle === undefined ? undefined : converted(middle, 'wgs84', 'gcj02')
  },
  1000,
)

/** The middles of the boundaries of places, GCJ-02; a place without a boundary has none. Within a minute the same costs nothing. */
export async function middlesOf(places: readonly PlaceId[]): Promise<ReadonlyMap<PlaceId, Position>> {
  const found = await Promise.all(places.map(async (place) => [place, await middles.read(place)] as const))
  return new Map(found.flatMap(([place, middle]) => (middle === undefined ? [] : [[place, middle] as const])))
}
