import type { RecognisedReply } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import type { LedgerKind } from '@zmht/shared/ledgers'
import {
  isHeading,
  listedBy,
  listMeasures,
  mostListed,
  mostRowsAtOnce,
  rowsOfText,
  tellingColumn,
} from '@zmht/shared/rules'
import {
  Box,
  Button,
  Card,
  Notice,
  ProblemNotice,
  RadioList,
  Row,
  SegmentedControl,
  Select,
  Stack,
  Tag,
  Text,
  TextArea,
  TextInput,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { FileDrop } from '../frame/FileDrop'
import { readTable } from '../sheets/workbook'
import {
  type GivenLine,
  type GivenLines,
  isOpenLine,
  linesOf,
  meantBy,
  tallyOf,
  tallyWords,
  withFound,
} from './given-lines'

type Change = (change: (before: GivenLines | undefined) => GivenLines | undefined) => void

/** Asks whom some lines mean, as many at once as one call takes. */
async function ask(
  taskId: string,
  kind: LedgerKind,
  within: readonly PlaceId[],
  lines: readonly GivenLine[],
  onSome: (found: ReadonlyMap<number, RecognisedReply>, done: number) => void,
): Promise<void> {
  for (let from = 0; from < lines.length; from += mostRowsAtOnce) {
    const some = lines.slice(from, from + mostRowsAtOnce)
    const { rows } = await api.tasks.recogniseRows({
      params: { taskId },
      body: { kind, within: [...within], rows: some.map(({ words }) => words) },
    })
    const found = new Map(
      some.flatMap(({ at }, index) => (rows[index] === undefined ? [] : [[at, rows[index]] as const])),
    )
    onSome(found, from + some.length)
  }
}

/** 名单: pasted or brought in a sheet, recognised line by line; what is not clear is settled by hand, and nothing is dropped in silence. */
export function GivenList({
  taskId,
  kind,
  within,
  list,
  error,
  onChange,
}: {
  readonly taskId: string
  readonly kind: LedgerKind
  readonly within: readonly PlaceId[]
  readonly list: GivenLines | undefined
  readonly error: string | undefined
  readonly onChange: Change
}) {
  const [rows, setRows] = useState<readonly (readonly string[])[]>()
  const [working, setWorking] = useState<string>()
  const [problem, setProblem] = useState<unknown>()
  const key = within.join(',')
  const recognise = async (lines: readonly GivenLine[]) => {
    setProblem(undefined)
    // What was chosen and left out stays.
    onChange((before) => ({ kind, lines: before?.lines ?? lines, within: key }))
    setWorking(`正在核对 ${lines.length} 行…`)
    try {
      await ask(taskId, kind, within, lines, (found, done) => {
        onChange((before) => before && { ...before, lines: withFound(before.lines, found) })
        setWorking(`正在核对，已看 ${done} / ${lines.length} 行`)
      })
    } catch (refusal) {
      setProblem(refusal)
    } finally {
      setWorking(undefined)
    }
  }
  const unasked = list?.lines.filter(({ found, left }) => found === undefined && left !== true) ?? []
  return (
    <Stack gap={4}>
      {list === undefined && rows === undefined ? <Bring kind={kind} onRows={setRows} /> : null}
      {list === undefined && rows !== undefined ? (
        <WhichColumn
          kind={kind}
          rows={rows}
          onOther={() => setRows(undefined)}
          onColumn={(cells) => void recognise(linesOf(cells))}
        />
      ) : null}
      {list === undefined ? null : (
        <>
          <Row between gap={3} wrap>
            <Box live="polite">
              <Text strong>{working ?? tallyWords(tallyOf(list))}</Text>
            </Box>
            <Button
              variant="text"
              onPress={() => {
                setRows(undefined)
                onChange(() => undefined)
              }}
            >
              换一份名单
            </Button>
          </Row>
          {list.within === key ? null : (
            <Notice tone="amber" title="范围变了">
              请按新的范围再核对一次，已选的会保留。
            </Notice>
          )}
          {problem === undefined ? null : <ProblemNotice error={problem} />}
          {(list.within !== key || unasked.length > 0) && working === undefined ? (
            <Row>
              <Button
                variant="quiet"
                onPress={() =>
                  void recognise(list.within === key ? unasked : list.lines.filter(({ left }) => left !== true))
                }
              >
                {list.within === key ? `接着核对剩下的 ${unasked.length} 行` : '重新核对'}
              </Button>
            </Row>
          ) : null}
          {working === undefined ? (
            <Lines
              list={list}
              onChange={onChange}
              onAgain={async (line) => {
                await ask(taskId, kind, within, [line], (found) =>
                  onChange((before) => before && { ...before, lines: withFound(before.lines, found) }),
                )
              }}
            />
          ) : null}
        </>
      )}
      {error === undefined ? null : <Notice tone="danger">{error}</Notice>}
    </Stack>
  )
}

/** Pasted, or out of a sheet. */
function Bring({
  kind,
  onRows,
}: {
  readonly kind: LedgerKind
  readonly onRows: (rows: readonly (readonly string[])[]) => void
}) {
  const [text, setText] = useState('')
  const [reading, setReading] = useState(false)
  const [wrong, setWrong] = useState<string>()
  const take = (rows: readonly (readonly string[])[]) => {
    if (rows.length === 0) return setWrong('名单是空的，请粘贴内容，一行一个')
    if (rows.length > mostListed)
      return setWrong(`一个任务的名单最多 ${mostListed} 行，这份有 ${rows.length} 行，请分成几个任务`)
    setWrong(undefined)
    onRows(rows)
  }
  const open = async (file: File) => {
    setReading(true)
    const read = await readTable(file)
    setReading(false)
    if (!read.ok) return setWrong(read.message)
    take(read.cells.filter((row) => row.some((cell) => cell.trim() !== '')))
  }
  return (
    <Stack gap={4}>
      <TextArea
        label="粘贴名单"
        hint={`一行一个，写${listedBy[kind]}；也可以从表格里整块复制过来`}
        maxLength={500_000}
        value={text}
        error={wrong}
        onChange={(value) => {
          setText(value)
          setWrong(undefined)
        }}
      />
      <Row>
        <Button variant="quiet" onPress={() => take(rowsOfText(text))}>
          核对名单
        </Button>
      </Row>
      {process.env.TARO_ENV === 'h5' ? (
        <FileDrop
          accept=".xlsx,.csv"
          note={`.xlsx 或 .csv，最多 ${mostListed} 行`}
          reading={reading ? '正在读取表格，请稍等…' : undefined}
          onFile={(file) => void open(file)}
        />
      ) : null}
    </Stack>
  )
}

/** Which column tells whom a line is about: found by itself where that is clear. */
function WhichColumn({
  kind,
  rows,
  onColumn,
  onOther,
}: {
  readonly kind: LedgerKind
  readonly rows: readonly (readonly string[])[]
  readonly onColumn: (cells: readonly string[]) => void
  readonly onOther: () => void
}) {
  const [first = []] = rows
  const headed = isHeading(kind, first)
  const body = headed ? rows.slice(1) : rows
  const [column, setColumn] = useState(() => tellingColumn(kind, headed ? first : [], body))
  const width = Math.max(...rows.map((row) => row.length))
  const cells = (at: number) => body.map((row) => row[at] ?? '')
  return (
    <Stack gap={4}>
      <Text>{`共 ${body.length} 行${headed ? '（第一行是表头）' : ''}`}</Text>
      {width === 1 ? null : (
        <Select
          label={`哪一列写着${listedBy[kind]}`}
          placeholder="请选择"
          options={Array.from({ length: width }, (_, at) => ({
            value: String(at),
            label: [first[at]?.trim() || `第 ${at + 1} 列`, headed ? (body[0]?.[at] ?? '') : '']
              .filter((words) => words !== '')
              .join('：'),
          }))}
          value={column === undefined ? undefined : String(column)}
          onChange={(chosen) => setColumn(chosen === undefined ? undefined : Number(chosen))}
        />
      )}
      <Row gap={2} wrap>
        <Button disabled={column === undefined} onPress={() => column !== undefined && onColumn(cells(column))}>
          核对这一列
        </Button>
        <Button variant="text" onPress={onOther}>
          换一份名单
        </Button>
      </Row>
    </Stack>
  )
}

/** So many lines are shown at once. */
const shownAtOnce = 20

/** The lines: those somebody has to say something about first. */
function Lines({
  list,
  onChange,
  onAgain,
}: {
  readonly list: GivenLines
  readonly onChange: Change
  readonly onAgain: (line: GivenLine) => Promise<void>
}) {
  const open = list.lines.filter(isOpenLine)
  const left = list.lines.filter((line) => line.left === true)
  const found = list.lines.filter((line) => meantBy(line) !== undefined)
  const [what, setWhat] = useState<'open' | 'found' | 'left'>(open.length > 0 ? 'open' : 'found')
  const [shown, setShown] = useState(shownAtOnce)
  const lines = what === 'open' ? open : what === 'found' ? found : left
  const change = (at: number, next: (line: GivenLine) => GivenLine) =>
    onChange(
      (before) => before && { ...before, lines: before.lines.map((line) => (line.at === at ? next(line) : line)) },
    )
  const missing = open.filter((line) => line.found?.is === 'none')
  return (
    <Stack gap={3}>
      <SegmentedControl
        label="看哪些行"
        value={what}
        segments={[
          { value: 'open', label: `要处理 ${open.length}` },
          { value: 'found', label: `找到 ${found.length}` },
          { value: 'left', label: `不要 ${left.length}` },
        ]}
        onChange={(chosen) => {
          setWhat(chosen)
          setShown(shownAtOnce)
        }}
      />
      {what === 'open' && missing.length > 1 ? (
        <Row>
          <Button
            variant="text"
            onPress={() =>
              onChange(
                (before) =>
                  before && {
                    ...before,
                    lines: before.lines.map((line) =>
                      isOpenLine(line) && line.found?.is === 'none' ? { ...line, left: true } : line,
                    ),
                  },
              )
            }
          >
            {`没找到的 ${missing.length} 行都不要`}
          </Button>
        </Row>
      ) : null}
      {lines.length === 0 ? (
        <Text tone="quiet">{what === 'open' ? '没有要处理的，名单可以用了。' : '没有这样的行。'}</Text>
      ) : null}
      {lines.slice(0, shown).map((line) => (
        <Line
          key={`${line.at} ${line.words}`}
          line={line}
          onChange={(next) => change(line.at, next)}
          onAgain={onAgain}
        />
      ))}
      {lines.length > shown ? (
        <Box>
          <Button variant="text" onPress={() => setShown((before) => before + 100)}>
            {`再看一些（还有 ${lines.length - shown} 行）`}
          </Button>
        </Box>
      ) : null}
    </Stack>
  )
}

function Line({
  line,
  onChange,
  onAgain,
}: {
  readonly line: GivenLine
  readonly onChange: (next: (before: GivenLine) => GivenLine) => void
  readonly onAgain: (line: GivenLine) => Promise<void>
}) {
  const [words, setWords] = useState(line.words)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const meant = meantBy(line)
  const { found } = line
  const again = async () => {
    setBusy(true)
    setError(undefined)
    const { found: _found, chosen: _chosen, ...bare } = line
    const next = { ...bare, words: words.trim() }
    try {
      onChange(() => next)
      await onAgain(next)
    } catch (problem) {
      setError(problem)
      onChange(() => line)
    } finally {
      setBusy(false)
    }
  }
  const leave = () => onChange((before) => ({ ...before, left: true }))
  const back = () =>
    onChange((before) => {
      const { left: _left, ...rest } = before
      return rest
    })
  return (
    <Card>
      <Stack gap={2}>
        <Row between top gap={3}>
          <Text strong>{line.words}</Text>
          <Tag>{`第 ${line.at} 行`}</Tag>
        </Row>
        {meant === undefined ? null : <Text size="small" tone="quiet">{`${meant.name} · ${meant.place}`}</Text>}
        {line.left === true ? (
          <Row>
            <Button variant="text" onPress={back}>
              还是要
            </Button>
          </Row>
        ) : null}
        {line.left !== true && found?.is === 'several' ? (
          <RadioList
            label="是哪一个"
            options={found.candidates.map(({ id, name, place }) => ({ value: id, label: name, detail: place }))}
            value={line.chosen?.id}
            onChange={(id) => {
              const chosen = found.candidates.find((one) => one.id === id)
              if (chosen !== undefined) onChange((before) => ({ ...before, chosen }))
            }}
          />
        ) : null}
        {line.left !== true && found?.is === 'none' ? (
          <>
            <Notice tone="amber">{found.why}</Notice>
            <TextInput label="改一下再找" maxLength={100} value={words} onChange={setWords} />
          </>
        ) : null}
        {error === undefined ? null : <ProblemNotice error={error} />}
        {line.left === true || found?.is === 'found' ? null : (
          <Row gap={2} wrap>
            {found?.is === 'none' ? (
              <Button variant="quiet" loading={busy} disabled={words.trim() === ''} onPress={() => void again()}>
                再找
              </Button>
            ) : null}
            <Button variant="text" onPress={leave}>
              不要这一行
            </Button>
          </Row>
        )}
      </Stack>
    </Card>
  )
}

/** What has to be done before a list can go with the task. */
export function listLacks(list: GivenLines | undefined, within: readonly PlaceId[]): string | undefined {
  if (list === undefined) return '请粘贴或选择名单'
  if (list.within !== within.join(',')) return '范围变了，请重新核对名单'
  const open = list.lines.filter(isOpenLine).length
  if (open > 0) return `名单里还有 ${open} 行要处理：选一个、改一下，或者不要`
  return list.lines.some((line) => meantBy(line) !== undefined)
    ? undefined
    : `名单里一${listMeasures[list.kind]}也没有，请换一份`
}
