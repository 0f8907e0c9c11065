import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { secrets } from './secrets'

/**
 * Field encryption: AES-256-GCM under a data key whose id is stored with the value, so that keys can rotate and another
 * algorithm (SM4) can stand beside it under another first byte.
 *
 * Layout: 1 byte algorithm (1 = AES-256-GCM over deflated JSON), 1 byte length of the key id, the key id, 12 bytes nonce, 16 bytes tag, ciphertext.
 */
const aesGcm = 1

/** @returns JSON of `value`, deflated and encrypted. `context` is authenticated with it (the item and field): a value copied elsewhere does not open. */
export async function seal(value: unknown, context: string): Promise<Uint8Array> {
  const { fields } = await secrets()
  const key = keyOf(fields.keys, fields.current)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
  const body = Buffer.concat([cipher.update(deflateRawSync(Buffer.from(JSON.stringify(value)))), cipher.final()])
  const id = Buffer.from(fields.current)
  return new Uint8Array(Buffer.concat([Buffer.from([aesGcm, id.length]), id, nonce, cipher.getAuthTag(), body]))
}

/** @returns what was sealed. @throws Error when the bytes, the key or the context are not those it was sealed with. */
export async function open<T>(sealed: Uint8Array, context: string): Promise<T> {
  const { fields } = await secrets()
  const bytes = Buffer.from(sealed)
  if (bytes[0] !== aesGcm) throw new Error('unknown encryption algorithm')
  const idEnd = 2 + (bytes[1] ?? 0)
  const key = keyOf(fields.keys, bytes.subarray(2, idEnd).toString())
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(idEnd, idEnd + 12))
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(idEnd + 12, idEnd + 28))
  const plain = Buffer.concat([decipher.update(bytes.subarray(idEnd + 28)), decipher.final()])
  return JSON.parse(inflateRawSync(plain).toString())
}

/** @returns a keyed digest by which an exact value is found without being stored: 26 characters of base32. */
export async function blind(what: string, value: string): Promise<string> {
  const { blind: key } = await secrets()
  return base32(createHmac('sha256', Buffer.from(key, 'base64')).update(`${what}\n${value}`).digest().subarray(0, 16))
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** Lower-case Crockford base32 without padding. */
export function base32(bytes: Uint8Array): string {
  let held = 0
  let bits = 0
  let text = ''
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet.charAt((held >> bits) & 31)
    }
    held &= (1 << bits) - 1
  }
  return bits > 0 ? text + alphabet.charAt((held << (5 - bits)) & 31) : text
}

function keyOf(keys: Readonly<Record<string, string>>, id: string): Buffer {
  const key = keys[id]
  if (key === undefined) throw new Error('the encryption key of this value is not known')
  return Buffer.from(key, 'base64')
}
