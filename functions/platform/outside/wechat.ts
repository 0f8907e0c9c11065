import type { App } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { nowMillis } from '../clock'
import { environment } from '../environment'
import { log } from '../log'
import { secrets } from '../secrets'
import { callJson } from './http'

/**
 * WeChat's server interface. Paths, fields and error codes as documented under developers.weixin.qq.com:
 * auth.code2Session, getStableAccessToken, phonenumber.getPhoneNumber, subscribeMessage.send, security.msgSecCheck (v2),
 * security.mediaCheckAsync (v2).
 */

interface Answer {
  readonly errcode?: number
  readonly errmsg?: string
  readonly [field: string]: unknown
}

/** Documented codes, by what they mean to us. */
const busy = -1
const invalidCode = [40029, 40163, 41008, 40226]
const expiredToken = [40001, 40014, 42001]
const frequency = [45011, 45009, 41030]
/** The user refused or used up the consent to a subscribe message. */
const notSubscribed = [43101]
/** The openid has not been active within two hours: the text cannot be checked now. */
const notActive = [61010]

export interface WechatIdentity {
  readonly openId: string
  /** Joins the two apps; absent while they are not bound to one open platform account. */
  readonly unionId?: string
}

/** wx.login's code → who it is. @throws Problem `unauthenticated` for a code that is wrong, used or expired; `wechat-unavailable` when WeChat does not answer. */
export async function codeToSession(app: App, code: string): Promise<WechatIdentity> {
  const { appId, secret } = (await secrets()).wechat[app]
  // A code is good for one use: a repeated call would be refused, so no retry here beyond what WeChat itself calls busy.
  const answer = await call(
    `/sns/jscode2session?appid=${appId}&secret=${encodeURIComponent(secret)}&js_code=${encodeURIComponent(code)}&grant_type=authorization_code`,
  )
  if (answer.errcode !== undefined && answer.errcode !== 0) throw problemOf(answer)
  const { openid, unionid } = answer
  if (typeof openid !== 'string') throw new Problem('wechat-unavailable')
  return { openId: openid, ...(typeof unionid === 'string' ? { unionId: unionid } : {}) }
}

/** The phone-number button's code → the number without country code. Paid beyond the quota: SMS is the other way. */
export async function phoneNumber(app: App, code: string): Promise<string> {
  const answer = await callWithToken(app, '/wxa/business/getuserphonenumber', { code })
  const info = answer.phone_info
  if (
    typeof info === 'object' &&
    info !== null &&
    'purePhoneNumber' in info &&
    typeof info.purePhoneNumber === 'string'
  ) {
    return info.purePhoneNumber
  }
  throw problemOf(answer)
}

/** @returns whether it was delivered; `refused` when the person's consent is used up or taken back, which is final. */
export async function sendSubscribeMessage(
  app: App,
  message: { readonly openId: string; readonly page: string; readonly data: Readonly<Record<string, string>> },
): Promise<'sent' | 'refused'> {
  const { templates } = (await secrets()).wechat[app]
  const answer = await callWithToken(app, '/cgi-bin/message/subscribe/send', {
    touser: message.openId,
    template_id: templates.progress,
    page: message.page,
    lang: 'zh_CN',
    data: Object.fromEntries(Object.entries(message.data).map(([name, value]) => [name, { value }])),
  })
  if (answer.errcode === undefined || answer.errcode === 0) return 'sent'
  if (notSubscribed.includes(answer.errcode)) return 'refused'
  throw problemOf(answer)
}

/** What became of one message: `busy` has not gone out and may be sent later; of `unknown` nobody can say. */
export type MessageOutcome = 'sent' | 'refused' | 'busy' | 'failed' | 'unknown'

/**
 * Sends one message, at most once: no call is repeated that may have reached the person.
 * @returns what became of it, with WeChat's code where there was one
 */
export async function trySubscribeMessage(
  app: App,
  message: { readonly openId: string; readonly page: string; readonly data: Readonly<Record<string, string>> },
): Promise<{ readonly outcome: MessageOutcome; readonly code?: number }> {
  const { templates } = (await secrets()).wechat[app]
  const body = {
    touser: message.openId,
    template_id: templates.progress,
    page: message.page,
    lang: 'zh_CN',
    data: Object.fromEntries(Object.entries(message.data).map(([name, value]) => [name, { value }])),
  }
  // Without a token nothing was sent: it may be tried again.
  const token = await accessToken(app, false).catch(() => undefined)
  if (token === undefined) return { outcome: 'busy' }
  const answer = await call(`/cgi-bin/message/subscribe/send?access_token=${token}`, body, 1).catch(() => undefined)
  const code = answer === undefined ? undefined : (answer.errcode ?? 0)
  if (code === undefined) return { outcome: 'unknown' }
  if (code === 0) return { outcome: 'sent' }
  if (expiredToken.includes(code)) await accessToken(app, true).catch(() => undefined)
  if (code === busy || frequency.includes(code) || expiredToken.includes(code)) return { outcome: 'busy', code }
  return { outcome: notSubscribed.includes(code) ? 'refused' : 'failed', code }
}

/** `later`: WeChat cannot check this author now (not active within two hours); ask again when they come back. */
export type TextVerdict = 'pass' | 'risky' | 'later'

/** Checks what a person wrote before others see it. At most 2,500 characters are taken at once. */
export async function checkText(app: App, openId: string, content: string): Promise<TextVerdict> {
  const answer = await callWithToken(app, '/wxa/msg_sec_check', {
    version: 2,
    scene: 2,
    openid: openId,
    content: content.slice(0, 2500),
  })
  if (answer.errcode !== undefined && notActive.includes(answer.errcode)) return 'later'
  if (answer.errcode !== undefined && answer.errcode !== 0) throw problemOf(answer)
  const result = answer.result
  const suggest = typeof result === 'object' && result !== null && 'suggest' in result ? result.suggest : 'pass'
  return suggest === 'risky' ? 'risky' : 'pass'
}

/** What became of asking for a picture to be looked at: its trace, under which the verdict is pushed; `later`, where WeChat takes none now. */
export type MediaAsked = { readonly trace: string } | 'later'

/**
 * Asks WeChat to look at a picture; what it finds is pushed within half an hour (`wxa_media_check`).
 * @param url where WeChat loads it from: of the public Internet, and good for as long as WeChat may take
 */
export async function askMediaCheck(app: App, openId: string, url: string): Promise<MediaAsked> {
  const answer = await callWithToken(app, '/wxa/media_check_async', {
    media_url: url,
    media_type: 2,
    version: 2,
    scene: 2,
    openid: openId,
  })
  const code = answer.errcode ?? 0
  if (notActive.includes(code) || frequency.includes(code)) return 'later'
  if (code !== 0 || typeof answer.trace_id !== 'string') throw problemOf(answer)
  return { trace: answer.trace_id }
}

const tokens = new Map<App, { token: string; until: number }>()

/** stable_token: several instances may ask and get the same; asked again five minutes before it ends. */
async function accessToken(app: App, renew: boolean): Promise<string> {
  const kept = tokens.get(app)
  if (!renew && kept !== undefined && kept.until > nowMillis()) return kept.token
  const { appId, secret } = (await secrets()).wechat[app]
  const answer = await call('/cgi-bin/stable_token', {
    grant_type: 'client_credential',
    appid: appId,
    secret,
    force_refresh: false,
  })
  const { access_token: token, expires_in: seconds } = answer
  if (typeof token !== 'string') throw problemOf(answer)
  tokens.set(app, { token, until: nowMillis() + (Number(seconds ?? 7200) - 300) * 1000 })
  return token
}

async function callWithToken(app: App, path: string, body: unknown): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    const token = await accessToken(app, attempt > 1)
    const answer = await call(`${path}?access_token=${token}`, body)
    if (attempt === 1 && answer.errcode !== undefined && expiredToken.includes(answer.errcode)) continue
    return answer
  }
}

async function call(path: string, body?: unknown, tries = 3): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    const answer = await callJson(`${environment.wechatBaseUrl()}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      ...(body === undefined ? {} : { body }),
      tries,
    }).catch((error: unknown) => {
      throw new Problem('wechat-unavailable', { cause: error })
    })
    if (typeof answer !== 'object' || answer === null) throw new Problem('wechat-unavailable')
    if ('errcode' in answer && answer.errcode === busy && attempt < tries) continue
    return answer as Answer // any JSON object is one; each field is checked where it is read
  }
}

function problemOf(answer: Answer): Problem {
  const code = answer.errcode ?? 0
  log.warn('wechat refused', { code: String(code) })
  if (invalidCode.includes(code)) return new Problem('unauthenticated')
  if (frequency.includes(code)) return new Problem('too-many')
  return new Problem('wechat-unavailable')
}
