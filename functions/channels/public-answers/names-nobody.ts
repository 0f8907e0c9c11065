import {
  answeringOf,
  type Form,
  type FormAnswers,
  sensitivityOfAnswer,
  shapeOf,
  shownControls,
  stateOf,
} from '@zmht/shared/controls'
import { type Instant, type Knowledge, showValue } from '@zmht/shared/knowledge'

/** A mobile number or an identity number: by these somebody is known, whoever's they are. */
const numbers = /(?:^|\D)(?:1[3-9]\d{9}|\d{17}[\dXx])(?!\d)/

/** Shorter than that it is in any sentence. */
const leastTelling = 2
/** What is longer is prose: of that only the whole would be found, and nobody copies it by chance. */
const mostTelling = 40

/**
 * @param names of whom the request is besides the answers
 * @returns what of the answers about people a text repeats, else undefined; a number by which somebody is known counts whatever was answered
 */
export function namesIn(
  text: string,
  {
    knowledge,
    form,
    answers,
    at,
    names,
  }: {
    readonly knowledge: Knowledge
    readonly form: Form
    readonly answers: FormAnswers
    readonly at: Instant
    readonly names: readonly string[]
  },
): string | undefined {
  const state = stateOf(shapeOf(knowledge, form), answers, at)
  const personal = shownControls(knowledge, form, answers, at).flatMap(({ control, index }) => {
    const value = state.answerAt(control, index)
    const what = answeringOf(knowledge, control)
    if (value === undefined || what === undefined || control.kind === 'long-text' || control.kind === 'consent')
      return []
    // A choice is a word everybody uses; what was typed about people is theirs.
    if (what.value.type !== 'text') return []
    return sensitivityOfAnswer(state, control, index) === 'open' ? [] : [showValue(what, value)]
  })
  const telling = [...personal, ...names].filter(({ length }) => length >= leastTelling && length <= mostTelling)
  return telling.find((one) => text.includes(one)) ?? numbers.exec(text)?.[0]
}
