import type { Subscriptions } from '../platform/stream/message'

export const subscriptions: Subscriptions = {
  /** A request that waits for an official is open work; what it handed out is made, and called off with it. */
  request: [
    'id',
    'number',
    'errands',
    'channelId',
    'title',
    'who',
    'tail',
    'path',
    'state',
    'submittedAt',
    'due',
    'claimedBy',
    'desk',
    'revision',
  ],
  /** Another last day, or a task that is no more under way: its items carry it. */
  task: ['id', 'edition', 'state', 'card'],
  /** A deadline has passed, or a day on which a grid begins or ends has come. */
  due: [],
  /** Work is routed to the grid that covers its place. */
  grid: ['id', 'within', 'stamp', 'from', 'to'],
  /** Officials are told what was said to their unit. */
  taskUnitEntry: ['taskId', 'place', 'key'],
  /** Who holds which duty at a place: what goes by duty goes to the next. */
  duties: ['place', 'timelines', 'version'],
  /** Somebody left a post: what they have in hand goes over. */
  handover: ['operation'],
}
