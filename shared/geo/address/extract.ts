import { belowLevels, communityAt, type Found, namedAt } from './below'
import { type Dictionary, placeNumbered } from './dictionary'
import { finish, type ParsedAddress, type ParseOptions, type Regions } from './parse'
import { type Chain, chainAt, regionLevels } from './regions'
import type { Span } from './tail'
import { type Folded, fold, isHan } from './text'

/** A place that a longer text mentions: `text` is what stands from `start` to `end`. */
export interface PlaceMention extends ParsedAddress {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Ends a clause; an address does not go on behind it. */
const clauseEnd = /[。！？!?；;\n，,、：:（）()]/
/** A name nobody knows is taken for a compound's only when it ends like one or a number follows. */
const compoundName =
  /^[㐀-鿿A-Z0-9]{1,9}?(小区|花园|花苑|家园|公寓|大厦|广场|新村|新苑|山庄|嘉园|雅苑|名苑|[东南西北]里|一里|二里|三里|[苑园]|[东南西北一二三四五六七八九十]区)/

export interface ExtractOptions extends ParseOptions {
  /** The text tells of something at a place: communities and towns around the context count by their names without 「社区」「街道」 too. */
  readonly bare?: boolean
}

/**
 * The places a paragraph mentions, in its order: divisions by name, known compounds and roads, with what is written below them.
 * @param options.context where the writer is: communities, compounds and roads there are found by their bare names.
 */
export function extractPlaces(text: string, dictionary: Dictionary, options: ExtractOptions = {}): PlaceMention[] {
  const folded = fold(text)
  const within = options.context === undefined ? undefined : placeNumbered(dictionary, options.context)
  const mentions: PlaceMention[] = []
  let at = 0
  while (at < folded.text.length) {
    const regions = isHan(folded.text.charAt(at))
      ? beginsAt(dictionary, folded.text, at, options.bare === true, within)
      : undefined
    const mention = regions === undefined ? undefined : mentionOf(dictionary, folded, at, regions, within)
    if (mention === undefined) at++
    else {
      mentions.push(mention.mention)
      at = mention.end
    }
  }
  return mentions
}

/** Reads regions, or a known place below them, at one position. */
function beginsAt(
  dictionary: Dictionary,
  text: string,
  at: number,
  bare: boolean,
  within: number | undefined,
): Regions | undefined {
  const clause = clauseFrom(text, at)
  const here = bare && within !== undefined ? bareCommunity(dictionary, text, at, clause, within) : undefined
  const chain = chainAt(dictionary, text.slice(0, clause), at, within)
  const isLonger = here === undefined || (chain !== undefined && chain.end >= here.end)
  if (chain !== undefined && isLonger && isMention(dictionary, chain, text, { within, bare })) {
    return { readings: chain.readings, scope: chain.scope, pieces: [{ from: chain.end, to: clause }] }
  }
  const territories = within === undefined ? [] : [within]
  const known =
    namedAt(dictionary, text, at, false, territories) ??
    namedAt(dictionary, text, at, true, territories) ??
    (within === undefined ? undefined : communityAt(dictionary, text, at, territories, () => false))
  if (known !== undefined && (here === undefined || known.end >= here.end))
    return { readings: [], scope: [], pieces: [{ from: at, to: clause }] }
  if (here === undefined) return undefined
  const reading = { start: at, end: here.end, level: communityLevel, form: 'kin' as const, places: here.places }
  return { readings: [reading], scope: here.places, pieces: [{ from: here.end, to: clause }] }
}

const { communityLevel } = belowLevels

/** A community by the core of its name, where nothing else goes on from there: 「望京西园的电梯」, not 「望京西园路」; behind its town's: 「酒仙桥东路」. */
function bareCommunity(
  dictionary: Dictionary,
  text: string,
  at: number,
  clause: number,
  within: number,
): Found | undefined {
  const isAlone = standsAlone(text.slice(Math.max(0, at - 4), at))
  const fits =
    (from: number, alone: boolean) =>
    (end: number): boolean => {
      const rest = text.slice(end, Math.min(clause, end + 6))
      const length = end - from
      if (goesOnAs.test(rest) || (length < 4 && standsThere.test(rest))) return false
      if (length === 2) return alone && placeFollows.test(rest)
      return alone || length >= 4 || placeFollows.test(rest)
    }
  const upTo = text.slice(0, clause)
  const found = communityAt(dictionary, upTo, at, [within], fits(at, isAlone))
  if (found === undefined) {
    const town = isAlone ? chainAt(dictionary, upTo, at, within) : undefined
    const [first, ...others] = town?.readings ?? []
    if (town === undefined || first === undefined || others.length > 0) return undefined
    if (first.level !== regionLevels.subdistrictLevel || first.form !== 'short') return undefined
    return communityAt(dictionary, upTo, town.end, town.scope, (end) => !goesOnAs.test(text.slice(end, end + 6)))
  }
  // One that is written whole is read with what stands around it.
  return /(社区|村|居委会|村委会)$/.test(text.slice(at, found.end)) ? undefined : found
}

/** Nothing stands before it that it may be a part of: a clause begins, or words that lead up to a place. */
const standsAlone = (before: string): boolean =>
  before === '' || /([^㐀-鿿]|[在住是于到从去来给对着跟和请们家的这我问报映诉])$/.test(before)
/** Behind the core of a name these make it the name of something else. */
const goesOnAs = /^([东南西北中]?(路(?![口边上旁])|街道|大街|大道)|桥(?![底下洞头])|集团|公司|镇|乡|县|区政府|人民)/
/** Behind a short one these may as well be named after something larger: 「望京中学」. */
const standsThere = /^(中学|小学|学校|幼儿园|医院|车站|地铁|派出所|大学|大厦|银行)/
/** Behind the core of a name these show that it is a place. */
const placeFollows =
  /^(小区|某|这边|这里|这儿|这片|那边|那里|那儿|那片|门口|门前|跟前|附近|一带|周边|周围|旁边|边上|对面|前面|后面|后头|后边|外面|外头|楼下|楼上|里面|里头|居民|业主|住户|院内|院里|院子|村口|街口|东门|西门|南门|北门|[0-9一二三四五六七八九十]{1,3}(号楼|栋|幢|单元|号院|座|区))/

function clauseFrom(text: string, at: number): number {
  const length = text.slice(at).search(clauseEnd)
  return length < 0 ? text.length : at + length
}

/** In running text a name has to be whole, or two names have to support each other. */
function isMention(
  dictionary: Dictionary,
  chain: Chain,
  text: string,
  { within, bare }: { readonly within: number | undefined; readonly bare: boolean },
): boolean {
  if (chain.scope.length === 0) return false
  const [first] = chain.readings
  if (first === undefined || chain.score <= 0) return false
  if (chain.readings.length > 1) return first.form !== 'shape'
  const inContext =
    within !== undefined && chain.scope.some((place) => place >= within && dictionary.parents[place] !== undefined)
  // 「石园东区」 is not 东区, which lies in another province.
  if (within !== undefined && !inContext && chain.end - chain.start <= 3 && isHan(text.charAt(chain.start - 1)))
    return false
  // 「亦庄这边」
  if (bare && inContext && first.form === 'short' && first.level === regionLevels.subdistrictLevel)
    return (
      standsAlone(text.slice(Math.max(0, chain.start - 4), chain.start)) &&
      placeFollows.test(text.slice(chain.end, chain.end + 6))
    )
  if (first.form === 'full' || first.form === 'former') {
    return first.level < regionLevels.subdistrictLevel || chain.scope.length === 1 || inContext
  }
  return first.form === 'kin' && first.level < regionLevels.subdistrictLevel
}

function mentionOf(
  dictionary: Dictionary,
  folded: Folded,
  start: number,
  regions: Regions,
  within: number | undefined,
): { mention: PlaceMention; end: number } | undefined {
  const whole = finish(dictionary, folded, regions, within)
  const end = endOf(folded.text, whole.spans, start, regions)
  if (end <= start) return undefined
  const pieces = regions.pieces.map(({ from, to }) => ({ from, to: Math.max(from, Math.min(to, end)) }))
  const { address } = finish(dictionary, folded, { ...regions, pieces }, within)
  if (address.candidates.length === 0) return undefined
  const from = folded.at[start] ?? 0
  const to = (folded.at[end - 1] ?? 0) + 1
  return { mention: { ...address, start: from, end: to, text: folded.written.slice(from, to) }, end }
}

/** Where the mention ends: behind its last number or name, a compound's name cut where its own ends. */
function endOf(text: string, spans: readonly Span[], start: number, { readings }: Regions): number {
  const regionEnd = readings.at(-1)?.end ?? start
  let end = regionEnd
  const below = [...spans].sort((one, other) => one.start - other.start)
  for (const [index, span] of below.entries()) {
    if (span.end <= end) continue
    // What follows after other words is not part of it any more.
    if (span.start > end + 2) break
    if (span.part === 'compound') {
      const next = below[index + 1]
      const numbered = next !== undefined && next.start <= span.end + 1 && /building|unit|door/.test(next.part)
      if (!numbered) {
        const name = compoundName.exec(text.slice(span.start, span.end))
        if (name !== null) end = span.start + name[0].length
        break
      }
    }
    end = span.end
  }
  return end
}
