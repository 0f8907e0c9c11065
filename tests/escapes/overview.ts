import { mintLedgerId, mintStepKey } from '@zmht/shared/contract'
import type { Escape, Scene } from './scene'

/** Of what leaders see and say. */
export const overviewEscapes = ({ hidden, office, outside, world }: Scene): readonly Escape[] => [
  [
    'overview.sendWords',
    'about a place elsewhere',
    'worker',
    () => ({
      params: { key: mintStepKey() },
      body: { to: 'a00000000000', text: '请今天办结', about: { title: '社区', place: world.places.west } },
    }),
    outside,
  ],
  [
    'overview.sendWords',
    'to somebody who is not responsible there',
    'worker',
    () => ({
      params: { key: mintStepKey() },
      body: { to: 'a00000000000', text: '请今天办结', about: { title: '社区', place: world.places.north } },
    }),
    '422 invalid',
  ],
  ['overview.readWords', 'of somebody else', 'worker', () => ({ params: { key: 'nothing' } }), hidden],
  [
    'overview.chooseMeasures',
    'of a ledger they do not know',
    'worker',
    () => ({ params: {}, body: { measures: [`rows.${mintLedgerId()}`] } }),
    hidden,
  ],
  [
    'overview.switchDigest',
    'of a place elsewhere',
    'worker',
    () => ({ params: {}, body: { place: world.places.west, on: true } }),
    outside,
  ],
  [
    'overview.arrangeRole',
    'the page of a role of the organisation above',
    'worker',
    () => ({
      params: { organisationId: office(), role: 'service-worker' },
      body: { sections: ['tools'], tools: [] },
    }),
    '403 forbidden',
  ],
]
