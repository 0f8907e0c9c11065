import { slotId, slotsLeft, slotsTaken } from './booking'
import { category, channel, procedure } from './channels'
import { routesOf } from './define'
import { channelId, cursor, optionalText, page, requestId, stepKey } from './parts'
import { request } from './requests'
import * as z from './z'

const route = routesOf('channels')

const sharedChannel = z.strictObject({
  id: channelId,
  title: z.string(),
  summary: z.string(),
  category,
  procedure,
  /** Whose it is. */
  organisation: z.string(),
})
export type SharedChannelReply = z.output<typeof sharedChannel>

/** What is done with a channel besides drafting and publishing it, and the times that can be booked. */
export const channelCare = {
  pause: route('pause', {
    method: 'POST',
    path: '/channels/{channelId}/pause',
    summary: 'Takes no requests for a while: residents see why and since when, running requests go on',
    needs: { who: 'official', action: 'channel.publish', where: 'resource' },
    params: z.strictObject({ channelId }),
    body: z.strictObject({ edition: z.int(), reason: optionalText(40, '暂停的原因') }),
    reply: channel,
  }),
  resume: route('resume', {
    method: 'POST',
    path: '/channels/{channelId}/resumption',
    summary: 'Takes requests again',
    needs: { who: 'official', action: 'channel.publish', where: 'resource' },
    params: z.strictObject({ channelId }),
    body: z.strictObject({ edition: z.int() }),
    reply: channel,
  }),
  clone: route('clone', {
    method: 'POST',
    path: '/channels/{channelId}/clone',
    summary:
      'A draft of the official’s own organisation with the content of a channel they may read, or that is shared in their city',
    needs: { who: 'official', action: 'channel.write', where: 'resource' },
    params: z.strictObject({ channelId }),
    body: z.strictObject({
      /** Of the new one, made on the phone. */
      id: channelId,
    }),
    reply: channel,
    repeatable: true,
  }),
  sharedChannels: route('sharedChannels', {
    method: 'GET',
    path: '/channels/shared',
    summary: 'Services that organisations of the same city let others begin from, by title, 40 a page',
    needs: { who: 'official', action: 'channel.write', where: 'list' },
    query: z.strictObject({ cursor }),
    reply: page(sharedChannel),
  }),
  slotsLeft: route('slotsLeft', {
    method: 'GET',
    path: '/services/{channelId}/slots',
    summary: 'What is left of each time, at most 5 s old; 404 unless the service is offered to one of my homes',
    needs: { who: 'resident', consent: true },
    params: z.strictObject({ channelId }),
    reply: z.strictObject({ items: slotsLeft }),
  }),
  rebook: route('rebook', {
    method: 'POST',
    path: '/requests/{requestId}/slot',
    summary: 'The resident takes another time and gives the first back, both or neither',
    needs: { who: 'resident', consent: true },
    params: z.strictObject({ requestId }),
    body: z.strictObject({ key: stepKey, slot: slotId }),
    reply: request,
    repeatable: true,
  }),
  channelSlots: route('channelSlots', {
    method: 'GET',
    path: '/channels/{channelId}/slots',
    summary: 'How far each time of a channel is taken, as its keepers see it',
    needs: { who: 'official', action: 'channel.read', where: 'resource' },
    params: z.strictObject({ channelId }),
    reply: z.strictObject({ items: slotsTaken }),
  }),
} as const
