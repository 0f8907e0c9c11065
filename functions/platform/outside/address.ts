import { BlockList, isIP } from 'node:net'

/**
 * Where a webhook may go: over TLS, to an address of the public Internet. Asked when it is saved, as far as the words tell, and of each resolved
 * address before every connection, which is then made to that very address (OWASP, Server-Side Request Forgery Prevention).
 */

/** Not public by IANA's special-purpose registries of IPv4 and IPv6. */
const v4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]
/** Of IPv6 only what is handed out at all is public, and of that not what stands for an address of IPv4 or for examples. */
const v6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

function listOf(ranges: readonly (readonly [string, number])[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList()
  for (const [net, bits] of ranges) list.addSubnet(net, bits, family)
  return list
}
const special4 = listOf(v4, 'ipv4')
const special6 = listOf(v6, 'ipv6')
const handedOut6 = listOf([['2000::', 3]], 'ipv6')
const loopback4 = listOf([['127.0.0.0', 8]], 'ipv4')

/** Whether an address can be reached by anybody. What is no address is not. */
export function isPublic(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !special4.check(address, 'ipv4')
  return family === 6 && handedOut6.check(address, 'ipv6') && !special6.check(address, 'ipv6')
}

export const isLoopback = (address: string): boolean =>
  address === '::1' || (isIP(address) === 4 && loopback4.check(address, 'ipv4'))

/** The name or address a connection is made to, without the brackets of IPv6. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '')

/** @returns what is wrong with an address, for the person; undefined where its words are in order */
export function urlProblem(text: string, toLoopback: boolean): string | undefined {
  if (!URL.canParse(text)) return '接收地址不是完整的网址'
  const url = new URL(text)
  const host = hostOf(url)
  if (url.username !== '' || url.password !== '') return '接收地址里不能写用户名和密码'
  if (url.hash !== '') return '接收地址里不能有 # 后面的部分'
  if (toLoopback && isLoopback(host)) return undefined
  if (url.protocol !== 'https:') return '接收地址应以 https:// 开头'
  if (isIP(host) !== 0 ? !isPublic(host) : !/\.[a-z]/i.test(host) || /\.(local|internal|localhost)\.?$/i.test(host))
    return '接收地址应在公网上，不能是内网地址'
  return undefined
}
