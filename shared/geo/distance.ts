import type { Position } from './coordinates'

/** Of a degree of latitude, in metres. */
const metresPerDegree = 111_320

/** @returns how far two positions of one coordinate system lie apart, in metres: to a thousandth within a city */
export function metresBetween([x, y]: Position, [otherX, otherY]: Position): number {
  const across = (x - otherX) * Math.cos((((y + otherY) / 2) * Math.PI) / 180)
  return Math.hypot(across, y - otherY) * metresPerDegree
}
