/** A sheet as cells of text: what every reader of files gives, and all that the rest of this folder looks at. */
export interface Grid {
  readonly name: string
  /** Rows from the top; a row may be shorter than others. Dates are written `YYYY-MM-DD`. */
  readonly rows: readonly (readonly string[])[]
  /** Cells that are drawn as one, the upper left of which holds the text. */
  readonly merges?: readonly Merge[]
}

/** Rows and columns from 0, both ends included. */
export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export const cellOf = (grid: Grid, row: number, column: number): string => (grid.rows[row]?.[column] ?? '').trim()

export function widthOf(grid: Grid): number {
  return grid.rows.reduce((widest, row) => Math.max(widest, row.length), 0)
}

/** What plain text a sheet may be called by: some systems write text and call it .xls. */
const textEndings = /(^[^.]*|\.(csv|tsv|txt|xls))$/i

/** @returns whether a file of plain text may be read as a sheet, by its name */
export const maySheetBeText = (name: string): boolean => textEndings.test(name)
