import { isBlank } from '../knowledge/values'
import type { Control, Form, FormAnswers } from './form'
import { answeredUnder, answersOf, chainOf, type FormShape, instancesOf, placeControlOf, shapeOf } from './shape'

/** One control as it stands on the screen: in a card when its subject repeats. */
export interface ShownControl {
  readonly control: Control
  /** Whose answers it belongs to; absent for an explanation. */
  readonly subject?: string
  readonly index: number
}

/** @returns what is shown for these answers, in the form's order; a control of a repeated subject once per card */
export function shownControls(form: Form, answers: FormAnswers): readonly ShownControl[] {
  const shape = shapeOf(form)
  return form.controls.flatMap((control) => {
    const subject = answeredUnder(shape, control)
    const count = subject === undefined ? 1 : instancesOf(shape, answers, subject)
    return Array.from({ length: count }, (_, index) => index)
      .filter((index) => isShown(shape, answers, control, index))
      .map((index) => ({ control, index, ...(subject === undefined ? {} : { subject }) }))
  })
}

/** @returns whether a control is shown in one card; a control whose condition stands on a hidden control is hidden too */
export function isShown(shape: FormShape, answers: FormAnswers, control: Control, index: number): boolean {
  return shown(shape, answers, control, index, 0)
}

function shown(shape: FormShape, answers: FormAnswers, control: Control, index: number, depth: number): boolean {
  // Deeper than there are controls means going in circles, which `checkForm` refuses; hidden is the safe answer.
  if (depth > shape.form.controls.length) return false
  const subject = control.binding?.subject
  return (
    (subject === undefined || reached(shape, answers, subject, index, depth)) &&
    conditionHolds(shape, answers, control, index, depth)
  )
}

function conditionHolds(
  shape: FormShape,
  answers: FormAnswers,
  control: Control,
  index: number,
  depth: number,
): boolean {
  const condition = control.showWhen
  if (!condition) return true
  const other = shape.control.get(condition.control)
  const subject = other && answeredUnder(shape, other)
  if (!other || subject === undefined) return false
  const at = shape.repeats.has(subject) ? index : 0
  if (!shown(shape, answers, other, at, depth + 1)) return false
  const value = answersOf(answers, subject, at).values[other.id]
  if (value === undefined || typeof value === 'number') return false
  return typeof value === 'object'
    ? value.some((item) => condition.isOneOf.includes(item))
    : condition.isOneOf.includes(value)
}

/**
 * @returns whether an instance can be spoken of: a place, and whoever is reached through it, only once the place is chosen
 */
export function isReached(shape: FormShape, answers: FormAnswers, subject: string, index: number): boolean {
  return reached(shape, answers, subject, index, 0)
}

function reached(shape: FormShape, answers: FormAnswers, subject: string, index: number, depth: number): boolean {
  return [subject, ...chainOf(shape, subject)].every((key) => {
    const step = shape.subject.get(key)
    const place = step && placeControlOf(shape, step)
    if (!place) return true
    const source = place.binding.subject
    const at = shape.repeats.has(source) ? index : 0
    return shown(shape, answers, place, at, depth + 1) && !isBlank(answersOf(answers, source, at).values[place.id])
  })
}
