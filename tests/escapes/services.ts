import { checkUp } from '../world'
import type { Escape, Scene } from './scene'

/** Of services and what residents ask for. */
export const servicesEscapes = ({ channel, outside, note, atRequest, world }: Scene): readonly Escape[] => [
  [
    'channels.publish',
    'a service for a place outside, too',
    'worker',
    () => ({
      params: { channelId: channel },
      body: { edition: 2, reach: [world.places.north, world.places.west] },
    }),
    outside,
  ],
  [
    'channels.revise',
    'a service of a neighbour',
    'neighbourWorker',
    () => ({ params: { channelId: channel }, body: { edition: 2, content: checkUp() } }),
    outside,
  ],
  [
    'channels.publish',
    'a service of a neighbour',
    'neighbourWorker',
    () => ({ params: { channelId: channel }, body: { edition: 2, reach: [world.places.west] } }),
    outside,
  ],
  [
    'channels.close',
    'a service of a neighbour',
    'neighbourWorker',
    () => ({ params: { channelId: channel }, body: { edition: 2 } }),
    outside,
  ],
  ['channels.claim', 'a request elsewhere', 'neighbourWorker', () => atRequest(), outside],
  ['channels.release', 'a request elsewhere', 'neighbourWorker', () => atRequest(), outside],
  ['channels.confirm', 'a request elsewhere', 'neighbourWorker', () => atRequest(), outside],
  ['channels.return', 'a request elsewhere', 'neighbourWorker', () => atRequest({ note }), outside],
  ['channels.conclude', 'a request elsewhere', 'neighbourWorker', () => atRequest({ note }), outside],
]
