import {
  answersOf,
  type Control,
  type Form,
  type FormAnswers,
  isAnswered,
  type Prefill,
  type PrefilledValue,
  shownControls,
} from '@zmht/shared/controls'
import { type EntityId, type Instant, type Knowledge, sameValue } from '@zmht/shared/knowledge'

/** How much filling in a form was. `asked` is `kept` + `changed` + `typed` and what was left blank. */
export interface Burden {
  /** Questions that were shown and could be answered. */
  readonly asked: number
  /** Those of them about somebody or something: what the city may know. The others are what this one submission is. */
  readonly facts: number
  /** Known already, and still so. */
  readonly kept: number
  /** Known otherwise: put right. */
  readonly changed: number
  /** Nobody knew: typed or chosen. */
  readonly typed: number
}

/**
 * Counts what somebody was asked and what of it the city knew already.
 * @param prefilled what the form opens with for them, by the server's own reading: what a phone says of it is not asked
 */
export function burdenOf(
  knowledge: Knowledge,
  form: Form,
  answers: FormAnswers,
  prefilled: Prefill,
  at: Instant,
): Burden {
  const counted = { asked: 0, facts: 0, kept: 0, changed: 0, typed: 0 }
  for (const { control, subject, index } of shownControls(knowledge, form, answers, at)) {
    // What is only read, agreed to or computed is no question about facts.
    if (subject === undefined || control.binding === undefined || !isAnswered(control.kind)) continue
    if (control.compute !== undefined) continue
    counted.asked += 1
    if (isFact(form, control)) counted.facts += 1
    const { entity, values } = answersOf(answers, subject, index)
    const said = values[control.id]
    const known = knownAt(prefilled[subject], entity, index)?.[control.id]
    if (known === undefined) counted.typed += said === undefined ? 0 : 1
    // What was only shown masked is kept where it is left alone.
    else if (said === undefined ? known.masked === true : sameValue(said, known.value)) counted.kept += 1
    else counted.changed += 1
  }
  return counted
}

/** Bound to the city knowledge system, of anybody but the submission itself. */
function isFact({ subjects }: Form, { binding }: Control): boolean {
  if (binding === undefined || 'own' in binding) return false
  return subjects.find(({ key }) => key === binding.subject)?.is.by !== 'submission'
}

/** What a card opened with: by whom it is about, be they chosen among several; else by where it stands. */
function knownAt(
  cards: Prefill[string] = [],
  entity: EntityId | undefined,
  index: number,
): Readonly<Record<string, PrefilledValue>> | undefined {
  if (entity === undefined) return cards[index]?.values
  const candidates = cards.flatMap((card) => card.candidates ?? [])
  return (cards.find((card) => card.entity === entity) ?? candidates.find((one) => one.entity === entity))?.values
}
