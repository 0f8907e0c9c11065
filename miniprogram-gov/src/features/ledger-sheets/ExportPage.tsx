import { useRouter } from '@tarojs/taro'
import type { JobReply, LedgerReply } from '@zmht/shared/contract'
import { mintJobId } from '@zmht/shared/contract'
import {
  Button,
  Card,
  EmptyState,
  Heading,
  KeyValue,
  Loaded,
  Pressable,
  ProblemNotice,
  Row,
  Stack,
  Text,
  TextInput,
  usePlaceName,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { fromAddress, rememberInAddress } from '@/lib/address'
import { api, places } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { ledgerOf } from '../ledgers/resources'
import { isSifted, type RowsView, rowsQuery, siftedBody, wholeView } from '../ledgers/rows-view'
import { SiftTags } from '../ledgers/SiftTags'
import { useRowsView } from '../ledgers/useRowsView'
import { rowStateWords } from '../ledgers/words'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'
import { ExportProgress } from './ExportProgress'

/** The rows of a ledger as a spreadsheet, as far as its reader may see them. */
export function ExportPage() {
  return <Gate>{(me) => <Export me={me} />}</Gate>
}

function Export({ me }: { readonly me: Official }) {
  const id = fromAddress(useRouter().params.id)
  const loaded = useResource(ledgerOf, id)
  return (
    <OfficialScreen me={me} title="导出表格" current={pages.people} back={pages.people}>
      {may(me, 'ledger.read') ? (
        <Loaded of={loaded}>{(ledger) => <Steering ledger={ledger} />}</Loaded>
      ) : (
        <EmptyState icon="shield" title="您的岗位看不到名单，不能导出" detail="各地有多少、资料新不新，可以看统计。" />
      )}
    </OfficialScreen>
  )
}

const usual = ['上门走访', '报送上级', '核对名单'] as const

function Steering({ ledger }: { readonly ledger: LedgerReply }) {
  const asked = fromAddress(useRouter().params.export)
  const [exportId, setExportId] = useState(asked)
  const { view, setView } = useRowsView()
  const [purpose, setPurpose] = useState('')
  const [tried, setTried] = useState(false)
  const [started, setStarted] = useState<JobReply>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  /** Pressed again after no answer came it is the same export. */
  const [next, setNext] = useState(mintJobId)
  const start = async () => {
    setTried(true)
    if (purpose.trim() === '' || busy) return
    setBusy(true)
    setError(undefined)
    try {
      const job = await api.ledgers.exportRows({
        params: { ledgerId: ledger.id, exportId: next },
        body: {
          ...(isSifted(view) ? siftedBody(view, undefined) : rowsQuery(view, undefined)),
          purpose: purpose.trim(),
        },
      })
      setStarted(job)
      setExportId(job.id)
      rememberInAddress('export', job.id)
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  const again = () => {
    setNext(mintJobId())
    setStarted(undefined)
    setExportId('')
    rememberInAddress('export', '')
  }
  return (
    <Stack gap={4} className="g-column">
      <Heading level={2} size="title">{`导出“${ledger.content.name}”`}</Heading>
      {exportId !== '' ? (
        <ExportProgress ledgerId={ledger.id} exportId={exportId} started={started} onAgain={again} />
      ) : (
        <Card>
          <Stack gap={4}>
            <Narrowing ledger={ledger} view={view} onView={setView} onAll={() => setView(wholeView)} />
            <TextInput
              label="用途"
              hint="会和您的姓名、时间一起印在表格的水印里"
              maxLength={60}
              value={purpose}
              error={tried && purpose.trim() === '' ? '请写明导出做什么用' : undefined}
              onChange={setPurpose}
            />
            <Row wrap gap={2} label="常用用途">
              {usual.map((words) => (
                <Pressable key={words} className="g-chip" onPress={() => setPurpose(words)}>
                  {words}
                </Pressable>
              ))}
            </Row>
            <Text size="small" tone="quiet">
              您看得到什么就导出什么：列表里打码的，表格里同样打码。每次导出都会留下记录。
            </Text>
            {error === undefined ? null : <ProblemNotice error={error} />}
            <Row>
              <Button large icon="document" loading={busy} onPress={() => void start()}>
                开始导出
              </Button>
            </Row>
          </Stack>
        </Card>
      )}
    </Stack>
  )
}

/** What of the ledger is exported: as the list was narrowed. */
function Narrowing({
  ledger,
  view,
  onView,
  onAll,
}: {
  readonly ledger: LedgerReply
  readonly view: RowsView
  readonly onView: (view: RowsView) => void
  readonly onAll: () => void
}) {
  const name = usePlaceName(places, view.place)
  const filters = ledger.filters.flatMap(({ attribute, label, options }) => {
    const code = view.filters[attribute]
    return code === undefined ? [] : [{ key: label, value: options.find((one) => one.code === code)?.name ?? code }]
  })
  const isNarrowed = view.place !== undefined || view.state !== undefined || filters.length > 0 || isSifted(view)
  return (
    <Stack gap={2}>
      <KeyValue
        rows={[
          { key: '地点', value: view.place === undefined ? '您管的全部地点' : (name ?? '…') },
          ...(view.state === undefined ? [] : [{ key: '资料状态', value: rowStateWords[view.state] }]),
          ...filters,
        ]}
      />
      <SiftTags ledger={ledger} view={view} onView={onView} />
      {isNarrowed ? (
        <Row>
          <Button variant="text" icon="close" onPress={onAll}>
            去掉筛选，导出全部
          </Button>
        </Row>
      ) : null}
    </Stack>
  )
}
