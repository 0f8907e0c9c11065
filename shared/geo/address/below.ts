import { levels } from '../place'
import { type Dictionary, related } from './dictionary'
import { communityCore, communityEndings } from './names'
import { foldName, plainNumbers } from './text'

const communityLevel = levels.indexOf('community')
const compoundLevel = levels.indexOf('compound')
const buildingLevel = levels.indexOf('building')
const roadKind = 2

/** Communities below a place by the core of their names, made when first asked for. */
interface CommunityIndex {
  readonly byCore: ReadonlyMap<string, readonly number[]>
  /** The first character of the cores → the longest core that begins so. */
  readonly reach: ReadonlyMap<string, number>
}
const indexes = new WeakMap<Dictionary, Map<number, CommunityIndex>>()

function communitiesBelow(dictionary: Dictionary, territory: number): CommunityIndex {
  const known = indexes.get(dictionary) ?? new Map<number, CommunityIndex>()
  indexes.set(dictionary, known)
  const found = known.get(territory)
  if (found !== undefined) return found
  const byCore = new Map<string, number[]>()
  const reach = new Map<string, number>()
  const visit = (place: number): void => {
    const level = dictionary.levels[place] ?? 0
    if (level === communityLevel) {
      const core = communityCore(foldName(dictionary.names[place] ?? ''))
      const same = byCore.get(core)
      if (same === undefined) byCore.set(core, [place])
      else same.push(place)
      const head = core.charAt(0)
      if (core.length > (reach.get(head) ?? 0)) reach.set(head, core.length)
    } else if (level < communityLevel) for (const child of childrenOf(dictionary, place)) visit(child)
  }
  visit(territory)
  const index = { byCore, reach }
  known.set(territory, index)
  return index
}

export function childrenOf(dictionary: Dictionary, place: number): number[] {
  const first = dictionary.firstChild[place] ?? 0
  return Array.from({ length: dictionary.childCounts[place] ?? 0 }, (_, index) => first + index)
}

export interface Found {
  readonly end: number
  readonly places: readonly number[]
}

/** The longest name of a community below one of the territories that begins at a position. `bare`: the core alone is enough. */
export function communityAt(
  dictionary: Dictionary,
  text: string,
  start: number,
  territories: readonly number[],
  bare: (end: number) => boolean,
): Found | undefined {
  let best: { end: number; places: number[] } | undefined
  for (const territory of territories) {
    const { byCore, reach } = communitiesBelow(dictionary, territory)
    for (let length = Math.min(reach.get(text.charAt(start)) ?? 0, text.length - start); length >= 1; length--) {
      const places = byCore.get(text.slice(start, start + length))
      if (places === undefined) continue
      const ending = communityEndingAt(text, start + length)
      if (ending === '' && (length < 2 || !bare(start + length))) continue
      const end = start + length + ending.length
      if (best === undefined || end > best.end) best = { end, places: [...places] }
      else if (end === best.end) best.places.push(...places)
      break
    }
  }
  return best
}

/** 「乐一村村委会」 is the office of 乐一村: the village ends before it. */
export function communityEndingAt(text: string, at: number): string {
  if (/^村村(民委员会|委)/.test(text.slice(at, at + 4))) return '村'
  return communityEndings.find((one) => text.startsWith(one, at)) ?? ''
}

const compoundEnding = /(小区|住宅小区|住宅区|花园|家园|公寓|社区)$/

/** Compounds, landmarks or roads whose name begins at a position, the longest. */
export function namedAt(
  dictionary: Dictionary,
  text: string,
  start: number,
  roads: boolean,
  territories: readonly number[],
): Found | undefined {
  const longest = Math.min(dictionary.longestName, text.length - start)
  for (let length = longest; length >= 2; length--) {
    const places = dictionary.byName
      .get(text.slice(start, start + length))
      ?.filter((place) => (dictionary.kinds[place] === roadKind) === roads)
    if (places === undefined || places.length === 0) continue
    const inside =
      territories.length === 0
        ? places
        : places.filter((place) => territories.some((one) => related(dictionary, place, one)))
    if (inside.length === 0) continue
    const ending = roads ? '' : (/^(小区|住宅小区)/.exec(text.slice(start + length, start + length + 4))?.[0] ?? '')
    return { end: start + length + ending.length, places: inside }
  }
  return undefined
}

/** A compound as written against the dictionary: the same name, or the same but for 小区 … at the end of either. */
export function compoundsNamed(dictionary: Dictionary, name: string): number[] {
  const plain = name.replace(compoundEnding, '')
  const found = new Set<number>()
  for (const core of [name, plain, `${plain}小区`]) {
    for (const place of dictionary.byName.get(core) ?? []) {
      if (dictionary.kinds[place] !== roadKind) found.add(place)
    }
  }
  return [...found]
}

/** 「三号楼」「3栋」「03幢」→「3」, 「二单元」→「2」, 「Ａ座」→「A」, 「501室」→「501」: what tells one from its neighbours. */
export function designation(name: string): string {
  return plainNumbers(name)
    .replace(/^第/, '')
    .replace(/(号公寓楼|号大?楼|号院|幢楼?|栋楼?|座|塔楼|排|#楼?|号?单元|号?门|号?室|号?房间?|号?户|楼|弄|号)$/, '')
}

/**
 * Places of a level below one of the given that are designated so. Levels in between may be left out of the text: all compounds of the
 * community, all units of the building are looked through.
 */
export function designatedBelow(
  dictionary: Dictionary,
  above: readonly number[],
  level: number,
  written: string,
): number[] {
  const wanted = designation(written)
  const found: number[] = []
  const visit = (place: number): void => {
    const at = dictionary.levels[place] ?? 0
    if (at === level) {
      if (designation(dictionary.names[place] ?? '') === wanted) found.push(place)
    } else if (at < level && (at >= communityLevel || above.includes(place))) {
      for (const child of childrenOf(dictionary, place)) visit(child)
    }
  }
  for (const place of above) if ((dictionary.levels[place] ?? 0) >= communityLevel) visit(place)
  return found
}

/** Where a house number of a road lies, as far as it is known. */
export function onRoad(dictionary: Dictionary, road: number, written: string | undefined): number[] {
  const stretches = dictionary.stretches.get(road) ?? []
  const number = written === undefined ? Number.NaN : Number(/\d+/.exec(plainNumbers(written))?.[0])
  if (Number.isNaN(number)) return stretches.map(({ place }) => place)
  return stretches
    .filter(
      ({ from, to, side }) =>
        number >= from && number <= to && (side === 'both' || (side === 'odd') === (number % 2 === 1)),
    )
    .map(({ place }) => place)
}

export const belowLevels = {
  communityLevel,
  compoundLevel,
  buildingLevel,
  unitLevel: buildingLevel + 1,
  doorLevel: buildingLevel + 2,
} as const
