import type { Subscriptions } from '../platform/stream/message'

export const subscriptions: Subscriptions = {
  /** Late it is with the organisation it was given to, or no more; who has it in hand. */
  request: ['id', 'overdue'],
  /** Late it is at its place, or no more. */
  work: ['id', 'overdue'],
  /** A morning on which somebody gets a digest. */
  due: [],
}
