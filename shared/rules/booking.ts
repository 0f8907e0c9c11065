import { dayInChina } from '../knowledge/identifiers'
import type { Instant } from '../knowledge/types'
import type { Procedure, RequestState } from './request'

/** One time that can be booked; without a day it is a plain number of places. */
export interface Slot {
  readonly id: string
  /** `YYYY-MM-DD` in China. */
  readonly day?: string
  /** `HH:MM` in China. */
  readonly from?: string
  readonly until?: string
  /** How many places there are. */
  readonly capacity: number
  /** What tells it from others of the same time: 「二楼」. */
  readonly label?: string
}

/** What can be booked of a service 预约, and how long its waiting list may become. */
export interface Booking {
  readonly slots: readonly Slot[]
  /** How many may wait for each slot; 0: nobody. */
  readonly waiting: number
  /** One person has one place at a time. */
  readonly perPerson?: 1
}

export const mostSlots = 60
export const mostPlaces = 10_000
export const mostWaiting = 999

/** A request has a place, or waits for one. What a booked request has before either was decided is neither. */
export const placings = ['held', 'waiting'] as const
export type Placing = (typeof placings)[number]

/** What is counted of a slot. */
export interface SlotCount {
  readonly taken: number
  readonly waiting: number
  /** The last number given out in its waiting list. */
  readonly tickets: number
}
export const untouched: SlotCount = { taken: 0, waiting: 0, tickets: 0 }

/** How much there is of a slot, as in force now. */
export interface Room {
  readonly capacity: number
  readonly waiting: number
}

export type Allotment =
  | { readonly gives: 'place' }
  | { readonly gives: 'ticket'; readonly ticket: number }
  | { readonly gives: 'nothing' }
  /** A place is free and somebody waits for it: they come first. */
  | { readonly gives: 'place-to-first' }

/** What whoever comes next is given: a place while nobody waits for one, else a number in the waiting list, else nothing. */
export function allot(count: SlotCount, room: Room): Allotment {
  const isFree = count.taken < room.capacity
  if (isFree && count.waiting === 0) return { gives: 'place' }
  if (count.waiting < room.waiting) return { gives: 'ticket', ticket: count.tickets + 1 }
  return isFree ? { gives: 'place-to-first' } : { gives: 'nothing' }
}

/** Whether the first who waits can have a place. */
export const isFreeForFirst = (count: SlotCount, room: Room): boolean =>
  count.waiting > 0 && count.taken < room.capacity

/** Ends that give the place back. Who was served had theirs. */
export const givesBack = (state: RequestState): boolean =>
  state === 'withdrawn' || state === 'declined' || state === 'withheld'

/** Under which procedures places are given: what is routed is nobody's to book. */
export const isBookable = (procedure: Procedure): boolean => procedure !== 'routed'

/** When a slot begins; without a day it never does, without an hour its day counts. */
export function beginOf({ day, from }: Slot): Instant | undefined {
  return day === undefined ? undefined : new Date(`${day}T${from ?? '00:00'}:00.000+08:00`).toISOString()
}

/** Until when it may be booked or changed: its beginning, or the end of a day without hours. */
function closesAt(slot: Slot): number {
  if (slot.day === undefined) return Number.POSITIVE_INFINITY
  const begins = Date.parse(beginOf(slot) ?? '')
  return slot.from === undefined ? begins + 24 * 3_600_000 : begins
}

export const isOver = (slot: Slot, at: Instant): boolean => Date.parse(at) >= closesAt(slot)

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

/** 「11月30日 周一」, with the year where it is another than now's. */
export function sayDay(day: string, now?: Instant): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const weekday = weekdays[new Date(`${day}T00:00:00.000Z`).getUTCDay()] ?? ''
  const isOther = now !== undefined && dayInChina(now).slice(0, 4) !== year
  return `${isOther ? `${Number(year)}年` : ''}${Number(month)}月${Number(date)}日 ${weekday}`
}

const isMorning = (time: string): boolean => time < '12:00'
const sayClock = (time: string): string => {
  const [hour = '', minute = ''] = time.split(':')
  const twelve = Number(hour) > 12 ? Number(hour) - 12 : Number(hour)
  return `${twelve}:${minute}`
}
const half = (time: string): string => (isMorning(time) ? '上午' : time < '18:00' ? '下午' : '晚上')

/** 「上午 9:00–10:00」, 「上午 9:00 起」. */
export function sayHours(from: string | undefined, until: string | undefined): string {
  if (from === undefined) return until === undefined ? '' : `${half(until)} ${sayClock(until)} 前`
  if (until === undefined) return `${half(from)} ${sayClock(from)} 起`
  const end = half(until) === half(from) ? sayClock(until) : `${half(until)} ${sayClock(until)}`
  return `${half(from)} ${sayClock(from)}–${end}`
}

/** 「11月30日 周一 上午 9:00–10:00」; a slot without a day is called by its label, or 「名额」. */
export function saySlot(slot: Slot, now?: Instant): string {
  const parts = [slot.day === undefined ? '' : sayDay(slot.day, now), sayHours(slot.from, slot.until), slot.label ?? '']
  return parts.filter((part) => part !== '').join(' ') || '名额'
}

/** The same in at most 20 characters, for a message that takes no more: 「11月30日 上午 9:00–10:00」. */
export function saySlotShort({ day, from, until, label }: Slot): string {
  const [, month = '', date = ''] = day?.split('-') ?? []
  const on = day === undefined ? '' : `${Number(month)}月${Number(date)}日`
  const whole = joined(on, sayHours(from, until))
  // Half a time is a wrong one: by the clock of 24 hours it always fits.
  const said = fits(whole) ? whole : joined(on, [from, until].filter(Boolean).join('–'))
  const labelled = joined(said, label ?? '')
  return (fits(labelled) ? labelled : said) || '名额'
}

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ')
const fits = (words: string): boolean => [...words].length <= 20

/** What somebody has of a time, where that is known in a moment. */
export type Having = Placing | 'deciding' | 'gone'

/**
 * What is true of a request with a time, in place of the day by which there is an answer: 「约在 12月5日 周六 上午 9:00–10:00」.
 * @returns undefined where the promise holds: somebody is still to confirm it, or the resident is waited for
 */
export function sayBooked(state: RequestState, has: Having | undefined, says: string): string | undefined {
  if (has === 'waiting' && state === 'queued') return `候补 ${says}，有空位按顺序补上`
  if (has === 'held' && state === 'confirmed') return `约在 ${says}`
  return (has === undefined || has === 'deciding') && state === 'submitted' ? '正在排名额，结果马上出来' : undefined
}

/** What is left of a slot, as somebody who chooses reads it. */
export function sayLeft(count: SlotCount, room: Room): string {
  const left = count.waiting > 0 ? 0 : Math.max(0, room.capacity - count.taken)
  if (left > 0) return `还剩 ${left} 个`
  if (count.waiting < room.waiting) return count.waiting === 0 ? '已满，可候补' : `已满，候补 ${count.waiting} 人`
  return '已满'
}

/** @returns what keeps these slots from being published, in the order of the slots */
export function bookingProblems(booking: Booking | undefined, procedure: Procedure): readonly string[] {
  if (booking === undefined) return []
  const problems: string[] = []
  if (!isBookable(procedure)) problems.push('“直接转给负责的单位”没有名额可约，请去掉预约时间，或者换一种办理方式')
  if (booking.slots.length === 0) problems.push('请至少加一个可以约的时间，或者不设预约')
  if (booking.slots.length > mostSlots) problems.push(`可以约的时间最多 ${mostSlots} 个`)
  const ids = new Set<string>()
  const said = new Set<string>()
  booking.slots.forEach((slot, index) => {
    const which = `第 ${index + 1} 个时间`
    if (!Number.isInteger(slot.capacity) || slot.capacity < 1 || slot.capacity > mostPlaces)
      problems.push(`${which}的名额填 1 到 ${mostPlaces}`)
    if (slot.day === undefined && (slot.from !== undefined || slot.until !== undefined))
      problems.push(`${which}填了几点，还要填哪一天`)
    if (slot.from !== undefined && slot.until !== undefined && slot.until <= slot.from)
      problems.push(`${which}的结束要晚于开始`)
    const words = saySlot(slot)
    if (said.has(words)) problems.push(`${which}和前面的一样：${words}。请改时间，或者加个说明区分`)
    if (ids.has(slot.id)) problems.push(`${which}的编号和前面的一样，请删除后重新添加`)
    ids.add(slot.id)
    said.add(words)
  })
  if (!Number.isInteger(booking.waiting) || booking.waiting < 0 || booking.waiting > mostWaiting)
    problems.push(`候补人数填 0 到 ${mostWaiting}，0 表示不设候补`)
  return problems
}
