import type { Cells } from './cells'

/** Which column holds what; a field without a column is left out. */
export type Columns<Field extends string> = Partial<Readonly<Record<Field, number>>>

/** Of each field what its heading reads like, the surest first. */
export type Headings<Field extends string> = readonly (readonly [Field, RegExp])[]

/** @returns which column is likely what, by its heading; the first that fits, each column once */
export function guessColumns<Field extends string>(
  headings: Headings<Field>,
  header: readonly string[],
): Columns<Field> {
  const columns: Partial<Record<Field, number>> = {}
  const taken = new Set<number>()
  for (const [field, pattern] of headings) {
    const at = header.findIndex((words, column) => !taken.has(column) && pattern.test(words.trim()))
    if (at < 0) continue
    columns[field] = at
    taken.add(at)
  }
  return columns
}

/** @returns the row that looks most like headings among the first ten; 0 when none does */
export function headingRow<Field extends string>(headings: Headings<Field>, cells: Cells): number {
  const found = cells.slice(0, 10).map((row) => Object.keys(guessColumns(headings, row)).length)
  return Math.max(0, found.indexOf(Math.max(0, ...found)))
}

/**
 * True when a column is filled only where it changes, as merged cells are: then what stands above holds on.
 * @param each a column that is filled in every row that counts
 * @param share how many of the rows leave it empty, from 0 to 1, at least
 */
export function looksMerged(
  cells: Cells,
  header: number,
  column: number | undefined,
  each: number | undefined,
  share: number,
): boolean {
  if (column === undefined || each === undefined || column === each) return false
  const isFilled = (row: readonly string[], at: number) => (row[at] ?? '').trim() !== ''
  const body = cells.slice(header + 1).filter((row) => isFilled(row, each))
  const [first] = body
  const empty = body.filter((row) => !isFilled(row, column)).length
  return first !== undefined && isFilled(first, column) && empty > 0 && empty >= body.length * share
}
