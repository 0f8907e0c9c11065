import type { TaskCardReply } from '@zmht/shared/contract'
import { completionOf, type ItemState, type Repeat, repeatNames } from '@zmht/shared/rules'

export { doneOf } from '@zmht/shared/rules'

type Counts = TaskCardReply['counts']

/** @returns 「63%」; 「—」 where nothing is to be done */
export function rateWords(counts: Counts): string {
  const rate = completionOf(counts)
  return rate === undefined ? '—' : `${rate}%`
}

/** @returns 「8 月 3 日」 from a day */
export function dayWords(day: string): string {
  const [, month = '', date = ''] = day.split('-')
  return `${Number(month)} 月 ${Number(date)} 日`
}

/** @returns 「每月，下一期 1 月 3 日自动下派；撤回以后不再派」 */
export const repeatWords = (repeat: Repeat, next: string | undefined): string =>
  next === undefined ? repeatNames[repeat] : `${repeatNames[repeat]}，下一期 ${dayWords(next)}自动下派；撤回以后不再派`

export const stateTones: Readonly<Record<ItemState, 'quiet' | 'amber' | 'accent' | 'danger'>> = {
  open: 'quiet',
  claimed: 'amber',
  answered: 'amber',
  done: 'accent',
  unable: 'danger',
  void: 'quiet',
}
