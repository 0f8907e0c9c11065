import { cellOf, type Grid, widthOf } from './grid'
import { dateIn } from './sniff'

export interface Heading {
  /** From 0. */
  readonly column: number
  readonly heading: string
  /** The heading above it that covers several columns: 监护人信息. */
  readonly group?: string
}

export interface Headed {
  readonly headings: readonly Heading[]
  /** What stands above the headings: the sheet's title. */
  readonly title: string
  /** The row of the headings, from 0; -1 when there is none. */
  readonly row: number
  /** The row the values begin at, from 0. */
  readonly first: number
  /** The rows of values below. */
  readonly rows: readonly (readonly string[])[]
}

/** Nobody writes more above the headings. */
const mostRowsAbove = 20
const longestHeading = 40

/** @returns whether a cell may be a heading and is not a value */
function isHeading(cell: string): boolean {
  if (cell === '' || [...cell].length > longestHeading) return false
  if (!/[\p{L}]/u.test(cell) || dateIn(cell) !== undefined) return false
  return !/^\d{4,}|\d{5,}|@/.test(cell.replace(/[(（【].*$/, ''))
}

/** Finds the heading row below titles and instructions, its second line, and the values below. */
export function findHeadings(grid: Grid): Headed {
  const width = widthOf(grid)
  const counts = grid.rows.slice(0, mostRowsAbove).map((_, row) => countHeadings(grid, row, width))
  const most = Math.max(0, ...counts.map(({ headings }) => headings))
  const row = counts.findIndex(
    ({ headings, filled }) =>
      headings >= Math.max(1, most * 0.6) && headings >= filled * 0.8 && (headings > 1 || most === 1),
  )
  if (row < 0) return { headings: [], title: grid.name, row: -1, first: 0, rows: [] }
  const second = isSecondLine(grid, row, width)
  const first = row + (second ? 2 : 1)
  const headings = Array.from({ length: width }, (_, column) => headingAt(grid, row, second, column)).filter(
    (one) => one.heading !== '',
  )
  return {
    headings,
    title: titleAbove(grid, row),
    row,
    first,
    rows: grid.rows.slice(first).filter((cells) => isData(cells, headings.length)),
  }
}

function countHeadings(grid: Grid, row: number, width: number): { headings: number; filled: number } {
  const cells = Array.from({ length: width }, (_, column) => cellOf(grid, row, column)).filter((cell) => cell !== '')
  const headings = cells.filter(isHeading)
  // A heading may stand twice (姓名, 电话 of two people); a row of one word over and over is none.
  return { headings: new Set(headings).size * 2 > headings.length ? headings.length : 0, filled: cells.length }
}

/** Two lines: the first leaves gaps beside group names that the next fills, and under what has no group the next is blank. */
function isSecondLine(grid: Grid, row: number, width: number): boolean {
  const covered = (column: number): boolean =>
    cellOf(grid, row, column) === '' ||
    (grid.merges?.some((merge) => merge.top === row && merge.left === column && merge.right > column) ?? false)
  let filled = 0
  for (let column = 0; column < width; column++) {
    const below = cellOf(grid, row + 1, column)
    if (below === '') continue
    if (!isHeading(below)) return false
    const above = cellOf(grid, row, column)
    // A group's first column has a heading below its own name; a value below a plain heading makes it a row of values.
    if (above !== '' && !covered(column) && cellOf(grid, row, column + 1) !== '') return false
    filled++
  }
  const gaps = Array.from({ length: width }, (_, column) => column).filter(
    (column) => cellOf(grid, row, column) === '' && cellOf(grid, row + 1, column) !== '',
  )
  return filled > 0 && gaps.length > 0
}

function headingAt(grid: Grid, row: number, second: boolean, column: number): Heading {
  const above = cellOf(grid, row, column)
  if (!second) return { column, heading: above }
  const below = cellOf(grid, row + 1, column)
  if (below === '') return { column, heading: above }
  const group = above !== '' ? above : groupLeftOf(grid, row, column)
  return group === '' ? { column, heading: below } : { column, heading: below, group }
}

function groupLeftOf(grid: Grid, row: number, column: number): string {
  for (let left = column; left >= 0; left--) {
    const above = cellOf(grid, row, left)
    if (above !== '') return cellOf(grid, row + 1, left) === '' ? '' : above
  }
  return ''
}

function titleAbove(grid: Grid, row: number): string {
  const lines = grid.rows
    .slice(0, row)
    .flatMap((cells) => cells.map((cell) => cell.trim()).filter((cell) => cell !== ''))
  const title = lines.find((line) => [...line].length >= 3 && [...line].length <= 60) ?? ''
  return `${title} ${/^(sheet|工作表)\s*\d*$/i.test(grid.name) ? '' : grid.name}`.trim()
}

/** @returns whether a row below the headings, of so many of them, is data: sums and signatures at the foot are none */
export function isData(cells: readonly string[], width: number): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (filled.length === 0) return false
  const [first = ''] = filled
  return !(
    filled.length <= Math.max(2, width * 0.3) &&
    /^(合计|总计|小计|填表人|填报人|审核人|制表|备注|注|说明|单位负责人)/.test(first)
  )
}
