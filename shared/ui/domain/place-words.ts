import { type Level, levels } from '../../geo'

/** A number somebody typed for a building, a unit or a door, with the word after it where there was one: 「3号楼」, 「2」. */
export interface NumberWord {
  readonly number: string
  /** Which level the word after it names. */
  readonly level?: Level
}

const wide = /[０-９Ａ-Ｚａ-ｚ]/g
/** Full-width digits and letters as plain ones. */
export const narrowed = (text: string): string =>
  text.replace(wide, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))

const suffixes: readonly (readonly [RegExp, Level])[] = [
  [/^(号楼|栋|幢|座|楼)$/u, 'building'],
  [/^(单元|门)$/u, 'unit'],
  [/^(室|户|号)$/u, 'door'],
]

/**
 * Reads the short way people write a building, a unit and a door: 「3-2-501」, 「3号楼2单元501」, 「3 2 501」.
 * @returns nothing when there is anything else in the text, or more than three numbers.
 */
export function numberWords(text: string): readonly NumberWord[] | undefined {
  const rest = narrowed(text).trim()
  if (!/^(\d{1,5}[a-zA-Z]?(号楼|栋|幢|座|楼|单元|门|室|户|号)?[-\s—–#/、,，]*){1,3}$/u.test(rest)) return undefined
  const words = [...rest.matchAll(/(\d{1,5}[a-zA-Z]?)(号楼|栋|幢|座|楼|单元|门|室|户|号)?/gu)]
  return words.map(([, number = '', suffix]) => {
    const level = suffix === undefined ? undefined : suffixes.find(([pattern]) => pattern.test(suffix))?.[1]
    return { number: number.toUpperCase(), ...(level === undefined ? {} : { level }) }
  })
}

/** The number a name begins with: 「3号楼」 → 3, 「501」 → 501, 「12A栋」 → 12A. */
export function numberOf(name: string): string | undefined {
  return /^0*(\d+[a-zA-Z]?)/.exec(narrowed(name))?.[1]?.toUpperCase()
}

/** True when a child is what a typed number means: the same number, and the level its word names. */
export function fitsNumber(place: { readonly name: string; readonly level: Level }, word: NumberWord): boolean {
  if (word.level !== undefined && word.level !== place.level) return false
  return numberOf(place.name) === word.number.replace(/^0+(?=\d)/, '')
}

/** True for what reads like an address rather than the beginning of a name: then it is recognised as a whole. */
export function readsLikeAddress(text: string): boolean {
  const words = narrowed(text).trim()
  return (
    words.length >= 5 &&
    /[\u4e00-\u9fff]/u.test(words) &&
    /[\d一二三四五六七八九十]+\s*(号|栋|幢|座|楼|单元|门|室|弄|-|$)/u.test(words)
  )
}

export const isBelow = (level: Level, other: Level): boolean => levels.indexOf(level) > levels.indexOf(other)
