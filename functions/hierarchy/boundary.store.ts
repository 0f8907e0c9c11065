import { createHash } from 'node:crypto'
import type { PlaceId } from '@zmht/shared/geo'
import type { Position } from '@zmht/shared/geo/coordinates'
import type { Polygons } from '@zmht/shared/geo/polygon'
import type { Instant } from '@zmht/shared/knowledge'
import { readBatch, writeBatch } from '../platform/table/batch'
import { CustomAttributeType, itemType, present } from '../platform/table/item'
import { putIf, transact } from '../platform/table/write'
import { type BoundaryCell, cellsAt, cellsOf, isInCell } from './domain/boundary'

/** Cells written for one boundary. */
interface StampedCells {
  readonly stamp: string
  readonly cells: readonly string[]
}

/**
 * Which version of a place's boundary is in force. Small, and asked for every place a point may be in. It stays when the boundary is
 * taken away, so that a version never comes back.
 */
export const boundaryItem = itemType({
  model: { entity: 'boundary', version: '1', service: 'zmht' },
  attributes: {
    place: { type: CustomAttributeType<PlaceId>('string'), required: true },
    version: { type: 'number', required: true },
    /** Names the cells that count: the version and a digest of what was drawn. */
    stamp: { type: 'string', required: true },
    /** False once it was taken away. */
    drawn: { type: 'boolean', required: true },
    cells: { type: CustomAttributeType<readonly string[]>('any'), required: true },
    /** Cells of the version before, until they are dropped. */
    former: { type: CustomAttributeType<StampedCells>('any') },
    at: { type: 'string', required: true },
    by: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['place'], template: 'BOUNDARY#${place}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'BOUNDARY', casing: 'none' },
    },
  },
})

/** The boundary itself, WGS-84, saved with its version in one transaction. */
export const shapeItem = itemType({
  model: { entity: 'shape', version: '1', service: 'zmht' },
  attributes: {
    place: { type: CustomAttributeType<PlaceId>('string'), required: true },
    version: { type: 'number', required: true },
    /** Square metres. */
    area: { type: 'number', required: true },
    /** JSON: as a list of lists the table would need twice the room. */
    polygons: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['place'], template: 'BOUNDARY#${place}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'SHAPE', casing: 'none' },
    },
  },
})

/** What of a boundary lies in one cell of the earth. It counts as long as its stamp is in force. */
export const boundaryCellItem = itemType({
  model: { entity: 'boundaryCell', version: '1', service: 'zmht' },
  attributes: {
    cell: { type: 'string', required: true },
    place: { type: CustomAttributeType<PlaceId>('string'), required: true },
    stamp: { type: 'string', required: true },
    /** JSON of the piece; absent: the whole cell is inside. */
    part: { type: 'string' },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['cell'], template: 'CELL#${cell}', casing: 'none' },
      sk: { field: 'sk', composite: ['place', 'stamp'], template: '${place}#${stamp}', casing: 'none' },
    },
  },
})

/** A boundary as it is kept. */
export interface Boundary {
  readonly place: PlaceId
  readonly version: number
  readonly area: number
  readonly polygons: Polygons
}

const parsed = (polygons: string): Polygons => JSON.parse(polygons)

/** The boundaries of these places, in one batch for 100. A place without one is left out. */
export async function readBoundaries(places: readonly PlaceId[], consistent = false): Promise<Map<PlaceId, Boundary>> {
  const found = await readBatch(
    places.map((place) => ({ place })),
    (keys) => shapeItem().get(keys).go({ consistent }),
  )
  return new Map(found.map((one) => [one.place, { ...one, polygons: parsed(one.polygons) }]))
}

export interface BoundaryVersion {
  readonly version: number
  readonly stamp: string
  readonly drawn: boolean
  readonly cells: readonly string[]
  readonly former?: StampedCells
}

/** Strongly consistent: what a change starts from. */
export async function readBoundaryVersion(place: PlaceId): Promise<BoundaryVersion | undefined> {
  const { data } = await boundaryItem().get({ place }).go({ consistent: true })
  return data === null ? undefined : present(data)
}

/**
 * Replaces a boundary, or takes it away: the cells of the new version are written first, then version and shape are switched in one
 * transaction, then the former cells are dropped. A reader meets the old boundary or the new one, never neither.
 * @param polygons Absent: taken away.
 * @returns the new version; undefined when the boundary changed since `before` was read.
 */
export async function saveBoundary(
  place: PlaceId,
  before: BoundaryVersion | undefined,
  drawn: { readonly polygons: Polygons; readonly area: number } | undefined,
  facts: { readonly at: Instant; readonly by: string },
): Promise<number | undefined> {
  if (before?.former !== undefined) await dropCells(place, before.former)
  const version = (before?.version ?? 0) + 1
  const polygons = JSON.stringify(drawn?.polygons ?? [])
  const stamp = `${version}-${createHash('sha256').update(polygons).digest('hex').slice(0, 12)}`
  const pieces = drawn === undefined ? [] : cellsOf(drawn.polygons)
  await writeCells(place, stamp, pieces)
  const cells = pieces.map(({ cell }) => cell)
  const settled: BoundaryVersion = { version, stamp, drawn: drawn !== undefined, cells }
  const former = before === undefined ? undefined : { stamp: before.stamp, cells: before.cells }
  const { written } = await transact([
    { put: putOf(place, before, former === undefined ? settled : { ...settled, former }, facts) },
    drawn === undefined
      ? { delete: shapeItem().delete({ place }).params() }
      : { put: shapeItem().put({ place, version, area: drawn.area, polygons }).params() },
  ])
  if (!written) {
    const held = await readBoundaryVersion(place)
    if (held?.stamp !== stamp) await dropCells(place, { stamp, cells })
    return undefined
  }
  if (former !== undefined) {
    await dropCells(place, former)
    // Only so that the next change need not drop them again.
    await putIf(putOf(place, settled, settled, facts))
  }
  return version
}

function putOf(
  place: PlaceId,
  before: BoundaryVersion | undefined,
  after: BoundaryVersion,
  facts: { readonly at: Instant; readonly by: string },
) {
  return boundaryItem()
    .put({ place, ...after, ...facts })
    .where(({ version }, { eq, notExists }) =>
      before === undefined ? notExists(version) : eq(version, before.version),
    )
    .params()
}

async function writeCells(place: PlaceId, stamp: string, cells: readonly BoundaryCell[]): Promise<void> {
  const items = cells.map(({ cell, part }) => ({
    cell,
    place,
    stamp,
    ...(part === undefined ? {} : { part: JSON.stringify(part) }),
  }))
  await writeBatch(
    items,
    (some) => boundaryCellItem().put(some).go(),
    (key) => items.find(({ cell }) => cell === key.cell),
  )
}

/** Done twice it changes nothing: a stamp never comes back. */
async function dropCells(place: PlaceId, { stamp, cells }: StampedCells): Promise<void> {
  const keys = cells.map((cell) => ({ cell, place, stamp }))
  await writeBatch(
    keys,
    (some) => boundaryCellItem().delete(some).go(),
    (key) => keys.find(({ cell }) => cell === key.cell),
  )
}

/**
 * The places whose boundary holds a position, in no order: four queries by cell, then the versions of those it lies in, however many places
 * there are. Where a boundary was replaced in between, it is asked itself.
 */
export async function placesAt(position: Position): Promise<PlaceId[]> {
  const pages = await Promise.all(
    cellsAt(position).map((cell) => boundaryCellItem().query.primary({ cell }).go({ pages: 'all' })),
  )
  const seen = pages.flatMap(({ data }) => data)
  const holding = seen.filter(({ part }) => isInCell(position, part === undefined ? {} : { part: parsed(part) }))
  const versions = await readBatch(
    [...new Set(holding.map(({ place }) => place))].map((place) => ({ place })),
    (keys) => boundaryItem().get(keys).go(),
  )
  const found = await Promise.all(
    versions.map(async ({ place, stamp, drawn }): Promise<PlaceId[]> => {
      if (!drawn) return []
      const cell = seen.find((one) => one.place === place && one.stamp === stamp)
      if (cell !== undefined) return holding.includes(cell) ? [place] : []
      const boundary = (await readBoundaries([place])).get(place)
      return boundary !== undefined && isInCell(position, { part: boundary.polygons }) ? [place] : []
    }),
  )
  return found.flat()
}
