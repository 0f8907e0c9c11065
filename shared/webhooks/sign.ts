/**
 * How a webhook is signed: Standard Webhooks, HMAC-SHA256 over `id.timestamp.body` (https://github.com/standard-webhooks/standard-webhooks, the
 * specification's «Signature scheme»). Stands on the Web Cryptography of browsers and Node alone, so that a receiver may use it as it is.
 */

/** A message of an earlier or later time than this many seconds around now is refused. */
export const toleranceSeconds = 5 * 60

const prefix = 'whsec_'

/** A secret as its receiver keeps it. @param bytes random, 24 to 64 of them */
export const secretFrom = (bytes: Uint8Array): string => `${prefix}${encode(bytes)}`

export interface Signed {
  /** The same at each attempt: whoever has seen it has the message already. */
  readonly id: string
  /** When this attempt was made, in seconds since the epoch. */
  readonly timestamp: number
  /** To the letter as it goes over the wire. */
  readonly body: string
}

/** @returns what stands in `webhook-signature` for one secret: `v1,` and base64 */
export async function sign(secret: string, { id, timestamp, body }: Signed): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', await keyOf(secret), bytesOf(`${id}.${timestamp}.${body}`))
  return `v1,${encode(new Uint8Array(mac))}`
}

/** With two secrets in force a message carries a signature by each. */
export async function signAll(secrets: readonly string[], message: Signed): Promise<string> {
  return (await Promise.all(secrets.map((secret) => sign(secret, message)))).join(' ')
}

/** What came, as its headers and body say. */
export interface Received {
  readonly id: string
  readonly timestamp: string
  readonly signature: string
  readonly body: string
}

export type Verdict = 'genuine' | 'malformed' | 'too-old' | 'too-new' | 'forged'

/**
 * Whether a message is from who holds a secret, and of now. An id that was seen before is the receiver's to leave alone: inside the window the same
 * message may come twice.
 * @param now in seconds since the epoch
 */
export async function verify(secret: string, received: Received, now: number): Promise<Verdict> {
  const timestamp = Number(received.timestamp)
  if (received.id === '' || !/^\d{1,12}$/.test(received.timestamp)) return 'malformed'
  if (timestamp < now - toleranceSeconds) return 'too-old'
  if (timestamp > now + toleranceSeconds) return 'too-new'
  const content = bytesOf(`${received.id}.${timestamp}.${received.body}`)
  const key = await keyOf(secret)
  for (const one of received.signature.split(' ')) {
    const [version, mac = ''] = one.split(',')
    const bytes = version === 'v1' ? decode(mac) : undefined
    // Compared by the library, in constant time.
    if (bytes !== undefined && (await crypto.subtle.verify('HMAC', key, bytes, content))) return 'genuine'
  }
  return 'forged'
}

async function keyOf(secret: string) {
  const bytes = secret.startsWith(prefix) ? decode(secret.slice(prefix.length)) : undefined
  if (bytes === undefined || bytes.length === 0) throw new Error('not a secret of webhooks')
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify'])
}

const bytesOf = (text: string) => new TextEncoder().encode(text)

const encode = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

/** @returns undefined for what is not base64 */
function decode(text: string) {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text) || text.length % 4 !== 0) return undefined
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
}
