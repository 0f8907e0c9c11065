import { useRouter } from '@tarojs/taro'
import type { CountsByPlaceReply } from '@zmht/shared/contract'
import { levels, shortName } from '@zmht/shared/geo'
import type { Action } from '@zmht/shared/permission'
import {
  Box,
  Button,
  Card,
  EmptyState,
  goOnTo,
  goTo,
  goToTop,
  Heading,
  type IconName,
  List,
  ListRow,
  Loaded,
  type PathStep,
  Section,
  SegmentedControl,
  Stack,
  Text,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { PendingTag } from '../permissions/PendingTag'
import { Gate } from '../session/Gate'
import { may, type Official, territoriesOf } from '../session/official'
import { GivenItems } from '../tasks/GivenItems'
import { TaskNumbers } from '../tasks/TaskNumbers'
import { WorkCard } from '../work/WorkPage'
import { type Figure, Numbers } from './Numbers'
import { waitingIn } from './numbers'
import { Breadcrumb, pathWithin, RollUp } from './RollUp'
import { placeOf, statistics, urgent } from './resources'

export function HomePage() {
  return <Gate>{(me) => <Home me={me} />}</Gate>
}

function Home({ me }: { readonly me: Official }) {
  const { place } = useRouter().params
  const territories = territoriesOf(me)
  const here = place ?? territories[0]?.id
  const own = territories.some((one) => one.id === here)
  return (
    <OfficialScreen me={me} title="首页" current={pages.home} back={own || here === undefined ? undefined : pages.home}>
      {own ? <Posts me={me} /> : null}
      {territories.length > 1 && own && here !== undefined ? (
        <SegmentedControl
          label="管理的地点"
          value={here}
          segments={territories.map((one) => ({ value: one.id, label: shortName(one) }))}
          onChange={(chosen) => goOnTo(pages.home, { place: chosen })}
        />
      ) : null}
      {own && may(me, 'task.read') ? <TaskNumbers /> : null}
      {here !== undefined && may(me, 'statistics.read') ? (
        <Counts me={me} place={here} territories={territories} />
      ) : own && may(me, 'work.read') ? (
        <Urgent me={me} />
      ) : null}
      {own || here === undefined ? <Tools me={me} /> : null}
      {may(me, 'task.undertake') && !may(me, 'task.read') ? <GivenItems me={me} alone /> : null}
      {!['statistics.read', 'work.read', 'task.undertake'].some((one) => me.actions.some((action) => action === one)) &&
      toolsOf(me).length === 0 ? (
        <EmptyState
          icon="info"
          title="您的岗位现在没有待办和统计"
          detail="岗位变动后，这里会自动显示相应的内容。如有疑问请联系本单位的通讯录维护人员。"
        />
      ) : null}
    </OfficialScreen>
  )
}

interface Tool {
  readonly page: string
  readonly needs: Action
  readonly icon: IconName
  readonly title: string
  readonly detail: string
}

const tools: readonly Tool[] = [
  {
    page: pages.applications,
    needs: 'application.read',
    icon: 'services',
    title: '应用',
    detail: '从模板开通一整套服务、台账、任务和通知，几分钟就能用',
  },
  {
    page: pages.book,
    needs: 'directory.read',
    icon: 'phone',
    title: '通讯录',
    detail: '找人找单位、打电话，办理任职、调动和休假',
  },
  {
    page: pages.places,
    needs: 'hierarchy.read',
    icon: 'place',
    title: '地理层级',
    detail: '查地点、看谁负责、维护小区楼门、边界和网格',
  },
  {
    page: pages.knowledge,
    needs: 'knowledge.read',
    icon: 'document',
    title: '城市知识体系',
    detail: '查每项资料指什么、谁在用、存在哪里，提出和审核修订',
  },
  {
    page: pages.look,
    needs: 'permission.read',
    icon: 'shield',
    title: '谁能看什么',
    detail: '按事项、按人、按单位查权限和依据，设置和撤回权限规则',
  },
  {
    page: pages.audit,
    needs: 'audit.read',
    icon: 'eye',
    title: '审计',
    detail: '查一个人办了什么、看了什么、被拒绝了什么，核对每天的记录',
  },
]

const toolsOf = (me: Official) => tools.filter(({ needs }) => may(me, needs))

function Tools({ me }: { readonly me: Official }) {
  const own = toolsOf(me)
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
            {own && may(me, 'work.read') ? <Urgent me={me} /> : null}
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

function Urgent({ me }: { readonly me: Official }) {
  const now = useNow()
  const loaded = useResource(urgent, 'mine')
  return (
    <Section
      title="先办这些"
      action={
        loaded.data && loaded.data.items.length > 0 ? (
          <Button variant="text" onPress={() => goToTop(pages.work)}>
            全部任务
          </Button>
        ) : undefined
      }
    >
      <Loaded of={loaded}>
        {(page) =>
          page.items.length === 0 ? (
            <Card>
              <EmptyState icon="check" title="没有待办" detail="居民提交申请后会出现在这里，先到期的在前。" />
            </Card>
          ) : (
            <Box className="g-cards">
              <List gap label="先办这些">
                {page.items.slice(0, 4).map((one) => (
                  <WorkCard key={one.requestId} work={one} me={me} now={now} />
                ))}
              </List>
            </Box>
          )
        }
      </Loaded>
    </Section>
  )
}
