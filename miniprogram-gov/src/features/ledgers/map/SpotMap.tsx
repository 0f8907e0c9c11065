import { Map as WechatMap } from '@tarojs/components'
import { type Bounds, Box, boundsOf, groundTiles, MapCanvas, onGround, type Position } from '@zmht/shared/ui'
import type { Spot } from './marks'

/** So much ground is seen around a single spot, in degrees: some hundred metres. */
const margin = 0.002

function aroundAll(positions: readonly Position[]): Bounds | undefined {
  const bounds = boundsOf([[[positions]]])
  if (bounds === undefined) return undefined
  const { west, south, east, north } = bounds
  return { west: west - margin, south: south - margin, east: east + margin, north: north + margin }
}

/** The spots on a map that can be moved: our own drawing on h5, WeChat's map in a mini-program, which expects GCJ-02 as positions are stored. */
export function SpotMap({
  label,
  spots,
  onSpot,
}: {
  readonly label: string
  readonly spots: readonly Spot[]
  readonly onSpot: (spot: Spot) => void
}) {
  const press = (key: string) => {
    const spot = spots.find((one) => one.key === key)
    if (spot !== undefined) onSpot(spot)
  }
  const isWeb = process.env.TARO_ENV === 'h5'
  const marks = spots.map((spot): Spot => (isWeb ? { ...spot, position: onGround(spot.position) } : spot))
  const bounds = aroundAll(marks.map(({ position }) => position))
  if (bounds === undefined) return null
  if (isWeb)
    return (
      <MapCanvas
        label={label}
        layers={[]}
        marks={marks}
        onMark={press}
        focus={{ key: marks.map(({ key }) => key).join(), bounds }}
        tiles={groundTiles()}
      />
    )
  return (
    <Box label={label}>
      <WechatMap
        className="z-map"
        longitude={(bounds.west + bounds.east) / 2}
        latitude={(bounds.south + bounds.north) / 2}
        scale={15}
        includePoints={[
          { longitude: bounds.west, latitude: bounds.south },
          { longitude: bounds.east, latitude: bounds.north },
        ]}
        enableRotate={false}
        showLocation={false}
        onError={() => undefined}
        markers={marks.map(({ position: [longitude, latitude], text }, id) => ({
          id,
          longitude,
          latitude,
          iconPath: '',
          width: 24,
          height: 32,
          callout: {
            content: text,
            display: 'ALWAYS',
            padding: 6,
            borderRadius: 12,
            bgColor: '#17685A',
            color: '#FFFFFF',
            fontSize: 13,
            anchorX: 0,
            anchorY: 0,
            borderWidth: 0,
            borderColor: '#17685A',
            textAlign: 'center',
          },
        }))}
        onMarkerTap={({ detail }) => press(marks[Number(detail.markerId)]?.key ?? '')}
        onCalloutTap={({ detail }) => press(marks[Number(detail.markerId)]?.key ?? '')}
      />
    </Box>
  )
}
