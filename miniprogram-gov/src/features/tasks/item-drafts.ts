import { answers } from '@zmht/shared/contract/form'
import * as z from '@zmht/shared/contract/z'
import type { FormAnswers } from '@zmht/shared/controls'
import { localDrafts } from '@/lib/local-drafts'

/** What somebody is filling in at an item, on this device. */
export interface ItemDraft {
  /** The item's id. */
  readonly id: string
  readonly by: string
  /** Sent again after no answer came, it is the same answer. */
  readonly key: string
  readonly answers: FormAnswers
  readonly confirmed: readonly string[]
}

const text = z.string()
const draft: z.ZodMiniType<ItemDraft, unknown> = z.strictObject({
  id: text,
  by: text,
  key: text,
  answers,
  confirmed: z.array(text),
})

export const itemDrafts = localDrafts('zmht-gov-items', (stored) => draft.safeParse(stored).data)
