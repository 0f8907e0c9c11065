import type { PlaceId } from '../geo/place'
import type { Instant } from '../knowledge/types'
import type { Action } from './actions'
import { indexOf, type Policy } from './decision'
import { isGoodAt } from './grant-index'
import type { OfficialActor, Resource } from './standing'

/** Resources a rule is about: with one of each that is named, in one of the places or anywhere. */
export interface Bound {
  readonly applications?: readonly string[]
  readonly owners?: readonly string[]
  readonly tags?: readonly string[]
  readonly places: 'everywhere' | readonly PlaceId[]
}

/** What a list of resources of one kind is filtered by, in the query: inside one of the allowed and none of the forbidden bounds. */
export interface Bounds {
  readonly allowed: readonly Bound[]
  readonly forbidden: readonly Bound[]
}

/** @returns what bounds a list of what an official may do something to */
export function boundsFor(policy: Policy, actor: OfficialActor, action: Action, kind: string, at: Instant): Bounds {
  const index = indexOf(policy)
  const bucket = index.bucket(action, kind)
  const [allowed, forbidden]: [Bound[], Bound[]] = [[], []]
  for (const post of bucket === undefined ? [] : actor.posts) {
    for (const rule of bucket === undefined ? [] : new Set(index.rulesFor(bucket, post))) {
      if (!isGoodAt(rule, at) || (rule.forbids && rule.narrow)) continue
      const { territory, resource } = rule.grant
      const { applications, owners, tags } = resource
      const places: Bound['places'] =
        territory === 'all' ? 'everywhere' : territory === 'own' ? post.territory : territory.given
      if (places.length === 0) continue
      const bound: Bound = {
        ...(applications && { applications }),
        ...(owners && { owners }),
        ...(tags && { tags }),
        places,
      }
      ;(rule.forbids ? forbidden : allowed).push(bound)
    }
  }
  return { allowed, forbidden }
}

/** @returns whether a resource of the kind is inside the bounds: just when the decision allows it */
export const isInBounds = ({ allowed, forbidden }: Bounds, resource: Resource): boolean =>
  allowed.some((bound) => isInside(bound, resource)) && !forbidden.some((bound) => isInside(bound, resource))

const meets = (named: readonly string[] | undefined, values: readonly string[] | undefined): boolean =>
  named === undefined || (values?.some((one) => named.includes(one)) ?? false)

const isInside = ({ applications, owners, tags, places }: Bound, resource: Resource): boolean =>
  (applications === undefined || (resource.application !== undefined && applications.includes(resource.application))) &&
  meets(owners, resource.owners) &&
  meets(tags, resource.tags) &&
  (places === 'everywhere' || places.some((place) => resource.lineage.includes(place)))

/** The places within which an official may do something to everything that is listed, less those where they are forbidden it. */
export interface Territory {
  readonly everywhere: boolean
  readonly places: readonly PlaceId[]
  readonly except: readonly PlaceId[]
}

const nowhere: Territory = { everywhere: false, places: [], except: [] }

/**
 * What bounds a list that is asked for by place. What is allowed only of applications, owners or labels that are not known of everything in the list is not in it; what is
 * forbidden of some such is left out whole.
 * @param known what everything in the list has in common besides its kind
 */
export function territoryOf(
  { allowed, forbidden }: Bounds,
  known: Pick<Resource, 'application' | 'owners' | 'tags'> = {},
): Territory {
  const isAbout = ({ applications, owners, tags }: Bound, unknown: boolean): boolean =>
    holds(applications, known.application === undefined ? undefined : [known.application], unknown) &&
    holds(owners, known.owners, unknown) &&
    holds(tags, known.tags, unknown)
  const left = forbidden.filter((bound) => isAbout(bound, true))
  if (left.some(({ places }) => places === 'everywhere')) return nowhere
  const whole = allowed.filter((bound) => isAbout(bound, false))
  const placesOf = (bounds: readonly Bound[]) =>
    [...new Set(bounds.flatMap(({ places }) => (places === 'everywhere' ? [] : places)))].sort()
  return {
    everywhere: whole.some(({ places }) => places === 'everywhere'),
    places: placesOf(whole),
    except: placesOf(left),
  }
}

const holds = (
  named: readonly string[] | undefined,
  values: readonly string[] | undefined,
  unknown: boolean,
): boolean => named === undefined || (values === undefined ? unknown : values.some((one) => named.includes(one)))

/** The same for everything of a kind. */
export const territoryFor = (
  policy: Policy,
  actor: OfficialActor,
  action: Action,
  kind: string,
  at: Instant,
): Territory => territoryOf(boundsFor(policy, actor, action, kind, at))
