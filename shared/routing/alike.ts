import type { PlaceId } from '../geo/place'
import type { EntityId, Instant } from '../knowledge/types'
import type { SubjectCode } from './subjects'

/** What of an appeal says whether another tells of the same. */
export interface AppealSignature {
  readonly subject: SubjectCode
  /** From the root down to where it happens. */
  readonly lineage: readonly PlaceId[]
  /** The community there, or the place itself where it lies above one. */
  readonly community: PlaceId
  /** The things it is about. */
  readonly things: readonly EntityId[]
  readonly at: Instant
}

/** Appeals further apart than this tell of the same thing only by chance. */
export const daysAlike = 14
const day = 24 * 3600 * 1000

/**
 * The keys under which open appeals that may tell of the same are found together: one for each thing, and one for the subject in the community. Appeals without a
 * common key are never alike.
 */
export function keysOf({ subject, community, things }: AppealSignature): readonly string[] {
  return [...things.map((thing) => `${subject}@${thing}`), `${subject}@${community}`]
}

/** How two appeals tell of the same: about the same thing, at places one of which lies in the other, or not at all. Symmetric. */
export function alike(one: AppealSignature, other: AppealSignature): 'thing' | 'place' | undefined {
  if (one.subject !== other.subject) return undefined
  if (Math.abs(Date.parse(one.at) - Date.parse(other.at)) > daysAlike * day) return undefined
  if (one.things.some((thing) => other.things.includes(thing))) return 'thing'
  // Each names its own thing: two lifts of one building.
  if (one.things.length > 0 && other.things.length > 0) return undefined
  if (one.community !== other.community) return undefined
  const [place, otherPlace] = [one.lineage.at(-1), other.lineage.at(-1)]
  const isNested =
    (place !== undefined && other.lineage.includes(place)) ||
    (otherPlace !== undefined && one.lineage.includes(otherPlace))
  return isNested ? 'place' : undefined
}
