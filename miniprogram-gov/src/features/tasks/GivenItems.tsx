import type { GivenItemReply } from '@zmht/shared/contract'
import { itemStateNames, nameAndPlace } from '@zmht/shared/rules'
import {
  Box,
  Button,
  Card,
  Checkbox,
  createResource,
  EmptyState,
  formatWhen,
  goTo,
  List,
  ListRow,
  Loaded,
  Notice,
  ProblemNotice,
  Row,
  Section,
  Sheet,
  Stack,
  Tag,
  Text,
  toast,
  useNow,
  usePaged,
  useResource,
} from '@zmht/shared/ui'
import { useCallback, useState } from 'react'
import { api } from '@/lib/api'
import { useIntentOf } from '../requests/intent'
import type { Official } from '../session/official'
import { itemPage } from './pages'
import { dayWords, stateTones } from './words'

type Mate = Awaited<ReturnType<typeof api.tasks.givenTo>>['items'][number]
const matesOf = createResource<readonly Mate[]>(async () => (await api.tasks.givenTo()).items)

/** 本单位的任务项: what was given to the official’s own organisation, to be done or shared out among colleagues. Nothing while there is none. */
export function GivenItems({
  me,
  alone,
}: {
  readonly me: Official /** It is all there is for them here. */
  readonly alone: boolean
}) {
  const now = useNow()
  const paged = usePaged<GivenItemReply>(
    useCallback(
      (cursor: string | undefined) => api.tasks.givenItems({ query: cursor === undefined ? {} : { cursor } }),
      [],
    ),
  )
  const [picked, setPicked] = useState<readonly string[]>([])
  const [sharing, setSharing] = useState(false)
  const [left, setLeft] = useState<readonly string[]>([])
  if (paged.items.length === 0)
    return !alone || paged.first ? null : (
      <EmptyState
        icon="task"
        title="现在没有交给本单位的任务项"
        detail="上级交给本单位的，会出现在这里，也会发微信提醒。"
      />
    )
  const urged = [
    ...new Map(paged.items.flatMap((one) => (one.urged === undefined ? [] : [[one.taskId, one] as const]))).values(),
  ]
  const all = paged.items.every(({ id }) => picked.includes(id))
  return (
    <Section title="本单位的任务项">
      <Stack gap={3}>
        {urged.map((one) => (
          <Notice
            key={one.taskId}
            tone="amber"
            title={`${one.title}：${one.urged?.by ?? ''} ${one.urged?.says ?? ''} · ${formatWhen(one.urged?.at ?? one.at, now)}`}
          >
            {one.urged?.note ?? '请尽快办完。'}
          </Notice>
        ))}
        {[...new Set(left)].map((message) => (
          <Notice key={message} tone="amber">
            {`${left.filter((one) => one === message).length} 项：${message}`}
          </Notice>
        ))}
        <Row between gap={3} wrap>
          <Checkbox
            label={all ? '全部不选' : '全选这些'}
            checked={all}
            onChange={() => setPicked(all ? [] : paged.items.map(({ id }) => id))}
          />
          <Button variant="quiet" disabled={picked.length === 0} onPress={() => setSharing(true)}>
            {`分给同事（${picked.length}）`}
          </Button>
        </Row>
        <List gap label="本单位的任务项">
          {paged.items.map((one) => (
            <Card key={one.id}>
              <Stack gap={2}>
                <Row between top gap={3}>
                  <Checkbox
                    label={one.errand === true ? one.title : one.name}
                    checked={picked.includes(one.id)}
                    onChange={(on) =>
                      setPicked((before) => (on ? [...before, one.id] : before.filter((id) => id !== one.id)))
                    }
                  />
                  <Tag tone={stateTones[one.state]}>{itemStateNames[one.state]}</Tag>
                </Row>
                <Text
                  size="small"
                  tone="quiet"
                >{`${one.errand === true ? nameAndPlace(one) : `${one.title} · ${one.place}`} · ${dayWords(one.due)}前`}</Text>
                {one.note === undefined ? null : <Text size="small">{one.note}</Text>}
                <Row between gap={3}>
                  <Text size="small">
                    {one.claimedBy === undefined
                      ? '还没有人办'
                      : one.claimedBy.id === me.id
                        ? '您在办'
                        : `${one.claimedBy.name}在办`}
                  </Text>
                  <Button variant="text" onPress={() => goTo(itemPage, { id: one.id })}>
                    去填报
                  </Button>
                </Row>
              </Stack>
            </Card>
          ))}
        </List>
        {paged.more ? (
          <Box>
            <Button variant="text" loading={paged.loading} onPress={paged.loadMore}>
              再看一些
            </Button>
          </Box>
        ) : null}
      </Stack>
      {sharing ? (
        <ShareSheet
          items={picked}
          onClose={() => setSharing(false)}
          onDone={(messages) => {
            setSharing(false)
            setPicked([])
            setLeft(messages)
            matesOf.outdate()
            void paged.reload()
          }}
        />
      ) : null}
    </Section>
  )
}

/** What to whom; to nobody named: evenly. */
interface Share {
  readonly to: string | undefined
  readonly some: readonly string[]
}

/** As many as one call takes. */
const mostAtOnce = 100

/** To one colleague in one tap, or evenly to all. */
function ShareSheet({
  items,
  onClose,
  onDone,
}: {
  readonly items: readonly string[]
  readonly onClose: () => void
  readonly onDone: (left: readonly string[]) => void
}) {
  const loaded = useResource(matesOf, 'own')
  const [busy, setBusy] = useState<string>()
  const [error, setError] = useState<unknown>()
  const some = items.slice(0, mostAtOnce)
  const send = useIntentOf(({ to, some }: Share, key) =>
    api.tasks.shareItems({ body: { key, items: [...some], ...(to === undefined ? {} : { to }) } }),
  )
  const share = async (to: string | undefined) => {
    setBusy(to ?? 'evenly')
    setError(undefined)
    try {
      const { done, left } = await send({ to, some })
      toast(`已分好 ${done.length} 项`)
      onDone(left.map(({ message }) => message))
    } catch (problem) {
      setError(problem)
      setBusy(undefined)
    }
  }
  return (
    <Sheet open title={`分给同事：${some.length} 项`} onClose={onClose}>
      <Stack gap={3}>
        <Text>同事会在“本单位的任务项”里看到由谁办；别的单位看不到。</Text>
        {items.length > mostAtOnce ? <Notice>{`一次最多分 ${mostAtOnce} 项，其余的再分一次。`}</Notice> : null}
        {error === undefined ? null : <ProblemNotice error={error} />}
        <Button
          full
          icon="family"
          loading={busy === 'evenly'}
          disabled={busy !== undefined}
          onPress={() => void share(undefined)}
        >
          平均分给大家
        </Button>
        <Loaded of={loaded}>
          {(mates) => (
            <List label="本单位同事">
              {mates.map((mate, at) => (
                <ListRow
                  key={mate.id}
                  line={at > 0}
                  title={mate.name}
                  detail={`手头 ${mate.inHand} 项`}
                  onPress={() => busy === undefined && void share(mate.id)}
                />
              ))}
            </List>
          )}
        </Loaded>
      </Stack>
    </Sheet>
  )
}
