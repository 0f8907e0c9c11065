import { subtypes as allSubtypes } from '../knowledge/search'
import type { AttributeCode, EntityKind, RelationCode } from '../knowledge/types'
import { entityKinds } from '../knowledge/types'
import { addressMeaning, isAddressStep } from './address'
import { type Bookkeeping, bookkeepingIn } from './bookkeeping'
import { choicesIn, clean, partsOf, readingsOf, tokensOf, withoutNoise } from './canonical'
import type { Headed, Heading } from './headings'
import { type Likeness, likenesses } from './likeness'
import { happening, isGeneral, nounsBefore, otherWordings, titleSays } from './nouns'
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
  /** The heading names whom it is said of. */
  readonly named?: boolean
  readonly score: number
  readonly how: Likeness['how']
  readonly why: string
}

/** Below, nobody is asked to look at it; above, it is taken, if nothing else comes near. */
const leastUnsure = 0.45
const leastRight = 0.77
const leastMargin = 0.04
/** Of something else than the sheet is about. */
const marginElsewhere = 0.1
/** What merely has words in common is taken only when nothing else comes near: calibrated by leaving out known headings in turn. */
const near = {
  /** Of what the sheet is about. */
  own: { least: 0.55, margin: 0.12 },
  apart: { least: 0.5, margin: 0.2 },
  /** Of something else. */
  other: { least: 0.75, margin: 0.2 },
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
  const byHousehold = !headed.headings.some(({ heading }) => /^(姓名|人员姓名|本人姓名)$/.test(clean(heading).text))
  const sheet = {
    kind,
    kinds,
    subtypes: new Set([...title.subtypes, ...subtypesOf(vocabulary, headed, kind, title.subtypes)]),
    title: headed.title,
    byHousehold,
    noun: mainNoun(headed.headings),
  }
  const found = headed.headings.map((heading, at) =>
    meaningsOf(vocabulary, sheet, heading, seen[at], {
      who: lastNamed(vocabulary, sheet, headed.headings, at),
      heading: headingBefore(headed.headings, at),
    }),
  )
  const named = roleName(vocabulary, sheet, headed.headings, found)
  if (named) found[named.at] = [named.found]
  const settled = settle(sheet, headed.headings, found)
  return { kind, subtypes: title.subtypes, seen, columns: settled }
}

/** Roles of those who work on the list; their names are not the name of whom it is about. */
const helpers = /(员|采集|填表|负责|经办|登记|审核|联系|社工|医生|医师|教师|老师|陪同|接送|责任|领导|干部)/
const frontColumns = 4

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
  readonly title: string
  /** No column is just 姓名: 户主身份证号 is that of whom the row is about. */
  readonly byHousehold: boolean
  /** Whom a list of people is about, as its column of names says: 老人 of 老人姓名, blank of 姓名; nothing where no column is one of names. */
  readonly noun: string | undefined
}

/** Columns that only one class inside the kind has, before the sheet is taken to be of that class. */
const leastColumns = 2
/** What more classes than this have says nothing of either. */
const mostClasses = 3

/** @returns the classes inside the kind that several columns are about: 末次月经 and 孕次 make it a list of pregnant women */
function subtypesOf(
  vocabulary: Vocabulary,
  headed: Headed,
  kind: EntityKind,
  told: ReadonlySet<string>,
): readonly string[] {
  // What the title says of a kind stands.
  const open = ([kind, 'event'] as const).filter(
    (one) => !allSubtypes.some(({ code, kind: its }) => its === one && told.has(code)),
  )
  const columns = new Map<string, number>()
  for (const { heading } of headed.headings) {
    const found = likenesses(vocabulary, clean(heading).text).filter(
      ({ how, meaning }) => how !== 'near' && open.includes(meaning.bearer),
    )
    const [only] = found
    if (found.length !== 1 || !only || only.meaning.subtypes.length > mostClasses) continue
    for (const one of only.meaning.subtypes) columns.set(one, (columns.get(one) ?? 0) + 1)
  }
  return [...columns].filter(([, count]) => count >= leastColumns).map(([code]) => code)
}

function mainNoun(headings: readonly Heading[]): string | undefined {
  for (const { heading } of headings) {
    const { text } = clean(heading)
    if (/^(姓名|名字)$/.test(text)) return ''
    const [noun] = nounsBefore(text)
    if (noun?.kind === 'person' && /^(姓名|名字)$/.test(text.slice(noun.word.length))) return noun.word
  }
  return undefined
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

/** What stands before a heading. */
interface Before {
  /** Whom the columns before speak of. */
  readonly who: Who | undefined
  readonly heading: string
}

/** How far back the licence stands whose 有效期至 a column is. */
const mostBack = 3

/** @returns the heading just before, or for a bare 有效期至 that of the licence or certificate a little before */
function headingBefore(headings: readonly Heading[], at: number): string {
  const before = headings.slice(Math.max(0, at - mostBack), at).reverse()
  const isBare = isBareHead(clean(headings[at]?.heading ?? '').text, ['#until'])
  const licence = isBare
    ? before.find(({ heading }) => /证(书)?(编号|号码|号)?$|执照号?$/.test(clean(heading).text))
    : undefined
  return (licence ?? before[0])?.heading ?? ''
}

/** @returns what a heading says in full: after 食品经营许可证编号, 许可证有效期 or 有效期至 are those of that licence */
function continuing(before: string, text: string): string | undefined {
  const { text: above } = clean(before)
  const stem = above.replace(/(编号|号码|号|名称|类型|类别|情况|办理情况)$/, '')
  if (stem.length < 2 || text.startsWith(stem)) return undefined
  if (isBareHead(text, ['#until', '#date'])) return stem + text
  for (let length = stem.length - 1; length >= 2; length--) {
    const tail = stem.slice(-length)
    if (text.startsWith(tail) && text.length > tail.length) return stem + text.slice(tail.length)
  }
  return undefined
}

function meaningsOf(
  vocabulary: Vocabulary,
  sheet: Sheet,
  heading: Heading,
  seen: Sniffed | undefined,
  before: Before,
): readonly Found[] {
  const cleaned = clean(heading.heading)
  if (cleaned.text === '' || isCounting(heading.heading)) return []
  const bare = isBareHead(cleaned.text) || isBareHead(withoutNoise(cleaned.text))
  const kept = bookkeepingIn(cleaned.text)
  const choices = choicesIn(cleaned)
  const isStep = isAddressStep(cleaned.text)
  const best = new Map<string, Found>()
  const offer = (one: Found) => {
    const key = keyOf(one)
    if ((best.get(key)?.score ?? 0) < one.score) best.set(key, one)
  }
  const group = heading.group === undefined ? '' : clean(heading.group).text.replace(/(基本)?(信息|情况|资料)$/, '')
  for (const one of fromParts(partsOf(cleaned).map((part) => readOne(vocabulary, sheet, part)))) offer(one)
  for (const reading of readingsOf(cleaned)) {
    // 子女情况 is no name of a child.
    const shortened = reading.text.length < cleaned.text.length && cleaned.text.startsWith(reading.text)
    for (const one of readOne(vocabulary, sheet, reading.text)) {
      const how = one.how === 'same' && reading.text !== cleaned.text ? 'alike' : one.how
      const guessed = shortened && one.reach?.word === reading.text ? 0.7 : 1
      offer({ ...one, how, score: one.score * reading.certainty * guessed })
    }
    if (group !== '') {
      for (const one of readOne(vocabulary, sheet, group + reading.text)) {
        offer({ ...one, score: one.score * reading.certainty * 1.03 })
      }
    }
  }
  const continued = continuing(before.heading, cleaned.text)
  if (continued !== undefined) {
    for (const one of readOne(vocabulary, sheet, continued)) {
      if (one.how !== 'near') offer({ ...one, how: 'alike', score: one.score * 1.05 })
    }
  }
  const { who: neighbour } = before
  if (neighbour) {
    // 监护人 | 联系电话: a bare heading may still speak of the person before it, in a list of people only when its own meaning is taken.
    const weight = sheet.kind === 'event' ? 0.72 : sheet.kind === 'person' ? 0.8 : 0.92
    for (const one of readOne(vocabulary, sheet, neighbour.word + cleaned.text)) {
      offer({ ...one, score: one.score * weight, why: `跟在“${neighbour.word}”后面` })
    }
  }
  for (const one of byChoices(vocabulary, sheet, choices)) {
    // 当前状态（就业/失业）: the heading says little, the choices all.
    offer(bare ? one : { ...one, score: 0.66 })
  }
  const number = sheet.subtypes.has('foreigner')
    ? numberOfDocument(vocabulary, before.heading, cleaned.text)
    : undefined
  if (number) offer(number)
  return byFitOfChoices([...best.values()], choices)
    .map((one) => ({
      ...one,
      score:
        one.score *
        weightOf(one, sheet, cleaned.asksYesNo, seen) *
        // 所属单位 is what is called so, before what is called 单位.
        (one.how === 'same' ? 1.02 : 1) *
        // 编号, 单位, 状态 alone are of what the sheet is about; 编号 in front mostly numbers the rows.
        (bare && one.meaning.bearer !== sheet.kind && one.reach === undefined ? 0.72 : 1) *
        (continued === undefined && isBareHead(cleaned.text, ['#date', '#until']) ? 0.65 : 1) *
        (kept !== undefined ? ofTheSheet(one, kept, sheet) : 1) *
        (vocabulary.strange.has(cleaned.text) && !(one.how === 'same' && one.reach === undefined) ? 0.6 : 1) *
        (isStep && one.how !== 'same' && one.meaning.relation === undefined ? 0.6 : 1) *
        (bare && heading.column === 0 && /号/.test(cleaned.text) ? 0.62 : 1),
    }))
    .filter(({ score }) => score > 0.3)
    .sort((one, other) => rank(other) - rank(one))
}

/** 手机/电话: what all parts mean is meant; what only one means may be half of it. */
function fromParts(parts: readonly (readonly Found[])[]): readonly Found[] {
  return parts.flatMap((found, at) =>
    found
      .filter(({ how }) => how !== 'near')
      .map((one) => {
        const others = parts.filter((_, other) => other !== at)
        const shared = others.every((other) =>
          other.some((also) => keyOf(also) === keyOf(one) && also.score >= leastUnsure),
        )
        // 孕次/产次: the first is what the column is mostly read as.
        const share = shared ? 0.95 : at === 0 ? 0.74 : 0.66
        return { ...one, how: 'alike', score: one.score * share } as const
      }),
  )
}

const deedsDone = /检查|排查|巡查|走访|入户|摸排|巡检|探访/

/** After 证件类型, 证件号码 is the number of a document of any kind. */
function numberOfDocument(vocabulary: Vocabulary, before: string, text: string): Found | undefined {
  const [kind] = likenesses(vocabulary, clean(before).text)
  const meaning = vocabulary.meanings.get('person.docNumber')
  if (kind?.meaning.code !== 'person.docKind' || !meaning || !/^(有效)?(身份)?证件(号码?|编号)$/.test(text))
    return undefined
  return { meaning, score: 1.1, how: 'same', why: '是前一列那种证件的号码' }
}

/** What is left of a meaning when a heading speaks of the sheet itself: all, where it is called exactly so in sheets of this kind. */
function ofTheSheet({ how, meaning, reach }: Found, kept: Bookkeeping, { kind, title }: Sheet): number {
  if (reach?.relation === 'handled-by' && kept === 'doer' && deedsDone.test(title)) return 1
  // The rows of 消防检查登记表 are checks, whose date is 检查日期.
  if (kept === 'day' && meaning.code === 'event.occurredAt' && deedsDone.test(title)) return 1.05
  if (how === 'same' && meaning.bearer === kind) return 1
  if (reach !== undefined && reach.from === kind && kept !== 'sum') return kind === 'event' ? 1 : 0.9
  return kept === 'role' ? 0.5 : 0.6
}

const rank = ({ score, meaning, how }: Found): number =>
  score + (how === 'same' && meaning.relation?.to === 'place' ? 0.02 : 0)

/** 违法时间, 停电地点: when and where what the rows are about happened or is to happen. */
function ofWhatHappened(vocabulary: Vocabulary, text: string): readonly Found[] {
  const { noun, code } = happening(text) ?? {}
  const meaning = code === undefined ? undefined : vocabulary.meanings.get(code)
  return meaning ? [{ meaning, score: 0.8, how: 'alike', why: `是“${noun}”的${meaning.name}` }] : []
}

/** Pictures of what the rows are about, whatever they show of it. */
const picture =
  /^(现状|全景|近景|远景|正面|侧面|整体|局部|外观|实物|现场|实景|当前|周边|内部|室内|室外|入口|铭牌|存档|留存|影像)?(照片|图片|相片|影像资料|影像)$/

function photoMeaning(vocabulary: Vocabulary, kind: EntityKind, text: string): Meaning | undefined {
  if (!picture.test(text)) return undefined
  const code = kind === 'event' ? 'event.photos' : kind === 'organisation' ? 'organisation.frontPhoto' : `${kind}.photo`
  return vocabulary.meanings.get(code)
}

const withoutName = (text: string): string => (text.length > 3 ? text.replace(/(姓名|名字|名称|全称)$/, '') : text)

const isNamed = ({ attribute, relation, code }: Meaning): boolean =>
  attribute === undefined
    ? relation?.to === 'organisation' || relation?.to === 'thing'
    : attribute.value.type === 'name' && code !== 'person.name'

/** What one reading may mean: as it stands, of somebody it begins with, or of the noun it begins with. */
function readOne(vocabulary: Vocabulary, sheet: Sheet, text: string): readonly Found[] {
  const found: Found[] = likenesses(vocabulary, text).map(({ meaning, score, how, term }) => ({
    meaning,
    score,
    how,
    why: how !== 'near' ? `和“${term}”是一个意思` : `和“${term}”相近`,
  }))
  const photo = photoMeaning(vocabulary, sheet.kind, text)
  if (photo) found.push({ meaning: photo, score: 0.98, how: 'alike', why: '是照片' })
  const place = addressMeaning(vocabulary, sheet.kind, text)
  if (place) found.push({ meaning: place.meaning, score: place.score, how: 'alike', why: '是一处地址' })
  if (sheet.kind === 'event') found.push(...ofWhatHappened(vocabulary, text))
  // 监护人电话 has an attribute of its own: nobody else's telephone is meant.
  const nouns = nounsBefore(text)
  // 经营者姓名 is what 经营者 means alone, where that is a name, and 承办单位名称 is 承办单位.
  const alone = withoutName(text)
  if (alone !== text) {
    for (const one of likenesses(vocabulary, alone)) {
      if (one.how === 'near' || !isNamed(one.meaning)) continue
      found.push({ ...one, score: one.score * 0.94, how: 'alike', why: `和“${one.term}”是一个意思` })
    }
  }
  if (sheet.byHousehold && /^户主(?!姓名|名)../.test(text)) {
    for (const one of likenesses(vocabulary, text.slice('户主'.length))) {
      if (one.meaning.bearer === 'person')
        found.push({
          ...one,
          score: one.score * 0.95,
          how: weaker(one.how),
          named: true,
          why: `是户主的“${one.meaning.name}”`,
        })
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
    const near = kind === sheet.kind || sheet.kinds[kind] * 2 >= sheet.kinds[sheet.kind] ? 1 : 0.75
    // 会议结果 in a list of all sorts of events is not the outcome of just any of them.
    const plain = isGeneral(noun, sheet.title) || word === sheet.noun
    // 新生儿性别 in a list by 孕妇姓名 is that of others than the list is about.
    const others = kind === 'person' && sheet.kind === 'person' && sheet.noun !== undefined && word !== sheet.noun
    const known = plain ? near : near * (others ? 0.5 : 0.82)
    const rest = text.slice(word.length)
    for (const wording of rest === '事项' ||
    isBareHead(rest, ['#kind', '#level', '#way', '#count', '#state', '#reason'])
      ? []
      : otherWordings(noun, rest)) {
      for (const one of likenesses(vocabulary, wording)) {
        if (one.how === 'near' || one.meaning.bearer !== kind) continue
        found.push({
          ...one,
          score: one.score * 0.95 * known,
          how: plain ? 'alike' : 'near',
          why: `和“${one.term}”是一个意思`,
        })
      }
    }
    // 检查时间 is not any time somebody asks for.
    if (isBareHead(rest, ['#date', '#until', '#kind', '#level', '#way', '#state', '#reason'])) continue
    // 现住房地址 in a list of people is where they live.
    const address = addressMeaning(vocabulary, kind === 'place' ? sheet.kind : kind, rest)
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
        how: one.how === 'near' || !plain ? 'near' : 'alike',
        why: `是${word}的“${one.term}”`,
      })
    }
  }
  return found
}

function ofSomebody(vocabulary: Vocabulary, sheet: Sheet, who: Who, text: string): readonly Found[] {
  const rest = text.slice(who.word.length).replace(/^的/, '')
  const from = who.from
  const near = from === sheet.kind ? 1 : sheet.kind === 'event' || sheet.kinds[from] > 1 ? 0.95 : 0.86
  // 监护人与儿童关系 is said of the two of them.
  if (/^[与和跟同]|^关系$|关系$/.test(rest)) return betweenThem(vocabulary, who, near)
  if (who.kind === 'organisation' && /^(名称|全称|名|名字)?$/.test(rest)) return []
  const reach: Reach = { relation: who.relation.code, direction: who.direction, from, word: who.word }
  // 父亲, 车主 alone: the name.
  const core = rest === '' ? '姓名' : rest
  const alone = rest === '' ? (from === sheet.kind ? 0.9 : 0.8) : 0.96
  const said = likenesses(vocabulary, core).filter(({ meaning }) => meaning.bearer === who.kind)
  const address = addressMeaning(vocabulary, who.kind, core)
  return [
    ...said.map((one) => ({
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
  ].map((one) => (isOneself(who) ? { ...one, named: true } : { ...one, reach }))
}

/** What a relation says of how the two are related, if it has such an attribute. */
function betweenThem(vocabulary: Vocabulary, who: Who, near: number): readonly Found[] {
  const { code } = who.relation
  const meaning = vocabulary.meanings.get(`${code}.relation`)
  if (!meaning) return []
  return [{ meaning, named: true, score: 0.9 * near, how: 'alike', why: `是和“${who.word}”的关系` }]
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
  const all = (vocabulary.whoByStart.get(text.charAt(0)) ?? []).filter(({ word }) => text.startsWith(word))
  const longest = Math.max(0, ...all.map(({ word }) => word.length))
  const same = all.filter(({ word }) => word.length === longest)
  // The one that starts at what the sheet is about, else whichever there is.
  const near = same.filter(({ from }) => from === sheet.kind)
  return near.length > 0 ? near : same
}

/** How many columns about somebody follow their name. */
const mostFollowing = 4

/** @returns whom the columns just before speak of: 产权人 | 身份证号 | 联系电话 */
function lastNamed(vocabulary: Vocabulary, sheet: Sheet, headings: readonly Heading[], at: number): Who | undefined {
  for (let before = at - 1; before >= Math.max(0, at - mostFollowing); before--) {
    const heading = headings[before]
    if (heading === undefined) return undefined
    const [who] = whoBefore(vocabulary, sheet, clean(heading.heading).text)
    if (who) return who.kind === 'person' ? who : undefined
    if (!isOfPeople(vocabulary, clean(heading.heading).text)) return undefined
  }
  return undefined
}

const isOfPeople = (vocabulary: Vocabulary, text: string): boolean =>
  likenesses(vocabulary, text).some(
    ({ how, meaning }) => how === 'same' && (meaning.bearer === 'person' || meaning.code === 'person.mobile'),
  )

function weightOf(found: Found, sheet: Sheet, asksYesNo: boolean, seen: Sniffed | undefined): number {
  const { meaning, reach, how } = found
  const top = Math.max(...Object.values(sheet.kinds), 1)
  const share = sheet.kinds[meaning.bearer] / top
  const distance =
    reach === undefined && !found.named
      ? nearness(isEndAt(meaning, sheet.kind) ? sheet.kind : meaning.bearer, meaning.code, sheet, share)
      : 1
  const fits = meaning.subtypes.length === 0 ? 1 : meaning.subtypes.some((one) => sheet.subtypes.has(one)) ? 1.06 : 0.98
  const strange = meaning.bearer === 'event' && sheet.kind !== 'event' && fits < 1 ? 0.76 : 1
  const value = meaning.attribute?.value
  const yesNo = asksYesNo ? fitOfYesNo(value?.type, how) : 1
  const values = seen === undefined || value === undefined ? 1 : support(value, seen)
  return distance * fits * strange * yesNo * values
}

/** The rent is said of a renting, which joins a person and a home: it stands in sheets of either. */
const isEndAt = ({ attribute, otherEnd, relation }: Meaning, kind: EntityKind): boolean =>
  (typeof attribute?.of === 'object' && otherEnd === kind) || relation?.to === kind

/** 是否…, 有无… are answered by yes or no, or by a choice; of anything else only when known to be asked so. */
function fitOfYesNo(type: string | undefined, how: Likeness['how']): number {
  if (type === 'yes-no') return 1.02
  if (type === 'code') return how === 'near' ? 0.85 : 1.02
  if (type === undefined) return how === 'near' ? 0.7 : 1
  return how === 'same' ? 1 : 0.6
}

/** What a list of things says of people without naming whom it means: who has them. */
const identifying: ReadonlySet<string> = new Set([
  'person.name',
  'person.idNumber',
  'person.mobile',
  'person.landline',
  'person.employerName',
  'resides-at',
])

/** How readily a sheet about one kind says something of another without naming it. */
function nearness(bearer: EntityKind, code: string, { kind, kinds }: Sheet, share: number): number {
  if (bearer === kind) return 1
  // 体重 in a list of dogs is not that of their keepers.
  if (kind === 'thing' && bearer === 'person' && !identifying.has(code)) return 0.55
  // Anything may be said of what is being done.
  if (bearer === 'event') return 0.88 + 0.08 * share
  // What is done is done to whom or what most of the other columns speak of.
  if (kind === 'event') {
    const { event: _, ...others } = kinds
    return 0.7 + 0.26 * (kinds[bearer] / Math.max(1, ...Object.values(others)))
  }
  // A list of people names what they own, where they live and work; a list of things rarely says more of people than who they are.
  return kind === 'person' ? 0.84 + 0.12 * share : 0.6 + 0.34 * share
}

/** How many of the choices in brackets a list of codes knows, 0 … 1; nothing where there is no list. */
function shareOfChoices({ attribute }: Meaning, choices: readonly string[]): number | undefined {
  if (attribute?.value.type !== 'code') return undefined
  const { items } = attribute.value
  const known = choices.filter((choice) => items.some(({ name }) => name.includes(choice) || choice.includes(name)))
  return known.length / choices.length
}

/** 居住类型（独居/空巢/与子女同住）: when the choices are those of one meaning, no other is meant. */
function byFitOfChoices(found: readonly Found[], choices: readonly string[]): readonly Found[] {
  if (choices.length < 2) return found
  const fits = new Map(found.map((one) => [one, shareOfChoices(one.meaning, choices)]))
  const isKnown = found.some((one) => one.score >= leastUnsure && (fits.get(one) ?? 0) >= 0.5)
  return found.map((one) => {
    const fit = fits.get(one)
    const type = one.meaning.attribute?.value.type
    if (type !== undefined && ['number', 'money', 'date', 'identifier'].includes(type))
      return { ...one, score: one.score * 0.8 }
    if (fit !== undefined && fit >= 0.5) return { ...one, score: one.score * 1.1 }
    return isKnown ? { ...one, score: one.score * 0.78 } : one
  })
}

/** @returns what the choices alone tell: the one attribute of the kind that has them */
function byChoices(vocabulary: Vocabulary, sheet: Sheet, choices: readonly string[]): readonly Found[] {
  if (choices.length < 2) return []
  const fitting = [...vocabulary.meanings.values()]
    .filter(({ bearer }) => bearer === sheet.kind || isClose(bearer, sheet))
    .map((meaning) => ({ meaning, share: shareOfChoices(meaning, choices) ?? 0 }))
    .filter(({ share }) => share >= 0.66)
    .sort((one, other) => other.share - one.share)
  const [first, second] = fitting
  if (!first || (second && second.share >= first.share)) return []
  return [{ meaning: first.meaning, score: 0.8, how: 'alike', why: '有这些选项' }]
}

const keyOf = ({ meaning, reach }: Found): string => `${reach?.word ?? ''}${reach?.relation ?? ''}/${meaning.code}`

/** Takes what is clear; of two columns that mean the same the better one is taken and the other is for a person to decide. */
function settle(
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

const isClear = ({ how, score }: Found): boolean => how === 'same' || (how === 'alike' && score >= 0.9)

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

/** What the sheet is about, or what that which happens in it happens to. */
function isClose(bearer: EntityKind, { kind, kinds }: Sheet): boolean {
  if (bearer === kind) return true
  if (kind !== 'event') return false
  const { event: _, ...others } = kinds
  return kinds[bearer] >= 1 && kinds[bearer] >= 0.7 * Math.max(...Object.values(others))
}

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
