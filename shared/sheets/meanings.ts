import type { EntityKind } from '../knowledge/types'
import { isAddressStep } from './address'
import { bookkeepingIn, isCounting } from './bookkeeping'
import { choicesIn, clean, partsOf, readingsOf, withoutNoise } from './canonical'
import { byChoices, byFitOfChoices } from './choices'
import { type Found, keyOf, leastRight, leastUnsure } from './found'
import type { Heading } from './headings'
import { likenesses } from './likeness'
import { nounsBefore } from './nouns'
import { readOne } from './reading'
import type { Sheet } from './sheet-subject'
import type { Sniffed } from './sniff'
import { type Before, continuing, isBareHead } from './surroundings'
import type { Vocabulary } from './vocabulary'
import { ofTheSheet, weightOf } from './weight'

export function meaningsOf(
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
  // 网格名称 in a list of grids is their name.
  const isOfTheRows = sheet.kind === 'place' && nounsBefore(cleaned.text).some(({ word }) => sheet.title.includes(word))
  const best = new Map<string, Found>()
  const offer = (one: Found) => {
    const key = keyOf(one)
    if ((best.get(key)?.score ?? 0) < one.score) best.set(key, one)
  }
  const group = heading.group === undefined ? '' : clean(heading.group).text.replace(/(基本)?(信息|情况|资料)$/, '')
  for (const one of fromParts(
    partsOf(cleaned).map((part) => readOne(vocabulary, sheet, part)),
    sheet.kind,
  ))
    offer(one)
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
    const weight = sheet.kind === 'event' ? 0.72 : sheet.kind === 'person' ? 0.8 : 0.86
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
        (isStep && !isOfTheRows && one.how !== 'same' && one.meaning.relation === undefined ? 0.6 : 1) *
        (bare && heading.column === 0 && /号/.test(cleaned.text) ? 0.62 : 1),
    }))
    .filter(({ score }) => score > 0.3)
    .sort((one, other) => rank(other) - rank(one))
}

/** 孕次/产次: the first part is what the column is mostly read as, the more when it is the very name of what the sheet is about. */
function shareOfPart({ how, reach, meaning }: Found, at: number, kind: EntityKind): number {
  if (at > 0) return 0.66
  return how === 'same' && reach === undefined && meaning.bearer === kind ? 0.8 : 0.74
}

/** 手机/电话: what all parts mean is meant; what only one means may be half of it. */
function fromParts(parts: readonly (readonly Found[])[], kind: EntityKind): readonly Found[] {
  return parts.flatMap((found, at) =>
    found
      .filter(({ how }) => how !== 'near')
      .map((one) => {
        const others = parts.filter((_, other) => other !== at)
        const shared = others.every((other) =>
          other.some((also) => keyOf(also) === keyOf(one) && also.score >= leastUnsure),
        )
        return { ...one, how: 'alike', score: one.score * (shared ? 0.95 : shareOfPart(one, at, kind)) } as const
      }),
  )
}

/** After 证件类型, 证件号码 is the number of a document of any kind. */
function numberOfDocument(vocabulary: Vocabulary, before: string, text: string): Found | undefined {
  const [kind] = likenesses(vocabulary, clean(before).text)
  const meaning = vocabulary.meanings.get('person.docNumber')
  if (kind?.meaning.code !== 'person.docKind' || !meaning || !/^(有效)?(身份)?证件(号码?|编号)$/.test(text))
    return undefined
  return { meaning, score: 1.1, how: 'same', why: '是前一列那种证件的号码' }
}

const rank = ({ score, meaning, how }: Found): number =>
  score + (how === 'same' && meaning.relation?.to === 'place' ? 0.02 : 0)

/** Roles of those who work on the list; their names are not the name of whom it is about. */
const helpers = /(员|采集|填表|负责|经办|登记|审核|联系|社工|医生|医师|教师|老师|陪同|接送|责任|领导|干部)/

const frontColumns = 4

/** In a list of people without a plain 姓名, the name in front is theirs, whatever they are called: 骑手姓名. */
export function roleName(
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
