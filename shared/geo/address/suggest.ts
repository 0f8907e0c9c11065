import { type Level, levels, type PlaceId } from '../place'
import { codeOf, type Dictionary, idOf, isInside, levelOf, lineageOf, placeNumbered } from './dictionary'
import { foldName } from './text'

export interface SuggestOptions {
  /** Only what lies inside this place. */
  readonly within?: PlaceId
  readonly levels?: readonly Level[]
  /** 10 when absent. */
  readonly limit?: number
}

export interface Suggestion {
  readonly place: PlaceId
  readonly code?: string
  readonly level: Level
  readonly name: string
  /** Names from the root down, the place's own last. */
  readonly path: readonly string[]
}

/** The better, the lower. */
const ranks = { whole: 0, beginning: 1, initialsWhole: 2, initialsBeginning: 3, inside: 4, initialsInside: 5 } as const
const kept = 400

/**
 * Type-ahead by characters and by pinyin initials at every level, best first: the whole name, its beginning, its inside; higher levels and
 * shorter names first among equals. Several words narrow each other from the outside in: 「朝阳 wj」 finds 望京街道.
 */
export function suggest(dictionary: Dictionary, query: string, options: SuggestOptions = {}): Suggestion[] {
  const words = foldName(query)
    .split(/[\s,，、/]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase())
  const last = words.pop()
  if (last === undefined) return []
  const territory = options.within === undefined ? undefined : placeNumbered(dictionary, options.within)
  if (options.within !== undefined && territory === undefined) return []
  const wanted =
    options.levels === undefined ? undefined : new Set(options.levels.map((level) => levels.indexOf(level)))
  const found: number[][] = Object.values(ranks).map(() => [])
  for (let place = 0; place < dictionary.size; place++) {
    if (wanted !== undefined && !wanted.has(dictionary.levels[place] ?? 0)) continue
    const rank = rankOf(dictionary, place, last)
    const same = rank === undefined ? undefined : found[rank]
    if (same === undefined || same.length >= kept) continue
    if (territory !== undefined && (place === territory || !isInside(dictionary, place, territory))) continue
    if (words.length > 0 && !liesUnder(dictionary, place, words)) continue
    same.push(place)
  }
  return found
    .flatMap((places) => places.sort((one, other) => order(dictionary, one) - order(dictionary, other)))
    .slice(0, options.limit ?? 10)
    .map((place) => suggestionOf(dictionary, place))
}

/** Higher levels first, then shorter names. */
function order({ levels: numbers, names }: Dictionary, place: number): number {
  return (numbers[place] ?? 0) * 100 + (names[place]?.length ?? 0)
}

function rankOf({ names, initials }: Dictionary, place: number, word: string): number | undefined {
  const name = names[place] ?? ''
  const at = name.indexOf(word)
  if (at === 0) return name.length === word.length ? ranks.whole : ranks.beginning
  const letters = initials[place] ?? ''
  const first = letters.indexOf(word)
  if (first === 0) return letters.length === word.length ? ranks.initialsWhole : ranks.initialsBeginning
  if (at > 0) return ranks.inside
  return first > 0 ? ranks.initialsInside : undefined
}

/** Every word is in a name above the place, in order from the outside in. */
function liesUnder(dictionary: Dictionary, place: number, words: readonly string[]): boolean {
  let next = 0
  for (const above of lineageOf(dictionary, place).slice(0, -1)) {
    const word = words[next]
    if (word !== undefined && rankOf(dictionary, above, word) !== undefined) next++
  }
  return next === words.length
}

function suggestionOf(dictionary: Dictionary, place: number): Suggestion {
  const code = codeOf(dictionary, place)
  const path = lineageOf(dictionary, place).map((above) => dictionary.names[above] ?? '')
  return {
    place: idOf(dictionary, place),
    ...(code === undefined ? {} : { code }),
    level: levelOf(dictionary, place),
    name: path.at(-1) ?? '',
    path,
  }
}
