import { computedFact } from '../knowledge/derive'
import type { Knowledge } from '../knowledge/system'
import type { AttributeCode, CodeItem, Instant, Value } from '../knowledge/types'
import { isBlank } from '../knowledge/values'
import { type Expression, evaluate, holds, type Scope } from './expression'
import type { Control, Form, FormAnswers } from './form'
import {
  answeredUnder,
  answersOf,
  chainOf,
  type FormShape,
  instancesOf,
  isAttributeControl,
  itemsOf,
  placeControlOf,
  shapeOf,
} from './shape'

/** One control as it stands on the screen: in a card when its subject repeats. */
export interface ShownControl {
  readonly control: Control
  /** Whose answers it belongs to; absent for what has no answer. */
  readonly subject?: string
  readonly index: number
  /** Whether it must be answered now. */
  readonly required: boolean
}

/** @returns what is shown for these answers, in the form's order; a control of a repeated subject once per card */
export function shownControls(
  knowledge: Knowledge,
  form: Form,
  answers: FormAnswers,
  at: Instant,
): readonly ShownControl[] {
  const state = stateOf(shapeOf(knowledge, form), answers, at)
  return form.controls.flatMap((control) => {
    const subject = answeredUnder(state.shape, control)
    const count = subject === undefined ? 1 : instancesOf(state.shape, answers, subject)
    return Array.from({ length: count }, (_, index) => index)
      .filter((index) => state.isShown(control, index))
      .map((index) => ({
        control,
        index,
        required: state.isRequired(control, index),
        ...(subject === undefined ? {} : { subject }),
      }))
  })
}

/**
 * A form with its answers at an instant: what is shown, needed, offered and computed. Each question is asked once and remembered: a
 * form of hundreds of rules is looked through at every keystroke.
 */
export interface FormState {
  readonly shape: FormShape
  readonly answers: FormAnswers
  readonly at: Instant
  /** Whether a control is shown in one card; what depends on something hidden sees it as not answered. */
  isShown(control: Control, index: number): boolean
  isRequired(control: Control, index: number): boolean
  /** Whether an instance can be spoken of: a place, and whoever is reached through it, only once the place is chosen. */
  isReached(subject: string, index: number): boolean
  /** The answer as it counts: nothing while hidden, what the rule gives for a computed one. */
  answerAt(control: Control, index: number): Value | undefined
  /** The choices offered now. */
  offered(control: Control, index: number): readonly CodeItem[]
  /** Whether a rule of a control holds in a card. */
  holds(rule: Expression, control: Control, index: number): boolean
}

/** Not a name a control can have. */
const lookUp = Symbol('lookUp')

interface Lookup {
  readonly [lookUp]: (control: Control) => Value | readonly Value[] | null
}

const names = new WeakMap<FormShape, object>()

/** The controls of a form as properties that are looked up when a rule asks for them; made once for each form. */
function namesOf(shape: FormShape): object {
  const known = names.get(shape)
  if (known) return known
  const made = {}
  for (const [id, control] of shape.control) {
    Object.defineProperty(made, id, {
      get(this: Lookup) {
        return this[lookUp](control)
      },
    })
  }
  names.set(shape, made)
  return made
}

/** The state last asked for of some answers: one keystroke is looked at by the screen, the validation and the count of what is open. */
const last = new WeakMap<FormAnswers, FormState>()

/** @param answers never changed in place: others are another object */
export function stateOf(shape: FormShape, answers: FormAnswers, at: Instant): FormState {
  const known = last.get(answers)
  if (known && known.shape === shape && known.at === at) return known
  const state = lookedAt(shape, answers, at)
  last.set(answers, state)
  return state
}

function lookedAt(shape: FormShape, answers: FormAnswers, at: Instant): FormState {
  const shown = new Map<string, boolean | 'asking'>()
  const computed = new Map<string, Value | undefined>()
  const scopes = new Map<string, Scope>()

  /** Going in circles is refused by `checkForm`; hidden is the safe answer for a form that is still being put together. */
  function isShown(control: Control, index: number): boolean {
    const key = `${control.id} ${index}`
    const known = shown.get(key)
    if (known !== undefined) return known === true
    shown.set(key, 'asking')
    const answer = isShownNow(control, index)
    shown.set(key, answer)
    return answer
  }

  function isShownNow(control: Control, index: number): boolean {
    const container = control.within === undefined ? undefined : shape.control.get(control.within)
    if (container && !isShown(container, 0)) return false
    const subject = control.binding?.subject
    if (subject !== undefined && !isReached(subject, index)) return false
    return control.showWhen === undefined || holdsIn(control.showWhen, control, index)
  }

  function isReached(subject: string, index: number): boolean {
    return [subject, ...chainOf(shape, subject)].every((key) => {
      const step = shape.subject.get(key)
      const place = step && placeControlOf(shape, step)
      if (!place) return true
      const at = indexUnder(place.binding.subject, index)
      return isShown(place, at) && !isBlank(answersOf(answers, place.binding.subject, at).values[place.id])
    })
  }

  function indexUnder(subject: string, index: number): number {
    return shape.repeats.has(subject) ? index : 0
  }

  function answerAt(control: Control, index: number): Value | undefined {
    const subject = answeredUnder(shape, control)
    if (subject === undefined || !isShown(control, index)) return undefined
    if (control.kind === 'computed') return computedOf(control, index)
    const value = answersOf(answers, subject, index).values[control.id]
    return value === undefined || isBlank(value) ? undefined : value
  }

  function computedOf(control: Control, index: number): Value | undefined {
    const key = `${control.id} ${index}`
    if (computed.has(key)) return computed.get(key)
    computed.set(key, undefined)
    const value =
      control.compute === undefined
        ? followingFrom(control, index)
        : asValue(evaluate(control.compute, scopeOf(control, index), at))
    computed.set(key, value)
    return value
  }

  /** What the system computes by itself from the other answers of the same instance: the age from the ID number. */
  function followingFrom(control: Control, index: number): Value | undefined {
    if (!isAttributeControl(control)) return undefined
    const { subject, attribute } = control.binding
    const answered = (code: AttributeCode): Value | undefined => {
      const source = shape.attributeControls.get(subject)?.find((one) => one.binding.attribute === code)
      return source && answerAt(source, index)
    }
    return computedFact(attribute, answered, at)?.value
  }

  /** What a rule of a control sees. Answers are looked up when a rule asks for them, so that rules may depend on one another in any order. */
  function scopeOf(control: Control, index: number): Scope {
    const root = shape.repeats.get(answeredUnder(shape, control) ?? '')
    const key = `${root ?? ''} ${index}`
    const known = scopes.get(key) ?? lazyScope(root, index)
    scopes.set(key, known)
    return known
  }

  function lazyScope(root: string | undefined, index: number): Scope {
    const looksUp: Lookup = { [lookUp]: (control) => seen(control, root, index) ?? null }
    return Object.setPrototypeOf(looksUp, namesOf(shape)) // the names are properties by the prototype
  }

  /** In the same card its answer there; from outside a repeated subject the answers of all its cards. */
  function seen(control: Control, root: string | undefined, index: number): Value | readonly Value[] | undefined {
    const subject = answeredUnder(shape, control)
    if (subject === undefined) return undefined
    const repeated = shape.repeats.get(subject)
    if (repeated === undefined) return answerAt(control, 0)
    if (repeated === root) return answerAt(control, index)
    return Array.from({ length: instancesOf(shape, answers, subject) }, (_, card) => answerAt(control, card))
      .filter((value) => value !== undefined)
      .flat()
  }

  function holdsIn(rule: Expression, control: Control, index: number): boolean {
    return holds(rule, scopeOf(control, index), at)
  }

  return {
    shape,
    answers,
    at,
    isShown,
    isReached,
    answerAt,
    holds: holdsIn,
    isRequired: (control, index) =>
      control.requiredWhen === undefined ? control.required : holdsIn(control.requiredWhen, control, index),
    offered: (control, index) => {
      const items = itemsOf(shape.knowledge, control)
      const { offer } = control
      if (!offer) return items
      const named = new Set(offer.when.flatMap(({ codes }) => codes))
      const open = new Set(offer.when.flatMap((one) => (holdsIn(one.if, control, index) ? one.codes : [])))
      return items.filter(({ code }) => open.has(code) || (offer.others === 'always' && !named.has(code)))
    },
  }

  function asValue(result: unknown): Value | undefined {
    return typeof result === 'string' ||
      typeof result === 'boolean' ||
      (typeof result === 'number' && Number.isFinite(result))
      ? result
      : undefined
  }
}
