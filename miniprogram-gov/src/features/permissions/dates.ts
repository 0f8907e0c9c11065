import { dayInChina } from '@zmht/shared/rules'
import { formatExact } from '@zmht/shared/ui/format/when'

/** China has had no daylight saving since 1991. */
const china = 8 * 3_600_000
const oneDay = 86_400_000

/** @returns the moment a day of China, `YYYY-MM-DD`, begins */
export const startOf = (day: string): string => new Date(Date.parse(`${day}T00:00:00.000Z`) - china).toISOString()

/** @returns the moment after the last of a day of China */
export const endOf = (day: string): string => new Date(Date.parse(startOf(day)) + oneDay).toISOString()

/** @returns the day of China a moment lies in, `YYYY-MM-DD` */
export const dayOf = dayInChina

/** @returns the last day of China before a moment: what ends with midnight ends with the day before */
export const lastDayBefore = (instant: string): string => dayOf(new Date(Date.parse(instant) - 1).toISOString())

const isMidnight = (instant: string): boolean => (Date.parse(instant) + china) % oneDay === 0

function dayWords(day: string): string {
  const [year, month, date] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}

/** 「从2026年12月1日起」 */
export const fromWords = (instant: string): string =>
  `从${isMidnight(instant) ? dayWords(dayOf(instant)) : formatExact(instant)}起`

/** 「到2026年12月31日为止」, the last day on which it is good */
export const toWords = (instant: string): string =>
  `到${isMidnight(instant) ? dayWords(lastDayBefore(instant)) : formatExact(instant)}为止`
