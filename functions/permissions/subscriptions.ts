import type { Subscriptions } from '../platform/stream/message'

/** What the permissions slice is told. Every type here but `gridPlaces` is also kept in the audit. */
export const subscriptions: Subscriptions = {
  /** A person's name, for the account that belongs to them. */
  entity: ['id', 'kind', 'name', 'by', 'version'],
  /** Where somebody lives: their services follow. */
  relation: ['type', 'entityId', 'direction', 'other', 'since', 'by'],
  operation: ['id', 'by', 'version'],
  channel: ['id', 'by', 'version'],
  request: ['id', 'by', 'revision', 'state'],
  organisation: ['id', 'version'],
  post: ['id', 'version'],
  standing: ['id', 'version'],
  duty: ['place', 'duty', 'organisation', 'by'],
  grid: ['id', 'by', 'edition'],
  /** The covers of a set of places a grid no longer has are dropped. */
  gridPlaces: ['id', 'stamp', 'places'],
}
