/** Today in China, `YYYY-MM-DD`, from an instant. */
export { dayInChina as dayOf } from '@zmht/shared/rules'

/** 「2026年3月1日」 */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}
