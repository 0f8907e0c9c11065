import type { Subscriptions } from '../platform/stream/message'

export const subscriptions: Subscriptions = {
  /** A request came or moved: its text is checked, its author told. */
  request: ['id', 'state', 'revision'],
  /** Work that became late is said on the request's time line. */
  work: ['id', 'overdue', 'due'],
  /** A text that could not be checked at once is checked again; a file nobody used is removed; a handover is worked off again. */
  due: [],
  /** Somebody left a post, or is away: who takes over their open work. */
  handover: ['operation'],
  /** An organisation was merged into another: so are its channels. */
  organisation: ['id', 'ended'],
}
