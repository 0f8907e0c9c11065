import type { AnswerProblem } from '@zmht/shared/controls'
import { Problem } from '@zmht/shared/problems'

/** What the server found wrong with single answers: `body.answers.applicant.0.values.k3`, or without a control for a whole card. */
export function answerProblemsOf(error: unknown): readonly AnswerProblem[] {
  if (!(error instanceof Problem)) return []
  return (error.document.fields ?? []).flatMap(({ path, message }) => {
    const parts = /^(?:body\.)?answers\.([^.]+)(?:\.(\d+))?(?:\.values)?(?:\.([^.]+))?$/.exec(path)
    const subject = parts?.[1]
    if (!parts || subject === undefined) return []
    return [{ subject, index: Number(parts[2] ?? 0), control: parts[3] ?? '', message }]
  })
}
