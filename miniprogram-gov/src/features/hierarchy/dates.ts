/** Today in China, `YYYY-MM-DD`, from an instant. */
export function dayOf(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** 「2026年3月1日」 */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}
