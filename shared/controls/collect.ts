import { entityId } from '../knowledge/base'
import { factsFollowing, isComputed } from '../knowledge/derive'
import type { Knowledge } from '../knowledge/system'
import type { EntityId, Instant } from '../knowledge/types'
import { readPlaceId, readValue } from '../knowledge/values'
import type { EntityPatch, EntityRef, Form, FormAnswers, Patch, RelationPatch } from './form'
import {
  type AttributeControl,
  answersOf,
  chainOf,
  choosingControlOf,
  type FormShape,
  givenTo,
  instancesOf,
  isGiven,
  isOfRelation,
  placeControlOf,
  type RelationControl,
  shapeOf,
} from './shape'
import { type FormState, stateOf } from './visibility'

export interface CollectFor {
  readonly actor: EntityId
  /** The organisation the actor acts for: what a form of that kind is about. */
  readonly target?: EntityId
  /** The request's id. New entities are named after it, so a retry is the same patch. */
  readonly submission: string
  /** When it was filled in: what is computed and shown depends on it. */
  readonly at: Instant
}

type Facts = EntityPatch['facts']

/** One instance of a subject with what was said of it, and of the relation it is reached by. */
interface Said {
  readonly subject: string
  readonly index: number
  readonly ref: EntityRef
  readonly facts: Facts
  readonly ofRelation: Facts
  readonly relations: readonly RelationPatch[]
}

/**
 * Writes a form's answers as standard entities and relations. Answers are taken as valid (`validateAnswers`): what cannot be read is left out.
 *
 * - Hidden and unanswered controls say nothing; nothing said never erases what is known. Neither do the stars of a masked value:
 *   no attribute can be read from its mask.
 * - Someone new is named `submission/subject/index`. The submission itself, when the form has it as a subject, is a new event of
 *   that name, `applied-by` the actor and `about` the people of the form (the actor, when there is no one else), or `about-organisation`
 *   whom the actor acts for.
 * - A card left blank is nobody, unless someone is reached through it.
 * - Own questions of the form stay with the request; the graph knows nothing of them.
 */
export function collect(knowledge: Knowledge, form: Form, answers: FormAnswers, given: CollectFor): Patch {
  const shape = shapeOf(knowledge, form)
  const state = stateOf(shape, answers, given.at)
  const said = shape.subjects
    .filter(({ is }) => is.by !== 'own')
    .flatMap((subject) =>
      Array.from({ length: instancesOf(shape, answers, subject.key) }, (_, index) =>
        sayOne(state, given, subject.key, index),
      ).filter((one) => one !== undefined),
    )
  const present = said.filter((one) => isPresent(shape, one, said))
  return {
    knowledge: knowledge.version,
    entities: present.filter((one) => one.facts.length > 0 || 'fresh' in one.ref).map((one) => entityPatch(shape, one)),
    relations: [
      ...present.flatMap((one) => originRelation(shape, present, one)),
      ...present.flatMap((one) => one.relations),
      ...submissionRelations(shape, present, given),
    ],
  }
}

/** @returns how a patch names the event a submission is, or nothing when the form does not speak of the submission */
export function submissionRef(form: Form, submission: string): EntityRef | undefined {
  const subject = form.subjects.find(({ is }) => is.by === 'submission')
  return subject && { fresh: `${submission}/${subject.key}/0` }
}

function sayOne(state: FormState, given: CollectFor, subject: string, index: number): Said | undefined {
  const { shape } = state
  const ref = state.isReached(subject, index) ? refOf(state, given, subject, index) : undefined
  if (!ref) return undefined
  const controls = shape.attributeControls.get(subject) ?? []
  const factsOf = (some: readonly AttributeControl[]): Facts =>
    some.flatMap((control) => factsSaid(state, control, index))
  const relations = (shape.relationControls.get(subject) ?? []).flatMap((control): readonly RelationPatch[] => {
    // Where the choice decides whom a subject stands for, that subject's origin says the relation.
    if (shape.subjects.some((one) => choosingControlOf(shape, one) === control)) return []
    const to = targetSaid(state, control, index)
    return to === undefined ? [] : [{ type: control.binding.relation, from: ref, to: { known: to } }]
  })
  return {
    subject,
    index,
    ref,
    facts: factsOf(controls.filter((control) => !isOfRelation(shape, control))),
    ofRelation: factsOf(controls.filter((control) => isOfRelation(shape, control))),
    relations,
  }
}

/** @returns who an instance is; nothing for a place nobody has chosen */
function refOf(state: FormState, given: CollectFor, key: string, index: number): EntityRef | undefined {
  const { shape } = state
  const subject = shape.subject.get(key)
  if (!subject) return undefined
  if (isGiven(subject.is)) return { known: givenTo(subject.is, given) }
  const fresh = { fresh: `${given.submission}/${key}/${index}` }
  if (subject.is.by === 'submission') return fresh
  const place = placeControlOf(shape, subject)
  if (place) {
    const chosen = targetSaid(state, place, index)
    return chosen === undefined ? undefined : { known: chosen }
  }
  // Chosen among what is known, or described as something new.
  const choosing = choosingControlOf(shape, subject)
  const chosen = (choosing && targetSaid(state, choosing, index)) ?? answersOf(state.answers, key, index).entity
  return chosen === undefined ? fresh : { known: chosen }
}

function factsSaid(state: FormState, control: AttributeControl, index: number): Facts {
  const what = state.shape.knowledge.attribute(control.binding.attribute)
  if (!what || isComputed(what.code)) return []
  const raw = state.answerAt(control, index)
  const reading = raw === undefined ? undefined : readValue(what, raw)
  if (!reading?.ok) return []
  return [{ attribute: what.code, value: reading.value }, ...factsFollowing(what.code, reading.value)]
}

function targetSaid(state: FormState, control: RelationControl, index: number): EntityId | undefined {
  const raw = state.answerAt(control, index)
  const reading = raw === undefined ? undefined : readPlaceId(raw)
  return reading?.ok ? entityId(String(reading.value)) : undefined
}

/** Known, said something of, or on the way to someone who is. */
function isPresent(shape: FormShape, one: Said, said: readonly Said[]): boolean {
  if ('known' in one.ref || saysSomething(one)) return true
  if (shape.submission?.key === one.subject) return true
  return said.some(
    (other) =>
      chainOf(shape, other.subject).includes(one.subject) &&
      sameCard(shape, one, other) &&
      ('known' in other.ref || saysSomething(other)),
  )
}

function saysSomething(one: Said): boolean {
  return one.facts.length > 0 || one.ofRelation.length > 0 || one.relations.length > 0
}

/** A single subject belongs to every card; instances of one repeated subject belong together at the same index. */
function sameCard(shape: FormShape, source: Pick<Said, 'subject' | 'index'>, reached: Pick<Said, 'index'>): boolean {
  return !shape.repeats.has(source.subject) || source.index === reached.index
}

function entityPatch(shape: FormShape, one: Said): EntityPatch {
  const subject = shape.subject.get(one.subject)
  return { ref: one.ref, kind: subject?.kind ?? 'person', facts: one.facts }
}

function isOneGiven(shape: FormShape, one: Said): boolean {
  const is = shape.subject.get(one.subject)?.is
  return is !== undefined && isGiven(is)
}

/** The relation a subject is reached by, confirmed anew, with what was said of it. */
function originRelation(shape: FormShape, present: readonly Said[], one: Said): readonly RelationPatch[] {
  const subject = shape.subject.get(one.subject)
  if (subject?.is.by !== 'relation') return []
  const { is } = subject
  const source = present.find((other) => other.subject === is.of && sameCard(shape, other, one))
  if (!source) return []
  const [from, to] = is.direction === 'forward' ? [source.ref, one.ref] : [one.ref, source.ref]
  return [{ type: is.relation, from, to, ...(one.ofRelation.length === 0 ? {} : { facts: one.ofRelation }) }]
}

function submissionRelations(
  shape: FormShape,
  present: readonly Said[],
  { actor, target }: Pick<CollectFor, 'actor' | 'target'>,
): readonly RelationPatch[] {
  const event = present.find((one) => one.subject === shape.submission?.key)?.ref
  if (!event) return []
  const appliedBy: RelationPatch = { type: 'applied-by', from: event, to: { known: actor } }
  const saysWhom = shape.subjects.some(
    ({ is }) => is.by === 'relation' && is.relation === 'about' && is.of === shape.submission?.key,
  )
  if (saysWhom) return [appliedBy]
  const people = present.filter((one) => !isOneGiven(shape, one) && shape.subject.get(one.subject)?.kind === 'person')
  // What an organisation asks for is about it; its delegate only brings it.
  if (target !== undefined)
    return [
      appliedBy,
      { type: 'about-organisation', from: event, to: { known: target } },
      ...people.map((one): RelationPatch => ({ type: 'about', from: event, to: one.ref })),
    ]
  const about = people.length > 0 ? people.map((one) => one.ref) : [{ known: actor }]
  return [appliedBy, ...about.map((to): RelationPatch => ({ type: 'about', from: event, to }))]
}
