import { createHash } from 'node:crypto'
import { canonical } from '@zmht/shared/applications'

const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz'

/** So many characters that follow from the words and from nothing else: the same is named the same, however often it is named. */
export function named(length: number, ...words: readonly string[]): string {
  let value = BigInt(`0x${createHash('sha256').update(words.join('/')).digest('hex')}`)
  let text = ''
  for (let index = 0; index < length; index++) {
    text += alphabet.charAt(Number(value % 36n))
    value /= 36n
  }
  return text
}

const lengths = { ledger: ['l', 20], service: ['c', 12], task: ['q', 20], notice: ['u', 20] } as const

/** The id of what is made of a part: of an application, a part, and how often one was made before. */
export function idOfPart(kind: keyof typeof lengths, application: string, key: string, turn: number): string {
  const [prefix, length] = lengths[kind]
  return `${prefix}${named(length, application, key, String(turn))}`
}

/** A short mark of a value: what is the same has the same. */
export const digestOf = (value: unknown): string => named(16, canonical(value))
