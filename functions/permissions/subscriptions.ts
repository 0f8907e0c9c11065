import type { Subscriptions } from '../platform/stream/message'

/** What the permissions slice is told. Every type here but `gridPlaces`, `step`, `taskStep` and `due` is also kept in the audit. */
export const subscriptions: Subscriptions = {
  /** A person's name, for the account that belongs to them. */
  entity: ['id', 'kind', 'name', 'by', 'version'],
  /** Where somebody lives: their services follow. */
  relation: ['type', 'entityId', 'direction', 'other', 'since', 'by'],
  /** For whom residents may act. */
  charge: ['id', 'account', 'entity', 'as', 'from', 'until', 'state', 'edition', 'by'],
  /** Data given to posts: the rules by which they see it. */
  provision: ['id', 'sight', 'by', 'edition'],
  operation: ['id', 'by', 'version'],
  /** What services are called and whose they are: named and found when permissions are looked up. */
  channel: ['id', 'card', 'place', 'organisationId', 'by', 'version'],
  request: ['id', 'by', 'revision', 'state'],
  /** Who is where: kept ready for looking up. */
  organisation: ['id', 'version', 'by'],
  post: ['id', 'organisationId', 'version', 'by'],
  official: ['id', 'version', 'by'],
  grant: ['id', 'edition', 'by'],
  client: ['id', 'by'],
  standing: ['id', 'version'],
  duty: ['place', 'duty', 'organisation', 'by'],
  supervision: ['place', 'by'],
  grid: ['id', 'by', 'edition'],
  /** The covers of a set of places a grid no longer has are dropped. */
  gridPlaces: ['id', 'stamp', 'places'],
  personnelOperation: ['id', 'by'],
  handoverRules: ['organisation', 'edition', 'by'],
  cataloguePost: ['code', 'edition', 'by'],
  /** Work that was handed over because of an operation is counted with it. */
  step: ['requestId', 'key', 'cause'],
  taskStep: ['itemId', 'key', 'cause'],
  /** The day of an operation has come. */
  due: [],
}
