import type { ValueType } from '../knowledge/types'
import { type Head, headOf, tokensOf } from './canonical'
import { gramsOf, type Meaning, type Term, type Vocabulary } from './vocabulary'

export interface Likeness {
  readonly meaning: Meaning
  /** 0 … 1. */
  readonly score: number
  /** `same`: the very name; `alike`: the same words by meaning; `near`: words in common. */
  readonly how: 'same' | 'alike' | 'near'
  readonly term: string
}

const sameTokens = 0.945
const mostLike = 0.88

/** 食堂供餐方式 has no term of its own, but all of it stands in 食堂 and 供餐方式, which mean the same. */
const leastForAll = 0.55
const mostByAll = 0.76

function isCovered(vocabulary: Vocabulary, tokens: readonly string[], meaning: Meaning): boolean {
  const all = vocabulary.tokensOf.get(meaning)
  return tokens.length > 2 && tokens.every((token) => all?.has(token))
}

const remembered = new WeakMap<Vocabulary, Map<string, readonly Likeness[]>>()
const mostRemembered = 5000

/** @returns what a text may mean, by itself: the best likeness of each meaning, those that are hardly alike left out */
export function likenesses(vocabulary: Vocabulary, text: string): readonly Likeness[] {
  const memory = remembered.get(vocabulary) ?? new Map<string, readonly Likeness[]>()
  remembered.set(vocabulary, memory)
  const found = memory.get(text) ?? compare(vocabulary, text)
  if (memory.size > mostRemembered) memory.clear()
  memory.set(text, found)
  return found
}

function compare(vocabulary: Vocabulary, text: string): readonly Likeness[] {
  const best = new Map<Meaning, Likeness>()
  const offer = (one: Likeness) => {
    if ((best.get(one.meaning)?.score ?? 0) < one.score) best.set(one.meaning, one)
  }
  for (const term of vocabulary.byText.get(text) ?? []) {
    offer({ meaning: term.meaning, score: term.weight, how: 'same', term: term.text })
  }
  const tokens = tokensOf(text)
  for (const term of vocabulary.byTokens.get(tokens.join(' ')) ?? []) {
    offer({ meaning: term.meaning, score: sameTokens * term.weight, how: 'alike', term: term.text })
  }
  const grams = gramsOf(tokens)
  const total = weigh(vocabulary, grams)
  const heading = headOf(tokens)
  const shared = new Map<Term, number>()
  for (const gram of new Set(grams)) {
    for (const term of vocabulary.byGram.get(gram) ?? [])
      shared.set(term, (shared.get(term) ?? 0) + vocabulary.rarity(gram))
  }
  for (const [term, common] of shared) {
    const whole = wholeOf(vocabulary, term)
    const alike = (2 * common) / (total + whole)
    if (alike < 0.3) continue
    const agrees = agreement(heading, headOf(term.tokens), term.meaning)
    const byTerm = mostLike * alike ** 0.8
    const byAll = alike >= leastForAll && isCovered(vocabulary, tokens, term.meaning) ? mostByAll : 0
    const score = Math.max(byTerm, byAll) * term.weight * agrees
    offer({ meaning: term.meaning, score, how: 'near', term: term.text })
  }
  return [...best.values()].filter(({ score }) => score > 0.25).sort((one, other) => other.score - one.score)
}

const wholes = new WeakMap<Term, number>()
function wholeOf(vocabulary: Vocabulary, term: Term): number {
  const known = wholes.get(term)
  if (known !== undefined) return known
  const whole = weigh(vocabulary, gramsOf(term.tokens))
  wholes.set(term, whole)
  return whole
}

function weigh(vocabulary: Vocabulary, grams: readonly string[]): number {
  return [...new Set(grams)].reduce((sum, gram) => sum + vocabulary.rarity(gram), 0)
}

/** The head noun decides what kind of answer is meant: 电话 is never a date, 日期 never a name. */
function agreement(heading: Head | undefined, term: Head | undefined, meaning: Meaning): number {
  if (heading === undefined) return 1
  if (heading === term) return 1
  const value = meaning.attribute?.value
  if (value === undefined) return heading === 'place' || heading === 'name' ? 1 : 0.6
  return suits(heading, value) ? (term === undefined ? 0.95 : 0.85) : 0.55
}

function suits(heading: Head, value: ValueType): boolean {
  switch (heading) {
    case 'date':
    case 'until':
      return ['date', 'month', 'datetime', 'time', 'date-range', 'time-range'].includes(value.type)
    case 'phone':
      return value.type === 'identifier' && ['mobile', 'phone'].includes(value.scheme)
    case 'number':
      return value.type === 'identifier' || value.type === 'text'
    case 'kind':
    case 'level':
    case 'way':
      return value.type === 'code'
    case 'name':
      return value.type === 'name' || value.type === 'text'
    case 'place':
      return value.type === 'place' || value.type === 'text' || value.type === 'point'
    case 'count':
      return value.type === 'number'
    case 'money':
      return value.type === 'money' || value.type === 'number'
    case 'photo':
      return value.type === 'file'
    case 'state':
      return value.type === 'code' || value.type === 'yes-no' || value.type === 'text'
    case 'reason':
      return value.type === 'code' || value.type === 'text'
  }
}
