import type { AnswerProblem, Form, FormAnswers } from '@zmht/shared/controls'
import { isPlaceId } from '@zmht/shared/geo'
import { entityId, type Knowledge } from '@zmht/shared/knowledge'
import { type FieldProblem, Problem } from '@zmht/shared/problems'
import { findPlace } from '../hierarchy/index'
import { readEntity } from './entity.store'

/** Where a problem of an answer stands in what was sent. */
export const answerField = ({ subject, index, control, message }: AnswerProblem): FieldProblem => ({
  path: ['body', 'answers', subject, String(index), 'values', control].filter((part) => part !== '').join('.'),
  message,
})

/** What answers point at is there: ids can be forged. @throws Problem `no-such-place`, `invalid` */
export async function checkAnswered(knowledge: Knowledge, form: Form, answers: FormAnswers): Promise<void> {
  await checkPlaces(form, answers)
  await checkChosen(knowledge, form, answers)
}

/** Every chosen place exists. */
async function checkPlaces(form: Form, answers: FormAnswers): Promise<void> {
  const placeControls = new Set(form.controls.filter(({ kind }) => kind === 'place').map(({ id }) => id))
  for (const [subject, instances] of Object.entries(answers)) {
    for (const [index, { values }] of instances.entries()) {
      for (const [control, value] of Object.entries(values)) {
        if (!placeControls.has(control)) continue
        const found = typeof value === 'string' && isPlaceId(value) ? await findPlace(value) : undefined
        if (found === undefined) {
          throw new Problem('no-such-place', {
            fields: [answerField({ subject, index, control, message: '找不到这个地点，请重新选择' })],
          })
        }
      }
    }
  }
}

/** Every chosen organisation or thing is one: an id can be forged. */
async function checkChosen(knowledge: Knowledge, form: Form, answers: FormAnswers): Promise<void> {
  for (const control of form.controls) {
    if (control.kind !== 'entity' || !control.binding || !('relation' in control.binding)) continue
    const { subject, relation } = control.binding
    const kind = knowledge.relationType(relation)?.to
    for (const [index, { values }] of (answers[subject] ?? []).entries()) {
      const chosen = values[control.id]
      if (chosen === undefined || chosen === '' || (await readEntity(entityId(String(chosen))))?.kind === kind) continue
      const message = `找不到所选的“${control.label}”，请重新选择`
      throw new Problem('invalid', { fields: [answerField({ subject, index, control: control.id, message })] })
    }
  }
}
