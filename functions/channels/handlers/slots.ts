import { channelRoutes } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { endpoint } from '../../platform/endpoint/endpoint'
import { bookingOf, rebook as rebooked, showLeft, showSlots } from '../booking'
import { readOpenChannel } from '../channel.store'
import { authorName, checkOwn } from '../for-organisations/delegate'
import { reachedFor } from '../for-organisations/reached'
import { readRequest } from '../request.store'
import { showRequest } from '../show'
import { locate } from './channels'

const routes = channelRoutes
const everything = { open: 'full', internal: 'full', personal: 'full', sensitive: 'full' } as const

export const slotsLeft = endpoint(routes.slotsLeft, async ({ params, actor, now }) => {
  const channel = await readOpenChannel(params.channelId)
  if (channel === undefined || channel.version === undefined) throw new Problem('not-found')
  await reachedFor(actor, channel)
  const booking = await bookingOf(channel.id)
  return { items: booking === undefined ? [] : await showLeft(channel.id, booking, now) }
})

export const channelSlots = endpoint(routes.channelSlots, {
  locate,
  handle: async ({ loaded, now }) => {
    const booking = await bookingOf(loaded.id)
    return { items: booking === undefined ? [] : await showSlots(loaded.id, booking, now) }
  },
})

export const rebook = endpoint(routes.rebook, async ({ params, body, actor, now }) => {
  const found = checkOwn(await readRequest(params.requestId), actor)
  const by = { kind: 'resident', id: actor.id, name: authorName(found, actor) } as const
  return showRequest(await rebooked(found, body.slot, body.key, by, now), actor, everything)
})
