import type { ItemCardReply, TaskReply } from '@zmht/shared/contract'
import { itemTransitions } from '@zmht/shared/rules'
import { Button, Card, ProblemNotice, Row, Section, Stack, Text, toast, usePaged } from '@zmht/shared/ui'
import { useCallback, useState } from 'react'
import { api } from '@/lib/api'
import { useIntent } from '../requests/intent'
import { AnswerSheet } from './GivenBack'
import { PickItems } from './PickItems'

/** What was filled in and waits to be found right, for who issued the task. Nothing while there is none. */
export function ToCheck({ task, onChanged }: { readonly task: TaskReply; readonly onChanged: () => void }) {
  const taskId = task.id
  const paged = usePaged<ItemCardReply>(
    useCallback(
      (cursor: string | undefined) =>
        api.tasks.givenBack({
          params: { taskId },
          query: { state: 'answered', ...(cursor === undefined ? {} : { cursor }) },
        }),
      [taskId],
    ),
  )
  const [picked, setPicked] = useState<readonly string[]>([])
  const [asking, setAsking] = useState(false)
  const [left, setLeft] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const send = useIntent((key) =>
    api.tasks.returnItems({ params: { taskId }, body: { key, action: 'confirm', items: [...picked] } }),
  )
  const settled = (messages: readonly string[]) => {
    setAsking(false)
    setPicked([])
    setLeft(messages)
    void paged.reload()
    onChanged()
  }
  const confirm = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const { done, left: others } = await send()
      toast(`已核实 ${done.length} 项`)
      settled(others.map(({ message }) => message))
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  if (paged.items.length === 0) return null
  return (
    <Section title="等待核实的">
      <Card>
        <Stack gap={4}>
          <Text size="small" tone="quiet">
            社区同事可以打开逐项核实。您在这里核实的，也算完成，台账随即更新。
          </Text>
          <PickItems paged={paged} picked={picked} left={left} onChange={setPicked} />
          {error === undefined ? null : <ProblemNotice error={error} />}
          {task.state === 'running' ? (
            <Row gap={2} wrap>
              <Button loading={busy} disabled={picked.length === 0} onPress={() => void confirm()}>
                {`${itemTransitions.confirm.label}（${picked.length}）`}
              </Button>
              <Button variant="quiet" disabled={picked.length === 0} onPress={() => setAsking(true)}>
                {`${itemTransitions['send-back'].label}（${picked.length}）`}
              </Button>
            </Row>
          ) : null}
        </Stack>
      </Card>
      {asking ? (
        <AnswerSheet
          taskId={taskId}
          items={picked}
          action="send-back"
          onClose={() => setAsking(false)}
          onDone={settled}
        />
      ) : null}
    </Section>
  )
}
