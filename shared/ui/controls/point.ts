import type { Bounds, MapLayer, Position, Ring } from '../map'

/** `longitude,latitude` in GCJ-02, six decimals (0.1 m): how a point is stored. */
export function pointValue([longitude, latitude]: Position): string {
  return `${longitude.toFixed(6)},${latitude.toFixed(6)}`
}

/** @returns the position of a stored point; nothing for what is none */
export function positionOf(value: string): Position | undefined {
  const [longitude = Number.NaN, latitude = Number.NaN, ...more] = value.split(',').map(Number)
  return more.length === 0 && Number.isFinite(longitude) && Number.isFinite(latitude)
    ? [longitude, latitude]
    : undefined
}

/** 「东经116.397428度，北纬39.909230度」 */
export function pointWords([longitude, latitude]: Position): string {
  const east = `${longitude < 0 ? '西经' : '东经'}${Math.abs(longitude).toFixed(6)}度`
  const north = `${latitude < 0 ? '南纬' : '北纬'}${Math.abs(latitude).toFixed(6)}度`
  return `${east}，${north}`
}

const metresPerDegree = 111_320

/** A ring of so many metres around a position. */
function ringAround([longitude, latitude]: Position, metres: number): Ring {
  const up = metres / metresPerDegree
  const across = up / Math.max(0.01, Math.cos((latitude * Math.PI) / 180))
  return Array.from({ length: 24 }, (_, index): Position => {
    const angle = (index / 24) * 2 * Math.PI
    return [longitude + across * Math.cos(angle), latitude + up * Math.sin(angle)]
  })
}

/** So much is shown around a point, in metres. */
const around = 150

/** A point as boundaries, which is all a map picture draws: a spot, and a circle that says how large it is. */
export function pointLayers(position: Position): readonly MapLayer[] {
  return [
    { key: 'around', shape: [[ringAround(position, around)]], tone: 'neighbour' },
    { key: 'spot', shape: [[ringAround(position, around / 15)]], tone: 'own' },
  ]
}

/** @returns what to show of the map when a position stands in the middle */
export function boundsAround(position: Position, metres = around): Bounds {
  const ring = ringAround(position, metres)
  const [longitudes, latitudes] = [ring.map(([longitude]) => longitude), ring.map(([, latitude]) => latitude)]
  return {
    west: Math.min(...longitudes),
    south: Math.min(...latitudes),
    east: Math.max(...longitudes),
    north: Math.max(...latitudes),
  }
}
