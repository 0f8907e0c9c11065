import { Button, ProblemNotice, Sheet, Stack, Text, TextArea } from '@zmht/shared/ui'
import { useState } from 'react'

/** Asks why, before something goes back to whoever reads it. What was written stays when it could not be sent. */
export function ReasonSheet({
  open,
  title,
  consequence,
  hint,
  missing,
  confirm,
  busy,
  error,
  onClose,
  onSend,
}: {
  readonly open: boolean
  readonly title: string
  readonly consequence: string
  readonly hint: string
  /** Said where no reason was written. */
  readonly missing: string
  readonly confirm: string
  readonly busy: boolean
  readonly error: unknown
  readonly onClose: () => void
  readonly onSend: (note: string) => Promise<void>
}) {
  const [note, setNote] = useState('')
  const [wrong, setWrong] = useState<string>()
  return (
    <Sheet
      open={open}
      title={title}
      onClose={onClose}
      footer={
        <Button
          full
          loading={busy}
          onPress={() => {
            if (note.trim() === '') setWrong(missing)
            else void onSend(note.trim())
          }}
        >
          {confirm}
        </Button>
      }
    >
      <Stack gap={3}>
        <Text>{consequence}</Text>
        <TextArea
          label="原因"
          hint={hint}
          maxLength={200}
          value={note}
          error={wrong}
          onChange={(text) => {
            setNote(text)
            setWrong(undefined)
          }}
        />
        {error === undefined ? null : <ProblemNotice error={error} />}
      </Stack>
    </Sheet>
  )
}
