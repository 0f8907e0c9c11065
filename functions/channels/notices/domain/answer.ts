import type { NoticeQuestion } from '@zmht/shared/contract'
import { type FieldProblem, Problem } from '@zmht/shared/problems'

/** What was answered, with what the numbers count of it: `question.option`. */
export interface Answered {
  readonly said: Readonly<Record<string, string>>
  readonly chosen: readonly string[]
}

/**
 * Takes answers to the questions of a notice.
 * @throws Problem `invalid` at each that is missing, is no option, or answers nothing that was asked
 */
export function takeAnswers(questions: readonly NoticeQuestion[], answers: Readonly<Record<string, string>>): Answered {
  const fields: FieldProblem[] = []
  const said: Record<string, string> = {}
  const chosen: string[] = []
  const at = (key: string, message: string) => fields.push({ path: `body.answers.${key}`, message })
  for (const { key, label, required, options } of questions) {
    const value = answers[key]?.trim() ?? ''
    if (value === '') {
      if (required) at(key, `请回答“${label}”`)
      continue
    }
    if (options !== undefined && !options.some(({ code }) => code === value)) {
      at(key, `“${label}”没有这个选项，请重新选择`)
      continue
    }
    said[key] = value
    if (options !== undefined) chosen.push(`${key}.${value}`)
  }
  const asked = new Set(questions.map(({ key }) => key))
  for (const key of Object.keys(answers)) if (!asked.has(key)) at(key, '通知里没有这个问题，请刷新后再回答')
  if (questions.length === 0) throw new Problem('step-not-allowed')
  if (fields.length > 0) throw new Problem('invalid', { fields })
  return { said, chosen }
}
