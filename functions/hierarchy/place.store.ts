import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import {
  isUnder,
  type Level,
  levels,
  lineageOf,
  type NamedPlace,
  type PlaceId,
  type PlaceKind,
  type PlacePath,
  placeTail,
} from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { cached, moving } from '../platform/cache'
import { environment } from '../platform/environment'
import { tableClient } from '../platform/table/client'
import { CustomAttributeType, isSome, itemType, none, present } from '../platform/table/item'
import { joinPosition, readPage, splitPosition } from '../platform/table/page'
import { pause, putIf, type WriteParameters } from '../platform/table/write'
import { formerRegions, type Location, type Relocation, relocated, unlabelled } from './domain/relocation'
import { relocationsInForce } from './tree.store'

export interface PlaceCard {
  readonly id: PlaceId
  readonly name: string
  readonly level: Level
  readonly kind: PlaceKind
  /** The official code of a division; what lies below has its local number in `order`. */
  readonly code?: string
  readonly hasChildren: boolean
  /** Pinyin initials of the name, for type-ahead. */
  readonly initials?: string
}

/** How a place ended, and what stands in its stead. */
export interface Ending {
  /** The day from which it was no more, in China. */
  readonly date: string
  readonly into: readonly PlaceId[]
}

/** A place. `parentId` is the edge of the tree; the location is derived from the edges and copied into the list indexes. */
export interface Place extends PlaceCard, Location {
  readonly parentId?: PlaceId
  /** Sorts children: the official code, or the local number padded. */
  readonly order: string
  readonly since: Instant
  /** Merged, divided or abolished: never shown among children, still resolved. */
  readonly ended?: Ending
  /** The job that made it, so that a step repeated knows its own. */
  readonly madeBy?: string
  readonly version: number
}

/** What the indexes carry: ended places stay in the subtree index, for they move with what is around them. */
type StoredCard = PlaceCard & { readonly ended?: boolean }

export const placeItem = itemType({
  model: { entity: 'place', version: '1', service: 'zmht' },
  attributes: {
    id: { type: CustomAttributeType<PlaceId>('string'), required: true },
    name: { type: 'string', required: true },
    level: { type: levels, required: true },
    kind: { type: ['division', 'landmark', 'road'] as const, required: true },
    code: { type: 'string', required: true },
    hasChildren: { type: 'boolean', required: true },
    parentId: { type: 'string', required: true },
    path: { type: CustomAttributeType<PlacePath>('string'), required: true },
    levels: { type: 'string', required: true },
    edges: { type: 'string', required: true },
    order: { type: 'string', required: true },
    /** The province, by which the subtree index is partitioned. */
    root: { type: 'string', required: true },
    since: { type: CustomAttributeType<Instant>('string'), required: true },
    initials: { type: 'string' },
    ended: { type: CustomAttributeType<Ending>('any') },
    /** False once it ended: it leaves the lists of children. */
    shown: { type: 'boolean', required: true },
    madeBy: { type: 'string' },
    version: { type: 'number', required: true },
    card: { type: CustomAttributeType<StoredCard>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'PLACE#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'PLACE', casing: 'none' },
    },
    children: {
      index: 'gsi1',
      condition: (place: { parentId?: string; shown?: boolean }) => isSome(place.parentId) && place.shown !== false,
      pk: { field: 'gsi1pk', composite: ['parentId'], template: 'CHILDREN#${parentId}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['order', 'id'], template: '${order}#${id}', casing: 'none' },
    },
    subtree: {
      index: 'gsi2',
      pk: { field: 'gsi2pk', composite: ['root', 'level'], template: 'SUBTREE#${root}#${level}', casing: 'none' },
      sk: { field: 'gsi2sk', composite: ['path'], template: '${path}', casing: 'none' },
    },
    byCode: {
      index: 'gsi3',
      condition: (place: { code?: string }) => isSome(place.code),
      pk: { field: 'gsi3pk', composite: ['code'], template: 'CODE#${code}', casing: 'none' },
      sk: { field: 'gsi3sk', composite: ['id'], template: '${id}', casing: 'none' },
    },
  },
})

function asItem(place: Place) {
  const { id, name, level, kind, code, hasChildren, initials, ended } = place
  return present({
    ...place,
    parentId: place.parentId ?? none,
    code: code ?? none,
    root: lineageOf(place.path)[0] ?? id,
    shown: ended === undefined,
    card: present({
      id,
      name,
      level,
      kind,
      hasChildren,
      code,
      initials,
      ...(ended ? { ended: true } : {}),
    }) as StoredCard, // undefined left out
  })
}

async function load(id: PlaceId, consistent = false): Promise<Place | undefined> {
  const { data } = await placeItem().get({ id }).go({ consistent })
  if (data === null) return undefined
  const { root: _root, card: _card, shown: _shown, parentId, code, ...place } = data
  return present({
    ...place,
    ...(isSome(code) ? { code } : {}),
    ...(isSome(parentId) ? { parentId: parentId as PlaceId } : {}), // written above from one
  })
}

const known = cached(moving, (id) => load(id as PlaceId))

/** The place as the edges have it: a copied path is never believed alone. */
export function placedBy(place: Place, relocations: readonly Relocation[]): Place {
  if (relocations.length === 0) return place
  const { path, levels: numbers, edges } = relocated(place, relocations)
  if (path === place.path && edges === place.edges) return place
  const parentId = lineageOf(path).at(-2)
  const moved = [...relocations].reverse().find(({ self }) => lineageOf(self.path).at(-1) === place.id)
  return {
    ...place,
    path,
    levels: numbers,
    edges,
    order: moved?.order ?? place.order,
    ...(parentId === undefined ? {} : { parentId }),
  }
}

/** @returns undefined when there is no such place. At most 5 s old, its location as of now. */
export async function readPlace(id: PlaceId): Promise<Place | undefined> {
  const [place, relocations] = await Promise.all([known.read(id), relocationsInForce()])
  return place === undefined ? undefined : placedBy(place, relocations)
}

/** As it is stored, for whoever is about to change it. */
export const readStored = (id: PlaceId): Promise<Place | undefined> => load(id, true)

/** Names are shown, never decided by, so a minute old is fine. */
const named = cached(12 * moving, async (id) => {
  const place = await load(id as PlaceId)
  if (place === undefined) return undefined
  const { name, level, order, code } = place
  return { id: place.id, name, level, order, ...(code === undefined ? {} : { code }) }
})

/** A place on a path, with what its local number is made of. */
export interface LineagePlace extends NamedPlace {
  readonly order: string
  readonly code?: string
}

/** The places along a path with their names, root first; those not yet remembered are read in one batch. */
export async function readLineage(path: PlacePath): Promise<LineagePlace[]> {
  const found = await Promise.all(lineageOf(path).map((id) => named.read(id)))
  return found.filter((place) => place !== undefined)
}

/** 「花家地北里 3号楼 2单元 501」 */
export async function readTail(path: PlacePath): Promise<string> {
  return placeTail(await readLineage(path))
}

const childrenPage = 100

/** A child as the list of its parent gives it, with its stored order. */
type Child = { readonly card: PlaceCard; readonly order: string }

async function storedChildren(
  parentId: PlaceId,
  cursor: string | null,
  range?: readonly [string, string],
): Promise<{ items: Child[]; next: string | null }> {
  const query = placeItem().query.children({ parentId })
  const options = { cursor, limit: childrenPage, data: 'includeKeys' } as const
  const { data, cursor: next } =
    range === undefined
      ? await query.go(options)
      : await query.between({ order: range[0] }, { order: range[1] }).go(options)
  return {
    items: data.map((item) => ({ card: bare(item.card), order: orderOfKey(item) })),
    next,
  }
}

/** The index gives its own keys with the card: `order#id`. */
function orderOfKey(item: object): string {
  const key = (item as { gsi1sk?: unknown }).gsi1sk // asked for with `includeKeys`
  return typeof key === 'string' ? key.slice(0, key.lastIndexOf('#')) : ''
}

const bare = ({ ended: _ended, ...card }: StoredCard): PlaceCard => card

/** A list of children in parts: those stored under the place, then those that came by an operation still being worked off. */
async function childrenParts(parentId: PlaceId): Promise<{
  readonly from: readonly PlaceId[]
  readonly come: readonly PlaceId[]
  readonly relocations: readonly Relocation[]
}> {
  const relocations = await relocationsInForce()
  const from = [parentId]
  const come: PlaceId[] = []
  for (const [index, { self, inside }] of relocations.entries()) {
    const place = lineageOf(self.path).at(-1)
    if (place === undefined) continue
    if (inside.path === self.path) come.push(place)
    // Whatever hung on the place that ended: where it hangs after all operations since.
    else if (childPathNow(inside.path, relocations.slice(index + 1)).at(-2) === parentId) from.push(place)
  }
  return { from, come: [...new Set(come)], relocations }
}

/** The way to a child of a place, whichever it is, after some operations. */
function childPathNow(path: PlacePath, relocations: readonly Relocation[]): PlaceId[] {
  const child = `${path}/child` as PlacePath // stands for any child: no operation names it
  return lineageOf(relocated(unlabelled(child), relocations).path)
}

/** True when a stored child of a place is its child by the edges, too. Only what an operation names needs to be looked at. */
async function isChildOf(id: PlaceId, parentId: PlaceId, relocations: readonly Relocation[]): Promise<boolean> {
  const concerned = relocations.some(({ from, self, inside }) => {
    const named = lineageOf(from.path).at(-1)
    return named === id || (named === parentId && inside.path !== self.path)
  })
  if (!concerned) return true
  const place = await readPlace(id)
  return place?.parentId === parentId && place.ended === undefined
}

/** The children of a place by the edges, in order, 100 a page. */
export async function readChildren(
  parentId: PlaceId,
  cursor: string | undefined,
): Promise<{ items: PlaceCard[]; next?: string }> {
  const { from, come, relocations } = await childrenParts(parentId)
  const position = splitPosition(cursor)
  const listed = from[position.part]
  if (listed === undefined) return { items: [] }
  const page = await readPage(position.from, (at) => storedChildren(listed, at))
  const items: PlaceCard[] = []
  for (const { card } of page.items) {
    // What came by a merger is still stored under the place that ended.
    const own =
      listed === parentId ? await isChildOf(card.id, parentId, relocations) : await isNowChild(card.id, parentId)
    if (own) items.push(card)
  }
  if (page.next !== null) return { items, next: joinPosition(position.part, page.next) }
  if (position.part + 1 < from.length) return { items, next: joinPosition(position.part + 1) }
  for (const id of come) {
    if (items.some((one) => one.id === id)) continue
    const place = await readPlace(id)
    if (place?.parentId === parentId && place.ended === undefined) items.push(cardOf(place))
  }
  return { items }
}

async function isNowChild(id: PlaceId, parentId: PlaceId): Promise<boolean> {
  const place = await readPlace(id)
  return place?.parentId === parentId && place.ended === undefined
}

/** What lists show of a place. */
export function cardOf({ id, name, level, kind, code, hasChildren, initials }: PlaceCard): PlaceCard {
  return present({ id, name, level, kind, code, hasChildren, initials }) as PlaceCard // undefined left out
}

/**
 * Children whose number begins with the digits (5 → 5, 50 …, 501 …), or whose name or initials contain the words.
 * Numbers are ranges of the sorted key, words are looked for in the first 1,000 children.
 */
export async function findChildren(parentId: PlaceId, starts: string): Promise<PlaceCard[]> {
  const found = new Map<PlaceId, PlaceCard>()
  const relocations = await relocationsInForce()
  const keep = async (card: PlaceCard) => {
    if (await isChildOf(card.id, parentId, relocations)) found.set(card.id, card)
  }
  if (/^\d{1,6}$/.test(starts)) {
    for (let more = 0; more + starts.length <= orderDigits; more++) {
      const low = starts.padEnd(starts.length + more, '0').padStart(orderDigits, '0')
      const high = starts.padEnd(starts.length + more, '9').padStart(orderDigits, '0')
      const { items } = await storedChildren(parentId, null, [low, `${high}\uffff`])
      for (const { card } of items) await keep(card)
    }
    return [...found.values()].slice(0, childrenPage)
  }
  const wanted = starts.toLowerCase()
  let cursor: string | undefined
  for (let page = 0; page < 10; page++) {
    const { items, next } = await readChildren(parentId, cursor)
    for (const card of items)
      if (card.name.includes(starts) || card.initials?.includes(wanted) === true) found.set(card.id, card)
    if (next === undefined) break
    cursor = next
  }
  return [...found.values()].slice(0, childrenPage)
}

/** Numbers are padded to this many digits in `order`. */
export const orderDigits = 6

/** @returns the child of a place that has a number at a level, by the edges. */
export async function findChild(parentId: PlaceId, level: Level, order: string): Promise<Place | undefined> {
  const { items } = await storedChildren(parentId, null, [order, `${order}#\uffff`])
  const alike = items.filter((one) => one.order === order && one.card.level === level)
  const relocations = await relocationsInForce()
  for (const { card } of alike) if (await isChildOf(card.id, parentId, relocations)) return readPlace(card.id)
  return undefined
}

/** All children as stored, with their order: what is compared with before more are made. */
export async function storedChildrenOf(parentId: PlaceId): Promise<{ card: PlaceCard; order: string }[]> {
  const all: Child[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof storedChildren>> = await storedChildren(parentId, cursor)
    all.push(...page.items)
    cursor = page.next
  } while (cursor !== null)
  return all
}

/** Where copies of a location can be found, and how to tell which of them are inside. */
export async function regionsOf(location: Location): Promise<Location[]> {
  return formerRegions(location, await relocationsInForce())
}

/** Where a copied path really leads. */
export async function pathNow(path: PlacePath): Promise<PlacePath> {
  const relocations = await relocationsInForce()
  return relocations.length === 0 ? path : relocated(unlabelled(path), relocations).path
}

interface SubtreePage {
  readonly items: readonly (PlaceCard & { readonly path: PlacePath })[]
  readonly next?: string
}

/** The places of one level inside a place by the edges, in path order, 100 a page; those that just came are first. */
export async function readSubtree(place: Place, level: Level, cursor: string | undefined): Promise<SubtreePage> {
  const relocations = await relocationsInForce()
  // Numbered from the end: part 0 is the place's own path, whatever operations begin or end between two pages.
  const regions = formerRegions(place, relocations).reverse()
  const asked = cursor === undefined ? { part: regions.length - 1, from: undefined } : splitPosition(cursor)
  const { part, from } = asked.part < regions.length ? asked : { part: regions.length - 1, from: undefined }
  const region = regions[part]
  if (region === undefined) return { items: [] }
  const { items, next } = await storedSubtree(region.path, level, from)
  const inside = items.flatMap(({ card, path }) => {
    const now = relocated(unlabelled(path), relocations).path
    const isInside = now === place.path || isUnder(now, place.path)
    return isInside && card.ended !== true ? [{ ...bare(card), path: now }] : []
  })
  if (next !== undefined) return { items: inside, next: joinPosition(part, next) }
  return { items: inside, ...(part > 0 ? { next: joinPosition(part - 1) } : {}) }
}

/** A page of the stored copies of one level that begin with a path, ended places among them. */
export async function storedSubtree(
  path: PlacePath,
  level: Level,
  cursor: string | undefined,
  limit = childrenPage,
): Promise<{ items: { card: StoredCard; path: PlacePath }[]; next?: string }> {
  const root = lineageOf(path)[0]
  if (root === undefined) return { items: [] }
  const { data, cursor: next } = await readPage(cursor, (from) =>
    placeItem().query.subtree({ root, level }).begins({ path }).go({ cursor: from, limit, data: 'includeKeys' }),
  )
  const items = data.map((item) => ({
    card: item.card,
    path: (item as { gsi2sk?: unknown }).gsi2sk as PlacePath, // asked for with `includeKeys`: the key is the path
  }))
  return { items, ...(next === null ? {} : { next }) }
}

/** The place an official code stands for today. */
export async function readByCode(code: string): Promise<PlaceId | undefined> {
  const { data } = await placeItem().query.byCode({ code }).go({ limit: 1 })
  return data[0]?.id
}

/** The open provinces, kept as one small item: a picker starts here, and it changes once in years. */
export const rootsItem = itemType({
  model: { entity: 'roots', version: '1', service: 'zmht' },
  attributes: {
    name: { type: 'string', required: true },
    places: { type: CustomAttributeType<readonly PlaceId[]>('any'), required: true },
    version: { type: 'number', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['name'], template: 'ROOTS#${name}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'ROOTS', casing: 'none' },
    },
  },
})

const roots = cached(moving, async () => {
  const { data } = await rootsItem().get({ name: 'open' }).go()
  const places = await Promise.all((data?.places ?? []).map((id) => load(id)))
  return places.filter((place) => place !== undefined)
})
export const readRoots = (): Promise<Place[]> => roots.read('open')

/** Opens a province to the pickers; opening it again changes nothing. */
export async function openRoot(id: PlaceId): Promise<void> {
  for (;;) {
    const { data } = await rootsItem().get({ name: 'open' }).go({ consistent: true })
    if (data?.places.includes(id)) return
    const version = (data?.version ?? 0) + 1
    const { written } = await putIf(
      rootsItem()
        .put({ name: 'open', places: [...(data?.places ?? []), id], version })
        .where(({ version: held }, { eq, notExists }) => (data === null ? notExists(held) : eq(held, data.version)))
        .params(),
    )
    if (written) return
  }
}

/** Writes one new place. @returns false when the id is taken. */
export async function createPlace(place: Place): Promise<boolean> {
  const { written } = await putIf(placeItem().create(asItem(place)).params())
  return written
}

/** @returns the put of a place changed since `place.version - 1`. */
export function placePut(place: Place): WriteParameters {
  return placeItem()
    .put(asItem(place))
    .where(({ version }, { eq }) => eq(version, place.version - 1))
    .params()
}

/** After a write of one's own: the next read is of what was written. */
export function forgetPlace(id: PlaceId): void {
  known.forget(id)
  named.forget(id)
}

/** @returns the put of a place that is not there yet. */
export const placeCreation = (place: Place): WriteParameters => placeItem().create(asItem(place)).params()

/**
 * Changes a stored place under its version; tried again when somebody else changed it meanwhile.
 * @returns false when the change leaves it as it is or there is no such place.
 */
export async function changePlace(id: PlaceId, change: (place: Place) => Place | undefined): Promise<boolean> {
  for (;;) {
    const place = await load(id, true)
    const next = place === undefined ? undefined : change(place)
    if (place === undefined || next === undefined) return false
    const { written } = await putIf(placePut({ ...next, version: place.version + 1 }))
    if (!written) continue
    forgetPlace(id)
    return true
  }
}

/** Tells a place whether it has children, so that a picker offers to go deeper. */
export async function markParent(id: PlaceId, hasChildren: boolean): Promise<void> {
  await changePlace(id, (place) => (place.hasChildren === hasChildren ? undefined : { ...place, hasChildren }))
}

/** Writes imported places, 25 at a time. The same place written twice is the same item: its id follows from its code. */
export async function writePlaces(places: readonly Place[]): Promise<void> {
  const batches: Place[][] = []
  for (let start = 0; start < places.length; start += 25) batches.push(places.slice(start, start + 25))
  for (let start = 0; start < batches.length; start += 4) {
    await Promise.all(batches.slice(start, start + 4).map(writeBatch))
  }
}

async function writeBatch(places: readonly Place[]): Promise<void> {
  const table = environment.tableName()
  let left = places.map((place) => ({
    PutRequest: { Item: (placeItem().put(asItem(place)).params() as { Item: Record<string, unknown> }).Item }, // what ElectroDB gives for a put
  }))
  for (let attempt = 0; left.length > 0; attempt++) {
    if (attempt > 0) await pause(50 * 2 ** Math.min(attempt, 6) * Math.random())
    const answer = await tableClient().send(new BatchWriteCommand({ RequestItems: { [table]: left } }))
    left = (answer.UnprocessedItems?.[table] ?? []) as typeof left // the unprocessed part of what was sent
  }
}
