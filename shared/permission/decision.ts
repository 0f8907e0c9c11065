import { isWithin, type PlaceId } from '../geo/place'
import type { Instant, Sensitivity } from '../knowledge/types'
import type { Action } from './actions'

/** How much of a value of one sensitivity is shown. */
export type FieldAccess = 'none' | 'masked' | 'full'
export type FieldRule = Readonly<Record<Sensitivity, FieldAccess>>

/** Something a grant can speak about. `application`, `owner` and `tags` narrow; absent means any. */
export interface ResourceSelector {
  readonly kinds?: readonly string[]
  readonly applications?: readonly string[]
  readonly owners?: readonly string[]
  readonly tags?: readonly string[]
}

/** A rule of access. Subjects are roles, tags, ranks, organisations or posts: never a person. */
export interface Grant {
  readonly id: string
  readonly effect: 'allow' | 'forbid'
  readonly subject: {
    readonly roles?: readonly string[]
    readonly tags?: readonly string[]
    readonly ranks?: readonly string[]
    readonly organisations?: readonly string[]
    readonly posts?: readonly string[]
  }
  readonly actions: readonly Action[]
  readonly resource: ResourceSelector
  /** `own`: the places the post's organisation manages. `given`: the listed ones. `all`: everywhere. */
  readonly territory: 'own' | 'all' | { readonly given: readonly PlaceId[] }
  readonly fields: FieldRule
  readonly from?: Instant
  readonly to?: Instant
}

/** One post an official holds now. */
export interface Post {
  readonly id: string
  readonly title: string
  readonly organisation: string
  /** The organisation and those above it, nearest first. */
  readonly organisations: readonly string[]
  readonly roles: readonly string[]
  readonly tags: readonly string[]
  readonly rank: string
  /** The places the organisation manages. */
  readonly territory: readonly PlaceId[]
}

/** The actor as of now, read on every request. */
export interface OfficialActor {
  readonly kind: 'official'
  readonly id: string
  readonly posts: readonly Post[]
}

export interface Resource {
  readonly kind: string
  readonly id?: string
  /** From the root to the place the resource belongs to, by the edges of the tree; empty when it belongs to no place. */
  readonly lineage: readonly PlaceId[]
  readonly application?: string
  readonly owner?: string
  readonly tags?: readonly string[]
}

/** The grants that can concern one signature of posts, compiled once per version. */
export interface Policy {
  readonly version: string
  readonly grants: readonly Grant[]
}

export interface Because {
  readonly grant: string
  readonly post: string
}

export type Decision =
  | { readonly allow: true; readonly fields: FieldRule; readonly because: readonly Because[] }
  | {
      readonly allow: false
      readonly reason: 'no-grant' | 'outside-territory' | 'forbidden'
      readonly because: readonly Because[]
    }

const nothing: FieldRule = { open: 'none', internal: 'none', personal: 'none', sensitive: 'none' }
const order: readonly FieldAccess[] = ['none', 'masked', 'full']

/**
 * May this official do this to that? Default deny; an explicit prohibition wins; the fields are the most any allowing grant gives.
 * Pure: the caller has read the standing (posts) and the policy.
 */
export function decide(
  policy: Policy,
  actor: OfficialActor,
  action: Action,
  resource: Resource,
  at: Instant,
): Decision {
  let fields = nothing
  let outside = false
  const allowing: Because[] = []
  const forbidding: Because[] = []
  for (const post of actor.posts) {
    for (const grant of policy.grants) {
      if (!concerns(grant, post, action, at) || !selects(grant.resource, resource)) continue
      if (!covers(grant, post, resource)) {
        outside ||= grant.effect === 'allow'
        continue
      }
      if (grant.effect === 'forbid') forbidding.push({ grant: grant.id, post: post.id })
      else {
        allowing.push({ grant: grant.id, post: post.id })
        fields = wider(fields, grant.fields)
      }
    }
  }
  if (forbidding.length > 0) return { allow: false, reason: 'forbidden', because: forbidding }
  if (allowing.length > 0) return { allow: true, fields, because: allowing }
  return { allow: false, reason: outside ? 'outside-territory' : 'no-grant', because: [] }
}

/** The places within which the official may do this to resources of a kind: what a list is filtered by, in the query. */
export function territoryFor(
  policy: Policy,
  actor: OfficialActor,
  action: Action,
  kind: string,
  at: Instant,
): { readonly everywhere: boolean; readonly places: readonly PlaceId[] } {
  const places = new Set<PlaceId>()
  let everywhere = false
  for (const post of actor.posts) {
    for (const grant of policy.grants) {
      if (grant.effect !== 'allow' || !concerns(grant, post, action, at)) continue
      if (grant.resource.kinds && !grant.resource.kinds.includes(kind)) continue
      if (grant.territory === 'all') everywhere = true
      else for (const place of grant.territory === 'own' ? post.territory : grant.territory.given) places.add(place)
    }
  }
  return { everywhere, places: [...places].sort() }
}

/** True when the grant speaks about this post, action and moment. */
function concerns(grant: Grant, post: Post, action: Action, at: Instant): boolean {
  if (!grant.actions.includes(action)) return false
  if (grant.from !== undefined && at < grant.from) return false
  if (grant.to !== undefined && at >= grant.to) return false
  const { roles, tags, ranks, organisations, posts } = grant.subject
  return (
    (roles === undefined || roles.some((role) => post.roles.includes(role))) &&
    (tags === undefined || tags.some((tag) => post.tags.includes(tag))) &&
    (ranks === undefined || ranks.includes(post.rank)) &&
    (organisations === undefined || organisations.some((one) => post.organisations.includes(one))) &&
    (posts === undefined || posts.includes(post.id))
  )
}

function selects(selector: ResourceSelector, resource: Resource): boolean {
  const { kinds, applications, owners, tags } = selector
  return (
    (kinds === undefined || kinds.includes(resource.kind)) &&
    (applications === undefined ||
      (resource.application !== undefined && applications.includes(resource.application))) &&
    (owners === undefined || (resource.owner !== undefined && owners.includes(resource.owner))) &&
    (tags === undefined || tags.some((tag) => resource.tags?.includes(tag) === true))
  )
}

function covers(grant: Grant, post: Post, resource: Resource): boolean {
  if (grant.territory === 'all') return true
  const places = grant.territory === 'own' ? post.territory : grant.territory.given
  return places.some((place) => isWithin(resource.lineage, place))
}

function wider(one: FieldRule, other: FieldRule): FieldRule {
  const most = (a: FieldAccess, b: FieldAccess): FieldAccess => (order.indexOf(a) >= order.indexOf(b) ? a : b)
  return {
    open: most(one.open, other.open),
    internal: most(one.internal, other.internal),
    personal: most(one.personal, other.personal),
    sensitive: most(one.sensitive, other.sensitive),
  }
}
