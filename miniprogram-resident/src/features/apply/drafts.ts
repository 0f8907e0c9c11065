import { answers } from '@zmht/shared/contract/form'
import * as z from '@zmht/shared/contract/z'
import type { Form, Prefill } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import { type FormDraft, startDraft } from '@zmht/shared/ui'
import { personalDrafts } from '@/lib/drafts'

/**
 * Requests not submitted yet, kept on this device as they are typed. The request's id is made with the draft and stays with it,
 * so that submitting it twice, or again after no answer came, is one request.
 */
export interface RequestDraft extends FormDraft {
  readonly channelId: string
  /** The organisation it is filled in for, where not for oneself. */
  readonly organisation?: string
  readonly requestId: string
  readonly title: string
  /** The version of the form it was filled in for. */
  readonly version: number
  readonly home: string
  /** The time that is to be booked. */
  readonly slot?: string
  readonly savedAt: string
}

const stored = z.strictObject({
  channelId: z.string(),
  organisation: z.exactOptional(z.string()),
  requestId: z.string(),
  title: z.string(),
  version: z.number(),
  home: z.string(),
  slot: z.exactOptional(z.string()),
  savedAt: z.string(),
  answers,
  confirmed: z.array(z.string()),
})

/** One draft for each service, and for each organisation somebody fills it in for. */
export const draftKey = ({
  channelId,
  organisation,
}: {
  readonly channelId: string
  readonly organisation?: string | undefined
}): string => (organisation === undefined ? channelId : `${organisation}/${channelId}`)

export const requestDrafts = personalDrafts<RequestDraft>(
  'zmht-draft-',
  draftKey,
  (read) => stored.safeParse(read).data,
)

/**
 * A draft under a newer version of its form: controls keep their ids for life, so what was typed is carried over; what the new form no
 * longer asks is left out, and everything is looked at again.
 */
export function carryOver(knowledge: Knowledge, form: Form, prefill: Prefill, former: FormDraft): FormDraft {
  const fresh = startDraft(knowledge, form, prefill)
  const asked = new Map<string, Set<string>>()
  for (const control of form.controls) {
    const actor = form.subjects.find((subject) => subject.is.by === 'actor')?.key
    const subject = control.binding?.subject ?? (control.kind === 'consent' ? actor : undefined)
    if (subject === undefined) continue
    const ids = asked.get(subject) ?? new Set()
    asked.set(subject, ids.add(control.id))
  }
  const carried = Object.entries(fresh.answers).map(([subject, instances]) => {
    const before = former.answers[subject] ?? []
    const many = form.subjects.find((one) => one.key === subject)?.many !== undefined
    const count = many ? before.length : instances.length
    return [
      subject,
      Array.from({ length: count }, (_, index) => {
        const typed = Object.entries(before[index]?.values ?? {}).filter(([id]) => asked.get(subject)?.has(id))
        const entity = before[index]?.entity ?? instances[index]?.entity
        return {
          ...(entity === undefined ? {} : { entity }),
          values: { ...instances[index]?.values, ...Object.fromEntries(typed) },
        }
      }),
    ] as const
  })
  return { answers: Object.fromEntries(carried), confirmed: [] }
}
