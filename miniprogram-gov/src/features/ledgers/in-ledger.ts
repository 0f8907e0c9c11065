import type { Instant } from '@zmht/shared/knowledge'
import { type Condition, type LedgerContent, meets, type Subject } from '@zmht/shared/ledgers'
import { type Entry, placingOf } from './entry'

const self = 'self'

/**
 * @param place where it is
 * @returns what keeps one who is entered so out of the ledger: the conditions that are not met; of a ledger kept by hand none
 */
export function unmetBy(
  { kind, membership }: LedgerContent,
  { facts, links }: Pick<Entry, 'facts' | 'links'>,
  place: string | undefined,
  at: Instant,
): readonly Condition[] {
  if (membership.by === 'hand') return []
  const { relation } = placingOf[kind]
  const relations = links.map(({ type, direction, other }) =>
    direction === 'forward' ? { type, from: self, to: other } : { type, from: other, to: self },
  )
  const placed = relation === undefined || place === undefined ? [] : [{ type: relation, from: self, to: place }]
  const subject: Subject = {
    id: self,
    facts: Object.fromEntries(facts.map(({ attribute, value }) => [attribute, { value }])),
    // Ids are texts until they are the server's.
    relations: [...relations, ...placed] as unknown as Subject['relations'],
  }
  return membership.all.filter((condition) => !meets(condition, subject, at))
}
