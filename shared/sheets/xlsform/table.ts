import { cellOf, type Grid, widthOf } from '../grid'
import type { SheetProblem } from '../propose'

/** A cell of a row by what its column means. Texts that differ by language are kept by language; '' is the form's own. */
export interface Row {
  /** From 1, as spreadsheets count. */
  readonly number: number
  /** @returns the text of a column without languages, or the first there is */
  get(column: string): string
  /** @returns the texts of a column by language */
  by(column: string): ReadonlyMap<string, string>
  /** The names of the columns as the sheet writes them, for what is known only by its name (choice filters). */
  readonly raw: Readonly<Record<string, string>>
}

export interface Table {
  readonly sheet: string
  readonly rows: readonly Row[]
  readonly languages: readonly string[]
  readonly columns: ReadonlySet<string>
}

const mostRows = 20_000

/** How columns have been called over the years. */
const aliases: Readonly<Record<string, string>> = {
  'list name': 'list_name',
  listname: 'list_name',
  value: 'name',
  caption: 'label',
  relevance: 'relevant',
  'constraint message': 'constraint_message',
  'constraint-msg': 'constraint_message',
  'jr:constraintmsg': 'constraint_message',
  constraintmsg: 'constraint_message',
  constraint_msg: 'constraint_message',
  'read only': 'readonly',
  read_only: 'readonly',
  requiredmsg: 'required_message',
  'jr:requiredmsg': 'required_message',
  calculate: 'calculation',
  command: 'type',
  tag: 'name',
  count: 'repeat_count',
  'jr:count': 'repeat_count',
  'choice filter': 'choice_filter',
}

/** @returns what a column heading means: `label::English (en)` is `label` in English, `bind: relevant` is `relevant` */
export function columnOf(heading: string): { readonly name: string; readonly language: string } {
  const parts = heading
    .trim()
    .split(/::?/)
    .map((part) => part.trim())
  const lower = parts.map((part) => part.toLowerCase())
  if (lower[0] === 'bind' || lower[0] === 'media' || lower[0] === 'control') {
    const rest = lower[1] === 'jr' ? `jr:${lower[2] ?? ''}` : (lower[1] ?? '')
    return { name: aliases[rest] ?? rest, language: (lower[1] === 'jr' ? parts[3] : parts[2]) ?? '' }
  }
  const first = lower[0] ?? ''
  return { name: aliases[first] ?? first, language: parts.slice(1).join(' ') }
}

/** Reads a sheet whose heading row names a wanted column; what stands above it is not looked at. */
export function readTable(grid: Grid, wanted: string, problems: SheetProblem[]): Table | undefined {
  const width = Math.min(widthOf(grid), 1000)
  const top = grid.rows.findIndex(
    (cells, row) => row < 20 && cells.some((_, column) => columnOf(cellOf(grid, row, column)).name === wanted),
  )
  if (top < 0) return undefined
  const columns = Array.from({ length: width }, (_, column) => ({
    column,
    heading: cellOf(grid, top, column),
    ...columnOf(cellOf(grid, top, column)),
  })).filter(({ heading }) => heading !== '')
  const seen = new Set<string>()
  for (const { heading, name, language, column } of columns) {
    const key = `${name}::${language.toLowerCase()}`
    if (seen.has(key)) {
      problems.push({
        sheet: grid.name,
        row: top + 1,
        column: column + 1,
        message: `有两列都叫“${heading}”，同一行取先写了内容的一列`,
      })
    }
    seen.add(key)
  }
  const rows = grid.rows
    .slice(top + 1, top + 1 + mostRows)
    .map((_, at) => readRow(grid, top + 1 + at, columns))
    .filter((row) => Object.values(row.raw).some((cell) => cell !== ''))
  return {
    sheet: grid.name,
    rows,
    languages: [...new Set(columns.filter(({ name }) => name === 'label').map(({ language }) => language))],
    columns: new Set(columns.map(({ name }) => name)),
  }
}

function readRow(
  grid: Grid,
  row: number,
  columns: readonly { column: number; heading: string; name: string; language: string }[],
): Row {
  const raw: Record<string, string> = {}
  const byName = new Map<string, Map<string, string>>()
  for (const { column, heading, name, language } of columns) {
    const cell = cellOf(grid, row, column)
    if (cell === '') continue
    raw[heading.trim()] ??= cell
    const texts = byName.get(name) ?? new Map<string, string>()
    if (!texts.has(language)) texts.set(language, cell)
    byName.set(name, texts)
  }
  const none: ReadonlyMap<string, string> = new Map()
  return {
    number: row + 1,
    raw,
    by: (name) => byName.get(name) ?? none,
    get: (name) => {
      const texts = byName.get(name)
      return texts?.get('') ?? [...(texts?.values() ?? [])][0] ?? ''
    },
  }
}
