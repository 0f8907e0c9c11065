import { type Level, levels, type PlaceId, type PlaceKind, placeKinds } from '../place'
import { surfacesOf } from './names'
import { foldName } from './text'

/** A place on its way into a dictionary. Parents may come in any order. */
export interface DictionaryPlace {
  readonly id: PlaceId
  readonly name: string
  readonly level: Level
  readonly kind: PlaceKind
  /** Absent for a root. */
  readonly parent?: PlaceId
  /** The official 12-digit code, where there is one. */
  readonly code?: string
  /** For a road: where it runs, with house numbers where they are known. */
  readonly stretches?: readonly Stretch[]
  /** The initials by which it is typed; `initialsOf(name)`. */
  readonly initials: string
}

/** A stretch of a road: the place it runs through and the house numbers there, both ends included. */
export interface Stretch {
  readonly place: PlaceId
  readonly from?: number
  readonly to?: number
  readonly side?: 'odd' | 'even' | 'both'
}

/** A name that is no longer official and what became of it. */
export interface FormerName {
  readonly name: string
  readonly level: Level
  /** The day from which it was official no more, or the year, where that is what is known. */
  readonly until: string
  /** Today's places, in the order in which they are offered. */
  readonly into: readonly PlaceId[]
}

/**
 * Places with their tree, ready to be looked up. Places are numbered level by level from the roots; the children of one are consecutive.
 * Columns, not objects: the whole country is 660,000 places.
 */
export interface Dictionary {
  readonly title: string
  readonly size: number
  readonly names: readonly string[]
  readonly initials: readonly string[]
  /** 11 characters each. */
  readonly ids: string
  /** Index in `levels`. */
  readonly levels: Uint8Array
  /** Index in `placeKinds`. */
  readonly kinds: Uint8Array
  /** −1 for a root. */
  readonly parents: Int32Array
  readonly firstChild: Int32Array
  readonly childCounts: Int32Array
  /** The 12-digit code as a number; 0: none. */
  readonly codes: Float64Array
  readonly formerNames: readonly FormerPlace[]
  /** By the number of a road. */
  readonly stretches: ReadonlyMap<number, readonly RoadStretch[]>
  /** Cores of the names down to the subdistrict → their numbers; former names are −1 − their position. */
  readonly byCore: ReadonlyMap<string, readonly number[]>
  /** The first two characters of the cores → the longest core that begins so. */
  readonly reach: ReadonlyMap<string, number>
  /** Compounds, landmarks and roads by their names. */
  readonly byName: ReadonlyMap<string, readonly number[]>
  readonly longestName: number
}

export interface FormerPlace {
  readonly name: string
  /** Index in `levels`. */
  readonly level: number
  readonly until: string
  readonly into: readonly number[]
}

export interface RoadStretch {
  readonly place: number
  readonly from: number
  readonly to: number
  readonly side: 'odd' | 'even' | 'both'
}

/** Raised whenever what is written changes, the initials included: what is kept under an older one is made anew. */
export const dictionaryFormat = 2
const idLength = 11
const codeLengths = [2, 4, 6, 9, 12] as const
const communityLevel = levels.indexOf('community')
const lastStretch = 999_999

interface Header {
  readonly format: number
  readonly title: string
  readonly roots: number
  readonly former: readonly (readonly [name: string, level: number, until: string, into: readonly number[]])[]
  readonly roads: readonly (readonly [
    road: number,
    stretches: readonly (readonly [number, number, number, string])[],
  ])[]
}

/**
 * Writes places as one text, to be kept in a file (gzip makes it a fifth) and opened by `openDictionary`.
 * @throws RangeError when a parent is missing, an id is given twice, or a name has a control character.
 */
export function encodeDictionary(
  title: string,
  places: readonly DictionaryPlace[],
  formerNames: readonly FormerName[] = [],
): string {
  const ordered = inOrder(places)
  const numbers = new Map<string, number>(ordered.map((place, index) => [place.id, index]))
  const numberOf = (id: PlaceId): number => {
    const found = numbers.get(id)
    if (found === undefined) throw new RangeError(`the dictionary does not know ${id}`)
    return found
  }
  const counts = new Array<number>(ordered.length).fill(0)
  for (const { parent } of ordered) {
    if (parent !== undefined) {
      const at = numberOf(parent)
      counts[at] = (counts[at] ?? 0) + 1
    }
  }
  const header: Header = {
    format: dictionaryFormat,
    title,
    roots: ordered.filter(({ parent }) => parent === undefined).length,
    former: formerNames.map(({ name, level, until, into }) => [name, levels.indexOf(level), until, into.map(numberOf)]),
    roads: ordered.flatMap(({ stretches }, index) =>
      stretches === undefined
        ? []
        : [
            [
              index,
              stretches.map(
                ({ place, from = 0, to = lastStretch, side = 'both' }) => [numberOf(place), from, to, side] as const,
              ),
            ] as const,
          ],
    ),
  }
  return [
    JSON.stringify(header),
    ordered.map(({ name }) => clean(name)).join('\t'),
    ordered.map(({ id }) => id).join(''),
    ordered.map(({ level }) => levels.indexOf(level)).join(''),
    ordered.map(({ kind }) => placeKinds.indexOf(kind)).join(''),
    counts.join(' ').replace(/\b0\b/g, ''),
    ordered
      .map((place) => shortCode(place, place.parent === undefined ? undefined : ordered[numberOf(place.parent)]))
      .join(' '),
    ordered.map(({ initials }) => clean(initials)).join('\t'),
  ].join('\n')
}

/** Roots first, then level by level of the tree; the children of one place are consecutive, in the order given. */
function inOrder(places: readonly DictionaryPlace[]): DictionaryPlace[] {
  const children = new Map<string | undefined, DictionaryPlace[]>()
  const known = new Set<string>()
  for (const place of places) {
    if (place.id.length !== idLength || known.has(place.id)) throw new RangeError(`not a new place id: ${place.id}`)
    known.add(place.id)
    const siblings = children.get(place.parent)
    if (siblings === undefined) children.set(place.parent, [place])
    else siblings.push(place)
  }
  const ordered = [...(children.get(undefined) ?? [])]
  for (let at = 0; at < ordered.length; at++) {
    const below = children.get(ordered[at]?.id)
    if (below !== undefined) for (const child of below) ordered.push(child)
  }
  if (ordered.length !== places.length) throw new RangeError('a place hangs on a parent that is not given')
  return ordered
}

function clean(text: string): string {
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < 32) throw new RangeError('a name has a control character')
  }
  return text
}

/** What the code adds to the parent's: the child 110105026 of 110105 is `026`. `=` before a code that does not continue the parent's. */
function shortCode(place: DictionaryPlace, parent: DictionaryPlace | undefined): string {
  if (place.code === undefined) return ''
  const code = place.code.slice(0, codeLengths[levels.indexOf(place.level)] ?? 12)
  const above = parent?.code?.slice(0, codeLengths[levels.indexOf(parent.level)] ?? 12) ?? ''
  if (place.code !== code.padEnd(12, '0')) return `=${place.code}`
  return code.startsWith(above) ? code.slice(above.length) : `=${code}`
}

/**
 * Opens what `encodeDictionary` wrote.
 * @throws RangeError when the text is of another format.
 */
export function openDictionary(text: string): Dictionary {
  const [head = '', names = '', ids = '', levelDigits = '', kindDigits = '', counts = '', codes = '', initials = ''] =
    text.split('\n')
  if (!head.startsWith(`{"format":${dictionaryFormat},`)) throw new RangeError('not a dictionary of this format')
  const header: Header = JSON.parse(head)
  const allNames = levelDigits === '' ? [] : names.split('\t')
  const size = allNames.length
  const dictionary: Dictionary = {
    title: header.title,
    size,
    names: allNames,
    initials: size === 0 ? [] : initials.split('\t'),
    ids,
    levels: digits(levelDigits),
    kinds: digits(kindDigits),
    parents: new Int32Array(size).fill(-1),
    firstChild: new Int32Array(size),
    childCounts: new Int32Array(size),
    codes: new Float64Array(size),
    formerNames: header.former.map(([name, level, until, into]) => ({ name, level, until, into })),
    stretches: new Map(
      header.roads.map(([road, stretches]) => [
        road,
        stretches.map(([place, from, to, side]) => ({
          place,
          from,
          to,
          side: side === 'odd' || side === 'even' ? side : 'both',
        })),
      ]),
    ),
    byCore: new Map(),
    reach: new Map(),
    byName: new Map(),
    longestName: 0,
  }
  let next = header.roots
  counts.split(' ').forEach((count, place) => {
    if (place >= size) return
    const children = count === '' ? 0 : Number(count)
    dictionary.firstChild[place] = next
    dictionary.childCounts[place] = children
    dictionary.parents.fill(place, next, next + children)
    next += children
  })
  codes.split(' ').forEach((code, place) => {
    if (code !== '' && place < size) dictionary.codes[place] = fullCode(dictionary, place, code)
  })
  return { ...dictionary, ...indexOf(dictionary) }
}

function digits(text: string): Uint8Array {
  const result = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) result[at] = text.charCodeAt(at) - 48
  return result
}

function fullCode(dictionary: Dictionary, place: number, code: string): number {
  if (code.startsWith('=')) return Number(code.slice(1).padEnd(12, '0'))
  const parent = dictionary.parents[place] ?? -1
  const length = codeLengths[dictionary.levels[place] ?? 0] ?? 12
  // A parent's code ends in zeros where the child's goes on.
  return (parent < 0 ? 0 : (dictionary.codes[parent] ?? 0)) + Number(code) * 10 ** (12 - length)
}

/** Communities, buildings, units and doors are looked up below what was found above them, so they are not in the index. */
function indexOf(dictionary: Dictionary): Pick<Dictionary, 'byCore' | 'reach' | 'byName' | 'longestName'> {
  const byCore = new Map<string, number[]>()
  const reach = new Map<string, number>()
  const byName = new Map<string, number[]>()
  let longestName = 0
  const add = (index: Map<string, number[]>, core: string, entry: number): void => {
    const known = index.get(core)
    if (known === undefined) index.set(core, [entry])
    else if (known[known.length - 1] !== entry) known.push(entry)
  }
  const addCores = (name: string, level: number, entry: number): void => {
    for (const core of surfacesOf(foldName(name), level)) {
      add(byCore, core, entry)
      const head = core.slice(0, 2)
      if (core.length > (reach.get(head) ?? 0)) reach.set(head, core.length)
    }
  }
  for (let place = 0; place < dictionary.size; place++) {
    const level = dictionary.levels[place] ?? 0
    const name = dictionary.names[place] ?? ''
    const isDivision = dictionary.kinds[place] === 0
    if (level < communityLevel && isDivision) addCores(name, level, place)
    else if (level === communityLevel + 1 || !isDivision) {
      add(byName, foldName(name), place)
      longestName = Math.max(longestName, name.length)
    }
  }
  dictionary.formerNames.forEach(({ name, level }, position) => {
    addCores(name, level, -1 - position)
  })
  return { byCore, reach, byName, longestName }
}

/** @returns the place's id for life. */
export function idOf({ ids }: Dictionary, place: number): PlaceId {
  return ids.slice(place * idLength, (place + 1) * idLength) as PlaceId // written by encodeDictionary from ids
}

/** @returns the official 12-digit code, if the place has one. */
export function codeOf({ codes }: Dictionary, place: number): string | undefined {
  const code = codes[place] ?? 0
  return code === 0 ? undefined : String(code)
}

export function levelOf({ levels: numbers }: Dictionary, place: number): Level {
  return levels[numbers[place] ?? 0] ?? 'province'
}

/** The numbers of the places above, root first, and the place itself last. */
export function lineageOf({ parents }: Dictionary, place: number): number[] {
  const lineage: number[] = []
  for (let at = place; at >= 0; at = parents[at] ?? -1) lineage.unshift(at)
  return lineage
}

/** True when the place is the territory itself or lies inside it. */
export function isInside({ parents }: Dictionary, place: number, territory: number): boolean {
  for (let at = place; at >= territory; at = parents[at] ?? -1) if (at === territory) return true
  return false
}

/** @returns the number of the place with this id, or undefined. Scans: for arguments of people, not for loops. */
export function placeNumbered(dictionary: Dictionary, id: PlaceId): number | undefined {
  for (let at = dictionary.ids.indexOf(id); at >= 0; at = dictionary.ids.indexOf(id, at + 1)) {
    if (at % idLength === 0) return at / idLength
  }
  return undefined
}

/** One lies in the other, or they are the same. */
export function related(dictionary: Dictionary, one: number, other: number): boolean {
  return isInside(dictionary, one, other) || isInside(dictionary, other, one)
}
