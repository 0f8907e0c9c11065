import { mintStepKey, type RequestReply } from '@zmht/shared/contract'
import { Button, ProblemNotice, Sheet, Stack, Text, TextArea } from '@zmht/shared/ui'
import { useRef, useState } from 'react'
import { api } from '@/lib/api'

export function AddNote({
  request,
  onClose,
  onAdded,
}: {
  readonly request: RequestReply
  readonly onClose: () => void
  readonly onAdded: (next: RequestReply) => void
}) {
  const [note, setNote] = useState('')
  const [wrong, setWrong] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  /** One key for this note: pressed twice, or again after no answer came, it is one note. */
  const key = useRef(mintStepKey())
  const asked = request.state === 'returned' ? request.steps.at(-1)?.note : undefined
  const send = async () => {
    if (note.trim() === '') {
      setWrong('请写下要补充的内容')
      return
    }
    setWrong(undefined)
    setError(undefined)
    setBusy(true)
    try {
      onAdded(
        await api.channels.add({ params: { requestId: request.id }, body: { key: key.current, note: note.trim() } }),
      )
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Sheet
      open
      title="补充说明"
      onClose={onClose}
      footer={
        <>
          {error === undefined ? null : <ProblemNotice error={error} />}
          <Button full large loading={busy} onPress={() => void send()}>
            发给社区
          </Button>
        </>
      }
    >
      <Stack gap={3}>
        {asked ? <Text>{`社区问：${asked}`}</Text> : null}
        <TextArea
          label="补充的内容"
          hint="办理人会看到您写的话。"
          maxLength={500}
          value={note}
          error={wrong}
          onChange={setNote}
        />
      </Stack>
    </Sheet>
  )
}
