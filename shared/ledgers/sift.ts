import { isComputed } from '../knowledge/derive'
import type { Instant, Value } from '../knowledge/types'
import { type Condition, meetsByValue } from './condition'
import type { Column } from './ledger'

/** Any columns a list is narrowed and put in order by, declared as filters or not. */
export interface Sifting {
  readonly conditions: readonly Condition[]
  readonly sort?: { readonly column: string; readonly descending: boolean }
}

/** Conditions at once. */
export const mostSifted = 5

/** A row as far as it is told by its columns. */
export interface Siftable {
  /** By column; what nobody has said has none. */
  readonly values: Readonly<Record<string, Value>>
}

/** @returns the column that tells whether a condition is met; nothing where no column does */
export function columnOfCondition(columns: readonly Column[], condition: Condition): Column | undefined {
  if (condition.about === 'relation') {
    const types = [...condition.types].sort().join()
    return columns.find(
      (column) =>
        column.of === 'relation' &&
        column.direction === condition.direction &&
        [...column.types].sort().join() === types,
    )
  }
  const tells = (is: (attribute: string) => boolean) =>
    columns.find((column) => column.of === 'attribute' && is(column.attribute))
  const own = tells((attribute) => attribute === condition.attribute)
  // An age is asked of the birth date; where that is no column, the age itself may be one.
  return own ?? (condition.about === 'age' ? tells(isComputed) : undefined)
}

/**
 * Keeps the rows that meet every condition, in the order that is asked for; rows nobody has said the value of come last, and those alike stay in the order
 * they came in. A condition no column tells is met by nobody.
 */
export function sift<R extends Siftable>(
  columns: readonly Column[],
  rows: readonly R[],
  { conditions, sort }: Sifting,
  at: Instant,
): readonly R[] {
  const told = conditions.map((condition) => [condition, columnOfCondition(columns, condition)?.key] as const)
  const kept = rows.filter(({ values }) => told.every(([condition, key]) => isMet(condition, key, values, at)))
  if (sort === undefined) return kept
  const { column, descending } = sort
  return sortedBy(kept, ({ values }) => values[column], descending)
}

/** @returns the same in the order of a value of each; those without one come last, and those alike stay in the order they came in */
export function sortedBy<T>(all: readonly T[], of: (one: T) => Value | undefined, descending: boolean): readonly T[] {
  return [...all].sort((one, other) => compare(of(one), of(other), descending))
}

function isMet(condition: Condition, key: string | undefined, values: Siftable['values'], at: Instant): boolean {
  if (key === undefined) return false
  const value = values[key]
  if (condition.about === 'relation') return (value !== undefined) === condition.is
  return meetsByValue(condition, value, at)
}

function compare(one: Value | undefined, other: Value | undefined, descending: boolean): number {
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined)
  const order =
    typeof one === 'number' && typeof other === 'number'
      ? one - other
      : wordsIn(one).localeCompare(wordsIn(other), 'zh')
  return descending ? -order : order
}

const wordsIn = (value: Value): string => (typeof value === 'object' ? value.join('、') : String(value))
