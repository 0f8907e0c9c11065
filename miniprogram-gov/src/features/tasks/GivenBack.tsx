import type { ItemCardReply, TaskReply } from '@zmht/shared/contract'
import { itemTransitions } from '@zmht/shared/rules'
import { Button, Card, ProblemNotice, Row, Section, Stack, toast, usePaged } from '@zmht/shared/ui'
import { useCallback, useRef, useState } from 'react'
import { api } from '@/lib/api'
import { useIntent } from '../requests/intent'
import { NoteSheet } from './NoteSheet'
import { PickItems } from './PickItems'

export type Answer = 'return' | 'cancel' | 'send-back'

/** What was given back to who issued the task: some are picked and answered at once, with the reason. Nothing while there are none. */
export function GivenBack({ task, onChanged }: { readonly task: TaskReply; readonly onChanged: () => void }) {
  const taskId = task.id
  const paged = usePaged<ItemCardReply>(
    useCallback(
      (cursor: string | undefined) =>
        api.tasks.givenBack({ params: { taskId }, query: cursor === undefined ? {} : { cursor } }),
      [taskId],
    ),
  )
  const [picked, setPicked] = useState<readonly string[]>([])
  const [answering, setAnswering] = useState<Answer>()
  const [left, setLeft] = useState<readonly string[]>([])
  if (paged.items.length === 0) return paged.error === undefined ? null : <ProblemNotice error={paged.error} />
  return (
    <Section title="退回来的">
      <Card>
        <Stack gap={4}>
          <PickItems paged={paged} picked={picked} left={left} onChange={setPicked} />
          {task.state === 'running' ? (
            <Row gap={2} wrap>
              <Button variant="quiet" disabled={picked.length === 0} onPress={() => setAnswering('return')}>
                {`${itemTransitions.return.label}（${picked.length}）`}
              </Button>
              <Button variant="quiet" disabled={picked.length === 0} onPress={() => setAnswering('cancel')}>
                {`${itemTransitions.cancel.label}（${picked.length}）`}
              </Button>
            </Row>
          ) : null}
        </Stack>
      </Card>
      {answering === undefined ? null : (
        <AnswerSheet
          taskId={taskId}
          items={picked}
          action={answering}
          onClose={() => setAnswering(undefined)}
          onDone={(messages) => {
            setAnswering(undefined)
            setPicked([])
            setLeft(messages)
            void paged.reload()
            onChanged()
          }}
        />
      )}
    </Section>
  )
}

/** Sends items back, or says that they need not be done, with the reason. */
export function AnswerSheet({
  taskId,
  items,
  action,
  onClose,
  onDone,
}: {
  readonly taskId: string
  readonly items: readonly string[]
  readonly action: Answer
  readonly onClose: () => void
  /** With why others were left as they are. */
  readonly onDone: (left: readonly string[]) => void
}) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const words = useRef('')
  const send = useIntent((key) =>
    api.tasks.returnItems({ params: { taskId }, body: { key, action, items: [...items], note: words.current } }),
  )
  const go = async (note: string) => {
    words.current = note
    setBusy(true)
    setError(undefined)
    try {
      const { done, left } = await send()
      toast(`已处理 ${done.length} 项`)
      onDone(left.map(({ message }) => message))
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <NoteSheet
      open
      title={`${itemTransitions[action].label}：${items.length} 项`}
      consequence={itemTransitions[action].consequence}
      missing="请写明原因，社区会看到"
      confirm={itemTransitions[action].label}
      busy={busy}
      error={error}
      onClose={onClose}
      onSend={go}
    />
  )
}
