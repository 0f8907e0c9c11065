import type { Subscriptions } from '../platform/stream/message'

export const subscriptions: Subscriptions = {
  /** A submission: what it says becomes entities, facts and relations. */
  request: ['id', 'resident', 'title', 'patch', 'submittedAt', 'home'],
  /** What an account itself knows: the phone it signed in with and the homes it named. */
  standing: ['id', 'kind', 'version'],
  /** Two were found to be one: the relations of the one are handed over. */
  merge: ['gone', 'survivor'],
}
