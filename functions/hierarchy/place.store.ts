import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import {
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
import { readPage } from '../platform/table/page'
import { pause, putIf } from '../platform/table/write'

export interface PlaceCard {
  readonly id: PlaceId
  readonly name: string
  readonly level: Level
  readonly kind: PlaceKind
  readonly code?: string
  readonly hasChildren: boolean
}

/** A place. `parentId` is the edge of the tree; `path` is derived from the edges and copied into the list indexes. */
export interface Place extends PlaceCard {
  readonly parentId?: PlaceId
  readonly path: PlacePath
  /** The level of each place on the path, as its number from 1 to 9: 「13456789」 for a door in a municipality. */
  readonly levels: string
  /** Sorts children: the official code, or the local number padded. */
  readonly order: string
  readonly since: Instant
  readonly version: number
}

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
    order: { type: 'string', required: true },
    /** The province, by which the subtree index is partitioned. */
    root: { type: 'string', required: true },
    since: { type: CustomAttributeType<Instant>('string'), required: true },
    version: { type: 'number', required: true },
    card: { type: CustomAttributeType<PlaceCard>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'PLACE#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'PLACE', casing: 'none' },
    },
    children: {
      index: 'gsi1',
      condition: (place: { parentId?: string }) => isSome(place.parentId),
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
  const { id, name, level, kind, code, hasChildren } = place
  return present({
    ...place,
    parentId: place.parentId ?? none,
    code: code ?? none,
    root: lineageOf(place.path)[0] ?? id,
    card: { id, name, level, kind, hasChildren, ...(code === undefined ? {} : { code }) },
  })
}

async function load(id: PlaceId): Promise<Place | undefined> {
  const { data } = await placeItem().get({ id }).go()
  if (data === null) return undefined
  const { root: _root, card: _card, parentId, code, ...place } = data
  return {
    ...place,
    ...(isSome(code) ? { code } : {}),
    ...(isSome(parentId) ? { parentId: parentId as PlaceId } : {}), // written above from one
  }
}

const known = cached(moving, (id) => load(id as PlaceId))

/** @returns undefined when there is no such place. At most 5 s old. */
export const readPlace = (id: PlaceId): Promise<Place | undefined> => known.read(id)

/** Names and levels change by dated operations only; they are shown, never decided by, so a minute old is fine. */
const named = cached(12 * moving, async (id) => {
  const place = await load(id as PlaceId)
  return place === undefined ? undefined : ({ id: place.id, name: place.name, level: place.level } satisfies NamedPlace)
})

/** The places along a path with their names, root first; those not yet remembered are read in one batch. */
export async function readLineage(path: PlacePath): Promise<NamedPlace[]> {
  const found = await Promise.all(lineageOf(path).map((id) => named.read(id)))
  return found.filter((place) => place !== undefined)
}

/** 「花家地北里 3号楼 2单元 501」 */
export async function readTail(path: PlacePath): Promise<string> {
  return placeTail(await readLineage(path))
}

const childrenPage = 100

export async function readChildren(
  parentId: PlaceId,
  cursor: string | undefined,
): Promise<{ items: PlaceCard[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    placeItem().query.children({ parentId }).go({ cursor: from, limit: childrenPage }),
  )
  return { items: data.map(({ card }) => card), ...(next === null ? {} : { next }) }
}

export async function readSubtree(
  place: Place,
  level: Level,
  cursor: string | undefined,
): Promise<{ items: PlaceCard[]; next?: string }> {
  const root = lineageOf(place.path)[0] ?? place.id
  const { data, cursor: next } = await readPage(cursor, (from) =>
    placeItem().query.subtree({ root, level }).begins({ path: place.path }).go({ cursor: from, limit: childrenPage }),
  )
  return { items: data.map(({ card }) => card), ...(next === null ? {} : { next }) }
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
  const places = await Promise.all((data?.places ?? []).map(load))
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

/** Tells a place that it has children now, so that a picker offers to go deeper. */
export async function markParent(place: Place): Promise<void> {
  if (place.hasChildren) return
  await putIf(
    placeItem()
      .put(asItem({ ...place, hasChildren: true, version: place.version + 1 }))
      .where(({ version }, { eq }) => eq(version, place.version))
      .params(),
  )
  known.forget(place.id)
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
