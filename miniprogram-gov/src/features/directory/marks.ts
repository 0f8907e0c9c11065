import type { PostReply } from '@zmht/shared/contract'
import { lastDay, shortDay } from './days'

export type Holder = PostReply['holders'][number]

/** A word beside a name: how somebody holds a post today. */
export interface Mark {
  readonly words: string
  readonly tone: 'quiet' | 'amber'
}

/** Away: until which day, as colleagues need to know it. */
export const awayMark = (away: string, today: string): Mark => ({
  words: `休假至${lastDay(away, today)}`,
  tone: 'amber',
})

/** What stands beside the name of somebody on a post: acting for whom, not yet, until when, away. */
export function marksOf(
  { as, from, until, standsInFor, away }: Pick<Holder, 'as' | 'from' | 'until' | 'standsInFor' | 'away'>,
  today: string,
): readonly Mark[] {
  const marks: Mark[] = []
  if (as === 'acting') marks.push({ words: `代理${standsInFor?.name ?? ''}`, tone: 'quiet' })
  if (from > today) marks.push({ words: `${shortDay(from, today)}起`, tone: 'quiet' })
  if (until !== undefined) marks.push({ words: `至${lastDay(until, today)}`, tone: 'quiet' })
  if (away !== undefined) marks.push(awayMark(away, today))
  return marks
}
