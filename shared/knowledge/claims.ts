import { factsFollowing } from './derive'
import type { Knowledge } from './system'
import type { Attribute, AttributeCode, Authority, Claim, Claims, Instant, Saying, Value } from './types'
import { sameValue } from './values'

/** How many people's word about somebody else is kept of one fact; all of it stays in the history. */
const toldMost = 4
/** How many others who said the same are remembered with a claim. */
const alsoMost = 8
/** The rank of hearsay: nobody's word overrules another's. */
const hearsay = 1

/**
 * The rule of authority. Of themself people have the last word, and so has the official who looked; of what a public register decides
 * (certificates, grades, allowances) the register and the official outrank the person's own word. What is said of somebody else comes last.
 */
export function rankOf(what: Pick<Attribute, 'record'> | undefined, authority: Authority): number {
  switch (authority) {
    case 'checked':
      return 3
    case 'own':
      return what?.record === true ? 2 : 3
    case 'recorded':
      return what?.record === true ? 3 : 2
    case 'told':
      return hearsay
  }
}

/** @returns whether somebody said it, first or after another */
export function isSaidBy(said: { readonly by: string; readonly also?: readonly string[] }, who: string): boolean {
  return said.by === who || said.also?.includes(who) === true
}

/** @returns whether a fact is older than it may be believed */
export function isStale(what: Pick<Attribute, 'freshDays'>, saidAt: Instant, now: Instant): boolean {
  return what.freshDays !== undefined && Date.parse(now) - Date.parse(saidAt) > what.freshDays * 86_400_000
}

/**
 * The claims about one fact that still matter: each that no claim said later outranks. At most one of a rank, and of hearsay one of each
 * teller. The same whatever order they arrived in, first the one said first.
 * @param what undefined: an attribute this version does not know
 */
export function standing(what: Attribute | undefined, claims: readonly Claim[]): readonly Claim[] {
  const distinct = claims.filter((one, at) => claims.findIndex((other) => isSame(one, other)) === at)
  const kept = distinct.filter((one) => !distinct.some((other) => outdoes(what, other, one)))
  const merged = kept.map((one) => withAuthors(one, distinct, what)).sort(byTime)
  const told = merged.filter(({ authority }) => authority === 'told')
  if (told.length <= toldMost) return merged
  const first = [...told].sort(bySeniority)[0]
  const latest = told.slice(1 - toldMost)
  return merged.filter((one) => one.authority !== 'told' || one === first || latest.includes(one))
}

/**
 * What counts as current among the claims that stand: one that may still be believed before one that may not, then the higher rank, then
 * the later; of hearsay the one whose teller spoke first.
 */
export function believe(what: Attribute | undefined, claims: readonly Claim[], at: Instant): Claim | undefined {
  const isFresh = (one: Claim): number => (what !== undefined && isStale(what, one.at, at) ? 0 : 1)
  return [...claims].sort(
    (one, other) =>
      isFresh(other) - isFresh(one) ||
      rankOf(what, other.authority) - rankOf(what, one.authority) ||
      (one.authority === 'told' ? bySeniority(one, other) : byTime(other, one)),
  )[0]
}

/** @returns the claims that say otherwise than what is believed, and that nothing has settled yet: for a person to decide */
export function undecided(what: Attribute | undefined, claims: readonly Claim[], at: Instant): readonly Claim[] {
  const believed = believe(what, claims, at)
  if (believed === undefined) return []
  const isOpen = (one: Claim): boolean =>
    one.at > believed.at || (one.authority === 'told' && believed.authority === 'told' && one !== believed)
  return claims.filter((one) => isOpen(one) && !sameValue(one.value, believed.value))
}

/** @returns what somebody said themself, where it still stands: they are shown it, believed or not */
export function ownClaim(claims: readonly Claim[] | undefined, who: string): Claim | undefined {
  return claims?.filter((one) => isSaidBy(one, who)).sort((one, other) => byTime(other, one))[0]
}

/** Adds what somebody says to the claims that stand. Said twice it is said once. */
export function sayFacts(
  knowledge: Knowledge,
  claims: Claims,
  facts: readonly { readonly attribute: AttributeCode; readonly value: Value }[],
  saying: Saying,
): Claims {
  const next: Record<AttributeCode, readonly Claim[]> = { ...claims }
  for (const { attribute, value } of facts) {
    next[attribute] = standing(knowledge.attribute(attribute), [...(next[attribute] ?? []), { ...saying, value }])
  }
  return next
}

/** @returns what is believed of everything that was said; what follows from another fact is what follows from it, whatever was said */
export function believedFacts(
  knowledge: Knowledge,
  claims: Claims,
  at: Instant,
): Readonly<Record<AttributeCode, Claim>> {
  const facts: Record<AttributeCode, Claim> = {}
  for (const [code, said] of Object.entries(claims)) {
    const believed = believe(knowledge.attribute(code), said, at)
    if (believed) facts[code] = believed
  }
  for (const [code, claim] of Object.entries(facts)) {
    for (const { attribute, value } of factsFollowing(code, claim.value)) {
      if (facts[attribute] && !sameValue(facts[attribute].value, value)) facts[attribute] = { ...claim, value }
    }
  }
  return facts
}

/** @returns the claims of something whose facts alone are at hand: each fact stands by itself */
export function claimsOf(said: {
  readonly facts?: Readonly<Record<AttributeCode, Claim>>
  readonly claims?: Claims
}): Claims {
  return said.claims ?? Object.fromEntries(Object.entries(said.facts ?? {}).map(([code, claim]) => [code, [claim]]))
}

function isSame(one: Claim, other: Claim): boolean {
  return (
    one.by === other.by && one.at === other.at && one.source.id === other.source.id && sameValue(one.value, other.value)
  )
}

/** Whether a claim settles what another says: said no earlier, by somebody whose word weighs as much. */
function outdoes(what: Attribute | undefined, one: Claim, other: Claim): boolean {
  if (one === other) return false
  const [rank, against] = [rankOf(what, one.authority), rankOf(what, other.authority)]
  if (one.by !== other.by && rank === hearsay && against === hearsay) return false
  if (rank < against || one.at < other.at) return false
  return one.at > other.at || rank > against || byTime(one, other) > 0
}

/** With those whose settled claims said the same, and, for hearsay, since when its teller says something of it. */
function withAuthors(one: Claim, all: readonly Claim[], what: Attribute | undefined): Claim {
  const settled = all.filter((other) => outdoes(what, one, other))
  const also = settled
    .filter(({ value }) => sameValue(value, one.value))
    .flatMap(({ by, also: others = [] }) => [by, ...others])
  const others = [...new Set([...(one.also ?? []), ...also])].filter((who) => who !== one.by).slice(0, alsoMost)
  const [since = one.at] = [one, ...settled.filter(({ by }) => by === one.by)].map(firstSaid).sort()
  const { also: _, since: __, ...plain } = one
  return {
    ...plain,
    ...(others.length > 0 ? { also: others.sort() } : {}),
    ...(one.authority === 'told' && since < one.at ? { since } : {}),
  }
}

const firstSaid = ({ since, at }: Claim): Instant => since ?? at

function byTime(one: Claim, other: Claim): number {
  return compare(one.at, other.at) || compare(tieBreaker(one), tieBreaker(other))
}

function bySeniority(one: Claim, other: Claim): number {
  return compare(firstSaid(one), firstSaid(other)) || compare(tieBreaker(one), tieBreaker(other))
}

const tieBreaker = ({ source, by, value }: Claim): string => JSON.stringify([source.id, by, value])

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
