import { createHash, timingSafeEqual } from 'node:crypto'
import type { Instant } from '@zmht/shared/knowledge'

/** A key of a system, of which only a digest is kept, with its last characters, by which people tell it from another. */
export interface Open311Key {
  readonly digest: string
  readonly ends: string
  readonly at: Instant
  /** Until when it is still good, since there is a newer one. */
  readonly until?: Instant
}

/** How long the key before is good beside a new one: as the secret of a webhook. */
export const formerKeyMillis = 24 * 3600_000

/** What a key names: a system, and what only whoever got the key knows. */
export interface KeyParts {
  readonly clientId: string
  readonly secret: string
}

const shape = /^(k[0-9a-z]{20})\.([A-Za-z0-9_-]{43})$/

export const keyText = ({ clientId, secret }: KeyParts): string => `${clientId}.${secret}`

/** @returns undefined for what is no key of ours */
export function keyParts(text: string): KeyParts | undefined {
  const [, clientId, secret] = shape.exec(text) ?? []
  return clientId === undefined || secret === undefined ? undefined : { clientId, secret }
}

export const keyDigest = ({ clientId, secret }: KeyParts): string =>
  createHash('sha256').update(`open311/${clientId}/${secret}`).digest('base64url')

/** The keys that are good at an instant, the newest first. */
export const keysNow = (keys: readonly Open311Key[], at: Instant): readonly Open311Key[] =>
  keys.filter(({ until }) => until === undefined || until > at)

/** Whether one of them is this one. Each is compared: the time taken tells nothing. */
export function isOneOf(keys: readonly Open311Key[], parts: KeyParts): boolean {
  const sent = Buffer.from(keyDigest(parts), 'base64url')
  return keys.map(({ digest }) => timingSafeEqual(Buffer.from(digest, 'base64url'), sent)).includes(true)
}

/** A new key; of those before the newest alone is good for another day. */
export function renewed(keys: readonly Open311Key[], fresh: Open311Key, until: Instant): readonly Open311Key[] {
  const [newest] = keysNow(keys, fresh.at)
  return [fresh, ...(newest === undefined ? [] : [{ ...newest, until: newest.until ?? until }])]
}
