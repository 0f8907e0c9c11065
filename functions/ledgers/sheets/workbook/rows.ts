import { limits, SheetRefused } from './refused'

/** A row as it stands in a sheet. */
export interface SheetRow {
  /** From 1. */
  readonly number: number
  /** As text: days as `YYYY-MM-DD`, yes and no as 是 and 否. Blank where there is nothing. */
  readonly cells: readonly string[]
}

/** A sheet being read: its rows come in batches, each once. */
export interface OpenedSheet {
  /** Of the whole workbook. */
  readonly sheets: readonly string[]
  readonly sheet: string
  readonly rows: AsyncIterable<readonly SheetRow[]>
  /** Cells drawn as one over several rows; known when all rows have been read. Rows and columns from 0. */
  readonly merges: () => readonly Merged[]
}

export interface Merged {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** Hands rows on without blank ones and without blank ends. @throws SheetRefused for more than may be read */
export function rowGate() {
  let filled = 0
  return (number: number, cells: readonly string[]): SheetRow | undefined => {
    let width = cells.length
    while (width > 0 && (cells[width - 1] ?? '').trim() === '') width -= 1
    if (width === 0) return undefined
    if (width > limits.columns) throw new SheetRefused(`第 ${number} 行超过 ${limits.columns} 列，请删去不用的列再上传`)
    filled += 1
    if (filled > limits.rows + limits.rowsAbove)
      throw new SheetRefused(`表格超过 ${limits.rows / 10_000} 万行，请分成几个再上传，没有导入任何一行`)
    return { number, cells: cells.slice(0, width).map((cell) => cell ?? '') }
  }
}
