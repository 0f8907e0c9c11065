import { lineageOf, type PlacePath } from '@zmht/shared/geo'
import { bucketOf } from '@zmht/shared/measures'
import { monthMeasure, stagesMeasure, stepOf } from '@zmht/shared/overview'
import { dayInChina } from '@zmht/shared/rules'
import type { Measures } from '../platform/stream/counter'
import type { Contribution } from '../platform/stream/counter.domain'
import type { Image } from '../platform/stream/record'
import { measures as notices } from './notices/measures'

export const allRequests = 'requests'
/** How long the closed requests of a channel took: minutes of working time, as a sketch. */
export const waitedOf = (channelId: string): string => `requests.${channelId}.waited`
export const requestsOf = (channelId: string): string => `requests.${channelId}`

/** What filling in the requests of a channel was: sums of questions, by `burdenShares`. */
export const burdenOfChannel = (channelId: string): string => `requests.${channelId}.burden`

const numberIn = (value: unknown): number => (typeof value === 'number' ? value : 0)

/** What one request adds to its channel's burden: forms and questions, and again those of whoever asked before. */
export function burdenShares(burden: unknown): readonly (readonly [group: string, amount: number])[] {
  if (typeof burden !== 'object' || burden === null) return []
  const { asked, facts, kept, changed, typed, again } = burden as Readonly<Record<string, unknown>> // as the request keeps it
  const sums = [
    ['forms', 1],
    ['asked', numberIn(asked)],
    ['facts', numberIn(facts)],
    ['kept', numberIn(kept)],
    ['changed', numberIn(changed)],
    ['typed', numberIn(typed)],
  ] as const
  const all = again === true ? [...sums, ...sums.map(([group, sum]) => [`again-${group}`, sum] as const)] : sums
  return all.filter(([, sum]) => sum > 0)
}

/** What a request adds to the numbers of a month: of its submission what it asked for, of its end how long it took and whether that was in time. */
function monthShares(image: Image): readonly Omit<Contribution, 'lineage'>[] {
  const { state, submittedAt, closedAt, due, waited, untilTaken, burden } = image
  const isClosed = state === 'closed' && typeof closedAt === 'string' && typeof waited === 'number'
  const asked = new Map(burdenShares(burden))
  const ofSubmission =
    typeof submittedAt !== 'string'
      ? []
      : (['forms', 'asked', 'facts', 'kept', 'typed'] as const).flatMap((group) => {
          const amount = asked.get(group)
          return amount === undefined ? [] : [{ measure: monthMeasure(dayInChina(submittedAt)), group, amount }]
        })
  if (!isClosed) return ofSubmission
  const day = dayInChina(closedAt)
  const isTimely = typeof due === 'string' && closedAt <= due
  const inMonth = ['closed', ...(isTimely ? ['timely'] : []), `took:${stepOf(waited)}`]
  const stages =
    typeof untilTaken === 'number' ? [`wait:${stepOf(untilTaken)}`, `work:${stepOf(waited - untilTaken)}`] : []
  return [
    ...ofSubmission,
    ...inMonth.map((group) => ({ measure: monthMeasure(day), group, amount: 1 })),
    ...stages.map((group) => ({ measure: stagesMeasure(day), group, amount: 1 })),
  ]
}

/** Requests by state, and how long those took that are closed, and what filling them in was, hung on the home they were made for: all of them, and those of each channel. */
export const measures: Measures = {
  ...notices,
  request: (image) => {
    const { path, state, channelId, waited, burden } = image
    if (typeof path !== 'string' || typeof state !== 'string' || typeof channelId !== 'string') return []
    const lineage = lineageOf(path as PlacePath) // a request's path is one
    return [
      ...[allRequests, requestsOf(channelId)].map((measure) => ({ measure, lineage, group: state, amount: 1 })),
      ...(typeof waited === 'number'
        ? [{ measure: waitedOf(channelId), lineage, group: bucketOf(waited), amount: 1 }]
        : []),
      ...monthShares(image).map((one) => ({ ...one, lineage })),
      ...burdenShares(burden).map(([group, amount]) => ({
        measure: burdenOfChannel(channelId),
        lineage,
        group,
        amount,
      })),
    ]
  },
}
