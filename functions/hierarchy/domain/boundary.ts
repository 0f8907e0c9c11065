import type { BoundaryGeometry } from '@zmht/shared/contract'
import type { Level } from '@zmht/shared/geo'
import { type CoordinateSystem, converted, type Position } from '@zmht/shared/geo/coordinates'
import {
  areaOf,
  type Box,
  boxesMeet,
  boxOf,
  crossingOf,
  edgeMeetsBox,
  isInside,
  joined,
  overlapOf,
  type Polygon,
  type Polygons,
  polygonOfBox,
  type Ring,
  restOf,
  wound,
} from '@zmht/shared/geo/polygon'
import { Problem } from '@zmht/shared/problems'

/** Levels whose places have boundaries. A building is a point on a map, and a province is none of ours to draw. */
export const levelsWithBoundary: readonly Level[] = ['district', 'subdistrict', 'community', 'compound']

/** Square metres: the largest county of the pilot cities' kind is well below; anything above was drawn by mistake. */
const largestArea = 20_000 * 1_000_000
const mostPoints = 5000
/** Degrees: a generous box around China, which also notices latitude written before longitude. */
const china: Box = [73, 3, 136, 54]

const refused = (message: string) => new Problem('invalid', { fields: [{ path: 'body.geometry', message }] })

/**
 * A boundary as it is stored: WGS-84, rounded to a centimetre, rings wound as RFC 7946 wants them.
 * @throws Problem `invalid` for open rings, edges that cross, parts that overlap, positions outside China, an area of nothing or over 20,000 km².
 */
export function readGeometry(geometry: BoundaryGeometry, crs: CoordinateSystem): Polygons {
  const given = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  if (given.flat(2).length > mostPoints) throw refused(`边界的点太多，请简化到 ${mostPoints} 个以内`)
  const polygons = given.map((rings) => rings.map((ring) => readRing(ring, crs)))
  const crossing = crossingOf(polygons)
  if (crossing !== undefined) {
    const [longitude, latitude] = converted(crossing, 'wgs84', crs)
    throw refused(`边界自己相交或相接，请检查经度 ${longitude.toFixed(5)}、纬度 ${latitude.toFixed(5)} 附近`)
  }
  const area = areaOf(polygons)
  if (area < 1) throw refused('边界围不出面积，请重新画')
  if (area > largestArea) throw refused('边界的面积超过 2 万平方公里，请检查坐标')
  if (Math.abs(areaOf(joined(polygons)) - area) > Math.max(1, area * 1e-9))
    throw refused('边界的几个部分相互重叠，或空洞在边界外面')
  return wound(polygons)
}

function readRing(ring: readonly (readonly number[])[], crs: CoordinateSystem): Ring {
  const positions = ring.map(([longitude = Number.NaN, latitude = Number.NaN]): Position => [longitude, latitude])
  const [first, last] = [positions[0], positions.at(-1)]
  if (first === undefined || last === undefined || !isSame(first, last))
    throw refused('边界没有首尾相接：最后一点应与第一点相同')
  const outside = positions.find(([x, y]) => !(x >= china[0] && x <= china[2] && y >= china[1] && y <= china[3]))
  if (outside !== undefined) throw refused('有坐标不在中国范围内，请检查：经度在前，纬度在后')
  const stored = positions.map((position) => converted(position, crs, 'wgs84'))
  const distinct = stored.filter((position, index) => index === 0 || !isSame(position, stored[index - 1] ?? position))
  if (distinct.length < 4) throw refused('边界至少要有三个不同的点')
  return distinct.map(([x, y]): [number, number] => [x, y])
}

const isSame = (one: Position, other: Position): boolean => one[0] === other[0] && one[1] === other[1]

/** A stored boundary as GeoJSON in the system asked for. */
export function geometryOf(polygons: Polygons, crs: CoordinateSystem): BoundaryGeometry {
  const coordinates = polygons.map((rings) =>
    rings.map((ring) => ring.map((position) => [...converted(position, 'wgs84', crs)])),
  )
  const [only] = coordinates
  return coordinates.length === 1 && only !== undefined
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates }
}

/** Degrees a cell is wide and high, finest first: about 500 m, 4 km, 35 km and 280 km. A boundary uses one of them. */
const cellSizes = [0.005, 0.04, 0.32, 2.56] as const
const mostCells = 32

/** A piece of a boundary: what of it lies in one cell of the earth. */
export interface BoundaryCell {
  readonly cell: string
  /** Absent: the whole cell is inside. */
  readonly part?: Polygons
}

const cellName = (size: number, x: number, y: number): string => `${cellSizes.indexOf(size as 0.005)}.${x}.${y}`
const column = (longitude: number, size: number): number => Math.floor((longitude + 180) / size)
const row = (latitude: number, size: number): number => Math.floor((latitude + 90) / size)

/** The cells a position is in, one of each size: wherever a boundary is kept, it is found by these. */
export function cellsAt([longitude, latitude]: Position): string[] {
  return cellSizes.map((size) => cellName(size, column(longitude, size), row(latitude, size)))
}

/**
 * Cuts a boundary into cells of the finest size of which 32 or fewer are enough, each with its own piece: a position is then
 * looked up and tested without the whole boundary, however long it is.
 */
export function cellsOf(polygons: Polygons): BoundaryCell[] {
  const box = boxOf(polygons)
  const edges = polygons.flat().flatMap(edgesOf)
  for (const size of cellSizes) {
    const cells = cellsOfSize(polygons, edges, box, size)
    if (cells !== undefined) return cells
  }
  throw refused('边界太长，请检查坐标')
}

type Edge = readonly [Position, Position]

function edgesOf(ring: Ring): Edge[] {
  return ring.slice(1).map((to, index) => [ring[index] ?? to, to] as const)
}

/** @returns undefined when more cells than allowed would be needed. */
function cellsOfSize(
  polygons: Polygons,
  edges: readonly Edge[],
  [west, south, east, north]: Box,
  size: number,
): BoundaryCell[] | undefined {
  const columns = [column(west, size), column(east, size)] as const
  const rows = [row(south, size), row(north, size)] as const
  // A thin boundary may need far fewer cells than its box has, but not by this much.
  if ((columns[1] - columns[0] + 1) * (rows[1] - rows[0] + 1) > mostCells * 20) return undefined
  const touched: { cell: string; box: Box; isCut: boolean }[] = []
  for (let x = columns[0]; x <= columns[1]; x++) {
    for (let y = rows[0]; y <= rows[1]; y++) {
      const box: Box = [x * size - 180, y * size - 90, (x + 1) * size - 180, (y + 1) * size - 90]
      const isCut = edges.some(([from, to]) => edgeMeetsBox(from, to, box))
      const middle: Position = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
      if (!isCut && !isInside(middle, polygons)) continue
      touched.push({ cell: cellName(size, x, y), box, isCut })
      if (touched.length > mostCells) return undefined
    }
  }
  return touched.flatMap(({ cell, box, isCut }): BoundaryCell[] => {
    if (!isCut) return [{ cell }]
    // A little larger than the cell, so that no position on its edge falls between two pieces.
    const margin = 1e-6
    const wide: Box = [box[0] - margin, box[1] - margin, box[2] + margin, box[3] + margin]
    const part = overlapOf(polygons, [polygonOfBox(wide)])
    return part.length === 0 ? [] : [{ cell, part }]
  })
}

/** True when a position, which is in the cell, lies inside the boundary the piece is of. */
export const isInCell = (position: Position, { part }: Pick<BoundaryCell, 'part'>): boolean =>
  part === undefined || isInside(position, part)

export interface Bounded<Place> {
  readonly place: Place
  readonly polygons: Polygons
}

interface Patch {
  readonly area: number
  readonly polygons: Polygons
}

/** How the boundaries of the children of a place fit together. */
export interface Fit<Place> {
  readonly overlaps: readonly (Patch & { readonly one: Place; readonly other: Place })[]
  /** Absent when the place itself has no boundary. */
  readonly gaps?: readonly Patch[]
  readonly outside: readonly (Patch & { readonly place: Place })[]
}

/** Square metres: what two hands draw along one line never meets exactly. */
const sliver = 1

const withoutSlivers = (polygons: Polygons): Polygons => polygons.filter((polygon) => areaOf([polygon]) >= sliver)

const largestFirst = <One extends Patch>(patches: readonly One[]): One[] =>
  [...patches].sort((one, other) => other.area - one.area)

/** Where the children overlap, leave gaps or reach outside, the largest patch first; slivers under 1 m² are left out. */
export function fitOf<Place>(parent: Polygons | undefined, children: readonly Bounded<Place>[]): Fit<Place> {
  const boxes = children.map(({ polygons }) => boxOf(polygons))
  const overlaps = children.flatMap((one, index) =>
    children.slice(index + 1).flatMap((other, further) => {
      const [box, otherBox] = [boxes[index], boxes[index + 1 + further]]
      if (box === undefined || otherBox === undefined || !boxesMeet(box, otherBox)) return []
      const polygons = withoutSlivers(overlapOf(one.polygons, other.polygons))
      return polygons.length === 0 ? [] : [{ one: one.place, other: other.place, polygons, area: areaOf(polygons) }]
    }),
  )
  if (parent === undefined) return { overlaps: largestFirst(overlaps), outside: [] }
  const gaps = withoutSlivers(
    restOf(
      parent,
      children.map(({ polygons }) => polygons),
    ),
  ).map((polygon: Polygon) => ({ polygons: [polygon], area: areaOf([polygon]) }))
  const outside = children.flatMap(({ place, polygons: whole }) => {
    const polygons = withoutSlivers(restOf(whole, [parent]))
    return polygons.length === 0 ? [] : [{ place, polygons, area: areaOf(polygons) }]
  })
  return { overlaps: largestFirst(overlaps), gaps: largestFirst(gaps), outside: largestFirst(outside) }
}
