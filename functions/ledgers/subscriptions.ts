import type { Subscriptions } from '../platform/stream/message'

export const subscriptions: Subscriptions = {
  /** A submission: what it says becomes entities, facts and relations; so does what somebody who read it recognised in it. */
  request: [
    'id',
    'resident',
    'person',
    'ofOrganisation',
    'title',
    'patch',
    'submittedAt',
    'updatedAt',
    'home',
    'behalf',
    'mentions',
  ],
  /** An item of a task was filled in: what it says becomes entities, facts and relations. */
  taskStep: ['itemId', 'key', 'by', 'as', 'title', 'patch', 'at', 'home'],
  /** What an account itself knows: the phone it signed in with and the homes it named. */
  standing: ['id', 'kind', 'version'],
  /** Two were found to be one: the relations of the one are handed over. */
  merge: ['gone', 'survivor'],
  /** Two that had been joined were taken apart: relations and sayings follow. */
  split: ['gone', 'version'],
  /** What is known of an entity: its rows in ledgers follow. */
  entity: ['id', 'name', 'mergedInto', 'path', 'version'],
  /** Who it is related to: shown in the rows of both ends. */
  relation: ['entityId', 'direction', 'type', 'pending'],
  /** Who holds which duty at a place: who has nobody answerable is another now. */
  duties: ['place', 'timelines', 'version'],
  /** An ask for data that is over: what came for it goes. */
  provision: ['id', 'source'],
  /** The rules of what was given are in force. */
  grant: ['id'],
  /** Who is answerable changes on a day (a duty handed over, a second home that begins or ends); the last day of an ask. */
  due: [],
  /** Places stand in ledgers of places. */
  place: ['id', 'name', 'path', 'level', 'shown'],
}
