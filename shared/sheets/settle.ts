import type { AttributeCode, EntityKind, RelationCode } from '../knowledge/types'
import { clean, tokensOf } from './canonical'
import { type Found, isClear, keyOf, leastRight, leastUnsure, type Reach } from './found'
import type { Heading } from './headings'
import { isClose, type Sheet } from './sheet-subject'
import type { Meaning } from './vocabulary'

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

const leastMargin = 0.04

/** Of something else than the sheet is about. */
const marginElsewhere = 0.1

/** What merely has words in common is taken only when nothing else comes near: calibrated by leaving out known headings in turn. */
const near = {
  /** Of what the sheet is about. */
  own: { least: 0.7, margin: 0.12 },
  apart: { least: 0.7, margin: 0.2 },
  /** Of something else. */
  other: { least: 0.75, margin: 0.2 },
}

/** Takes what is clear; of two columns that mean the same the better one is taken and the other is for a person to decide. */
export function settle(
  sheet: Sheet,
  headings: readonly Heading[],
  found: readonly (readonly Found[])[],
): readonly ColumnMatch[] {
  const taken = new Map<string, number>()
  const order = found
    .map((_, at) => at)
    .sort((one, other) => (found[other]?.[0]?.score ?? 0) - (found[one]?.[0]?.score ?? 0))
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
    // 登记时间 beside 受理日期: both are called so, and mean the same, unless this one is also what else is called.
    const again =
      rival !== undefined &&
      isAgain(best, found[rival]?.[0]) &&
      !isSaidAlike(heading, headings[rival]) &&
      !free.some((one) => isOther(one, best))
    const other = rival !== undefined && !isPart && isOther(first, best)
    const neighbour = rival !== undefined && first?.why.startsWith('跟在') === true && first.score > 0.6
    const match = decide(
      sheet,
      heading,
      again ? all : rival === undefined || isPart || neighbour || other ? free : [],
      all,
      rival !== undefined && !again && !isPart && !neighbour && !other,
    )
    settled.set(at, match)
    if (match.confidence === 'right' && first) taken.set(keyOf(first), at)
  }
  return headings.flatMap((_, at) => settled.get(at) ?? [])
}

/** Also called so, and something else: not the coordinates of the place where the coordinates of the event are taken. */
const isOther = (one: Found | undefined, taken: Found | undefined): boolean =>
  one?.how === 'same' && one.score >= leastRight && propertyOf(one) !== propertyOf(taken)

const propertyOf = (found: Found | undefined): string | undefined => found?.meaning.code.split('.').at(-1)

/** 手机号 beside 手机号码: one of the two is somebody else's. */
const isSaidAlike = (one: Heading, other: Heading | undefined): boolean =>
  other !== undefined && tokensOf(clean(one.heading).text).join() === tokensOf(clean(other.heading).text).join()

const isAgain = (one: Found | undefined, other: Found | undefined): boolean =>
  one !== undefined && other !== undefined && isClear(one) && isClear(other) && !one.why.startsWith('跟在')

function decide(
  sheet: Sheet,
  heading: Heading,
  usable: readonly Found[],
  all: readonly Found[],
  twice: boolean,
): ColumnMatch {
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
  // The very name needs no distance from what is merely alike or said of something else; two ways of saying where something is are both right.
  const veryName = first.how === 'same' && (second?.how !== 'same' || isElsewhere(first, second, sheet.kind))
  const isOwn = first.reach !== undefined || isClose(first.meaning.bearer, sheet)
  const isNearer = isOwn || second?.meaning.bearer !== sheet.kind
  const sure = veryName && isNearer ? 0.003 : sameSide(first, second) ? 0 : isOwn ? leastMargin : marginElsewhere
  const ways =
    first.how !== 'near' ? [{ least: leastRight, margin: sure }] : isOwn ? nearEnough(first, sheet) : [near.other]
  if (!ways.some((way) => first.score >= way.least && margin >= way.margin)) {
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

const nearEnough = ({ meaning, reach }: Found, { kind }: Sheet): readonly (typeof near.own)[] =>
  meaning.bearer === kind || reach ? [near.own, near.apart] : [near.own]

const isElsewhere = (first: Found, second: Found, kind: EntityKind): boolean =>
  first.meaning.bearer === kind && second.meaning.bearer !== kind && second.meaning.bearer !== 'event'

/** 注册地址 is both a text on the licence and the place it names: the place is taken, since it can be walked to. */
function sameSide(first: Found, second: Found | undefined): boolean {
  if (second === undefined || first.how === 'near' || second.how !== first.how) return false
  return (
    first.meaning.bearer === second.meaning.bearer &&
    first.meaning.relation?.to === 'place' &&
    ['text', 'code', 'point'].includes(second.meaning.attribute?.value.type ?? '')
  )
}

function codeOf(meaning: Meaning): { attribute: AttributeCode } | { relation: RelationCode } {
  return meaning.attribute === undefined ? { relation: meaning.code } : { attribute: meaning.code }
}
