import { initialsOf } from '../geo/index'
import type { AttributeCode, Value } from '../knowledge/types'
import type { LedgerKind } from './ledger'

/**
 * What an entity is found by, as words that are alike when typed and when kept: each becomes a keyed digest, so that the index says nothing to who
 * reads it. At most twelve of an entity.
 */
export type Token = `${TokenKind}:${string}`

/** `pair`: two characters that stand together in the name; `first`: its first character; `initials`: of its pinyin, the first two or all of them. */
const tokenKinds = ['first', 'pair', 'initials', 'phone', 'number', 'plate', 'door'] as const
export type TokenKind = (typeof tokenKinds)[number]

/** @returns what sort of word a token is */
export const tokenKindOf = (token: Token): TokenKind =>
  tokenKinds.find((kind) => token.startsWith(`${kind}:`)) ?? 'first'

export const mostTokens = 12

/** What tokens are made of. */
export interface Findable {
  readonly kind: LedgerKind
  readonly name: string
  readonly known: (code: AttributeCode) => Value | undefined
  /** Below the compound, from the building down to the door: 「3号楼」「2单元」「501」. */
  readonly address: readonly string[]
}

const phones: Readonly<Record<LedgerKind, readonly AttributeCode[]>> = {
  person: ['person.mobile'],
  organisation: ['organisation.contactMobile'],
  thing: [],
  place: [],
}
const numbers: Readonly<Record<LedgerKind, readonly AttributeCode[]>> = {
  person: ['person.idNumber'],
  organisation: ['organisation.uscc'],
  thing: ['thing.useCertNumber', 'thing.serialNumber'],
  place: [],
}
const tail = 4

/** @returns what an entity is found by now, the most telling first */
export function tokensOf({ kind, name, known, address }: Findable): readonly Token[] {
  const said = (codes: readonly AttributeCode[]) =>
    codes.flatMap((code) => {
      const value = known(code)
      return typeof value === 'string' && value !== '' ? [value] : []
    })
  const door = doorOf(address)
  const tokens: Token[] = [
    ...said(phones[kind]).map((value): Token => `phone:${value.slice(-tail)}`),
    ...said(numbers[kind]).map((value): Token => `number:${value.slice(-tail).toUpperCase()}`),
    ...(kind === 'thing' ? said(['thing.plate']) : []).flatMap((value): Token[] => [
      `plate:${value}`,
      `plate:${value.slice(-tail)}`,
    ]),
    ...(door === undefined ? [] : [`door:${door}` as const]),
    ...nameTokens(name),
  ]
  return [...new Set(tokens)].slice(0, mostTokens)
}

function nameTokens(name: string): readonly Token[] {
  const characters = [...plain(name)]
  const [first] = characters
  if (first === undefined) return []
  const initials = initialsOf(characters.join(''))
  return [
    `first:${first}`,
    `initials:${initials}`,
    `initials:${initials.slice(0, 2)}`,
    ...pairsOf(characters).map((pair): Token => `pair:${pair}`),
  ]
}

const pairsOf = (characters: readonly string[]): readonly string[] =>
  characters.slice(0, -1).map((one, at) => `${one}${characters[at + 1]}`)

/** Letters small, nothing between: alike for names that are the same. */
export const plainName = (words: string): string => plain(words)

const plain = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·•・.\-—_()（）]/g, '')

/** `3-2-501` of 「3号楼」「2单元」「501」: the numbers people say. Nothing when it names no door. */
function doorOf(address: readonly string[]): string | undefined {
  const figures = address.map((one) => /[0-9]+[a-z]?/i.exec(one)?.[0]?.toLowerCase())
  const [building, door] = [figures[0], figures.at(-1)]
  return figures.length < 2 || building === undefined || door === undefined ? undefined : `${building}-${door}`
}

/** How what was typed is looked for. */
export interface Sought {
  /** Any of them may lead there: digits are the end of a phone, or of a number. */
  readonly anyOf: readonly Token[]
  /** What the name has to hold besides; empty when tokens say all. */
  readonly words: string
}

const mostTyped = 40

/** @returns how to look for what somebody typed; nothing when it is too little to look for */
export function soughtBy(typed: string): Sought | undefined {
  const words = plain(typed.slice(0, mostTyped))
  if (words === '') return undefined
  const door = /^([0-9]+)(?:号楼|栋|幢|座|-)(?:.*?(?:单元|门|-))?([0-9]+[a-z]?)(?:室|号|户)?$/.exec(plainDoor(typed))
  if (door !== null) return { anyOf: [`door:${door[1]}-${door[2]}`], words: '' }
  if (/^[0-9]{3}[0-9x]$/.test(words)) {
    const end = words.toUpperCase()
    return { anyOf: [`phone:${end}`, `number:${end}`, `plate:${end}`], words: '' }
  }
  if (/^1[0-9]{10}$/.test(words)) return { anyOf: [`phone:${words.slice(-tail)}`], words: '' }
  if (/^[0-9a-z]{15,18}$/.test(words) && /[0-9]{4}/.test(words))
    return { anyOf: [`number:${words.slice(-tail).toUpperCase()}`], words: '' }
  if (/^\p{Script=Han}[a-z][a-z0-9]{5,6}$/u.test(words)) return { anyOf: [`plate:${words.toUpperCase()}`], words: '' }
  if (/^[a-z]+$/.test(words)) return words.length < 2 ? undefined : { anyOf: [`initials:${words}`], words: '' }
  const characters = [...words]
  const [first, second] = characters
  if (second === undefined) return { anyOf: [`first:${first}`], words }
  return { anyOf: [`pair:${first}${second}`], words }
}

const plainDoor = (typed: string): string =>
  typed.normalize('NFKC').toLowerCase().replace(/\s/g, '').replace(/[—–_]/g, '-')

/** @returns what a whole name is looked for by, which few others share; nothing for what is no name in letters */
export function wholeNameOf(name: string): string | undefined {
  const initials = initialsOf(plain(name))
  return /^[a-z]{2,}$/.test(initials) ? initials : undefined
}

/** @returns whether a name holds the words that were typed */
export const isNamed = (name: string, { words }: Sought): boolean => words === '' || plain(name).includes(words)
