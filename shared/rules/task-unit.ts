import type { Level } from '../geo/place'
import { itemStates, type TaskState, unfinished } from './task'

/** What each tier on the way does of a task, as tables that the server decides by and the application shows. */

/** The tiers whose places are units of a task, the highest first. */
export const unitTiers = ['district', 'subdistrict', 'community'] as const satisfies readonly Level[]
export type UnitTier = (typeof unitTiers)[number]

/** @returns undefined for a level at which nobody answers for a task */
export const unitTierOf = (level: Level): UnitTier | undefined => unitTiers.find((tier) => tier === level)

/** How far a task has come at a place. */
export const unitStands = ['ahead', 'waiting', 'passed', 'open'] as const
export type UnitStand = (typeof unitStands)[number]

export const unitStandNames: Readonly<Record<UnitStand, string>> = {
  ahead: '还没转到',
  waiting: '未接收',
  passed: '已转下',
  open: '办理中',
}

/** `unit`: whoever manages the place; `above`: whoever manages a place above it; `issuer`: the organisation that issued the task, of the task as a whole. */
export type UnitMover = 'unit' | 'issuer' | 'above'

export const unitActions = ['pass', 'report', 'urge'] as const
export type UnitAction = (typeof unitActions)[number]

export interface UnitTransition {
  readonly by: readonly UnitMover[]
  /** States of the task in which it can be done. */
  readonly during: readonly TaskState[]
  readonly note: 'needed' | 'possible'
  /** On the button. */
  readonly label: string
  /** What follows, said before it is done. */
  readonly consequence: string
}

export const unitTransitions = {
  pass: {
    by: ['unit'],
    during: ['running'],
    note: 'possible',
    label: '接收并转下',
    consequence: '任务会立即出现在下级的待办里，下级可以开始填报。',
  },
  report: {
    by: ['unit', 'issuer'],
    during: ['running', 'suspended', 'ended'],
    note: 'possible',
    label: '上报',
    consequence: '把现在的数字固定成一份带签名的报告，上级随时可查；之后的进展照常更新，可以再报。',
  },
  urge: {
    by: ['above'],
    during: ['running'],
    note: 'needed',
    label: '督办',
    consequence: '对方的任务页会一直提示，直到办完。',
  },
} as const satisfies Record<UnitAction, UnitTransition>

/** What is kept of a unit, the three of its people and the two of rules. */
export const unitEntryKinds = ['pass', 'report', 'urge', 'remind', 'escalate'] as const
export type UnitEntryKind = (typeof unitEntryKinds)[number]

/** On the time line. */
export const unitEntrySays: Readonly<Record<UnitEntryKind, string>> = {
  pass: '接收并转下',
  report: '上报',
  urge: '督办',
  remind: '快到期提醒',
  escalate: '下级逾期',
}

/** What is said to a unit until its items are done. */
export const isUrging = (kind: UnitEntryKind): boolean => kind === 'urge' || kind === 'remind' || kind === 'escalate'

/** Whether a report is made by somebody, or at the end of the last day by itself where nobody made one. */
export const reportings = ['by-hand', 'automatic'] as const
export type Reporting = (typeof reportings)[number]

/** @returns how many are still to be done */
export const unfinishedOf = (counts: Readonly<Partial<Record<string, number>>>): number =>
  unfinished.reduce((sum, state) => sum + (counts[state] ?? 0), 0)

/** @returns how many there are to do, and how many of them are done */
export function doneOf(counts: Readonly<Partial<Record<string, number>>>): {
  readonly done: number
  readonly total: number
} {
  const total = itemStates.reduce((sum, state) => sum + (state === 'void' ? 0 : (counts[state] ?? 0)), 0)
  return { done: counts.done ?? 0, total }
}

const dayMillis = 24 * 3600 * 1000
/** @returns the day so many after another; before it for a negative number */
const dayFrom = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + days * dayMillis).toISOString().slice(0, 10)

/** @returns the day on which those who are not done are reminded; undefined where it is not after the day it was dispatched on */
export function remindDay(start: string, due: string, before: number): string | undefined {
  const day = dayFrom(due, -before)
  return day > start ? day : undefined
}

/** @returns the day after the last one: what is not done by then is late, and what is to be reported is reported */
export const dayAfterDue = (due: string): string => dayFrom(due, 1)
