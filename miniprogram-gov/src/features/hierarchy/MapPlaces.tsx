import type { MintRow, PlaceWithLineageReply } from '@zmht/shared/contract'
import { Button, Notice, Section, Stack } from '@zmht/shared/ui'
import { useMemo } from 'react'
import { Table } from '../frame/Table'
import type { OpenedSheet } from '../sheets/ChooseSheet'
import { mostRows } from '../sheets/cells'
import { MapColumns, useReading } from '../sheets/MapColumns'
import { looksFilledDown, rowsOf, type SheetField, sheetFieldNames, sheetFields, sheetHeadings } from './sheet'
import { isAtOrBelow } from './words'

/** Which column is which level of places, found by the headings and corrected by hand. */
export function MapPlaces({
  place,
  opened,
  onOther,
  onRows,
}: {
  readonly place: PlaceWithLineageReply
  readonly opened: OpenedSheet
  readonly onOther: () => void
  readonly onRows: (rows: readonly MintRow[]) => void
}) {
  const [reading, setReading] = useReading(opened, sheetHeadings, (header, columns) =>
    looksFilledDown(opened.cells, header, columns),
  )
  const { header, columns, fill } = reading
  const fields = sheetFields.filter((field) => !isAtOrBelow(place.level, field))
  const rows = useMemo(() => {
    const below = sheetFields.filter((field) => !isAtOrBelow(place.level, field))
    const used = below.flatMap((field) => (columns[field] === undefined ? [] : [[field, columns[field]]]))
    return rowsOf(opened.cells, header, Object.fromEntries(used), fill)
  }, [opened.cells, header, columns, fill, place.level])
  const tooMany = rows.length > mostRows
  const chosen = fields.filter((field) => columns[field] !== undefined)
  return (
    <Stack gap={4}>
      <MapColumns
        opened={opened}
        fields={fields}
        names={sheetFieldNames}
        headings={sheetHeadings}
        reading={reading}
        fillLabel="空格沿用上一行"
        fillDetail="表格里小区、楼栋、单元只在第一行写了一次（合并单元格）时打开"
        onReading={setReading}
        onOther={onOther}
      />
      <Section title={`共 ${rows.length} 行，前几行读成这样`}>
        <Table
          label="前几行"
          columns={[
            { key: 'row', head: '行', narrow: true, numeric: true, cell: (row: MintRow) => String(row.row) },
            ...chosen.map((field: SheetField) => ({
              key: field,
              head: sheetFieldNames[field],
              cell: (row: MintRow) => row[field] ?? '',
            })),
          ]}
          rows={rows.slice(0, 8)}
          keyOf={(row) => String(row.row)}
        />
      </Section>
      {tooMany ? <Notice tone="danger" title={`超过 ${mostRows} 行，请分成几个文件`} /> : null}
      <Button large disabled={rows.length === 0 || tooMany || chosen.length === 0} onPress={() => onRows(rows)}>
        {chosen.length === 0 ? '请先说明每一列是什么' : `下一步：核对 ${rows.length} 行`}
      </Button>
    </Stack>
  )
}
