import type { Subscriptions } from '../platform/stream/message'

export const subscriptions: Subscriptions = {
  /** A request that waits for an official is open work. */
  request: ['id', 'channelId', 'title', 'who', 'tail', 'path', 'state', 'submittedAt', 'due', 'claimedBy', 'revision'],
  /** A deadline has passed. */
  due: [],
}
