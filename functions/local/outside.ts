import { createCipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { Hono } from 'hono'

/** A person of the stand-in's WeChat, as one app knows them. */
const openIdOf = (app: string, who: string): string => `o${digest(`${app}/${who}`)}`
const unionIdOf = (who: string): string => `u${digest(who)}`
const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 27)

interface MediaCheck {
  readonly openid?: string
  readonly media_url?: string
  readonly media_type?: number
  readonly version?: number
}

/** @returns undefined where the picture cannot be loaded */
async function lookAt(url: string): Promise<{ suggest: string; label: number } | undefined> {
  const loaded = await fetch(url).catch(() => undefined)
  if (loaded?.ok !== true) return undefined
  const name = decodeURIComponent(loaded.headers.get('content-disposition') ?? '')
  const bytes = Buffer.from(await loaded.arrayBuffer())
  const marked = pictureMarks.find(({ mark }) => name.includes(mark) || bytes.includes(mark))
  return marked === undefined ? { suggest: 'pass', label: 100 } : { suggest: marked.suggest, label: marked.label }
}

interface Failure {
  readonly path: string
  /** A documented error code, or 0 for an answer with status 500. */
  readonly errcode: number
  times: number
}

/** How much of a `risky` text the stand-in knows. */
const risky = '不良信息样例'
/** What the stand-in finds in a picture: that its bytes or its name hold a mark. */
const pictureMarks = [
  { mark: '不良图片样例', suggest: 'risky', label: 20002 },
  { mark: '疑似图片样例', suggest: 'review', label: 20006 },
] as const
const twoHours = 2 * 3600 * 1000

interface App {
  readonly appId: string
  readonly secret: string
  readonly push?: { readonly token: string; readonly aesKey?: string }
}

/** A verdict as it is pushed: signed, and encrypted where the app has a key. */
interface Push {
  readonly app: string
  readonly query: string
  readonly body: string
}

function pushOf(name: string, { appId, push = { token: '' } }: App, event: object): Push {
  const [timestamp, nonce] = [String(Math.floor(Date.now() / 1000)), randomBytes(5).toString('hex')]
  const sign = (...parts: string[]) => createHash('sha1').update(parts.sort().join('')).digest('hex')
  const signed = { signature: sign(push.token, timestamp, nonce), timestamp, nonce }
  const text = JSON.stringify(event)
  if (push.aesKey === undefined) return { app: name, query: String(new URLSearchParams(signed)), body: text }
  const length = Buffer.alloc(4)
  length.writeUInt32BE(Buffer.byteLength(text))
  const plain = Buffer.concat([randomBytes(16), length, Buffer.from(text), Buffer.from(appId)])
  const filling = 32 - (plain.length % 32)
  const key = Buffer.from(`${push.aesKey}=`, 'base64')
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const whole = Buffer.concat([plain, Buffer.alloc(filling, filling)])
  const Encrypt = Buffer.concat([cipher.update(whole), cipher.final()]).toString('base64')
  const query = new URLSearchParams({
    ...signed,
    encrypt_type: 'aes',
    msg_signature: sign(push.token, timestamp, nonce, Encrypt),
  })
  return { app: name, query: String(query), body: JSON.stringify({ ToUserName: 'gh_local', Encrypt }) }
}

/**
 * Stands in for WeChat's server and the city's SMS gateway on one machine. It answers as WeChat documents, refusals included: codes
 * are good for one use and belong to one app, tokens are checked, texts of people not active within two hours are not checked. What it was sent can be read
 * under `/stand-in`.
 */
export function outsideWorld(
  apps: Readonly<Record<string, App>>,
  sms: { account: string; secret: string },
  /** Sends a push to the system; absent: pushes are kept and read under `/stand-in/pushes`. */
  deliver?: (push: Push) => Promise<void>,
) {
  const app = new Hono()
  const usedCodes = new Set<string>()
  const lastActive = new Map<string, number>()
  const refusing = new Set<string>()
  const failures: Failure[] = []
  const pushes: Push[] = []
  let traces = 0
  const messages: { to: string; page: string; data: unknown; at: string }[] = []
  const texts: { phone: string; text: string; at: string }[] = []

  const appOf = (appId: string | undefined) => Object.entries(apps).find(([, one]) => one.appId === appId)
  const tokenOf = (appId: string, secret: string): string => `token-${digest(`${appId}/${secret}`)}`
  const nameOfToken = (token: string | undefined) =>
    Object.entries(apps).find(([, one]) => tokenOf(one.appId, one.secret) === token)?.[0]

  app.use('*', async (context, next) => {
    const failure = failures.find((one) => one.times > 0 && context.req.path === one.path)
    if (failure === undefined) return next()
    failure.times -= 1
    return failure.errcode === 0
      ? context.text('', 500)
      : context.json({ errcode: failure.errcode, errmsg: 'injected' })
  })

  app.get('/sns/jscode2session', (context) => {
    const { appid, secret, js_code: code = '' } = context.req.query()
    const found = appOf(appid)
    if (found === undefined) return context.json({ errcode: 40013, errmsg: 'invalid appid' })
    const [name, { secret: expected }] = found
    if (secret !== expected) return context.json({ errcode: 40125, errmsg: 'invalid appsecret' })
    const who = /^login-([^-]+)-[\w]+$/.exec(code)?.[1]
    if (who === undefined) return context.json({ errcode: 40029, errmsg: 'invalid code' })
    if (usedCodes.has(code)) return context.json({ errcode: 40163, errmsg: 'code been used' })
    usedCodes.add(code)
    const openid = openIdOf(name, who)
    lastActive.set(openid, Date.now())
    return context.json({ openid, unionid: unionIdOf(who), session_key: digest(code) })
  })

  app.post('/cgi-bin/stable_token', async (context) => {
    const body = await context.req.json<{ appid?: string; secret?: string }>()
    const found = appOf(body.appid)
    if (found === undefined) return context.json({ errcode: 40013, errmsg: 'invalid appid' })
    const [, { appId, secret }] = found
    if (body.secret !== secret) return context.json({ errcode: 40125, errmsg: 'invalid appsecret' })
    return context.json({ access_token: tokenOf(appId, secret), expires_in: 7200 })
  })

  app.post('/wxa/business/getuserphonenumber', async (context) => {
    if (nameOfToken(context.req.query('access_token')) === undefined)
      return context.json({ errcode: 40001, errmsg: 'invalid credential' })
    const { code = '' } = await context.req.json<{ code?: string }>()
    const phone = /^phone-(1\d{10})-\w+$/.exec(code)?.[1]
    if (phone === undefined || usedCodes.has(code)) return context.json({ errcode: 40029, errmsg: 'invalid code' })
    usedCodes.add(code)
    return context.json({
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        phoneNumber: phone,
        purePhoneNumber: phone,
        countryCode: '86',
        watermark: { timestamp: Math.floor(Date.now() / 1000) },
      },
    })
  })

  app.post('/cgi-bin/message/subscribe/send', async (context) => {
    if (nameOfToken(context.req.query('access_token')) === undefined)
      return context.json({ errcode: 40001, errmsg: 'invalid credential' })
    const {
      touser = '',
      page = '',
      data,
    } = await context.req.json<{ touser?: string; page?: string; data?: unknown }>()
    if (refusing.has(touser)) return context.json({ errcode: 43101, errmsg: 'user refuse to accept the msg' })
    messages.push({ to: touser, page, data, at: new Date().toISOString() })
    return context.json({ errcode: 0, errmsg: 'ok' })
  })

  app.post('/wxa/msg_sec_check', async (context) => {
    if (nameOfToken(context.req.query('access_token')) === undefined)
      return context.json({ errcode: 40001, errmsg: 'invalid credential' })
    const { openid = '', content = '' } = await context.req.json<{ openid?: string; content?: string }>()
    const seen = lastActive.get(openid)
    if (seen === undefined || Date.now() - seen > twoHours)
      return context.json({ errcode: 61010, errmsg: 'code is expired' })
    const suggest = content.includes(risky) ? 'risky' : 'pass'
    return context.json({
      errcode: 0,
      errmsg: 'ok',
      result: { suggest, label: suggest === 'risky' ? 20001 : 100 },
      trace_id: digest(content),
    })
  })

  app.post('/wxa/media_check_async', async (context) => {
    const name = nameOfToken(context.req.query('access_token'))
    const known = name === undefined ? undefined : apps[name]
    if (name === undefined || known === undefined) return context.json({ errcode: 40001, errmsg: 'invalid credential' })
    const { openid = '', media_url: url = '', media_type: type, version } = await context.req.json<MediaCheck>()
    if (type !== 2 || version !== 2) return context.json({ errcode: 44990, errmsg: 'invalid params' })
    const seen = lastActive.get(openid)
    if (seen === undefined || Date.now() - seen > twoHours)
      return context.json({ errcode: 61010, errmsg: 'code is expired' })
    traces += 1
    const trace = `${digest(url).slice(0, 8)}-${traces}`
    const found = await lookAt(url)
    const event = {
      ToUserName: 'gh_local',
      FromUserName: openid,
      CreateTime: Math.floor(Date.now() / 1000),
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid: known.appId,
      trace_id: trace,
      version: 2,
      ...(found === undefined
        ? { detail: [], errcode: -1008, errmsg: '下载错误' }
        : { detail: [], errcode: 0, errmsg: 'ok', result: found }),
    }
    const push = pushOf(name, known, event)
    if (deliver === undefined) pushes.push(push)
    else setTimeout(() => void deliver(push).catch(() => undefined), 300)
    return context.json({ errcode: 0, errmsg: 'ok', trace_id: trace })
  })

  app.get('/stand-in/pushes', (context) => context.json(pushes))

  app.post('/sms/messages', async (context) => {
    const { account, timestamp, phone, text, signature } = await context.req.json<Record<string, string>>()
    const expected = createHmac('sha256', sms.secret).update([account, timestamp, phone, text].join('\n')).digest('hex')
    if (account !== sms.account || signature !== expected) return context.json({ message: 'bad signature' }, 403)
    texts.push({ phone: phone ?? '', text: text ?? '', at: new Date().toISOString() })
    return context.json({ accepted: true })
  })

  app.get('/stand-in/sms', (context) => {
    const phone = context.req.query('phone')
    return context.json(texts.filter((one) => phone === undefined || one.phone === phone))
  })
  app.get('/stand-in/messages', (context) => context.json(messages))
  app.post('/stand-in/failures', async (context) => {
    failures.push(await context.req.json<Failure>())
    return context.json({})
  })
  app.post('/stand-in/refusing', async (context) => {
    const { app: name, who } = await context.req.json<{ app: string; who: string }>()
    refusing.add(openIdOf(name, who))
    return context.json({})
  })
  app.get('/', (context) =>
    context.html(
      `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="refresh" content="3"><title>短信</title><body style="font:16px/1.6 sans-serif;margin:2rem"><h1>收到的短信</h1>${texts
        .slice(-20)
        .reverse()
        .map(({ phone, text }) => `<p><b>${phone}</b><br>${text.replace(/[<>&]/g, '')}</p>`)
        .join('')}</body></html>`,
    ),
  )
  return app
}
