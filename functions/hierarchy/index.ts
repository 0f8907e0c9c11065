/** What other slices may read of the hierarchy. Every path here is by the edges: a move holds from the next request. */
import { lineageOf, type NamedPlace, type PlaceId, type PlacePath, placeTail } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import { type Groups, totalOf } from '../platform/stream/counter.domain'
import { readCounted } from '../platform/stream/counter.store'
import { type Location, type Tier, tiersOf } from './domain/relocation'
import { type Place, pathNow, readChildren, readLineage, readPlace, regionsOf, storedChildrenOf } from './place.store'
import { relocationsInForce } from './tree.store'

export type { Location, Tier } from './domain/relocation'
export type { Relocate, Relocated } from './relocate'

export interface PlaceFacts {
  readonly id: PlaceId
  readonly name: string
  readonly level: NamedPlace['level']
  readonly path: PlacePath
  readonly lineage: readonly PlaceId[]
  /** The same with their levels and the operation that made each edge, without reading them. */
  readonly tiers: readonly Tier[]
  /** It was merged, divided or abolished. */
  readonly ended: boolean
}

function factsOf(place: Place): PlaceFacts {
  const { id, name, level, path, ended } = place
  return { id, name, level, path, lineage: lineageOf(path), tiers: tiersOf(place), ended: ended !== undefined }
}

/** @throws Problem `no-such-place`. */
export async function placeFacts(id: PlaceId): Promise<PlaceFacts> {
  const place = await readPlace(id)
  if (place === undefined) throw new Problem('no-such-place')
  return factsOf(place)
}

/** @returns undefined when there is no such place. */
export async function findPlace(id: PlaceId): Promise<PlaceFacts | undefined> {
  const place = await readPlace(id)
  return place === undefined ? undefined : factsOf(place)
}

/** The places along a path with their names, root first. */
export const namedLineage = (path: PlacePath): Promise<NamedPlace[]> => readLineage(path)

/** The shortest text that tells where. */
export async function tailOf(id: PlaceId): Promise<string> {
  const place = await readPlace(id)
  return place === undefined ? '' : placeTail(await readLineage(place.path))
}

/** All children of a place with their names (a roll-up shows each of them). */
export async function childrenOf(id: PlaceId) {
  const all: Awaited<ReturnType<typeof readChildren>>['items'] = []
  let cursor: string | undefined
  do {
    const page = await readChildren(id, cursor)
    all.push(...page.items)
    cursor = page.next
  } while (cursor !== undefined)
  return all
}

/** Lists are partitioned by district: the district on the way to a place, or the lowest place where a branch has none. */
export function districtOf(tiers: readonly Tier[]): string {
  return (tiers.find(({ level }) => level === 'district') ?? tiers.at(-1))?.id ?? ''
}

/** One stretch of a list index that is partitioned by district and sorted by path. */
export interface Stretch {
  readonly partition: string
  readonly path: PlacePath
  /** The place it was asked for: what is found belongs to it exactly when `isNowWithin` says so. */
  readonly within: PlaceId
}

/** The stretches that hold what lies inside some places: one for a place inside a district, each district for a place above. */
export async function stretchesWithin(places: readonly PlaceId[]): Promise<Stretch[]> {
  const stretches: Stretch[] = []
  for (const id of places) {
    const place = await readPlace(id)
    if (place === undefined) continue
    if (place.level === 'province' || place.level === 'city') {
      stretches.push(...(await stretchesWithin((await childrenOf(id)).map((child) => child.id))))
      continue
    }
    for (const region of await regionsWithin(id))
      stretches.push({ partition: districtOf(region.tiers), path: region.path, within: id })
  }
  return stretches
}

/** The stretches in which copies of one region of paths lie, for a slice that rewrites them. */
export async function stretchesOfRegion(path: PlacePath): Promise<Pick<Stretch, 'partition' | 'path'>[]> {
  const lineage = await readLineage(path)
  const district = lineage.find(({ level }) => level === 'district')
  const last = lineage.at(-1)
  if (district !== undefined) return [{ partition: district.id, path }]
  if (last === undefined) return []
  if (last.level !== 'province' && last.level !== 'city') return [{ partition: last.id, path }]
  const children = await childrenOf(last.id)
  return children.map(({ id }) => ({ partition: id, path }))
}

/** Where copied paths of what lies inside a place can be found just now: nearly always one region, its own path. */
export interface Region {
  readonly path: PlacePath
  readonly tiers: readonly Tier[]
}

/** The regions to look for copies in; what is found there is inside exactly when `isNowWithin` says so. */
export async function regionsWithin(id: PlaceId): Promise<Region[]> {
  const place = await readPlace(id)
  if (place === undefined) return []
  return (await regionsOf(place)).map((one: Location) => ({ path: one.path, tiers: tiersOf(one) }))
}

/** True when what carries this copied path lies inside the place by the edges. */
export async function isNowWithin(path: PlacePath, id: PlaceId): Promise<boolean> {
  return lineageOf(await pathNow(path)).includes(id)
}

/** What a measure counts at a place: its own rows, and the total of each of its children. */
export interface CountedNow {
  readonly total: Groups
  readonly children: readonly { readonly place: PlaceId; readonly groups: Groups }[]
}

/**
 * The numbers of a place and its children by the edges: while an operation is being worked off, what has left is left out and what has come is
 * read at its own place until its total has arrived.
 */
export async function countedNow(measure: string, id: PlaceId): Promise<CountedNow> {
  const [counted, changes] = await Promise.all([readCounted(measure, id, false), changesAt(id)])
  const stays = counted.children.filter(({ place }) => !changes.left.has(place) && !changes.come.has(place))
  const arrivals = await Promise.all(
    [...changes.come].map(async ([place, edge]) => {
      const arrived = counted.children.find((one) => one.place === place && one.edge === edge)
      if (arrived !== undefined) return arrived
      const at = await readCounted(measure, place, false)
      return { ...totalOf(at.own, at.children), place, edge, base: 0 }
    }),
  )
  const children = [...stays, ...arrivals]
  return { total: totalOf(counted.own, children).groups, children }
}

/** What operations still being worked off took from a place's children and brought to them, with the operation that brought it. */
async function changesAt(id: PlaceId): Promise<{ left: ReadonlySet<PlaceId>; come: ReadonlyMap<PlaceId, number> }> {
  const left = new Set<PlaceId>()
  const come = new Map<PlaceId, number>()
  for (const { self, inside } of await relocationsInForce()) {
    const moved = lineageOf(self.path).at(-1)
    if (moved === undefined) continue
    const inner = inside.path === self.path ? [] : (await storedChildrenOf(moved)).map(({ card }) => card.id)
    for (const one of [moved, ...inner]) {
      const place = await readPlace(one)
      if (place?.parentId !== id) left.add(one)
      else come.set(one, tiersOf(place).at(-1)?.edge ?? 0)
    }
  }
  return { left, come }
}
