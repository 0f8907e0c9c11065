import middy from '@middy/core'
import httpRouter from '@middy/http-router'
import { Problem, type ProblemDocument } from '@zmht/shared/problems'
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context, SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { nowMillis } from '../clock'
import { log } from '../log'
import { consume } from '../stream/consume'
import type { Reactions } from '../stream/message'
import type { Endpoint } from './endpoint'
import type { ForeignCall, ForeignEndpoint } from './foreign'

/** The largest body taken, in bytes: a form of 200 answers is far below. */
const bodyLimit = 256 * 1024

export type SliceHandler = {
  (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult>
  (event: SQSEvent): Promise<SQSBatchResponse>
}

interface CallInternals extends Record<string, unknown> {
  started: number
}
type CallMiddleware = middy.MiddlewareObj<APIGatewayProxyEvent, APIGatewayProxyResult, Error, Context, CallInternals>
type CallRequest = Parameters<NonNullable<CallMiddleware['after']>>[0]

/**
 * One slice as one Lambda: its endpoints behind the gateway, its reactions behind its own queue.
 * @param reactions loaded with the first message: whoever calls does not wait for what only the queue needs
 */
export function sliceHandler(
  slice: string,
  endpoints: readonly (Endpoint | ForeignEndpoint)[],
  reactions: () => Promise<Reactions>,
): SliceHandler {
  const router = httpRouter<APIGatewayProxyEvent, APIGatewayProxyResult>({
    routes: endpoints.map((one) => ({
      method: one.route.method,
      path: one.route.path,
      handler: (event: APIGatewayProxyEvent) => ('answer' in one ? answerForeign(one, event) : answer(one, event)),
    })),
    notFoundResponse: () => {
      throw new Problem('not-found')
    },
  })
  const http = middy<APIGatewayProxyEvent, APIGatewayProxyResult, Error, Context, CallInternals>()
    .use(answerProblems(slice))
    .use(logCalls(slice))
    // The router's answer is that of one of the routes above.
    .handler(router as unknown as (event: APIGatewayProxyEvent) => Promise<APIGatewayProxyResult>)
  // No middleware reads the Lambda context but its absence would stop middy.
  const call = http as unknown as (event: APIGatewayProxyEvent, context: object) => Promise<APIGatewayProxyResult>
  const handler = async (event: APIGatewayProxyEvent | SQSEvent) =>
    'Records' in event ? consume(slice, await reactions(), event) : call(event, {})
  return handler as SliceHandler // the two call signatures are exactly the two branches
}

async function answer(one: Endpoint, event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
  const hasBody = one.route.method !== 'GET' && one.route.method !== 'DELETE'
  const text = hasBody ? textOf(event) : ''
  const reply = await one.call({
    params: decoded(event.pathParameters ?? {}),
    query: present(event.queryStringParameters ?? {}),
    body: readBody(text, event),
    token: bearer(event),
    sent: { headers: lowered(event.headers ?? {}), text },
  })
  const { keptSeconds } = one.route
  const headers =
    keptSeconds === undefined ? jsonHeaders : { ...jsonHeaders, 'cache-control': `public, max-age=${keptSeconds}` }
  return { statusCode: 200, headers, body: JSON.stringify(reply ?? {}) }
}

async function answerForeign(one: ForeignEndpoint, event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
  const { status, contentType: type, body } = await one.answer(foreignCall(event))
  return { statusCode: status, headers: { 'content-type': type, 'cache-control': 'no-store' }, body }
}

function foreignCall(event: APIGatewayProxyEvent): ForeignCall {
  const query = new URLSearchParams()
  const several = event.multiValueQueryStringParameters ?? {}
  for (const [name, value] of Object.entries(event.queryStringParameters ?? {}))
    for (const one of several[name] ?? [value ?? '']) query.append(name, one)
  return {
    params: decoded(event.pathParameters ?? {}),
    query,
    header: (name) => header(event, name),
    body: () => textOf(event),
    address: addressOf(event),
  }
}

/** As whoever called wrote it: behind a gateway the path begins with its stage. */
function addressOf(event: APIGatewayProxyEvent): string {
  const { domainName, path = event.path } = event.requestContext
  const host = header(event, 'host') ?? domainName ?? ''
  return `${header(event, 'x-forwarded-proto') ?? (domainName === undefined ? 'http' : 'https')}://${host}${path}`
}

const jsonHeaders = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }
const problemHeaders = { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' }

/** Turns whatever was thrown into a problem document. What is not a `Problem` is logged and answered as `unavailable`: it says nothing of the inside. */
function answerProblems(slice: string): CallMiddleware {
  return {
    onError: (request) => {
      const { error } = request
      const problem = error instanceof Problem ? error : new Problem('unavailable', { cause: error })
      if (!(error instanceof Problem)) log.error('call failed', error, { slice })
      request.response = problemResult(problem.document)
    },
  }
}

export function problemResult(document: ProblemDocument): APIGatewayProxyResult {
  return {
    statusCode: document.status,
    headers:
      document.status === 503 || document.status === 429 ? { ...problemHeaders, 'retry-after': '2' } : problemHeaders,
    body: JSON.stringify(document),
  }
}

function logCalls(slice: string): CallMiddleware {
  const write = (request: CallRequest) => {
    log.info('call', {
      slice,
      route: `${request.event.httpMethod} ${request.event.resource ?? ''}`,
      status: request.response?.statusCode ?? 0,
      millis: nowMillis() - request.internal.started,
    })
  }
  return {
    before: (request) => {
      request.internal.started = nowMillis()
    },
    after: write,
    onError: write,
  }
}

const lowered = (headers: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value ?? '']))

function readBody(text: string, event: APIGatewayProxyEvent): unknown {
  if (text === '') return {}
  // What a client of RFC 6749 sends its credentials as.
  if (header(event, 'content-type')?.startsWith('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(text))
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Problem('malformed', { cause: error })
  }
}

function textOf(event: APIGatewayProxyEvent): string {
  const raw = event.body ?? ''
  const text = event.isBase64Encoded ? Buffer.from(raw, 'base64').toString('utf8') : raw
  if (Buffer.byteLength(text) > bodyLimit) throw new Problem('too-large')
  return text
}

const header = ({ headers }: Pick<APIGatewayProxyEvent, 'headers'>, wanted: string): string | undefined =>
  Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === wanted)?.[1]

function bearer(event: APIGatewayProxyEvent): string | undefined {
  const sent = header(event, 'authorization')
  return sent?.startsWith('Bearer ') ? sent.slice(7) : undefined
}

function decoded(params: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => {
      if (value === undefined) return []
      try {
        return [[name, decodeURIComponent(value)]]
      } catch {
        return [[name, value]]
      }
    }),
  )
}

function present(query: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
