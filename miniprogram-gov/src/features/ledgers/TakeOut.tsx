import type { LedgerReply, RowReply } from '@zmht/shared/contract'
import { ConfirmSheet, toast } from '@zmht/shared/ui'
import { api } from '@/lib/api'
import { nameOf } from './row-name'

/** Asks before somebody is taken out of a ledger that is kept by hand. */
export function TakeOut({
  ledger,
  row,
  onDone,
  onClose,
}: {
  readonly ledger: LedgerReply
  readonly row: RowReply
  readonly onDone: () => void
  readonly onClose: () => void
}) {
  const name = nameOf(row)
  const takeOut = async () => {
    await api.ledgers.takeOut({ params: { ledgerId: ledger.id, entityId: row.id } })
    toast(`${name}已移出`)
    onDone()
  }
  return (
    <ConfirmSheet
      open
      title={`把${name}移出“${ledger.content.name}”？`}
      consequence="只是不再列在这本台账里，登记过的资料都留着，以后可以再加入。"
      confirm="移出"
      onConfirm={takeOut}
      onClose={onClose}
    />
  )
}
