import type { LedgerContent } from '@zmht/shared/ledgers'
import { ledgerTemplates } from '@zmht/shared/templates/ledgers'

/** What somebody starts from, as they save it. */
export function aLedgerLike(template: string): LedgerContent {
  const found = ledgerTemplates.find(({ id }) => id === template)
  if (found === undefined) throw new Error(`no ledger starts from ${template}`)
  const { id: _, ...content } = found
  return content
}

export const residentsLedger = aLedgerLike('residents')
export const byHandLedger: LedgerContent = { ...residentsLedger, name: '重点关注', membership: { by: 'hand' } }
