import type { Knowledge } from '../knowledge/system'
import type { Attribute, CodeItem, EntityId, RelationType, ValueType } from '../knowledge/types'
import { readValueType } from '../knowledge/value-type'
import type {
  Binding,
  Control,
  ControlKind,
  Form,
  FormAnswers,
  OwnValue,
  Subject,
  SubjectAnswers,
  SubjectOrigin,
} from './form'

export type ByRelation = Extract<SubjectOrigin, { by: 'relation' }>
type AttributeBinding = Extract<Binding, { attribute: string }>
type RelationBinding = Extract<Binding, { relation: string }>
type OwnBinding = Extract<Binding, { own: OwnValue }>
export type BoundControl = Control & { readonly binding: Binding }
export type AttributeControl = Control & { readonly binding: AttributeBinding }
export type RelationControl = Control & { readonly binding: RelationBinding }
export type OwnControl = Control & { readonly binding: OwnBinding }

/** How the answer of a control is written: that of its attribute, or its own. */
export type Answering = Pick<Attribute, 'value' | 'many'>

/** A form as the lens walks it. Safe to make of a broken form: what cannot be reached is simply not in `subjects`. */
export interface FormShape {
  readonly form: Form
  readonly knowledge: Knowledge
  /** Reachable subjects, each after the one it is reached from. */
  readonly subjects: readonly Subject[]
  readonly subject: ReadonlyMap<string, Subject>
  readonly control: ReadonlyMap<string, Control>
  readonly actor: Subject | undefined
  readonly submission: Subject | undefined
  /**
   * The repeated subject whose cards a subject follows (itself, if it repeats); absent for a single subject.
   * A single subject reached from a repeated one has one instance per card, at the same index.
   */
  readonly repeats: ReadonlyMap<string, string>
  readonly attributeControls: ReadonlyMap<string, readonly AttributeControl[]>
  readonly relationControls: ReadonlyMap<string, readonly RelationControl[]>
}

const shapes = new WeakMap<Knowledge, WeakMap<Form, FormShape>>()

/** @returns the shape of a form; computed once per form object and version, since neither changes in place */
export function shapeOf(knowledge: Knowledge, form: Form): FormShape {
  const known = shapes.get(knowledge) ?? new WeakMap<Form, FormShape>()
  shapes.set(knowledge, known)
  const shape = known.get(form) ?? computeShape(knowledge, form)
  known.set(form, shape)
  return shape
}

function computeShape(knowledge: Knowledge, form: Form): FormShape {
  const { reached, repeats } = repeatsOf(form)
  const subjects = [...reached.values()]
  return {
    form,
    knowledge,
    subjects,
    subject: new Map(form.subjects.map((subject) => [subject.key, subject])),
    control: new Map(form.controls.map((control) => [control.id, control])),
    actor: subjects.find(({ is }) => isGiven(is)),
    submission: subjects.find((subject) => subject.is.by === 'submission'),
    repeats,
    attributeControls: bySubject(form.controls.filter(isAttributeControl)),
    relationControls: bySubject(form.controls.filter(isRelationControl)),
  }
}

/** @returns the subjects that can be reached, each after the one it is reached from; and the repeated one whose cards each follows */
export function repeatsOf(form: Pick<Form, 'subjects'>): {
  readonly reached: ReadonlyMap<string, Subject>
  readonly repeats: ReadonlyMap<string, string>
} {
  const reached = new Map<string, Subject>()
  const repeats = new Map<string, string>()
  for (let grew = true; grew; ) {
    grew = false
    for (const subject of form.subjects) {
      if (reached.has(subject.key)) continue
      const source = subject.is.by === 'relation' ? subject.is.of : undefined
      if (source !== undefined && !reached.has(source)) continue
      reached.set(subject.key, subject)
      const follows = subject.many ? subject.key : source === undefined ? undefined : repeats.get(source)
      if (follows !== undefined) repeats.set(subject.key, follows)
      grew = true
    }
  }
  return { reached, repeats }
}

export function isAttributeControl(control: Control): control is AttributeControl {
  return control.binding !== undefined && 'attribute' in control.binding
}
export function isRelationControl(control: Control): control is RelationControl {
  return control.binding !== undefined && 'relation' in control.binding
}
export function isOwnControl(control: Control): control is OwnControl {
  return control.binding !== undefined && 'own' in control.binding
}

/** @returns whether whoever opens the form says whom it is about */
export const isGiven = (is: SubjectOrigin): is is Extract<SubjectOrigin, { by: 'actor' | 'target' }> =>
  is.by === 'actor' || is.by === 'target'

/** @returns whom a given subject stands for; where nobody says what it is about, it is about the actor */
export const givenTo = (
  is: Extract<SubjectOrigin, { by: 'actor' | 'target' }>,
  { actor, target = actor }: { readonly actor: EntityId; readonly target?: EntityId },
): EntityId => (is.by === 'actor' ? actor : target)

/** Kinds that are read, or hold others, and have no answer. */
const unanswered: ReadonlySet<ControlKind> = new Set(['section', 'matrix', 'explanation'])

/** @returns whether a control of this kind has an answer at all */
export function isAnswered(kind: ControlKind): boolean {
  return !unanswered.has(kind)
}

/** @returns the subject under whose answers a control is answered: that of its binding, or the actor for a consent */
export function answeredUnder(shape: FormShape, control: Control): string | undefined {
  if (control.binding) return control.binding.subject
  return control.kind === 'consent' ? shape.actor?.key : undefined
}

/** @returns how the answers to a control are written; nothing for relations, for what has no answer, and for what is broken */
export function answeringOf(knowledge: Knowledge, control: Control): Answering | undefined {
  if (isAttributeControl(control)) return knowledge.attribute(control.binding.attribute)
  if (!isOwnControl(control)) return undefined
  const { own } = control.binding
  const known = answerings.get(own)
  if (known?.knowledge === knowledge) return known.answering
  const value = ownValueType(knowledge, own)
  const answering = value && { value, many: own.many === true }
  answerings.set(own, { knowledge, answering })
  return answering
}

/** How own questions are answered, read once. */
const answerings = new WeakMap<OwnValue, { readonly knowledge: Knowledge; readonly answering: Answering | undefined }>()

function ownValueType(knowledge: Knowledge, own: OwnValue): ValueType | undefined {
  if (own.type === 'code') return own.items && { type: 'code', list: '', items: own.items }
  return readValueType(own.type, (id) => knowledge.codeList(id)?.items)
}

/** @returns the choices of a control, all of them; nothing where it has none */
export function itemsOf(knowledge: Knowledge, control: Control): readonly CodeItem[] {
  const value = answeringOf(knowledge, control)?.value
  return value?.type === 'code' ? value.items : []
}

/** @returns the control in which it is chosen whom a subject stands for, when there is one: both follow the same relation */
export function choosingControlOf(shape: FormShape, subject: Subject): RelationControl | undefined {
  const { is } = subject
  if (is.by !== 'relation' || is.direction !== 'forward') return undefined
  return shape.relationControls.get(is.of)?.find((control) => control.binding.relation === is.relation)
}

/** @returns the place control that decides which place a subject is: forms never make places, so it is nowhere until one is chosen */
export function placeControlOf(shape: FormShape, subject: Subject): RelationControl | undefined {
  return subject.kind === 'place' ? choosingControlOf(shape, subject) : undefined
}

/** @returns how many instances of a subject there are: its cards, or one */
export function instancesOf(shape: FormShape, answers: FormAnswers, subject: string): number {
  const root = shape.repeats.get(subject)
  return root === undefined ? 1 : (answers[root]?.length ?? 0)
}

const nothing: SubjectAnswers = { values: {} }

/** @returns the answers of one instance; an empty set where there are none */
export function answersOf(answers: FormAnswers, subject: string, index: number): SubjectAnswers {
  return answers[subject]?.[index] ?? nothing
}

/** @returns the instances a subject's instance is reached through, nearest first, ending with the actor or the submission */
export function chainOf(shape: FormShape, subject: string): readonly string[] {
  const chain: string[] = []
  let at = shape.subject.get(subject)
  while (at?.is.by === 'relation' && chain.length <= shape.form.subjects.length) {
    chain.push(at.is.of)
    at = shape.subject.get(at.is.of)
  }
  return chain
}

export function relationOf(shape: FormShape, is: ByRelation): RelationType | undefined {
  return shape.knowledge.relationType(is.relation)
}

/** @returns whether an attribute binding speaks of the relation the subject is reached by, not of the subject itself */
export function isOfRelation(shape: FormShape, control: AttributeControl): boolean {
  const of = shape.knowledge.attribute(control.binding.attribute)?.of
  return typeof of === 'object'
}

function bySubject<C extends BoundControl>(controls: readonly C[]): ReadonlyMap<string, readonly C[]> {
  const found = new Map<string, C[]>()
  for (const control of controls) {
    const list = found.get(control.binding.subject)
    if (list) list.push(control)
    else found.set(control.binding.subject, [control])
  }
  return found
}
