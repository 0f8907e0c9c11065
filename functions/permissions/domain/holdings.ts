import { type Day, type Holding, incompatibleRoles, isHeldOn, roles } from '@zmht/shared/permission'
import { dayBefore } from './days'
import type { Official, PostHolder, PostRecord } from './records'

/** Days from one on until another, which is not one of them any more. */
export interface Period {
  readonly from: Day
  readonly until?: Day
}

export const overlap = (one: Period, other: Period): boolean =>
  (one.until === undefined || other.from < one.until) && (other.until === undefined || one.from < other.until)

/** What is left of a holding that ends on a day: nothing when it had not begun before. */
export function endedOn<Held extends Period>(holding: Held, day: Day): Held[] {
  if (holding.from >= day) return []
  return [{ ...holding, until: holding.until !== undefined && holding.until < day ? holding.until : day }]
}

/** The part of a period that lies in another. */
export function within(one: Period, other: Period): Period {
  const ends = [one.until, other.until].filter((day) => day !== undefined).sort()
  const [until] = ends
  const [, from = one.from] = [one.from, other.from].sort()
  return { from, ...(until === undefined ? {} : { until }) }
}

/** Ended holdings a post still names, in days: an operation recorded late may reach back so far. */
const rememberedDays = 62
/** Ended holdings an official still names; what was before is in the history. */
const remembered = 40

const daysBefore = (day: Day, days: number): Day => {
  let earlier = day
  for (let count = 0; count < days; count++) earlier = dayBefore(earlier)
  return earlier
}

/** Leaves out what ended long ago. */
export function stillNamed(holdings: readonly Holding[], today: Day): readonly Holding[] {
  const ended = holdings.filter(({ until }) => until !== undefined && until <= today)
  const dropped = new Set(ended.slice(0, Math.max(0, ended.length - remembered)))
  return holdings.filter((holding) => !dropped.has(holding))
}

/** The post with its holders made equal to what these officials hold. */
export function mirrored(post: PostRecord, officials: readonly Official[], today: Day): PostRecord {
  const since = daysBefore(today, rememberedDays)
  const ids = new Set(officials.map(({ id }) => id))
  const others = post.holders.filter(({ official }) => !ids.has(official))
  const theirs = officials.flatMap(({ id, holdings }) =>
    holdings
      .filter((holding) => holding.post === post.id)
      .map(({ post: _post, ...holding }): PostHolder => ({ official: id, ...holding })),
  )
  const holders = [...others, ...theirs].filter(({ until }) => until === undefined || until > since)
  return { ...post, holders }
}

/** @returns in plain words which roles would meet in one person from a day on, though they must not. */
export function clashOf(
  holdings: readonly Holding[],
  posts: ReadonlyMap<string, PostRecord>,
  today: Day,
): string | undefined {
  const current = holdings.filter(({ until }) => until === undefined || until > today)
  for (const { from } of current) {
    const day = from > today ? from : today
    const held = new Set(
      current.filter((holding) => isHeldOn(holding, day)).flatMap(({ post }) => posts.get(post)?.roles ?? []),
    )
    const clash = incompatibleRoles.find((pair) => pair.every((role) => held.has(role)))
    if (clash !== undefined) return clash.map((role) => roles[role]).join('与')
  }
  return undefined
}
