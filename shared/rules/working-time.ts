import type { Instant } from '../knowledge/types'

const dayMillis = 24 * 3600 * 1000
/** China has one time zone and no summer time. */
const chinaOffset = 8 * 3600 * 1000

/** Days that differ from the plain week, `YYYY-MM-DD` in China: holidays, and weekends worked instead (published yearly by the State Council). */
export interface WorkingCalendar {
  readonly holidays: readonly string[]
  readonly workedWeekends: readonly string[]
}

export const plainWeek: WorkingCalendar = { holidays: [], workedWeekends: [] }

/** @returns the end (18:00 in China) of the n-th working day after an instant's own day. */
export function endOfWorkingDay(from: Instant, days: number, calendar: WorkingCalendar = plainWeek): Instant {
  let day = Math.floor((Date.parse(from) + chinaOffset) / dayMillis)
  for (let left = days; left > 0; ) {
    day += 1
    if (isWorkingDay(day, calendar)) left -= 1
  }
  return new Date(day * dayMillis - chinaOffset + 18 * 3600 * 1000).toISOString()
}

function isWorkingDay(day: number, calendar: WorkingCalendar): boolean {
  const date = new Date(day * dayMillis)
  const text = date.toISOString().slice(0, 10)
  if (calendar.holidays.includes(text)) return false
  if (calendar.workedWeekends.includes(text)) return true
  return date.getUTCDay() !== 0 && date.getUTCDay() !== 6
}

export { dayInChina } from '../knowledge/identifiers'
