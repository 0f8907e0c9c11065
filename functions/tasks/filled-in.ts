import {
  collect,
  type Form,
  type FormAnswers,
  isOwnControl,
  type SubjectAnswers,
  strangersIn,
  validateAnswers,
} from '@zmht/shared/controls'
import { type EntityId, type Instant, type Knowledge, sensitivityOf } from '@zmht/shared/knowledge'
import { type TaskMeasure, tallyOf } from '@zmht/shared/measures'
import { accessTo, type FieldDecision } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { answerField, checkAnswered, type Surroundings } from '../ledgers/index'
import { type StepContents, sealAnswers } from './item.store'

export interface FilledIn {
  readonly itemId: string
  readonly subject: EntityId
  /** Made on the device. */
  readonly key: string
  readonly form: Form
  /** Absent: the first. */
  readonly formVersion?: number | undefined
  /** What of the answers the task counts. */
  readonly measures?: readonly TaskMeasure[] | undefined
  readonly answers: FormAnswers
  /** Whom the answers may name. */
  readonly around: Surroundings
  readonly at: Instant
}

/**
 * What is kept of a form that was filled in at an item: checked, with what it says of entities, sealed.
 * @throws Problem `invalid`, `no-such-place`
 */
export async function contentsOf(knowledge: Knowledge, filled: FilledIn): Promise<StepContents> {
  const { itemId, subject, key, form, formVersion, measures = [], answers, around, at } = filled
  const wrong = validateAnswers(knowledge, form, answers, { at })
  if (wrong.length > 0) throw new Problem('invalid', { fields: wrong.map(answerField) })
  await checkAnswered(knowledge, form, answers)
  const strangers = strangersIn(knowledge, form, answers, around, { actor: subject })
  if (strangers.length > 0) throw new Problem('invalid', { fields: strangers.map(answerField) })
  const patch = collect(knowledge, form, answers, { actor: subject, submission: key, at })
  const sealed = await sealAnswers(itemId, key, answers, patch)
  const tally = tallyOf(knowledge, form, measures, answers, at)
  return {
    ...sealed,
    ...(formVersion === undefined ? {} : { formVersion }),
    ...(Object.keys(tally).length === 0 ? {} : { tally }),
  }
}

/** What was filled in that the knowledge system does not hold: it is kept with the item alone. */
export function ownOf(form: Form, answers: FormAnswers): FormAnswers {
  const own = new Set(form.controls.filter(isOwnControl).map(({ id }) => id))
  return onlyThose(answers, (control) => own.has(control))
}

/** What of an answer turns on whom it is about, and when: a child's is told to fewer. */
export interface Seeing {
  readonly fields: FieldDecision
  readonly around: Surroundings
  readonly at: Instant
}

/** What somebody else filled in, as far as a reader may see it: a value they would be shown masked is left out. */
export function seenOf(
  knowledge: Knowledge,
  form: Form,
  answers: FormAnswers,
  { fields, around, at }: Seeing,
): FormAnswers {
  const controls = new Map(form.controls.map((control) => [control.id, control]))
  return onlyThose(answers, (id, { entity }) => {
    const binding = controls.get(id)?.binding
    if (binding === undefined || !('attribute' in binding)) return fields.internal === 'full'
    const what = knowledge.attribute(binding.attribute)
    if (what === undefined) return false
    const known = entity === undefined ? undefined : around.entities[entity]
    const sensitivity = known === undefined ? what.sensitivity : sensitivityOf(what, known, at)
    return accessTo(fields, what.code, sensitivity) === 'full'
  })
}

const onlyThose = (answers: FormAnswers, isOne: (control: string, of: SubjectAnswers) => boolean): FormAnswers =>
  Object.fromEntries(
    Object.entries(answers).map(([subject, all]) => [
      subject,
      all.map((one) => ({
        ...one,
        values: Object.fromEntries(Object.entries(one.values).filter(([control]) => isOne(control, one))),
      })),
    ]),
  )
