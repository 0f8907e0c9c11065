import type { AttributeCode, EntityKind, RelationCode } from '../knowledge/types'
import { entityKinds } from '../knowledge/types'
import { addressMeaning, isAddressStep } from './address'
import { clean, readingsOf, tokensOf } from './canonical'
import type { Headed, Heading } from './headings'
import { type Likeness, likenesses } from './likeness'
import { nounsBefore, otherWordings, titleSays } from './nouns'
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
  readonly how: Likeness['how']
  readonly why: string
}

/** Below, nobody is asked to look at it; above, it is taken, if nothing else comes near. */
const leastUnsure = 0.45
const leastRight = 0.66
const leastMargin = 0.04
/** What merely has words in common is taken only when nothing else comes near: calibrated by leaving out known words in turn. */
const near = {
  /** Of what the sheet is about. */
  own: { least: 0.55, margin: 0.2 },
  likely: { least: 0.66, margin: 0.15 },
  /** Of something else. */
  other: { least: 0.7, margin: 0.2 },
}

/** Columns that only number the rows. */
const counting = /^(序号?|序列|行号|项次|no|sn|id|顺序号|编次|排序|#)$/i

export const isCounting = (heading: string): boolean => counting.test(clean(heading).text)

/** @returns what each column of a sheet means */
export function matchSheet(vocabulary: Vocabulary, headed: Headed): SheetMatch {
  const seen = headed.headings.map(({ column }) => sniff(headed.rows.map((row) => row[column] ?? '')))
  const title = titleSays(headed.title)
  const kinds = kindsOf(vocabulary, headed, title.kinds)
  const kind = entityKinds.reduce((best, one) => (kinds[one] > kinds[best] ? one : best), 'person')
  const sheet = { kind, kinds, subtypes: title.subtypes }
  const found = headed.headings.map((heading, at) =>
    meaningsOf(vocabulary, sheet, heading, seen[at], headed.headings[at - 1]),
  )
  const named = roleName(vocabulary, sheet, headed.headings, found)
  if (named) found[named.at] = [named.found]
  const settled = settle(kind, headed.headings, found)
  return { kind, subtypes: title.subtypes, seen, columns: settled }
}

/** Roles of those who work on the list; their names are not the name of whom it is about. */
const helpers = /(员|采集|填表|负责|经办|登记|审核|联系|社工|医生|医师|教师|老师|陪同|接送|责任|领导|干部)/
const frontColumns = 4
/** Who made the list and when: of the sheet itself, not of what its rows are about. */
const byHelpers =
  /^(采集|填表|填报|填写|录入|登记人|登记员|审核|复核|制表|统计|调查员|调查人|普查员|网格员|网格长|社工|包保|包片|包联|联系领导|信息员|上报人|核实|核查人|检查人|检查员|排查人|排查员|走访人|经手|更新)/

/** In a list of people without a plain 姓名, the name in front is theirs, whatever they are called: 骑手姓名. */
function roleName(
  vocabulary: Vocabulary,
  sheet: Sheet,
  headings: readonly Heading[],
  found: readonly (readonly Found[])[],
): { readonly at: number; readonly found: Found } | undefined {
  if (
    sheet.kind !== 'person' ||
    found.some(([best]) => best?.meaning.code === 'person.name' && !best.reach && best.score > leastRight)
  )
    return undefined
  const at = headings
    .slice(0, frontColumns)
    .findIndex(
      ({ heading }, column) =>
        /..(姓名|名字)$/.test(clean(heading).text) &&
        !helpers.test(heading) &&
        (found[column]?.[0]?.score ?? 0) < leastUnsure,
    )
  const [name] = likenesses(vocabulary, '姓名').filter(({ meaning }) => meaning.code === 'person.name')
  return at < 0 || !name ? undefined : { at, found: { ...name, score: 0.8, how: 'alike', why: '表里的人的姓名' } }
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
    if (isAddressStep(cleaned.text)) continue
    const bearers = new Set<EntityKind>()
    for (const reading of readingsOf(cleaned)) {
      for (const one of likenesses(vocabulary, reading.text)) {
        if (one.how !== 'near' && one.meaning.code !== 'event.note') bearers.add(one.meaning.bearer)
      }
      for (const noun of nounsBefore(reading.text)) bearers.add(noun.kind)
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
  if (cleaned.text === '' || isCounting(heading.heading)) return []
  const bare = isBareHead(cleaned.text)
  const best = new Map<string, Found>()
  const offer = (one: Found) => {
    const key = keyOf(one)
    if ((best.get(key)?.score ?? 0) < one.score) best.set(key, one)
  }
  const group = heading.group === undefined ? '' : clean(heading.group).text.replace(/(基本)?(信息|情况|资料)$/, '')
  for (const reading of readingsOf(cleaned)) {
    for (const one of readOne(vocabulary, sheet, reading.text)) {
      const how = one.how === 'same' && reading.text !== cleaned.text ? 'alike' : one.how
      offer({ ...one, how, score: one.score * reading.certainty })
    }
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
    .map((one) => ({
      ...one,
      score:
        one.score *
        weightOf(one, sheet, cleaned.asksYesNo, seen) *
        // 编号, 单位, 状态 alone are of what the sheet is about; 编号 in front mostly numbers the rows.
        (bare && one.meaning.bearer !== sheet.kind && one.reach === undefined ? 0.75 : 1) *
        (isBareHead(cleaned.text, ['#date', '#until']) ? 0.65 : 1) *
        (byHelpers.test(cleaned.text) && one.how !== 'same' && one.reach === undefined ? 0.6 : 1) *
        (bare && heading.column === 0 && /号/.test(cleaned.text) ? 0.62 : 1),
    }))
    .filter(({ score }) => score > 0.3)
    .sort((one, other) => rank(other) - rank(one))
}

const rank = ({ score, meaning, how }: Found): number =>
  score + (how === 'same' && meaning.relation?.to === 'place' ? 0.02 : 0)

/** What one reading may mean: as it stands, of somebody it begins with, or of the noun it begins with. */
function readOne(vocabulary: Vocabulary, sheet: Sheet, text: string): readonly Found[] {
  const found: Found[] = likenesses(vocabulary, text).map(({ meaning, score, how, term }) => ({
    meaning,
    score,
    how,
    why: how !== 'near' ? `和“${term}”是一个意思` : `和“${term}”相近`,
  }))
  const place = addressMeaning(vocabulary, sheet.kind, text)
  if (place) found.push({ meaning: place.meaning, score: place.score, how: 'alike', why: '是一处地址' })
  // 监护人电话 has an attribute of its own: nobody else's telephone is meant.
  const nouns = nounsBefore(text)
  // 经营者姓名 is what 经营者 means alone, where that is a name.
  const alone = text.replace(/(?<=..)(姓名|名字|名称)$/, '')
  if (alone !== text) {
    for (const one of likenesses(vocabulary, alone)) {
      if (one.how === 'near' || one.meaning.attribute?.value.type !== 'name' || one.meaning.code === 'person.name')
        continue
      found.push({ ...one, score: one.score * 0.94, how: 'alike', why: `和“${one.term}”是一个意思` })
    }
  }
  const own = found.some(
    ({ how, meaning }) => how !== 'near' && meaning.attribute !== undefined && meaning.bearer === sheet.kind,
  )
  for (const who of whoBefore(vocabulary, sheet, text)) {
    for (const one of ofSomebody(vocabulary, sheet, who, text))
      found.push({ ...one, score: own ? one.score * 0.88 : one.score })
  }
  for (const noun of nouns) {
    const { word, kind } = noun
    // 垃圾桶颜色 in a list of people speaks of some other thing than theirs.
    const known = kind === sheet.kind || sheet.kinds[kind] * 2 >= sheet.kinds[sheet.kind] ? 1 : 0.75
    const rest = text.slice(word.length)
    for (const wording of isBareHead(rest, ['#kind', '#level', '#way', '#count', '#state', '#reason'])
      ? []
      : otherWordings(noun, rest)) {
      for (const one of likenesses(vocabulary, wording)) {
        if (one.how === 'near' || one.meaning.bearer !== kind) continue
        found.push({ ...one, score: one.score * 0.95 * known, how: 'alike', why: `和“${one.term}”是一个意思` })
      }
    }
    // 检查时间 is not any time somebody asks for.
    if (
      isBareHead(rest, [
        '#date',
        '#until',
        '#kind',
        '#level',
        '#way',
        '#state',
        '#reason',
        ...(kind === 'place' ? ['#place'] : []),
      ])
    )
      continue
    const address = addressMeaning(vocabulary, kind, rest)
    if (address)
      found.push({
        meaning: address.meaning,
        score: address.score * 0.97 * known,
        how: 'alike',
        why: `是${word}的地址`,
      })
    for (const one of likenesses(vocabulary, rest)) {
      if (one.meaning.bearer !== kind) continue
      found.push({
        meaning: one.meaning,
        score: one.score * 0.96 * known,
        how: one.how === 'near' ? 'near' : 'alike',
        why: `是${word}的“${one.term}”`,
      })
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
    ...people.map((one) => ({
      meaning: one.meaning,
      score: one.score * near * alone,
      how: weaker(one.how),
      why: `是“${who.word}”的“${one.meaning.name}”`,
    })),
    ...(address
      ? [
          {
            meaning: address.meaning,
            score: address.score * near * 0.95,
            how: weaker('same'),
            why: `是“${who.word}”的地址`,
          },
        ]
      : []),
  ].map((one) => (isOneself(who) ? one : { ...one, reach }))
}

const weaker = (how: Likeness['how']): Likeness['how'] => (how === 'near' ? 'near' : 'alike')

/** @returns whether a text is one general word only, of these classes or of any */
function isBareHead(text: string, heads?: readonly string[]): boolean {
  const tokens = tokensOf(text)
  const [only = ''] = tokens
  return tokens.length === 1 && only.startsWith('#') && (heads === undefined || heads.includes(only))
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
  const distance =
    reach === undefined ? nearness(isEndAt(meaning, sheet.kind) ? sheet.kind : meaning.bearer, sheet.kind, share) : 1
  const fits =
    meaning.subtypes.length === 0 ? 1 : meaning.subtypes.some((one) => sheet.subtypes.has(one)) ? 1.03 : 0.985
  const value = meaning.attribute?.value
  const yesNo = asksYesNo && value !== undefined ? (value.type === 'yes-no' || value.type === 'code' ? 1.02 : 0.6) : 1
  const values = seen === undefined || value === undefined ? 1 : support(value, seen)
  return distance * fits * yesNo * values
}

/** The rent is said of a renting, which joins a person and a home: it stands in sheets of either. */
const isEndAt = ({ attribute, otherEnd }: Meaning, kind: EntityKind): boolean =>
  typeof attribute?.of === 'object' && otherEnd === kind

/** How readily a sheet about one kind says something of another without naming it. */
function nearness(bearer: EntityKind, main: EntityKind, share: number): number {
  if (bearer === main) return 1
  // Anything may be said of what is being done.
  if (bearer === 'event') return 0.88 + 0.08 * share
  // A list of people names what they own, where they live and work; a list of things rarely says more of people than who they are.
  return main === 'person' || (bearer === 'person' && main === 'event') ? 0.84 + 0.12 * share : 0.6 + 0.34 * share
}

const keyOf = ({ meaning, reach }: Found): string => `${reach?.word ?? ''}${reach?.relation ?? ''}/${meaning.code}`

/** Takes what is clear; of two columns that mean the same the better one is taken and the other is for a person to decide. */
function settle(
  kind: EntityKind,
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
    const neighbour = rival !== undefined && first?.why.startsWith('跟在') === true && first.score > 0.6
    const match = decide(
      kind,
      heading,
      rival === undefined || isPart || neighbour ? free : [],
      all,
      rival !== undefined && !isPart && !neighbour,
    )
    settled.set(at, match)
    if (match.confidence === 'right' && first) taken.set(keyOf(first), at)
  }
  return headings.flatMap((_, at) => settled.get(at) ?? [])
}

function decide(
  kind: EntityKind,
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
  // The very name needs no distance from what is merely alike; two ways of saying where something is are both right.
  const sure = first.how === 'same' && second?.how !== 'same' ? 0.003 : sameSide(first, second) ? 0 : leastMargin
  const isOwn = first.meaning.bearer === kind || first.reach !== undefined
  const ways =
    first.how !== 'near' ? [{ least: leastRight, margin: sure }] : isOwn ? [near.own, near.likely] : [near.other]
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

/** 注册地址 is both a text on the licence and the place it names: the place is taken, since it can be walked to. */
function sameSide(first: Found, second: Found | undefined): boolean {
  if (second === undefined || first.how === 'near' || second.how !== first.how) return false
  return (
    first.meaning.bearer === second.meaning.bearer &&
    first.meaning.relation?.to === 'place' &&
    ['text', 'code'].includes(second.meaning.attribute?.value.type ?? '')
  )
}

function codeOf(meaning: Meaning): { attribute: AttributeCode } | { relation: RelationCode } {
  return meaning.attribute === undefined ? { relation: meaning.code } : { attribute: meaning.code }
}
