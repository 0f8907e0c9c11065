import { type Form, type FormAnswers, shownControls } from '@zmht/shared/controls'
import type { Instant, Knowledge } from '@zmht/shared/knowledge'

/** What somebody wrote in their own words, question by question. */
export function freeTextOf(knowledge: Knowledge, form: Form, answers: FormAnswers, at: Instant): string {
  return shownControls(knowledge, form, answers, at)
    .filter(({ control }) => control.kind === 'text' || control.kind === 'long-text')
    .map(({ control, subject, index }) => {
      const value = subject === undefined ? undefined : answers[subject]?.[index]?.values[control.id]
      return typeof value === 'string' ? value : ''
    })
    .filter((one) => one !== '')
    .join('\n')
}
