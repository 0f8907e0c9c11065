import type { Instant } from '../../knowledge/types'

const day = 86_400_000
/** China has had no daylight saving since 1991: a fixed + 8 h is the wall clock. */
const china = 8 * 3_600_000

interface WallClock {
  readonly year: number
  readonly month: number
  readonly date: number
  readonly time: string
  /** Days since 1970 on the calendar of China. */
  readonly dayNumber: number
}

function wallClock(at: Instant): WallClock {
  const shifted = new Date(Date.parse(at) + china)
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    date: shifted.getUTCDate(),
    time: shifted.toISOString().slice(11, 16),
    dayNumber: Math.floor(shifted.getTime() / day),
  }
}

/**
 * An instant as people say it, in Asia/Shanghai: 「今天 14:30」「昨天 09:05」「3 天前」「11月4日」「2025年11月4日」; also ahead: 「明天 18:00」
 * 「3 天后」.
 */
export function formatWhen(at: Instant, now: Instant): string {
  const then = wallClock(at)
  const today = wallClock(now)
  const days = then.dayNumber - today.dayNumber
  if (days === 0) return `今天 ${then.time}`
  if (days === -1) return `昨天 ${then.time}`
  if (days === 1) return `明天 ${then.time}`
  if (days < 0 && days >= -7) return `${-days} 天前`
  if (days > 0 && days <= 7) return `${days} 天后`
  if (then.year === today.year) return `${then.month}月${then.date}日`
  return `${then.year}年${then.month}月${then.date}日`
}

/** When something promised is due, as people say it: 「今天 18:00 前」「3 天内」「12月8日前」. */
export function formatDue(due: Instant, now: Instant): string {
  const days = wallClock(due).dayNumber - wallClock(now).dayNumber
  if (days >= 2 && days <= 7) return `${days} 天内`
  const then = wallClock(due)
  return days === 0 || days === 1 ? `${formatWhen(due, now)} 前` : `${then.month}月${then.date}日前`
}

/** How old a fact is: 「今天」「昨天」「12 天前」「5 个月前」「2 年前」. */
export function formatAge(at: Instant, now: Instant): string {
  const days = wallClock(now).dayNumber - wallClock(at).dayNumber
  if (days <= 0) return '今天'
  if (days === 1) return '昨天'
  if (days < 31) return `${days} 天前`
  if (days < 365) return `${Math.floor(days / 30.44)} 个月前`
  return `${Math.floor(days / 365.25) || 1} 年前`
}

/** A moment of a day, told whole: 「11月29日 09:12」, of another year with the year before it. */
export function formatMoment(at: Instant, now: Instant): string {
  const { year, month, date, time } = wallClock(at)
  return `${year === wallClock(now).year ? '' : `${year}年`}${month}月${date}日 ${time}`
}

/** The instant as `YYYY-MM-DD HH:mm` of China, for those who need it exact. */
export function formatExact(at: Instant): string {
  return new Date(Date.parse(at) + china).toISOString().slice(0, 16).replace('T', ' ')
}

export function nowInstant(): Instant {
  return new Date().toISOString()
}
