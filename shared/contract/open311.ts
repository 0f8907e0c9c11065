import { channelStates } from '../rules/channel'
import { routesOf } from './define'
import { hookId } from './outside'
import { channelId, clientId, cursor, instant, page, placeId, requestId } from './parts'
import * as z from './z'

const route = routesOf('channels')

/** How the systems of a city are connected, for whoever lets them in. What the systems themselves call stands in `outside.ts` and `foreign.ts`. */

/** A key of Open311 as it is listed: the key itself is told once, when it is made. */
const key = z.strictObject({
  /** Its last four characters, by which people tell it from another. */
  ends: z.string(),
  at: instant,
  /** Until when it is still good, since there is a newer one. */
  until: z.exactOptional(instant),
})

const connection = z.strictObject({
  /** As requests of which service its work orders are taken. */
  orders: z.exactOptional(
    z.strictObject({ channelId, title: z.string(), place: placeId, tail: z.string(), at: instant }),
  ),
  open311: z.strictObject({ keys: z.array(key), jurisdiction: z.string() }),
})
export type ConnectionReply = z.output<typeof connection>

const openService = z.strictObject({
  channelId,
  title: z.string(),
  organisation: z.string(),
  state: z.enum(channelStates),
  /** Whether other systems find it now. */
  listed: z.boolean(),
  at: instant,
})
export type OpenServiceReply = z.output<typeof openService>

const correction = z.strictObject({
  requestId,
  /** What it was taken to be about, where something was proposed, and what somebody said it is. */
  proposed: z.exactOptional(z.string()),
  subject: z.string(),
  at: instant,
  by: z.string(),
})
export type CorrectionReply = z.output<typeof correction>

const keepers = { who: 'official', action: 'permission.write', where: 'list' } as const

export const open311 = {
  connection: route('connection', {
    method: 'GET',
    path: '/clients/{clientId}/connection',
    summary: 'How a system of the caller’s city sends requests in: its work orders and its keys of Open311',
    needs: keepers,
    params: z.strictObject({ clientId }),
    reply: connection,
  }),
  orderServices: route('orderServices', {
    method: 'GET',
    path: '/clients/{clientId}/orders/services',
    summary: 'The services that take work orders at a place',
    needs: keepers,
    params: z.strictObject({ clientId }),
    query: z.strictObject({ place: placeId }),
    reply: z.strictObject({ items: z.array(z.strictObject({ channelId, title: z.string() })) }),
  }),
  renewHookSecret: route('renewHookSecret', {
    method: 'POST',
    path: '/clients/{clientId}/hooks/{hookId}/secrets',
    summary: 'A new secret for a subscription of a system of the caller’s city; the former signs beside it for a day',
    needs: keepers,
    params: z.strictObject({ clientId, hookId }),
    reply: z.strictObject({ secret: z.string(), formerUntil: instant }),
    // Sent again there is another one: what the receiver has is good for a day all the same.
    repeatable: true,
  }),
  resendHook: route('resendHook', {
    method: 'POST',
    path: '/clients/{clientId}/hooks/{hookId}/replay',
    summary: 'Sends a subscription again what happened since an instant, of the last thirty days; some hundred at once',
    needs: keepers,
    params: z.strictObject({ clientId, hookId }),
    body: z.strictObject({ since: instant }),
    reply: z.strictObject({ again: z.number(), next: z.exactOptional(instant) }),
    repeatable: true,
  }),
  makeOpen311Key: route('makeOpen311Key', {
    method: 'POST',
    path: '/clients/{clientId}/open311-keys',
    summary: 'A new key of Open311 for a system of the caller’s city, told this once; the one before is good for a day',
    needs: keepers,
    params: z.strictObject({ clientId }),
    reply: z.strictObject({ key: z.string(), formerUntil: z.exactOptional(instant) }),
    // Sent again there is another one: the one before is good for a day all the same.
    repeatable: true,
  }),
  endOpen311Keys: route('endOpen311Keys', {
    method: 'DELETE',
    path: '/clients/{clientId}/open311-keys',
    summary: 'Ends every key of Open311 of a system at once; what it sent in stays',
    needs: keepers,
    params: z.strictObject({ clientId }),
    reply: connection,
  }),
  openServices: route('openServices', {
    method: 'GET',
    path: '/channels/open311',
    summary: 'The services of the caller’s city that are offered to systems of Open311',
    needs: { who: 'official', action: 'channel.read', where: 'list' },
    reply: z.strictObject({ items: z.array(openService) }),
  }),
  openToSystems: route('openToSystems', {
    method: 'PUT',
    path: '/channels/{channelId}/open311',
    summary: 'Offers a service of the caller’s organisation to systems of Open311, or no longer',
    needs: { who: 'official', action: 'channel.publish', where: 'resource' },
    params: z.strictObject({ channelId }),
    body: z.strictObject({ offered: z.boolean('是否开放不正确') }),
    reply: z.strictObject({ offered: z.boolean() }),
  }),
  corrections: route('corrections', {
    method: 'GET',
    path: '/appeals/corrections',
    summary: 'What workers of a city decided appeals are about, newest first, 20 a page; never a text or a name',
    needs: { who: 'official', action: 'statistics.read', where: 'resource' },
    query: z.strictObject({ place: placeId, cursor }),
    reply: page(correction),
  }),
} as const
