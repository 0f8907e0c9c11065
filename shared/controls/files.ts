import { higher, type Known, sensitivityOf } from '../knowledge/sensitivity'
import type { Knowledge } from '../knowledge/system'
import type { EntityId, FileKind, Instant, Sensitivity, Value } from '../knowledge/types'
import type { Control, Form, FormAnswers, Prefill } from './form'
import { answeringOf, isAttributeControl, shapeOf } from './shape'
import { type FormState, shownControls, stateOf } from './visibility'

// Of a question of the form's own nobody has said how sensitive it is: what people write about themselves is personal.
const personal = { sensitivity: 'personal' } as const

/** How sensitive the answer to a control is: by what is asked, and by whom it is said of. */
export function sensitivityOfAnswer(state: FormState, control: Control, index: number): Sensitivity {
  const { knowledge } = state.shape
  const asked = isAttributeControl(control) ? knowledge.attribute(control.binding.attribute) : undefined
  return sensitivityOf(asked ?? personal, subjectAsAnswered(state, control, index), state.at)
}

/** What the answers themselves say of whom a control is about: enough to know whether it is a child. */
function subjectAsAnswered(state: FormState, control: Control, index: number): Known {
  const key = control.binding?.subject
  const subject = key === undefined ? undefined : state.shape.subject.get(key)
  const facts = (state.shape.attributeControls.get(key ?? '') ?? []).flatMap((one): [string, { value: Value }][] => {
    const value = state.answerAt(one, index)
    return value === undefined ? [] : [[one.binding.attribute, { value }]]
  })
  return { kind: subject?.kind ?? 'person', facts: Object.fromEntries(facts) }
}

/** A file that the answers name, and where. */
export interface NamedFile {
  readonly id: string
  /** What the control asks for. */
  readonly of: FileKind
  readonly subject: string
  readonly index: number
  readonly control: string
  /** What it answers: an attribute's code, or `own` for a question of this form only. */
  readonly attribute: string
  readonly sensitivity: Sensitivity
}

/**
 * @param known whom the answers are about, as far as that is known beside them: a child whose birthday is not asked for is one all the same
 * @returns every file the answers name, once for each answer that names it
 */
export function filesNamed(
  knowledge: Knowledge,
  form: Form,
  answers: FormAnswers,
  at: Instant,
  known: (entity: EntityId) => Known | undefined = () => undefined,
): readonly NamedFile[] {
  const state = stateOf(shapeOf(knowledge, form), answers, at)
  return shownControls(knowledge, form, answers, at).flatMap(({ control, subject, index }) => {
    const type = answeringOf(knowledge, control)?.value
    if (subject === undefined || type?.type !== 'file') return []
    const attribute = isAttributeControl(control) ? control.binding.attribute : 'own'
    const entity = answers[subject]?.[index]?.entity
    const whom = entity === undefined ? undefined : known(entity)
    const answered = sensitivityOfAnswer(state, control, index)
    const sensitivity =
      whom === undefined ? answered : higher(answered, sensitivityOf({ sensitivity: 'open' }, whom, at))
    return fileIds(state.answerAt(control, index)).map((id) => ({
      id,
      of: type.of,
      subject,
      index,
      control: control.id,
      attribute,
      sensitivity,
    }))
  })
}

/** @returns the ids in the answer to a file control */
export function fileIds(value: Value | undefined): readonly string[] {
  if (typeof value === 'object') return value
  return typeof value === 'string' ? [value] : []
}

/** The files a form opened with: among them some that somebody else gave, a photo of the mother by the sister. */
export function filesPrefilled(prefilled: Prefill): ReadonlySet<string> {
  const values = Object.values(prefilled).flatMap((instances) => instances.flatMap((one) => Object.values(one.values)))
  return new Set(values.filter(({ masked }) => masked !== true).flatMap(({ value }) => fileIds(value)))
}

/** A file named twice is used once, as sensitively as by the more sensitive answer. */
export function usedOnce(named: readonly NamedFile[]): readonly NamedFile[] {
  const byId = new Map<string, NamedFile>()
  for (const one of named) {
    const before = byId.get(one.id)
    const isHigher = before === undefined || higher(one.sensitivity, before.sensitivity) !== before.sensitivity
    if (isHigher) byId.set(one.id, one)
  }
  return [...byId.values()]
}
