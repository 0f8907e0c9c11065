import type { Instant } from '../knowledge/types'

/** Monday is 1, as in ISO 8601. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
export const weekdayNames: Readonly<Record<number, string>> = {
  1: '周一',
  2: '周二',
  3: '周三',
  4: '周四',
  5: '周五',
  6: '周六',
  7: '周日',
}

/** Open on these weekdays from one time to another, in China. Not later than `from`, `to` is on the next day; `24:00` ends the day. */
export interface OpenSpan {
  readonly days: readonly number[]
  readonly from: string
  readonly to: string
}
export const mostSpans = 7

const dayMinutes = 24 * 60
const weekMinutes = 7 * dayMinutes

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const pad = (value: number): string => String(value).padStart(2, '0')

interface Stretch {
  /** Minutes since Monday 00:00 in China. */
  readonly start: number
  readonly end: number
}

/** The stretches of a week, joined where one begins before another is over; the last may reach into the next week. */
function stretchesOf(hours: readonly OpenSpan[]): readonly Stretch[] {
  const all = hours
    .flatMap(({ days, from, to }) =>
      [...new Set(days)].map((day): Stretch => {
        const start = (day - 1) * dayMinutes + minutesOf(from)
        const length = minutesOf(to) - minutesOf(from)
        return { start, end: start + (length > 0 ? length : length + dayMinutes) }
      }),
    )
    .sort((one, other) => one.start - other.start)
  const joined: Stretch[] = []
  for (const one of all) {
    const last = joined.at(-1)
    if (last === undefined || one.start > last.end) joined.push(one)
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, one.end) }
  }
  // Sunday night runs on into Monday.
  const [first] = joined
  const last = joined.at(-1)
  if (first === undefined || last === undefined || joined.length < 2 || last.end < first.start + weekMinutes)
    return joined
  return [...joined.slice(1, -1), { start: last.start, end: Math.max(last.end, first.end + weekMinutes) }]
}

/** Whether it is open, and the minute at which that changes. */
export type Opening =
  | { readonly open: true; readonly always: true }
  | { readonly open: true; readonly always: false; readonly closes: Instant }
  | { readonly open: false; readonly opens: Instant | undefined }

const chinaOffset = 8 * 60
/** 1970-01-05 was a Monday. */
const firstMonday = 4 * dayMinutes

/** @returns whether it is open at an instant; without any hours it never opens */
export function openingAt(hours: readonly OpenSpan[], at: Instant): Opening {
  const stretches = stretchesOf(hours)
  const minute = Math.floor(Date.parse(at) / 60_000) + chinaOffset - firstMonday
  const inWeek = ((minute % weekMinutes) + weekMinutes) % weekMinutes
  const instantIn = (minutes: number): Instant => {
    const whole = minute - inWeek + minutes - chinaOffset + firstMonday
    return new Date(whole * 60_000).toISOString()
  }
  const here = stretches
    .flatMap(({ start, end }) => [
      { start, end },
      { start: start - weekMinutes, end: end - weekMinutes },
    ])
    .find(({ start, end }) => start <= inWeek && inWeek < end)
  if (here !== undefined) {
    return here.end - here.start >= weekMinutes
      ? { open: true, always: true }
      : { open: true, always: false, closes: instantIn(here.end) }
  }
  const next = stretches
    .map(({ start }) => (start > inWeek ? start : start + weekMinutes))
    .sort((one, other) => one - other)[0]
  return { open: false, opens: next === undefined ? undefined : instantIn(next) }
}

/** 「现在开门，17:30 关门」「现在关门，明天 08:30 开门」 */
export function sayOpening(opening: Opening, at: Instant): string {
  if (opening.open) return opening.always ? '全天开门' : `现在开门，${momentWords(opening.closes, at, true)}关门`
  return opening.opens === undefined ? '现在关门' : `现在关门，${momentWords(opening.opens, at, false)}开门`
}

const chinaDay = (at: Instant): number => Math.floor((Date.parse(at) / 60_000 + chinaOffset) / dayMinutes)

function momentWords(moment: Instant, now: Instant, closing: boolean): string {
  const minutes = Math.floor(Date.parse(moment) / 60_000) + chinaOffset
  const inDay = ((minutes % dayMinutes) + dayMinutes) % dayMinutes
  const days = chinaDay(moment) - chinaDay(now)
  // The end of a day is said as such, not as the beginning of the next.
  if (closing && days === 1 && inDay === 0) return '24:00 '
  const weekday = weekdayNames[((((chinaDay(moment) - 4) % 7) + 7) % 7) + 1] ?? ''
  const day = days === 0 ? '' : days === 1 ? '明天 ' : `${days >= 7 ? '下' : ''}${weekday} `
  return `${day}${pad(Math.floor(inDay / 60))}:${pad(inDay % 60)} `
}

/** Weekdays in words: 「周一至周五」「周二、周四」「每天」. */
export function sayDays(days: readonly number[]): string {
  const sorted = [...new Set(days)].sort((one, other) => one - other)
  if (sorted.length === 7) return '每天'
  const runs: number[][] = []
  for (const day of sorted) {
    const run = runs.at(-1)
    if (run?.at(-1) === day - 1) run.push(day)
    else runs.push([day])
  }
  return runs
    .map((run) => {
      const [first = 0] = run
      const last = run.at(-1) ?? 0
      if (run.length < 3) return run.map((day) => weekdayNames[day] ?? '').join('、')
      return `${weekdayNames[first] ?? ''}至${weekdayNames[last] ?? ''}`
    })
    .join('、')
}

/** One line for each span: 「周一至周五 08:30–17:30」, 「每天 全天」, 「周六 18:00–次日 02:00」. */
export function sayOpenHours(hours: readonly OpenSpan[]): readonly string[] {
  return hours.map(({ days, from, to }) => {
    const isWhole = from === '00:00' && (to === '24:00' || to === '00:00')
    const next = !isWhole && minutesOf(to) <= minutesOf(from)
    return `${sayDays(days)} ${isWhole ? '全天' : `${from}–${next ? '次日 ' : ''}${to}`}`
  })
}
