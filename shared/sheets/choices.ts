import { type Found, leastUnsure } from './found'
import { isClose, type Sheet } from './sheet-subject'
import type { Meaning, Vocabulary } from './vocabulary'

/** How many of the choices in brackets a list of codes knows, 0 … 1; nothing where there is no list. */
function shareOfChoices({ attribute }: Meaning, choices: readonly string[]): number | undefined {
  if (attribute?.value.type !== 'code') return undefined
  const { items } = attribute.value
  const known = choices.filter((choice) => items.some(({ name }) => name.includes(choice) || choice.includes(name)))
  return known.length / choices.length
}

/** 居住类型（独居/空巢/与子女同住）: when the choices are those of one meaning, no other is meant. */
export function byFitOfChoices(found: readonly Found[], choices: readonly string[]): readonly Found[] {
  if (choices.length < 2) return found
  const fits = new Map(found.map((one) => [one, shareOfChoices(one.meaning, choices)]))
  const isKnown = found.some((one) => one.score >= leastUnsure && (fits.get(one) ?? 0) >= 0.5)
  return found.map((one) => {
    const fit = fits.get(one)
    const type = one.meaning.attribute?.value.type
    if (type !== undefined && ['number', 'money', 'date', 'identifier'].includes(type))
      return { ...one, score: one.score * 0.8 }
    if (fit !== undefined && fit >= 0.5) return { ...one, score: one.score * 1.1 }
    return isKnown ? { ...one, score: one.score * 0.78 } : one
  })
}

/** @returns what the choices alone tell: the one attribute of the kind that has them */
export function byChoices(vocabulary: Vocabulary, sheet: Sheet, choices: readonly string[]): readonly Found[] {
  if (choices.length < 2) return []
  const fitting = [...vocabulary.meanings.values()]
    .filter(({ bearer }) => bearer === sheet.kind || isClose(bearer, sheet))
    .map((meaning) => ({ meaning, share: shareOfChoices(meaning, choices) ?? 0 }))
    .filter(({ share }) => share >= 0.66)
    .sort((one, other) => other.share - one.share)
  const [first, second] = fitting
  if (!first || (second && second.share >= first.share)) return []
  return [{ meaning: first.meaning, score: 0.8, how: 'alike', why: '有这些选项' }]
}
