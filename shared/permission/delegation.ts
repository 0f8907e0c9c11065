import type { PlaceId } from '../geo/place'
import { type Instant, sensitivities } from '../knowledge/types'
import type { Action } from './actions'
import { covers, liesIn } from './covering'
import { indexOf, type Policy } from './decision'
import type { FieldAccess, FieldRule } from './fields'
import type { Grant } from './grant'
import type { OfficialActor, Post } from './standing'

/** Why somebody may not give what a grant gives. */
export type Beyond =
  /** They may not do it themself. */
  | { readonly why: 'not-held'; readonly action: Action }
  /** They are forbidden some of it. */
  | { readonly why: 'forbidden'; readonly action: Action; readonly grant: string }
  /** They may do it, but not to all of that, not everywhere there, not seeing as much, or not as long. */
  | { readonly why: 'resource' | 'territory' | 'fields' | 'dates'; readonly action: Action }

/** What is known of places and organisations. */
export interface Surroundings {
  /** From the root to the place. */
  lineageOf(place: PlaceId): readonly PlaceId[]
  /** The organisation and those above it. */
  chainOf(organisation: string): readonly string[]
}

/**
 * Nobody gives what they do not hold, nor beyond their own places: a grant is checked as a whole against each that its giver holds.
 * Of `own` territory it is known only that organisations below manage places inside: it is given to named organisations, or held everywhere.
 * @returns why not, for each action once; nothing when it may be given
 */
export function beyondOf(
  policy: Policy,
  giver: OfficialActor,
  given: Grant,
  surroundings: Surroundings,
  at: Instant,
): readonly Beyond[] {
  return [...new Set(given.actions)].flatMap((action): readonly Beyond[] => {
    const held = heldBy(policy, giver, action)
    const forbidding = held.find(({ grant }) => grant.effect === 'forbid' && mayTouch(grant, given))
    if (forbidding) return [{ why: 'forbidden', action, grant: forbidding.grant.id }]
    const holding = held.filter(({ grant }) => grant.effect === 'allow')
    const tests = [
      ['resource', ({ grant }: Held) => covers(grant.resource, given.resource)],
      ['territory', (one: Held) => reaches(one, given, surroundings)],
      ['fields', ({ grant }: Held) => showsAsMuch(grant.fields, given.fields)],
      ['dates', ({ grant }: Held) => lastsAsLong(grant, given, at)],
    ] as const
    if (holding.length === 0) return [{ why: 'not-held', action }]
    let left = holding
    for (const [why, test] of tests) {
      left = left.filter(test)
      if (left.length === 0) return [{ why, action }]
    }
    return []
  })
}

const policiesForGiving = new WeakMap<Policy, Policy>()

/** @returns the same grants, those that only allow giving counted with the others */
function forGiving(policy: Policy): Policy {
  const known = policiesForGiving.get(policy)
  if (known !== undefined) return known
  const grants = policy.grants.map(({ only: _only, ...grant }) => grant)
  const made = { version: `${policy.version}/giving`, grants }
  policiesForGiving.set(policy, made)
  return made
}

interface Held {
  readonly grant: Grant
  readonly post: Post
}

function heldBy(policy: Policy, { posts }: OfficialActor, action: Action): readonly Held[] {
  const index = indexOf(forGiving(policy))
  return posts.flatMap((post) => [...index.rulesForAction(action, post)].map(({ grant }) => ({ grant, post })))
}

function reaches({ grant, post }: Held, given: Grant, { lineageOf, chainOf }: Surroundings): boolean {
  if (grant.territory === 'all') return true
  if (given.territory === 'all') return false
  const places: readonly PlaceId[] = grant.territory === 'own' ? post.territory : grant.territory.given
  if (given.territory !== 'own') return liesIn(given.territory.given, places, lineageOf)
  // Whoever is below manages places inside those of the giver's organisation.
  const { organisations } = given.subject
  return (
    grant.territory === 'own' &&
    organisations !== undefined &&
    organisations.every((one) => chainOf(one).includes(post.organisation))
  )
}

const order: readonly FieldAccess[] = ['none', 'masked', 'full']
const showsAsMuch = (held: FieldRule, given: FieldRule): boolean =>
  sensitivities.every((one) => order.indexOf(held[one]) >= order.indexOf(given[one]))

/** Good at the latest now, and until then. */
const lastsAsLong = (held: Grant, given: Grant, at: Instant): boolean =>
  (held.from === undefined || held.from <= (given.from ?? at)) &&
  (held.to === undefined || (given.to !== undefined && given.to <= held.to))

const mayMeet = (one: readonly string[] | undefined, other: readonly string[] | undefined): boolean =>
  one === undefined || other === undefined || one.some((value) => other.includes(value))

/** A prohibition may concern something a grant gives. Where it holds is not asked: who is forbidden it anywhere does not give it. */
const mayTouch = (forbidding: Grant, given: Grant): boolean =>
  mayMeet(forbidding.resource.kinds, given.resource.kinds) &&
  mayMeet(forbidding.resource.applications, given.resource.applications)
