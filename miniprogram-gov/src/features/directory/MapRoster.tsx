import type { ImportRow } from '@zmht/shared/contract'
import { Box, Button, Card, DatePicker, Notice, Section, Stack, Switch, useNow, useResource } from '@zmht/shared/ui'
import { useMemo, useState } from 'react'
import { dayOf } from '@/lib/dates'
import { Table } from '../frame/Table'
import type { OpenedSheet } from '../sheets/ChooseSheet'
import { MapColumns, useReading } from '../sheets/MapColumns'
import type { ToPreview } from './ImportPage'
import { OrganisationField } from './OrganisationField'
import { organisationOf, startOf } from './resources'
import {
  looksFilledDown,
  mostPeople,
  rosterFieldNames,
  rosterFields,
  rosterHeadings,
  rosterRows,
  sendable,
} from './roster'
import type { NamedOrganisation } from './useDirectorySearch'

/** Which column is what, found by the headings and corrected by hand; for which organisation, from when, and whether it is complete. */
export function MapRoster({
  opened,
  organisation,
  onOther,
  onRows,
}: {
  readonly opened: OpenedSheet
  /** The organisation the page was opened for. */
  readonly organisation: string | undefined
  readonly onOther: () => void
  readonly onRows: (asked: ToPreview) => void
}) {
  const today = dayOf(useNow())
  const start = useResource(startOf, 'mine').data
  const asked = useResource(organisationOf, organisation ?? start?.own[0]?.id ?? '').data
  const [chosen, setChosen] = useState<NamedOrganisation>()
  const within = chosen ?? (asked === undefined ? undefined : { id: asked.id, name: asked.name })
  const [reading, setReading] = useReading(opened, rosterHeadings, (header, columns) =>
    looksFilledDown(opened.cells, header, columns),
  )
  const [date, setDate] = useState<string | undefined>(today)
  const [complete, setComplete] = useState(false)
  const { columns } = reading
  const rows = useMemo(
    () => rosterRows(opened.cells, reading.header, reading.columns, reading.fill),
    [opened.cells, reading],
  )
  const missing = rosterFields.filter((field) => columns[field] === undefined)
  const tooMany = rows.length > mostPeople
  const ready = within !== undefined && date !== undefined && rows.length > 0 && !tooMany && columns.name !== undefined
  const go = () => {
    if (within === undefined || date === undefined) return
    const { rows: fits, problems } = sendable(rows)
    onRows({
      body: { within: within.id, date, rows: [...fits], complete },
      organisation: within.name,
      keptBack: problems,
    })
  }
  return (
    <Stack gap={4}>
      <MapColumns
        opened={opened}
        fields={rosterFields}
        names={rosterFieldNames}
        headings={rosterHeadings}
        reading={reading}
        fillLabel="单位空着的沿用上一行"
        fillDetail="表格里单位只在第一行写了一次（合并单元格）时打开"
        onReading={setReading}
        onOther={onOther}
      />
      <Card>
        <Stack gap={4}>
          <Box className="g-mapping">
            <OrganisationField label="哪个单位的（含下级单位）" value={within} onChange={setChosen} />
            <DatePicker label="从哪一天起" value={date} onChange={setDate} />
          </Box>
          <Switch
            label="这是全部人员"
            detail={`${within?.name ?? '这个单位'}和下级单位里，表格上没有的人按离任处理；核对时会先列出来`}
            on={complete}
            onChange={setComplete}
          />
        </Stack>
      </Card>
      <Section title={`共 ${rows.length} 人，前几行读成这样`}>
        <Table
          label="前几行"
          columns={[
            { key: 'row', head: '行', narrow: true, numeric: true, cell: (row: ImportRow) => String(row.row) },
            ...rosterFields.map((field) => ({
              key: field,
              head: rosterFieldNames[field],
              cell: (row: ImportRow) => row[field],
            })),
          ]}
          rows={rows.slice(0, 8)}
          keyOf={(row) => String(row.row)}
        />
      </Section>
      {tooMany ? <Notice tone="danger" title={`一次最多 ${mostPeople} 人，请分成几个文件`} /> : null}
      {missing.length > 0 && !tooMany ? (
        <Notice tone="amber" title={`还没有找到：${missing.map((field) => rosterFieldNames[field]).join('、')}`}>
          表格里有的话，请在上面选出是哪一列。
        </Notice>
      ) : null}
      <Button large disabled={!ready} onPress={go}>
        {columns.name === undefined ? '请先选出姓名在哪一列' : `下一步：核对 ${rows.length} 人`}
      </Button>
    </Stack>
  )
}
