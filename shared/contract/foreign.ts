import type { Slice } from './route'

/**
 * An endpoint in the shape of somebody else's standard: what it takes and answers, its errors too, are that standard's. It is none of the typed client's,
 * whose answers are JSON and problem documents; gateway and router lead it to its slice like any other.
 */
export interface ForeignRoute {
  readonly slice: Slice
  /** Whose standard it is. */
  readonly of: 'open311' | 'wechat'
  readonly name: string
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly summary: string
  /** Where the standard stands. */
  readonly standard: string
}

/** The formats of Open311, by which an address ends. */
export const open311Formats = ['xml', 'json'] as const
export type Open311Format = (typeof open311Formats)[number]

const geoReport = 'https://wiki.open311.org/GeoReport_v2/'
const discovery = 'https://wiki.open311.org/Service_Discovery/'

const open311 = (
  name: string,
  method: ForeignRoute['method'],
  path: string,
  summary: string,
  standard = geoReport,
): ForeignRoute => ({ slice: 'channels', of: 'open311', name, method, path, summary, standard })

/** What ends in a word of the standard's own stands once for each format; what ends in an id carries its format in it (`{service}`: `c0123456789ab.xml`). */
const inEachFormat = (
  name: string,
  method: ForeignRoute['method'],
  path: string,
  summary: string,
  standard?: string,
): readonly ForeignRoute[] =>
  open311Formats.map((format) => open311(name, method, `${path}.${format}`, summary, standard))

/** Open311 GeoReport v2, with the discovery that goes before it. */
export const open311Routes: readonly ForeignRoute[] = [
  ...inEachFormat(
    'discovery',
    'GET',
    '/open311/discovery',
    'Where the endpoints are, and in which formats they answer',
    discovery,
  ),
  ...inEachFormat('services', 'GET', '/open311/v2/services', 'GET Service List'),
  open311('service', 'GET', '/open311/v2/services/{service}', 'GET Service Definition'),
  ...inEachFormat('submit', 'POST', '/open311/v2/requests', 'POST Service Request'),
  ...inEachFormat('requests', 'GET', '/open311/v2/requests', 'GET Service Requests'),
  open311('request', 'GET', '/open311/v2/requests/{request}', 'GET Service Request'),
  open311('token', 'GET', '/open311/v2/tokens/{token}', 'GET service_request_id from a token'),
]

const messagePush = 'https://developers.weixin.qq.com/miniprogram/dev/framework/server-ability/message-push.html'

/** Where WeChat's server sends what happened (消息推送), for each of the two apps. */
export const wechatRoutes: readonly ForeignRoute[] = (
  [
    ['confirmPush', 'GET', 'WeChat asks whether the address is ours: the echo, where the signature is right'],
    ['push', 'POST', 'WeChat tells what it found in a picture (`wxa_media_check`)'],
  ] as const
).map(([name, method, summary]) => ({
  slice: 'channels',
  of: 'wechat',
  name,
  method,
  path: '/wechat/push/{app}',
  summary,
  standard: messagePush,
}))

/** Every foreign endpoint once. */
export const foreignRoutes: readonly ForeignRoute[] = [...open311Routes, ...wechatRoutes]
