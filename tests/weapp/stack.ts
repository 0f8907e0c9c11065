import { request } from 'node:http'
import { type Api, createClient, type SessionReply } from '@zmht/shared/contract'

export type App = 'resident' | 'gov'

/** Where the running stack is; `outside` stands in for WeChat and the SMS gateway. */
export interface Stack {
  /** Its API, e.g. `http://127.0.0.1:7101/api`. */
  readonly resident: string
  readonly gov: string
  readonly outside: string
}

/** The stack the suite was started with. @throws when there is none: nothing is imitated in its place. */
export function runningStack(): Stack {
  const given = process.env.ZMHT_TEST_STACK
  if (given === undefined || given === '') {
    throw new Error(
      'ZMHT_TEST_STACK is not set. Run the whole suite with `npm test`, or start the stack with `npm start` and run\n' +
        `ZMHT_TEST_STACK='{"resident":"http://127.0.0.1:7101","gov":"http://127.0.0.1:7102","outside":"http://127.0.0.1:7104"}' npx jest`,
    )
  }
  const parsed: unknown = JSON.parse(given)
  const read = (name: keyof Stack): string => {
    const value: unknown =
      typeof parsed === 'object' && parsed !== null ? Object.getOwnPropertyDescriptor(parsed, name)?.value : undefined
    if (typeof value !== 'string') throw new Error(`ZMHT_TEST_STACK has no address "${name}"`)
    return value.replace(/\/$/, '')
  }
  const api = (name: 'resident' | 'gov') => `${read(name).replace(/\/api$/, '')}/api`
  return { resident: api('resident'), gov: api('gov'), outside: read('outside') }
}

export interface HttpCall {
  readonly method: string
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | undefined
  readonly timeout?: number
}

export interface HttpAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

/** One real HTTP call. Rejects when no answer came. */
export function send({ method, url, headers = {}, body, timeout = 20_000 }: HttpCall): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const call = request(url, { method, headers: { ...headers }, timeout }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          text: Buffer.concat(parts).toString('utf8'),
        }),
      )
    })
    call.on('timeout', () => call.destroy(new Error('timeout')))
    call.on('error', reject)
    call.end(body)
  })
}

/** The API as the suite itself uses it, to prepare things and to look afterwards. */
export function apiAt(base: string, token?: string): Api {
  return createClient(async ({ method, path, body }) => {
    const answer = await send({
      method,
      url: base + path,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    return { status: answer.status, body: answer.text === '' ? {} : JSON.parse(answer.text) }
  })
}

let count = 0
/** Codes are good for one use, so each is new. */
const nonce = (): string => `${process.pid}x${Date.now()}x${count++}`

/** What WeChat gives a mini-program for one of its users. */
export const loginCodeOf = (who: string): string => `login-${who}-${nonce()}`

/** What WeChat gives for the phone a user pressed the phone-number button with. */
export const phoneCodeOf = (phone: string): string => `phone-${phone}-${nonce()}`

/** A WeChat user nobody has seen before. */
export const newWechatUser = (): string => `u${nonce()}`

/** Signs in beside the mini-program, as a WeChat user whose phone is known. */
export function signIn(stack: Stack, app: App, who: string, phone: string): Promise<SessionReply> {
  return apiAt(stack[app]).permissions.signInByWechat({
    body: { app, code: loginCodeOf(who), phoneCode: phoneCodeOf(phone) },
  })
}
