import { ownMeasure, condition as wholeCondition } from '@zmht/shared/contract/ledger-content'
import { level, placeId } from '@zmht/shared/contract/parts'
import * as z from '@zmht/shared/contract/z'
import { ledgerKinds } from '@zmht/shared/ledgers'
import { localDrafts } from '@/lib/local-drafts'
import type { LedgerDraft } from './ledger-draft'

/** A ledger somebody is putting together on this device. */
export interface KeptLedger {
  /** The ledger's id: sent again after no answer came, it is the same ledger. */
  readonly id: string
  /** Who writes it: others at the same device do not see it. */
  readonly by: string
  readonly draft: LedgerDraft
}

const text = z.string()
/** Words that are missing yet are allowed: only the shape is checked. */
const condition = z.union([wholeCondition, z.strictObject({ about: z.literal('words'), attribute: text, words: text })])
const column = z.discriminatedUnion('of', [
  z.strictObject({ key: text, of: z.literal('attribute'), attribute: text }),
  z.strictObject({
    key: text,
    of: z.literal('relation'),
    types: z.array(text),
    direction: z.enum(['forward', 'backward']),
    name: z.exactOptional(text),
  }),
])
const content = z.strictObject({
  name: text,
  about: text,
  kind: z.enum(ledgerKinds),
  level: z.exactOptional(level),
  membership: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('rule'), all: z.array(condition) }),
    z.strictObject({ by: z.literal('hand') }),
  ]),
  columns: z.array(column),
  filters: z.array(text),
})
const kept: z.ZodMiniType<KeptLedger, unknown> = z.strictObject({
  id: text,
  by: text,
  draft: z.strictObject({
    content,
    measures: z.array(ownMeasure),
    within: z.array(z.strictObject({ id: placeId, name: text })),
    edition: z.number(),
  }),
})

export const ledgerDrafts = localDrafts('zmht-gov-ledgers', (stored) => kept.safeParse(stored).data)
