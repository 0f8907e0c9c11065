import { attributes } from './catalogue'
import type { Attribute } from './types'

/**
 * Finds attributes by meaning: name, other words, English name. All given words must be met; the better the match, the earlier.
 * Nothing typed gives nothing.
 */
export function searchAttributes(words: string): readonly Attribute[] {
  const wanted = words
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s,，、]+/)
    .filter((word) => word !== '')
  if (wanted.length === 0) return []
  return attributes
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
  const names = [one.name, ...(one.synonyms ?? [])]
  if (one.name === word) return 100
  if (names.includes(word)) return 90
  if (one.name.includes(word)) return 80
  if (names.some((name) => name.includes(word))) return 70
  if (names.some((name) => word.includes(name))) return 60
  if (word.length >= 3 && one.english.toLowerCase().includes(word)) return 50
  const pairs = Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2))
  const shared = pairs.filter((pair) => names.some((name) => name.includes(pair))).length
  return pairs.length >= 2 && shared / pairs.length >= 0.5 ? Math.round((30 * shared) / pairs.length) : 0
}
