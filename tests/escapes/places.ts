import { mintGridId, mintJobId } from '@zmht/shared/contract'
import type { Escape, Scene } from './scene'

/** Of places: the tree, boundaries, grids, who is answerable. */
export const placesEscapes = ({
  today,
  reason,
  here,
  aGrid,
  grid,
  far,
  outside,
  hidden,
  operation,
  atPlace,
  aRename,
  world,
}: Scene): readonly Escape[] => [
  [
    'permissions.saveGrid',
    'a new one outside',
    'subdistrict',
    () => ({ params: { gridId: mintGridId() }, body: aGrid(world.places.datong) }),
    outside,
  ],
  [
    'permissions.saveGrid',
    'one that is there, moved outside',
    'subdistrict',
    () => ({ params: { gridId: grid }, body: aGrid(world.places.datong, 1) }),
    outside,
  ],
  [
    'permissions.saveGrid',
    'one outside, taken in',
    'subdistrict',
    () => ({ params: { gridId: far }, body: aGrid(world.places.north, 1) }),
    outside,
  ],
  // A grid covers nothing but what lies inside the place it belongs to: that is said of the place.
  [
    'permissions.saveGrid',
    'one that covers a place outside',
    'subdistrict',
    () => ({
      params: { gridId: mintGridId() },
      body: { ...aGrid(world.places.north), places: [world.places.north, world.places.datong] },
    }),
    '422 invalid',
  ],
  ['permissions.endGrid', 'one outside', 'subdistrict', () => ({ params: { gridId: far } }), outside],
  [
    'permissions.setDuty',
    'for a place outside',
    'subdistrict',
    () => atPlace({ duty: 'fire' }, { organisation: here(), from: today(), reason }),
    outside,
  ],
  [
    'ledgers.setSupervision',
    'for a place outside',
    'subdistrict',
    () => atPlace({}, { rules: [], edition: 0 }),
    outside,
  ],
  ['permissions.endDuty', 'of a place outside', 'subdistrict', () => atPlace({ duty: 'territory' }), outside],
  [
    'hierarchy.operate',
    'a place outside',
    'subdistrict',
    () => atPlace({ operationId: operation() }, aRename()),
    outside,
  ],
  [
    'hierarchy.mint',
    'places outside',
    'subdistrict',
    () => atPlace({ jobId: mintJobId() }, { by: 'names', level: 'compound', kind: 'landmark', names: ['新苑'] }),
    outside,
  ],
  // No number of a community has a side: what is no road has no segments, for anybody.
  ['hierarchy.setSegments', 'of a place outside', 'subdistrict', () => atPlace({}, { version: 0, items: [] }), hidden],
  [
    'hierarchy.setBoundary',
    'of a place outside',
    'subdistrict',
    () =>
      atPlace(
        {},
        {
          crs: 'gcj02',
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [116.46, 39.99],
                [116.47, 39.99],
                [116.47, 40],
                [116.46, 39.99],
              ],
            ],
          },
          version: 0,
        },
      ),
    outside,
  ],
  ['hierarchy.removeBoundary', 'of a place outside', 'subdistrict', () => atPlace(), outside],
]
