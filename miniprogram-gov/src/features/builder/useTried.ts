import { emptyAnswers, type Form, type Prefill } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import { type FormDraft, startDraft, useNow } from '@zmht/shared/ui'
import { useState } from 'react'
import { filledWithSamples, samplePrefill } from './sample'

/** What is typed into a form only to try it out. */
export interface Tried {
  readonly draft: FormDraft
  readonly prefill: Prefill
  readonly now: string
  readonly change: (draft: FormDraft) => void
  /** Everything blank again. */
  readonly clear: () => void
  /** As for a resident of whom the city knows all it can. */
  readonly asKnown: () => void
  /** Everything that is blank made up. */
  readonly fill: () => void
}

export function useTried(knowledge: Knowledge, form: Form, place: string | undefined): Tried {
  const now = useNow()
  const [prefill, setPrefill] = useState<Prefill>({})
  const [kept, setKept] = useState<FormDraft>({ answers: {}, confirmed: [] })
  const draft = { ...kept, answers: fitting(knowledge, form, kept) }
  const given = { at: now, place }
  return {
    draft,
    prefill,
    now,
    change: setKept,
    clear: () => {
      setPrefill({})
      setKept({ answers: {}, confirmed: [] })
    },
    asKnown: () => {
      const known = samplePrefill(knowledge, form, given)
      setPrefill(known)
      setKept(startDraft(knowledge, form, known))
    },
    fill: () => setKept({ ...draft, answers: filledWithSamples(knowledge, form, draft.answers, given) }),
  }
}

/** What was tried out stays while the form changes under it, as far as it still fits. */
function fitting(knowledge: Knowledge, form: Form, tried: FormDraft): FormDraft['answers'] {
  return Object.fromEntries(
    Object.entries(emptyAnswers(knowledge, form)).map(([key, blank]) => {
      const many = form.subjects.some((subject) => subject.key === key && subject.many)
      const ids = new Set(form.controls.flatMap(({ id, kind }) => (kind === 'computed' ? [] : [id])))
      // Answers to what was removed meanwhile are no answers.
      const answers = tried.answers[key]?.map((one) => ({
        ...one,
        values: Object.fromEntries(Object.entries(one.values).filter(([id]) => ids.has(id))),
      }))
      return [key, answers && (many || answers.length === blank.length) ? answers : blank]
    }),
  )
}
