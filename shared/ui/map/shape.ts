import type { BoundaryGeometry } from '../../contract'

/** Longitude and latitude in degrees. */
export type Position = readonly [longitude: number, latitude: number]
/** Corners in order; the last is joined to the first, which is not repeated. */
export type Ring = readonly Position[]
/** The outer ring first, then holes. */
export type Polygon = readonly Ring[]
/** One or more polygons: what a place covers. */
export type Shape = readonly Polygon[]

export interface Bounds {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

const earthRadius = 6_378_137
const radians = (degrees: number) => (degrees * Math.PI) / 180

function ringOf(positions: readonly (readonly number[])[]): Ring {
  const ring = positions.flatMap((position): Position[] => {
    const [longitude, latitude] = position
    return longitude === undefined || latitude === undefined ? [] : [[longitude, latitude]]
  })
  const [first, last] = [ring[0], ring.at(-1)]
  const closed = ring.length > 1 && first !== undefined && last !== undefined && same(first, last)
  return closed ? ring.slice(0, -1) : ring
}

const same = (one: Position, other: Position) => one[0] === other[0] && one[1] === other[1]

/** @returns the polygons of a GeoJSON geometry with open rings. */
export function shapeOf(geometry: BoundaryGeometry): Shape {
  return geometry.type === 'Polygon'
    ? [geometry.coordinates.map(ringOf)]
    : geometry.coordinates.map((polygon) => polygon.map(ringOf))
}

/** Seven decimals are a centimetre. */
const rounded = (degrees: number) => Math.round(degrees * 1e7) / 1e7

/** @returns the shape as GeoJSON with closed rings. Coordinates are rounded to a centimetre. */
export function geometryOf(shape: Shape): BoundaryGeometry {
  const polygons = shape.map((polygon) =>
    polygon.map((ring) => {
      const open = ring.map(([longitude, latitude]) => [rounded(longitude), rounded(latitude)])
      const [first] = open
      return first === undefined ? open : [...open, [...first]]
    }),
  )
  const [only] = polygons
  return polygons.length === 1 && only !== undefined
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: polygons }
}

/** Square metres on the sphere, without sign. */
function ringArea(ring: Ring): number {
  let sum = 0
  for (let index = 0; index < ring.length; index++) {
    const [here, next] = [ring[index], ring[(index + 1) % ring.length]]
    if (here === undefined || next === undefined) continue
    sum += radians(next[0] - here[0]) * (2 + Math.sin(radians(here[1])) + Math.sin(radians(next[1])))
  }
  return Math.abs((sum * earthRadius * earthRadius) / 2)
}

/** @returns what the shape covers in square metres: outer rings less their holes. */
export function areaOf(shape: Shape): number {
  return shape.reduce((sum, polygon) => {
    const [outer, ...holes] = polygon
    if (outer === undefined) return sum
    return sum + ringArea(outer) - holes.reduce((all, hole) => all + ringArea(hole), 0)
  }, 0)
}

/** 「3.2 公顷」「860 平方米」「12.4 平方公里」 */
export function areaWords(squareMetres: number): string {
  if (squareMetres < 10_000) return `${Math.round(squareMetres)} 平方米`
  if (squareMetres < 1_000_000) return `${(squareMetres / 10_000).toFixed(1)} 公顷`
  return `${(squareMetres / 1_000_000).toFixed(2)} 平方公里`
}

/** @returns what holds all shapes; undefined when there is no corner. */
export function boundsOf(shapes: readonly Shape[]): Bounds | undefined {
  let bounds: Bounds | undefined
  for (const shape of shapes)
    for (const polygon of shape)
      for (const ring of polygon)
        for (const [longitude, latitude] of ring)
          bounds = {
            west: Math.min(bounds?.west ?? longitude, longitude),
            south: Math.min(bounds?.south ?? latitude, latitude),
            east: Math.max(bounds?.east ?? longitude, longitude),
            north: Math.max(bounds?.north ?? latitude, latitude),
          }
  return bounds
}

/** Twice the signed area of a triangle: its sign tells on which side of the line the third point lies. */
const turn = (a: Position, b: Position, c: Position) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

function crosses(a: Position, b: Position, c: Position, d: Position): boolean {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0
}

/** @returns the numbers of two edges of a ring that cross; undefined for a simple ring. Edge n runs from corner n to the next. */
export function crossingOf(ring: Ring): readonly [number, number] | undefined {
  const edges = ring.flatMap((start, index): [number, Position, Position][] => {
    const end = ring[(index + 1) % ring.length]
    return end === undefined ? [] : [[index, start, end]]
  })
  for (const [one, a, b] of edges) {
    for (const [other, c, d] of edges) if (other > one && crosses(a, b, c, d)) return [one, other]
  }
  return undefined
}

/** Why a shape cannot be a boundary, as sentences for the person; empty when it can. */
export function shapeProblems(shape: Shape): readonly string[] {
  const problems: string[] = []
  if (shape.length === 0) problems.push('还没有画边界')
  if (shape.some((polygon) => polygon.some((ring) => ring.length < 3))) problems.push('每一圈至少要有三个点')
  if (shape.some((polygon) => polygon.some((ring) => ring.length >= 2000))) problems.push('一圈的点太多，最多 1999 个')
  if (shape.length > 20) problems.push('最多由 20 块组成')
  if (shape.some((polygon) => polygon.some((ring) => ring.length < 2000 && crossingOf(ring) !== undefined))) {
    problems.push('边界线自己交叉了，请拖动交叉处的点')
  }
  return problems
}

/** Whether a point lies inside, holes left out. */
export function holds(shape: Shape, [x, y]: Position): boolean {
  const inRing = (ring: Ring) => {
    let inside = false
    for (let index = 0; index < ring.length; index++) {
      const [a, b] = [ring[index], ring[(index + ring.length - 1) % ring.length]]
      if (a === undefined || b === undefined) continue
      if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside
    }
    return inside
  }
  return shape.some(([outer, ...holes]) => outer !== undefined && inRing(outer) && !holes.some(inRing))
}
