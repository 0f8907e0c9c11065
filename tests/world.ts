import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Api,
  allRoutes,
  type ChannelContent,
  createClient,
  mintChannelId,
  mintRequestId,
  type SessionReply,
  sliceOf,
  type TransportAnswer,
} from '@zmht/shared/contract'
import { answersFrom, type FormAnswers } from '@zmht/shared/controls'
import type { PlaceId } from '@zmht/shared/geo'
import { channelTemplates } from '@zmht/shared/templates'
import type { APIGatewayProxyEvent } from 'aws-lambda'
import { freePort } from '../functions/local/engine'
import { type Listening, listen } from '../functions/local/http'
import { outsideWorld } from '../functions/local/outside'
import { localBucket, localSecrets, type System, setSurroundings, startSystem } from '../functions/local/system'
import { hurryClock, moveClock, nowMillis } from '../functions/platform/clock'
import { aCity, secretsFile } from './city'
import { ownEngine } from './own-engine'

/** A small real city: two neighbouring communities of 望京街道, one in Datong, their organisations, officials and residents. */
export interface World {
  readonly system: System
  /** Sends one raw call and gives the raw answer. */
  readonly send: (call: RawCall) => Promise<RawAnswer>
  readonly as: (token?: string) => Api
  readonly signIn: (app: 'resident' | 'gov', phone: string) => Promise<SessionReply>
  readonly wechat: { readonly url: string }
  readonly places: { readonly north: PlaceId; readonly west: PlaceId; readonly datong: PlaceId }
  /** Lets time pass until no job waits for its next step any more. */
  readonly workOff: () => Promise<void>
  readonly stop: () => Promise<void>
}

export interface RawCall {
  readonly method: string
  readonly path: string
  /** A string is sent as it is. */
  readonly body?: unknown
  readonly token?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** What went over the wire. */
export interface RawAnswer extends TransportAnswer {
  readonly headers: Readonly<Record<string, string>>
}

/** Phones of the world's people. */
export const phones = {
  /** 周惊蛰, lives in 花家地北里. */
  resident: '19000009001',
  /** 吴寒露, lives in the neighbouring 花家地西里. */
  neighbour: '19000009002',
  /** 郑小暑, lives in Datong. */
  faraway: '19000009003',
} as const

let number = 0

export async function aWorld(): Promise<World> {
  const tableEndpoint = await ownEngine()
  const tableName = `test-${process.pid}-${Date.now()}-${number++}`
  const secrets = localSecrets(secretsFile())
  const port = await freePort()
  const outside: Listening = await listen(outsideWorld(secrets.wechat, secrets.sms), port)
  const url = `http://127.0.0.1:${port}`
  const filesPort = await freePort()
  const files: Listening = await listen(localBucket(mkdtempSync(join(tmpdir(), 'zmht-files-'))), filesPort)
  const filesEndpoint = `http://127.0.0.1:${filesPort}`
  const surroundings = { tableEndpoint, tableName, wechatBaseUrl: url, smsBaseUrl: `${url}/sms`, filesEndpoint }
  process.env.LOG_LEVEL ??= 'SILENT'
  setSurroundings(surroundings, secretsFile())
  const { placesOfTestCity, seedTestCity } = await import('./seed')
  let started: System | undefined
  await aCity(tableEndpoint, tableName, async () => {
    await seedTestCity()
    started = await startSystem(surroundings)
    hurryClock(true)
    await started.settle()
  })
  const system = started ?? (await startSystem(surroundings))
  hurryClock(true)
  const places = await placesOfTestCity()

  const send = async ({ method, path, body, token, headers: more }: RawCall): Promise<RawAnswer> => {
    const [pathname = '', query = ''] = path.split('?')
    const slice = sliceOf(pathname)
    if (slice === undefined) return { status: 404, body: {}, headers: {} }
    const answer = await system.handlers[slice]({
      httpMethod: method,
      path: pathname,
      resource: '',
      headers: { ...more, ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }) },
      queryStringParameters: Object.fromEntries(new URLSearchParams(query)),
      pathParameters: null,
      body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
      isBase64Encoded: false,
      requestContext: { stage: 'test' },
    } as unknown as APIGatewayProxyEvent) // what the gateway sends and the handlers read
    const headers = Object.fromEntries(Object.entries(answer.headers ?? {}).map(([name, one]) => [name, String(one)]))
    const reply: unknown = JSON.parse(answer.body)
    if (answer.statusCode < 300) holdToContract(method, pathname, reply)
    return { status: answer.statusCode, body: reply, headers }
  }
  const as = (token?: string): Api =>
    createClient(({ method, path, body }) => send({ method, path, body, ...(token === undefined ? {} : { token }) }))
  const signIn = async (app: 'resident' | 'gov', phone: string): Promise<SessionReply> => {
    await as().permissions.sendPhoneCode({ body: { app, phone } })
    const sent = (await (await fetch(`${url}/stand-in/sms?phone=${phone}`)).json()) as { text: string }[] // the stand-in's outbox
    const code = /\d{6}/.exec(sent.at(-1)?.text ?? '')?.[0] ?? ''
    return as().permissions.signInByPhone({ body: { app, phone, code } })
  }
  const workOff = async (): Promise<void> => {
    for (;;) {
      await system.settle()
      const due = system.queues.nextDue
      if (due === undefined) return
      moveClock(Math.max(0, due - nowMillis()))
    }
  }
  return {
    system,
    workOff,
    send,
    as,
    signIn,
    wechat: { url },
    places,
    stop: async () => {
      hurryClock(false)
      await system.stop()
      await outside.stop()
      await files.stop()
    },
  }
}

const answered = allRoutes.map((route) => ({
  ...route,
  // A path that stands there in so many words comes before one with a parameter in its place.
  literal: !route.path.includes('{'),
  pattern: new RegExp(`^${route.path.replace(/\{\w+\}/g, '[^/]+')}$`),
}))

/** Whatever is answered is what the contract says, no more and no less. */
function holdToContract(method: string, path: string, body: unknown): void {
  const matching = answered.filter((one) => one.method === method && one.pattern.test(path))
  const route = matching.find(({ literal }) => literal) ?? matching[0]
  const { error } = route?.reply.safeParse(body) ?? {}
  if (error !== undefined)
    throw new Error(
      `${method} ${path} answers otherwise than the contract says: ${JSON.stringify(error.issues).slice(0, 600)}`,
    )
}

/** The check-up of scenario 1, as a worker takes it from the gallery. */
export function checkUp(): ChannelContent {
  const template = channelTemplates.find(({ id }) => id === 'check-up-worker-confirms')
  if (template === undefined) throw new Error('the check-up template is missing')
  const { title, form, procedure } = template
  return { title, summary: '为家里的老人预约免费体检', category: 'health', procedure, promisedDays: 3, form }
}

/** A worker puts up the check-up for places. @returns the channel's id and version. */
export async function publishCheckUp(api: Api, reach: readonly PlaceId[]): Promise<{ id: string; version: number }> {
  const made = await api.channels.create({ params: { channelId: mintChannelId() }, body: checkUp() })
  const open = await api.channels.publish({
    params: { channelId: made.id },
    body: { edition: made.edition, reach: [...reach] },
  })
  return { id: open.id, version: open.version ?? 0 }
}

/** What a resident would send: what is prefilled, confirmed, and the rest filled in. */
export async function filledIn(
  api: Api,
  channelId: string,
  more: Record<string, Record<string, string | boolean | string[]>> = {},
) {
  const service = await api.channels.service({ params: { channelId }, query: {} })
  const known = answersFrom(service.prefill)
  const typed: Record<string, Record<string, string | boolean | string[]>> = {
    applicant: { consent: true },
    elder: { elderDiseases: ['02'], elderMobility: '1' },
    visit: { preferredDate: '2026-12-10', preferredPeriod: '1' },
    ...more,
  }
  const answers: FormAnswers = Object.fromEntries(
    Object.entries(known).map(([subject, instances]) => [
      subject,
      instances.map((one) => ({ ...one, values: { ...one.values, ...typed[subject] } })),
    ]),
  )
  return { service, answers, requestId: mintRequestId() }
}
