import type { ProposalReply } from '@zmht/shared/contract'
import { ConfirmSheet, TextArea } from '@zmht/shared/ui'
import { useState } from 'react'

/** Declining needs a reason, which the author reads. */
export function DeclineSheet({
  open,
  revision,
  onDecline,
  onClose,
}: {
  readonly open: boolean
  readonly revision: ProposalReply
  readonly onDecline: (note: string) => Promise<void>
  readonly onClose: () => void
}) {
  const [note, setNote] = useState('')
  const [wrong, setWrong] = useState(false)
  return (
    <ConfirmSheet
      open={open}
      title="不采纳"
      consequence={`${revision.by.name}会看到理由，可以修改后再提。`}
      confirm="不采纳这份修订"
      variant="danger"
      onClose={onClose}
      onConfirm={async () => {
        setWrong(note.trim() === '')
        if (note.trim() !== '') await onDecline(note.trim())
      }}
    >
      <TextArea
        label="理由"
        hint="写明哪里不合适，怎样改可以采纳"
        value={note}
        onChange={setNote}
        maxLength={500}
        error={wrong && note.trim() === '' ? '请写明理由' : undefined}
      />
    </ConfirmSheet>
  )
}
