import { Box, Button, Card, Row, Select, Stack, Switch, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import type { OpenedSheet } from './ChooseSheet'
import { type Columns, guessColumns, type Headings, headingRow } from './columns'

/** Where the headings are, which column is what, and whether empty cells are those above. */
export interface SheetReading<Field extends string> {
  readonly header: number
  readonly columns: Columns<Field>
  readonly fill: boolean
}

/** How a sheet is read at first, by its headings. */
export function useReading<Field extends string>(
  { cells }: OpenedSheet,
  headings: Headings<Field>,
  isMerged: (header: number, columns: Columns<Field>) => boolean,
) {
  return useState((): SheetReading<Field> => {
    const header = headingRow(headings, cells)
    const columns = guessColumns(headings, cells[header] ?? [])
    return { header, columns, fill: isMerged(header, columns) }
  })
}

/** What was found by the headings, to be corrected by hand. */
export function MapColumns<Field extends string>({
  opened,
  fields,
  names,
  headings,
  reading,
  fillLabel,
  fillDetail,
  onReading,
  onOther,
}: {
  readonly opened: OpenedSheet
  readonly fields: readonly Field[]
  readonly names: Readonly<Record<Field, string>>
  readonly headings: Headings<Field>
  readonly reading: SheetReading<Field>
  readonly fillLabel: string
  readonly fillDetail: string
  readonly onReading: (reading: SheetReading<Field>) => void
  /** Another file. */
  readonly onOther: () => void
}) {
  const { header, columns, fill } = reading
  const heads = opened.cells[header] ?? []
  const choose = (field: Field, value: string | undefined) => {
    const { [field]: _, ...others } = columns
    onReading({
      ...reading,
      columns: value === undefined ? (others as Columns<Field>) : { ...columns, [field]: Number(value) }, // without one of them
    })
  }
  return (
    <>
      <Row between gap={3} wrap>
        <Text>{`${opened.name}，${opened.cells.length} 行`}</Text>
        <Button variant="text" onPress={onOther}>
          换一个文件
        </Button>
      </Row>
      <Card>
        <Stack gap={4}>
          <Box className="g-mapping">
            <Select
              label="表头在第几行"
              options={opened.cells.slice(0, 10).map((row, index) => ({
                value: String(index),
                label: `第 ${index + 1} 行：${beginningOf(row)}`,
              }))}
              value={String(header)}
              onChange={(value) => {
                const next = Number(value ?? 0)
                onReading({ ...reading, header: next, columns: guessColumns(headings, opened.cells[next] ?? []) })
              }}
            />
            {fields.map((field) => (
              <Select
                key={field}
                label={`${names[field]}在哪一列`}
                placeholder="没有这一列"
                options={heads.map((words, column) => ({
                  value: String(column),
                  label: words.trim() || `第 ${column + 1} 列`,
                }))}
                value={columns[field] === undefined ? undefined : String(columns[field])}
                onChange={(value) => choose(field, value)}
              />
            ))}
          </Box>
          <Switch
            label={fillLabel}
            detail={fillDetail}
            on={fill}
            onChange={(on) => onReading({ ...reading, fill: on })}
          />
        </Stack>
      </Card>
    </>
  )
}

const beginningOf = (row: readonly string[]): string =>
  row
    .filter((cell) => cell !== '')
    .slice(0, 4)
    .join('、')
    .slice(0, 24) || '空'
