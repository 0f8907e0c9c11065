import { matchSheet } from '../match'
import type { ColumnMatch } from '../settle'
import type { Vocabulary } from '../vocabulary'
import type { HeadingSet } from './everyday'

/** How a matcher did on headings with known meanings. */
export interface Score {
  readonly all: number
  readonly right: number
  readonly wrong: readonly string[]
  readonly unsure: readonly string[]
}

/** @returns what a column was taken for, as heading sets write it; blank: not taken for anything */
export function takenFor(match: ColumnMatch): string {
  if (match.confidence !== 'right') return ''
  const code = match.attribute ?? match.relation ?? ''
  return match.reach ? `${match.reach.relation}/${code}` : code
}

/** @returns how many headings are understood: taken for what they mean, or left open where no attribute means them */
export function scoreSets(vocabulary: Vocabulary, sets: readonly HeadingSet[]): Score {
  const wrong: string[] = []
  const unsure: string[] = []
  let right = 0
  let all = 0
  for (const set of sets) {
    const headings = set.columns.map(({ heading }, column) => ({ column, heading }))
    const { columns, kind } = matchSheet(vocabulary, { headings, title: set.title, row: 0, first: 1, rows: [] })
    for (const [at, { heading, expected }] of set.columns.entries()) {
      const match = columns[at]
      if (!match) continue
      all++
      const taken = takenFor(match)
      const line = `${set.title}(${kind}) ${heading}: ${taken || match.confidence} ≠ ${expected.join('|')} ${JSON.stringify(match.candidates.map((c) => `${c.reach?.word ?? ''}>${c.attribute ?? c.relation} ${c.score}`))}`
      if (expected.includes(taken)) right++
      else if (taken === '') unsure.push(line)
      else wrong.push(line)
    }
  }
  return { all, right, wrong, unsure }
}
