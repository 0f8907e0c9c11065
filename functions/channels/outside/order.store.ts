import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { CustomAttributeType, itemType } from '../../platform/table/item'
import { putIf, type TransactionPart } from '../../platform/table/write'

/** A work order of another system, beside the request it is. What it says is in the request, sealed. */
export interface Order {
  readonly requestId: string
  readonly clientId: string
  readonly orderId: string
  readonly number: string
  readonly receivedAt: Instant
  /** Until when the other system wants its answer. */
  readonly theirs: Instant
  /** What our service promises. */
  readonly ours: Instant
  /** Of what it says now. */
  readonly digest: string
}

export const orderItem = itemType({
  model: { entity: 'order', version: '1', service: 'zmht' },
  attributes: {
    requestId: { type: 'string', required: true },
    clientId: { type: 'string', required: true },
    orderId: { type: 'string', required: true },
    number: { type: 'string', required: true },
    receivedAt: { type: 'string', required: true },
    theirs: { type: 'string', required: true },
    ours: { type: 'string', required: true },
    digest: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['requestId'], template: 'REQUEST#${requestId}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'ORDER', casing: 'none' },
    },
  },
})

/** As requests of which service a system's orders are taken, and where one lies that says of no place. */
export interface OrdersTo {
  readonly clientId: string
  readonly channelId: string
  readonly place: PlaceId
  readonly by: string
  readonly at: Instant
}

export const ordersToItem = itemType({
  model: { entity: 'ordersTo', version: '1', service: 'zmht' },
  attributes: {
    clientId: { type: 'string', required: true },
    channelId: { type: 'string', required: true },
    place: { type: CustomAttributeType<PlaceId>('string'), required: true },
    by: { type: 'string', required: true },
    at: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['clientId'], template: 'ORDERSTO#${clientId}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'ORDERSTO', casing: 'none' },
    },
  },
})

export const orderPart = (order: Order): TransactionPart => ({ put: orderItem().put(order).params() })

export async function saveOrder(order: Order): Promise<void> {
  await putIf(orderItem().put(order).params())
}

export async function orderOfRequest(requestId: string): Promise<Order | undefined> {
  const { data } = await orderItem().get({ requestId }).go({ consistent: true })
  return data ?? undefined
}

export async function ordersTo(clientId: string): Promise<OrdersTo | undefined> {
  const { data } = await ordersToItem().get({ clientId }).go({ consistent: true })
  return data ?? undefined
}

export async function saveOrdersTo(to: OrdersTo): Promise<void> {
  await putIf(ordersToItem().put(to).params())
}
