const day = 86_400_000

/** The day so many days later; earlier for a negative number. */
export function daysFrom(from: string, count: number): string {
  return new Date(Date.parse(`${from}T00:00:00Z`) + count * day).toISOString().slice(0, 10)
}

/** 「12月8日」, with the year where it is another one than today's. */
export function shortDay(words: string, today: string): string {
  const [year = '', month, date] = words.split('-')
  const short = `${Number(month)}月${Number(date)}日`
  return today.startsWith(year) ? short : `${year}年${short}`
}

/** The last day of what ends before `until`, as people say it: 「12月7日」. */
export const lastDay = (until: string, today: string): string => shortDay(daysFrom(until, -1), today)
