import type { Api } from '@zmht/shared/contract'
import type { APIGatewayProxyEvent } from 'aws-lambda'
import { aPhoto, sent } from './files'
import type { World } from './world'

/** What the stand-in for WeChat finds in a picture with these bytes. */
export const marks = { risky: '不良图片样例', review: '疑似图片样例', pass: '' } as const

/** A photo in which WeChat will find this. @returns its id */
export async function aPhotoThatIs(api: Api, verdict: keyof typeof marks): Promise<string> {
  const bytes = new TextEncoder().encode(`picture ${marks[verdict]}`)
  return sent(api, aPhoto(bytes.length), bytes)
}

/** A push as WeChat's server would send it. */
export interface Push {
  readonly app: string
  readonly query: string
  readonly body: string
}

/** Every push the stand-in has ready, in the order in which it was asked. */
export async function pushesOf(world: World): Promise<readonly Push[]> {
  return (await (await fetch(`${world.wechat.url}/stand-in/pushes`)).json()) as Push[] // the stand-in's own
}

export interface PushAnswer {
  readonly status: number
  readonly body: string
}

export async function toPushAddress(
  world: World,
  method: 'GET' | 'POST',
  { app, query, body }: Push,
): Promise<PushAnswer> {
  const answer = await world.system.handlers.channels({
    httpMethod: method,
    path: `/wechat/push/${app}`,
    resource: '',
    headers: { host: 'api.city.gov' },
    queryStringParameters: Object.fromEntries(new URLSearchParams(query)),
    pathParameters: null,
    body: method === 'GET' ? null : body,
    isBase64Encoded: false,
    requestContext: { stage: 'test', path: `/dev/wechat/push/${app}` },
  } as unknown as APIGatewayProxyEvent) // what the gateway sends and the handlers read
  return { status: answer.statusCode, body: answer.body }
}

/** Sends the pushes that are ready and were not sent before, and lets what follows from them happen. */
export function pusher(world: World) {
  let sentBefore = 0
  return async (): Promise<number> => {
    const ready = (await pushesOf(world)).slice(sentBefore)
    sentBefore += ready.length
    for (const one of ready) {
      const { status } = await toPushAddress(world, 'POST', one)
      if (status !== 200) throw new Error(`a push was refused with ${status}`)
    }
    await world.system.settle()
    return ready.length
  }
}
