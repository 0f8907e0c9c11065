import { isComputed } from '../knowledge/derive'
import type { Knowledge } from '../knowledge/system'
import type { Attribute, AttributeCode, Claim, Instant } from '../knowledge/types'

/** A fact that may no longer be believed, or soon may not. */
export interface DueFact {
  readonly what: Attribute
  readonly claim: Claim
  readonly state: 'soon' | 'stale'
  /** When it ceases, or has ceased, to be believed. */
  readonly until: Instant
}

const dayMillis = 86_400_000
/** So long before it may not be believed any more somebody is asked. */
const soonDays = 30

/**
 * @returns the facts somebody is asked to confirm, what has been so for longest first. What is computed, or follows from
 * another fact, is as old as that and is not asked for.
 */
export function dueFacts(
  knowledge: Knowledge,
  facts: Readonly<Record<AttributeCode, Claim>>,
  at: Instant,
): readonly DueFact[] {
  const now = Date.parse(at)
  return Object.entries(facts)
    .flatMap(([code, claim]): readonly DueFact[] => {
      const what = knowledge.attribute(code)
      if (what?.freshDays === undefined || isComputed(code)) return []
      const until = Date.parse(claim.at) + what.freshDays * dayMillis
      if (until >= now + soonDays * dayMillis) return []
      return [{ what, claim, state: until < now ? 'stale' : 'soon', until: new Date(until).toISOString() }]
    })
    .sort((one, other) => (one.until < other.until ? -1 : one.until > other.until ? 1 : 0))
}

/**
 * @returns the facts of those somebody confirms that are still what they saw: said by the same at the same time. What was said
 * otherwise meanwhile is not confirmed by this.
 */
export function askedAgain(
  due: readonly DueFact[],
  confirmed: readonly { readonly attribute: AttributeCode; readonly at: Instant }[],
): readonly DueFact[] {
  return due.filter(({ what, claim }) =>
    confirmed.some(({ attribute, at }) => attribute === what.code && at === claim.at),
  )
}
