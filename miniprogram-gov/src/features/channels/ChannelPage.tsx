import { useRouter } from '@tarojs/taro'
import type { ChannelReply, RequestCardReply } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { channelTransitions, isOpened, leadsTo, procedureNames, serviceCategories } from '@zmht/shared/rules'
import {
  Box,
  Button,
  Card,
  ConfirmSheet,
  EmptyState,
  formatWhen,
  goOnTo,
  goTo,
  Heading,
  KeyValue,
  Loaded,
  Notice,
  PlaceLine,
  Row,
  Section,
  Select,
  Stack,
  Text,
  toast,
  useNow,
  usePaged,
  useResource,
} from '@zmht/shared/ui'
import { useCallback, useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { behalfPage } from '../behalf/pages'
import { OfficialScreen } from '../frame/OfficialScreen'
import { PagedTable } from '../frame/PagedTable'
import { Numbers } from '../home/Numbers'
import { waitingIn } from '../home/numbers'
import { Breadcrumb, pathWithin, RollUp } from '../home/RollUp'
import { channelCounts, placeOf } from '../home/resources'
import { ManySteps } from '../requests/ManySteps'
import { StateTag } from '../requests/StateTag'
import { Gate } from '../session/Gate'
import { may, type Official, territoriesOf } from '../session/official'
import { OpenButton } from '../systems/OpenButton'
import { ClockTag } from '../work/ClockTag'
import { BurdenCard } from './BurdenCard'
import { BookedTimes, CareButtons, ChannelNotices, slots } from './ChannelCare'
import { ChannelStateTag } from './ChannelStateTag'
import { channel } from './resources'

export function ChannelPage() {
  return <Gate>{(me) => <Channel me={me} />}</Gate>
}

function Channel({ me }: { readonly me: Official }) {
  const { id = '', place } = useRouter().params
  const loaded = useResource(channel, id)
  const [closing, setClosing] = useState(false)
  const here = place ?? territoriesOf(me)[0]?.id
  return (
    <OfficialScreen me={me} title="服务" current={pages.channels} back={pages.channels}>
      <Loaded of={loaded}>
        {(data) => (
          <>
            <Box className="g-split">
              <Stack gap={6} className="g-split__main">
                <Head channel={data} />
                <BookedTimes channel={data} />
                {data.state !== 'draft' && !isOpened(data.link) && here !== undefined && may(me, 'statistics.read') ? (
                  <Counts me={me} id={id} place={here} />
                ) : null}
              </Stack>
              <Stack gap={4} className="g-split__side">
                <Acts me={me} channel={data} onClose={() => setClosing(true)} />
                <Reach channel={data} />
              </Stack>
            </Box>
            {data.state !== 'draft' && !isOpened(data.link) && may(me, 'request.read') ? (
              <Requests me={me} id={id} booked={data.booking !== undefined} />
            ) : null}
            <ConfirmSheet
              open={closing}
              title="停止受理"
              consequence={`居民将看不到「${data.title}」，也不能再提交。已经提交的申请照常办完。以后可以重新发布。`}
              confirm="停止受理"
              variant="danger"
              onClose={() => setClosing(false)}
              onConfirm={async () => {
                try {
                  channel.put(
                    id,
                    await api.channels.close({ params: { channelId: id }, body: { edition: data.edition } }),
                  )
                } catch (problem) {
                  if (problem instanceof Problem && problem.kind === 'conflict') void channel.refresh(id)
                  throw problem
                }
                setClosing(false)
                toast('已停止受理，已经提交的申请照常办完')
              }}
            />
          </>
        )}
      </Loaded>
    </OfficialScreen>
  )
}

function Head({ channel: data }: { readonly channel: ChannelReply }) {
  const now = useNow()
  return (
    <Card>
      <Stack gap={3}>
        <Row between top gap={3}>
          <Heading level={2} size="title">
            {data.title}
          </Heading>
          <ChannelStateTag state={data.state} />
        </Row>
        <Text>{data.summary}</Text>
        <KeyValue
          rows={[
            { key: '分类', value: serviceCategories[data.category] },
            ...(data.link === undefined
              ? [{ key: '办理方式', value: procedureNames[data.procedure] }]
              : [{ key: '在哪里办', value: leadsTo(data.link) }]),
            ...(isOpened(data.link) ? [] : [{ key: '承诺时间', value: `${data.promisedDays} 个工作日内办结` }]),
            { key: '负责单位', value: data.organisation.name },
            { key: '最近修改', value: formatWhen(data.updatedAt, now) },
          ]}
        />
        <ChannelNotices channel={data} />
        {data.changed && data.state === 'open' ? (
          <Notice tone="amber" title="有修改还没有发布">
            居民现在看到的还是上一次发布的内容。再发布一次，新内容就会生效。
          </Notice>
        ) : null}
      </Stack>
    </Card>
  )
}

function Acts({
  me,
  channel: data,
  onClose,
}: {
  readonly me: Official
  readonly channel: ChannelReply
  readonly onClose: () => void
}) {
  const enter = data.state === 'open' && data.for === undefined && may(me, 'request.handle')
  const revise = may(me, 'channel.write')
  const publish = may(me, 'channel.publish')
  if (!revise && !publish && !enter) return null
  const open = data.state === 'open'
  return (
    <Card>
      <Stack gap={2}>
        {publish ? (
          <Button
            full
            icon="publish"
            variant={data.state === 'paused' || (open && !data.changed) ? 'quiet' : 'primary'}
            onPress={() => goTo(pages.publish, { id: data.id })}
          >
            {open
              ? data.changed
                ? '发布修改'
                : '调整服务范围'
              : data.state === 'paused'
                ? '发布并恢复受理'
                : data.state === 'closed'
                  ? '重新发布'
                  : '发布'}
          </Button>
        ) : null}
        {enter ? (
          <Button full variant="quiet" icon="person" onPress={() => goTo(behalfPage, { id: data.id })}>
            代居民办理
          </Button>
        ) : null}
        {revise ? (
          <Button
            full
            variant="quiet"
            icon="edit"
            onPress={() => goTo(data.link === undefined ? pages.build : pages.linkService, { id: data.id })}
          >
            修改
          </Button>
        ) : null}
        <CareButtons me={me} channel={data} />
        <OpenButton me={me} channel={data} />
        {publish && channelTransitions.close.from.some((state) => state === data.state) ? (
          <Button full variant="text-danger" onPress={onClose}>
            停止受理
          </Button>
        ) : null}
      </Stack>
    </Card>
  )
}

function Reach({ channel: data }: { readonly channel: ChannelReply }) {
  return (
    <Section title="服务范围">
      <Card>
        {data.reach.length === 0 ? (
          <Text tone="quiet">还没有发布，居民看不到。发布时选择哪些地方的居民可以申请。</Text>
        ) : (
          <Stack gap={2}>
            {data.reach.map((place) => (
              <PlaceLine key={place.id} tail={place.tail} />
            ))}
          </Stack>
        )}
      </Card>
    </Section>
  )
}

function Counts({ me, id, place }: { readonly me: Official; readonly id: string; readonly place: string }) {
  const counts = useResource(channelCounts, `${id}/${place}`)
  const where = useResource(placeOf, place)
  const path = pathWithin(where.data?.lineage ?? [], territoriesOf(me))
  const goToPlace = (chosen: string) => goOnTo(pages.channel, { id, place: chosen })
  return (
    <Stack gap={4}>
      <Breadcrumb path={path} onPlace={(step) => goToPlace(step.id)} />
      <Loaded of={counts}>
        {(data) => (
          <Stack gap={6}>
            <Numbers
              label="申请数量"
              figures={[
                { key: 'waiting', label: '待办', value: String(waitingIn(data.groups)), tone: 'accent' },
                { key: 'returned', label: '等居民补充', value: String(data.groups.returned ?? 0) },
                { key: 'closed', label: '已办结', value: String(data.groups.closed ?? 0) },
                { key: 'total', label: '全部申请', value: String(data.total) },
              ]}
            />
            {data.children.some((child) => child.total > 0) ? (
              <RollUp dense counts={data} title="各处申请" onPlace={(child) => goToPlace(child.id)} />
            ) : null}
            <BurdenCard id={id} place={place} />
          </Stack>
        )}
      </Loaded>
    </Stack>
  )
}

/** No time is called so. */
const everyTime = 'every-time'

/** The times there are, and the words for that of a request that has one. */
function useTimes(channelId: string | undefined) {
  const { data } = useResource(slots, channelId ?? '')
  const all = channelId === undefined ? [] : (data?.items ?? [])
  const times = ({ booked }: RequestCardReply): string => {
    const says = all.find(({ id }) => id === booked?.slot)?.says ?? ''
    return booked?.has === 'waiting'
      ? `${says}（候补）`
      : booked?.has === undefined && says !== ''
        ? `${says}（已退出）`
        : says
  }
  return { times, all }
}

function Requests({ me, id, booked }: { readonly me: Official; readonly id: string; readonly booked: boolean }) {
  const now = useNow()
  const { times, all } = useTimes(booked ? id : undefined)
  const [many, setMany] = useState(false)
  const [slot, setSlot] = useState<string>()
  const paged = usePaged(
    useCallback(
      (cursor: string | undefined) =>
        api.channels.requests({
          params: { channelId: id },
          query: { ...(cursor === undefined ? {} : { cursor }), ...(slot === undefined ? {} : { slot }) },
        }),
      [id, slot],
    ),
  )
  const open = (one: RequestCardReply) => goTo(pages.request, { id: one.id })
  return (
    <Section
      title="收到的申请"
      action={
        may(me, 'request.undertake') && paged.items.length > 0 ? (
          <Button variant="text" onPress={() => setMany((before) => !before)}>
            {many ? '逐件看' : '成批办理'}
          </Button>
        ) : undefined
      }
    >
      {all.length > 1 ? (
        <Select
          label="看哪个时间"
          options={[
            { value: everyTime, label: '所有时间' },
            ...all.map(({ id: value, says }) => ({ value, label: says })),
          ]}
          value={slot ?? everyTime}
          onChange={(chosen) => setSlot(chosen === everyTime ? undefined : chosen)}
        />
      ) : null}
      {many ? (
        <ManySteps paged={paged} partIn={() => 'worker'} onDone={() => void paged.reload()} />
      ) : (
        <PagedTable
          paged={paged}
          label="收到的申请"
          keyOf={(one) => one.id}
          onOpen={open}
          card={(one) => (
            <Card onPress={() => open(one)}>
              <Stack gap={2}>
                <Row between top gap={3}>
                  <Text size="large" strong>
                    {one.who}
                  </Text>
                  <StateTag state={one.state} />
                </Row>
                <Row between wrap gap={2}>
                  <PlaceLine tail={one.place} />
                  <ClockTag request={one} now={now} small />
                </Row>
                {booked ? <Text>{times(one)}</Text> : null}
                <Text size="small" tone="quiet" numeric>
                  {`${formatWhen(one.submittedAt, now)}提交 · 编号 ${one.number}`}
                </Text>
              </Stack>
            </Card>
          )}
          columns={[
            { key: 'who', head: '申请人', narrow: true, cell: (one) => one.who },
            { key: 'place', head: '地点', cell: (one) => one.place },
            ...(booked ? [{ key: 'time', head: '约的时间', cell: times }] : []),
            { key: 'state', head: '状态', narrow: true, cell: (one) => <StateTag state={one.state} /> },
            { key: 'at', head: '提交', narrow: true, cell: (one) => formatWhen(one.submittedAt, now) },
            { key: 'number', head: '编号', narrow: true, cell: (one) => one.number },
            {
              key: 'due',
              head: '期限',
              numeric: true,
              narrow: true,
              cell: (one) => <ClockTag request={one} now={now} small />,
            },
          ]}
          empty={
            <Card>
              {slot === undefined ? (
                <EmptyState icon="task" title="还没有申请" detail="居民提交后会出现在这里，也会出现在「任务」里。" />
              ) : (
                <EmptyState icon="task" title="这个时间还没有人约" detail="换一个时间，或看所有时间。" />
              )}
            </Card>
          }
        />
      )}
    </Section>
  )
}
