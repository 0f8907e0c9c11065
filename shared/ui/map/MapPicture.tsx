import { Map as WechatMap } from '@tarojs/components'
import { Box } from '../primitives/Box'
import type { MapLayer } from './layers'
import { MapCanvas } from './MapCanvas'
import { boundsOf } from './shape'

const colours = {
  own: { strokeColor: '#17685AFF', fillColor: '#17685A33' },
  parent: { strokeColor: '#8B8F87FF', fillColor: '#00000000' },
  neighbour: { strokeColor: '#8B8F87FF', fillColor: '#8B8F8718' },
  danger: { strokeColor: '#B02F24FF', fillColor: '#B02F2433' },
  amber: { strokeColor: '#84560FFF', fillColor: '#84560F33' },
} as const

/**
 * Boundaries to be looked at: our own drawing on h5, WeChat's map in a mini-program. Coordinates are GCJ-02, which WeChat's map
 * expects.
 */
export function MapPicture({ label, layers }: { readonly label: string; readonly layers: readonly MapLayer[] }) {
  if (process.env.TARO_ENV === 'h5') return <MapCanvas still label={label} layers={layers} />
  const bounds = boundsOf(layers.map(({ shape }) => shape))
  if (bounds === undefined) return null
  const corners = [
    { longitude: bounds.west, latitude: bounds.south },
    { longitude: bounds.east, latitude: bounds.north },
  ]
  return (
    <Box label={label}>
      <WechatMap
        className="z-map"
        longitude={(bounds.west + bounds.east) / 2}
        latitude={(bounds.south + bounds.north) / 2}
        scale={15}
        includePoints={corners}
        enableRotate={false}
        showLocation={false}
        onError={() => undefined}
        polygons={layers.flatMap(({ shape, tone }) =>
          shape.flatMap(([outer]) =>
            outer === undefined
              ? []
              : [
                  {
                    points: outer.map(([longitude, latitude]) => ({ longitude, latitude })),
                    strokeWidth: 2,
                    strokeColor: colours[tone].strokeColor,
                    fillColor: colours[tone].fillColor,
                    zIndex: 1,
                  },
                ],
          ),
        )}
      />
    </Box>
  )
}
