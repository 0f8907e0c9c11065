import { canonical } from '@zmht/shared/applications'
import { type ApplicationContent, applicationContent } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { FlattenedSign, flattenedVerify, importJWK } from 'jose'
import * as z from 'zod/mini'
import { secrets } from '../platform/secrets'

/** What a file of an application is called in itself. */
const format = 'zmht.application/1'

const publicKey = z.strictObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string() })
const carriedFile = z.strictObject({
  format: z.literal(format),
  /** Whose it was, when it was carried away, and which version of it. */
  from: z.string().check(z.maxLength(100)),
  at: z.string(),
  version: z.int(),
  content: applicationContent,
  /** JWS (RFC 7515), detached (RFC 7797 without `b64`): over the file without these two, written canonically. */
  signature: z.strictObject({ protected: z.string(), signature: z.string() }),
  key: publicKey,
})
export type ApplicationFile = z.output<typeof carriedFile>

const signedPart = ({ format: is, from, at, version, content }: Omit<ApplicationFile, 'signature' | 'key'>) =>
  Buffer.from(canonical({ format: is, from, at, version, content }))

/** @returns the file as one text, signed with the key by which this platform says who it is elsewhere too */
export async function writeFile(
  given: { readonly from: string; readonly at: string; readonly version: number },
  content: ApplicationContent,
): Promise<string> {
  const { assertion } = await secrets()
  const key = assertion.keys[assertion.current]
  if (key === undefined) throw new Error('no key signs what goes elsewhere')
  const file = { format: 'zmht.application/1' as const, ...given, content }
  const jws = await new FlattenedSign(signedPart(file))
    .setProtectedHeader({ alg: 'ES256', kid: assertion.current, typ: 'zmht-application' })
    .sign(await importJWK({ ...key }, 'ES256'))
  const { kty, crv, x, y } = key
  const signature = { protected: jws.protected ?? '', signature: jws.signature }
  return JSON.stringify({ ...file, signature, key: { kty, crv, x, y } } satisfies ApplicationFile, undefined, 1)
}

/**
 * @returns what a file holds, and whether one of this platform's own keys signed it
 * @throws Problem `application-file-broken` for what is no such file, or is otherwise than it was signed
 */
export async function readFile(text: string): Promise<{ readonly file: ApplicationFile; readonly known: boolean }> {
  const file = carriedFile.safeParse(parsed(text))
  if (!file.success) throw new Problem('application-file-broken')
  const { signature, key } = file.data
  try {
    const payload = signedPart(file.data).toString('base64url')
    await flattenedVerify({ ...signature, payload }, await importJWK({ ...key }, 'ES256'), { algorithms: ['ES256'] })
  } catch (error) {
    throw new Problem('application-file-broken', { cause: error })
  }
  const { assertion } = await secrets()
  const known = Object.values(assertion.keys).some(({ x, y }) => x === key.x && y === key.y)
  return { file: file.data, known }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Problem('application-file-broken', { cause: error })
  }
}
