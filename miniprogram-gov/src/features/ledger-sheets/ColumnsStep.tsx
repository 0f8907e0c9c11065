import type { SheetImportReply } from '@zmht/shared/contract'
import { isPlaceId } from '@zmht/shared/geo'
import { Box, Button, Card, Notice, ProblemNotice, Row, Section, Select, Stack, Switch, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { OwnPlaceField } from '../ledgers/OwnPlaceField'
import type { Official } from '../session/official'
import { CancelImport } from './CancelImport'
import { ColumnChoice } from './ColumnChoice'
import { type Meanings, twice } from './import-steps'
import type { SheetImport } from './useSheetImport'

/** What each column is, as it was understood, to be put right; and where rows are that do not say it. */
export function ColumnsStep({
  me,
  one,
  value,
  onSent,
  onAgain,
}: {
  readonly me: Official
  readonly one: SheetImport
  readonly value: SheetImportReply
  readonly onSent: () => void
  readonly onAgain: () => void
}) {
  const { id, ledgerId, columns, name, headingRow } = value
  const params = { ledgerId, importId: id }
  const [meanings, setMeanings] = useState<Meanings>(() =>
    Object.fromEntries(columns.map(({ column, as }) => [column, as])),
  )
  const [place, setPlace] = useState(value.place?.id)
  const [nearest, setNearest] = useState(value.nearest)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const doubled = twice(columns, meanings)
  const taken = Object.values(meanings).filter(({ of }) => of !== 'nothing').length
  const saysPlace = Object.values(meanings).some(({ of }) => of === 'place')
  const send = async () => {
    if (Object.keys(doubled).length > 0 || taken === 0) return
    setBusy(true)
    setError(undefined)
    try {
      await one.act(() =>
        api.ledgers.mapColumns({
          params,
          body: {
            columns: columns.map(({ column }) => ({ column, as: meanings[column] ?? { of: 'nothing' } })),
            nearest,
            ...(place === undefined ? {} : { place }),
          },
        }),
      )
      onSent()
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Stack gap={4}>
      <Row between gap={3} wrap>
        <Text>{`${name}${headingRow === undefined ? '' : `，表头在第 ${headingRow} 行`}，共 ${columns.length} 列`}</Text>
        <Row gap={2}>
          <Button variant="text" onPress={onAgain}>
            换一个文件
          </Button>
          <CancelImport one={one} value={value} />
        </Row>
      </Row>
      <SheetChoice one={one} value={value} />
      <Section title="每一列是什么">
        <Card flush>
          {columns.map((column, index) => (
            <ColumnChoice
              key={column.column}
              line={index > 0}
              column={column}
              choices={value.choices}
              as={meanings[column.column] ?? { of: 'nothing' }}
              doubled={doubled[column.column]}
              onChange={(as) => setMeanings((before) => ({ ...before, [column.column]: as }))}
            />
          ))}
        </Card>
      </Section>
      <Section title="地址">
        <Card>
          <Stack gap={4} className="g-column">
            <OwnPlaceField
              me={me}
              label="没写地址的行，登记在哪里"
              hint={saysPlace ? '不选：没写地址的行不导入' : '表里没有地址列：请选一个地点，所有行都登记在那里'}
              ask="请选择地点"
              clear="不指定"
              value={place}
              onChange={(next) => setPlace(next !== undefined && isPlaceId(next) ? next : undefined)}
            />
            <Switch
              label="地址认不全时，登记到认得出的那一级"
              detail="例如只认得出几号楼，就登记在那栋楼；关着则这些行不导入"
              on={nearest}
              onChange={setNearest}
            />
          </Stack>
        </Card>
      </Section>
      {error === undefined ? null : <ProblemNotice error={error} />}
      {taken === 0 ? <Notice tone="amber" title="还没有选任何一列。请至少说明一列是什么。" /> : null}
      {Object.keys(doubled).length === 0 ? null : <Notice tone="amber" title="有两列选了同一项内容，请只留一列" />}
      <Box>
        <Button
          large
          loading={busy}
          disabled={taken === 0 || Object.keys(doubled).length > 0}
          onPress={() => void send()}
        >
          逐行检查
        </Button>
      </Box>
    </Stack>
  )
}

/** Which sheet of the workbook, and what empty cells below a merged one mean; either reads the sheet anew. */
function SheetChoice({ one, value }: { readonly one: SheetImport; readonly value: SheetImportReply }) {
  const [error, setError] = useState<unknown>()
  const { id, ledgerId, sheets, sheet, merged, fillDown } = value
  const read = async (next: { readonly sheet?: string; readonly fillDown: boolean }) => {
    setError(undefined)
    try {
      await one.act(() => api.ledgers.readSheet({ params: { ledgerId, importId: id }, body: next }))
    } catch (problem) {
      setError(problem)
    }
  }
  if (sheets.length < 2 && merged === 0 && !fillDown) return null
  return (
    <Card>
      <Stack gap={4} className="g-column">
        {sheets.length < 2 ? null : (
          <Select
            label="读哪个工作表"
            options={sheets.map((each) => ({ value: each, label: each }))}
            value={sheet ?? sheets[0]}
            onChange={(next) => {
              if (next !== undefined) void read({ sheet: next, fillDown })
            }}
          />
        )}
        {merged === 0 && !fillDown ? null : (
          <Switch
            label="合并的单元格，下面各行算同样的内容"
            detail={`表里有 ${merged} 处合并了几行；关着则只有第一行有内容`}
            on={fillDown}
            onChange={(on) => void read({ fillDown: on, ...(sheet === undefined ? {} : { sheet }) })}
          />
        )}
        {error === undefined ? null : <ProblemNotice error={error} />}
      </Stack>
    </Card>
  )
}
