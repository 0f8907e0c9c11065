import { randomUUID } from 'node:crypto'
import { importJWK, SignJWT } from 'jose'
import { blind } from '../../platform/cipher'
import { nowMillis } from '../../platform/clock'
import { secrets } from '../../platform/secrets'

/** How long an assertion is good for: the time a page takes to open. */
export const assertionSeconds = 120
export const assertionIssuer = 'zmht/linked'

/**
 * Who comes, said to one service: under an identifier of this service's alone, so that two services cannot put together what each knows (OpenID Connect Core 8.1,
 * pairwise). Its `jti` is good for one use: the service leaves alone what it has seen.
 */
export async function assertionFor(
  channelId: string,
  account: string,
  audience: string,
  claims: Readonly<Record<string, unknown>>,
): Promise<string> {
  const { assertion } = await secrets()
  const key = assertion.keys[assertion.current]
  if (key === undefined) throw new Error('no key signs assertions')
  const at = Math.floor(nowMillis() / 1000)
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'ES256', kid: assertion.current, typ: 'JWT' })
    .setIssuer(assertionIssuer)
    .setSubject(await blind('pairwise', `${channelId}/${account}`))
    .setAudience(audience)
    .setJti(randomUUID())
    .setIssuedAt(at)
    .setExpirationTime(at + assertionSeconds)
    .sign(await importJWK({ ...key }, 'ES256'))
}

/** The public halves. */
export async function assertionKeys() {
  const { assertion } = await secrets()
  return Object.entries(assertion.keys).map(([kid, { kty, crv, x, y }]) => ({
    kty,
    crv,
    x,
    y,
    kid,
    alg: 'ES256' as const,
    use: 'sig' as const,
  }))
}
