/** True for a day of the calendar: 2026-02-30 is written like one and is none. */
export function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00.000Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text
}

/** The day before. */
export const dayBefore = (day: string): string => shifted(day, -1)

/** The day after. */
export const dayAfter = (day: string): string => shifted(day, 1)

const shifted = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + days * 24 * 3600 * 1000).toISOString().slice(0, 10)
