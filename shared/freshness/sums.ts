import type { ColumnState } from '../ledgers/row'
import type { Reading } from '../measures/tell'

/** The group every row stands in: so many rows there are. */
export const wholeRow = 'row'

/** @returns the groups a row stands in by what is the matter with its columns */
export function stateGroups(states: Readonly<Record<string, ColumnState>>): readonly string[] {
  return [wholeRow, ...Object.entries(states).map(([column, state]) => groupOf(state, column))]
}

/** A column's key may hold any letter; those that part a measure's groups and numbers are written otherwise. */
const groupOf = (state: ColumnState, column: string): string =>
  `${state}:${column.replace(/[%|#]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)}`

/** How many rows of a place lack a column, or have it of old. */
export interface ColumnSum {
  readonly column: string
  readonly missing: number
  readonly soon: number
  readonly stale: number
}

/** What the rows of a place come to. Every row asks every column: `rows` × columns are asked for. */
export interface PlaceSum {
  readonly rows: number
  readonly asked: number
  readonly missing: number
  readonly soon: number
  readonly stale: number
  /** In the order of the ledger's columns. */
  readonly columns: readonly ColumnSum[]
}

/** @returns what the readings of the measure of columns come to; of columns the ledger no longer has nothing */
export function sumsOf(readings: readonly Pick<Reading, 'groups' | 'rows'>[], columns: readonly string[]): PlaceSum {
  const rowsIn = (group: string): number => readings.find(({ groups }) => groups[0] === group)?.rows ?? 0
  const sums = columns.map(
    (column): ColumnSum => ({
      column,
      missing: rowsIn(groupOf('missing', column)),
      soon: rowsIn(groupOf('soon', column)),
      stale: rowsIn(groupOf('stale', column)),
    }),
  )
  const total = (what: ColumnState): number => sums.reduce((sum, one) => sum + one[what], 0)
  const rows = rowsIn(wholeRow)
  return {
    rows,
    asked: rows * columns.length,
    missing: total('missing'),
    soon: total('soon'),
    stale: total('stale'),
    columns: sums,
  }
}

/**
 * @returns the share of what is asked for that is known, and of what is known that may still be believed, in whole percent. Only what is
 * complete reads 100, and only nothing at all 0; nothing where there is nothing to tell it from
 */
export function rateOf(part: number, whole: number): number | undefined {
  if (whole <= 0) return undefined
  const percent = Math.round((part / whole) * 100)
  if (percent === 100 && part < whole) return 99
  return percent === 0 && part > 0 ? 1 : percent
}
