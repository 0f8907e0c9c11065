import { MapCanvas, MapPicture, type Position } from '../map'
import { groundTiles, onGround } from './map-ground'
import { boundsAround, pointLayers } from './point'

/** A point with what lies around it. */
export function PointPicture({ label, position }: { readonly label: string; readonly position: Position }) {
  if (process.env.TARO_ENV !== 'h5') return <MapPicture label={label} layers={pointLayers(position)} />
  const place = onGround(position)
  const tiles = groundTiles()
  return tiles === undefined ? (
    <MapPicture label={label} layers={pointLayers(place)} />
  ) : (
    <MapCanvas
      still
      label={label}
      layers={pointLayers(place)}
      focus={{ key: String(place), bounds: boundsAround(place) }}
      tiles={tiles}
    />
  )
}
