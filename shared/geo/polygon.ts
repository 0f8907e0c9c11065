import { area as areaOnEarth } from '@turf/area'
import { booleanPointInPolygon as pointInPolygon } from '@turf/boolean-point-in-polygon'
import { kinks } from '@turf/kinks'
import { difference, intersection, union } from 'polyclip-ts'
import type { Position } from './coordinates'

/** Closed: the last position is the first. [longitude, latitude] in degrees, WGS-84. */
export type Ring = [number, number][]
/** The outer ring, then its holes. */
export type Polygon = Ring[]
export type Polygons = Polygon[]

/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number]

const geoJson = (coordinates: Polygons) => ({ type: 'MultiPolygon' as const, coordinates })

/** Square metres on the earth. */
export const areaOf = (polygons: Polygons): number => areaOnEarth(geoJson(polygons))

/** True when a position lies inside or on the edge. */
export function isInside([longitude, latitude]: Position, polygons: Polygons): boolean {
  return pointInPolygon([longitude, latitude], geoJson(polygons))
}

/** @returns a position where the edges cross or touch, if they do anywhere but at their own corners. */
export function crossingOf(polygons: Polygons): Position | undefined {
  const [x, y] = kinks(geoJson(polygons)).features[0]?.geometry.coordinates ?? []
  return x === undefined || y === undefined ? undefined : [x, y]
}

/** What lies in both. */
export const overlapOf = (one: Polygons, other: Polygons): Polygons => intersection(one, other)

/** What of one lies in none of the others. */
export const restOf = (one: Polygons, others: readonly Polygons[]): Polygons => difference(one, ...others)

/** Overlapping parts made one. */
export const joined = (polygons: Polygons): Polygons => union(polygons)

export function boxOf(polygons: Polygons): Box {
  const box: [number, number, number, number] = [180, 90, -180, -90]
  for (const [x, y] of polygons.flat(2)) {
    box[0] = Math.min(box[0], x)
    box[1] = Math.min(box[1], y)
    box[2] = Math.max(box[2], x)
    box[3] = Math.max(box[3], y)
  }
  return box
}

export const boxesMeet = (one: Box, other: Box): boolean =>
  one[0] <= other[2] && other[0] <= one[2] && one[1] <= other[3] && other[1] <= one[3]

export const polygonOfBox = ([west, south, east, north]: Box): Polygon => [
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ],
]

/** True when a straight edge touches a box. */
export function edgeMeetsBox([x, y]: Position, [toX, toY]: Position, box: Box): boolean {
  const [west, south, east, north] = box
  if (!boxesMeet([Math.min(x, toX), Math.min(y, toY), Math.max(x, toX), Math.max(y, toY)], box)) return false
  // Unless all corners lie on one side of its line.
  const sides = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ].map(([cornerX = 0, cornerY = 0]) => (toX - x) * (cornerY - y) - (toY - y) * (cornerX - x))
  return sides.some((side) => side >= 0) && sides.some((side) => side <= 0)
}

/** Outer rings counter-clockwise and holes clockwise, as RFC 7946 wants them. */
export function wound(polygons: Polygons): Polygons {
  return polygons.map((rings) =>
    rings.map((ring, index) => (isCounterClockwise(ring) === (index === 0) ? ring : [...ring].reverse())),
  )
}

function isCounterClockwise(ring: Ring): boolean {
  let twice = 0
  for (const [index, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y]
    twice += x * nextY - nextX * y
  }
  return twice > 0
}
