import { mintHookId } from '@zmht/shared/contract'
import { now } from '../../functions/platform/clock'
import type { Escape, Scene } from './scene'

/** Of other systems: what they are told, and what they send in. */
export const outsideEscapes = ({ system, channel, outside, hidden, world }: Scene): readonly Escape[] => [
  [
    'channels.keepHook',
    'for a system of another city',
    'city',
    () => ({
      params: { clientId: system.away, hookId: mintHookId() },
      body: { url: 'https://hooks.example.cn/in', events: ['request.closed'] },
    }),
    hidden,
  ],
  ...(
    [
      ['channels.renewHookSecret', { hookId: mintHookId() }, undefined],
      ['channels.resendHook', { hookId: mintHookId() }, { since: now() }],
      ['channels.makeOpen311Key', {}, undefined],
      ['channels.endOpen311Keys', {}, undefined],
    ] as const
  ).map(
    ([route, more, body]): Escape => [
      route,
      'for a system of another city',
      'city',
      () => ({ params: { clientId: system.away, ...more }, ...(body === undefined ? {} : { body }) }),
      hidden,
    ],
  ),
  [
    'channels.openToSystems',
    'a service of another organisation',
    'neighbourWorker',
    () => ({ params: { channelId: channel }, body: { offered: true } }),
    outside,
  ],
  [
    'channels.takeOrders',
    'for a system of another city',
    'city',
    () => ({ params: { clientId: system.away }, body: { channelId: channel, place: world.places.north } }),
    hidden,
  ],
  [
    'channels.takeOrders',
    'to a place of another city',
    'city',
    () => ({ params: { clientId: system.here }, body: { channelId: channel, place: world.places.datong } }),
    outside,
  ],
  [
    'channels.takeOrders',
    'as requests of a service of another city',
    'city',
    () => ({ params: { clientId: system.here }, body: { channelId: system.service, place: world.places.north } }),
    hidden,
  ],
]
