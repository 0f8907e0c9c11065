import type { Polygon, Position, Ring, Shape } from './shape'

export type ReadShape = { readonly ok: true; readonly shape: Shape } | { readonly ok: false; readonly message: string }

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function positionOf(value: unknown): Position | undefined {
  if (!Array.isArray(value)) return undefined
  const [longitude, latitude]: unknown[] = value
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return undefined
  if (!(Math.abs(longitude) <= 180) || !(Math.abs(latitude) <= 90)) return undefined
  return [longitude, latitude]
}

function ringOf(value: unknown): Ring | undefined {
  if (!Array.isArray(value)) return undefined
  const ring: Position[] = []
  for (const one of value) {
    const position = positionOf(one)
    if (position === undefined) return undefined
    ring.push(position)
  }
  const [first, last] = [ring[0], ring.at(-1)]
  if (first && last && ring.length > 1 && first[0] === last[0] && first[1] === last[1]) ring.pop()
  return ring.length >= 3 ? ring : undefined
}

function polygonOf(value: unknown): Polygon | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined
  const rings = value.map(ringOf)
  return rings.every((ring) => ring !== undefined) ? rings : undefined
}

/** Every geometry in a GeoJSON value, however deep. */
function geometriesOf(value: unknown, depth = 0): Readonly<Record<string, unknown>>[] {
  if (!isObject(value) || depth > 5) return []
  const { type, features, geometry, geometries } = value
  if (type === 'FeatureCollection' && Array.isArray(features)) {
    return features.flatMap((one) => geometriesOf(one, depth + 1))
  }
  if (type === 'Feature') return geometriesOf(geometry, depth + 1)
  if (type === 'GeometryCollection' && Array.isArray(geometries)) {
    return geometries.flatMap((one) => geometriesOf(one, depth + 1))
  }
  return [value]
}

/** The largest file read, in characters. */
export const largestGeoJson = 5_000_000

/**
 * The polygons of a GeoJSON text (a geometry, a feature or a collection), with open rings.
 * @returns what is wrong as a sentence for the person otherwise. Coordinates are degrees; projected ones are refused.
 */
export function readGeoJson(text: string): ReadShape {
  if (text.length > largestGeoJson) return { ok: false, message: '文件太大，请先简化边界，文件不超过 5 MB' }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, message: '文件不是 GeoJSON 格式，没有读到内容' }
  }
  const shape: Polygon[] = []
  for (const geometry of geometriesOf(value)) {
    const { type, coordinates } = geometry
    const polygons =
      type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' && Array.isArray(coordinates) ? coordinates : []
    for (const one of polygons) {
      const polygon = polygonOf(one)
      if (polygon === undefined) {
        return { ok: false, message: '边界的坐标不正确：应为经度、纬度（度），每一圈至少三个点' }
      }
      shape.push(polygon)
    }
  }
  if (shape.length === 0) return { ok: false, message: '文件里没有面（Polygon），只有点或线不能作为边界' }
  return { ok: true, shape }
}
