import type { PlaceId } from '../geo/place'
import type { Instant } from '../knowledge/types'
import type { Action } from './actions'
import { type Bound, type Bounds, boundsFor } from './bounds'
import { covers, liesIn } from './covering'
import type { Policy } from './decision'
import type { Grant } from './grant'
import type { OfficialActor } from './standing'

/** What somebody comes to be allowed, or no longer is, when grants change. */
export interface Change {
  readonly official: OfficialActor
  readonly gains: readonly Changed[]
  readonly loses: readonly Changed[]
}

export interface Changed {
  readonly action: Action
  readonly kind: string
  readonly bound: Bound
}

/** Any kind that no grant names. */
const otherKind = '*'

/**
 * Who gains and who loses when one set of grants takes the place of another: asked before a draft is saved.
 * What is held already, as wide or wider, is no gain; what stays held is no loss. Values shown are not compared.
 * @param lineageOf from the root to a place
 */
export function* changesOf(
  before: Policy,
  after: Policy,
  officials: Iterable<OfficialActor>,
  lineageOf: (place: PlaceId) => readonly PlaceId[],
  at: Instant,
): Generator<Change> {
  const changed = differing(before.grants, after.grants)
  const actions = [...new Set(changed.flatMap((grant) => grant.actions))]
  const kinds = [
    otherKind,
    ...new Set([...before.grants, ...after.grants].flatMap(({ resource }) => resource.kinds ?? [])),
  ]
  for (const official of officials) {
    const gains: Changed[] = []
    const loses: Changed[] = []
    for (const action of actions) {
      for (const kind of kinds) {
        const [was, is] = [boundsFor(before, official, action, kind, at), boundsFor(after, official, action, kind, at)]
        for (const bound of newIn(was, is, lineageOf)) gains.push({ action, kind, bound })
        for (const bound of newIn(is, was, lineageOf)) loses.push({ action, kind, bound })
      }
    }
    if (gains.length > 0 || loses.length > 0) yield { official, gains, loses }
  }
}

/** @returns the grants only one of the two has, or has otherwise */
function differing(before: readonly Grant[], after: readonly Grant[]): readonly Grant[] {
  const written = (grants: readonly Grant[]) => new Set(grants.map((grant) => JSON.stringify(grant)))
  const [was, is] = [written(before), written(after)]
  return [
    ...before.filter((grant) => !is.has(JSON.stringify(grant))),
    ...after.filter((grant) => !was.has(JSON.stringify(grant))),
  ]
}

/** @returns what is allowed now and was not: newly allowed, or no longer forbidden */
function newIn(was: Bounds, is: Bounds, lineageOf: (place: PlaceId) => readonly PlaceId[]): readonly Bound[] {
  const isCovered = (bound: Bound, by: readonly Bound[]) => by.some((wide) => holdsAll(wide, bound, lineageOf))
  const allowed = is.allowed.filter((bound) => !isCovered(bound, was.allowed))
  const freed = is.allowed.length === 0 ? [] : was.forbidden.filter((bound) => !isCovered(bound, is.forbidden))
  return [...allowed, ...freed]
}

const holdsAll = (wide: Bound, narrow: Bound, lineageOf: (place: PlaceId) => readonly PlaceId[]): boolean =>
  covers(wide, narrow) &&
  (wide.places === 'everywhere' || (narrow.places !== 'everywhere' && liesIn(narrow.places, wide.places, lineageOf)))
