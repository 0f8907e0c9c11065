import { factsFollowing } from '../knowledge/derive'
import type { Knowledge } from '../knowledge/system'
import type { Instant, Value } from '../knowledge/types'
import { isBlank, readPlaceId, readValue, sameValue, type ValueReading } from '../knowledge/values'
import type { AnswerProblem, Control, Form, FormAnswers, Prefill, Subject } from './form'
import {
  answeredUnder,
  answeringOf,
  answersOf,
  chainOf,
  choosingControlOf,
  instancesOf,
  isAnswered,
  isAttributeControl,
  isRelationControl,
  shapeOf,
} from './shape'
import { type FormState, stateOf } from './visibility'

export interface ValidateGiven {
  /** When it is filled in. */
  readonly at: Instant
  /** What the form opened with: a required value that is only shown masked counts as answered. */
  readonly prefilled?: Prefill
}

/**
 * Checks answers against their form. Only what is shown must be answered; what is hidden is not looked at.
 * @returns what is wrong, in the form's order; `control` is empty where a whole card or the number of cards is meant
 */
export function validateAnswers(
  knowledge: Knowledge,
  form: Form,
  answers: FormAnswers,
  given: ValidateGiven,
): readonly AnswerProblem[] {
  const state = stateOf(shapeOf(knowledge, form), answers, given.at)
  return [
    ...unknownAnswers(state),
    ...state.shape.subjects.flatMap((subject) => cardProblems(state, subject)),
    ...form.controls.flatMap((control) => controlProblems(state, control, given)),
    ...contradictions(state),
  ]
}

function unknownAnswers({ shape, answers }: FormState): readonly AnswerProblem[] {
  return Object.entries(answers).flatMap(([subject, instances]) => {
    if (!shape.subjects.some((one) => one.key === subject)) {
      return [{ subject, index: 0, control: '', message: '表单里没有这一部分，请刷新后再填' }]
    }
    return instances.flatMap(({ values }, index) =>
      Object.keys(values)
        .filter((id) => {
          const control = shape.control.get(id)
          return control === undefined || answeredUnder(shape, control) !== subject || control.kind === 'computed'
        })
        .map((control) => ({ subject, index, control, message: '表单里没有这一项，请刷新后再填' })),
    )
  })
}

function cardProblems(state: FormState, subject: Subject): readonly AnswerProblem[] {
  const { shape, answers } = state
  const count = answers[subject.key]?.length ?? 0
  const problem = (message: string): readonly AnswerProblem[] => [
    { subject: subject.key, index: 0, control: '', message },
  ]
  if (subject.many) {
    const { min, max } = subject.many
    if (count < min && state.isReached(subject.key, 0)) return problem(`“${subject.name}”请至少填写${min}份`)
    if (count > max) return problem(`“${subject.name}”最多填写${max}份，请删去多出的`)
  } else if (count > instancesOf(shape, answers, subject.key)) {
    return problem(`“${subject.name}”填写了多余的内容，请刷新后再填`)
  }
  return answers[subject.key]?.flatMap((_, index) => samePersonTwice(state, subject, index)) ?? []
}

/** Nobody is their own parent: an instance is never one of those it is reached through, nor two cards the same. */
function samePersonTwice({ shape, answers }: FormState, subject: Subject, index: number): readonly AnswerProblem[] {
  const { entity } = answersOf(answers, subject.key, index)
  if (entity === undefined || choosingControlOf(shape, subject)) return []
  const through = chainOf(shape, subject.key).find(
    (key) => answersOf(answers, key, shape.repeats.has(key) ? index : 0).entity === entity,
  )
  const twin = subject.many && answers[subject.key]?.slice(0, index).some((other) => other.entity === entity)
  if (through === undefined && !twin) return []
  const other = through === undefined ? undefined : shape.subject.get(through)?.name
  const message = other ? `“${subject.name}”和“${other}”不能是同一个` : `“${subject.name}”里有重复的，请删去一份`
  return [{ subject: subject.key, index, control: '', message }]
}

function controlProblems(state: FormState, control: Control, given: ValidateGiven): readonly AnswerProblem[] {
  const { shape, answers } = state
  const subject = answeredUnder(shape, control)
  if (subject === undefined || !isAnswered(control.kind) || control.kind === 'computed') return []
  return Array.from({ length: instancesOf(shape, answers, subject) }, (_, index) => index)
    .filter((index) => state.isShown(control, index))
    .flatMap((index) => {
      const raw = answersOf(answers, subject, index).values[control.id]
      if (isLeftMasked(given.prefilled, answers, subject, index, control.id, raw)) return []
      const message = wrongWith(state, control, index, raw)
      return message === undefined ? [] : [{ subject, index, control: control.id, message }]
    })
}

/** @returns whether a value shown masked was left alone: not answered, or sent back as it was shown, for the same entity */
function isLeftMasked(
  prefilled: Prefill | undefined,
  answers: FormAnswers,
  subject: string,
  index: number,
  control: string,
  raw: Value | undefined,
): boolean {
  // Cards may have been moved or removed since: a card is found again by its entity, not by its position.
  const { entity } = answersOf(answers, subject, index)
  const instances = prefilled?.[subject] ?? []
  const known = [...instances, ...instances.flatMap(({ candidates }) => candidates ?? [])]
  const shown = entity === undefined ? undefined : known.find((one) => one.entity === entity)?.values[control]
  return shown?.masked === true && (raw === undefined || isBlank(raw) || raw === shown.value)
}

function wrongWith(state: FormState, control: Control, index: number, raw: Value | undefined): string | undefined {
  const required = state.isRequired(control, index)
  if (control.kind === 'consent') return wrongWithConsent(control, required, raw)
  if (raw === undefined || isBlank(raw)) return required ? missing(control) : undefined
  const reading = readAnswer(state, control, raw)
  if (!reading.ok) return reading.message
  if (!isOffered(state, control, index, reading.value)) return '请从列出的选项里选择'
  return control.constraints?.find(({ must }) => !state.holds(must, control, index))?.message
}

function isOffered(state: FormState, control: Control, index: number, value: Value): boolean {
  if (!control.offer) return true
  const offered = state.offered(control, index)
  const said = typeof value === 'object' ? value : [value]
  return said.every((one) => offered.some(({ code }) => code === one))
}

function wrongWithConsent(control: Control, required: boolean, raw: Value | undefined): string | undefined {
  if (raw !== undefined && typeof raw !== 'boolean') return '请重新勾选'
  return required && raw !== true ? `请先阅读并同意“${control.label}”` : undefined
}

function readAnswer(state: FormState, control: Control, raw: Value): ValueReading {
  if (isRelationControl(control)) return readPlaceId(raw)
  const answering = answeringOf(state.shape.knowledge, control)
  return answering ? readValue(answering, raw) : { ok: false, message: '表单里的这一项已失效，请联系发布单位' }
}

/** What is chosen or taken rather than typed. */
const choosing: Partial<Record<Control['kind'], string>> = {
  choice: '选择',
  choices: '选择',
  date: '选择',
  month: '选择',
  time: '选择',
  datetime: '选择',
  'date-range': '选择',
  'time-range': '选择',
  place: '选择',
  point: '选择',
  entity: '选择',
  photo: '拍摄或选择',
  file: '上传',
  signature: '签写',
  'yes-no': '回答',
}

function missing(control: Control): string {
  return `请${choosing[control.kind] ?? '填写'}“${control.label}”`
}

/** The same entity under two names in a form must not be said two things at once. */
function contradictions(state: FormState): readonly AnswerProblem[] {
  const { shape, answers } = state
  const said = new Map<string, { readonly value: Value; readonly label: string }>()
  const problems: AnswerProblem[] = []
  for (const control of shape.form.controls) {
    const subject = control.binding?.subject
    if (subject === undefined) continue
    for (let index = 0; index < instancesOf(shape, answers, subject); index += 1) {
      const entity = entityOf(state, subject, index)
      if (entity === undefined) continue
      for (const fact of factsSaid(state, control, index)) {
        const key = `${entity} ${fact.code}`
        const before = said.get(key)
        if (!before) said.set(key, { value: fact.value, label: control.label })
        else if (!sameValue(before.value, fact.value)) {
          const message = `这里和“${before.label}”填写的不一致，请核对后改成一样的`
          problems.push({ subject, index, control: control.id, message })
          break
        }
      }
    }
  }
  return problems
}

/** @returns what a control says of its instance by attribute or relation code, derived facts included */
function factsSaid(
  state: FormState,
  control: Control,
  index: number,
): readonly { readonly code: string; readonly value: Value }[] {
  const raw = state.answerAt(control, index)
  if (raw === undefined || (!isAttributeControl(control) && !isRelationControl(control))) return []
  const reading = readAnswer(state, control, raw)
  if (!reading.ok) return []
  if (isRelationControl(control)) return [{ code: control.binding.relation, value: reading.value }]
  const code = control.binding.attribute
  const derived = factsFollowing(code, reading.value).map((one) => ({ code: one.attribute, value: one.value }))
  return [{ code, value: reading.value }, ...derived]
}

function entityOf({ shape, answers }: FormState, key: string, index: number): string | undefined {
  const subject = shape.subject.get(key)
  const choosing = subject && choosingControlOf(shape, subject)
  if (!choosing) return answersOf(answers, key, index).entity
  const chosen = answersOf(answers, choosing.binding.subject, index).values[choosing.id]
  if (typeof chosen === 'string' && !isBlank(chosen)) return chosen
  return subject.kind === 'place' ? undefined : answersOf(answers, key, index).entity
}
