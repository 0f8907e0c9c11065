import type { Subscriptions } from '../platform/stream/message'

export const subscriptions: Subscriptions = {
  /** The day of a scheduled operation has come. */
  due: [],
  /** An operation was announced: its job is seen to even if whoever announced it is gone. */
  operation: ['id', 'state'],
}
