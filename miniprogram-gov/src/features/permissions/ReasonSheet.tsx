import { ConfirmSheet, TextArea } from '@zmht/shared/ui'
import { type ReactNode, useState } from 'react'

/** Asks for the reason of a change of the rules before it is made; the reason stays in the record. */
export function ReasonSheet({
  open,
  title,
  consequence,
  confirm,
  hint,
  variant = 'primary',
  onConfirm,
  onClose,
  children,
}: {
  readonly open: boolean
  readonly title: string
  readonly consequence: string
  readonly confirm: string
  readonly hint?: string
  readonly variant?: 'primary' | 'danger'
  readonly onConfirm: (reason: string) => Promise<void>
  readonly onClose: () => void
  readonly children?: ReactNode
}) {
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const missing = reason.trim() === ''
  return (
    <ConfirmSheet
      open={open}
      title={title}
      consequence={consequence}
      confirm={confirm}
      variant={variant}
      onClose={onClose}
      onConfirm={async () => {
        setTried(true)
        if (!missing) await onConfirm(reason.trim())
      }}
    >
      {children}
      <TextArea
        label="原因"
        hint={hint}
        value={reason}
        onChange={setReason}
        maxLength={200}
        error={tried && missing ? '请写明原因' : undefined}
      />
    </ConfirmSheet>
  )
}
