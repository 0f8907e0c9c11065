import { channelRoutes as routes } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { findPlace, tailOf } from '../../../hierarchy/index'
import { readClient } from '../../../permissions/index'
import { endpoint } from '../../../platform/endpoint/endpoint'
import { readChannel, readOffers, readVersion } from '../../channel.store'
import { partitionsOf, reaches } from '../../domain/reach'
import { takesOrders } from '../../outside/domain/order'
import { hookOf, renewSecret, replay } from '../../outside/hooks'
import { ordersTo } from '../../outside/order.store'
import { clientOfCity } from '../../outside/settings'
import { cityAround } from '../../routing/index'
import { keysNow } from '../domain/key'
import { endKeys, makeKey } from '../keys'
import { readKeys } from '../open311.store'
import { jurisdictionOf } from '../services'

async function connectionOf(clientId: string, at: string) {
  const [to, keys, client] = await Promise.all([ordersTo(clientId), readKeys(clientId), readClient(clientId)])
  const title = to === undefined ? undefined : (await readChannel(to.channelId))?.content.title
  const city = client?.places[0] === undefined ? undefined : await cityAround(client.places[0])
  return {
    ...(to === undefined
      ? {}
      : {
          orders: {
            channelId: to.channelId,
            title: title ?? '',
            place: to.place,
            tail: await tailOf(to.place),
            at: to.at,
          },
        }),
    open311: {
      keys: keysNow(keys?.keys ?? [], at).map(({ digest: _digest, ...key }) => key),
      jurisdiction: city === undefined ? '' : await jurisdictionOf(city),
    },
  }
}

export const connection = endpoint(routes.connection, async ({ params, actor, now }) =>
  connectionOf((await clientOfCity(actor, params.clientId)).id, now),
)

export const orderServices = endpoint(routes.orderServices, async ({ params, query, actor, territory }) => {
  await clientOfCity(actor, params.clientId)
  const place = await findPlace(query.place)
  if (place === undefined) throw new Problem('no-such-place')
  if (!territory.places.some((one) => place.lineage.includes(one))) throw new Problem('outside-territory')
  const offers = (await Promise.all(partitionsOf(place.tiers).map(readOffers))).flat()
  const ids = new Set(offers.flatMap(({ id, raises, place: at }) => (raises && place.lineage.includes(at) ? [id] : [])))
  const found = await Promise.all(
    [...ids].map(async (id) => {
      const channel = await readChannel(id)
      const content = channel?.version === undefined ? undefined : await readVersion(id, channel.version)
      const isTaken =
        content?.procedure === 'routed' &&
        content.for === undefined &&
        takesOrders(content.form) &&
        reaches(channel?.reach ?? [], place.lineage)
      return isTaken ? [{ channelId: id, title: content.title }] : []
    }),
  )
  return { items: found.flat().sort((one, other) => one.title.localeCompare(other.title, 'zh')) }
})

export const renewHookSecret = endpoint(routes.renewHookSecret, async ({ params, actor, now }) => {
  const { id } = await clientOfCity(actor, params.clientId)
  return renewSecret(await hookOf(id, params.hookId), now)
})

export const resendHook = endpoint(routes.resendHook, async ({ params, body, actor, now }) => {
  const { id } = await clientOfCity(actor, params.clientId)
  return replay(await hookOf(id, params.hookId), body.since, now)
})

export const makeOpen311Key = endpoint(routes.makeOpen311Key, async ({ params, actor, now }) =>
  makeKey((await clientOfCity(actor, params.clientId)).id, actor.id, now),
)

export const endOpen311Keys = endpoint(routes.endOpen311Keys, async ({ params, actor, now }) => {
  const { id } = await clientOfCity(actor, params.clientId)
  await endKeys(id, actor.id, now)
  return connectionOf(id, now)
})
