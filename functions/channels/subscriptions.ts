import type { Subscriptions } from '../platform/stream/message'

export const subscriptions: Subscriptions = {
  /** A request came or moved: its text is checked, its author told. */
  request: [
    'id',
    'resident',
    'state',
    'revision',
    'booking',
    'desk',
    'beside',
    'overseers',
    'supervised',
    'stepLate',
    'urgedOn',
    'reopened',
    'overdue',
    'route',
    'updatedAt',
    'mentions',
  ],
  /** What was handed out of a request is done, or came back. */
  errand: ['id', 'origin', 'state', 'note', 'revision'],
  /** A place was given back, or one more waits: the first who waits moves up. */
  slot: ['c', 's', 'w'],
  /** A request whose place could not be decided with its submission. */
  slotAsk: ['channelId', 'requestId'],
  /** Another version is in force: there may be more places. */
  channel: ['id', 'version'],
  /** Work that became late is said on the request's time line. */
  work: ['id', 'overdue', 'due'],
  /** A text that could not be checked at once is checked again; a file nobody used is removed; a handover is worked off again. */
  due: [],
  /** A picture was kept: it is looked at before others see it. */
  file: ['id', 'state'],
  /** What WeChat found in a picture, and which it was. */
  pictureTrace: ['trace', 'fileId', 'suggest', 'label'],
  /** Somebody left a post, or is away: who takes over their open work. */
  handover: ['operation'],
  /** What an account says of its homes: notices find it there. The phone it has proven: what was entered for that number is its own. */
  standing: ['id', 'kind', 'homes', 'phoneSince'],
  /** Two were found to be one: what was entered for either is that one's. */
  merge: ['gone', 'survivor'],
  /** An organisation was merged into another: so are its channels and notices. */
  organisation: ['id', 'ended'],
}
