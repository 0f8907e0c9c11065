import { useRouter } from '@tarojs/taro'
import type { CountsByPlaceReply, HomeReply } from '@zmht/shared/contract'
import { levels, shortName } from '@zmht/shared/geo'
import type { HomeSection } from '@zmht/shared/rules'
import {
  Button,
  Card,
  goOnTo,
  goTo,
  goToTop,
  Heading,
  ListRow,
  Loaded,
  type PathStep,
  Row,
  Section,
  SegmentedControl,
  Stack,
  Text,
  useResource,
} from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { FindLink } from '../find/FindLink'
import { OfficialScreen } from '../frame/OfficialScreen'
import { WordsToMe } from '../overview/WordsToMe'
import { PendingTag } from '../permissions/PendingTag'
import { Gate } from '../session/Gate'
import { may, type Official, territoriesOf } from '../session/official'
import { GivenItems } from '../tasks/GivenItems'
import { TaskNumbers } from '../tasks/TaskNumbers'
import { homeOf } from './home.resources'
import { type Figure, Numbers } from './Numbers'
import { waitingIn } from './numbers'
import { Breadcrumb, pathWithin, RollUp } from './RollUp'
import { placeOf, statistics, urgent } from './resources'
import { Keeping, News, Waiting } from './Sections'
import { toolsFor } from './tools'

export function HomePage() {
  return <Gate>{(me) => <Home me={me} />}</Gate>
}

function Home({ me }: { readonly me: Official }) {
  const { place } = useRouter().params
  const territories = territoriesOf(me)
  const here = place ?? territories[0]?.id
  const own = territories.some((one) => one.id === here)
  const mine = own || here === undefined
  return (
    <OfficialScreen me={me} title="首页" current={pages.home} back={mine ? undefined : pages.home}>
      {mine ? (
        <>
          <FindLink />
          <Posts me={me} />
          <WordsToMe />
          <Arranged me={me} here={here} territories={territories} />
        </>
      ) : may(me, 'statistics.read') ? (
        <Counts me={me} place={here} territories={territories} />
      ) : null}
    </OfficialScreen>
  )
}

/** The sections of the page, in the order their organisation or they themselves gave them. */
function Arranged({
  me,
  here,
  territories,
}: {
  readonly me: Official
  readonly here: string | undefined
  readonly territories: readonly PathStep[]
}) {
  const loaded = useResource(homeOf, 'mine')
  return (
    <Loaded of={loaded}>
      {(home) => (
        <>
          {home.arrangement.sections.map((section) => (
            <One key={section} section={section} me={me} home={home} here={here} territories={territories} />
          ))}
          <Row>
            <Button variant="text" icon="settings" onPress={() => goTo(pages.arrangeHome)}>
              调整首页
            </Button>
          </Row>
        </>
      )}
    </Loaded>
  )
}

function One({
  section,
  me,
  home,
  here,
  territories,
}: {
  readonly section: HomeSection
  readonly me: Official
  readonly home: HomeReply
  readonly here: string | undefined
  readonly territories: readonly PathStep[]
}) {
  switch (section) {
    case 'news':
      return <News home={home} />
    case 'waiting':
      return <Waiting home={home} />
    case 'tasks':
      if (may(me, 'task.read')) return <TaskNumbers />
      return may(me, 'task.undertake') ? <GivenItems me={me} alone /> : null
    case 'numbers':
      return here === undefined || !may(me, 'statistics.read') ? null : (
        <Stack gap={4}>
          {territories.length > 1 ? (
            <SegmentedControl
              label="管理的地点"
              value={here}
              segments={territories.map((one) => ({ value: one.id, label: shortName(one) }))}
              onChange={(chosen) => goOnTo(pages.home, { place: chosen })}
            />
          ) : null}
          <Counts me={me} place={here} territories={territories} />
        </Stack>
      )
    case 'keeping':
      return <Keeping home={home} />
    case 'tools':
      return <Tools me={me} home={home} />
  }
}

function Tools({ me, home }: { readonly me: Official; readonly home: HomeReply }) {
  const own = toolsFor(me, home.arrangement.tools)
  if (own.length === 0) return null
  return (
    <Section title="工具">
      <Card flush>
        {own.map(({ page, icon, title, detail }, index) => (
          <ListRow
            key={page}
            line={index > 0}
            icon={icon}
            title={title}
            detail={detail}
            {...(page === pages.look && may(me, 'permission.write') ? { end: <PendingTag me={me} /> } : {})}
            onPress={() => goTo(page)}
          />
        ))}
      </Card>
    </Section>
  )
}

function Posts({ me }: { readonly me: Official }) {
  return (
    <Stack gap={1}>
      <Heading level={2} size="title">
        {`${me.name}，您好`}
      </Heading>
      {me.posts.map((post) => (
        <Text key={post.id} tone="quiet">
          {`${post.organisation.name} · ${post.title}`}
        </Text>
      ))}
    </Stack>
  )
}

function Counts({
  me,
  place,
  territories,
}: {
  readonly me: Official
  readonly place: string
  readonly territories: readonly PathStep[]
}) {
  const counts = useResource(statistics, place)
  const where = useResource(placeOf, place)
  const path = pathWithin(where.data?.lineage ?? [], territories)
  const own = territories.some((one) => one.id === place)
  const goUp = (step: PathStep) =>
    step.id === territories[0]?.id ? goToTop(pages.home) : goOnTo(pages.home, { place: step.id })
  return (
    <Stack gap={4}>
      <Breadcrumb path={path} onPlace={goUp} />
      <Loaded of={counts}>
        {(data) => (
          <Stack gap={6}>
            <Section title={shortName(data.place)}>
              {own && may(me, 'work.read') ? <WorkFigures counts={data} /> : <Figures counts={data} />}
            </Section>
            {showsChildren(data) ? (
              <RollUp
                counts={data}
                title={`${shortName(data.place)}各处申请`}
                onPlace={(child) => goTo(pages.home, { place: child.id })}
              />
            ) : null}
          </Stack>
        )}
      </Loaded>
    </Stack>
  )
}

/** Below the community a roll-up is of use only where something was counted. */
function showsChildren(counts: CountsByPlaceReply): boolean {
  const above = levels.indexOf(counts.place.level) < levels.indexOf('community')
  return above || counts.children.some((child) => child.total > 0)
}

function figuresOf(counts: CountsByPlaceReply): readonly Figure[] {
  return [
    { key: 'waiting', label: '待办', value: String(waitingIn(counts.groups)), tone: 'accent' },
    { key: 'returned', label: '等居民补充', value: String(counts.groups.returned ?? 0) },
    { key: 'closed', label: '已办结', value: String(counts.groups.closed ?? 0) },
    { key: 'total', label: '全部申请', value: String(counts.total) },
  ]
}

function Figures({ counts }: { readonly counts: CountsByPlaceReply }) {
  return <Numbers label="申请数量" figures={figuresOf(counts)} />
}

/** With what is late: the most urgent work stands first, so the first page tells how much of it there is. */
function WorkFigures({ counts }: { readonly counts: CountsByPlaceReply }) {
  const { data } = useResource(urgent, 'mine')
  const late = data?.items.filter((one) => one.overdue).length
  const lateWords = late === undefined ? '…' : late === data?.items.length && data.next ? `${late}+` : String(late)
  const [waiting, ...rest] = figuresOf(counts)
  const figures: readonly Figure[] = [
    ...(waiting ? [{ ...waiting, onPress: () => goToTop(pages.work) }] : []),
    {
      key: 'late',
      label: '已超时',
      value: lateWords,
      tone: late ? 'danger' : 'ink',
      onPress: () => goToTop(pages.work),
    },
    ...rest.slice(1),
  ]
  return <Numbers label="申请数量" figures={figures} />
}
