import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { Problem } from '@zmht/shared/problems'
import { createRemoteJWKSet, customFetch, decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose'
import { nowMillis } from '../platform/clock'
import { readPublic } from '../platform/outside/public-fetch'
import { secrets } from '../platform/secrets'
import { type Issuer, readIssuer, useNonce } from './issuer.store'

export const nonceSeconds = 5 * 60

/** A nonce of ours says itself until when it is good, so that asking for one writes nothing. */
export async function newNonce(): Promise<string> {
  const said = `${randomBytes(16).toString('base64url')}.${Math.floor(nowMillis() / 1000) + nonceSeconds}`
  return `${said}.${await macOf(said)}`
}

async function macOf(said: string): Promise<string> {
  const { blind } = await secrets()
  return createHmac('sha256', Buffer.from(blind, 'base64')).update(`nonce\n${said}`).digest('base64url')
}

/** @returns until when a nonce of ours is good; undefined for any other, or one that is over */
async function nonceUntil(nonce: string): Promise<number | undefined> {
  const [random = '', until = '', mac = ''] = nonce.split('.')
  const expected = Buffer.from(await macOf(`${random}.${until}`))
  const given = Buffer.from(mac)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  return Number(until) > nowMillis() / 1000 ? Number(until) : undefined
}

/** Only what is signed by a key pair: who can check such a token cannot make one. */
const algorithms = ['ES256', 'ES384', 'RS256', 'PS256', 'EdDSA']

const keySets = new Map<string, ReturnType<typeof createRemoteJWKSet>>()
function keysAt(url: string) {
  const held = keySets.get(url)
  if (held !== undefined) return held
  const made = createRemoteJWKSet(new URL(url), {
    [customFetch]: async (address) => {
      const { status, body } = await readPublic(String(address), 5000)
      return new Response(body, { status })
    },
  })
  keySets.set(url, made)
  return made
}

export interface Proven {
  readonly issuer: string
  readonly subject: string
  /** Where the issuer vouches for it. */
  readonly phone?: string
}

const refused = (cause?: unknown): Problem =>
  new Problem('unauthenticated', { detail: '没有从 App 确认您的身份，请回到 App 重新打开，或用手机号登录。', cause })

/**
 * Who an App says somebody is: signed by a key of an issuer the city registered, made for us, for a nonce of ours that was not used, and in time.
 * @throws Problem `unauthenticated` for anything else; what was wrong is not told
 */
export async function proveBy(token: string): Promise<Proven> {
  const record = await issuerOf(token)
  const payload = await verified(token, record)
  const { sub = '', nonce, azp, aud } = payload
  const isManifold = Array.isArray(aud) && aud.length > 1
  // OpenID Connect Core 3.1.3.7: with several audiences the party it was made for is named, and named it is us.
  if (azp === undefined ? isManifold : azp !== record.clientId) throw refused()
  if (sub === '' || typeof nonce !== 'string') throw refused()
  const until = await nonceUntil(nonce)
  if (until === undefined || !(await useNonce(nonce, until))) throw refused()
  const phone = vouchedPhone(record, payload)
  return { issuer: record.issuer, subject: sub, ...(phone === undefined ? {} : { phone }) }
}

async function issuerOf(token: string): Promise<Issuer> {
  const found = await readIssuer(issuerIn(token))
  if (found === undefined || !found.on) throw refused()
  return found
}

/** Asked for the key alone: nothing it says is believed before it is verified. */
function issuerIn(token: string): string {
  try {
    return decodeJwt(token).iss ?? ''
  } catch (error) {
    throw refused(error)
  }
}

async function verified(token: string, { issuer, clientId, jwksUrl }: Issuer): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keysAt(jwksUrl), {
      issuer,
      audience: clientId,
      algorithms,
      requiredClaims: ['exp', 'iat', 'sub', 'nonce'],
      maxTokenAge: '10m',
      currentDate: new Date(nowMillis()),
    })
    return payload
  } catch (error) {
    if (error instanceof errors.JOSEError) throw refused(error)
    throw new Problem('unavailable', { cause: error })
  }
}

function vouchedPhone({ vouches }: Issuer, { phone_number: said, phone_number_verified: isVerified }: JWTPayload) {
  if (!vouches.includes('phone_number') || isVerified !== true || typeof said !== 'string') return undefined
  const phone = said.replace(/^\+?86/, '').replace(/\D/g, '')
  return /^1[3-9]\d{9}$/.test(phone) ? phone : undefined
}
