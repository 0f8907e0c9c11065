import { Button, ProblemNotice, Sheet, Stack, Text, TextArea } from '@zmht/shared/ui'
import { useState } from 'react'

/** Says what follows and takes a note along, before something goes to whoever reads it. What was written stays when it could not be sent. */
export function NoteSheet({
  open,
  title,
  consequence,
  label = '原因',
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
  readonly label?: string
  readonly hint?: string | undefined
  /** Said where nothing was written; absent: it need not be. */
  readonly missing?: string | undefined
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
            if (note.trim() === '' && missing !== undefined) setWrong(missing)
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
          label={label}
          {...(hint === undefined ? {} : { hint })}
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
