import type { Subscriptions } from '../platform/stream/message'

export const subscriptions: Subscriptions = {
  /** A request is found by its number; it is news to whoever has it, and so is what they handed out when it comes back; it is late, or no more. */
  request: ['id', 'number', 'path', 'desk', 'errands', 'updatedAt', 'overdue'],
  /** Late it is at its place, or no more. */
  work: ['id', 'overdue'],
  /** A morning on which somebody gets a digest. */
  due: [],
  /** A task is news where it is to be done. */
  taskAt: ['place', 'id', 'card'],
  /** What an application could not do by itself is news to whoever keeps it. */
  wireRun: ['bundle', 'state', 'at'],
  /** Data that was asked for is news when it is there. */
  provision: ['id', 'asker', 'state', 'history'],
}
