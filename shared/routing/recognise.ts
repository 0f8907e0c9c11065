import type { Duty } from '../permission/duty'
import { type Clause, clausesOf, plainly, type Span } from './clauses'
import { type Counts, gramsOf } from './counts'
import { type WordHit, wordHits } from './prior'
import { type SubjectCode, subjectCalled, subjectCodes } from './subjects'

/** A subject a text may be about. */
export interface SubjectGuess {
  readonly subject: SubjectCode
  /** 0 to 1; of all subjects together 1. */
  readonly confidence: number
}

/** A word that spoke for the subject that leads, where it stands in the text. */
export interface DecidingWord extends Span {
  readonly word: string
  /** In the table, or learnt from what was routed before. */
  readonly from: 'table' | 'learnt'
}

export interface SubjectReading {
  /** At most five, best first; none where nothing was recognised. */
  readonly guesses: readonly SubjectGuess[]
  /** Whether the first may be taken without asking. */
  readonly sure: boolean
  /** Whether the duty of the first may, though another subject of the same duty could be meant. */
  readonly dutySure: boolean
  readonly duty?: Duty
  /** Which words decided, in the order of the text. */
  readonly because: readonly DecidingWord[]
}

const mostGuesses = 5
const mostDeciding = 6
/** How steeply scores become confidence. */
const steepness = 1.2
/** What something that is not in the table at all is taken to score. */
const unknown = 2
/** Below this a subject is not sure, and a duty not. */
const surely = 0.42
/** With less than this said for the best nothing was recognised. */
const leastScore = 0.8
/** After this many texts the table counts half. */
const experienced = 2000
/** What was learnt of a subject in this many texts counts so much beside the table where it leaves no doubt; a word that says it alone counts 3. */
const worthOf = (texts: number): number => 4 + Math.log1p(texts)
const learntSteepness = 1
const unknownLearnt = 6
const mostOfGram = 3
const leastOfGram = -0.4
/** A piece met this often is trusted half: what was met once may be chance. */
const doubt = 3
/** As many texts as this are taken to have been met beforehand with every piece as often as anywhere. */
const presumed = 2
/** Texts in which none of the pieces stood, met before the first. */
const background = 50

/**
 * What an appeal is about: the table's words, and what was learnt from routed ones (naive Bayes over pieces of two and three characters, held against how often they are met anywhere). Deterministic.
 * @param masked stretches that name places and people: they say nothing of the subject
 */
export function recogniseSubject(text: string, learnt: Counts, masked: readonly Span[] = []): SubjectReading {
  const plain = plainly(text)
  const clauses = clausesOf(plain)
  const scores = new Map<SubjectCode, number>()
  const add = (subject: SubjectCode, score: number) => scores.set(subject, (scores.get(subject) ?? 0) + score)
  const hits = wordHits(plain, clauses, masked)
  const tableWorth = 1 / (1 + textsIn(learnt) / experienced)
  for (const [subject, score] of saidOnce(hits)) add(subject, tableWorth * score)
  const said = learntOf(gramsOf(text, masked, clauses), learnt)
  for (const [subject, share] of sharesOf(said)) add(subject, worthOf(learnt[subject]?.texts ?? 0) * share)
  const ranked = [...scores].sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1))
  const [best] = ranked
  if (best === undefined || best[1] < leastScore) return { guesses: [], sure: false, dutySure: false, because: [] }
  const massOf = (score: number): number => (score > 0 ? Math.expm1(steepness * score) : 0)
  const total = ranked.reduce((sum, [, score]) => sum + massOf(score), massOf(unknown))
  const confidenceOf = (score: number): number => massOf(score) / total
  const guesses = ranked
    .filter(([, score]) => score > 0)
    .slice(0, mostGuesses)
    .map(([subject, score]) => ({ subject, confidence: round(confidenceOf(score)) }))
  const duty = subjectCalled(best[0])?.duty
  const sameDuty = subjectCodes
    .filter((code) => subjectCalled(code)?.duty === duty)
    .reduce((sum, code) => sum + confidenceOf(scores.get(code) ?? 0), 0)
  return {
    guesses,
    sure: confidenceOf(best[1]) >= surely && !isRivalled(best, ranked, hits, clauses, () => true),
    dutySure:
      sameDuty >= surely && !isRivalled(best, ranked, hits, clauses, (code) => subjectCalled(code)?.duty !== duty),
    ...(duty === undefined ? {} : { duty }),
    because: deciding(text, [
      ...hits.filter(({ subject }) => subject === best[0]).map((one) => ({ ...one, from: 'table' as const })),
      ...said.filter(({ subject }) => subject === best[0]).map((one) => ({ ...one, from: 'learnt' as const })),
    ]),
  }
}

interface Said extends Span {
  readonly subject: SubjectCode
  readonly score: number
}

/** Said so much in comparison, in a sentence of its own, it is asked for beside the first; and where it only comes after the first, so much. */
const beside = 0.7
const besideAfter = 0.85
const saysItAlone = 2.9

/** Whether a text asks for something else too, in words that say it alone, where nothing is said of the first. */
function isRivalled(
  [best, most]: readonly [SubjectCode, number],
  ranked: readonly (readonly [SubjectCode, number])[],
  hits: readonly WordHit[],
  clauses: readonly Clause[],
  counts: (subject: SubjectCode) => boolean,
): boolean {
  const within = (hit: Span, clause: Clause) => clause.start <= hit.start && hit.end <= clause.end
  const own = hits.filter(({ subject }) => subject === best)
  const begins = Math.min(...own.map(({ start }) => start))
  return ranked.some(
    ([subject, score]) =>
      subject !== best &&
      counts(subject) &&
      hits.some((hit) => {
        if (hit.subject !== subject || hit.score < saysItAlone) return false
        const clause = clauses.find((one) => within(hit, one))
        if (clause === undefined || own.some((one) => within(one, clause))) return false
        const isAfter = hit.start > begins && clause.weight <= 1
        return score >= (isAfter ? besideAfter : beside) * most
      }),
  )
}

/** Each further word for a subject says less than the one before: it is the same said again. */
const again = 0.7

/** The table's words by subject: of those that stand in each other the weightiest, and of all together less than their sum. */
function saidOnce(hits: readonly WordHit[]): readonly (readonly [SubjectCode, number])[] {
  const bySubject = new Map<SubjectCode, WordHit[]>()
  for (const hit of [...hits].sort((one, other) => other.score - one.score || one.start - other.start)) {
    const kept = bySubject.get(hit.subject) ?? []
    if (!kept.some((one) => hit.start < one.end && one.start < hit.end)) bySubject.set(hit.subject, [...kept, hit])
  }
  return [...bySubject].map(([subject, kept]) => [
    subject,
    kept.reduce((sum, { score }, at) => sum + score * again ** at, 0),
  ])
}

/** What each piece of a text says for and against each subject that was met before. */
function learntOf(grams: ReturnType<typeof gramsOf>, learnt: Counts): readonly Said[] {
  const taught = subjectCodes.filter((code) => (learnt[code]?.texts ?? 0) > 0)
  const texts = textsIn(learnt)
  const said: Said[] = []
  for (const { gram, start, end, weight } of grams) {
    const met = taught.reduce((sum, code) => sum + timesOf(learnt, code, gram), 0)
    if (met === 0) continue
    const anywhere = met / (texts + background)
    // What was met once may be chance.
    const trust = (weight * met) / (met + doubt)
    for (const subject of taught) {
      const own = learnt[subject]?.texts ?? 0
      const here = (timesOf(learnt, subject, gram) + presumed * anywhere) / (own + presumed)
      const score = trust * Math.max(leastOfGram, Math.min(mostOfGram, Math.log(here / anywhere)))
      said.push({ subject, start, end, score })
    }
  }
  return said
}

/** What was learnt, put together: of each subject how likely it is by that alone; together less than 1, the less the less was met. */
function sharesOf(said: readonly Said[]): readonly (readonly [SubjectCode, number])[] {
  const sums = new Map<SubjectCode, number>()
  for (const { subject, score } of said) sums.set(subject, (sums.get(subject) ?? 0) + score)
  const masses = [...sums].map(([subject, sum]) => [subject, Math.exp(learntSteepness * sum)] as const)
  const total = masses.reduce((all, [, mass]) => all + mass, Math.exp(learntSteepness * unknownLearnt))
  return masses.map(([subject, mass]) => [subject, mass / total])
}

const textsIn = (learnt: Counts): number => subjectCodes.reduce((sum, code) => sum + (learnt[code]?.texts ?? 0), 0)

const timesOf = (learnt: Counts, subject: SubjectCode, gram: string): number => {
  const grams = learnt[subject]?.grams
  return grams !== undefined && Object.hasOwn(grams, gram) ? (grams[gram] ?? 0) : 0
}

/** The weightiest words, none inside another, as they stand in the text. */
function deciding(
  text: string,
  words: readonly (Said & { readonly from: DecidingWord['from'] })[],
): readonly DecidingWord[] {
  const chosen: Span[] = []
  const kept = [...words]
    .filter(({ score }) => score > 0.3)
    .sort((one, other) => other.score - one.score || one.start - other.start)
    .filter(({ start, end }) => {
      if (chosen.some((one) => start < one.end && one.start < end)) return false
      chosen.push({ start, end })
      return true
    })
    .slice(0, mostDeciding)
  return kept
    .sort((one, other) => one.start - other.start)
    .map(({ start, end, from }) => ({ start, end, word: text.slice(start, end), from }))
}

const round = (confidence: number): number => Math.round(confidence * 100) / 100
