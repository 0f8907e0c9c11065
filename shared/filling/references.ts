/** One corner of an area in a formula: `$B$5`, `5` of `5:7`, `B` of `B:D`. */
export interface Corner {
  readonly column?: string
  readonly row?: number
  readonly columnFixed: boolean
  readonly rowFixed: boolean
}

export interface Area {
  /** The sheet it names; absent: that of the formula. */
  readonly sheet?: string
  readonly from: Corner
  /** Absent: a single cell. */
  readonly to?: Corner
}

const prefix = "(?:('(?:[^']|'')+'|[A-Za-z0-9_.\\u0080-\\uffff]+)!)?"
const cell = '\\$?[A-Za-z]{1,3}\\$?[1-9][0-9]{0,6}'
const area = `(${cell}:${cell}|${cell}|\\$?[1-9][0-9]{0,6}:\\$?[1-9][0-9]{0,6}|\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3})`
/** Text, a structured reference, an area, a name or function, a number, any sign. */
const token = new RegExp(
  `"(?:[^"]|"")*"|\\[[^\\]]*\\]|${prefix}${area}(?![A-Za-z0-9_.(!\\u0080-\\uffff])|[A-Za-z_\\\\\\u0080-\\uffff][A-Za-z0-9_.\\u0080-\\uffff]*|[0-9.]+(?:[Ee][+-]?[0-9]+)?|[\\s\\S]`,
  'g',
)

const cornerOf = (text: string): Corner => {
  const [, columnMark = '', column, rowMark = '', row] = /^(\$?)([A-Za-z]*)(\$?)([0-9]*)$/.exec(text) ?? []
  // Of `$5` the sign stands before what is no column.
  const isRowOnly = column === ''
  return {
    ...(column === undefined || isRowOnly ? {} : { column: column.toUpperCase() }),
    ...(row === undefined || row === '' ? {} : { row: Number(row) }),
    columnFixed: !isRowOnly && columnMark === '$',
    rowFixed: isRowOnly ? columnMark === '$' : rowMark === '$',
  }
}

const sayCorner = ({ column, row, columnFixed, rowFixed }: Corner): string =>
  `${column === undefined ? '' : `${columnFixed ? '$' : ''}${column}`}${row === undefined ? '' : `${rowFixed ? '$' : ''}${row}`}`

/** @returns an area as it is written in a formula */
export const sayArea = ({ from, to }: Pick<Area, 'from' | 'to'>): string =>
  to === undefined ? sayCorner(from) : `${sayCorner(from)}:${sayCorner(to)}`

/** @returns an area as it is written outside formulas: `A1:C5` */
export function readArea(text: string): Area {
  const [from = '', to] = text.split(':')
  return { from: cornerOf(from), ...(to === undefined ? {} : { to: cornerOf(to) }) }
}

/**
 * A formula with each area it refers to written anew; text, names and functions stay.
 * @param isArgument told to `write`: the area alone is an argument of a function, so that it may become several cells
 */
export function rewriteFormula(formula: string, write: (area: Area, isArgument: boolean) => string): string {
  let written = ''
  for (const match of formula.matchAll(token)) {
    const [text, sheet, found] = match
    if (found === undefined) {
      written += text
      continue
    }
    const [from = '', to] = found.split(':')
    const named = sheet === undefined ? undefined : sheet.replace(/^'|'$/g, '').replace(/''/g, "'")
    const before = formula.slice(0, match.index).trimEnd()
    const after = formula.slice(match.index + text.length).trimStart()
    const isArgument = (/[A-Za-z0-9.]\($/.test(before) || before.endsWith(',')) && /^[),]/.test(after)
    const shown = write(
      {
        ...(named === undefined ? {} : { sheet: named }),
        from: cornerOf(from),
        ...(to === undefined ? {} : { to: cornerOf(to) }),
      },
      isArgument,
    )
    written += sheet === undefined ? shown : `${sheet}!${shown}`
  }
  return written
}

const numberOf = (column: string): number =>
  [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

/** @returns the name of the column with a number, A is 1 */
export function columnName(number: number): string {
  const rest = Math.floor((number - 1) / 26)
  return (rest > 0 ? columnName(rest) : '') + String.fromCharCode(65 + ((number - 1) % 26))
}

/** A formula as it reads so many rows and columns further: what a shared formula says in another of its cells. */
export function translateFormula(formula: string, rows: number, columns: number): string {
  const move = (corner: Corner): Corner => ({
    ...corner,
    ...(corner.row === undefined || corner.rowFixed ? {} : { row: corner.row + rows }),
    ...(corner.column === undefined || corner.columnFixed
      ? {}
      : { column: columnName(numberOf(corner.column) + columns) }),
  })
  return rewriteFormula(formula, ({ from, to }) =>
    sayArea({ from: move(from), ...(to === undefined ? {} : { to: move(to) }) }),
  )
}

/** @returns how many rows and columns one cell is from another */
export function distance(from: string, to: string): { readonly rows: number; readonly columns: number } {
  const [one, other] = [cornerOf(from), cornerOf(to)]
  return {
    rows: (other.row ?? 1) - (one.row ?? 1),
    columns: numberOf(other.column ?? 'A') - numberOf(one.column ?? 'A'),
  }
}
