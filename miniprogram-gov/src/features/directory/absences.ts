import type { Absence } from '@zmht/shared/permission'
import { lastDay, shortDay } from './days'

/** 「11月20日至12月7日」, both days away; the first day back is the day after. */
export function absenceWords({ from, until }: Absence, today: string): string {
  const [first, last] = [shortDay(from, today), lastDay(until, today)]
  return first === last ? `${first}一天` : `${first}至${last}`
}
