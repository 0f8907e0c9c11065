import { levels } from '../place'
import { communityAt } from './below'
import { type Dictionary, isInside, related } from './dictionary'
import { endingsWritten } from './names'
import { foldName, gap, isHan, isSeparator } from './text'

/**
 * How a name is written. `full`: the official name · `kin`: its core with another ending of the level (富阳市 for 富阳区) · `former`: a name
 * that is official no more · `zone`: a development zone by its usual word · `short`: the core alone · `shape`: looks like a town, unknown.
 */
export type Form = 'full' | 'kin' | 'former' | 'zone' | 'short' | 'shape'

/** One name read in the text, and the places it may mean. */
export interface Reading {
  readonly start: number
  readonly end: number
  /** Index in `levels`: province to subdistrict. */
  readonly level: number
  readonly form: Form
  /** Numbers in the dictionary; none for a shape. */
  readonly places: readonly number[]
}

/** Names one after another, and the places that fit all of them. */
export interface Chain {
  readonly start: number
  readonly end: number
  readonly readings: readonly Reading[]
  /** The deepest places that fit; several when the words leave it open. */
  readonly scope: readonly number[]
  readonly score: number
}

const provinceLevel = levels.indexOf('province')
const cityLevel = levels.indexOf('city')
const districtLevel = levels.indexOf('district')
const subdistrictLevel = levels.indexOf('subdistrict')
const compoundLevel = levels.indexOf('compound')
const zoneWords = new Set([
  '高新区',
  '高新技术开发区',
  '高新技术产业开发区',
  '国家高新区',
  '经开区',
  '经济开发区',
  '经济技术开发区',
  '开发区',
])

/** After a name without its ending these show that it was the beginning of another word: 「西湖大道」「杭州湾」「宁波银行」. */
const goesOn =
  /^(镇|乡|街道|县|市|区|[东南西北中一二三四五六七八九十\d]{1,3}(路|街|大道|大街|巷|弄|道|区|村|站|苑|期|门)|[上下内外新老大小]?(路|街|大道|大街|道|巷|弄|里弄|胡同|社区|居委|居民委|村委|村民委|花园|花苑|家园|公寓|小区|新村|新苑|新城|广场|大厦|商城|市场|商贸|商业|中心|大学|学院|学校|中学|小学|一中|二中|幼儿园|医院|银行|酒店|宾馆|饭店|公园|车城|国际|人家|名苑|名都|名城|工业|科技|开发|产业|文化|体育|中医|人民|口岸|机场|火车|高铁|山庄|集团|公司|有限|股份|支行|分行|师范|理工|农业|电力|供电|公安|消防|税务|日报|晚报|号|幢|栋|楼|座|单元|室|第[一二三四五六七八九十])|村|[园苑](?!林)|门(?=[内外大])|诊|(坊|湾|里|桥|大桥|站|车站|庄|港|城|洲)(?=$|[^㐀-鿿]|[东南西北中路街村新]))/

/** Fits nowhere as a place name's beginning. */
const shapeStops = /[路村号幢栋楼室座0-9A-Z市县区]/

/**
 * Names of places that begin at a position of the folded text, longest first for every level.
 * Compounds, landmarks and roads are read by the tail, not here.
 */
export function readingsAt(dictionary: Dictionary, text: string, start: number): Reading[] {
  const reach = dictionary.reach.get(text.slice(start, start + 2))
  if (reach === undefined) return []
  const found = new Map<string, { start: number; end: number; level: number; form: Form; places: number[] }>()
  const add = (after: number, level: number, form: Form, place: number): void => {
    // 「周城镇街道」
    const end =
      level === subdistrictLevel && text.charAt(after - 1) === '镇' && text.startsWith('街道', after)
        ? after + 2
        : after
    const key = `${end} ${level} ${form}`
    const known = found.get(key)
    if (known === undefined) found.set(key, { start, end, level, form, places: [place] })
    else if (!known.places.includes(place)) known.places.push(place)
  }
  const longest = Math.min(reach, text.length - start)
  for (let length = 2; length <= longest; length++) {
    const core = text.slice(start, start + length)
    const entries = dictionary.byCore.get(core)
    if (entries === undefined) continue
    for (const entry of entries) {
      if (entry < 0) readFormer(dictionary, text, start, core, -1 - entry, add)
      else readPlace(dictionary, text, start, core, entry, add)
    }
  }
  return [...found.values()].sort((one, other) => other.end - one.end)
}

type Add = (end: number, level: number, form: Form, place: number) => void

function readPlace(dictionary: Dictionary, text: string, start: number, core: string, place: number, add: Add): void {
  const level = dictionary.levels[place] ?? 0
  if (level >= compoundLevel || dictionary.kinds[place] !== 0) return
  const name = foldName(dictionary.names[place] ?? '')
  const after = start + core.length
  if (text.startsWith(name, start)) {
    const end = start + name.length
    add(level === subdistrictLevel && text.startsWith('办事处', end) ? end + 3 : end, level, 'full', place)
    return
  }
  if (zoneWords.has(core)) {
    add(after, level, 'zone', place)
    return
  }
  const written = endingsWritten[level]?.find((one) => text.startsWith(one, after))
  // 「恩施州」 for 恩施土家族苗族自治州 is as good as the name.
  if (written !== undefined && core.length >= 2)
    add(after + written.length, level, name.endsWith(written) ? 'full' : 'kin', place)
  if (core.length >= 2) add(after, level, 'short', place)
}

function readFormer(
  dictionary: Dictionary,
  text: string,
  start: number,
  core: string,
  position: number,
  add: Add,
): void {
  const former = dictionary.formerNames[position]
  if (former === undefined) return
  const name = foldName(former.name)
  if (text.startsWith(name, start))
    for (const place of former.into) add(start + name.length, former.level, 'former', place)
  else if (core.length >= 2) for (const place of former.into) add(start + core.length, former.level, 'short', place)
}

/** A town by its looks: 「某某镇」 up to five characters before the ending. */
export function shapeAt(text: string, start: number): Reading | undefined {
  for (let at = start + 1; at <= start + 6 && at < text.length; at++) {
    const character = text.charAt(at)
    if (!isHan(character)) return undefined
    const ending = text.startsWith('街道', at)
      ? '街道'
      : character === '镇' || character === '乡'
        ? character
        : undefined
    if (ending !== undefined) {
      let end = at + ending.length
      if (ending === '镇' && text.startsWith('街道', end)) end += 2
      if (text.startsWith('办事处', end)) end += 3
      else if (ending === '街道' && text.startsWith('办', end)) end += 1
      // 「乡村」「镇中路」 go on as other words.
      if (
        ending !== '街道' &&
        /^([东南西北中政府]{0,2}(路|街|大道|村|巷)|中心|中学|小学|医院|政府|卫生)/.test(text.slice(end, end + 4))
      ) {
        if (!/^[东南西北]/.test(text.charAt(end)) || /^[东南西北](路|街|大道)/.test(text.slice(end, end + 3)))
          return undefined
      }
      return { start, end, level: subdistrictLevel, form: 'shape', places: [] }
    }
    // 「城市镇」 is one, 「余姚市丈亭镇」 is two.
    if (shapeStops.test(character) && !/[镇乡]/.test(text.charAt(start + 2))) return undefined
  }
  return undefined
}

const worth: Readonly<Record<Form, number>> = { full: 10, kin: 8, former: 9, zone: 6, short: 3, shape: 5 }
const mostReadings = 7
/** What a name costs that may be the beginning of another word, until another name follows that fits. */
const doubt = 20
const institution = /^[㐀-鿿]{0,7}?(大学|学院|医院|银行|研究院|研究所|日报社)/
const otherWord = /^(路|大道|大街|街(?![道村])|大厦|大学|医院|中学|小学|[东南西北中]{1,2}(路|街|大道))/

/**
 * The best way to read names of places one after another from a position on.
 * `within`: the place that other words or the caller name; what lies in it is preferred.
 * @returns undefined when nothing can be read there.
 */
export function chainAt(dictionary: Dictionary, text: string, start: number, within?: number): Chain | undefined {
  if (!dictionary.reach.has(text.slice(start, start + 2)) && shapeAt(text, start) === undefined) return undefined
  let best: Chain | undefined
  const memo = new Map<number, Reading[]>()
  const readings = (at: number): Reading[] => {
    const known = memo.get(at)
    if (known !== undefined) return known
    const found = readingsAt(dictionary, text, at)
    const shape = shapeAt(text, at)
    if (shape !== undefined && !found.some(({ end, level }) => level === subdistrictLevel && end === shape.end)) {
      found.push(shape)
    }
    memo.set(at, found)
    return found
  }
  const follow = (chain: Growing): void => {
    if (chain.readings.length > 0 && (best === undefined || chain.score > best.score)) best = chain
    if (chain.readings.length >= mostReadings) return
    let at = chain.end
    if (chain.readings.length > 0) {
      while (at < text.length && text.charAt(at) !== gap && (isSeparator(text.charAt(at)) || text.charAt(at) === '-'))
        at++
      if (text.charAt(at) === '的') at++
    }
    const next = readings(at)
    for (const reading of next) {
      const grown = extend(dictionary, text, chain, reading, within)
      if (grown !== undefined) follow(grown)
    }
    const unknown = unknownDistrict(text, at, chain, readings)
    if (unknown !== undefined) follow(unknown)
  }
  follow({ start, end: start, readings: [], scope: [], score: 0, debt: 0 })
  return best
}

interface Growing extends Chain {
  /** Taken off the score until the next name shows that the last was one. */
  readonly debt: number
}

/** A county nobody knows, between a known city and a town: 「诸几市江藻镇」. Written, so read; it names no place. */
function unknownDistrict(
  text: string,
  at: number,
  chain: Growing,
  readings: (at: number) => Reading[],
): Growing | undefined {
  const last = chain.readings.at(-1)
  if (last === undefined || last.level > cityLevel || last.form === 'shape' || chain.debt > 0) return undefined
  const length = /^[㐀-鿿]{1,3}[市县区]/.exec(text.slice(at, at + 4))?.[0].length ?? 0
  if (length === 0 || readings(at).some(({ level, form }) => level <= districtLevel && form !== 'short'))
    return undefined
  const towns = readings(at + length).filter(({ level, form }) => level === subdistrictLevel && form !== 'short')
  if (towns.length === 0) return undefined
  const reading: Reading = { start: at, end: at + length, level: districtLevel, form: 'shape', places: [] }
  return { ...chain, end: reading.end, readings: [...chain.readings, reading], score: chain.score + 3 }
}

/** The chain with one more name, or undefined when the two cannot stand together. */
function extend(
  dictionary: Dictionary,
  text: string,
  chain: Growing,
  reading: Reading,
  within: number | undefined,
): Growing | undefined {
  const { form, level } = reading
  const rest = text.slice(reading.end, reading.end + 12)
  let score = worth[form]
  let debt = 0
  if (form === 'short') {
    // A core that is itself a road's name is read as the road: 「新阳路」.
    if (/[路街巷]/.test(text.charAt(reading.end - 1))) return undefined
    if (goesOn.test(rest) || (level < subdistrictLevel && institution.test(rest))) debt = doubt
    score += (reading.end - reading.start - 2) / 2
    if (level === provinceLevel) score += 3
    else if (level === cityLevel) score += 2
    // The core of a town is an ordinary word unless it is known where we are.
    else if (level === subdistrictLevel && chain.scope.length === 0) score -= 2
  } else if (form === 'kin' && level === subdistrictLevel && chain.scope.length === 0) score -= 1
  if (form !== 'short' && otherWord.test(rest)) score -= 8
  const grow = (scope: readonly number[], worthOfFit: number): Growing => {
    // A community of the town behind its name shows that it is the town.
    let shown = 0
    if (level === subdistrictLevel && (debt > 0 || form === 'short') && scope.length > 0 && scope.length < 4) {
      if (communityAt(dictionary, text, reading.end, scope, () => false) !== undefined) {
        debt = 0
        shown = 4
      }
    }
    const fits = worthOfFit > 0 && debt === 0
    return {
      start: chain.start,
      end: reading.end,
      readings: [...chain.readings, reading],
      scope,
      score: chain.score + score + worthOfFit + shown - debt + (fits ? chain.debt : 0),
      debt: debt + (fits ? 0 : chain.debt),
    }
  }
  const sameLevel = chain.readings.find((one) => one.level === level)
  if (form === 'shape') {
    // 「上虞|市沥海镇」 is 「上虞市|沥海镇」.
    const torn =
      chain.readings.at(-1)?.form === 'short' &&
      chain.end === reading.start &&
      /[市县区镇乡]/.test(text.charAt(reading.start))
    return sameLevel === undefined && !torn ? grow(chain.scope, 0) : undefined
  }
  if (chain.readings.length === 0) {
    if (within !== undefined && reading.places.some((place) => related(dictionary, place, within))) score += 2
    else if (form === 'zone') return undefined
    // A core alone that leads away from where we are is more likely a word.
    else if (within !== undefined && form === 'short') score -= 3
    return grow(reading.places, 0)
  }
  // After a town that is only known by its looks no region can follow.
  if (chain.scope.length === 0)
    return level === subdistrictLevel && sameLevel === undefined ? grow(reading.places, 0) : undefined
  if (sameLevel !== undefined) return repeat(dictionary, chain, reading, grow, score)
  const deeper = reading.places.filter((place) => chain.scope.some((one) => isInside(dictionary, place, one)))
  if (deeper.length > 0) return grow(deeper, 4)
  // Levels the other way round: 朝阳区北京市.
  const narrowed = chain.scope.filter((one) => reading.places.some((place) => isInside(dictionary, one, place)))
  if (narrowed.length > 0) return grow(narrowed, 3)
  if (form === 'short' || form === 'zone') return undefined
  // Written, but not where it says: kept as written, believed where it is deeper.
  const believed = level < subdistrictLevel && chain.readings.every((one) => one.level < level)
  return grow(believed ? reading.places : chain.scope, -7)
}

/** The same said twice says nothing new; another of the same level cannot be, but for a county behind the city that is its seat. */
function repeat(
  dictionary: Dictionary,
  chain: Growing,
  reading: Reading,
  grow: (scope: readonly number[], worthOfFit: number) => Growing,
  score: number,
): Growing | undefined {
  // 「梅山乡梅山岛」 goes on with another name.
  if (reading.form === 'short' && reading.level === subdistrictLevel) return undefined
  const same = reading.places.filter((place) => chain.scope.some((one) => related(dictionary, place, one)))
  if (same.length > 0) {
    return grow(
      chain.scope.filter((one) => same.some((place) => related(dictionary, place, one))),
      -score / 2,
    )
  }
  const seat = chain.readings.at(-1)
  if (
    reading.level !== districtLevel ||
    seat?.level !== districtLevel ||
    reading.form === 'short' ||
    seat.form === 'short'
  ) {
    return undefined
  }
  const beside = reading.places.filter((place) =>
    seat.places.some((one) => dictionary.parents[one] === dictionary.parents[place] && isCity(dictionary, one)),
  )
  if (beside.length === 0) return undefined
  const grown = grow(beside, 0)
  return {
    ...grown,
    readings: [...chain.readings.slice(0, -1), { ...seat, level: cityLevel }, reading],
  }
}

const isCity = (dictionary: Dictionary, place: number): boolean => dictionary.names[place]?.endsWith('市') === true

export const regionLevels = { provinceLevel, cityLevel, districtLevel, subdistrictLevel, compoundLevel } as const
