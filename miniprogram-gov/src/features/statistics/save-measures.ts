import type { LedgerReply } from '@zmht/shared/contract'
import type { OwnMeasure } from '@zmht/shared/measures'
import { api } from '@/lib/api'
import { ledgerOf } from '../ledgers/resources'

/** Saves a ledger as it is with other measures of its own, and shows it so everywhere. @throws Problem `changed` when somebody else was first */
export async function saveMeasures(ledger: LedgerReply, measures: readonly OwnMeasure[]): Promise<LedgerReply> {
  const saved = await api.ledgers.save({
    params: { ledgerId: ledger.id },
    body: {
      content: ledger.content,
      measures: [...measures],
      within: ledger.within.map(({ id }) => id),
      edition: ledger.edition,
    },
  })
  ledgerOf.put(ledger.id, saved)
  return saved
}
