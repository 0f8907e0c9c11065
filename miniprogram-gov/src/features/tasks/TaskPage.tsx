import { useRouter } from '@tarojs/taro'
import type { CountsByPlaceReply, TaskReply } from '@zmht/shared/contract'
import { levels, shortName } from '@zmht/shared/geo'
import {
  type ItemState,
  itemStateNames,
  itemStates,
  type TaskAction,
  taskStateNames,
  taskTransitions,
} from '@zmht/shared/rules'
import {
  Box,
  Button,
  Card,
  ConfirmSheet,
  EmptyState,
  goOnTo,
  goTo,
  KeyValue,
  Loaded,
  NumberTile,
  ProblemNotice,
  ProgressBar,
  Row,
  Section,
  Stack,
  Tag,
  Text,
  toast,
  useResource,
  useWide,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { fromAddress } from '@/lib/address'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Table } from '../frame/Table'
import { useProgress } from '../frame/useProgress'
import { Breadcrumb, pathWithin } from '../home/RollUp'
import { placeOf } from '../home/resources'
import { useEvery } from '../ledgers/useEvery'
import { Gate } from '../session/Gate'
import { may, type Official, territoriesOf } from '../session/official'
import { GivenBack } from './GivenBack'
import { itemsPage } from './pages'
import { countsOf, ownTasks, reachOf, taskOf } from './resources'
import { UnsentBar } from './UnsentBar'
import { dayWords, doneOf, rateWords, repeatWords } from './words'

/** How often the numbers are read again while they are looked at, in milliseconds. */
const pause = 4000

/** One task: what is to be done, how far it is at each place, live. */
export function TaskPage() {
  return <Gate>{(me) => <OneTask me={me} />}</Gate>
}

function OneTask({ me }: { readonly me: Official }) {
  const { params } = useRouter()
  const loaded = useResource(taskOf, fromAddress(params.id))
  return (
    <OfficialScreen me={me} title={loaded.data?.content.title ?? '任务'} current={pages.work} back={pages.work}>
      <Loaded of={loaded}>{(task) => <Shown me={me} task={task} asked={fromAddress(params.place)} />}</Loaded>
    </OfficialScreen>
  )
}

function Shown({ me, task, asked }: { readonly me: Official; readonly task: TaskReply; readonly asked: string }) {
  const territories = territoriesOf(me)
  const place = asked || territories[0]?.id || task.within[0]?.id || ''
  const { value } = useProgress<TaskReply>(
    task.job === undefined || task.job.state === 'failed' ? undefined : `${task.id} ${task.edition}`,
    () => api.tasks.task({ params: { taskId: task.id } }),
    ({ job }) => job === undefined || job.state === 'failed',
  )
  const job = value === undefined ? task.job : value.job
  return (
    <Stack gap={6}>
      <UnsentBar me={me} />
      <Card>
        <Stack gap={3}>
          <Text>{task.content.basis}</Text>
          <KeyValue
            rows={[
              { key: '针对', value: task.aboutWords },
              { key: '下派', value: `${task.organisation.name} · ${taskStateNames[task.state]}` },
              { key: '范围', value: task.within.map(({ name }) => name).join('、') },
              { key: '完成日期', value: dayWords(task.content.due) },
              ...(task.content.repeat === undefined
                ? []
                : [{ key: '多久一次', value: repeatWords(task.content.repeat, task.next) }]),
            ]}
          />
        </Stack>
      </Card>
      {job === undefined ? null : (
        <Card>
          <Box live="polite">
            <Text>{job.message}</Text>
            <Text size="small" tone="quiet">
              可以离开这一页，已生成的马上就能办。
            </Text>
          </Box>
        </Card>
      )}
      {task.state === 'draft' ? <Reach task={task} /> : null}
      {task.state === 'draft' ? null : <Numbers me={me} task={task} place={place} />}
      {task.state !== 'draft' && task.actions.length > 0 ? (
        <GivenBack task={task} onChanged={() => void countsOf.refresh(`${task.id}/${place}`)} />
      ) : null}
      <Acts task={task} />
    </Stack>
  )
}

/** Where it would go, looked at before it does. */
function Reach({ task }: { readonly task: TaskReply }) {
  const loaded = useResource(reachOf, `${task.id}/${task.edition}`)
  return (
    <Section title="派到哪里">
      <Card>
        <Loaded of={loaded}>
          {(places) => (
            <KeyValue
              rows={places.map(({ name, items }) => ({
                key: name,
                value: items === undefined ? '按筛选生成' : `${items} 项`,
              }))}
            />
          )}
        </Loaded>
      </Card>
    </Section>
  )
}

function Numbers({ me, task, place }: { readonly me: Official; readonly task: TaskReply; readonly place: string }) {
  const loaded = useResource(countsOf, `${task.id}/${place}`)
  useEvery(pause, () => void loaded.reload())
  const where = useResource(placeOf, place)
  const path = pathWithin(where.data?.lineage ?? [], territoriesOf(me))
  const go = (to: string) => goOnTo(pages.task, { id: task.id, place: to })
  return (
    <Loaded of={loaded}>
      {(counts) => {
        const { done, total } = doneOf(counts.groups)
        return (
          <Stack gap={4}>
            <Breadcrumb path={path} onPlace={({ id }) => go(id)} />
            <Card>
              <Stack gap={3}>
                <NumberTile
                  label={`${shortName(counts.place)}完成`}
                  value={rateWords(counts.groups)}
                  detail={`共 ${total} 项，已完成 ${done} 项`}
                />
                <ProgressBar label="已完成" done={done} total={total} />
                <Row gap={2} wrap>
                  {itemStates
                    .filter((state) => (counts.groups[state] ?? 0) > 0)
                    .map((state) => (
                      <Tag key={state}>{`${itemStateNames[state]} ${counts.groups[state] ?? 0}`}</Tag>
                    ))}
                </Row>
                {may(me, 'task.work') ? (
                  <Row>
                    <Button icon="task" onPress={() => goTo(itemsPage, { id: task.id, place })}>
                      去办理
                    </Button>
                  </Row>
                ) : null}
              </Stack>
            </Card>
            <Places counts={counts} onPlace={(child) => go(child.id)} />
          </Stack>
        )
      }}
    </Loaded>
  )
}

type Child = CountsByPlaceReply['children'][number]

/** Below a community nothing is counted. */
const goesDeeper = ({ level }: Child): boolean => levels.indexOf(level) <= levels.indexOf('community')

/** The places inside, in the order of the tree: nobody is ranked. */
function Places({
  counts,
  onPlace,
}: {
  readonly counts: CountsByPlaceReply
  readonly onPlace: (child: Child) => void
}) {
  const wide = useWide()
  const children = counts.children.filter(({ total, ...child }) => total > 0 && goesDeeper({ total, ...child }))
  if (children.length === 0) return null
  const columns = (['open', 'claimed', 'unable'] as const satisfies readonly ItemState[]).map((state) => ({
    key: state,
    head: itemStateNames[state],
    numeric: true,
    narrow: true,
    cell: (child: Child) => String(child.groups[state] ?? 0),
  }))
  return (
    <Section title="各处进展">
      {wide ? (
        <Table
          label="各处进展"
          rows={children}
          keyOf={({ id }) => id}
          onOpen={onPlace}
          columns={[
            { key: 'name', head: '地点', cell: (child: Child) => shortName(child) },
            {
              key: 'done',
              head: '完成',
              cell: (child: Child) => <ProgressBar label={rateWords(child.groups)} {...doneOf(child.groups)} />,
            },
            ...columns,
          ]}
        />
      ) : (
        <Stack gap={2}>
          {children.map((child) => (
            <Card key={child.id} onPress={() => onPlace(child)}>
              <ProgressBar label={`${shortName(child)} · ${rateWords(child.groups)}`} {...doneOf(child.groups)} />
            </Card>
          ))}
        </Stack>
      )}
    </Section>
  )
}

/** What whoever issued it may do with it; each says what follows. */
function Acts({ task }: { readonly task: TaskReply }) {
  // A ledger that is still being arranged is ready in a moment.
  useEvery(pause, () => void (task.problems.length > 0 && taskOf.refresh(task.id)))
  const [asked, setAsked] = useState<Exclude<TaskAction, 'revise'>>()
  const [error, setError] = useState<unknown>()
  const actions = task.actions.filter((action) => action !== 'revise')
  if (actions.length === 0) return null
  const ready = task.problems.length === 0
  const go = async (action: Exclude<TaskAction, 'revise'>) => {
    setError(undefined)
    try {
      const next = await api.tasks.changeTask({ params: { taskId: task.id }, body: { action, edition: task.edition } })
      taskOf.put(task.id, next)
      ownTasks.outdate()
      toast(`${taskTransitions[action].label}：已办`)
    } catch (problem) {
      setError(problem)
      void taskOf.refresh(task.id)
    } finally {
      setAsked(undefined)
    }
  }
  return (
    <Stack gap={3}>
      {error === undefined ? null : <ProblemNotice error={error} />}
      {ready ? null : (
        <EmptyState icon="task" title="还不能下派" detail={task.problems.map(({ message }) => message).join('；')} />
      )}
      <Row gap={2} wrap>
        {actions.map((action) => (
          <Button
            key={action}
            variant={action === 'dispatch' ? 'primary' : action === 'withdraw' ? 'text-danger' : 'quiet'}
            disabled={action === 'dispatch' && !ready}
            onPress={() => setAsked(action)}
          >
            {taskTransitions[action].label}
          </Button>
        ))}
      </Row>
      {asked === undefined ? null : (
        <ConfirmSheet
          open
          title={taskTransitions[asked].label}
          consequence={taskTransitions[asked].consequence}
          confirm={taskTransitions[asked].label}
          onConfirm={() => go(asked)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Stack>
  )
}
