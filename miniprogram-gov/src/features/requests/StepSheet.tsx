import type { RequestReply } from '@zmht/shared/contract'
import { type RequestTransition, requestTransitions } from '@zmht/shared/rules'
import { Button, Pressable, ProblemNotice, Row, Sheet, Stack, Text, TextArea } from '@zmht/shared/ui'
import { useState } from 'react'
import { act, type OfficialAction } from './act'
import { useIntent } from './intent'
import { cannedAnswers } from './words'

const noteLabels: Readonly<Partial<Record<OfficialAction, string>>> = {
  return: '请居民补充什么',
  close: '给居民的答复',
  confirm: '给居民的话',
  release: '给同事的话',
}

/** One step with what follows from it, and with the words that go with it. What was typed is kept by the page until it is sent. */
export function StepSheet({
  action,
  request,
  note,
  onNote,
  onClose,
  onDone,
  onFailed,
}: {
  readonly action: OfficialAction
  readonly request: RequestReply
  readonly note: string
  readonly onNote: (note: string) => void
  readonly onClose: () => void
  readonly onDone: (next: RequestReply) => void
  /** Called with every failure: the request may have changed meanwhile. */
  readonly onFailed: (error: unknown) => void
}) {
  const transition: RequestTransition = requestTransitions[action]
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string>()
  const [error, setError] = useState<unknown>()
  const send = useIntent((key) => act(action, request.id, key, note.trim()))
  const label = noteLabels[action]
  const canned = action in cannedAnswers ? cannedAnswers[action as keyof typeof cannedAnswers] : [] // `in` does not narrow the key

  const go = async () => {
    if (transition.note === 'needed' && note.trim() === '') {
      setWrong(`请写明${label ?? '说明'}，居民会看到`)
      return
    }
    setBusy(true)
    setWrong(undefined)
    setError(undefined)
    try {
      onDone(await send())
    } catch (problem) {
      setError(problem)
      setBusy(false)
      onFailed(problem)
    }
  }

  return (
    <Sheet
      open
      title={transition.label}
      onClose={onClose}
      footer={
        <>
          {error === undefined ? null : <ProblemNotice error={error} />}
          <Button full large loading={busy} onPress={() => void go()}>
            {transition.label}
          </Button>
          <Button full variant="text" onPress={onClose}>
            先不
          </Button>
        </>
      }
    >
      <Stack gap={4}>
        <Text>{transition.consequence}</Text>
        {label !== undefined && transition.note !== 'none' ? (
          <Stack gap={2}>
            <TextArea
              label={label}
              optional={transition.note === 'welcome'}
              maxLength={500}
              value={note}
              error={wrong}
              onChange={onNote}
            />
            {canned.length > 0 ? (
              <Row wrap gap={2} label="常用的话">
                {canned.map((words) => (
                  <Pressable
                    key={words}
                    className="g-chip"
                    onPress={() => onNote(note.trim() === '' ? words : `${note.trim()}${words}`)}
                  >
                    {words}
                  </Pressable>
                ))}
              </Row>
            ) : null}
          </Stack>
        ) : null}
      </Stack>
    </Sheet>
  )
}
