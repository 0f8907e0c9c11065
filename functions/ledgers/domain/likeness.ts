import type { PlacePath } from '@zmht/shared/geo'
import type { EntityKind, Value } from '@zmht/shared/knowledge'

/** What tells two records of the same person or organisation, as far as it is known. */
export interface Traits {
  readonly kind: EntityKind
  readonly name?: string
  readonly phone?: string
  /** Where it lives or stands. */
  readonly home?: PlacePath
  readonly birthDate?: string
  readonly sex?: string
  /** Its natural keys: another one is another entity. */
  readonly keys: Readonly<Record<string, string>>
}

export type Reason = 'key' | 'name' | 'name-alike' | 'phone' | 'home' | 'building' | 'birth-date'

export interface Likeness {
  /** 0 to 1. */
  readonly score: number
  readonly reasons: readonly Reason[]
  /** `same`: joined at once; `perhaps`: a person is asked; `other`: nothing to ask. */
  readonly verdict: 'same' | 'perhaps' | 'other'
}

const weights: Readonly<Record<Reason, number>> = {
  key: 1,
  name: 0.45,
  'name-alike': 0.2,
  phone: 0.3,
  home: 0.25,
  building: 0.1,
  'birth-date': 0.25,
}
/** Name with two of phone, home and birth date. */
const sameFrom = 0.95
/** Name with one of them, or two of them with a name alike. */
const perhapsFrom = 0.65
const other: Likeness = { score: 0, reasons: [], verdict: 'other' }

/**
 * How likely two records are one. Different keys (ID number, USCC), birth dates, sexes or names that do not even look alike make
 * them two, whatever else agrees: families share a phone and a home.
 */
export function likenessOf(one: Traits, two: Traits): Likeness {
  if (one.kind !== two.kind || differsInKey(one, two)) return other
  if (differs(one.birthDate, two.birthDate) || differs(one.sex, two.sex)) return other
  const name = nameReason(one.name, two.name)
  if (name === undefined) return other
  const reasons: Reason[] = [name]
  if (agrees(one.phone, two.phone)) reasons.push('phone')
  const place = placeReason(one.home, two.home)
  if (place) reasons.push(place)
  if (agrees(one.birthDate, two.birthDate)) reasons.push('birth-date')
  const score = Math.min(1, Math.round(reasons.reduce((sum, reason) => sum + weights[reason], 0) * 100) / 100)
  const verdict = score >= sameFrom && name === 'name' ? 'same' : score >= perhapsFrom ? 'perhaps' : 'other'
  return { score, reasons, verdict }
}

/** @returns what is known of an entity that tells it from others */
export function traitsOf(
  entity: { readonly kind: EntityKind; readonly facts: Readonly<Record<string, { readonly value: Value }>> },
  keys: readonly string[],
  home: PlacePath | undefined,
): Traits {
  const said = (code: string): string | undefined => {
    const value = entity.facts[`${entity.kind}.${code}`]?.value
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const known = keys.flatMap((code): [string, string][] => {
    const value = entity.facts[code]?.value
    return typeof value === 'string' ? [[code, value]] : []
  })
  const optional = {
    name: said('name'),
    phone: said('mobile') ?? said('landline') ?? said('contactMobile'),
    birthDate: said('birthDate'),
    sex: said('sex'),
    home,
  }
  return {
    kind: entity.kind,
    keys: Object.fromEntries(known),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  }
}

function differsInKey(one: Traits, two: Traits): boolean {
  return Object.entries(one.keys).some(([code, value]) => differs(value, two.keys[code]))
}

const agrees = (one: string | undefined, two: string | undefined): boolean => one !== undefined && one === two
const differs = (one: string | undefined, two: string | undefined): boolean =>
  one !== undefined && two !== undefined && one !== two

function nameReason(one: string | undefined, two: string | undefined): 'name' | 'name-alike' | undefined {
  if (one === undefined || two === undefined) return undefined
  const [a, b] = [plain(one), plain(two)]
  if (a === b) return 'name'
  return Math.min([...a].length, [...b].length) > 2 && isOneLetterOff(a, b) ? 'name-alike' : undefined
}

/** Without spaces and the middle dots of names of many peoples, which are written in many ways. */
const plain = (name: string): string => name.replace(/[\s·•．.]/g, '')

/** One letter replaced, or one more: 王建国 and 王健国. */
function isOneLetterOff(one: string, two: string): boolean {
  const [short, long] = [...one].length <= [...two].length ? [[...one], [...two]] : [[...two], [...one]]
  if (long.length - short.length > 1) return false
  const first = short.findIndex((letter, at) => letter !== long[at])
  const from = first < 0 ? short.length : first
  const rest = long.slice(from + 1).join('')
  return short.slice(long.length === short.length ? from + 1 : from).join('') === rest
}

/** The same home, or the same building: the path without its last step. */
function placeReason(one: PlacePath | undefined, two: PlacePath | undefined): 'home' | 'building' | undefined {
  if (one === undefined || two === undefined) return undefined
  if (one === two) return 'home'
  const above = (path: PlacePath): string => path.slice(0, path.lastIndexOf('/'))
  const [a, b] = [above(one), above(two)]
  return a === b || one === b || a === two ? 'building' : undefined
}
