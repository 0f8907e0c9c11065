import type { TaskCardReply } from '@zmht/shared/contract'
import type { EntityKind } from '@zmht/shared/knowledge'
import { completionOf, type ItemState, itemStates, type Repeat, repeatNames, type SelfFill } from '@zmht/shared/rules'

type Counts = TaskCardReply['counts']

/** @returns how many there are to do, and how many of them are done */
export function doneOf(counts: Counts): { readonly done: number; readonly total: number } {
  const total = itemStates.reduce((sum, state) => sum + (state === 'void' ? 0 : (counts[state] ?? 0)), 0)
  return { done: counts.done ?? 0, total }
}

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

/** Somebody can fill in for it: a person or whoever acts for them, an organisation's delegate, who lives behind a door. */
export const canSelfFill = (kind: EntityKind): boolean =>
  kind === 'person' || kind === 'organisation' || kind === 'place'

/** What comes of each choice, for whoever sends the task out. */
export const selfFillFollows: Readonly<Record<SelfFill, string>> = {
  counts: '填好这一项就办完了，不用再上门。',
  checked: '填好先进“待核实”，工作人员看过才算完成；没有填的照常上门。',
}
