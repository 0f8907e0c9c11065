import type { TaskReply, TaskSheetReply } from '@zmht/shared/contract'
import { isPlaceId, type PlaceId } from '@zmht/shared/geo'
import {
  Box,
  Button,
  Card,
  FilePickButton,
  filesOf,
  formatWhen,
  Loaded,
  Notice,
  type PickedFile,
  ProblemNotice,
  Row,
  Section,
  Sheet,
  Stack,
  Text,
  toast,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { download } from '../ledger-sheets/download'
import { sheetOf } from './measures.resources'
import { taskOf } from './resources'

type Shape = 'plain' | 'own' | 'template'

/** Fetches a workbook and brings it to whoever asked. */
function useExport(taskId: string, place: PlaceId, report?: string) {
  const [busy, setBusy] = useState<Shape>()
  const [error, setError] = useState<unknown>()
  const go = async (shape: Shape) => {
    setBusy(shape)
    setError(undefined)
    try {
      const file = await api.tasks.exportTask({
        params: { taskId },
        body: { place, shape, ...(report === undefined ? {} : { report }) },
      })
      await download(file)
      toast(`已导出：${file.name}`)
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(undefined)
    }
  }
  return { busy, error, go }
}

/** 汇总表: the numbers of a place as a workbook, plainly or in the shape the superior asked for, which who issued the task attaches. */
export function TaskSheets({ task, place }: { readonly task: TaskReply; readonly place: string }) {
  const loaded = useResource(sheetOf, task.id)
  if (!isPlaceId(place) || (task.state === 'draft' && task.actions.length === 0)) return null
  return (
    <Section title="汇总表">
      <Card>
        <Loaded of={loaded}>{(sheet) => <Shown task={task} place={place} sheet={sheet} />}</Loaded>
      </Card>
    </Section>
  )
}

function Shown({
  task,
  place,
  sheet,
}: {
  readonly task: TaskReply
  readonly place: PlaceId
  readonly sheet: TaskSheetReply
}) {
  const { busy, error, go } = useExport(task.id, place)
  const { attached, unknown, mine } = sheet
  const now = useNow()
  return (
    <Stack gap={4}>
      {task.state === 'draft' ? null : (
        <Row gap={2} wrap>
          {attached === undefined ? null : (
            <Button icon="document" loading={busy === 'own'} onPress={() => void go('own')}>
              按上级要的表样导出
            </Button>
          )}
          <Button variant="quiet" icon="document" loading={busy === 'plain'} onPress={() => void go('plain')}>
            导出汇总表
          </Button>
        </Row>
      )}
      {attached === undefined ? (
        <Text size="small" tone="quiet">
          {mine
            ? '上级要固定格式的，把它的表样附在这里：在要填数的格子里写上占位符，导出时自动填好，格式、合并和公式都不变。'
            : '一行一个下级，按地区顺序，含各项指标和合计。'}
        </Text>
      ) : (
        <Text
          size="small"
          tone="quiet"
        >{`表样：${attached.name}，${attached.by} ${formatWhen(attached.at, now)}附上`}</Text>
      )}
      {unknown.length === 0 ? null : <NotKnown unknown={unknown} />}
      {mine ? <Attach task={task} sheet={sheet} onTemplate={() => go('template')} busy={busy === 'template'} /> : null}
      {error === undefined ? null : <ProblemNotice error={error} />}
    </Stack>
  )
}

/** What a template says that stays as it stands, each with where it is and what was probably meant. */
function NotKnown({ unknown }: { readonly unknown: TaskSheetReply['unknown'] }) {
  return (
    <Notice tone="amber" title={`表样里有 ${unknown.length} 处占位符不认识，导出时会原样留着`}>
      <Stack gap={1}>
        {unknown.slice(0, 20).map(({ sheet, cell, name, near }) => (
          <Text key={`${sheet} ${cell} ${name}`} size="small">
            {`${sheet} ${cell}：{{${name}}}${near === undefined ? '' : `，是不是 {{${near}}}？`}`}
          </Text>
        ))}
        <Text size="small">在表里改好，再上传一次就行。</Text>
      </Stack>
    </Notice>
  )
}

const files = filesOf(api)

function Attach({
  task,
  sheet,
  busy,
  onTemplate,
}: {
  readonly task: TaskReply
  readonly sheet: TaskSheetReply
  readonly busy: boolean
  readonly onTemplate: () => Promise<void>
}) {
  const [helping, setHelping] = useState(false)
  const [share, setShare] = useState<number>()
  const [wrong, setWrong] = useState<string>()
  const [error, setError] = useState<unknown>()
  const params = { taskId: task.id }
  const put = (next: TaskSheetReply) => {
    sheetOf.put(task.id, next)
    // It is another edition of the task from now on.
    void taskOf.refresh(task.id)
  }
  const attach = async ([file]: readonly PickedFile[]) => {
    if (file === undefined) return
    setWrong(/\.xlsx$/i.test(file.name) ? undefined : '请选 .xlsx 表格；旧的 .xls 请先另存为 .xlsx')
    setError(undefined)
    if (!/\.xlsx$/i.test(file.name)) return
    setShare(0)
    try {
      const id = await files.upload(file, 'file', setShare)
      const next = await api.tasks.attachSheet({ params, body: { file: id } })
      put(next)
      toast(next.unknown.length === 0 ? '表样已附上，占位符都认识' : '表样已附上，有的占位符不认识，请看下面')
    } catch (problem) {
      setError(problem)
    } finally {
      setShare(undefined)
    }
  }
  const detach = async () => {
    setError(undefined)
    try {
      put(await api.tasks.detachSheet({ params }))
      toast('已去掉表样，按一般的样子导出')
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <Stack gap={3}>
      <Row gap={2} wrap>
        <FilePickButton
          label="上级要的表样"
          words={
            share === undefined
              ? sheet.attached === undefined
                ? '附上表样'
                : '换一个表样'
              : `正在上传 ${Math.round(share * 100)}%`
          }
          of="file"
          most={1}
          disabled={share !== undefined}
          onPick={(picked) => void attach(picked)}
          onProblem={setWrong}
        />
        <Button variant="text" icon="info" onPress={() => setHelping(true)}>
          占位符怎么写
        </Button>
        <Button variant="text" icon="document" loading={busy} onPress={() => void onTemplate()}>
          下载示例表样
        </Button>
        {sheet.attached === undefined ? null : (
          <Button variant="text-danger" onPress={() => void detach()}>
            去掉表样
          </Button>
        )}
      </Row>
      {wrong === undefined ? null : <Notice tone="danger" title={wrong} />}
      {error === undefined ? null : <ProblemNotice error={error} />}
      {helping ? (
        <Help names={sheet.names} busy={busy} onTemplate={onTemplate} onClose={() => setHelping(false)} />
      ) : null}
    </Stack>
  )
}

/** All that can be named, with what it says and an example. */
function Help({
  names,
  busy,
  onTemplate,
  onClose,
}: {
  readonly names: TaskSheetReply['names']
  readonly busy: boolean
  readonly onTemplate: () => Promise<void>
  readonly onClose: () => void
}) {
  return (
    <Sheet open wide title="占位符怎么写" onClose={onClose}>
      <Stack gap={4}>
        <Text size="small" tone="quiet">
          在表格里要填数的格子写上两层花括号和名称。写“下级.”的那一行，有几个下级就重复几行，下面的内容和公式跟着下移。格式、合并的格子、列宽和别的工作表都不变。
        </Text>
        <Box>
          <Button variant="quiet" icon="document" loading={busy} onPress={() => void onTemplate()}>
            下载示例表样，照着改
          </Button>
        </Box>
        {names.map(({ name, says, example }) => (
          <Row key={name} between top gap={3}>
            <Box className="g-names__name">
              <Text strong>{name}</Text>
            </Box>
            <Box className="g-names__says">
              <Text size="small">{says}</Text>
              <Text size="small" tone="quiet">{`例如：${example}`}</Text>
            </Box>
          </Row>
        ))}
      </Stack>
    </Sheet>
  )
}

/** The numbers a report froze, as a workbook. */
export function ExportReport({
  taskId,
  place,
  report,
}: {
  readonly taskId: string
  readonly place: PlaceId
  readonly report: string
}) {
  const loaded = useResource(sheetOf, taskId)
  const { busy, error, go } = useExport(taskId, place, report)
  return (
    <Stack gap={2}>
      <Row gap={2} wrap>
        {loaded.data?.attached === undefined ? null : (
          <Button variant="quiet" icon="document" loading={busy === 'own'} onPress={() => void go('own')}>
            按上级要的表样导出这份上报
          </Button>
        )}
        <Button variant="quiet" icon="document" loading={busy === 'plain'} onPress={() => void go('plain')}>
          导出这份上报
        </Button>
      </Row>
      {error === undefined ? null : <ProblemNotice error={error} />}
    </Stack>
  )
}
