import { relationType } from '../knowledge/catalogue'
import type { RelationType } from '../knowledge/types'
import type { Binding, Control, Form, FormAnswers, Subject, SubjectAnswers, SubjectOrigin } from './form'

export type ByRelation = Extract<SubjectOrigin, { by: 'relation' }>
type AttributeBinding = Extract<Binding, { attribute: string }>
type RelationBinding = Extract<Binding, { relation: string }>
export type AttributeControl = Control & { readonly binding: AttributeBinding }
export type RelationControl = Control & { readonly binding: RelationBinding }

/** A form as the lens walks it. Safe to make of a broken form: what cannot be reached is simply not in `subjects`. */
export interface FormShape {
  readonly form: Form
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

const shapes = new WeakMap<Form, FormShape>()

/** @returns the shape of a form; computed once per form object, since forms never change in place */
export function shapeOf(form: Form): FormShape {
  const known = shapes.get(form)
  if (known) return known
  const shape = computeShape(form)
  shapes.set(form, shape)
  return shape
}

function computeShape(form: Form): FormShape {
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
  const subjects = [...reached.values()]
  return {
    form,
    subjects,
    subject: new Map(form.subjects.map((subject) => [subject.key, subject])),
    control: new Map(form.controls.map((control) => [control.id, control])),
    actor: subjects.find((subject) => subject.is.by === 'actor'),
    submission: subjects.find((subject) => subject.is.by === 'submission'),
    repeats,
    attributeControls: bySubject(form.controls.filter(isAttributeControl)),
    relationControls: bySubject(form.controls.filter(isRelationControl)),
  }
}

export function isAttributeControl(control: Control): control is AttributeControl {
  return control.binding !== undefined && 'attribute' in control.binding
}
export function isRelationControl(control: Control): control is RelationControl {
  return control.binding !== undefined && 'relation' in control.binding
}

/** @returns the subject under whose answers a control is answered: that of its binding, or the actor for a consent */
export function answeredUnder(shape: FormShape, control: Control): string | undefined {
  if (control.binding) return control.binding.subject
  return control.kind === 'consent' ? shape.actor?.key : undefined
}

/** @returns the place control that decides which place a subject is, when there is one: both follow the same relation */
export function placeControlOf(shape: FormShape, subject: Subject): RelationControl | undefined {
  const { is } = subject
  if (is.by !== 'relation' || is.direction !== 'forward') return undefined
  return shape.relationControls.get(is.of)?.find((control) => control.binding.relation === is.relation)
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

export function relationOf(is: ByRelation): RelationType | undefined {
  return relationType(is.relation)
}

function bySubject<C extends Control & { readonly binding: Binding }>(
  controls: readonly C[],
): ReadonlyMap<string, readonly C[]> {
  const found = new Map<string, C[]>()
  for (const control of controls) {
    const list = found.get(control.binding.subject)
    if (list) list.push(control)
    else found.set(control.binding.subject, [control])
  }
  return found
}
