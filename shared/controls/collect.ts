import { attribute } from '../knowledge/catalogue'
import type { EntityId, Value } from '../knowledge/types'
import { isBlank, readPlaceId, readValue } from '../knowledge/values'
import type { EntityPatch, EntityRef, Form, FormAnswers, Patch, RelationPatch } from './form'
import { derivedValues, placeEntity } from './prefill'
import {
  type AttributeControl,
  answersOf,
  chainOf,
  type FormShape,
  instancesOf,
  placeControlOf,
  type RelationControl,
  shapeOf,
} from './shape'
import { isReached, isShown } from './visibility'

export interface CollectFor {
  readonly actor: EntityId
  /** The request's id. New entities are named after it, so a retry is the same patch. */
  readonly submission: string
}

type Facts = EntityPatch['facts']

/** One instance of a subject with what was said of it. */
interface Said {
  readonly subject: string
  readonly index: number
  readonly ref: EntityRef
  readonly facts: Facts
  readonly relations: readonly RelationPatch[]
}

/**
 * Writes a form's answers as standard entities and relations. Answers are taken as valid (`validateAnswers`): what cannot be read is left out.
 *
 * - Hidden and unanswered controls say nothing; nothing said never erases what is known. Neither do the stars of a masked value:
 *   no attribute can be read from its mask.
 * - Someone new is named `submission/subject/index`. The submission itself, when the form has it as a subject, is a new event of
 *   that name, `applied-by` the actor and `about` the people of the form (the actor, when there is no one else).
 * - A card left blank is nobody, unless someone is reached through it.
 */
export function collect(form: Form, answers: FormAnswers, given: CollectFor): Patch {
  const shape = shapeOf(form)
  const said = shape.subjects.flatMap((subject) =>
    Array.from({ length: instancesOf(shape, answers, subject.key) }, (_, index) =>
      sayOne(shape, answers, given, subject.key, index),
    ).filter((one) => one !== undefined),
  )
  const present = said.filter((one) => isPresent(shape, one, said))
  return {
    knowledge: form.knowledge,
    entities: present.filter((one) => one.facts.length > 0 || 'fresh' in one.ref).map((one) => entityPatch(shape, one)),
    relations: [
      ...present.flatMap((one) => originRelation(shape, present, one)),
      ...present.flatMap((one) => one.relations),
      ...submissionRelations(shape, present, given.actor),
    ],
  }
}

/** @returns how a patch names the event a submission is, or nothing when the form does not speak of the submission */
export function submissionRef(form: Form, submission: string): EntityRef | undefined {
  const subject = shapeOf(form).submission
  return subject && { fresh: `${submission}/${subject.key}/0` }
}

function sayOne(
  shape: FormShape,
  answers: FormAnswers,
  given: CollectFor,
  subject: string,
  index: number,
): Said | undefined {
  const ref = isReached(shape, answers, subject, index) ? refOf(shape, answers, given, subject, index) : undefined
  if (!ref) return undefined
  const facts = (shape.attributeControls.get(subject) ?? []).flatMap((control) =>
    factsSaid(shape, answers, control, index),
  )
  const relations = (shape.relationControls.get(subject) ?? []).flatMap((control) => {
    const to = placeSaid(shape, answers, control, index)
    return to === undefined ? [] : [{ type: control.binding.relation, from: ref, to: { known: to } }]
  })
  return { subject, index, ref, facts, relations }
}

/** @returns who an instance is; nothing for a place nobody has chosen */
function refOf(
  shape: FormShape,
  answers: FormAnswers,
  given: CollectFor,
  key: string,
  index: number,
): EntityRef | undefined {
  const subject = shape.subject.get(key)
  if (!subject) return undefined
  if (subject.is.by === 'actor') return { known: given.actor }
  const fresh = { fresh: `${given.submission}/${key}/${index}` }
  if (subject.is.by === 'submission') return fresh
  const place = placeControlOf(shape, subject)
  if (place) {
    const chosen = placeSaid(shape, answers, place, index)
    return chosen === undefined ? undefined : { known: chosen }
  }
  const { entity } = answersOf(answers, key, index)
  return entity === undefined ? fresh : { known: entity }
}

function factsSaid(shape: FormShape, answers: FormAnswers, control: AttributeControl, index: number): Facts {
  const what = attribute(control.binding.attribute)
  const raw = rawAnswer(shape, answers, control, index)
  const reading = what && raw !== undefined ? readValue(what, raw) : undefined
  if (!what || !reading?.ok) return []
  return [{ attribute: what.code, value: reading.value }, ...derivedValues(what.code, reading.value)]
}

function placeSaid(
  shape: FormShape,
  answers: FormAnswers,
  control: RelationControl,
  index: number,
): EntityId | undefined {
  const raw = rawAnswer(shape, answers, control, index)
  const reading = raw === undefined ? undefined : readPlaceId(raw)
  return reading?.ok ? placeEntity(reading.value) : undefined
}

/** @returns what was answered; nothing when hidden or blank */
function rawAnswer(
  shape: FormShape,
  answers: FormAnswers,
  control: AttributeControl | RelationControl,
  index: number,
): Value | undefined {
  const raw = answersOf(answers, control.binding.subject, index).values[control.id]
  return raw === undefined || isBlank(raw) || !isShown(shape, answers, control, index) ? undefined : raw
}

/** Known, said something of, or on the way to someone who is. */
function isPresent(shape: FormShape, one: Said, said: readonly Said[]): boolean {
  if ('known' in one.ref || one.facts.length > 0 || one.relations.length > 0) return true
  if (shape.submission?.key === one.subject) return true
  return said.some(
    (other) =>
      chainOf(shape, other.subject).includes(one.subject) &&
      sameCard(shape, one, other) &&
      ('known' in other.ref || other.facts.length > 0 || other.relations.length > 0),
  )
}

/** A single subject belongs to every card; instances of one repeated subject belong together at the same index. */
function sameCard(shape: FormShape, source: Pick<Said, 'subject' | 'index'>, reached: Pick<Said, 'index'>): boolean {
  return !shape.repeats.has(source.subject) || source.index === reached.index
}

function entityPatch(shape: FormShape, one: Said): EntityPatch {
  const subject = shape.subject.get(one.subject)
  return { ref: one.ref, kind: subject?.kind ?? 'person', facts: one.facts }
}

/** The relation a subject is reached by, confirmed anew. A place follows its place control, which says the same relation. */
function originRelation(shape: FormShape, present: readonly Said[], one: Said): readonly RelationPatch[] {
  const subject = shape.subject.get(one.subject)
  if (subject?.is.by !== 'relation' || placeControlOf(shape, subject)) return []
  const { is } = subject
  const source = present.find((other) => other.subject === is.of && sameCard(shape, other, one))
  if (!source) return []
  return is.direction === 'forward'
    ? [{ type: is.relation, from: source.ref, to: one.ref }]
    : [{ type: is.relation, from: one.ref, to: source.ref }]
}

function submissionRelations(shape: FormShape, present: readonly Said[], actor: EntityId): readonly RelationPatch[] {
  const event = present.find((one) => one.subject === shape.submission?.key)?.ref
  if (!event) return []
  const appliedBy: RelationPatch = { type: 'applied-by', from: event, to: { known: actor } }
  const saysWhom = shape.subjects.some(
    ({ is }) => is.by === 'relation' && is.relation === 'about' && is.of === shape.submission?.key,
  )
  if (saysWhom) return [appliedBy]
  const people = present.filter(
    (one) => one.subject !== shape.actor?.key && shape.subject.get(one.subject)?.kind === 'person',
  )
  const about = people.length > 0 ? people.map((one) => one.ref) : [{ known: actor }]
  return [appliedBy, ...about.map((to): RelationPatch => ({ type: 'about', from: event, to }))]
}
