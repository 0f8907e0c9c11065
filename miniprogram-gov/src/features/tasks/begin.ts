import type { ItemReply } from '@zmht/shared/contract'
import { answers } from '@zmht/shared/contract/form'
import * as z from '@zmht/shared/contract/z'
import type { FormAnswers } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import { startDraft } from '@zmht/shared/ui/form/draft'

/** What somebody is filling in at an item, on this device. */
export interface ItemDraft {
  /** The item's id. */
  readonly id: string
  readonly answers: FormAnswers
  readonly confirmed: readonly string[]
  /** What it began from, and the item's revision then: others may fill the same item in meanwhile. */
  readonly began: FormAnswers
  readonly base: number
  readonly formVersion: number
}

const text = z.string()
export const itemDraft: z.ZodMiniType<ItemDraft, unknown> = z.strictObject({
  id: text,
  answers,
  confirmed: z.array(text),
  began: answers,
  base: z.number(),
  formVersion: z.number(),
})

/** @returns the draft an item opens with: what is known, what was filled in last that only the item knows, and what is to be corrected */
export function beginItem(
  knowledge: Knowledge,
  item: Pick<ItemReply, 'id' | 'form' | 'formVersion' | 'prefill' | 'own' | 'revision' | 'state' | 'latest'>,
): ItemDraft {
  const { id, form, formVersion, prefill, own, revision, state, latest } = item
  const { answers: known, confirmed } = startDraft(knowledge, form, prefill)
  const kept = own === undefined ? known : withOwn(known, own)
  // A correction begins with what the other filled in; what may only be seen masked is not among it, and stays as it is known.
  const began = state === 'answered' && latest !== undefined ? withOwn(kept, latest.answers) : kept
  return { id, answers: began, confirmed, began, base: revision, formVersion }
}

/** Each card gets its own answers back, found again by whom it is about; cards about nobody by their order. */
function withOwn(known: FormAnswers, own: FormAnswers): FormAnswers {
  const merged = { ...known }
  for (const [subject, all] of Object.entries(own)) {
    const cards = [...(merged[subject] ?? [])]
    for (const [order, { entity, values }] of all.entries()) {
      const at = entity === undefined ? order : cards.findIndex((card) => card.entity === entity)
      const card = cards[at]
      if (card !== undefined && card.entity === entity) cards[at] = { ...card, values: { ...card.values, ...values } }
      else if (entity === undefined && order === cards.length) cards.push({ values })
    }
    merged[subject] = cards
  }
  return merged
}
