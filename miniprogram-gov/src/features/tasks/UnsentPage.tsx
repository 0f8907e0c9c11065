import {
  Button,
  Card,
  ConfirmSheet,
  EmptyState,
  FilesShown,
  formatWhen,
  goTo,
  List,
  Notice,
  PlaceLine,
  Row,
  SkeletonList,
  Stack,
  Tag,
  Text,
  useNow,
  useStore,
} from '@zmht/shared/ui'
import { useMemo, useState } from 'react'
import { pages } from '@/lib/navigation'
import type { Unsent } from '@/lib/offline/queue'
import { EnteredList } from '../behalf/EnteredList'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { type Offline, useOffline, useOnline, useUnsent } from './offline'
import { itemPage, settlePage } from './pages'
import { filesWords, unsentWords } from './unsent-words'

/** What was filled in and has not arrived, each with why and with what can be done. */
export function UnsentPage() {
  return <Gate>{(me) => <AllUnsent me={me} />}</Gate>
}

function AllUnsent({ me }: { readonly me: Official }) {
  const offline = useOffline(me)
  return (
    <OfficialScreen me={me} title="没有提交的" current={pages.work} back={pages.work}>
      {offline === undefined ? <SkeletonList /> : <Entries offline={offline} />}
    </OfficialScreen>
  )
}

function Entries({ offline }: { readonly offline: Offline }) {
  const { entries, sending } = useUnsent(offline)
  const online = useOnline(offline)
  const entered = useStore(offline.outbox.view)
  const all = [...entries, ...entered]
  const waits = all.some(({ state }) => state.is === 'waiting')
  if (all.length === 0)
    return <EmptyState icon="check" title="都提交了" detail="在没有网络的地方填的，会先排在这里，有网络后自动提交。" />
  return (
    <Stack gap={4} className="g-column">
      <Notice title={`还有 ${all.length} 项没有提交`} tone={online && waits ? 'accent' : 'amber'}>
        {!online
          ? '现在没有网络，都加密存在这台设备上，有网络后自动提交。'
          : waits
            ? '都加密存在这台设备上，正在逐项提交，可以离开这一页。'
            : '都加密存在这台设备上，等您逐项处理。'}
      </Notice>
      {waits ? (
        <Button
          full
          icon="publish"
          loading={sending !== undefined}
          disabled={!online}
          onPress={() => void offline.sync()}
        >
          现在提交
        </Button>
      ) : null}
      <EnteredList offline={offline} />
      <List gap label="没有提交的">
        {entries.map((entry) => (
          <Entry key={entry.id} offline={offline} entry={entry} sending={sending === entry.id} />
        ))}
      </List>
    </Stack>
  )
}

function Entry({
  offline,
  entry,
  sending,
}: {
  readonly offline: Offline
  readonly entry: Unsent
  readonly sending: boolean
}) {
  const now = useNow()
  const [dropping, setDropping] = useState(false)
  const { id, state } = entry
  const words = unsentWords(sending ? { sending: id } : {}, entry)
  return (
    <Card>
      <Stack gap={2}>
        <Row between top gap={3}>
          <Text size="large" strong>
            {entry.name}
          </Text>
          <Tag tone={words.tone}>{words.label}</Tag>
        </Row>
        <PlaceLine tail={entry.place} />
        <Text size="small" tone="quiet" numeric>
          {`${entry.title} · ${formatWhen(entry.at, now)}填`}
        </Text>
        <EntryFiles offline={offline} entry={entry} />
        {state.is === 'refused' ? <Text>{`${state.title}：${state.detail}`}</Text> : null}
        {state.is === 'differs' ? (
          <Text>{`${state.theirs.by}也填了这一项，有的地方和您填的不同，请核对。`}</Text>
        ) : null}
        {sending ? null : (
          <Row gap={2} wrap>
            {state.is === 'differs' ? (
              <Button label={`去核对：${entry.name}`} onPress={() => goTo(settlePage, { id })}>
                去核对
              </Button>
            ) : (
              <Button
                variant="quiet"
                label={`${opens(state)}：${entry.name}`}
                onPress={() => goTo(itemPage, { id: entry.item })}
              >
                {opens(state)}
              </Button>
            )}
            {state.is === 'refused' ? (
              <>
                <Button
                  variant="quiet"
                  label={`再提交${entry.name}`}
                  onPress={() => void offline.queue.again(id).then(offline.sync)}
                >
                  再提交
                </Button>
                <Button variant="text-danger" label={`删去${entry.name}`} onPress={() => setDropping(true)}>
                  删去
                </Button>
              </>
            ) : null}
          </Row>
        )}
      </Stack>
      <ConfirmSheet
        open={dropping}
        title={`删去“${entry.name}”填的内容`}
        consequence="这一份没有提交过，删去以后找不回来。这一项本身还在任务里。"
        confirm="删去"
        variant="danger"
        onClose={() => setDropping(false)}
        onConfirm={() => offline.queue.drop(id)}
      />
    </Card>
  )
}

/** The photos, files and signatures that go with an answer, as they wait. */
function EntryFiles({ offline, entry }: { readonly offline: Offline; readonly entry: Unsent }) {
  const kept = useStore(offline.files)
  const store = useMemo(() => offline.filesOf(entry.item), [offline, entry.item])
  const files = kept.filter(({ id }) => entry.files?.includes(id))
  if (files.length === 0) return null
  return (
    <Stack gap={2}>
      <Text size="small" tone="quiet">
        {filesWords(files)}
      </Text>
      <FilesShown label={`${entry.name}的照片和文件`} files={files} store={store} />
    </Stack>
  )
}

const opens = (state: Unsent['state']): string => (state.is === 'refused' ? '打开再改' : '打开')
