import type { Instant } from '@zmht/shared/knowledge'
import { itemType } from '../platform/table/item'
import { putIf } from '../platform/table/write'

/** A message that went out for a revision of a request, so that a redelivered reaction does not send it again. */
export const deliveryItem = itemType({
  model: { entity: 'delivery', version: '1', service: 'zmht' },
  attributes: {
    requestId: { type: 'string', required: true },
    revision: { type: 'string', required: true },
    outcome: { type: ['sent', 'refused'] as const, required: true },
    at: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['requestId'], template: 'REQUEST#${requestId}', casing: 'none' },
      sk: { field: 'sk', composite: ['revision'], template: 'DELIVERY#${revision}', casing: 'none' },
    },
  },
})

/** @param revision of the request; with whom it was told where that was not its author */
export async function wasDelivered(requestId: string, revision: string): Promise<boolean> {
  const { data } = await deliveryItem().get({ requestId, revision }).go({ consistent: true })
  return data !== null
}

export async function saveDelivery(
  requestId: string,
  revision: string,
  outcome: 'sent' | 'refused',
  at: Instant,
): Promise<void> {
  await putIf(deliveryItem().put({ requestId, revision, outcome, at }).params())
}
