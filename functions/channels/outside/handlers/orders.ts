import { channelRoutes as routes } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { findPlace } from '../../../hierarchy/index'
import { organisationsAbove } from '../../../permissions/index'
import { endpoint } from '../../../platform/endpoint/endpoint'
import { readChannel, readVersion } from '../../channel.store'
import { reaches } from '../../domain/reach'
import { takesOrders } from '../domain/order'
import { saveOrdersTo } from '../order.store'
import { orderNow, takeOrder } from '../orders'
import { clientOfCity } from '../settings'

export const takeOrders = endpoint(routes.takeOrders, async ({ params, body, actor, territory, now }) => {
  const client = await clientOfCity(actor, params.clientId)
  const { channelId, place } = body
  const found = await findPlace(place)
  if (found === undefined) throw new Problem('no-such-place')
  if (!territory.places.some((one) => found.lineage.includes(one))) throw new Problem('outside-territory')
  const channel = await readChannel(channelId)
  const root = channel === undefined ? undefined : (await organisationsAbove(channel.organisationId)).at(-1)
  // A service of another city does not exist here.
  if (channel?.version === undefined || root !== client.root) throw new Problem('not-found')
  const content = await readVersion(channelId, channel.version)
  const refused = (path: string, message: string) => new Problem('invalid', { fields: [{ path, message }] })
  if (content?.procedure !== 'routed' || !takesOrders(content.form))
    throw refused('body.channelId', '这项服务不是按内容转办的，或没有“诉求内容”一栏，不能接收工单')
  if (!reaches(channel.reach, found.lineage)) throw refused('body.place', '这项服务不在这个地方受理，请换一个地方')
  await saveOrdersTo({ clientId: client.id, channelId, place, by: actor.id, at: now })
  return { channelId, place }
})

export const putOrder = endpoint(routes.putOrder, async ({ params, body, actor, now }) =>
  takeOrder(actor, params.orderId, body, now),
)

export const order = endpoint(routes.order, async ({ params, actor }) => orderNow(actor, params.orderId))
