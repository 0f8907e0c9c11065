import type { AttributeCode, EntityKind, RelationCode } from '../knowledge/types'
import { entityKinds } from '../knowledge/types'
import { addressMeaning } from './address'
import { clean, readingsOf } from './canonical'
import type { Headed, Heading } from './headings'
import { likenesses } from './likeness'
import { nounsBefore, titleSays } from './nouns'
import { type Sniffed, sniff, support } from './sniff'
import type { Meaning, Vocabulary, Who } from './vocabulary'

/** By which relation the one a column speaks of is reached from the sheet's main subject. */
export interface Reach {
  readonly relation: RelationCode
  readonly direction: 'forward' | 'backward'
  /** The kind of the other end. */
  readonly from: EntityKind
  /** The word the sheet calls them by. */
  readonly word: string
}

export interface Candidate {
  readonly attribute?: AttributeCode
  readonly relation?: RelationCode
  readonly reach?: Reach
  readonly name: string
  /** 0 … 1. */
  readonly score: number
}

export interface ColumnMatch {
  /** From 0. */
  readonly column: number
  readonly heading: string
  readonly confidence: 'right' | 'unsure' | 'none'
  readonly attribute?: AttributeCode
  readonly relation?: RelationCode
  readonly reach?: Reach
  /** The best three, also of an unsure or unknown column, for a person to choose among. */
  readonly candidates: readonly Candidate[]
  /** Why, in words for the clerk. */
  readonly evidence: string
}

export interface SheetMatch {
  /** What a row of the sheet is. */
  readonly kind: EntityKind
  readonly subtypes: ReadonlySet<string>
  readonly columns: readonly ColumnMatch[]
  readonly seen: readonly Sniffed[]
}

interface Found {
  readonly meaning: Meaning
  readonly reach?: Reach
  readonly score: number
  readonly why: string
}

/** Below, nobody is asked to look at it; above, it is taken, if nothing else comes near. */
const leastUnsure = 0.45
const leastRight = 0.66
const leastMargin = 0.045

/** Columns that only number the rows. */
const counting = /^(序号?|序列|行号|项次|no|sn|id|顺序号|编次|排序|#)$/i

/** @returns what each column of a sheet means */
export function matchSheet(vocabulary: Vocabulary, headed: Headed): SheetMatch {
  const seen = headed.headings.map(({ column }) => sniff(headed.rows.map((row) => row[column] ?? '')))
  const title = titleSays(vocabulary, headed.title)
  const kinds = kindsOf(vocabulary, headed, title.kinds)
  const kind = entityKinds.reduce((best, one) => (kinds[one] > kinds[best] ? one : best), 'person')
  const sheet = { kind, kinds, subtypes: title.subtypes }
  const found = headed.headings.map((heading, at) => meaningsOf(vocabulary, sheet, heading, seen[at], headed.headings[at - 1]))
  const settled = settle(headed.headings, found)
  return { kind, subtypes: title.subtypes, seen, columns: settled }
}

interface Sheet {
  readonly kind: EntityKind
  readonly kinds: Readonly<Record<EntityKind, number>>
  readonly subtypes: ReadonlySet<string>
}

/** Each heading votes for the kinds that have an attribute of that name; the fewer kinds have it, the more. */
function kindsOf(
  vocabulary: Vocabulary,
  headed: Headed,
  title: Readonly<Record<EntityKind, number>>,
): Record<EntityKind, number> {
  const votes: Record<EntityKind, number> = { ...title }
  for (const { heading } of headed.headings) {
    const cleaned = clean(heading)
    const bearers = new Set<EntityKind>()
    for (const reading of readingsOf(cleaned)) {
      for (const one of likenesses(vocabulary, reading.text)) {
        if (one.exact && one.meaning.code !== 'event.note') bearers.add(one.meaning.bearer)
      }
      for (const noun of nounsBefore(vocabulary, reading.text)) bearers.add(noun.kind)
    }
    for (const one of bearers) votes[one] += 1 / bearers.size ** 1.5
  }
  return votes
}

function meaningsOf(
  vocabulary: Vocabulary,
  sheet: Sheet,
  heading: Heading,
  seen: Sniffed | undefined,
  before: Heading | undefined,
): readonly Found[] {
  const cleaned = clean(heading.heading)
  if (cleaned.text === '' || counting.test(cleaned.text)) return []
  const best = new Map<string, Found>()
  const offer = (one: Found) => {
    const key = keyOf(one)
    if ((best.get(key)?.score ?? 0) < one.score) best.set(key, one)
  }
  const group = heading.group === undefined ? '' : clean(heading.group).text.replace(/(基本)?(信息|情况|资料)$/, '')
  for (const reading of readingsOf(cleaned)) {
    for (const one of readOne(vocabulary, sheet, reading.text)) offer({ ...one, score: one.score * reading.certainty })
    if (group !== '') {
      for (const one of readOne(vocabulary, sheet, group + reading.text)) {
        offer({ ...one, score: one.score * reading.certainty * 1.03 })
      }
    }
  }
  const neighbour = before && whoAlone(vocabulary, sheet, before)
  if (neighbour) {
    // 监护人 | 联系电话: a bare heading may still speak of the person before it. Only told when its own meaning is taken.
    for (const one of readOne(vocabulary, sheet, neighbour.word + cleaned.text)) {
      offer({ ...one, score: one.score * 0.8, why: `跟在“${neighbour.word}”后面` })
    }
  }
  return [...best.values()]
    .map((one) => ({ ...one, score: one.score * weightOf(one, sheet, cleaned.asksYesNo, seen) }))
    .filter(({ score }) => score > 0.3)
    .sort((one, other) => other.score - one.score)
}

/** What one reading may mean: as it stands, of somebody it begins with, or of the noun it begins with. */
function readOne(vocabulary: Vocabulary, sheet: Sheet, text: string): readonly Found[] {
  const found: Found[] = likenesses(vocabulary, text).map(({ meaning, score, exact, term }) => ({
    meaning,
    score,
    why: exact ? `和“${term}”是一个意思` : `和“${term}”相近`,
  }))
  const place = addressMeaning(vocabulary, sheet.kind, text)
  if (place) found.push({ meaning: place.meaning, score: place.score, why: '是一处地址' })
  for (const who of whoBefore(vocabulary, sheet, text)) found.push(...ofSomebody(vocabulary, sheet, who, text))
  for (const { word, kind } of nounsBefore(vocabulary, text)) {
    const rest = text.slice(word.length)
    const address = addressMeaning(vocabulary, kind, rest)
    if (address) found.push({ meaning: address.meaning, score: address.score * 0.97, why: `是${word}的地址` })
    for (const one of likenesses(vocabulary, rest)) {
      if (one.meaning.bearer !== kind) continue
      found.push({ meaning: one.meaning, score: one.score * 0.96, why: `是${word}的“${one.term}”` })
    }
  }
  return found
}

function ofSomebody(vocabulary: Vocabulary, sheet: Sheet, who: Who, text: string): readonly Found[] {
  const rest = text.slice(who.word.length).replace(/^的/, '')
  const from = who.from
  const reach: Reach = { relation: who.relation.code, direction: who.direction, from, word: who.word }
  // 父亲, 车主 alone: the name.
  const core = rest === '' ? '姓名' : rest
  const near = from === sheet.kind ? 1 : sheet.kind === 'event' || sheet.kinds[from] > 1 ? 0.95 : 0.86
  const alone = rest === '' ? 0.9 : 0.96
  const people = likenesses(vocabulary, core).filter(({ meaning }) => meaning.bearer === 'person')
  const address = addressMeaning(vocabulary, 'person', core)
  return [
    ...people.map((one) => ({ meaning: one.meaning, score: one.score * near * alone, why: `是“${who.word}”的“${one.meaning.name}”` })),
    ...(address ? [{ meaning: address.meaning, score: address.score * near * 0.95, why: `是“${who.word}”的地址` }] : []),
  ].map((one) => (isOneself(who) ? one : { ...one, reach }))
}

/** 申请人 of a request is who fills the form in, the main person of what is said of people. */
const isOneself = (who: Who): boolean => who.relation.code === 'applied-by'

function whoBefore(vocabulary: Vocabulary, sheet: Sheet, text: string): readonly Who[] {
  const all = vocabulary.who.filter(({ word }) => text.startsWith(word))
  const longest = Math.max(0, ...all.map(({ word }) => word.length))
  const same = all.filter(({ word }) => word.length === longest)
  // The one that starts at what the sheet is about, else whichever there is.
  const near = same.filter(({ from }) => from === sheet.kind)
  return near.length > 0 ? near : same
}

function whoAlone(vocabulary: Vocabulary, sheet: Sheet, heading: Heading): Who | undefined {
  const { text } = clean(heading.heading)
  return whoBefore(vocabulary, sheet, text.replace(/(姓名|名字|名称)$/, '')).find(
    ({ word }) => word === text.replace(/(姓名|名字|名称)$/, ''),
  )
}

function weightOf(found: Found, sheet: Sheet, asksYesNo: boolean, seen: Sniffed | undefined): number {
  const { meaning, reach } = found
  const top = Math.max(...Object.values(sheet.kinds), 1)
  const share = sheet.kinds[meaning.bearer] / top
  // Said of somebody reached by a relation, the distance is already counted.
  const near = reach === undefined ? (meaning.bearer === sheet.kind ? 1 : 0.86 + 0.1 * share) : 1
  const fits = meaning.subtypes.length === 0 ? 1 : meaning.subtypes.some((one) => sheet.subtypes.has(one)) ? 1.03 : 0.985
  const value = meaning.attribute?.value
  const yesNo = asksYesNo && value !== undefined ? (value.type === 'yes-no' || value.type === 'code' ? 1.02 : 0.6) : 1
  const values = seen === undefined || value === undefined ? 1 : support(value, seen)
  return near * fits * yesNo * values
}

const keyOf = ({ meaning, reach }: Found): string => `${reach?.word ?? ''}${reach?.relation ?? ''}/${meaning.code}`

/** Takes what is clear; of two columns that mean the same the better one is taken and the other is for a person to decide. */
function settle(headings: readonly Heading[], found: readonly (readonly Found[])[]): readonly ColumnMatch[] {
  const taken = new Map<string, number>()
  const order = found.map((_, at) => at).sort((one, other) => (found[other]?.[0]?.score ?? 0) - (found[one]?.[0]?.score ?? 0))
  const settled = new Map<number, ColumnMatch>()
  for (const at of order) {
    const heading = headings[at]
    if (heading === undefined) continue
    const all = found[at] ?? []
    const [best] = all
    const key = best && keyOf(best)
    const rival = key === undefined ? undefined : taken.get(key)
    // Several columns make one address.
    const isPart = best?.meaning.relation?.to === 'place'
    const free = rival === undefined || isPart ? all : all.filter((one) => !taken.has(keyOf(one)))
    const first = free[0]
    const neighbour = rival !== undefined && first?.why.startsWith('跟在') === true && first.score > 0.6
    const match = decide(heading, rival === undefined || isPart || neighbour ? free : [], all, rival !== undefined && !isPart && !neighbour)
    settled.set(at, match)
    if (match.confidence === 'right' && first) taken.set(keyOf(first), at)
  }
  return headings.flatMap((_, at) => settled.get(at) ?? [])
}

function decide(heading: Heading, usable: readonly Found[], all: readonly Found[], twice: boolean): ColumnMatch {
  const { column } = heading
  const shown = heading.group === undefined ? heading.heading : `${heading.group}/${heading.heading}`
  const candidates = all.slice(0, 3).map(
    ({ meaning, reach, score }): Candidate => ({
      ...codeOf(meaning),
      ...(reach ? { reach } : {}),
      name: reach ? `${reach.word}的${meaning.name}` : meaning.name,
      score: Math.round(Math.min(1, score) * 100) / 100,
    }),
  )
  const base = { column, heading: shown, candidates }
  const [first] = usable
  const [best] = all
  if (twice && best && best.score >= leastUnsure) {
    return { ...base, confidence: 'unsure', evidence: `另有一列也是“${candidates[0]?.name ?? ''}”，请看看这一列是谁的` }
  }
  if (!first || first.score < leastUnsure) return { ...base, confidence: 'none', evidence: '没有找到意思相同的资料' }
  const second = usable.find((one) => one !== first && one.meaning.code !== first.meaning.code)
  const margin = first.score - (second?.score ?? 0)
  if (first.score < leastRight || margin < leastMargin) {
    const names = candidates.map(({ name }) => `“${name}”`).join('、')
    return { ...base, confidence: 'unsure', evidence: `可能是${names}` }
  }
  return {
    ...base,
    confidence: 'right',
    ...codeOf(first.meaning),
    ...(first.reach ? { reach: first.reach } : {}),
    evidence: first.why,
  }
}

function codeOf(meaning: Meaning): { attribute: AttributeCode } | { relation: RelationCode } {
  return meaning.attribute === undefined ? { relation: meaning.code } : { attribute: meaning.code }
}
