import type { Subscriptions } from '../platform/stream/message'

export const subscriptions: Subscriptions = {
  /** A request is found by its number. */
  request: ['id', 'number'],
}
