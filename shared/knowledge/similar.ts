import type { KnowledgeSource } from './source'

export interface SimilarPair {
  readonly one: string
  readonly other: string
  /** 0 … 1: how much of what is said of them is the same. */
  readonly score: number
}

/**
 * Pairs of attributes that could mean the same: what they are called, in any words, and how they are defined, compared by pairs of
 * characters, weighed by how rare a pair is. A list for people to read; the computer decides nothing.
 */
export function similarPairs(source: KnowledgeSource, least: number): readonly SimilarPair[] {
  const texts = source.tables.attributes.map(({ code, name }) => {
    const prose = source.attributes.get(code)
    return {
      code,
      name: pairsOf([name, ...(prose?.words ?? [])].join(' ')),
      definition: pairsOf(prose?.definition ?? ''),
    }
  })
  const rarity = rarityOf(texts.flatMap(({ name, definition }) => [name, definition]))
  const found: SimilarPair[] = []
  for (const [at, one] of texts.entries()) {
    for (const other of texts.slice(at + 1)) {
      const score = (overlap(one.name, other.name, rarity) + overlap(one.definition, other.definition, rarity)) / 2
      if (score >= least) found.push({ one: one.code, other: other.code, score })
    }
  }
  return found.sort((a, b) => b.score - a.score)
}

function pairsOf(text: string): ReadonlySet<string> {
  const characters = [...text.replace(/[，。、；：（）“”\s]/g, '')]
  return new Set(characters.slice(1).map((character, at) => `${characters[at]}${character}`))
}

function rarityOf(sets: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const set of sets) for (const pair of set) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  return new Map([...counts].map(([pair, count]) => [pair, Math.log(sets.length / count)]))
}

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>, rarity: ReadonlyMap<string, number>): number {
  let shared = 0
  let all = 0
  for (const pair of new Set([...one, ...other])) {
    const weight = rarity.get(pair) ?? 0
    all += weight
    if (one.has(pair) && other.has(pair)) shared += weight
  }
  return all === 0 ? 0 : shared / all
}
