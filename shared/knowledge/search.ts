import type { Knowledge } from './system'
import { type Attribute, type AttributeCode, entityKinds, type Subtype } from './types'
import { attributeWords, subtypeNames } from './words'

/** What is known of an attribute beside its name: English, and the words people use for it. */
export interface AttributeWords {
  readonly english: string
  readonly words: readonly string[]
  /** The subtypes it makes sense for; empty: any of the kind. */
  readonly subtypes: readonly string[]
}

const none: AttributeWords = { english: '', words: [], subtypes: [] }

const wordsByCode: ReadonlyMap<AttributeCode, AttributeWords> = new Map(
  attributeWords.split('\n').map((line) => {
    const [code = '', subtypes = '', english = '', ...words] = line.split('\t')
    return [code, { english, words, subtypes: subtypes.split(' ').filter((one) => one !== '') }]
  }),
)

/** The classes inside the kinds: 电梯 among things, 社区 among places. */
export const subtypes: readonly Subtype[] = subtypeNames.split('\n').flatMap((line) => {
  const [code = '', named = '', name = ''] = line.split('\t')
  const kind = entityKinds.find((one) => one === named)
  return kind ? [{ code, kind, name }] : []
})

/** @returns what else people call an attribute */
export function wordsOf(code: AttributeCode): AttributeWords {
  return wordsByCode.get(code) ?? none
}

/**
 * Finds attributes by meaning: name, other words, English name. All given words must be met; the better the match, the earlier.
 * Nothing typed gives nothing; what is deprecated is not found.
 */
export function searchAttributes(knowledge: Knowledge, words: string): readonly Attribute[] {
  const wanted = words
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s,，、]+/)
    .filter((word) => word !== '')
  if (wanted.length === 0) return []
  return knowledge.attributes
    .filter(({ deprecated }) => deprecated === undefined)
    .map((one, order) => {
      const scores = wanted.map((word) => score(one, word))
      return { one, order, score: scores.every((each) => each > 0) ? scores.reduce((a, b) => a + b, 0) : 0 }
    })
    .filter((found) => found.score > 0)
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .map((found) => found.one)
}

/** 1 … 100: the same word, then a word inside the name, then the name inside the words, then shared pairs of characters. */
function score(one: Attribute, word: string): number {
  const { words, english } = wordsOf(one.code)
  const names = [one.name, ...words]
  if (one.name === word) return 100
  if (names.includes(word)) return 90
  if (one.name.includes(word)) return 80
  if (names.some((name) => name.includes(word))) return 70
  if (names.some((name) => word.includes(name))) return 60
  if (word.length >= 3 && english.toLowerCase().includes(word)) return 50
  const pairs = Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2))
  const shared = pairs.filter((pair) => names.some((name) => name.includes(pair))).length
  return pairs.length >= 2 && shared / pairs.length >= 0.5 ? Math.round((30 * shared) / pairs.length) : 0
}
