import { promises as dns, type LookupAddress } from 'node:dns'
import { type ClientRequest, request as http } from 'node:http'
import { request as https } from 'node:https'
import type { LookupFunction } from 'node:net'
import { environment } from '../../platform/environment'
import { hostOf, isLoopback, isPublic, urlProblem } from '../../platform/outside/address'

/** What came of an attempt; `why` is for the keeper of the subscription. */
export type Posted =
  | { readonly arrived: true }
  | { readonly arrived: false; readonly gone: boolean; readonly why: string }

const failed = (why: string): Posted => ({ arrived: false, gone: false, why })

/**
 * Posts a message once and waits some seconds for the status. Whatever is not 2xx is a failure; redirections are not followed; the answer is not read. The
 * name is resolved here, every address it has must be allowed, and the connection goes to one of them: what it says afterwards does not matter.
 */
export async function post(text: string, headers: Readonly<Record<string, string>>, body: string): Promise<Posted> {
  const toLoopback = environment.hooksToLoopback()
  const wrong = urlProblem(text, toLoopback)
  if (wrong !== undefined) return failed(wrong)
  const url = new URL(text)
  const limit = AbortSignal.timeout(environment.hookTimeoutMillis())
  try {
    const addresses = await Promise.race([dns.lookup(hostOf(url), { all: true }), expiry(limit)])
    if (!addresses.every(({ address }) => isPublic(address) || (toLoopback && isLoopback(address))))
      return failed('接收地址指向内网，没有发送')
    const status = await send(url, addresses, headers, body, limit)
    if (status >= 200 && status < 300) return { arrived: true }
    return { arrived: false, gone: status === 410, why: `对方回答 ${status}` }
  } catch {
    return failed(limit.aborted ? '对方没有按时回答' : '连接不上对方')
  }
}

const expiry = (limit: AbortSignal): Promise<never> =>
  new Promise((_, reject) => limit.addEventListener('abort', () => reject(limit.reason), { once: true }))

function send(
  url: URL,
  addresses: readonly LookupAddress[],
  headers: Readonly<Record<string, string>>,
  body: string,
  signal: AbortSignal,
): Promise<number> {
  const lookup: LookupFunction = (_name, options, found) => {
    const [first] = addresses
    if (options.all === true) found(null, [...addresses])
    else found(null, first?.address ?? '', first?.family)
  }
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', headers, lookup, signal, agent: false } as const
    const call: ClientRequest = (url.protocol === 'https:' ? https : http)(url, options, (answer) => {
      resolve(answer.statusCode ?? 0)
      answer.destroy()
    })
    call.on('error', reject)
    call.end(body)
  })
}
