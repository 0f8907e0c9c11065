import type { Level, PlaceId } from '../place'
import { belowLevels, communityAt, compoundsNamed, designatedBelow, namedAt, onRoad } from './below'
import { codeOf, type Dictionary, idOf, isInside, levelOf, lineageOf, placeNumbered, related } from './dictionary'
import { type Chain, chainAt, type Reading, readingsAt, regionLevels } from './regions'
import { type AddressPart, addressParts, type Known, readTail, type Span } from './tail'
import { asWritten, type Folded, fold, isSeparator } from './text'

/** The official names found, by level. */
export type AddressNames = { readonly [part in NamedPart]?: string }
const namedParts = ['prov', 'city', 'district', 'town', 'community', 'compound', 'building', 'unit', 'door'] as const
type NamedPart = (typeof namedParts)[number]

/** A place that may be meant. */
export interface AddressCandidate {
  readonly place: PlaceId
  readonly code?: string
  readonly level: Level
  /** Names from the root down. */
  readonly path: readonly string[]
  /** 0 to 1. */
  readonly confidence: number
}

export interface ParsedAddress {
  /** The words as written; only what is written. */
  readonly parts: { readonly [part in AddressPart]?: string }
  readonly names: AddressNames
  /** The deepest known place the words support. */
  readonly place?: PlaceId
  /** Its official 12-digit code, where there is one. */
  readonly code?: string
  readonly level?: Level
  /** 0 to 1: how sure `place` is. */
  readonly confidence: number
  /** At most 5, best first. */
  readonly candidates: readonly AddressCandidate[]
}

export interface ParseOptions {
  /** A place the words are likely to be about, such as the city where the person lives: it anchors `place` and never fills `parts`. */
  readonly context?: PlaceId
}

const { cityLevel, districtLevel, subdistrictLevel, provinceLevel } = regionLevels
const { buildingLevel, unitLevel, doorLevel } = belowLevels
const mostCandidates = 5
const mostTerritories = 20
/** A dictionary with no more places than this is a city's. */
const cityDictionary = 300_000

const lead =
  /^(收货地址|家庭住址|家庭地址|户籍地址|户籍所在地|联系地址|通讯地址|详细地址|现住址|居住地|所在地区|地址|住址|我家住在|我家住|我家在|我们住在|我住在|我住|家住在|家住|现住在|现住|居住在|住在|住|坐落于|坐落在|位于|地处|中国|在)[ :是为]*/

/**
 * Reads one line of free text as an address. Never throws; never names a region that the words do not.
 * @returns parts as written, official names, the deepest known place with confidence, and up to five candidates.
 */
export function parseAddress(text: string, dictionary: Dictionary, options: ParseOptions = {}): ParsedAddress {
  const folded = fold(text)
  const within = options.context === undefined ? undefined : placeNumbered(dictionary, options.context)
  return finish(dictionary, folded, readRegions(dictionary, folded.text, within), within).address
}

/** What was read of regions, and the pieces of the text in which the rest stands. */
export interface Regions {
  readonly readings: readonly Reading[]
  /** The deepest places that fit. */
  readonly scope: readonly number[]
  readonly pieces: readonly Piece[]
}

interface Piece {
  readonly from: number
  readonly to: number
}

/** An address with where its words stand in the folded text. */
export interface Located {
  readonly address: ParsedAddress
  readonly spans: readonly Span[]
}

/** Positions where an address may begin: the start, after a separator, and behind introducing words. */
function beginnings(text: string): number[] {
  const starts: number[] = []
  for (let at = 0; at < text.length; at++) {
    if (isSeparator(text.charAt(at)) || !(at === 0 || isSeparator(text.charAt(at - 1)))) continue
    const words = lead.exec(text.slice(at, at + 12))?.[0].length ?? 0
    if (words > 0) starts.push(at + words)
    starts.push(at)
  }
  return starts
}

function readRegions(dictionary: Dictionary, text: string, within: number | undefined): Regions {
  const starts = beginnings(text)
  let best: Chain | undefined
  for (const start of starts) {
    if (best !== undefined && start < best.end) continue
    const chain = chainAt(dictionary, text, start, within)
    if (chain !== undefined && isSupported(chain) && (best === undefined || chain.score > best.score)) best = chain
  }
  const from = firstContent(text, starts)
  const late = trailing(dictionary, text, best?.end ?? from, within, best)
  if (best === undefined) {
    if (late === undefined) return { readings: [], scope: [], pieces: [{ from, to: text.length }] }
    return { readings: late.readings, scope: late.scope, pieces: [{ from, to: late.start }] }
  }
  // What stands before its regions belongs to the address when it looks like one: 「3号楼501 北京市朝阳区」.
  const before = best.start > from && contentLike.test(text.slice(from, best.start)) ? [{ from, to: best.start }] : []
  const scope = late === undefined ? [] : meet(dictionary, best.scope, late.scope)
  // Regions written last: 「花家地北里3号楼，朝阳区，北京市」.
  if (late !== undefined && scope.length > 0) {
    return {
      readings: [...best.readings, ...late.readings],
      scope,
      pieces: [...before, { from: best.end, to: late.start }],
    }
  }
  return { readings: best.readings, scope: best.scope, pieces: [...before, { from: best.end, to: text.length }] }
}

/** A piece of an address; two or three characters alone are a person's name. */
const contentLike = /\d|(?=.{4})[\s\S]*([路街村区楼幢栋号室苑园]|单元|小区|社区)/
/** A word that may stand for a place all by itself. */
const nameLike = /[\d路街村区楼幢栋号室苑园里厦场院厂店站桥城]|单元|公司|公寓|中心/

/** A core alone, or a town that only looks like one, says little: more has to speak for it. */
function isSupported(chain: Chain): boolean {
  return chain.score > 0
}

function firstContent(text: string, starts: readonly number[]): number {
  // A personal name stands alone before the address; the address is the piece that has numbers or endings.
  for (const start of starts) {
    let end = start
    while (end < text.length && !isSeparator(text.charAt(end))) end++
    if (contentLike.test(text.slice(start, end))) return start
  }
  return starts[0] ?? 0
}

/** Full names of regions that stand at the end of a piece, behind a number or a separator. */
function trailing(
  dictionary: Dictionary,
  text: string,
  from: number,
  within: number | undefined,
  main: Chain | undefined,
): Chain | undefined {
  if (!/[省市区县旗州盟]/.test(text.slice(from))) return undefined
  for (let at = from; at < text.length; at++) {
    const before = text.charAt(at - 1)
    if (at === 0 || !(isSeparator(before) || /[0-9号室楼元户层房]/.test(before)) || isSeparator(text.charAt(at)))
      continue
    const chain = chainAt(dictionary, text, at, within)
    if (chain === undefined || !(chain.end === text.length || isSeparator(text.charAt(chain.end)))) continue
    if (chain.readings.some(({ form }) => form === 'short' || form === 'shape') || chain.scope.length === 0) continue
    const known = new Set(main?.readings.map(({ level }) => level))
    if (main === undefined || chain.readings.some(({ level }) => !known.has(level))) return chain
  }
  return undefined
}

/** The deeper of two sets where one lies in the other. */
function meet(dictionary: Dictionary, one: readonly number[], other: readonly number[]): number[] {
  if (one.length === 0) return [...other]
  const deep = [...one, ...other].filter(
    (place) =>
      one.some((above) => isInside(dictionary, place, above)) &&
      other.some((above) => isInside(dictionary, place, above)),
  )
  return [...new Set(deep)]
}

/** Puts the readings of regions and what stands below them together and looks up the place. */
export function finish(dictionary: Dictionary, folded: Folded, regions: Regions, within: number | undefined): Located {
  const { text } = folded
  const town = lateTown(dictionary, text, regions)
  const anchors = town?.places ?? (regions.scope.length > 0 || within === undefined ? regions.scope : [within])
  const known = knownIn(dictionary, text, regions, anchors)
  const spans: Span[] = []
  for (const { from, to } of town === undefined ? regions.pieces : around(regions.pieces, town)) {
    spans.push(...readTail(text, from, known, new Set(spans.map(({ part }) => part)), to))
  }
  const below = [...spans]
  const found = town === undefined ? regions : { ...regions, readings: [...regions.readings, town], scope: town.places }
  for (const [part, { start, end }] of regionParts(dictionary, found)) spans.push({ part, start, end })
  const parts: { [part in AddressPart]?: string } = {}
  for (const part of addressParts) {
    const span = spans.find((one) => one.part === part)
    // A word alone is no address: 「你好」.
    if (span === undefined || (part === 'compound' && spans.length === 1 && !isName(dictionary, text, span))) continue
    parts[part] = asWritten(folded, span.start, span.end)
  }
  return { address: { parts, ...locate(dictionary, text, found, below, within) }, spans }
}

const isName = (dictionary: Dictionary, text: string, { start, end }: Span): boolean =>
  nameLike.test(text.slice(start, end)) || compoundsNamed(dictionary, text.slice(start, end)).length > 0

/** The pieces without the town that stands in one of them. */
function around(pieces: readonly Piece[], { start, end }: Reading): Piece[] {
  return pieces.flatMap((piece) =>
    start >= piece.from && end <= piece.to
      ? [
          { from: piece.from, to: start },
          { from: end, to: piece.to },
        ]
      : [piece],
  )
}

/** A town that stands behind something else: 「江北区汇昌物流庄桥镇宁慈东路」. */
function lateTown(dictionary: Dictionary, text: string, { readings, scope, pieces }: Regions): Reading | undefined {
  const [first] = pieces
  if (first === undefined || scope.length === 0 || readings.some(({ level }) => level === subdistrictLevel))
    return undefined
  if (scope.some((place) => (dictionary.levels[place] ?? 0) < cityLevel)) return undefined
  for (let at = first.from + 1; at < first.to && at < first.from + 14; at++) {
    if (!/[镇乡街]/.test(text.slice(at + 1, at + 8))) return undefined
    for (const reading of readingsAt(dictionary, text, at)) {
      if (reading.level !== subdistrictLevel || reading.form === 'short' || reading.end > first.to) continue
      const places = reading.places.filter((place) => scope.some((one) => isInside(dictionary, place, one)))
      if (places.length > 0) return { ...reading, places }
    }
  }
  return undefined
}

const partOfLevel = {
  [provinceLevel]: 'prov',
  [cityLevel]: 'city',
  [districtLevel]: 'district',
  [subdistrictLevel]: 'town',
} as const

function regionParts(
  dictionary: Dictionary,
  { readings }: Regions,
): Map<'prov' | 'city' | 'district' | 'town', Reading> {
  const parts = new Map<'prov' | 'city' | 'district' | 'town', Reading>()
  for (const reading of readings) {
    const part = partOfLevel[reading.level]
    if (part === undefined) continue
    const known = parts.get(part)
    // Said twice, the fuller word counts.
    if (known === undefined || reading.end - reading.start > known.end - known.start) {
      parts.set(part, reading)
      // A municipality is a province and a city at once.
      if (part === 'prov' && isMunicipality(dictionary, reading)) parts.set('city', reading)
    }
  }
  return parts
}

function isMunicipality(dictionary: Dictionary, { places }: Reading): boolean {
  return places.some((place) => dictionary.names[place]?.endsWith('市') === true)
}

function knownIn(
  dictionary: Dictionary,
  text: string,
  { scope, readings }: Regions,
  anchors: readonly number[],
): Known {
  const inTown = scope.length > 0 && scope.every((place) => dictionary.levels[place] === subdistrictLevel)
  const townWritten = readings.some(({ level }) => level === subdistrictLevel)
  const near =
    anchors.length > 0 && anchors.length <= mostTerritories && anchors.every((place) => isNear(dictionary, place))
  const towns = anchors.filter((place) => dictionary.levels[place] === subdistrictLevel)
  const districts = [...new Set(towns.map((place) => dictionary.parents[place] ?? -1))].filter((place) => place >= 0)
  return {
    community: (start, first) => {
      if (!near) return undefined
      const here = communityAt(dictionary, text, start, anchors, (end) => {
        if (!first || otherName.test(text.slice(end, end + 6)) || /[路街道巷]/.test(text.charAt(end - 1))) return false
        return inTown || (townWritten && (end - start >= 3 || standsAlone.test(text.slice(end, end + 6))))
      })
      // Villages were given to other towns: the district is looked through.
      // 「湖村桥村」 is not 湖村.
      if (here !== undefined)
        return here.end - start === 2 && /^[㐀-鿿]村(?!民)/.test(text.slice(here.end, here.end + 3))
          ? undefined
          : here.end
      return communityAt(dictionary, text, start, districts, (end) => {
        const rest = text.slice(end, end + 6)
        if (!first || /[路街道巷]/.test(text.charAt(end - 1))) return false
        return standsAlone.test(rest) || (end - start >= 3 && !otherName.test(rest))
      })?.end
    },
    compound: (start) =>
      (anchors.length === 0 && dictionary.size > 0
        ? namedAt(dictionary, text, start, false, [])
        : namedAt(dictionary, text, start, false, anchors)
      )?.end,
    road: (start) => namedAt(dictionary, text, start, true, [])?.end,
  }
}

/** Behind the core of a community's name these make it another name: 「古城新村」「东山北路」. */
const otherName =
  /^(镇|乡|街道|[东南西北中新老大小上下前后一二三四五六七八九十\d]{0,2}(路|街|大道|道|巷|弄|区|苑|园|村|庄|里|小区|花园|公寓|新村|家园|大厦|广场|市场|学校|中学|小学|医院|站|桥|厂|公司|工业))/
/** Behind the core of a community's name these leave it one. */
const standsAlone =
  /^($|[^㐀-鿿A-Z]|[一二三四五六七八九十]{1,3}(号楼|幢|栋|单元|座|号)|[㐀-鿿]{2,3}[东南西北中]?(路|街|大道)|[东南西北一二三四五六七八九十]区)/

/** Where communities are looked for by name: a district, or all of a city where the dictionary is that of a city. */
const isNear = (dictionary: Dictionary, place: number): boolean =>
  (dictionary.levels[place] ?? 0) >= districtLevel || dictionary.size <= cityDictionary

/** Finds the deepest place the words support. */
function locate(
  dictionary: Dictionary,
  text: string,
  regions: Regions,
  spans: readonly Span[],
  within: number | undefined,
): Omit<ParsedAddress, 'parts'> {
  const words = new Map(spans.map((span) => [span.part, text.slice(span.start, span.end)]))
  const regionWritten = regions.readings.some(({ level, places }) => level < subdistrictLevel && places.length > 0)
  let sure = sureness(regions.readings)
  let at: readonly number[] = regions.scope
  if (within !== undefined) {
    const inside = at.filter((place) => related(dictionary, place, within))
    if (inside.length > 0) at = inside
    if (at.length === 0) {
      at = [within]
      sure = 0.75
    }
  }
  const anchored = regionWritten || within !== undefined
  let strong = anchored
  // The caller's context alone is nothing the words say.
  let spoken = regions.scope.length > 0
  const deepen = (found: readonly number[], weight: number): boolean => {
    if (found.length === 0) return false
    spoken = true
    at = found
    sure *= weight
    return true
  }
  const community = words.get('community')
  if (community !== undefined && at.length > 0) {
    const deeper = communitiesNamed(dictionary, community, at)
    if (deepen(deeper, 0.99)) strong ||= deeper.length === 1
    else sure *= 0.9
  }
  const compound = words.get('compound')
  if (community === undefined && compound !== undefined && at.length <= mostTerritories) {
    // 「花家地北里3号楼」: the community bears the name of what it grew out of.
    if (at.every((place) => isNear(dictionary, place))) {
      const found = communityAt(dictionary, compound, 0, at, () => true)
      const places = found?.end === compound.length ? found.places : []
      if (places.length === 1) deepen(places, 0.9)
    }
  }
  const named = compound === undefined ? [] : compoundsNamed(dictionary, compound)
  const inside = at.length === 0 ? [] : named.filter((place) => at.some((one) => isInside(dictionary, place, one)))
  if (named.length > 0 && at.length === 0) deepen(named, 0.8)
  else if (!deepen(inside, 0.99) && named.length > 0) {
    // The compound may have moved to another community since.
    const beside = named.filter((place) => at.some((one) => shareTown(dictionary, place, one)))
    deepen(beside, 0.9)
  }
  const road = words.get('road')
  if (road !== undefined && inside.length === 0) {
    const places = (dictionary.byName.get(road) ?? [])
      .filter((place) => place >= 0 && dictionary.kinds[place] === 2)
      .flatMap((place) => onRoad(dictionary, place, words.get('roadno')))
      .filter((place) => at.some((one) => isInside(dictionary, place, one)))
    if (places.length > 0) deepen([...new Set(places)], 0.95)
  }
  for (const [part, level] of [
    ['building', buildingLevel],
    ['unit', unitLevel],
    ['door', doorLevel],
  ] as const) {
    const word = words.get(part)
    if (word === undefined) continue
    if (!deepen(designatedBelow(dictionary, at, level, word), 0.99)) {
      if (part === 'building' || part === 'unit') break
    }
  }
  return answer(dictionary, spoken ? [...new Set(at)] : [], sure, { anchored, strong, regions, words, within })
}

function communitiesNamed(dictionary: Dictionary, written: string, at: readonly number[]): number[] {
  const exact = (territories: readonly number[]): number[] => {
    const found = communityAt(dictionary, written, 0, territories, () => true)
    return found !== undefined && found.end >= written.length ? [...new Set(found.places)] : []
  }
  const here = exact(at)
  if (here.length > 0) return here
  // Communities are moved between towns: the district is looked through.
  const districts = at
    .filter((place) => dictionary.levels[place] === subdistrictLevel)
    .map((place) => dictionary.parents[place] ?? -1)
    .filter((place) => place >= 0)
  const beside = exact([...new Set(districts)])
  return beside.length === 1 ? beside : []
}

function shareTown(dictionary: Dictionary, one: number, other: number): boolean {
  const town = (place: number) =>
    lineageOf(dictionary, place).find((above) => dictionary.levels[above] === subdistrictLevel)
  const first = town(one)
  return first !== undefined && first === town(other)
}

const sureOf: Readonly<Record<Reading['form'], number>> = {
  full: 0.98,
  kin: 0.9,
  former: 0.9,
  zone: 0.85,
  short: 0.85,
  shape: 0.9,
}

function sureness(readings: readonly Reading[]): number {
  return readings.reduce((product, { form }) => product * (form === 'full' ? 1 : sureOf[form]), 0.98)
}

interface Grounds {
  readonly anchored: boolean
  readonly strong: boolean
  readonly regions: Regions
  readonly words: ReadonlyMap<AddressPart, string>
  readonly within: number | undefined
}

function answer(
  dictionary: Dictionary,
  at: readonly number[],
  sure: number,
  grounds: Grounds,
): Omit<ParsedAddress, 'parts'> {
  if (at.length === 0) return { names: {}, confidence: 0, candidates: [] }
  const share = at.length === 1 ? sure : sure / at.length
  const candidates = at
    .slice(0, mostCandidates)
    .map((place, rank) => candidateOf(dictionary, place, grounds.anchored ? share * (1 - rank * 0.02) : share * 0.6))
  const place = at.length === 1 ? at[0] : commonAncestor(dictionary, at)
  // Without a region in the words one name alone is no ground: names are used again and again in the country.
  if (place === undefined || !(grounds.anchored || (grounds.strong && at.length === 1))) {
    return { names: {}, confidence: 0, candidates }
  }
  const code = codeOf(dictionary, place)
  return {
    names: namesOf(dictionary, place, grounds),
    place: idOf(dictionary, place),
    ...(code === undefined ? {} : { code }),
    level: levelOf(dictionary, place),
    confidence: round(at.length === 1 ? (grounds.anchored ? sure : sure * 0.8) : sure * 0.9),
    candidates,
  }
}

function namesOf(dictionary: Dictionary, place: number, { anchored, words }: Grounds): AddressNames {
  const names: { [part in NamedPart]?: string } = {}
  for (const above of lineageOf(dictionary, place)) {
    const level = dictionary.levels[above] ?? 0
    const part = namedParts[level]
    const name = dictionary.names[above]
    if (part === undefined || name === undefined) continue
    if (anchored || level >= subdistrictLevel) names[part] = name
    else if (words.has(part)) names[part] = name
  }
  return names
}

function candidateOf(dictionary: Dictionary, place: number, confidence: number): AddressCandidate {
  const code = codeOf(dictionary, place)
  return {
    place: idOf(dictionary, place),
    ...(code === undefined ? {} : { code }),
    level: levelOf(dictionary, place),
    path: lineageOf(dictionary, place).map((above) => dictionary.names[above] ?? ''),
    confidence: round(confidence),
  }
}

const round = (confidence: number): number => Math.round(Math.min(1, confidence) * 100) / 100

function commonAncestor(dictionary: Dictionary, places: readonly number[]): number | undefined {
  const [first, ...others] = places
  if (first === undefined) return undefined
  return lineageOf(dictionary, first)
    .reverse()
    .find((above) => others.every((place) => isInside(dictionary, place, above)))
}

/**
 * The place that words such as 「大同市」 or 「北京市朝阳区」 name, for use as a context.
 * @returns undefined when they name none, or more than one.
 */
export function findContext(dictionary: Dictionary, words: string): PlaceId | undefined {
  const { text } = fold(words)
  const chain = chainAt(dictionary, text, 0)
  const [place, ...others] = chain?.scope ?? []
  return chain === undefined || place === undefined || others.length > 0 || chain.end < text.length
    ? undefined
    : idOf(dictionary, place)
}
