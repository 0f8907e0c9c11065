import type { LedgerReply } from '@zmht/shared/contract'
import { ConfirmSheet, goToTop, toast } from '@zmht/shared/ui'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { ledgerDrafts } from './local-drafts'
import { ledgerOf, ledgersAt } from './resources'

/** Asks before a ledger is ended, and says what goes and what stays. */
export function EndLedger({ ledger, onClose }: { readonly ledger: LedgerReply; readonly onClose: () => void }) {
  const { id, content } = ledger
  const end = async () => {
    ledgerOf.put(id, await api.ledgers.end({ params: { ledgerId: id } }))
    ledgersAt.outdate()
    ledgerDrafts.forget(id)
    toast(`“${content.name}”已停用`)
    goToTop(pages.people)
  }
  return (
    <ConfirmSheet
      open
      title={`停用“${content.name}”？`}
      consequence="停用后，这本台账会从所有人的列表里消失，它的统计不再更新，不能恢复。里面每个人、每件东西的资料都留着，别的台账不受影响。"
      confirm="停用台账"
      variant="danger"
      onConfirm={end}
      onClose={onClose}
    />
  )
}
