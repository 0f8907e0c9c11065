import { useRouter } from '@tarojs/taro'
import type { TaskReply } from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import {
  itemStateNames,
  itemStates,
  selfFillNames,
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
} from '@zmht/shared/ui'
import { useState } from 'react'
import { fromAddress } from '@/lib/address'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { useEvery } from '@/lib/useEvery'
import { OfficialScreen } from '../frame/OfficialScreen'
import { useProgress } from '../frame/useProgress'
import { Breadcrumb, pathWithin } from '../home/RollUp'
import { placeOf } from '../home/resources'
import { Gate } from '../session/Gate'
import { may, type Official, territoriesOf } from '../session/official'
import { Amend } from './Amend'
import { ErrandHead } from './ErrandHead'
import { GivenBack } from './GivenBack'
import { MeasureNumbers } from './MeasureNumbers'
import { itemsPage } from './pages'
import { Reach } from './Reach'
import { countsOf, ownTasks, taskOf } from './resources'
import { TaskSheets } from './TaskSheets'
import { ToCheck } from './ToCheck'
import { isWaiting, Units } from './Units'
import { UnsentBar } from './UnsentBar'
import { ruleRows } from './unit-words'
import { unitsOf } from './units.resources'
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
  const onChanged = () => {
    void countsOf.refresh(`${task.id}/${place}`)
    if (task.errand !== undefined) void taskOf.refresh(task.id)
  }
  const waiting =
    task.state !== 'draft' && task.actions.length > 0 ? (
      <>
        <ToCheck task={task} onChanged={onChanged} />
        <GivenBack task={task} onChanged={onChanged} />
      </>
    ) : null
  // One thing handed to somebody has no numbers to report: what is to be done is all there is to read.
  if (task.errand !== undefined)
    return (
      <Stack gap={6}>
        <UnsentBar me={me} />
        <ErrandHead me={me} task={task} errand={task.errand} />
        {waiting}
        <Acts me={me} task={task} />
      </Stack>
    )
  return (
    <Stack gap={6}>
      <UnsentBar me={me} />
      <Card>
        <Stack gap={2}>
          <Text>{task.content.basis}</Text>
          <Text size="small" tone="quiet">
            {`${task.organisation.name} · ${taskStateNames[task.state]} · ${dayWords(task.content.due)}前完成`}
          </Text>
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
      {waiting}
      <TaskSheets task={task} place={place} />
      <Arrangement task={task} />
      <Acts me={me} task={task} />
    </Stack>
  )
}

/** About whom, where, and by which rules: what was arranged with the task. */
function Arrangement({ task }: { readonly task: TaskReply }) {
  const { selfFill, repeat } = task.content
  return (
    <Section title="任务安排">
      <Card>
        <KeyValue
          rows={[
            { key: '针对', value: task.aboutWords },
            { key: '范围', value: task.within.map(({ name }) => name).join('、') },
            ...(selfFill === undefined ? [] : [{ key: '居民和单位', value: selfFillNames[selfFill] }]),
            ...(repeat === undefined ? [] : [{ key: '多久一次', value: repeatWords(repeat, task.next) }]),
            ...ruleRows(task.content),
          ]}
        />
      </Card>
    </Section>
  )
}

function Numbers({ me, task, place }: { readonly me: Official; readonly task: TaskReply; readonly place: string }) {
  const loaded = useResource(countsOf, `${task.id}/${place}`)
  useEvery(pause, () => void loaded.reload())
  const units = useResource(unitsOf, `${task.id}/${place}`)
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
            <Units task={task} place={place} counts={counts} onPlace={go}>
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
                  {may(me, 'task.work') && !isWaiting(units.data) ? (
                    <Row>
                      <Button icon="task" onPress={() => goTo(itemsPage, { id: task.id, place })}>
                        去办理
                      </Button>
                    </Row>
                  ) : null}
                </Stack>
              </Card>
            </Units>
            <MeasureNumbers me={me} task={task} place={place} onPlace={go} />
          </Stack>
        )
      }}
    </Loaded>
  )
}

type Change = Exclude<TaskAction, 'revise' | 'amend'>
const isChange = (action: TaskAction): action is Change => action !== 'revise' && action !== 'amend'

/** What whoever issued it may do with it; each says what follows. */
function Acts({ me, task }: { readonly me: Official; readonly task: TaskReply }) {
  // A ledger that is still being arranged is ready in a moment.
  useEvery(pause, () => void (task.problems.length > 0 && taskOf.refresh(task.id)))
  const [asked, setAsked] = useState<Change>()
  const [amending, setAmending] = useState(false)
  const [error, setError] = useState<unknown>()
  const actions = task.actions.filter(isChange)
  if (actions.length === 0) return null
  const ready = task.problems.length === 0
  const go = async (action: Change) => {
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
        {task.actions.includes('revise') ? (
          <Button variant="quiet" icon="edit" onPress={() => goTo(pages.newTask, { id: task.id })}>
            接着改
          </Button>
        ) : null}
        {task.actions.includes('amend') ? (
          <Button variant="quiet" onPress={() => setAmending(true)}>
            {taskTransitions.amend.label}
          </Button>
        ) : null}
      </Row>
      {amending ? <Amend me={me} task={task} onClose={() => setAmending(false)} /> : null}
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
