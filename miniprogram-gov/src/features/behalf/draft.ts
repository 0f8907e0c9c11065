import type { BehalfBody, BehalfFormReply } from '@zmht/shared/contract'
import { answers } from '@zmht/shared/contract/form'
import * as z from '@zmht/shared/contract/z'
import type { Form, FormAnswers, Prefill } from '@zmht/shared/controls'
import { isPlaceId, type PlaceId } from '@zmht/shared/geo'
import type { Knowledge } from '@zmht/shared/knowledge'
import { officialWays } from '@zmht/shared/rules'
import { startDraft } from '@zmht/shared/ui/form/draft'

/** For whom something is entered: somebody of the ledgers, or who says their name. */
export interface Whom {
  readonly person?: string
  readonly name: string
  readonly phone: string
  readonly home?: PlaceId
}

/** A request half entered, kept on this device. */
export interface BehalfDraft {
  readonly id: string
  readonly requestId: string
  readonly whom: Whom
  readonly way: BehalfBody['way']
  readonly version: number
  readonly answers: FormAnswers
  readonly confirmed: readonly string[]
  readonly slot?: string
  readonly files: readonly string[]
}

const text = z.string()
const place = z.custom<PlaceId>((value) => typeof value === 'string' && isPlaceId(value))
export const behalfDraft: z.ZodMiniType<BehalfDraft, unknown> = z.strictObject({
  id: text,
  requestId: text,
  whom: z.strictObject({ person: z.exactOptional(text), name: text, phone: text, home: z.exactOptional(place) }),
  way: z.enum(officialWays),
  version: z.number(),
  answers,
  confirmed: z.array(text),
  slot: z.exactOptional(text),
  files: z.array(text),
})

/** Under which the draft for somebody is kept: one of each service and person. */
export const draftId = (channelId: string, whom: Pick<Whom, 'person'>): string =>
  `behalf-${channelId}-${whom.person ?? 'named'}`

/** What a form opens with: what is known, and where the form asks for it the name and number that were just said. */
export function begun(
  knowledge: Knowledge,
  { form, prefill }: Pick<BehalfFormReply, 'form' | 'prefill'>,
  { person, name, phone }: Whom,
): { readonly answers: FormAnswers; readonly confirmed: readonly string[] } {
  const draft = startDraft(knowledge, form, prefill)
  if (person !== undefined) return draft
  return { ...draft, answers: withSaid(form, draft.answers, { 'person.name': name, 'person.mobile': phone }) }
}

function withSaid(form: Form, before: FormAnswers, said: Readonly<Record<string, string>>): FormAnswers {
  const self = form.subjects.find(({ is }) => is.by === 'actor')?.key
  if (self === undefined) return before
  const [first = { values: {} }] = before[self] ?? []
  const values = Object.fromEntries(
    form.controls.flatMap(({ id, binding }) => {
      const value =
        binding !== undefined && 'attribute' in binding && binding.subject === self
          ? said[binding.attribute]
          : undefined
      return value === undefined || value === '' ? [] : [[id, value]]
    }),
  )
  return { ...before, [self]: [{ ...first, values: { ...first.values, ...values } }] }
}

/** What is sent. */
export function bodyOf(draft: BehalfDraft, home: PlaceId): BehalfBody {
  const { whom, way, version, answers: said, slot, files } = draft
  const phone = whom.phone.trim()
  return {
    version,
    way,
    home,
    ...(whom.person === undefined
      ? { named: { name: whom.name.trim(), ...(phone === '' ? {} : { phone }) } }
      : { person: whom.person }),
    answers: said,
    ...(slot === undefined ? {} : { slot }),
    ...(files.length === 0 ? {} : { files: [...files] }),
  }
}

/** What lacks of whom it is for, in words; nothing where all is there. */
export function whomProblems({ person, name, phone, home }: Whom): Partial<Record<'name' | 'phone' | 'home', string>> {
  if (person !== undefined) return {}
  const number = phone.trim()
  return {
    ...(name.trim() === '' ? { name: '请填写姓名' } : {}),
    ...(number !== '' && !/^1[3-9]\d{9}$/.test(number) ? { phone: '请填写 11 位手机号，没有可以不填' } : {}),
    ...(home === undefined ? { home: '请选择住在哪里' } : {}),
  }
}

/** A form as it is kept for where there is no network: nothing of anybody. */
export const withoutAnybody = ({ person: _person, ...form }: BehalfFormReply): BehalfFormReply => ({
  ...form,
  prefill: {} satisfies Prefill,
})
