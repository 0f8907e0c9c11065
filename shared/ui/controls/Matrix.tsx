import { useWide } from '../hooks/wide'
import { Box } from '../primitives/Box'
import { ChoiceTable } from '../primitives/ChoiceTable'
import { ChoiceControl } from './Choice'
import { ChoicesControl } from './Choices'
import type { ControlProps } from './control'
import { chosenIn, columnsOf, type MatrixRow, toggledIn } from './matrix-table'
import { NumberControl } from './Number'
import { SectionControl } from './Section'
import { TextControl } from './Text'
import { YesNoControl } from './YesNo'

/** The heading of a matrix; its rows are controls of their own, shown by `MatrixRows`. */
export function MatrixControl(props: ControlProps) {
  return <SectionControl {...props} />
}

/** Questions answered alike: a table where there is room, one after the other on a phone. */
export function MatrixRows({ label, rows }: { readonly label: string; readonly rows: readonly MatrixRow[] }) {
  const wide = useWide()
  const columns = wide ? columnsOf(rows) : undefined
  if (columns === undefined) {
    return (
      <Box role="group" label={label} className="z-matrix-rows">
        {rows.map((row) => (
          <OneRow key={row.control.id} {...row} />
        ))}
      </Box>
    )
  }
  return (
    <ChoiceTable
      kind={rows[0]?.control.kind === 'choices' ? 'checkbox' : 'radio'}
      label={label}
      columns={columns}
      rows={rows.map((row) => ({
        key: row.control.id,
        label: row.control.label,
        hint: row.control.hint,
        error: row.error,
        optional: !row.required,
        offered: new Set(
          row.control.kind === 'yes-no' ? columns.map(({ value }) => value) : row.items.map(({ code }) => code),
        ),
        chosen: chosenIn(row),
        onToggle: (column) => row.onChange(toggledIn(row, column)),
        onClear: () => row.onChange(undefined),
      }))}
    />
  )
}

function OneRow(row: MatrixRow) {
  switch (row.control.kind) {
    case 'choice':
      return <ChoiceControl {...row} />
    case 'choices':
      return <ChoicesControl {...row} />
    case 'yes-no':
      return <YesNoControl {...row} />
    case 'number':
      return <NumberControl {...row} />
    default:
      // `checkForm` lets nothing else into a matrix but text.
      return <TextControl {...row} />
  }
}
