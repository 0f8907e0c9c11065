import * as z from '@zmht/shared/contract/z'
import { sensitivities } from '@zmht/shared/knowledge'
import { localDrafts } from '@/lib/local-drafts'
import { answerKinds, textFormats } from './answer'
import type { Draft } from './draft'

/** A revision somebody is writing on this device. */
export interface LocalDraft {
  /** The proposal's id: sent again after no answer came, it is the same proposal. */
  readonly id: string
  readonly draft: Draft
  /** Whether the server has the proposal already, and this is a rewriting of it. */
  readonly proposed: boolean
  /** Who writes it: others at the same device do not see it. */
  readonly by: string
}

const text = z.string()
const answer = z.strictObject({
  kind: z.enum(answerKinds),
  max: text,
  format: z.enum(textFormats),
  pattern: text,
  least: text,
  most: text,
  unit: text,
  decimals: text,
  list: text,
})
const form = z.strictObject({
  of: text,
  name: text,
  english: text,
  property: text,
  definition: text,
  standard: text,
  form: text,
  words: text,
  answer,
  options: z.enum(['known', 'new']),
  lines: text,
  many: z.boolean(),
  sensitivity: z.enum([...sensitivities, '']),
  fresh: text,
})
const carry = z.strictObject({
  way: z.enum(['same', 'codes', 'scale', 'yes-when']),
  to: z.record(text, text),
  factor: text,
  codes: z.array(text),
})
const change = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('add-attribute'), key: text, form }),
  z.strictObject({ do: z.literal('revise-attribute'), key: text, code: text, form }),
  z.strictObject({ do: z.literal('deprecate-attribute'), key: text, code: text, successor: text, carry }),
  z.strictObject({
    do: z.literal('add-list'),
    key: text,
    list: z.strictObject({ name: text, english: text, id: text, lines: text, source: text }),
  }),
  z.strictObject({ do: z.literal('add-codes'), key: text, list: text, lines: text }),
  z.strictObject({ do: z.literal('rename-code'), key: text, list: text, code: text, name: text }),
])
/** Written by an older edition of the application a draft may no longer fit: it is then left alone. */
const localDraft: z.ZodMiniType<LocalDraft, unknown> = z.strictObject({
  id: text,
  draft: z.strictObject({ title: text, reason: text, changes: z.array(change) }),
  proposed: z.boolean(),
  by: text,
})

export const revisionDrafts = localDrafts('zmht-gov-revisions', (stored) => localDraft.safeParse(stored).data)
