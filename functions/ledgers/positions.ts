import { lineageOf, type PlaceId, type PlacePath } from '@zmht/shared/geo'
import type { Position } from '@zmht/shared/geo/coordinates'
import { entityId } from '@zmht/shared/knowledge'
import { findPlace, middlesOf } from '../hierarchy/index'
import { cached } from '../platform/cache'
import { readEntity } from './entity.store'
import type { ListedRow } from './row.store'

/** `longitude,latitude` in GCJ-02, as points are stored. */
type Point = string
const minute = 60_000

const told = cached(
  minute,
  async (place): Promise<Point | undefined> => {
    const value = (await readEntity(entityId(place)))?.facts['place.position']?.value
    return typeof value === 'string' ? value : undefined
  },
  1000,
)

/** Where a row is shown: where it stands by its own word, else at the nearest place above it that has a position or a boundary. */
export interface Positioned {
  readonly row: ListedRow
  readonly position?: Point
  /** It is shown at a place it hangs on. */
  readonly nearby: boolean
}

/**
 * Puts rows inside communities on the map; those of which no place below the community has a position have none, for all of them in one spot would
 * say what is not so. Costs half a read unit for each place rows hang on and a batch of boundaries; the same within a minute nothing.
 * @param own whether a row's own position may be shown
 */
export async function positioned(
  rows: readonly ListedRow[],
  own: (row: ListedRow) => boolean,
): Promise<readonly Positioned[]> {
  const lost = rows.filter((row) => row.card.position === undefined || !own(row))
  const above = new Map<string, readonly PlaceId[]>()
  for (const row of lost) if (!above.has(row.path)) above.set(row.path, await belowCommunity(row))
  const known = await positionsOfPlaces([...new Set([...above.values()].flat())])
  return rows.map((row) => {
    const { position } = row.card
    if (position !== undefined && own(row)) return { row, position, nearby: false }
    const at = (above.get(row.path) ?? []).find((place) => known.has(place))
    const found = at === undefined ? undefined : known.get(at)
    return found === undefined ? { row, nearby: false } : { row, position: found, nearby: true }
  })
}

/** @returns where what hangs on a place is, by the nearest place inside its community that has a position or a boundary; GCJ-02 */
export async function positionNear(path: PlacePath): Promise<Position | undefined> {
  const above = await belowCommunity({ path })
  const known = await positionsOfPlaces(above)
  const found = above.find((place) => known.has(place))
  return found === undefined ? undefined : positionOf(known.get(found))
}

/** @returns the position of a stored point; undefined for what is none */
export function positionOf(point: unknown): Position | undefined {
  const [longitude = Number.NaN, latitude = Number.NaN, ...more] = String(point).split(',').map(Number)
  return more.length === 0 && Number.isFinite(longitude) && Number.isFinite(latitude)
    ? [longitude, latitude]
    : undefined
}

/** The places a row hangs on inside its community, the nearest first. */
async function belowCommunity({ path }: Pick<ListedRow, 'path'>): Promise<readonly PlaceId[]> {
  const lineage = lineageOf(path)
  const last = lineage.at(-1)
  const tiers = last === undefined ? [] : ((await findPlace(last))?.tiers ?? [])
  const depth = tiers.findIndex(({ level }) => level === 'community')
  return depth < 0 ? [] : lineage.slice(depth + 1).reverse()
}

/** Of the places themselves: their own position, else the middle of their boundary. */
async function positionsOfPlaces(places: readonly PlaceId[]): Promise<ReadonlyMap<PlaceId, Point>> {
  const [points, middles] = await Promise.all([
    Promise.all(places.map(async (place) => [place, await told.read(place)] as const)),
    middlesOf(places),
  ])
  const found = new Map<PlaceId, Point>()
  for (const [place, [longitude, latitude]] of middles)
    found.set(place, `${longitude.toFixed(6)},${latitude.toFixed(6)}`)
  for (const [place, point] of points) if (point !== undefined) found.set(place, point)
  return found
}
