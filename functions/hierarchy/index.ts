/** What other slices may read of the hierarchy. Every path here is by the edges: a move holds from the next request. */
import type { CountsByPlaceReply } from '@zmht/shared/contract'
import { lineageOf, type NamedPlace, type PlaceId, type PlacePath, placeTail } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import { aboveAll, addGroups, type Groups, type Total, totalOf } from '../platform/stream/counter.domain'
import { type KeptTotal, readCounted, readLeaf, totalsOf } from '../platform/stream/counter.store'
import { type Location, type Tier, tiersOf } from './domain/relocation'
import { allPlaces } from './measures'
import {
  type Place,
  pathNow,
  readByCode,
  readChildren,
  readLineage,
  readPlace,
  readRoots,
  readSubtree,
  regionsOf,
  storedChildrenOf,
} from './place.store'
import { relocationsInForce } from './tree.store'

export { type FoundAddress, type MentionedPlace, readAddress, readMentions, searchPlaces } from './addresses'
export type { Location, Tier } from './domain/relocation'
export { middlesOf } from './middles'
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

/** The place an official code stands for today, of six digits or twelve. */
export const placeWithCode = (code: string): Promise<PlaceId | undefined> => readByCode(code.padEnd(12, '0'))

/** The official code of a division, of twelve digits; undefined where it has none. */
export const codeOf = async (id: PlaceId): Promise<string | undefined> => (await readPlace(id))?.code

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

/** The places that stand under no other: provinces. */
export const rootPlaces = async (): Promise<readonly PlaceId[]> => (await readRoots()).map(({ id }) => id)

/** A page of the places of one level inside a place. */
export async function placesOfLevel(
  id: PlaceId,
  level: NamedPlace['level'],
  cursor: string | undefined,
): Promise<{ items: { id: PlaceId }[]; next?: string }> {
  const place = await readPlace(id)
  if (place === undefined) return { items: [] }
  if (place.level === level) return { items: [{ id }] }
  const { items, next } = await readSubtree(place, level, cursor)
  return { items: items.map((one) => ({ id: one.id })), ...(next === undefined ? {} : { next }) }
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

/** A copied path as it is by the edges. */
export const pathIsNow = (path: PlacePath): Promise<PlacePath> => pathNow(path)

/** True when what carries this copied path lies inside the place by the edges. */
export async function isNowWithin(path: PlacePath, id: PlaceId): Promise<boolean> {
  return lineageOf(await pathNow(path)).includes(id)
}

/** What a measure counts at a place: its own rows, and the total of each of its children. */
export interface CountedNow {
  readonly total: Groups
  readonly children: readonly { readonly place: PlaceId; readonly groups: Groups }[]
  /** Grows with each change. */
  readonly version: number
}

/**
 * The numbers of a place and its children by the edges: while an operation is being worked off, what has left is left out and what has come is
 * read at its own place until its total has arrived.
 * @param gathered false for a measure that is not: it saves a read
 */
export async function countedNow(measure: string, id: PlaceId, gathered = true): Promise<CountedNow> {
  const place = await readPlace(id)
  const [counted, here, changes] = await Promise.all([
    readCounted(measure, id, false),
    gathered ? leafOf(measure, id, place?.parentId) : [],
    changesAt(id),
  ])
  const stays = counted.children.filter((child) => !changes.left.has(child.place) && !changes.come.has(child.place))
  const arrivals = await Promise.all(
    [...changes.come].map(async ([child, edge]): Promise<readonly Part[]> => {
      const arrived = counted.children.filter((one) => one.place === child && one.edge === edge)
      if (arrived.length > 0) return arrived
      const [at, leaf] = await Promise.all([readCounted(measure, child, false), leafOf(measure, child, undefined)])
      return [{ place: child, ...totalOf(at.own, at.children) }, ...leaf]
    }),
  )
  const parts: readonly Part[] = [...stays, ...arrivals.flat()]
  const children = new Map<PlaceId, Groups>()
  for (const { place: child, groups } of parts) children.set(child, addGroups(children.get(child) ?? {}, groups))
  const { groups: total, version } = totalOf(
    counted.own,
    [...parts, ...here].map((one) => ({ ...one, base: 0 })),
  )
  return {
    total,
    version,
    children: [...children].map(([child, groups]) => ({ place: child, groups })),
  }
}

/** Where the total of a place is kept: with its parent, or above all. */
export const keeperOf = ({ tiers }: Pick<PlaceFacts, 'tiers'>): PlaceId => tiers.at(-2)?.id ?? aboveAll

type Part = Total & { readonly place: PlaceId }

/** What hangs on a place itself of a measure that is gathered: kept at its parent, and until it has followed a move at the one before. */
async function leafOf(measure: string, id: PlaceId, parent: PlaceId | undefined): Promise<readonly KeptTotal[]> {
  const held = parent === undefined ? undefined : await readLeaf(measure, parent, id, false)
  const place = await readPlace(id)
  const edge = place === undefined ? 0 : (tiersOf(place).at(-1)?.edge ?? 0)
  if (held !== undefined && held.edge >= edge) return [held]
  if (edge === 0 && parent !== undefined) return []
  const kept = await totalsOf(id)
  const parents = [...new Set(kept.filter((one) => one.measure === measure).map((one) => one.parent))]
  const found = await Promise.all(parents.map((one) => readLeaf(measure, one, id, false)))
  return found.filter((one) => one !== undefined)
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

const sum = (groups: Readonly<Record<string, number>>): number =>
  Object.values(groups).reduce((total, one) => total + one, 0)

/** A measure that only counts, at a place and each of its children, those without any included. */
export async function countsByPlace(measure: string, id: PlaceId): Promise<CountsByPlaceReply> {
  const [place, counted, children] = await Promise.all([placeFacts(id), countedNow(measure, id), childrenOf(id)])
  const groups = counted.total
  const byPlace = new Map(counted.children.map((child) => [child.place, child.groups]))
  return {
    place: { id: place.id, name: place.name, level: place.level },
    total: sum(groups),
    groups,
    children: children.map((child) => {
      const own = byPlace.get(child.id) ?? {}
      return {
        id: child.id,
        name: child.name,
        level: child.level,
        total: sum(own),
        groups: own,
        hasChildren: child.hasChildren,
      }
    }),
  }
}

/** How many places of a level lie in a place; of its own level it is the one. */
export async function placesInside(id: PlaceId, level: NamedPlace['level']): Promise<number> {
  const place = await placeFacts(id)
  return place.level === level ? 1 : ((await countedNow(allPlaces, id)).total[level] ?? 0)
}
