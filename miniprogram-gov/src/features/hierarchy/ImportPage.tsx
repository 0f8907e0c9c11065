import { useRouter } from '@tarojs/taro'
import type { MintRow, PlaceWithLineageReply } from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import {
  Box,
  Button,
  Card,
  EmptyState,
  goOnTo,
  Heading,
  Loaded,
  Notice,
  ProblemNotice,
  ProgressBar,
  Row,
  Section,
  Select,
  Stack,
  Switch,
  Text,
  useResource,
} from '@zmht/shared/ui'
import { useEffect, useMemo, useState } from 'react'
import { pages } from '@/lib/navigation'
import { FileDrop } from '../frame/FileDrop'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Table } from '../frame/Table'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { checkRows, forgetImport, type ImportState, importRows, useImport } from './importer'
import { countsOf, placeAt } from './resources'
import { mayAt } from './rights'
import { Steps } from './Steps'
import {
  type Cells,
  guessMapping,
  headerRow,
  looksMerged,
  type Mapping,
  mostRows,
  rowsOf,
  rowWords,
  type SheetField,
  sheetFieldNames,
  sheetFields,
} from './sheet'
import { countWords, isAtOrBelow } from './words'
import { readTable, saveWorkbook } from './workbook'

export function ImportPage() {
  return <Gate>{(me) => <Import me={me} />}</Gate>
}

function Import({ me }: { readonly me: Official }) {
  const { place = '' } = useRouter().params
  const loaded = useResource(placeAt, `${place}/`)
  return (
    <OfficialScreen me={me} title="导入表格" current={pages.home} back={pages.places}>
      {process.env.TARO_ENV === 'h5' ? (
        <Loaded of={loaded}>
          {(data) =>
            mayAt(me, 'hierarchy.write', data) ? (
              <Steering place={data} />
            ) : (
              <EmptyState
                icon="shield"
                title="您的岗位不能在这里导入"
                detail="请联系负责这里的社区，或区划管理岗位。"
              />
            )
          }
        </Loaded>
      ) : (
        <EmptyState
          icon="document"
          title="请在电脑上导入表格"
          detail="用浏览器打开政务工作台，在地点详情里选「导入表格」。"
        />
      )}
    </OfficialScreen>
  )
}

const steps = ['选文件', '对应列', '核对', '导入'] as const

interface Opened {
  readonly name: string
  readonly cells: Cells
}

function Steering({ place }: { readonly place: PlaceWithLineageReply }) {
  const [opened, setOpened] = useState<Opened>()
  const running = useImport()
  const mine = running?.place === place.id ? running : undefined
  const step =
    mine === undefined ? (opened === undefined ? 0 : 1) : mine.phase === 'checking' || mine.phase === 'checked' ? 2 : 3
  return (
    <Stack gap={4}>
      <Stack gap={1}>
        <Heading level={2} size="title">{`导入到${shortName(place)}`}</Heading>
        <Text tone="quiet">已经有的不会重复，也不会改动；有错的行跳过，其余照常导入。</Text>
      </Stack>
      <Box className="g-column">
        <Steps steps={steps} now={step} />
      </Box>
      {mine !== undefined ? (
        <Running place={place} state={mine} onBack={forgetImport} />
      ) : opened === undefined ? (
        <ChooseFile onOpened={setOpened} />
      ) : (
        <MapColumns
          place={place}
          opened={opened}
          onOther={() => setOpened(undefined)}
          onRows={(rows) => void checkRows(place.id, rows)}
        />
      )}
    </Stack>
  )
}

function ChooseFile({ onOpened }: { readonly onOpened: (opened: Opened) => void }) {
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string>()
  const open = async (file: File) => {
    setBusy(true)
    setWrong(undefined)
    const read = await readTable(file)
    setBusy(false)
    if (!read.ok) setWrong(read.message)
    else if (read.cells.length < 2) setWrong('表格里没有内容')
    else onOpened({ name: file.name, cells: read.cells })
  }
  return (
    <Stack gap={3} className="g-column">
      <FileDrop
        accept=".xlsx,.csv"
        note={`.xlsx 或 .csv，不超过 10 MB、${mostRows} 行`}
        reading={busy ? '正在读取表格，请稍等…' : undefined}
        onFile={(file) => void open(file)}
      />
      {wrong === undefined ? null : <Notice tone="danger" title={wrong} />}
      <Row gap={2}>
        <Text tone="quiet">每行一户或一栋：小区、楼栋、单元、门牌号。</Text>
        <Button
          variant="text"
          onPress={() =>
            void saveWorkbook(
              '楼门导入模板.xlsx',
              [
                sheetFields.map((field) => sheetFieldNames[field]),
                ['幸福家园', '1号楼', '1单元', '101'],
                ['幸福家园', '1号楼', '1单元', '102'],
              ],
              [20, 12, 12, 12],
            )
          }
        >
          下载模板
        </Button>
      </Row>
    </Stack>
  )
}

function MapColumns({
  place,
  opened,
  onOther,
  onRows,
}: {
  readonly place: PlaceWithLineageReply
  readonly opened: Opened
  readonly onOther: () => void
  readonly onRows: (rows: readonly MintRow[]) => void
}) {
  const [header, setHeader] = useState(() => headerRow(opened.cells))
  const [mapping, setMapping] = useState<Mapping>(() => guessMapping(opened.cells[header] ?? []))
  const [fill, setFill] = useState(() => looksMerged(opened.cells, header, mapping))
  const heads = opened.cells[header] ?? []
  const fields = sheetFields.filter((field) => !isAtOrBelow(place.level, field))
  const rows = useMemo(() => {
    const below = sheetFields.filter((field) => !isAtOrBelow(place.level, field))
    const used = below.flatMap((field) => (mapping[field] === undefined ? [] : [[field, mapping[field]]]))
    return rowsOf(opened.cells, header, Object.fromEntries(used), fill)
  }, [opened.cells, header, mapping, fill, place.level])
  const tooMany = rows.length > mostRows
  const chosen = fields.filter((field) => mapping[field] !== undefined)
  return (
    <Stack gap={4}>
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
                label: `第 ${index + 1} 行：${
                  row
                    .filter((cell) => cell !== '')
                    .slice(0, 4)
                    .join('、')
                    .slice(0, 24) || '空'
                }`,
              }))}
              value={String(header)}
              onChange={(value) => {
                const next = Number(value ?? 0)
                setHeader(next)
                setMapping(guessMapping(opened.cells[next] ?? []))
              }}
            />
            {fields.map((field) => (
              <Select
                key={field}
                label={`${sheetFieldNames[field]}在哪一列`}
                placeholder="没有这一列"
                options={heads.map((words, column) => ({
                  value: String(column),
                  label: words.trim() || `第 ${column + 1} 列`,
                }))}
                value={mapping[field] === undefined ? undefined : String(mapping[field])}
                onChange={(value) => {
                  const { [field]: _, ...others } = mapping
                  setMapping(value === undefined ? others : { ...others, [field]: Number(value) })
                }}
              />
            ))}
          </Box>
          <Switch
            label="空格沿用上一行"
            detail="表格里小区、楼栋、单元只在第一行写了一次（合并单元格）时打开"
            on={fill}
            onChange={setFill}
          />
        </Stack>
      </Card>
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

function Running({
  place,
  state,
  onBack,
}: {
  readonly place: PlaceWithLineageReply
  readonly state: ImportState
  readonly onBack: () => void
}) {
  const ended = state.phase === 'done'
  useEffect(() => {
    if (!ended) return
    void countsOf.refresh(place.id)
    void placeAt.refresh(`${place.id}/`)
  }, [ended, place.id])
  const fresh = countWords(state.fresh)
  const existing = countWords(state.existing)
  const busy = (state.phase === 'checking' || state.phase === 'importing') && state.error === undefined
  return (
    <Stack gap={4}>
      <Card>
        <Box live="polite">
          <Stack gap={3}>
            <Heading level={2}>
              {state.phase === 'checking'
                ? '正在核对'
                : state.phase === 'checked'
                  ? fresh === ''
                    ? '没有要新增的'
                    : `将新增 ${fresh}`
                  : ended
                    ? '导入完成'
                    : '正在导入'}
            </Heading>
            {busy ? <ProgressBar label={state.message} done={state.done} total={state.rows.length} /> : null}
            {state.phase === 'importing' ? (
              <Text tone="quiet">可以去做别的事，请不要关闭浏览器。中断了也没关系，再导入一次会接着做完。</Text>
            ) : null}
            {state.phase === 'checked' && existing !== '' ? (
              <Text tone="quiet" numeric>{`已有 ${existing}，保持不变。`}</Text>
            ) : null}
            {ended ? (
              <Text
                numeric
              >{`${state.rows.length} 行，${state.problems.length === 0 ? '全部导入' : `其中 ${state.problems.length} 行没有导入`}。`}</Text>
            ) : null}
          </Stack>
        </Box>
      </Card>
      {state.error === undefined ? null : (
        <Stack gap={2}>
          <ProblemNotice error={state.error} />
          <Text tone="quiet" numeric>{`已处理 ${state.done} 行，继续会从这里接着做。`}</Text>
        </Stack>
      )}
      {state.problems.length > 0 ? <Problems place={place} state={state} /> : null}
      <Row gap={3} wrap>
        {state.phase === 'checked' && fresh !== '' ? (
          <Button large onPress={() => void importRows()}>
            {state.problems.length > 0
              ? `导入没有错的 ${state.rows.length - new Set(state.problems.map(({ row }) => row)).size} 行`
              : '导入'}
          </Button>
        ) : null}
        {state.error !== undefined ? (
          <Button
            icon="refresh"
            onPress={() => void (state.phase === 'importing' ? importRows() : checkRows(state.place, state.rows))}
          >
            继续
          </Button>
        ) : null}
        {busy ? null : (
          <Button variant="quiet" onPress={onBack}>
            {ended ? '再导入一个' : '返回修改'}
          </Button>
        )}
        {ended ? (
          <Button onPress={() => goOnTo(pages.places, { place: place.id })}>{`看${shortName(place)}`}</Button>
        ) : null}
      </Row>
    </Stack>
  )
}

function Problems({ place, state }: { readonly place: PlaceWithLineageReply; readonly state: ImportState }) {
  const byRow = new Map(state.rows.map((row) => [row.row, row]))
  const words = (row: number) => {
    const known = byRow.get(row)
    return known === undefined ? '' : rowWords(known)
  }
  const save = () =>
    saveWorkbook(
      `${shortName(place)}-没有导入的行.xlsx`,
      [
        ['行', '原因', ...sheetFields.map((field) => sheetFieldNames[field])],
        ...state.problems.map(({ row, message }) => [
          String(row),
          message,
          ...sheetFields.map((field) => byRow.get(row)?.[field] ?? ''),
        ]),
      ],
      [8, 40, 20, 12, 12, 12],
    )
  return (
    <Section
      title={`有问题的 ${state.problems.length} 行`}
      action={
        <Button variant="text" onPress={() => void save()}>
          下载这些行
        </Button>
      }
    >
      <Table
        label="有问题的行"
        columns={[
          { key: 'row', head: '行', narrow: true, numeric: true, cell: ({ row }) => String(row) },
          { key: 'words', head: '内容', cell: ({ row }) => words(row) },
          { key: 'message', head: '原因', cell: ({ message }) => message },
        ]}
        rows={state.problems.slice(0, 100)}
        keyOf={({ row, message }) => `${row}${message}`}
      />
      {state.problems.length > 100 ? (
        <Text
          size="small"
          tone="quiet"
          numeric
        >{`这里显示前 100 行，下载可以看到全部 ${state.problems.length} 行。`}</Text>
      ) : null}
    </Section>
  )
}
