import type { Subscriptions } from '../platform/stream/message'

export const subscriptions: Subscriptions = {
  /** An application was drafted, published or closed: what it asks for is looked through. */
  channel: ['id', 'organisationId', 'place', 'state', 'content', 'updatedAt'],
}
