import {
  answersFrom,
  emptyAnswers,
  type Form,
  type FormAnswers,
  type Prefill,
  type PrefilledValue,
  type SubjectAnswers,
  shownControls,
} from '../../controls'
import { chainOf, shapeOf } from '../../controls/shape'
import { type EntityId, type Instant, type Knowledge, sameValue, type Value } from '../../knowledge'

/** A form being filled in. Plain data: it is stored as it is and survives closing the application. */
export interface FormDraft {
  readonly answers: FormAnswers
  /** Prefilled values the person has looked at, as `markOf` names them. */
  readonly confirmed: readonly string[]
}

/** One answer of a form: which control, in which card of which subject. */
export interface AnswerPlace {
  readonly subject: string
  readonly index: number
  readonly control: string
}

export function markOf({ subject, index, control }: AnswerPlace): string {
  return `${subject}.${index}.${control}`
}

/** @returns a new draft: what is known filled in, nothing confirmed */
export function startDraft(knowledge: Knowledge, form: Form, prefill: Prefill): FormDraft {
  return { answers: { ...emptyAnswers(knowledge, form), ...answersFrom(prefill) }, confirmed: [] }
}

export function valueAt(answers: FormAnswers, { subject, index, control }: AnswerPlace): Value | undefined {
  return answers[subject]?.[index]?.values[control]
}

/** @returns the draft with one answer said, or taken back; saying it is also having looked at it */
export function answer(draft: FormDraft, place: AnswerPlace, value: Value | undefined): FormDraft {
  const instances = draft.answers[place.subject] ?? []
  const next = instances.map((instance, index) => {
    if (index !== place.index) return instance
    const { [place.control]: _former, ...others } = instance.values
    return { ...instance, values: value === undefined ? others : { ...others, [place.control]: value } }
  })
  return { answers: { ...draft.answers, [place.subject]: next }, confirmed: confirm(draft.confirmed, [markOf(place)]) }
}

function confirm(confirmed: readonly string[], marks: readonly string[]): readonly string[] {
  return [...confirmed, ...marks.filter((mark) => !confirmed.includes(mark))]
}

/** @returns what is known of an answer, unless the person has said something else since */
export function knownAt(draft: FormDraft, prefill: Prefill, place: AnswerPlace): PrefilledValue | undefined {
  const entity = draft.answers[place.subject]?.[place.index]?.entity
  // Cards may have been removed since: a card is found again by whom it is about, not by its position.
  const known = entity && valuesKnown(prefill, place.subject, entity)?.[place.control]
  if (!known) return undefined
  const value = valueAt(draft.answers, place)
  if (known.masked) return value === undefined ? known : undefined
  return value !== undefined && sameValue(value, known.value) ? known : undefined
}

/** @returns what is known of an entity as one subject: of whom the form opened with, or of another who could be meant */
function valuesKnown(prefill: Prefill, subject: string, entity: EntityId) {
  const instances = prefill[subject] ?? []
  const all = [...instances, ...instances.flatMap(({ candidates }) => candidates ?? [])]
  return all.find((one) => one.entity === entity)?.values
}

/** @returns the draft with another of the known ones meant, or somebody new; what is reached through them starts anew */
export function chooseEntity(
  knowledge: Knowledge,
  form: Form,
  draft: FormDraft,
  prefill: Prefill,
  subject: string,
  entity: EntityId | undefined,
): FormDraft {
  const shape = shapeOf(knowledge, form)
  const values = entity === undefined ? {} : (valuesKnown(prefill, subject, entity) ?? {})
  const whole = Object.entries(values).filter(([, one]) => one.masked !== true)
  const chosen: SubjectAnswers = {
    ...(entity === undefined ? {} : { entity }),
    values: Object.fromEntries(whole.map(([id, one]) => [id, one.value])),
  }
  const behind = shape.subjects.map(({ key }) => key).filter((key) => chainOf(shape, key).includes(subject))
  const blank = emptyAnswers(knowledge, form)
  const keys = [subject, ...behind]
  return {
    answers: {
      ...draft.answers,
      ...Object.fromEntries(behind.map((key) => [key, blank[key] ?? []])),
      [subject]: [chosen],
    },
    confirmed: draft.confirmed.filter((mark) => !keys.includes(mark.split('.')[0] ?? '')),
  }
}

/** @returns the answers shown that are prefilled and still as they were */
function knownPlaces(
  knowledge: Knowledge,
  form: Form,
  draft: FormDraft,
  prefill: Prefill,
  at: Instant,
): readonly AnswerPlace[] {
  return shownControls(knowledge, form, draft.answers, at).flatMap(({ control, subject, index }) => {
    if (subject === undefined || control.kind === 'computed') return []
    const place = { subject, index, control: control.id }
    return knownAt(draft, prefill, place) ? [place] : []
  })
}

/** How many prefilled answers there are, and how many nobody has looked at yet. */
export function confirmation(
  knowledge: Knowledge,
  form: Form,
  draft: FormDraft,
  prefill: Prefill,
  at: Instant,
): { readonly known: number; readonly open: number } {
  const places = knownPlaces(knowledge, form, draft, prefill, at)
  return { known: places.length, open: places.filter((place) => !draft.confirmed.includes(markOf(place))).length }
}

/** @returns the draft with every prefilled answer confirmed in one go */
export function confirmAll(
  knowledge: Knowledge,
  form: Form,
  draft: FormDraft,
  prefill: Prefill,
  at: Instant,
): FormDraft {
  return {
    ...draft,
    confirmed: confirm(draft.confirmed, knownPlaces(knowledge, form, draft, prefill, at).map(markOf)),
  }
}

/** @returns the subjects that come and go together with a repeated one, itself included */
function following(knowledge: Knowledge, form: Form, root: string): readonly string[] {
  const shape = shapeOf(knowledge, form)
  return form.subjects.map((subject) => subject.key).filter((key) => shape.repeats.get(key) === root)
}

export function addCard(knowledge: Knowledge, form: Form, draft: FormDraft, root: string): FormDraft {
  const added = following(knowledge, form, root).map(
    (key) => [key, [...(draft.answers[key] ?? []), { values: {} }]] as const,
  )
  return { ...draft, answers: { ...draft.answers, ...Object.fromEntries(added) } }
}

export function removeCard(knowledge: Knowledge, form: Form, draft: FormDraft, root: string, at: number): FormDraft {
  const keys = following(knowledge, form, root)
  const left = keys.map((key) => [key, (draft.answers[key] ?? []).filter((_, index) => index !== at)] as const)
  // Marks name cards by position: those of this and the later cards no longer fit and are looked at again.
  const confirmed = draft.confirmed.filter((mark) => {
    const [key, index] = mark.split('.')
    return key === undefined || !keys.includes(key) || Number(index) < at
  })
  return { answers: { ...draft.answers, ...Object.fromEntries(left) }, confirmed }
}
