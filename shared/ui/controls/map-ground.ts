import { type CoordinateSystem, converted } from '../../geo/coordinates'
import type { Position } from '../map'

// Build-time constants of `build/taro.cjs`: pictures below the maps, and the coordinates they are in.
declare const ZMHT_TILES: string
declare const ZMHT_TILES_CRS: string

/** The pictures below the map in a browser; none by default. */
export function groundTiles(): string | undefined {
  return ZMHT_TILES === '' ? undefined : ZMHT_TILES
}

/** Without pictures the map may be drawn in the coordinates the point is stored in. */
function groundSystem(): CoordinateSystem {
  return ZMHT_TILES !== '' && ZMHT_TILES_CRS !== 'gcj02' ? 'wgs84' : 'gcj02'
}

/** A stored position, as it lies on the ground. */
export function onGround(position: Position): Position {
  return converted(position, 'gcj02', groundSystem())
}

/** A position on the ground, as it is stored. */
export function offGround(position: Position): Position {
  return converted(position, groundSystem(), 'gcj02')
}
