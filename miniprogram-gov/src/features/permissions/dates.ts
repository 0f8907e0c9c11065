import { formatExact } from '@zmht/shared/ui/format/when'
import { dayOf, dayWords } from '../../lib/dates'

/** China has had no daylight saving since 1991. */
const china = 8 * 3_600_000
const oneDay = 86_400_000

/** @returns the moment a day of China, `YYYY-MM-DD`, begins */
export const startOf = (day: string): string => new Date(Date.parse(`${day}T00:00:00.000Z`) - china).toISOString()

/** @returns the moment after the last of a day of China */
export const endOf = (day: string): string => new Date(Date.parse(startOf(day)) + oneDay).toISOString()

/** @returns the last day of China before a moment: what ends with midnight ends with the day before */
export const lastDayBefore = (instant: string): string => dayOf(new Date(Date.parse(instant) - 1).toISOString())

const isMidnight = (instant: string): boolean => (Date.parse(instant) + china) % oneDay === 0

/** 「从2026年12月1日起」 */
export const fromWords = (instant: string): string =>
  `从${isMidnight(instant) ? dayWords(dayOf(instant)) : formatExact(instant)}起`

/** 「到2026年12月31日为止」, the last day on which it is good */
export const toWords = (instant: string): string =>
  `到${isMidnight(instant) ? dayWords(lastDayBefore(instant)) : formatExact(instant)}为止`
