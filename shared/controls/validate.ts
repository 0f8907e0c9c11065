import { attribute } from '../knowledge/catalogue'
import type { Value } from '../knowledge/types'
import { isBlank, readPlaceId, readValue, sameValue, type ValueReading } from '../knowledge/values'
import type { AnswerProblem, Control, Form, FormAnswers, Prefill, Subject } from './form'
import { derivedValues } from './prefill'
import {
  answeredUnder,
  answersOf,
  chainOf,
  type FormShape,
  instancesOf,
  isAttributeControl,
  placeControlOf,
  shapeOf,
} from './shape'
import { isReached, isShown } from './visibility'

export interface ValidateGiven {
  /** What the form opened with: a required value that is only shown masked counts as answered. */
  readonly prefilled?: Prefill
}

/**
 * Checks answers against their form. Only what is shown must be answered; what is hidden is not looked at.
 * @returns what is wrong, in the form's order; `control` is empty where a whole card or the number of cards is meant
 */
export function validateAnswers(form: Form, answers: FormAnswers, given: ValidateGiven = {}): readonly AnswerProblem[] {
  const shape = shapeOf(form)
  return [
    ...unknownAnswers(shape, answers),
    ...shape.subjects.flatMap((subject) => cardProblems(shape, answers, subject)),
    ...form.controls.flatMap((control) => controlProblems(shape, answers, control, given)),
    ...contradictions(shape, answers),
  ]
}

function unknownAnswers(shape: FormShape, answers: FormAnswers): readonly AnswerProblem[] {
  return Object.entries(answers).flatMap(([subject, instances]) => {
    if (!shape.subjects.some((one) => one.key === subject)) {
      return [{ subject, index: 0, control: '', message: '表单里没有这一部分，请刷新后再填' }]
    }
    return instances.flatMap(({ values }, index) =>
      Object.keys(values)
        .filter((id) => {
          const control = shape.control.get(id)
          return control === undefined || answeredUnder(shape, control) !== subject
        })
        .map((control) => ({ subject, index, control, message: '表单里没有这一项，请刷新后再填' })),
    )
  })
}

function cardProblems(shape: FormShape, answers: FormAnswers, subject: Subject): readonly AnswerProblem[] {
  const count = answers[subject.key]?.length ?? 0
  const problem = (message: string): readonly AnswerProblem[] => [
    { subject: subject.key, index: 0, control: '', message },
  ]
  if (subject.many) {
    const { min, max } = subject.many
    if (count < min && isReached(shape, answers, subject.key, 0)) return problem(`“${subject.name}”请至少填写${min}份`)
    if (count > max) return problem(`“${subject.name}”最多填写${max}份，请删去多出的`)
  } else if (count > instancesOf(shape, answers, subject.key)) {
    return problem(`“${subject.name}”填写了多余的内容，请刷新后再填`)
  }
  return answers[subject.key]?.flatMap((_, index) => samePersonTwice(shape, answers, subject, index)) ?? []
}

/** Nobody is their own parent: an instance is never one of those it is reached through, nor two cards the same. */
function samePersonTwice(
  shape: FormShape,
  answers: FormAnswers,
  subject: Subject,
  index: number,
): readonly AnswerProblem[] {
  const { entity } = answersOf(answers, subject.key, index)
  if (entity === undefined || placeControlOf(shape, subject)) return []
  const through = chainOf(shape, subject.key).find(
    (key) => answersOf(answers, key, shape.repeats.has(key) ? index : 0).entity === entity,
  )
  const twin = subject.many && answers[subject.key]?.slice(0, index).some((other) => other.entity === entity)
  if (through === undefined && !twin) return []
  const other = through === undefined ? undefined : shape.subject.get(through)?.name
  const message = other ? `“${subject.name}”和“${other}”不能是同一个` : `“${subject.name}”里有重复的，请删去一份`
  return [{ subject: subject.key, index, control: '', message }]
}

function controlProblems(
  shape: FormShape,
  answers: FormAnswers,
  control: Control,
  given: ValidateGiven,
): readonly AnswerProblem[] {
  const subject = answeredUnder(shape, control)
  if (subject === undefined || control.kind === 'explanation') return []
  return Array.from({ length: instancesOf(shape, answers, subject) }, (_, index) => index)
    .filter((index) => isShown(shape, answers, control, index))
    .flatMap((index) => {
      const raw = answersOf(answers, subject, index).values[control.id]
      if (isLeftMasked(given.prefilled, answers, subject, index, control.id, raw)) return []
      const message = wrongWith(control, raw)
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
  const shown =
    entity === undefined ? undefined : prefilled?.[subject]?.find((one) => one.entity === entity)?.values[control]
  return shown?.masked === true && (raw === undefined || isBlank(raw) || raw === shown.value)
}

function wrongWith(control: Control, raw: Value | undefined): string | undefined {
  if (control.kind === 'consent') return wrongWithConsent(control, raw)
  if (raw === undefined || isBlank(raw)) return control.required ? missing(control) : undefined
  const reading = readAnswer(control, raw)
  return reading.ok ? undefined : reading.message
}

function wrongWithConsent(control: Control, raw: Value | undefined): string | undefined {
  if (raw !== undefined && typeof raw !== 'boolean') return '请重新勾选'
  return control.required && raw !== true ? `请先阅读并同意“${control.label}”` : undefined
}

function readAnswer(control: Control, raw: Value): ValueReading {
  if (!isAttributeControl(control)) return readPlaceId(raw)
  const what = attribute(control.binding.attribute)
  return what ? readValue(what, raw) : { ok: false, message: '表单里的这一项已失效，请联系发布单位' }
}

function missing(control: Control): string {
  if (control.kind === 'yes-no') return `请回答“${control.label}”`
  const choosing: readonly Control['kind'][] = ['choice', 'choices', 'date', 'place']
  return `请${choosing.includes(control.kind) ? '选择' : '填写'}“${control.label}”`
}

/** The same entity under two names in a form must not be said two things at once. */
function contradictions(shape: FormShape, answers: FormAnswers): readonly AnswerProblem[] {
  const said = new Map<string, { readonly value: Value; readonly label: string }>()
  const problems: AnswerProblem[] = []
  for (const control of shape.form.controls) {
    const subject = control.binding?.subject
    if (subject === undefined) continue
    for (let index = 0; index < instancesOf(shape, answers, subject); index += 1) {
      const entity = entityOf(shape, answers, subject, index)
      if (entity === undefined) continue
      for (const fact of factsSaid(shape, answers, control, subject, index)) {
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
  shape: FormShape,
  answers: FormAnswers,
  control: Control,
  subject: string,
  index: number,
): readonly { readonly code: string; readonly value: Value }[] {
  const raw = answersOf(answers, subject, index).values[control.id]
  if (raw === undefined || isBlank(raw) || !isShown(shape, answers, control, index)) return []
  const reading = readAnswer(control, raw)
  if (!reading.ok || !control.binding) return []
  if ('relation' in control.binding) return [{ code: control.binding.relation, value: reading.value }]
  const code = control.binding.attribute
  const derived = derivedValues(code, reading.value).map((one) => ({ code: one.attribute, value: one.value }))
  return [{ code, value: reading.value }, ...derived]
}

function entityOf(shape: FormShape, answers: FormAnswers, key: string, index: number): string | undefined {
  const subject = shape.subject.get(key)
  const place = subject && placeControlOf(shape, subject)
  if (!place) return answersOf(answers, key, index).entity
  const chosen = answersOf(answers, place.binding.subject, index).values[place.id]
  return typeof chosen === 'string' && !isBlank(chosen) ? chosen : undefined
}
