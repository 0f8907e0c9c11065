import { useRouter } from '@tarojs/taro'
import type { WorkReply } from '@zmht/shared/contract'
import {
  Box,
  Button,
  Card,
  EmptyState,
  formatWhen,
  goTo,
  PlaceLine,
  Row,
  Section,
  SegmentedControl,
  Stack,
  Tag,
  Text,
  useNow,
  usePaged,
} from '@zmht/shared/ui'
import { useCallback, useState } from 'react'
import { rememberInAddress } from '@/lib/address'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { PagedTable } from '../frame/PagedTable'
import { OpenRequests } from '../open/OpenRequests'
import { Consents } from '../requests/Consents'
import { DeskRequests } from '../requests/DeskRequests'
import { StateTag } from '../requests/StateTag'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'
import { GivenItems } from '../tasks/GivenItems'
import { Held } from '../tasks/Held'
import { IssuedTasks } from '../tasks/IssuedTasks'
import { KeptTasks } from '../tasks/KeptTasks'
import { Rulings } from '../tasks/Rulings'
import { TaskCards } from '../tasks/TaskCards'
import { UnsentBar } from '../tasks/UnsentBar'
import { visitsPage } from '../visits/pages'
import { ClockTag } from './ClockTag'

export function WorkPage() {
  return <Gate>{(me) => <Work me={me} />}</Gate>
}

function Work({ me }: { readonly me: Official }) {
  return (
    <OfficialScreen
      me={me}
      title="任务"
      current={pages.work}
      actions={
        may(me, 'task.write') ? (
          <Button variant="quiet" icon="plus" onPress={() => goTo(pages.newTask)}>
            下派任务
          </Button>
        ) : undefined
      }
    >
      {may(me, 'task.write') ? <Rulings /> : null}
      {may(me, 'task.work') ? (
        <>
          <UnsentBar me={me} />
          <Held />
          <KeptTasks me={me} />
        </>
      ) : null}
      {may(me, 'task.undertake') ? <GivenItems me={me} alone={!may(me, 'task.read')} /> : null}
      {may(me, 'task.read') ? <TaskCards /> : null}
      {may(me, 'task.write') ? <IssuedTasks me={me} alone={!may(me, 'work.read')} /> : null}
      {may(me, 'request.undertake') ? (
        <>
          <Consents />
          <DeskRequests list="desk" alone={!may(me, 'task.read')} />
        </>
      ) : null}
      {may(me, 'request.oversee') ? <DeskRequests list="overseen" /> : null}
      {may(me, 'work.read') ? <OpenWork me={me} /> : null}
    </OfficialScreen>
  )
}

/** What residents asked for and waits for an answer. */
function OpenWork({ me }: { readonly me: Official }) {
  const now = useNow()
  const [many, setMany] = useState(false)
  const [mine, setMine] = useState(useRouter().params.mine === '1')
  const paged = usePaged(
    useCallback(
      (cursor: string | undefined) => {
        const query = cursor === undefined ? {} : { cursor }
        return mine ? api.tasks.myWork({ query }) : api.tasks.work({ query })
      },
      [mine],
    ),
  )
  const open = (one: WorkReply) => goTo(pages.request, { id: one.requestId })
  return (
    <Section
      title="居民诉求"
      action={
        <Row gap={2}>
          {may(me, 'task.work') ? (
            <Button variant="text" label={many ? '居民诉求逐件看' : '居民诉求成批办理'} onPress={() => setMany(!many)}>
              {many ? '逐件看' : '成批办理'}
            </Button>
          ) : null}
          <Button variant="text" onPress={() => goTo(visitsPage)}>
            今天的走访
          </Button>
        </Row>
      }
    >
      {many ? (
        <OpenRequests list="here" />
      ) : (
        <>
          <Box className="g-switch">
            <SegmentedControl
              label="看哪些任务"
              segments={[
                { value: 'all', label: '全部' },
                { value: 'mine', label: '我的网格' },
              ]}
              value={mine ? 'mine' : 'all'}
              onChange={(chosen) => {
                rememberInAddress('mine', chosen === 'mine' ? '1' : '')
                setMine(chosen === 'mine')
              }}
            />
          </Box>
          <PagedTable
            paged={paged}
            label="待办，先到期的在前"
            keyOf={(one) => one.requestId}
            onOpen={open}
            card={(one) => <WorkCard work={one} me={me} now={now} />}
            columns={[
              { key: 'who', head: '居民', narrow: true, cell: (one) => one.who },
              { key: 'title', head: '服务', cell: (one) => one.title },
              { key: 'place', head: '地点', cell: (one) => one.place },
              { key: 'grid', head: '网格', narrow: true, cell: (one) => one.grid?.name ?? '' },
              { key: 'state', head: '状态', narrow: true, cell: (one) => <StateTag state={one.state} /> },
              { key: 'by', head: '办理人', narrow: true, cell: (one) => handlerOf(one, me) },
              { key: 'since', head: '提交', narrow: true, cell: (one) => formatWhen(one.since, now) },
              {
                key: 'due',
                head: '期限',
                numeric: true,
                narrow: true,
                cell: (one) => <ClockTag request={one} now={now} small />,
              },
            ]}
            empty={
              mine ? (
                <EmptyState
                  icon="task"
                  title="您值班的网格没有待办"
                  detail="不值班的日子，或还没有分到网格，这里是空的；切换到「全部」可以看管理范围里的所有任务。"
                />
              ) : (
                <EmptyState icon="task" title="现在没有待办" detail="居民提交申请后，会按到期先后出现在这里。" />
              )
            }
          />
        </>
      )}
    </Section>
  )
}

function handlerOf(work: WorkReply, me: Official): string {
  if (!work.claimedBy) return '还没人接手'
  return work.claimedBy.id === me.id ? '我' : work.claimedBy.name
}

/** 「第一网格 · 王立春」: which grid, and who is on duty there. */
function gridWords(grid: NonNullable<WorkReply['grid']>): string {
  const names = grid.workers.map(({ name }) => name).join('、')
  return names === '' ? grid.name : `${grid.name} · ${names}`
}

/** One piece of work, with its clock where the thumb lands. */
export function WorkCard({ work, me, now }: { readonly work: WorkReply; readonly me: Official; readonly now: string }) {
  return (
    <Card onPress={() => goTo(pages.request, { id: work.requestId })}>
      <Stack gap={2}>
        <Row between top gap={3}>
          <Text size="large" strong>
            {work.who}
          </Text>
          <ClockTag request={work} now={now} />
        </Row>
        <Row between gap={3}>
          <Text>{work.title}</Text>
          <StateTag state={work.state} />
        </Row>
        <Row between wrap gap={2}>
          <PlaceLine tail={work.place} />
          {work.grid === undefined ? null : <Tag>{gridWords(work.grid)}</Tag>}
        </Row>
        <Text size="small" tone="quiet" numeric>
          {`${formatWhen(work.since, now)}提交 · ${work.claimedBy ? `${handlerOf(work, me)}在办` : '还没人接手'}`}
        </Text>
      </Stack>
    </Card>
  )
}
