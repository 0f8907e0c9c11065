import { type App, apps } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { errors, jwtVerify, SignJWT } from 'jose'
import { nowMillis } from '../clock'
import { secrets } from '../secrets'

/** An access token lives 15 minutes; what its bearer may do is read anew on every request. */
export const accessSeconds = 15 * 60
/** A refresh token lives 30 days and is good for one use. */
export const refreshSeconds = 30 * 24 * 3600

export interface AccessClaims {
  readonly actor: string
  readonly app: App
  /** The sign-in it descends from. */
  readonly family: string
}

const issuer = 'zmht'

export async function signAccessToken(claims: AccessClaims): Promise<string> {
  const { session } = await secrets()
  const at = Math.floor(nowMillis() / 1000)
  return new SignJWT({ app: claims.app, fam: claims.family })
    .setProtectedHeader({ alg: 'HS256', kid: session.current })
    .setIssuer(issuer)
    .setSubject(claims.actor)
    .setIssuedAt(at)
    .setExpirationTime(at + accessSeconds)
    .sign(keyOf(session.keys, session.current))
}

/** @throws Problem `unauthenticated` for anything but a token of ours that is in time. Only HS256 is accepted, so `none` and swapped keys are not. */
export async function readAccessToken(token: string): Promise<AccessClaims> {
  const { session } = await secrets()
  try {
    const { payload } = await jwtVerify(token, (header) => keyOf(session.keys, header.kid ?? ''), {
      algorithms: ['HS256'],
      issuer,
      currentDate: new Date(nowMillis()),
    })
    const app = apps.find((one) => one === payload.app)
    if (payload.sub === undefined || app === undefined || typeof payload.fam !== 'string')
      throw new Problem('unauthenticated')
    return { actor: payload.sub, app, family: payload.fam }
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof UnknownKey)
      throw new Problem('unauthenticated', { cause: error })
    throw error
  }
}

/** Another system's token lives 10 minutes. */
export const clientSeconds = 10 * 60
const clientAudience = 'access'

export async function signClientToken(client: string): Promise<string> {
  const { session } = await secrets()
  const at = Math.floor(nowMillis() / 1000)
  return new SignJWT({})
    .setProtectedHeader({ alg: 'HS256', kid: session.current })
    .setIssuer(issuer)
    .setAudience(clientAudience)
    .setSubject(client)
    .setIssuedAt(at)
    .setExpirationTime(at + clientSeconds)
    .sign(keyOf(session.keys, session.current))
}

/** @returns the client's id. @throws Problem `unauthenticated` for anything but a client's token that is in time: a person's is none. */
export async function readClientToken(token: string): Promise<string> {
  const { session } = await secrets()
  try {
    const { payload } = await jwtVerify(token, (header) => keyOf(session.keys, header.kid ?? ''), {
      algorithms: ['HS256'],
      issuer,
      audience: clientAudience,
      currentDate: new Date(nowMillis()),
    })
    if (payload.sub === undefined) throw new Problem('unauthenticated')
    return payload.sub
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof UnknownKey)
      throw new Problem('unauthenticated', { cause: error })
    throw error
  }
}

class UnknownKey extends Error {}

function keyOf(keys: Readonly<Record<string, string>>, id: string): Uint8Array {
  // A name every object has is no key.
  const key = Object.hasOwn(keys, id) ? keys[id] : undefined
  if (key === undefined) throw new UnknownKey('unknown signing key')
  return Buffer.from(key, 'base64')
}
