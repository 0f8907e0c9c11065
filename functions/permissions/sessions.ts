import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import type { App, SessionReply } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { base32, seal } from '../platform/cipher'
import { later, now, nowMillis } from '../platform/clock'
import { sendCode } from '../platform/outside/sms'
import type { WechatIdentity } from '../platform/outside/wechat'
import { accessSeconds, refreshSeconds, signAccessToken } from '../platform/session/tokens'
import {
  changeStanding,
  createAccount,
  dropPhoneCode,
  endSession,
  readLogin,
  readSession,
  readStandingItem,
  type Session,
  type Standing,
  saveLogin,
  savePhoneCode,
  saveSession,
  saveStanding,
  takeTry,
} from './account.store'
import { phoneIndexOf, phoneWay } from './by-phone'
import { officialByPhone } from './directory.store'
import type { Proven } from './one-sign-in'
import { compileStanding, isInOffice, meOf, phoneContext, withEnded } from './standing'

const newId = (prefix: string): string => prefix + base32(randomBytes(13)).slice(0, 20)
const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url')

const wechatWay = (identity: WechatIdentity): string => `wechat#${identity.unionId ?? identity.openId}`

/** @returns a new session for an actor. */
async function openSession(standing: Standing, app: App): Promise<SessionReply> {
  const family = newId('f')
  const secret = randomBytes(32).toString('base64url')
  const session: Session = {
    family,
    actor: standing.id,
    app,
    digest: digestOf(secret),
    version: 1,
    expiresAt: Math.floor(nowMillis() / 1000) + refreshSeconds,
  }
  await saveSession(session)
  return replyFor(standing, session, secret)
}

async function replyFor(standing: Standing, session: Session, secret: string): Promise<SessionReply> {
  return {
    accessToken: await signAccessToken({ actor: standing.id, app: session.app, family: session.family }),
    expiresIn: accessSeconds,
    refreshToken: `${session.family}.${secret}`,
    me: await meOf(standing),
  }
}

/**
 * Signs in somebody whose WeChat or phone (or both) is proven. A phone says who an official is; for a resident the account of the
 * phone wins and WeChat is bound to it, so that both ways lead to one account.
 */
export async function signIn(
  app: App,
  proven: { readonly wechat?: WechatIdentity; readonly phone?: string },
): Promise<SessionReply> {
  const phoneIndex = proven.phone === undefined ? undefined : await phoneIndexOf(proven.phone)
  const standing =
    app === 'gov' ? await official(proven.wechat, phoneIndex) : await resident(proven.wechat, proven.phone, phoneIndex)
  if (proven.wechat !== undefined) await saveLogin(app, wechatWay(proven.wechat), standing.id)
  const known = await rememberWechat(standing, proven.wechat)
  return openSession(known, app)
}

/**
 * Signs in a resident whom an App of the city vouches for. A phone it vouches for is proven: its account wins, as ever; without one the App's own subject is the way.
 */
export async function signInFrom({ issuer, subject, phone }: Proven): Promise<SessionReply> {
  const way = `oidc#${digestOf(`${issuer}\n${subject}`)}`
  const phoneIndex = phone === undefined ? undefined : await phoneIndexOf(phone)
  const standing = await resident(undefined, phone, phoneIndex, way)
  await saveLogin('resident', way, standing.id)
  return openSession(standing, 'resident')
}

async function official(wechat: WechatIdentity | undefined, phoneIndex: string | undefined): Promise<Standing> {
  const id =
    phoneIndex !== undefined
      ? await officialByPhone(phoneIndex)
      : wechat !== undefined
        ? await readLogin('gov', wechatWay(wechat))
        : undefined
  if (id === undefined) throw new Problem('unknown-official')
  const standing = (await readStandingItem(id)) ?? (await firstStanding(id))
  if (standing === undefined || !isInOffice(standing)) throw new Problem('unknown-official')
  return standing
}

async function firstStanding(id: string): Promise<Standing | undefined> {
  const compiled = await compileStanding(id, undefined)
  if (compiled !== undefined) await saveStanding(compiled)
  return readStandingItem(id)
}

async function resident(
  wechat: WechatIdentity | undefined,
  phone: string | undefined,
  phoneIndex: string | undefined,
  other: string | undefined = wechat === undefined ? undefined : wechatWay(wechat),
): Promise<Standing> {
  for (;;) {
    const way = phoneIndex !== undefined ? phoneWay(phoneIndex) : other
    if (way === undefined) throw new Problem('unauthenticated')
    const actor = await readLogin('resident', way)
    const standing = actor === undefined ? undefined : await readStandingItem(actor)
    if (standing !== undefined) return standing
    // The phone is new: if this WeChat, or App, has an account without a phone, the phone joins it.
    const joined = await joinPhone(other, phone, way)
    if (joined !== undefined) return joined
    const id = newId('a')
    const fresh: Standing = {
      id,
      kind: 'resident',
      name: '',
      ...(phone === undefined ? {} : { phone: await seal(phone, phoneContext(id)), phoneSince: now() }),
      homes: [],
      posts: [],
      ended: {},
      version: 1,
    }
    if (await createAccount(fresh, 'resident', way)) return fresh
  }
}

async function joinPhone(
  other: string | undefined,
  phone: string | undefined,
  way: string,
): Promise<Standing | undefined> {
  if (other === undefined || phone === undefined) return undefined
  const actor = await readLogin('resident', other)
  if (actor === undefined) return undefined
  const sealed = await seal(phone, phoneContext(actor))
  const changed = await changeStanding(actor, (standing) =>
    standing.phone === undefined ? { ...standing, phone: sealed, phoneSince: now() } : undefined,
  )
  if (changed?.phone !== sealed) return undefined
  await saveLogin('resident', way, actor)
  return changed
}

async function rememberWechat(standing: Standing, wechat: WechatIdentity | undefined): Promise<Standing> {
  if (wechat === undefined || standing.openId === wechat.openId) return standing
  return (await changeStanding(standing.id, (now_) => ({ ...now_, openId: wechat.openId }))) ?? standing
}

const resendSeconds = 60
const codeMinutes = 5

/** Sends a sign-in code. The answer is the same whether or not the phone is known. */
export async function sendPhoneCode(app: App, phone: string): Promise<{ resendAfter: number }> {
  const phoneIndex = await phoneIndexOf(phone)
  const code = String(randomInt(0, 1_000_000)).padStart(6, '0')
  const at = now()
  const kept = await savePhoneCode(
    {
      app,
      phoneIndex,
      digest: digestOf(`${phoneIndex}.${code}`),
      sentAt: at,
      triesLeft: 5,
      expiresAt: Math.floor(Date.parse(at) / 1000) + codeMinutes * 60,
    },
    later(at, -resendSeconds * 1000),
  )
  if (!kept) throw new Problem('too-many')
  await sendCode(phone, code)
  return { resendAfter: resendSeconds }
}

/** @throws Problem `wrong-code` for a code that is wrong, late, or tried more than five times. */
export async function checkPhoneCode(app: App, phone: string, code: string): Promise<void> {
  const phoneIndex = await phoneIndexOf(phone)
  const kept = await takeTry(app, phoneIndex)
  const inTime = kept !== undefined && kept.expiresAt > Math.floor(nowMillis() / 1000)
  if (!inTime || !same(kept.digest, digestOf(`${phoneIndex}.${code}`))) throw new Problem('wrong-code')
  await dropPhoneCode(app, phoneIndex)
}

/** A new pair for a refresh token. One that was used before ends its whole family: somebody else may hold it. */
export async function refresh(token: string): Promise<SessionReply> {
  const [family = '', secret = ''] = token.split('.')
  const session = family === '' ? undefined : await readSession(family)
  if (session === undefined || session.expiresAt <= Math.floor(nowMillis() / 1000)) throw new Problem('unauthenticated')
  if (!same(session.digest, digestOf(secret))) {
    await revoke(session)
    throw new Problem('session-revoked')
  }
  const standing = await readStandingItem(session.actor)
  const alive = standing !== undefined && standing.ended[family] === undefined
  if (!alive || (standing.kind === 'official' && !isInOffice(standing))) throw new Problem('session-revoked')
  const next = randomBytes(32).toString('base64url')
  const renewed: Session = {
    ...session,
    digest: digestOf(next),
    version: session.version + 1,
    expiresAt: Math.floor(nowMillis() / 1000) + refreshSeconds,
  }
  if (!(await saveSession(renewed))) {
    await revoke(session)
    throw new Problem('session-revoked')
  }
  return replyFor(standing, renewed, next)
}

async function revoke(session: Session): Promise<void> {
  await signOut(session.actor, session.family)
}

/** Ends a session: refresh at once, access from the next request on. */
export async function signOut(actor: string, family: string): Promise<void> {
  await endSession(family)
  await changeStanding(actor, (standing) => withEnded(standing, family, accessSeconds))
}

function same(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
}
