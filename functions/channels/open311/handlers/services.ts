import { channelRoutes as routes } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { organisationFacts } from '../../../permissions/index'
import { endpoint } from '../../../platform/endpoint/endpoint'
import { readChannel, readVersion } from '../../channel.store'
import { asOwner, cityOf, locate, ownerFor } from '../../handlers/channels'
import { whyNotOffered } from '../domain/definition'
import { openService, openServicesOf, shutService } from '../open311.store'
import { offeredNow } from '../services'

export const openServices = endpoint(routes.openServices, async ({ actor, now }) => {
  const { place } = await ownerFor('', actor)
  const found = await Promise.all(
    (await openServicesOf(await cityOf(place))).map(async ({ channelId, at }) => {
      const channel = await readChannel(channelId)
      if (channel === undefined) return []
      const organisation = await organisationFacts(channel.organisationId)
      return [
        {
          channelId,
          title: channel.content.title,
          organisation: organisation?.name ?? '',
          state: channel.state,
          listed: (await offeredNow(channelId, now)) !== undefined,
          at,
        },
      ]
    }),
  )
  return { items: found.flat().sort((one, other) => one.title.localeCompare(other.title, 'zh')) }
})

export const openToSystems = endpoint(routes.openToSystems, {
  locate,
  handle: async ({ body, actor, now, loaded }) => {
    await asOwner(actor, loaded, 'channel.publish', now)
    const service = { city: await cityOf(loaded.place), channelId: loaded.id, at: now, by: actor.id }
    if (!body.offered) {
      await shutService(service)
      return { offered: false }
    }
    const inForce = loaded.version === undefined ? undefined : await readVersion(loaded.id, loaded.version)
    const why = inForce === undefined ? '这项服务还没有发布，发布以后才能开放' : whyNotOffered(inForce)
    if (why !== undefined)
      throw new Problem('invalid', { detail: why, fields: [{ path: 'body.offered', message: why }] })
    await openService(service)
    return { offered: true }
  },
})
