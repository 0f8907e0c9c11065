import type { ValueType } from '../knowledge/types'
import { type Head, headOf, tokensOf } from './canonical'
import { differences } from './distinctions'
import { gramsOf, type Meaning, type Vocabulary } from './vocabulary'

export interface Likeness {
  readonly meaning: Meaning
  /** 0 … 1. */
  readonly score: number
  /** `same`: the very name; `alike`: the same words by meaning; `near`: words in common. */
  readonly how: 'same' | 'alike' | 'near'
  readonly term: string
  /** The known heading is too general to be taken by itself. */
  readonly general: boolean
}

const sameTokens = 0.945
const mostLike = 0.9
/** How much of a likeness is that to one known heading; the rest is how much of the text stands in any of those of a meaning. */
const ofOneTerm = 0.4

/** What is left of a likeness for each thing said differently. */
const apart = 0.72
const leastScore = 0.25
/** What is left of a likeness when a heading that means no attribute is more like. */
const strangerStill = 0.7
/** Terms that share less with a text say nothing of it. */
const leastAlike = 0.2

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
    offer({ meaning: term.meaning, score: term.weight, how: 'same', term: term.text, general: term.general })
  }
  const tokens = tokensOf(text)
  for (const term of vocabulary.byTokens.get(tokens.join(' ')) ?? []) {
    offer({
      meaning: term.meaning,
      score: sameTokens * term.weight,
      how: 'alike',
      term: term.text,
      general: term.general,
    })
  }
  const grams = gramsOf(tokens)
  const total = weigh(vocabulary, grams)
  const heading = headOf(tokens)
  const unlike = strangeness(vocabulary, new Set(grams), total)
  const covered = coverage(vocabulary, new Set(grams), total)
  for (const [term, common] of sharing(vocabulary, new Set(grams), vocabulary.byGram)) {
    const alike = (2 * common) / (total + wholeOf(vocabulary, term, () => gramsOf(term.tokens)))
    if (alike < leastAlike) continue
    const byBoth = ofOneTerm * alike + (1 - ofOneTerm) * (covered.get(term.meaning) ?? 0)
    const most = mostLike * byBoth * term.weight * (unlike > alike ? strangerStill : 1)
    // The rest only takes away.
    if (most <= (best.get(term.meaning)?.score ?? leastScore)) continue
    const agrees = agreement(heading, headOf(term.tokens), term.meaning)
    const score = most * agrees * apart ** differences(text, term.text)
    offer({ meaning: term.meaning, score, how: 'near', term: term.text, general: false })
  }
  return [...best.values()].filter(({ score }) => score > leastScore).sort((one, other) => other.score - one.score)
}

/** @returns how much a text is like the headings no attribute means, 0 … 1 */
function strangeness(vocabulary: Vocabulary, grams: ReadonlySet<string>, total: number): number {
  let most = 0
  for (const [one, common] of sharing(vocabulary, grams, vocabulary.strangeByGram))
    most = Math.max(most, (2 * common) / (total + wholeOf(vocabulary, one, () => one.grams)))
  return most
}

/** @returns what shares grams, with the weight of what they share */
function sharing<One>(
  vocabulary: Vocabulary,
  grams: ReadonlySet<string>,
  byGram: ReadonlyMap<string, readonly One[]>,
): ReadonlyMap<One, number> {
  const shared = new Map<One, number>()
  for (const gram of grams) {
    const rarity = vocabulary.rarity(gram)
    for (const one of byGram.get(gram) ?? []) shared.set(one, (shared.get(one) ?? 0) + rarity)
  }
  return shared
}

/** @returns how much of a text the terms of each meaning know, 0 … 1: what most of them have counts in full, what one has by half */
function coverage(vocabulary: Vocabulary, grams: ReadonlySet<string>, total: number): ReadonlyMap<Meaning, number> {
  const known = new Map<Meaning, number>()
  for (const gram of grams) {
    const rarity = vocabulary.rarity(gram)
    for (const [meaning, share] of vocabulary.shares.get(gram) ?? [])
      known.set(meaning, (known.get(meaning) ?? 0) + (rarity * Math.min(1, 0.5 + share)) / total)
  }
  return known
}

const wholes = new WeakMap<object, number>()
function wholeOf(vocabulary: Vocabulary, one: object, grams: () => readonly string[]): number {
  const known = wholes.get(one)
  if (known !== undefined) return known
  const whole = weigh(vocabulary, grams())
  wholes.set(one, whole)
  return whole
}

function weigh(vocabulary: Vocabulary, grams: readonly string[]): number {
  return [...new Set(grams)].reduce((sum, gram) => sum + vocabulary.rarity(gram), 0)
}

/** The head noun decides what kind of answer is meant: 电话 is never a date, 日期 never a name. */
function agreement(heading: Head | undefined, term: Head | undefined, meaning: Meaning): number {
  // 自然村 alone is no number of them.
  if (heading === undefined) return term !== undefined && counted.has(term) && !countsSilently(term, meaning) ? 0.85 : 1
  if (heading === term) return 1
  // 出租屋地址 is nothing like 出租屋编号.
  if (term !== undefined && !compatible(heading, term)) return 0.55
  const value = meaning.attribute?.value
  if (value === undefined) return heading === 'place' || heading === 'name' ? 1 : 0.6
  return suits(heading, value) ? (term === undefined ? 0.95 : 0.85) : 0.55
}

/** 残疾人 in a list of places is how many there are. */
const countsSilently = (term: Head, { bearer }: Meaning): boolean =>
  term === 'count' && (bearer === 'place' || bearer === 'organisation')

const counted: ReadonlySet<Head> = new Set(['date', 'until', 'phone', 'number', 'count', 'money', 'photo'])

const alikeHeads: readonly ReadonlySet<Head>[] = [
  new Set(['date', 'until']),
  new Set(['kind', 'level', 'way', 'state']),
  new Set(['number', 'name']),
  new Set(['money', 'count']),
]
const compatible = (one: Head, other: Head): boolean =>
  one === 'state' || other === 'state' || alikeHeads.some((heads) => heads.has(one) && heads.has(other))

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
      return false
  }
}
