import { useRouter } from '@tarojs/taro'
import { type KeptCommunityCardReply, type KeptCommunityPageReply, mintCommunityEntryId } from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import { aboutEntry, type CommunityKind, communityKindNames, isInTime } from '@zmht/shared/rules'
import {
  Button,
  CommunityPageView,
  EmptyState,
  goTo,
  Loaded,
  Notice,
  SegmentedControl,
  Select,
  Stack,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { type ReactNode, useState } from 'react'
import { fromAddress, rememberInAddress } from '@/lib/address'
import { dayOf } from '@/lib/dates'
import { pages } from '@/lib/navigation'
import { call } from '@/lib/phone'
import { OfficialScreen } from '../frame/OfficialScreen'
import { isAtOrBelow } from '../hierarchy/words'
import { Gate } from '../session/Gate'
import { may, type Official, territoriesOf } from '../session/official'
import { EntryCard } from './EntryCard'
import { entryDrafts } from './local-drafts'
import { keptPageOf } from './resources'

const views = [
  { value: 'announcement', label: '公告' },
  { value: 'news', label: '动态' },
  { value: 'service', label: '服务' },
  { value: 'phone', label: '电话' },
  { value: 'about', label: '简介' },
  { value: 'preview', label: '预览' },
] as const
type View = (typeof views)[number]['value']

const emptyWords: Readonly<Record<CommunityKind, string>> = {
  about: '写上服务站的地址、电话和开放时间，居民一眼看到现在开没开门。',
  announcement: '停水停电、施工、办事时间变动……写上到哪天为止，过了那天自己就不显示了。',
  news: '社区里的新鲜事、活动和照片，写一条居民马上能看到。',
  service: '理发、修鞋、配钥匙、量血压……写上在哪里、什么时候、怎么联系。',
  phone: '物业、社区民警、供电抢修这些电话，居民一按就能打。',
}

const addWords: Readonly<Record<CommunityKind, string>> = {
  about: '写服务站简介',
  announcement: '写一条公告',
  news: '写一条动态',
  service: '加一项服务',
  phone: '加一个电话',
}

export function CommunityPage() {
  return <Gate>{(me) => <Community me={me} />}</Gate>
}

function Community({ me }: { readonly me: Official }) {
  const { params } = useRouter()
  const own = territoriesOf(me).filter(({ level }) => !isAtOrBelow(level, 'compound'))
  const asked = fromAddress(params.place)
  const [place, setPlace] = useState(asked === '' ? (own[0]?.id ?? '') : asked)
  const [view, setView] = useState<View>(views.find(({ value }) => value === params.view)?.value ?? 'announcement')
  return (
    <OfficialScreen me={me} title="掌上服务站" current={pages.channels} back={pages.channels}>
      {place === '' ? (
        <EmptyState icon="place" title="您的单位没有管理的地点" detail="服务站按社区、街道、区和市来办。" />
      ) : (
        <Stack gap={4} className="g-column">
          {own.length > 1 && own.some(({ id }) => id === place) ? (
            <Select
              label="哪里的服务站"
              options={own.map(({ id, name, level }) => ({ value: id, label: shortName({ name, level }) }))}
              value={place}
              onChange={(next) => next !== undefined && setPlace(next)}
            />
          ) : null}
          <SegmentedControl
            label="看哪一类"
            segments={views}
            value={view}
            onChange={(next) => {
              setView(next)
              rememberInAddress('view', next)
            }}
          />
          <Kept key={place} me={me} place={place} view={view} />
        </Stack>
      )}
    </OfficialScreen>
  )
}

function Kept({ me, place, view }: { readonly me: Official; readonly place: string; readonly view: View }) {
  const loaded = useResource(keptPageOf, place)
  return (
    <Loaded of={loaded}>
      {(kept) =>
        view === 'preview' ? <Preview kept={kept} /> : <Entries key={view} me={me} kept={kept} kind={view} />
      }
    </Loaded>
  )
}

function Preview({ kept: { place, shown } }: { readonly kept: KeptCommunityPageReply }) {
  const now = useNow()
  const isEmpty =
    shown.about === undefined &&
    shown.announcements.length + shown.news.length + shown.services.length + shown.phones.length === 0
  if (isEmpty)
    return <EmptyState icon="home" title="居民现在什么也看不到" detail="先写上服务站的简介和常用电话，再来这里看。" />
  return (
    <Stack gap={4}>
      <Notice>{`${shortName(place)}的居民现在看到的就是这样。`}</Notice>
      <CommunityPageView
        page={shown}
        now={now}
        onCall={call}
        onOpen={(_, { id }) => goTo(pages.communityEntry, { place: place.id, id })}
      />
    </Stack>
  )
}

function Entries({
  me,
  kept,
  kind,
}: {
  readonly me: Official
  readonly kept: KeptCommunityPageReply
  readonly kind: CommunityKind
}) {
  const now = useNow()
  const { place } = kept
  const all = kept.entries.filter((one) => one.kind === kind)
  const here = all.filter(({ withdrawn }) => !withdrawn)
  const gone = all.filter(({ withdrawn }) => withdrawn)
  const begun = entryDrafts
    .useDrafts(me.id)
    .filter(
      ({ id, draft }) =>
        id.startsWith(`${place.id}/`) && draft.kind === kind && !all.some((one) => id === `${place.id}/${one.id}`),
    )
  const write = may(me, 'notice.write')
  const add = () =>
    goTo(pages.communityEntry, {
      place: place.id,
      id: kind === 'about' ? aboutEntry : mintCommunityEntryId(),
      kind,
      name: shortName(place),
      fresh: '1',
    })
  const canAdd = write && (kind !== 'about' || all.length === 0)
  const button = (
    <Button full icon="plus" onPress={add}>
      {addWords[kind]}
    </Button>
  )
  const today = dayOf(now)
  const card = (one: KeptCommunityCardReply, index: number) => (
    <EntryCard
      key={one.id}
      place={place.id}
      entry={one}
      inTime={isInTime(one, today)}
      write={write}
      {...(kind === 'service' || kind === 'phone' ? { order: here.map(({ id }) => id), index } : {})}
    />
  )
  return (
    <Stack gap={4}>
      {begun.map(({ id, draft }) => (
        <Notice key={id} tone="amber" title={`没写完：${draft.title || '还没有名称'}`}>
          <Button
            variant="text"
            onPress={() =>
              goTo(pages.communityEntry, { place: place.id, id: id.split('/')[1] ?? '', kind, fresh: '1' })
            }
          >
            接着写
          </Button>
        </Notice>
      ))}
      {here.length === 0 && gone.length === 0 ? (
        <EmptyState
          icon="document"
          title={`还没有${communityKindNames[kind]}`}
          detail={emptyWords[kind]}
          {...(canAdd ? { action: button } : {})}
        />
      ) : (
        <>
          {canAdd ? button : null}
          {here.map(card)}
          {gone.length === 0 ? null : <Gone>{gone.map((one) => card(one, -1))}</Gone>}
        </>
      )}
    </Stack>
  )
}

/** What was taken away, out of the way until somebody wants it back. */
function Gone({ children }: { readonly children: readonly ReactNode[] }) {
  const [open, setOpen] = useState(false)
  return (
    <Stack gap={3}>
      <Button variant="text" expanded={open} onPress={() => setOpen(!open)}>
        {`${open ? '收起' : '看'}拿下的 ${children.length} 条`}
      </Button>
      {open ? children : null}
    </Stack>
  )
}
