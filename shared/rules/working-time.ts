import type { Instant } from '../knowledge/types'
import { published } from './holidays'

const dayMillis = 24 * 3600 * 1000
/** China has one time zone and no summer time. */
const chinaOffset = 8 * 3600 * 1000

/** Days that differ from the plain week, `YYYY-MM-DD` in China: holidays, and weekends worked instead (published yearly by the State Council). */
export interface WorkingCalendar {
  readonly holidays: readonly string[]
  readonly workedWeekends: readonly string[]
}

/** @returns the end (18:00 in China) of the n-th working day after an instant's own day. */
export function endOfWorkingDay(from: Instant, days: number, calendar: WorkingCalendar = published): Instant {
  let day = Math.floor((Date.parse(from) + chinaOffset) / dayMillis)
  for (let left = days; left > 0; ) {
    day += 1
    if (isWorkingDay(day, calendar)) left -= 1
  }
  return new Date(day * dayMillis - chinaOffset + 18 * 3600 * 1000).toISOString()
}

/** @returns the first working day after a day in China, both `YYYY-MM-DD` */
export const nextWorkingDay = (day: string, calendar: WorkingCalendar = published): string =>
  endOfWorkingDay(`${day}T04:00:00.000Z`, 1, calendar).slice(0, 10)

/** @returns after how many working days a promise given at an instant falls due: how it is given again; at least 1 */
export function promisedDays(from: Instant, due: Instant, calendar: WorkingCalendar = published): number {
  for (let days = 1; days < longestPromise; days++) if (endOfWorkingDay(from, days, calendar) >= due) return days
  return longestPromise
}

/** Nothing is promised for longer: working days. */
const longestPromise = 60

function isWorkingDay(day: number, calendar: WorkingCalendar): boolean {
  const date = new Date(day * dayMillis)
  const text = date.toISOString().slice(0, 10)
  if (calendar.holidays.includes(text)) return false
  if (calendar.workedWeekends.includes(text)) return true
  return date.getUTCDay() !== 0 && date.getUTCDay() !== 6
}

const minuteMillis = 60_000
/** Offices are open from 9:00 to 18:00, as deadlines end at 18:00. */
const [opens, closes] = [9 * 60, 18 * 60] as const

/** @returns the whole minutes of office hours between two instants; 0 where the second is not later */
export function workingMinutes(from: Instant, to: Instant, calendar: WorkingCalendar = published): number {
  const [begin, end] = [Date.parse(from) + chinaOffset, Date.parse(to) + chinaOffset]
  const firstDay = Math.floor(begin / dayMillis)
  const lastDay = Math.floor(end / dayMillis)
  let minutes = 0
  for (let day = firstDay; day <= lastDay; day++) {
    if (!isWorkingDay(day, calendar)) continue
    const opening = day * dayMillis + opens * minuteMillis
    const closing = day * dayMillis + closes * minuteMillis
    minutes += Math.max(0, Math.min(end, closing) - Math.max(begin, opening)) / minuteMillis
  }
  return Math.floor(minutes)
}

/** 「25 分钟」「3 小时」「2 天半」, a day being nine hours of work. */
export function sayWorkingMinutes(minutes: number): string {
  if (minutes < 1) return '不到 1 分钟'
  if (minutes < 60) return `${Math.round(minutes)} 分钟`
  const day = closes - opens
  if (minutes < day) return `${Math.round(minutes / 60)} 小时`
  const halves = Math.round((minutes / day) * 2)
  return halves % 2 === 0 ? `${halves / 2} 天` : `${Math.floor(halves / 2)} 天半`
}

/** The same of what is left or past, where a day could be taken for one of the calendar: 「2 个半工作日」. */
function sayWorkingDays(minutes: number): string {
  const day = closes - opens
  if (minutes < day) return sayWorkingMinutes(minutes)
  const halves = Math.round((minutes / day) * 2)
  return `${Math.floor(halves / 2)} 个${halves % 2 === 0 ? '' : '半'}工作日`
}

/** The time left of a promise as everybody reads it. Danger: it has passed; amber: less than a working day is left. */
export interface TimeLeft {
  readonly words: string
  readonly tone: 'danger' | 'amber' | 'quiet'
}

/** @param minutes of working time: left, or past where it is overdue. @returns 「还剩 3 小时」「已超 2 个工作日」, the same wherever it stands */
export function sayTimeLeft(minutes: number, overdue: boolean): TimeLeft {
  if (overdue) return { words: minutes < 1 ? '已超期' : `已超 ${sayWorkingDays(minutes)}`, tone: 'danger' }
  return {
    words: `还剩${minutes < 1 ? '' : ' '}${sayWorkingDays(minutes)}`,
    tone: minutes < closes - opens ? 'amber' : 'quiet',
  }
}

/** 「花家地北里这样的事一般 2 小时办完，5 件里有 4 件在 1 天内」 */
export function sayWait({
  usual,
  most,
  where,
}: {
  readonly usual: number
  readonly most: number
  readonly where: string
}): string {
  return `${where}这样的事一般 ${sayWorkingMinutes(usual)}办完，5 件里有 4 件在 ${sayWorkingMinutes(most)}内`
}

export { dayInChina } from '../knowledge/identifiers'
