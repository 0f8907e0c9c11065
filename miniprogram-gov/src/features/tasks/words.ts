import type { TaskCardReply, TaskReachReply } from '@zmht/shared/contract'
import { levelNames, levels } from '@zmht/shared/geo'
import { dayInChina, type EntityKind } from '@zmht/shared/knowledge'
import {
  completionOf,
  type ItemState,
  type Recipient,
  type Repeat,
  repeatNames,
  type SelfFill,
} from '@zmht/shared/rules'

export { doneOf } from '@zmht/shared/rules'

type Counts = TaskCardReply['counts']

/** @returns 「63%」; 「—」 where nothing is to be done */
export function rateWords(counts: Counts): string {
  const rate = completionOf(counts)
  return rate === undefined ? '—' : `${rate}%`
}

/** @returns 「8 月 3 日」 from a day, with its year where that is not this one */
export function dayWords(day: string, today: string = dayInChina(new Date().toISOString())): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const words = `${Number(month)} 月 ${Number(date)} 日`
  return today.startsWith(year) ? words : `${year} 年 ${words}`
}

/** @returns 「每月，下一期 1 月 3 日自动下派；撤回以后不再派」 */
export const repeatWords = (repeat: Repeat, next: string | undefined): string =>
  next === undefined
    ? repeatNames[repeat]
    : `${repeatNames[repeat]}，下一期 ${dayWords(next)}自动下派，那时名单里的都有；撤回以后不再派`

export const stateTones: Readonly<Record<ItemState, 'quiet' | 'amber' | 'accent' | 'danger'>> = {
  open: 'quiet',
  claimed: 'amber',
  answered: 'amber',
  done: 'accent',
  unable: 'danger',
  void: 'quiet',
}

/** How much there would be to do at a place. */
export const itemWords = ({ items }: Pick<TaskReachReply, 'items'>): string =>
  items === undefined ? '按筛选生成' : `${items} 项`

/** 「16 个区 · 343 个街道 · 7535 个社区」 */
export const unitWords = ({ units }: Pick<TaskReachReply, 'units'>): string =>
  levels.flatMap((level) => ((units[level] ?? 0) > 0 ? [`${units[level]} 个${levelNames[level]}`] : [])).join(' · ')

/** What is missing for a task to be done at a place. */
export function lacks({ organisation, officials }: TaskReachReply): string | undefined {
  if (organisation === undefined) return '没有单位负责'
  return officials === 0 ? '没有人在岗' : undefined
}

/** What comes of each choice of recipients, for whoever sends the task out. */
export const recipientFollows: Readonly<Record<Recipient, string>> = {
  territory: '每一项由所在社区在岗的人办。',
  duty: '每一项交给当地负责这项职责的单位，社区也能看能办；职责换了单位，没办的跟着走。',
  ledger: '都交给管这本台账的单位，所在社区也能看能办。',
  own: '由单位自己的联络员填，可以分给单位里的同事；社区只看进度，不代填。没有联络员的由社区办。',
}

/** Somebody can fill in for it: a person or whoever acts for them, an organisation's delegate, who lives behind a door. */
export const canSelfFill = (kind: EntityKind): boolean =>
  kind === 'person' || kind === 'organisation' || kind === 'place'

/** What comes of each choice, for whoever sends the task out. */
export const selfFillFollows: Readonly<Record<SelfFill, string>> = {
  counts: '填好这一项就办完了，不用再上门。',
  checked: '填好先进“待核实”，工作人员看过才算完成；没有填的照常上门。',
}
