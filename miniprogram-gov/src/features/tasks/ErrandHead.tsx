import type { TaskReply } from '@zmht/shared/contract'
import { itemStateNames, nameAndPlace, taskStateNames } from '@zmht/shared/rules'
import { Button, Card, goTo, PlaceLine, Row, Stack, Tag, Text } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { useEvery } from '@/lib/useEvery'
import { may, type Official } from '../session/official'
import { itemPage } from './pages'
import { RequestBehind } from './RequestBehind'
import { taskOf } from './resources'
import { dayWords, stateTones } from './words'

/** How often it is read again whether somebody has done it, in milliseconds. */
const pause = 4000

/** 交办: what is to be done, where and by when, with the way to it; then who asked and what they wrote. */
export function ErrandHead({
  me,
  task,
  errand,
}: {
  readonly me: Official
  readonly task: TaskReply
  readonly errand: NonNullable<TaskReply['errand']>
}) {
  const { item, request, state } = errand
  useEvery(pause, () => void taskOf.refresh(task.id))
  const isOpen = task.state === 'running' && (state === 'open' || state === 'claimed')
  return (
    <Stack gap={6}>
      <Card>
        <Stack gap={3}>
          <Row between top gap={3}>
            <Text size="large" strong>
              {task.content.basis}
            </Text>
            {state === undefined ? <Tag>正在交办</Tag> : <Tag tone={stateTones[state]}>{itemStateNames[state]}</Tag>}
          </Row>
          <PlaceLine tail={nameAndPlace(errand)} />
          <Text>{`${dayWords(task.content.due)}前办完`}</Text>
          <Text size="small" tone="quiet">
            {task.state === 'running' || task.state === 'ended'
              ? `${task.organisation.name}交办`
              : `${task.organisation.name}交办 · ${taskStateNames[task.state]}`}
          </Text>
          <Row gap={2} wrap>
            {state !== undefined && may(me, 'task.work') ? (
              <Button icon="task" variant={isOpen ? 'primary' : 'quiet'} onPress={() => goTo(itemPage, { id: item })}>
                {isOpen ? '去办理' : '看办的情况'}
              </Button>
            ) : null}
            {may(me, 'task.work') ? null : (
              <Button variant="quiet" onPress={() => goTo(pages.request, { id: request })}>
                看诉求
              </Button>
            )}
          </Row>
        </Stack>
      </Card>
      <RequestBehind of={errand} />
    </Stack>
  )
}
