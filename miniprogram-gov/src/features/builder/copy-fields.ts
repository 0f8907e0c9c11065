import {
  type Control,
  controlsIn,
  type Expression,
  type Form,
  isAnswered,
  placeControlOf,
  type Subject,
  shapeOf,
  stepOf,
} from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import { isContainer } from './arrange'
import { mintKey } from './mint'

/** One control of another form, as it may be taken over. */
export interface CopyChoice {
  readonly control: Control
  /** Whom it is asked of there. */
  readonly of: string
  /** It is asked in this form already. */
  readonly already: boolean
}

export interface Copied {
  readonly controls: readonly Control[]
  readonly subjects: readonly Subject[]
  /** Rules that spoke of what was not taken along, by what the control is called. */
  readonly dropped: readonly string[]
}

/** @returns the controls of another form in its order; rows of a matrix come with it and are not chosen one by one */
export function copyChoices(target: Form, source: Form): readonly CopyChoice[] {
  const subjects = matchingSubjects(target, source)
  const matrices = new Set(source.controls.filter((one) => one.kind === 'matrix').map(({ id }) => id))
  return source.controls
    .filter((one) => one.within === undefined || !matrices.has(one.within))
    .map((control) => ({
      control,
      of: source.subjects.find((one) => one.key === control.binding?.subject)?.name ?? '',
      already: twinOf(target, subjects, control) !== undefined,
    }))
}

/** @returns what has to be put into a form to have these controls of another: whom they are about comes along, rules among them stay */
export function copyFields(knowledge: Knowledge, target: Form, source: Form, ids: readonly string[]): Copied {
  const known = matchingSubjects(target, source)
  const taken = withWhatBelongs(knowledge, source, ids).filter((one) => twinOf(target, known, one) === undefined)
  const subjects = subjectsFor(source, taken, known)
  const keyOf = new Map([...known, ...subjects.map(({ from, subject }) => [from, subject.key] as const)])
  const idOf = new Map<string, string>()
  // A rule may speak of what is asked here already.
  for (const one of source.controls) {
    const twin = twinOf(target, known, one)
    if (twin) idOf.set(one.id, twin.id)
  }
  for (const one of taken) idOf.set(one.id, mintKey('k'))
  const dropped: string[] = []
  const controls = taken.map((one) => copyOf(one, idOf, keyOf, taken, dropped))
  return { controls, subjects: subjects.map(({ subject }) => subject), dropped: [...new Set(dropped)] }
}

/** A matrix with its rows; the control that chooses the place somebody is asked about. In the order of their form. */
function withWhatBelongs(knowledge: Knowledge, source: Form, ids: readonly string[]): readonly Control[] {
  const shape = shapeOf(knowledge, source)
  const wanted = new Set(ids)
  for (const one of source.controls) {
    const matrix = source.controls.find((each) => each.id === one.within && each.kind === 'matrix')
    if (matrix && wanted.has(matrix.id)) wanted.add(one.id)
  }
  for (const one of source.controls) {
    if (!wanted.has(one.id)) continue
    for (const subject of chain(source, one.binding?.subject)) {
      const place = placeControlOf(shape, subject)
      if (place) wanted.add(place.id)
    }
  }
  return source.controls.filter((one) => wanted.has(one.id))
}

/** A subject and those it is reached through, nearest first. */
function chain(form: Form, key: string | undefined): readonly Subject[] {
  const found: Subject[] = []
  let at = form.subjects.find((one) => one.key === key)
  while (at && !found.includes(at)) {
    found.push(at)
    const { is }: Subject = at
    at = is.by === 'relation' ? form.subjects.find((one) => one.key === is.of) : undefined
  }
  return found
}

/** @returns who of another form is whom of this one: reached in the same way, from the same */
function matchingSubjects(target: Form, source: Form): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (let grew = true; grew; ) {
    grew = false
    for (const one of source.subjects) {
      if (found.has(one.key)) continue
      const match = target.subjects.find((other) => isSame(one, other, found))
      if (!match) continue
      found.set(one.key, match.key)
      grew = true
    }
  }
  return found
}

function isSame(one: Subject, other: Subject, found: ReadonlyMap<string, string>): boolean {
  if (one.is.by === 'own' && other.is.by === 'own') return one.name === other.name
  if (one.is.by !== 'relation' || other.is.by !== 'relation') return one.is.by === other.is.by && one.is.by !== 'own'
  return (
    one.is.relation === other.is.relation &&
    one.is.direction === other.is.direction &&
    found.get(one.is.of) === other.is.of
  )
}

/** @returns who has to come along, each after those they are reached through */
function subjectsFor(
  source: Form,
  taken: readonly Control[],
  known: ReadonlyMap<string, string>,
): readonly { readonly from: string; readonly subject: Subject }[] {
  const needed = taken.flatMap((one) => [...chain(source, one.binding?.subject)].reverse())
  const added: { from: string; subject: Subject }[] = []
  for (const one of needed) {
    if (known.has(one.key) || added.some(({ from }) => from === one.key)) continue
    const { is } = one
    const of =
      is.by === 'relation' ? (known.get(is.of) ?? added.find(({ from }) => from === is.of)?.subject.key) : undefined
    added.push({
      from: one.key,
      subject: { ...one, key: mintKey('p'), is: is.by === 'relation' ? { ...is, of: of ?? is.of } : is },
    })
  }
  return added
}

/** @returns the control of this form that asks the same of the same */
function twinOf(target: Form, subjects: ReadonlyMap<string, string>, control: Control): Control | undefined {
  const { binding } = control
  if (!binding) return control.kind === 'consent' ? target.controls.find((one) => sameWords(one, control)) : undefined
  const subject = subjects.get(binding.subject)
  return target.controls.find((one) => {
    const other = one.binding
    if (!other || other.subject !== subject) return false
    if ('attribute' in binding) return 'attribute' in other && other.attribute === binding.attribute
    if ('relation' in binding) return 'relation' in other && other.relation === binding.relation
    return 'own' in other && one.kind === control.kind && one.label === control.label
  })
}

const sameWords = (one: Control, other: Control): boolean => one.kind === other.kind && one.text === other.text

function copyOf(
  control: Control,
  idOf: ReadonlyMap<string, string>,
  keyOf: ReadonlyMap<string, string>,
  taken: readonly Control[],
  dropped: string[],
): Control {
  const { within, showWhen, requiredWhen, constraints, compute, offer, binding, ...plain } = control
  const carried = (rule: Expression): Expression | undefined => {
    if (controlsIn(rule).every((id) => idOf.has(id))) return renamed(rule, idOf)
    dropped.push(control.label)
    return undefined
  }
  const rule = <K extends string>(name: K, value: Expression | undefined) => {
    const next = value === undefined ? undefined : carried(value)
    return next === undefined ? {} : { [name]: next }
  }
  const checks = constraints?.flatMap((one) => {
    const must = carried(one.must)
    return must === undefined ? [] : [{ ...one, must }]
  })
  const when = offer?.when.flatMap((one) => {
    const condition = carried(one.if)
    return condition === undefined ? [] : [{ ...one, if: condition }]
  })
  const container = taken.find((one) => one.id === within && isContainer(one))
  return {
    ...plain,
    id: idOf.get(control.id) ?? mintKey('k'),
    ...(binding ? { binding: { ...binding, subject: keyOf.get(binding.subject) ?? binding.subject } } : {}),
    ...(container ? { within: idOf.get(container.id) ?? container.id } : {}),
    ...rule('showWhen', showWhen),
    ...rule('requiredWhen', requiredWhen),
    ...rule('compute', compute),
    ...(checks && checks.length > 0 ? { constraints: checks } : {}),
    ...(offer && when && when.length > 0 ? { offer: { ...offer, when } } : {}),
  }
}

/** The rule with the controls' new ids. */
function renamed(rule: Expression, idOf: ReadonlyMap<string, string>): Expression {
  if (Array.isArray(rule)) return rule.map((one) => renamed(one, idOf))
  const step = stepOf(rule)
  if (!step) return rule
  const { operation, operands } = step
  if (operation === 'var') {
    const [id = '', ...rest] = operands
    const next = typeof id === 'string' ? (idOf.get(id) ?? id) : id
    return { var: rest.length === 0 ? next : [next, ...rest] }
  }
  return { [operation]: operands.map((one) => renamed(one, idOf)) }
}

/** @returns how many questions a choice brings: a matrix as many as it has rows */
export function countAsked(controls: readonly Control[]): number {
  return controls.filter(({ kind }) => isAnswered(kind)).length
}
