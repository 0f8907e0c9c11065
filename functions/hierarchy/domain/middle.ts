import type { Position } from '@zmht/shared/geo/coordinates'
import type { Polygons, Ring } from '@zmht/shared/geo/polygon'

/**
 * The balance point of the largest part of a boundary, for a mark on a map; degrees as they were given. The earth is flat to it, which over a city is off
 * by metres.
 */
export function middleOf(polygons: Polygons): Position | undefined {
  const largest = polygons
    .flatMap(([outer]) => (outer === undefined ? [] : [balance(outer)]))
    .sort((one, other) => other.area - one.area)[0]
  return largest?.at
}

function balance(ring: Ring): { readonly area: number; readonly at: Position | undefined } {
  const [first] = ring
  if (first === undefined) return { area: 0, at: undefined }
  let [twice, x, y] = [0, 0, 0]
  for (const [index, here] of ring.entries()) {
    const next = ring[(index + 1) % ring.length] ?? first
    // From the first corner, so that small places far from zero keep their digits.
    const [ax, ay, bx, by] = [here[0] - first[0], here[1] - first[1], next[0] - first[0], next[1] - first[1]]
    const cross = ax * by - bx * ay
    twice += cross
    x += (ax + bx) * cross
    y += (ay + by) * cross
  }
  if (twice === 0) return { area: 0, at: first }
  return { area: Math.abs(twice), at: [first[0] + x / (3 * twice), first[1] + y / (3 * twice)] }
}
