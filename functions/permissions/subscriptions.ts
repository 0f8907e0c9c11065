import type { Subscriptions } from '../platform/stream/message'

/** What the permissions slice is told. Every type here is also kept in the audit. */
export const subscriptions: Subscriptions = {
  /** A person's name, for the account that belongs to them. */
  entity: ['id', 'kind', 'name', 'by', 'version'],
  /** Where somebody lives: their services follow. */
  relation: ['type', 'entityId', 'direction', 'other', 'since', 'by'],
  channel: ['id', 'by', 'version'],
  request: ['id', 'by', 'revision', 'state'],
  organisation: ['id', 'version'],
  post: ['id', 'version'],
  standing: ['id', 'version'],
}
