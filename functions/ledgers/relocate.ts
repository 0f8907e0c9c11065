import { isPlaceId, lineageOf, type PlacePath } from '@zmht/shared/geo'
import { districtOf, findPlace, type Relocate, stretchesOfRegion, tailOf } from '../hierarchy/index'
import { joinPosition, splitPosition } from '../platform/table/page'
import { readUndecided, registeredIn, saveWhere } from './register.store'

const atOnce = 40

/** Where a home is in the tree now, as lists keep it. */
async function whereNow(path: PlacePath) {
  const home = lineageOf(path).at(-1) ?? ''
  const place = isPlaceId(home) ? await findPlace(home) : undefined
  if (place === undefined) return { path, district: lineageOf(path)[0] ?? '', home: '' }
  return { path: place.path, district: districtOf(place.tiers), home: await tailOf(place.id) }
}

/** The copies of a stretch: who lives there, what stands there, then what is to be decided by where it is. */
const copies = [
  ...(['person', 'organisation', 'thing'] as const).map(
    (kind) => (district: string, path: PlacePath, cursor: string | undefined, limit: number) =>
      registeredIn(district, path, cursor, limit, kind),
  ),
  (district: string, path: PlacePath, cursor: string | undefined, limit: number) =>
    readUndecided(district, path, cursor, limit),
]

/** People live where they live; after an operation on the tree the registers say where that is now. */
export const relocatePeople: Relocate = async (region, cursor) => {
  const stretches = await stretchesOfRegion(region)
  const parts = stretches.flatMap((stretch) => copies.map((read) => ({ ...stretch, read })))
  const { part, from } = splitPosition(cursor)
  const now = parts[part]
  if (now === undefined) return { moved: 0 }
  const { items, next } = await now.read(now.partition, now.path, from, atOnce)
  const changed = await Promise.all(items.map(({ id }) => saveWhere(id, whereNow)))
  const moved = changed.filter(Boolean).length
  if (next !== undefined) return { moved, cursor: joinPosition(part, next) }
  return { moved, ...(part + 1 < parts.length ? { cursor: joinPosition(part + 1) } : {}) }
}
