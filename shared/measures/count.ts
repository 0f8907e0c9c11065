import { ageAt, dayInChina, isRealDate } from '../knowledge/identifiers'
import type { Instant, Value } from '../knowledge/types'
import { birthday, codesIn, type Day, meets, type Subject, turnsOn, valueIn } from '../ledgers/condition'
import { type ByColumns, type Fold, type Grouping, type Measure, unknownGroup } from './measure'
import { bucketOf } from './sketch'

/** A row as measures look at it. */
export interface Counted extends Subject {
  readonly freshness: string
  /** The groups it stands in by what is the matter with its columns: see `stateGroups`. */
  readonly columns: readonly string[]
}

/** What one row adds to the numbers of a measure: whole numbers by key. Added for all rows they are what `tell` reads. */
export type Shares = Readonly<Record<string, number>>

/** Sums are kept in ten-thousandths: whole numbers add up exactly in any order. */
export const parts = 10_000

/** Between groups, and before what is kept of a group's numbers. */
export const groupMark = '|'
export const numberMark = '#'

/** The one group of what is not grouped: the table takes no key without a character. */
export const onlyGroup = '*'

/** Under this is kept how often rows stand in more than one group, so that all of them together count each row once. */
export const againMark = '~'

const nothing: Shares = {}

/** @returns what a row adds to a measure now; nothing when it is not counted */
export function sharesOf({ filter, groups, fold }: Measure, row: Counted, at: Instant): Shares {
  if (!filter.every((one) => meets(one, row, at))) return nothing
  const numbers = numbersOf(fold, row, at)
  const keys = keysOf(groups, row, at)
  const shares: Record<string, number> = {}
  for (const [number, amount] of Object.entries(numbers)) {
    for (const key of keys) shares[`${key}${number}`] = amount
    if (keys.length > 1) shares[`${againMark}${number}`] = amount * (keys.length - 1)
  }
  return shares
}

/** @returns the next day in China on which a row adds something else though nobody says anything: a birthday */
export function sharesTurnOn({ filter, groups }: Measure, row: Counted, at: Instant): Day | undefined {
  const bands = groups.flatMap((group) => (group.by === 'band' && group.years ? [bandTurnsOn(group, row, at)] : []))
  return [...filter.map((one) => turnsOn(one, row, at)), ...bands].filter((day) => day !== undefined).sort()[0]
}

function numbersOf(fold: Fold, row: Counted, at: Instant): Shares {
  if (fold.by === 'count') return { '': 1 }
  const value = valueIn(row, fold.attribute, at)
  // Of which nothing is known it is counted, so that the reader is told how many are missing.
  if (typeof value !== 'number') return { '': 1 }
  if (fold.by === 'sum' || fold.by === 'average')
    return { '': 1, [`${numberMark}n`]: 1, [`${numberMark}s`]: Math.round(value * parts) }
  return { '': 1, [`${numberMark}${bucketOf(value)}`]: 1 }
}

/** One key for each combination of groups. */
function keysOf(groups: Measure['groups'], row: Counted, at: Instant): readonly string[] {
  return groups.reduce<readonly string[]>(
    (keys, group, position) =>
      keys.flatMap((key) => groupsOf(group, row, at).map((one) => (position === 0 ? one : `${key}${groupMark}${one}`))),
    [onlyGroup],
  )
}

function groupsOf(group: Grouping | ByColumns, row: Counted, at: Instant): readonly string[] {
  if (group.by === 'freshness') return [row.freshness]
  if (group.by === 'columns') return row.columns
  const value = valueIn(row, group.attribute, at)
  if (value === undefined) return [unknownGroup]
  switch (group.by) {
    case 'code':
      return [...new Set(codesIn(value))]
    case 'band': {
      const number = group.years ? yearsOf(value, at) : typeof value === 'number' ? value : undefined
      return [number === undefined ? unknownGroup : bandOf(group.edges, number)]
    }
    case 'time':
      return [typeof value === 'string' ? value.slice(0, { day: 10, month: 7, year: 4 }[group.every]) : unknownGroup]
  }
}

const yearsOf = (value: Value, at: Instant): number | undefined =>
  typeof value === 'string' && isRealDate(value) ? ageAt(value, at) : undefined

/** @returns the band a number is in, by where it begins; the first begins with nothing: `-` */
export function bandOf(edges: readonly number[], number: number): string {
  const at = edges.filter((edge) => edge <= number).length
  return at === 0 ? '-' : String(edges[at - 1])
}

function bandTurnsOn(group: Extract<Grouping, { by: 'band' }>, row: Counted, at: Instant): Day | undefined {
  const born = valueIn(row, group.attribute, at)
  if (typeof born !== 'string' || !isRealDate(born)) return undefined
  const today = dayInChina(at)
  return group.edges
    .map((edge) => birthday(born, edge))
    .filter((day) => day > today)
    .sort()[0]
}
