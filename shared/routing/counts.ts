import type { Clause, Span } from './clauses'
import { clausesOf, plainly } from './clauses'
import { type SubjectCode, subjectCodes } from './subjects'

/** What was learnt of one subject: in how many texts, and in how many of them each piece of two or three characters stood. */
export interface SubjectCounts {
  readonly texts: number
  readonly grams: Readonly<Record<string, number>>
}
export type Counts = Readonly<Partial<Record<SubjectCode, SubjectCounts>>>

export const nothingLearnt: Counts = {}
const none: SubjectCounts = { texts: 0, grams: {} }

/** Of a text no more than these are learnt. */
export const mostGrams = 160
/** Of a subject no more than these are kept; what was met once goes first. */
export const mostKept = 4000

export interface Gram extends Span {
  readonly gram: string
  readonly weight: number
}

/** A clause with less weight teaches nothing. */
const least = 0.5
/** These say nothing of what an appeal is about. */
const empty = /[的了是我你您他她它们这那也都就个么吗呢吧啊请很还又在把给让被什怎时候能一二三四五六七八九十两几好天]/

/**
 * The pieces of two and three Chinese characters of a text, each once: what is denied, masked (names of places and people) or counted in figures is left out.
 * Nothing of a text can be put together again from its pieces' counts among those of others.
 */
export function gramsOf(text: string, masked: readonly Span[] = [], clauses?: readonly Clause[]): readonly Gram[] {
  const plain = plainly(text)
  const found = new Map<string, Gram>()
  for (const { start, end, weight } of clauses ?? clausesOf(plain)) {
    if (weight < least) continue
    for (let at = start; at < end; at++)
      for (const length of [2, 3]) {
        const until = at + length
        if (until > end || masked.some((one) => at < one.end && one.start < until)) continue
        const gram = plain.slice(at, until)
        if (!/^[㐀-鿿]+$/.test(gram) || empty.test(gram) || found.has(gram)) continue
        if (found.size >= mostGrams) return [...found.values()]
        found.set(gram, { gram, start: at, end: until, weight })
      }
  }
  return [...found.values()]
}

/** Learns that texts with these pieces are about a subject. `unteach` with the same undoes it; in whatever order, the counts are the same. */
export function teachGrams(counts: Counts, grams: readonly string[], subject: SubjectCode): Counts {
  const before = counts[subject] ?? none
  const after: Record<string, number> = { ...before.grams }
  for (const gram of new Set(grams)) after[gram] = (after[gram] ?? 0) + 1
  return { ...counts, [subject]: { texts: before.texts + 1, grams: after } }
}

/** Takes back what was learnt of a text. */
export function unteachGrams(counts: Counts, grams: readonly string[], subject: SubjectCode): Counts {
  const before = counts[subject] ?? none
  const after: Record<string, number> = { ...before.grams }
  for (const gram of new Set(grams)) {
    const left = (after[gram] ?? 0) - 1
    if (left > 0) after[gram] = left
    else delete after[gram]
  }
  const texts = Math.max(0, before.texts - 1)
  const { [subject]: _, ...others } = counts
  return texts === 0 ? others : { ...counts, [subject]: { texts, grams: after } }
}

export const teach = (counts: Counts, text: string, subject: SubjectCode, masked: readonly Span[] = []): Counts =>
  teachGrams(
    counts,
    gramsOf(text, masked).map(({ gram }) => gram),
    subject,
  )

export const unteach = (counts: Counts, text: string, subject: SubjectCode, masked: readonly Span[] = []): Counts =>
  unteachGrams(
    counts,
    gramsOf(text, masked).map(({ gram }) => gram),
    subject,
  )

/** Keeps what is kept of a subject small: pieces met least often go, the rarest first and among equals by their order. */
export function bounded(counts: SubjectCounts): SubjectCounts {
  const all = Object.entries(counts.grams)
  if (all.length <= mostKept) return counts
  const kept = all.sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1)).slice(0, mostKept)
  return { texts: counts.texts, grams: Object.fromEntries(kept) }
}

/** What was learnt in two places, as if in one. */
export function together(one: Counts, other: Counts): Counts {
  const both: Partial<Record<SubjectCode, SubjectCounts>> = { ...one }
  for (const code of subjectCodes) {
    const more = other[code]
    if (more === undefined) continue
    const known = both[code] ?? none
    const grams: Record<string, number> = { ...known.grams }
    for (const [gram, times] of Object.entries(more.grams)) grams[gram] = (grams[gram] ?? 0) + times
    both[code] = { texts: known.texts + more.texts, grams }
  }
  return both
}
