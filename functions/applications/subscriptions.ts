import type { Subscriptions } from '../platform/stream/message'

export const subscriptions: Subscriptions = {
  /** What came of a request, and of what it handed out. */
  request: [
    'id',
    'number',
    'channelId',
    'title',
    'person',
    'path',
    'spot',
    'state',
    'booking',
    'revision',
    'overdue',
    'errands',
  ],
  /** An item of a task was done, or could not be. */
  taskItem: ['id', 'taskId', 'subject', 'place', 'path', 'state', 'revision'],
  /** Somebody answered a notice. */
  noticeReceipt: ['receiver', 'noticeId', 'path', 'chosen', 'version'],
  /** An organisation agreed to take part: what waited for it goes on. */
  channelConsent: ['channelId', 'state'],
  /** Somebody or something came into a ledger, or left it. */
  ledgerRow: ['entityId', 'ledger', 'path', 'picked'],
}
