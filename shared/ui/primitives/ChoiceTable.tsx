import { useId } from 'react'
import { cx } from '../classes'
import { Box } from './Box'
import { Button } from './Button'
import type { ChoiceOption } from './Choice'
import { Icon } from './Icon'
import { Text } from './Text'

export interface ChoiceTableRow {
  readonly key: string
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly optional: boolean
  /** What may be chosen in this row; the other columns stay empty. */
  readonly offered: ReadonlySet<string>
  readonly chosen: readonly string[]
  readonly onToggle: (value: string) => void
  readonly onClear: () => void
}

export interface ChoiceTableProps {
  readonly kind: 'radio' | 'checkbox'
  readonly label: string
  readonly columns: readonly ChoiceOption[]
  readonly rows: readonly ChoiceTableRow[]
}

/**
 * Questions answered alike, one per row, one column per choice. Only for wide screens of browsers. Each row is one group of native
 * inputs: the arrow keys move inside it.
 */
export function ChoiceTable({ kind, label, columns, rows }: ChoiceTableProps) {
  const id = useId()
  const clearable = kind === 'radio' && rows.some((row) => row.optional)
  return (
    <div className="z-matrix">
      <table className="z-matrix__table" aria-label={label}>
        <thead>
          <tr>
            <td className="z-matrix__corner" />
            {columns.map((column, index) => (
              <th key={column.value} scope="col" id={`${id}-c${index}`} className="z-matrix__column">
                {column.label}
              </th>
            ))}
            {clearable ? <td className="z-matrix__corner" /> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowIndex) => (
            <Question
              key={row.key}
              id={`${id}-r${rowIndex}`}
              columnId={(index) => `${id}-c${index}`}
              kind={kind}
              columns={columns}
              row={row}
              clearable={clearable}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Question({
  id,
  columnId,
  kind,
  columns,
  row,
  clearable,
}: {
  readonly id: string
  readonly columnId: (index: number) => string
  readonly kind: 'radio' | 'checkbox'
  readonly columns: readonly ChoiceOption[]
  readonly row: ChoiceTableRow
  readonly clearable: boolean
}) {
  const described =
    [row.hint ? `${id}-hint` : '', row.error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined
  return (
    <tr className="z-matrix__row">
      <th scope="row" className="z-matrix__question">
        <Text>
          <Text inline id={id}>
            {row.label}
          </Text>
          {row.optional ? (
            <Text inline className="z-field__optional">
              （可不填）
            </Text>
          ) : null}
        </Text>
        {row.hint ? (
          <Text id={`${id}-hint`} size="small" tone="quiet">
            {row.hint}
          </Text>
        ) : null}
        {row.error ? (
          <Box id={`${id}-error`} className="z-field__error" role="alert">
            <Icon name="alert" />
            <Text inline size="small" tone="danger">
              {row.error}
            </Text>
          </Box>
        ) : null}
      </th>
      {columns.map((column, index) => {
        const on = row.chosen.includes(column.value)
        return (
          <td key={column.value} className="z-matrix__cell">
            {row.offered.has(column.value) ? (
              <label className="z-matrix__choice">
                <input
                  className="z-choice__native"
                  type={kind}
                  name={id}
                  checked={on}
                  aria-labelledby={`${id} ${columnId(index)}`}
                  aria-describedby={described}
                  onChange={() => row.onToggle(column.value)}
                />
                <Box
                  hidden
                  className={cx(
                    'z-choice__mark',
                    kind === 'checkbox' && 'z-choice__mark--square',
                    on && 'z-choice__mark--on',
                  )}
                >
                  {on ? (
                    kind === 'checkbox' ? (
                      <Icon name="check" className="z-choice__tick" />
                    ) : (
                      <Box className="z-choice__dot" />
                    )
                  ) : null}
                </Box>
              </label>
            ) : null}
          </td>
        )
      })}
      {clearable ? (
        <td className="z-matrix__cell">
          {row.optional && row.chosen.length > 0 ? (
            <Button variant="text" label={`清除选择：${row.label}`} onPress={row.onClear}>
              清除
            </Button>
          ) : null}
        </td>
      ) : null}
    </tr>
  )
}
