import type { ProvisionReply } from '@zmht/shared/contract'
import { toast } from '@zmht/shared/ui'
import { api } from '@/lib/api'
import { ReasonSheet } from '../permissions/ReasonSheet'
import { provisionOf } from './resources'

/** Takes an ask back, or what was given; said with what follows. */
export function EndSheet({
  one,
  open,
  onClose,
}: {
  readonly one: ProvisionReply
  readonly open: boolean
  readonly onClose: () => void
}) {
  const asked = one.state === 'asked'
  return (
    <ReasonSheet
      open={open}
      title={asked ? '撤回申请' : '撤回数据'}
      consequence={
        asked
          ? `${one.supplier.name}不用再批这份申请。以后要用，可以重新申请。`
          : `${one.asker.name}马上就看不到了。已经看过的记录会保留；以后要用，要重新申请。`
      }
      confirm={asked ? '撤回申请' : '撤回数据'}
      variant="danger"
      onClose={onClose}
      onConfirm={async (reason) => {
        const next = await api.ledgers.endProvision({
          params: { provisionId: one.id },
          body: { edition: one.edition, reason },
        })
        provisionOf.put(one.id, next)
        onClose()
        toast(asked ? '申请已撤回' : '数据已撤回')
      }}
    />
  )
}
