import gcoord from 'gcoord'

/** `gcj02`: what WeChat and Chinese maps give; `wgs84`: GPS and surveys. Stored is WGS-84 alone. */
export type CoordinateSystem = 'gcj02' | 'wgs84'

/** [longitude, latitude] in degrees. */
export type Position = readonly [number, number]

const systems = { gcj02: gcoord.GCJ02, wgs84: gcoord.WGS84 } as const

/**
 * A position in another coordinate system. There and back again it is the same to within half a metre; outside China both systems are one.
 * @returns degrees, rounded to 7 decimals (a centimetre).
 */
export function converted([longitude, latitude]: Position, from: CoordinateSystem, to: CoordinateSystem): Position {
  const [x, y] =
    from === to ? [longitude, latitude] : gcoord.transform([longitude, latitude], systems[from], systems[to])
  return [rounded(x), rounded(y)]
}

const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7
