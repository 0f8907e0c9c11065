import { mintStepKey, type OwnItemReply } from '@zmht/shared/contract'
import { answers } from '@zmht/shared/contract/form'
import * as z from '@zmht/shared/contract/z'
import type { Knowledge } from '@zmht/shared/knowledge'
import { type FormDraft, nowInstant, startDraft } from '@zmht/shared/ui'
import { personalDrafts } from '@/lib/drafts'

/**
 * What somebody is filling in of a task of theirs, kept on this device as it is typed. The key is made with the draft and stays with it,
 * so that sent again after no answer came it is the same answer.
 */
export interface OwnItemDraft extends FormDraft {
  readonly itemId: string
  readonly key: string
  /** It was sent under this key, whether or not it arrived. */
  readonly sent: boolean
  readonly savedAt: string
}

const stored = z.strictObject({
  itemId: z.string(),
  key: z.string(),
  sent: z.boolean(),
  savedAt: z.string(),
  answers,
  confirmed: z.array(z.string()),
})

export const ownItemDrafts = personalDrafts<OwnItemDraft>(
  'zmht-item-',
  ({ itemId }) => itemId,
  (read) => stored.safeParse(read).data,
)

/** What somebody opens an item with: what they had begun, or what they filled in last, or what is known. */
export function openOwnDraft(knowledge: Knowledge, person: string, item: OwnItemReply): OwnItemDraft {
  const kept = ownItemDrafts.read(person, item.id)
  if (kept !== undefined) return kept
  const fresh = startDraft(knowledge, item.form, item.prefill)
  return {
    ...fresh,
    answers: { ...fresh.answers, ...item.answers },
    itemId: item.id,
    key: mintStepKey(),
    sent: false,
    savedAt: nowInstant(),
  }
}

/** @returns the draft with other answers: changed after it was sent it is another answer, for the first may have arrived */
export const changeOwnDraft = (draft: OwnItemDraft, form: FormDraft): OwnItemDraft => ({
  ...draft,
  ...form,
  ...(draft.sent ? { key: mintStepKey(), sent: false } : {}),
  savedAt: nowInstant(),
})
