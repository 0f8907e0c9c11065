import { createHash } from 'node:crypto'
import type { PlaceId } from '@zmht/shared/geo'
import { readBatch } from '../platform/table/batch'
import { CustomAttributeType, itemType, present } from '../platform/table/item'
import { type TransactionPart, transact } from '../platform/table/write'
import { type GridWorker, gridsOver, inForce } from './domain/grid'

/** A grid without the list of its places, which only its own page needs. */
export interface Grid {
  readonly id: string
  readonly name: string
  /** Where it belongs. */
  readonly within: PlaceId
  readonly workers: readonly GridWorker[]
  readonly from: string
  /** The last day; absent: until further notice. */
  readonly to?: string
  readonly edition: number
  /** Names the set of places it covers: a cover written for another stamp does not count. */
  readonly stamp: string
  readonly by: string
}

export const gridItem = itemType({
  model: { entity: 'grid', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    name: { type: 'string', required: true },
    within: { type: CustomAttributeType<PlaceId>('string'), required: true },
    workers: { type: CustomAttributeType<readonly GridWorker[]>('any'), required: true },
    from: { type: 'string', required: true },
    to: { type: 'string' },
    /** The last day, or `furtherNotice`. */
    last: { type: 'string', required: true },
    edition: { type: 'number', required: true },
    stamp: { type: 'string', required: true },
    by: { type: 'string', required: true },
    card: { type: CustomAttributeType<Grid>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'GRID#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'GRID', casing: 'none' },
    },
    ofPlace: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: ['within'], template: 'GRIDS#${within}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['last', 'id'], template: '${last}#${id}', casing: 'none' },
    },
  },
})

/** The places of a grid. */
export const gridPlacesItem = itemType({
  model: { entity: 'gridPlaces', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    places: { type: CustomAttributeType<readonly PlaceId[]>('any'), required: true },
    stamp: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'GRID#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'PLACES', casing: 'none' },
    },
  },
})

/**
 * Which grids may cover a place: `grid#stamp`, one for each. Written before the grid is switched to the stamp and taken away after it was
 * switched to another, so a reader who asks the grid for its stamp never sees half of a change.
 */
export const coverItem = itemType({
  model: { entity: 'cover', version: '1', service: 'zmht' },
  attributes: {
    place: { type: CustomAttributeType<PlaceId>('string'), required: true },
    grids: { type: 'set', items: 'string' },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['place'], template: 'COVER#${place}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'COVER', casing: 'none' },
    },
  },
})

/** An official's days in a grid; changed with the grid in one transaction. */
export const gridWorkerItem = itemType({
  model: { entity: 'gridWorker', version: '1', service: 'zmht' },
  attributes: {
    official: { type: 'string', required: true },
    grid: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['official'], template: 'GRIDWORKER#${official}', casing: 'none' },
      sk: { field: 'sk', composite: ['grid'], template: '${grid}', casing: 'none' },
    },
  },
})

const furtherNotice = '9999-12-31'

type StoredGrid = Grid & { readonly last: string; readonly card: Grid }
const bare = ({ last: _last, card: _card, ...grid }: StoredGrid): Grid => grid

/** Strongly consistent: what it is changed from, and what was saved a moment ago. */
export async function readGrid(id: string): Promise<Grid | undefined> {
  const { data } = await gridItem().get({ id }).go({ consistent: true })
  return data === null ? undefined : bare(present(data))
}

/** Those of the grids that exist, by id, in one batch. */
export async function readGrids(ids: readonly string[], consistent = false): Promise<Map<string, Grid>> {
  const found = await readBatch(
    [...new Set(ids)].map((id) => ({ id })),
    (keys) => gridItem().get(keys).go({ consistent }),
  )
  return new Map(found.map((one) => [one.id, bare(present(one))]))
}

/** The places of each of these grids. */
export async function readGridPlaces(ids: readonly string[]): Promise<Map<string, readonly PlaceId[]>> {
  const found = await readBatch(
    ids.map((id) => ({ id })),
    (keys) => gridPlacesItem().get(keys).go({ consistent: true }),
  )
  return new Map(found.map(({ id, places }) => [id, places]))
}

/** The grids that belong to a place and have not ended before a day. */
export async function gridsOfPlace(within: PlaceId, day: string): Promise<Grid[]> {
  const { data } = await gridItem().query.ofPlace({ within }).gte({ last: day }).go({ pages: 'all' })
  return data.map(({ card }) => card)
}

/** The grids an official is or was named for. */
export async function gridsOfWorker(official: string): Promise<string[]> {
  const { data } = await gridWorkerItem().query.primary({ official }).go({ pages: 'all' })
  return data.map(({ grid }) => grid)
}

/**
 * The grids that cover each of these places on a day, nearest first: one batch over their lineages (≤ 9 keys for one place) and one
 * over the grids found.
 * @param consistent Asked where work is routed: what was saved a moment ago counts.
 */
export async function gridsCovering(
  places: readonly { readonly id: PlaceId; readonly lineage: readonly PlaceId[] }[],
  day: string,
  consistent = false,
): Promise<Map<PlaceId, Grid[]>> {
  const along = [...new Set(places.flatMap(({ lineage }) => lineage))]
  const covers = await readBatch(
    along.map((place) => ({ place })),
    (keys) => coverItem().get(keys).go({ consistent }),
  )
  const tokens = new Map(covers.map(({ place, grids }) => [place, (grids ?? []).map(readToken)]))
  const grids = await readGrids(
    [...tokens.values()].flatMap((here) => here.map(({ id }) => id)),
    consistent,
  )
  const at = (place: PlaceId): Grid[] =>
    (tokens.get(place) ?? []).flatMap(({ id, stamp }) => {
      const grid = grids.get(id)
      return grid !== undefined && grid.stamp === stamp && inForce(grid, day) ? [grid] : []
    })
  return new Map(places.map(({ id, lineage }) => [id, gridsOver(lineage, at)]))
}

const tokenOf = (id: string, stamp: string): string => `${id}#${stamp}`

function readToken(token: string): { id: string; stamp: string } {
  const [id = '', stamp = ''] = token.split('#')
  return { id, stamp }
}

/** The edition in which the set of places came to be, and a digest of the set: the same for a retry, another for another set. */
function stampOf(edition: number, places: readonly PlaceId[]): string {
  const digest = createHash('sha256')
    .update([...places].sort().join('/'))
    .digest('hex')
  return `${edition}-${digest.slice(0, 12)}`
}

const atOnce = 10

async function changeCovers(
  places: readonly PlaceId[],
  change: 'add' | 'delete',
  id: string,
  stamp: string,
): Promise<void> {
  const grids = [tokenOf(id, stamp)]
  for (let start = 0; start < places.length; start += atOnce) {
    await Promise.all(
      places
        .slice(start, start + atOnce)
        .map((place) =>
          change === 'add'
            ? coverItem().update({ place }).add({ grids }).go()
            : coverItem().update({ place }).delete({ grids }).go(),
        ),
    )
  }
}

/** Takes away the covers of a set of places a grid no longer has. Done twice it changes nothing: a stamp never comes back. */
export const dropCovers = (id: string, stamp: string, places: readonly PlaceId[]): Promise<void> =>
  changeCovers(places, 'delete', id, stamp)

export interface GridChange {
  readonly before: Grid | undefined
  readonly placesBefore: readonly PlaceId[]
  readonly after: Omit<Grid, 'stamp'>
  readonly places: readonly PlaceId[]
}

/**
 * Saves a grid with its places and workers, whole: first the covers under a new stamp, which nobody believes yet, then the grid itself in
 * one transaction (at most 42 parts). Covers of the former stamp are dropped by a reaction.
 * @returns undefined when the grid changed since it was read.
 */
export async function saveGrid({ before, placesBefore, after, places }: GridChange): Promise<Grid | undefined> {
  const samePlaces = before !== undefined && [...placesBefore].sort().join() === [...places].sort().join()
  const grid: Grid = { ...after, stamp: samePlaces ? before.stamp : stampOf(after.edition, places) }
  if (!samePlaces) await changeCovers(places, 'add', grid.id, grid.stamp)
  const { written } = await transact(partsOf(before, grid, places))
  if (written) return grid
  const held = await readGrid(grid.id)
  if (!samePlaces && held?.stamp !== grid.stamp) await dropCovers(grid.id, grid.stamp, places)
  return undefined
}

function partsOf(before: Grid | undefined, grid: Grid, places: readonly PlaceId[]): TransactionPart[] {
  const { id, stamp } = grid
  const officials = new Set(grid.workers.map(({ official }) => official))
  const gone = new Set((before?.workers ?? []).map(({ official }) => official).filter((one) => !officials.has(one)))
  return [
    {
      put: gridItem()
        .put(present({ ...grid, last: grid.to ?? furtherNotice, card: grid }))
        .where(({ edition }, { eq, notExists }) =>
          before === undefined ? notExists(edition) : eq(edition, before.edition),
        )
        .params(),
    },
    { put: gridPlacesItem().put({ id, places, stamp }).params() },
    ...[...officials].map((official) => ({ put: gridWorkerItem().put({ official, grid: id }).params() })),
    ...[...gone].map((official) => ({ delete: gridWorkerItem().delete({ official, grid: id }).params() })),
  ]
}
