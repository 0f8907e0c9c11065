import { type Absence, type Day, type HoldingKind, isAwayOn, isHeldOn, type Post } from '@zmht/shared/permission'
import { dayAfter } from './days'
import type { Official, Organisation, PostRecord } from './records'

/** A post as a standing carries it: with the days on which it is held. */
export interface HeldPost extends Post {
  readonly as: HoldingKind
  readonly from: Day
  /** The first day on which it is no more. */
  readonly until?: Day
}

/** An organisation with itself and those above it, nearest first. */
export interface OrganisationInTree {
  readonly organisation: Organisation
  readonly chain: readonly string[]
}

const earliest = (days: readonly (Day | undefined)[]): Day | undefined =>
  days.filter((day) => day !== undefined).sort()[0]

/**
 * The posts of an official from today on. A holding ends at the latest with the post's term and with its organisation; a closed post
 * gives nothing, nor one that does not know the official.
 */
export function compilePosts(
  official: Pick<Official, 'id' | 'holdings'>,
  posts: ReadonlyMap<string, PostRecord>,
  organisations: ReadonlyMap<string, OrganisationInTree>,
  today: Day,
): HeldPost[] {
  return official.holdings.flatMap((holding): HeldPost[] => {
    const post = posts.get(holding.post)
    const at = post === undefined ? undefined : organisations.get(post.organisationId)
    if (post === undefined || at === undefined || post.closed) return []
    if (!post.holders.some((one) => one.official === official.id && one.from === holding.from)) return []
    const termEnds = post.termEnds === undefined ? undefined : dayAfter(post.termEnds)
    const until = earliest([holding.until, termEnds, at.organisation.ended?.date])
    if (until !== undefined && (until <= today || until <= holding.from)) return []
    const { id, title, organisationId: organisation, roles, tags, rank } = post
    return [
      {
        id,
        title,
        organisation,
        organisations: at.chain,
        roles,
        tags,
        rank,
        territory: at.organisation.manages,
        as: holding.as,
        from: holding.from,
        ...(until === undefined ? {} : { until }),
      },
    ]
  })
}

interface Held {
  readonly posts: readonly HeldPost[]
  readonly absences?: readonly Absence[]
}

/** The posts in force on a day; none while the official is away. */
export const postsOn = ({ posts, absences = [] }: Held, day: Day): readonly HeldPost[] =>
  isAwayOn(absences, day) ? [] : posts.filter((post) => isHeldOn(post, day))

/** Whether any post is in force on a day or after it: whoever has none left is no official any more. */
export const holdsFrom = ({ posts }: Held, day: Day): boolean =>
  posts.some(({ until }) => until === undefined || until > day)

/** @returns the first day back for who is away on a day. */
export const backOn = (absences: readonly Absence[], day: Day): Day | undefined =>
  absences.find((one) => isAwayOn([one], day))?.until
