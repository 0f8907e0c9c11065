import { hkdfSync } from 'node:crypto'
import { CompactSign, compactVerify, errors } from 'jose'
import { secrets } from './secrets'

/**
 * What is signed by the platform and kept for years (JWS, RFC 7515, compact, HS256). The key of each purpose is derived from a data key, which is kept as
 * long as anything was written under it, so that a signature outlives the rotation of the sessions' keys and is good for nothing else.
 */
const typeOf = (purpose: string): string => `zmht-${purpose}`

function keyFor(purpose: string, key: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', Buffer.from(key, 'base64'), '', `zmht/signature/${purpose}`, 32))
}

/** @returns the content with its signature, as one text */
export async function sign(purpose: string, content: unknown): Promise<string> {
  const { fields } = await secrets()
  const key = fields.keys[fields.current]
  if (key === undefined) throw new Error('the current key is not known')
  return new CompactSign(Buffer.from(JSON.stringify(content)))
    .setProtectedHeader({ alg: 'HS256', kid: fields.current, typ: typeOf(purpose) })
    .sign(keyFor(purpose, key))
}

/** @returns whether the text is as it was signed, by us and for this purpose */
export async function isIntact(purpose: string, signed: string): Promise<boolean> {
  const { fields } = await secrets()
  try {
    const { protectedHeader } = await compactVerify(
      signed,
      ({ kid = '' }) => {
        const key = Object.hasOwn(fields.keys, kid) ? fields.keys[kid] : undefined
        if (key === undefined) throw new errors.JWSInvalid('unknown key')
        return keyFor(purpose, key)
      },
      { algorithms: ['HS256'] },
    )
    return protectedHeader.typ === typeOf(purpose)
  } catch (error) {
    if (error instanceof errors.JOSEError) return false
    throw error
  }
}

/** @returns what a text says, whether or not it was changed; undefined where it says nothing that can be read */
export function contentOf(signed: string): unknown {
  const [, content] = signed.split('.')
  try {
    return JSON.parse(Buffer.from(content ?? '', 'base64url').toString())
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
