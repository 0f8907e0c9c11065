import * as z from '@zmht/shared/contract/z'
import { communityKinds } from '@zmht/shared/rules'
import { localDrafts } from '@/lib/local-drafts'
import type { EntryDraft } from './entry-draft'

/** An entry somebody is writing on this device. */
export interface KeptEntry {
  /** `place/entry`: sent again after no answer came, it is the same entry. */
  readonly id: string
  readonly by: string
  readonly draft: EntryDraft
}

const text = z.string()
const kept: z.ZodMiniType<KeptEntry, unknown> = z.strictObject({
  id: text,
  by: text,
  draft: z.strictObject({
    kind: z.enum(communityKinds),
    edition: z.number(),
    title: text,
    text,
    where: text,
    phone: text,
    spans: z.array(
      z.strictObject({ days: z.array(z.number()), from: z.exactOptional(text), to: z.exactOptional(text) }),
    ),
    photos: z.array(text),
    from: z.exactOptional(text),
    until: z.exactOptional(text),
  }),
})

export const entryDrafts = localDrafts('zmht-gov-community', (stored) => kept.safeParse(stored).data)
