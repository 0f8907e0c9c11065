import * as z from '@zmht/shared/contract/z'
import { urgencyCodes } from '@zmht/shared/rules'
import { localDrafts } from '@/lib/local-drafts'
import type { NoticeDraft } from './notice-draft'

/** A notice somebody is writing on this device. */
export interface KeptNotice {
  /** The notice's id: sent again after no answer came, it is the same notice. */
  readonly id: string
  readonly by: string
  readonly draft: NoticeDraft
}

const text = z.string()
const picked = z.array(z.strictObject({ id: text, name: text }))
const kept: z.ZodMiniType<KeptNotice, unknown> = z.strictObject({
  id: text,
  by: text,
  draft: z.strictObject({
    title: text,
    text,
    urgency: z.enum(urgencyCodes),
    files: z.array(z.strictObject({ id: text, kind: z.enum(['photo', 'file']), name: text })),
    questions: z.array(z.strictObject({ key: text, label: text, required: z.boolean(), options: text })),
    places: picked,
    except: picked,
    who: z.enum(['everybody', 'age', 'ledger']),
    least: text,
    most: text,
    ledger: z.exactOptional(text),
    expires: z.exactOptional(text),
    publishAt: z.exactOptional(text),
    edition: z.number(),
  }),
})

export const noticeDrafts = localDrafts('zmht-gov-notices', (stored) => kept.safeParse(stored).data)
