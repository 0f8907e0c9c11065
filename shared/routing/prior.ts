import type { Clause, Span } from './clauses'
import { type SubjectCode, subjects } from './subjects'

/** A word of the table found in a text. */
export interface WordHit extends Span {
  readonly subject: SubjectCode
  readonly score: number
}

interface Word {
  readonly subject: SubjectCode
  /** Before the gap and behind it; one piece where there is none. */
  readonly pieces: readonly string[]
  readonly worth: number
}

const strong = 3
const plain = 1.6
const helping = 0.8
/** Between the two pieces of a word with a gap. */
const widestGap = 10
/** What a word is worth inside a longer one of another subject: 「垃圾」 in 「烧垃圾」. */
const inside = 0.25

function wordsIn(subject: SubjectCode, written: string): Word[] {
  return written.split('|').map((one) => {
    const mark = one.charAt(0)
    const worth = mark === '!' ? strong : mark === '?' ? helping : plain
    const word = (mark === '!' || mark === '?' ? one.slice(1) : one).toLowerCase()
    return { subject, pieces: word.split('~'), worth }
  })
}

/** By their first character: each position of a text asks only for those that may begin there. */
const byFirst = new Map<string, Word[]>()
for (const { code, words } of subjects)
  for (const word of wordsIn(code, words)) {
    const first = word.pieces[0]?.charAt(0) ?? ''
    byFirst.set(first, [...(byFirst.get(first) ?? []), word])
  }

interface Found extends Span {
  readonly word: Word
  readonly weight: number
}

/** The table's words in a text, each where it stands first with most weight; masked stretches say nothing. */
export function wordHits(text: string, clauses: readonly Clause[], masked: readonly Span[]): readonly WordHit[] {
  const found = clauses
    .filter(({ weight }) => weight > 0)
    .flatMap((clause) => wordsOfClause(text, clause))
    .filter((one) => !masked.some(({ start, end }) => one.start < end && start < one.end))
  const best = new Map<Word, Found>()
  for (const one of found) {
    const known = best.get(one.word)
    if (known === undefined || known.weight < one.weight) best.set(one.word, one)
  }
  const kept = [...best.values()]
  const whole = kept.filter(({ word }) => word.pieces.length === 1)
  return kept.map((one) => {
    const swallowed = whole.some(
      (other) =>
        other.word.subject !== one.word.subject &&
        other.start <= one.start &&
        // Of a word with a gap its beginning: the lamp of 「红绿灯坏了」 is no street lamp.
        other.end >= one.start + firstLength(one) &&
        other.end - other.start > firstLength(one),
    )
    const score = one.word.worth * one.weight * (swallowed ? inside : 1)
    return { subject: one.word.subject, start: one.start, end: one.end, score }
  })
}

const firstLength = ({ word }: Found): number => word.pieces[0]?.length ?? 0

function wordsOfClause(text: string, clause: Clause): Found[] {
  const found: Found[] = []
  for (let at = clause.start; at < clause.end; at++)
    for (const word of byFirst.get(text.charAt(at)) ?? []) {
      const end = endOf(text, at, word.pieces, clause.end)
      if (end !== undefined) found.push({ word, start: at, end, weight: clause.weight })
    }
  return found
}

function endOf(text: string, at: number, [first = '', second]: readonly string[], limit: number): number | undefined {
  const end = at + first.length
  if (end > limit || !text.startsWith(first, at)) return undefined
  if (second === undefined) return end
  const next = text.indexOf(second, end)
  return next < 0 || next > end + widestGap || next + second.length > limit ? undefined : next + second.length
}
