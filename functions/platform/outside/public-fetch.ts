import { promises as dns } from 'node:dns'
import { request as http } from 'node:http'
import { request as https } from 'node:https'
import type { LookupFunction } from 'node:net'
import { environment } from '../environment'
import { hostOf, isLoopback, isPublic, urlProblem } from './address'

const mostBytes = 256 * 1024

/**
 * Reads a small document of somebody else's: over TLS, from a public address that was checked and is the one connected to; redirections are not followed.
 * @throws Error where it cannot be had
 */
export async function readPublic(text: string, millis: number): Promise<{ status: number; body: string }> {
  const toLoopback = environment.hooksToLoopback()
  if (urlProblem(text, toLoopback) !== undefined) throw new Error('not an address to read from')
  const url = new URL(text)
  const addresses = await dns.lookup(hostOf(url), { all: true })
  if (!addresses.every(({ address }) => isPublic(address) || (toLoopback && isLoopback(address))))
    throw new Error('the address lies inside')
  const lookup: LookupFunction = (_name, options, found) => {
    const [first] = addresses
    if (options.all === true) found(null, [...addresses])
    else found(null, first?.address ?? '', first?.family)
  }
  return new Promise((resolve, reject) => {
    const options = {
      headers: { accept: 'application/json' },
      lookup,
      agent: false,
      signal: AbortSignal.timeout(millis),
    }
    const call = (url.protocol === 'https:' ? https : http)(url, options, (answer) => {
      let body = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => {
        body += part
        if (body.length > mostBytes) answer.destroy(new Error('too much'))
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }))
      answer.on('error', reject)
    })
    call.on('error', reject)
    call.end()
  })
}
