import Taro from '@tarojs/taro'
import {
  createClient,
  type SessionReply,
  type Transport,
  type TransportAnswer,
  type TransportCall,
} from '../../contract'
import { Problem } from '../../problems'

export interface Tokens {
  readonly accessToken: string
  readonly refreshToken: string
}

/** Waits before sending a repeatable call again after no answer came, in milliseconds. */
const pauses = [400, 1200]

/**
 * Sends calls with Taro.request: signs them, renews the session once when it has run out (one renewal at a time, also across
 * browser tabs: a refresh token used twice would end the session), and repeats what is safe to repeat when no answer came.
 */
export function taroTransport({
  baseUrl,
  read,
  renewed,
  onSignedOut,
}: {
  readonly baseUrl: string
  /** The tokens on this device now. */
  readonly read: () => Tokens | undefined
  /** Takes the renewed session. */
  readonly renewed: (reply: SessionReply) => void
  readonly onSignedOut: () => void
}): Transport {
  const unsigned = createClient((call) => sendPatiently(baseUrl, call, undefined))
  let renewing: Promise<boolean> | undefined

  const renew = (spent: Tokens): Promise<boolean> => {
    renewing ??= alone(async () => {
      const now = read()
      if (!now) return false
      // Another tab has renewed it meanwhile.
      if (now.accessToken !== spent.accessToken) return true
      try {
        renewed(await unsigned.permissions.refreshSession({ body: { refreshToken: now.refreshToken } }))
        return true
      } catch (error) {
        if (error instanceof Problem && error.kind === 'unauthenticated') return false
        throw error
      }
    }).finally(() => {
      renewing = undefined
    })
    return renewing
  }

  return async (call) => {
    const before = call.signed ? read() : undefined
    const answer = await sendPatiently(baseUrl, call, before?.accessToken)
    if (!call.signed || answer.status !== 401) return answer
    if (before && (await renew(before))) {
      const again = await sendPatiently(baseUrl, call, read()?.accessToken)
      if (again.status !== 401) return again
    }
    onSignedOut()
    return answer
  }
}

/** Runs one at a time among all tabs of a browser, where the browser can do so. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  return process.env.TARO_ENV === 'h5' && typeof navigator !== 'undefined' && 'locks' in navigator
    ? navigator.locks.request('zmht-session', work)
    : work()
}

async function sendPatiently(
  baseUrl: string,
  call: TransportCall,
  accessToken: string | undefined,
): Promise<TransportAnswer> {
  for (let attempt = 0; ; attempt++) {
    const pause = pauses[attempt]
    const answer = await send(baseUrl, call, accessToken)
    const unanswered = answer === undefined || answer.status === 502 || answer.status === 503 || answer.status === 504
    if (!unanswered) return answer
    if (!call.repeatable || pause === undefined) {
      if (answer) return answer
      throw new Error('no answer')
    }
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}

async function send(
  baseUrl: string,
  call: TransportCall,
  accessToken: string | undefined,
): Promise<TransportAnswer | undefined> {
  try {
    const { statusCode, data } = await Taro.request<string>({
      url: baseUrl + call.path,
      method: call.method,
      header: {
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(accessToken === undefined ? {} : { Authorization: `Bearer ${accessToken}` }),
      },
      ...(call.body === undefined ? {} : { data: JSON.stringify(call.body) }),
      // Parsed here: both builds treat problem documents and empty answers differently.
      dataType: 'text',
      responseType: 'text',
      timeout: 20_000,
    })
    return { status: statusCode, body: parse(data) }
  } catch {
    return undefined
  }
}

function parse(data: unknown): unknown {
  if (typeof data !== 'string') return data
  if (data.trim() === '') return {}
  try {
    return JSON.parse(data)
  } catch {
    return {}
  }
}
