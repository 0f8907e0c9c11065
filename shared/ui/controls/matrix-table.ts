import type { CodeItem } from '../../knowledge'
import type { ChoiceOption } from '../primitives/Choice'
import type { ControlProps } from './control'
import { yesNoOf, yesNoOptions } from './yes-no'

/** A row of a matrix: one control with its answer. */
export type MatrixRow = ControlProps

/** More columns than this do not fit beside the questions. */
const mostColumns = 8

/** @returns the choices of all rows, each once, in their order; nothing when the rows are not answered by choosing, or too many to stand side by side */
export function columnsOf(rows: readonly MatrixRow[]): readonly ChoiceOption[] | undefined {
  const kinds = new Set(rows.map(({ control }) => control.kind))
  const [kind] = kinds
  if (kinds.size !== 1) return undefined
  if (kind === 'yes-no') return yesNoOptions
  if (kind !== 'choice' && kind !== 'choices') return undefined
  const items = new Map<string, CodeItem>()
  for (const row of rows) for (const item of row.items) if (!items.has(item.code)) items.set(item.code, item)
  if (items.size === 0 || items.size > mostColumns) return undefined
  return [...items.values()].map(({ code, name }) => ({ value: code, label: name }))
}

/** @returns the columns chosen in a row */
export function chosenIn({ control, value }: MatrixRow): readonly string[] {
  if (control.kind === 'yes-no') {
    const said = yesNoOf(value)
    return said === undefined ? [] : [said]
  }
  if (typeof value === 'object') return value
  return typeof value === 'string' && value !== '' ? [value] : []
}

/** @returns the answer of a row after a column was pressed */
export function toggledIn(row: MatrixRow, column: string): MatrixRow['value'] {
  if (row.control.kind === 'yes-no') return column === 'yes'
  if (row.control.kind === 'choice') return column
  const chosen = chosenIn(row)
  const next = chosen.includes(column) ? chosen.filter((one) => one !== column) : [...chosen, column]
  return next.length === 0 ? undefined : next
}
