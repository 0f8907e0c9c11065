import type { TaskCardReply } from '@zmht/shared/contract'
import { nameAndPlace, taskStateNames } from '@zmht/shared/rules'
import {
  Card,
  formatWhen,
  goTo,
  List,
  Loaded,
  Notice,
  PlaceLine,
  ProgressBar,
  Row,
  Section,
  Stack,
  Tag,
  Text,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { ownTasks } from './resources'
import { dayWords, doneOf } from './words'

/** The tasks that are to be done here, each with how far it is; nothing while there are none. */
export function TaskCards() {
  const loaded = useResource(ownTasks, 'own')
  return (
    <Loaded of={loaded} skeleton={null}>
      {(all) => {
        // Of a task whose items are elsewhere there is nothing to do here.
        const tasks = all.filter(({ counts }) => doneOf(counts).total > 0)
        return tasks.length === 0 ? null : (
          <Section title="下派的任务">
            <List gap label="下派的任务">
              {tasks.map((task) => (
                <TaskCard key={task.id} task={task} />
              ))}
            </List>
          </Section>
        )
      }}
    </Loaded>
  )
}

function TaskCard({ task }: { readonly task: TaskCardReply }) {
  const { done, total } = doneOf(task.counts)
  const now = useNow()
  return (
    <Card onPress={() => goTo(pages.task, { id: task.id })}>
      <Stack gap={2}>
        <Row between top gap={3}>
          <Text size="large" strong>
            {task.title}
          </Text>
          {task.late ? (
            <Tag tone="danger">已超期</Tag>
          ) : task.waiting === true ? (
            <Tag tone="amber">未接收</Tag>
          ) : task.state === 'running' ? (
            <Tag>{`${dayWords(task.due)}前`}</Tag>
          ) : (
            <Tag tone="amber">{taskStateNames[task.state]}</Tag>
          )}
        </Row>
        {task.errand === undefined ? (
          <>
            <Text size="small" tone="quiet">{`${task.organisation.name}下派`}</Text>
            <ProgressBar label="已完成" done={done} total={total} />
          </>
        ) : (
          <>
            <PlaceLine tail={nameAndPlace(task.errand)} />
            <Text size="small" tone="quiet">
              {`${task.organisation.name}交办${done < total ? '' : ' · 已办完'} · 诉求 ${task.errand.number}`}
            </Text>
          </>
        )}
        {task.urged === undefined ? null : (
          <Notice tone="amber" title={`${task.urged.by} ${task.urged.says} · ${formatWhen(task.urged.at, now)}`}>
            {task.urged.note ?? '请尽快办完。'}
          </Notice>
        )}
      </Stack>
    </Card>
  )
}
