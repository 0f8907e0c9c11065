import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { serve } from '@hono/node-server'
import { type Slice, sliceOf } from '@zmht/shared/contract'
import { problemDocument } from '@zmht/shared/problems'
import type { APIGatewayProxyEvent } from 'aws-lambda'
import { Hono } from 'hono'
import { problemResult, type SliceHandler } from '../platform/endpoint/slice'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/** One application's address: its h5 build, and the API below `/api` in the same place. */
export function application(handlers: Readonly<Record<Slice, SliceHandler>>, build: string | undefined): Hono {
  const app = new Hono()
  app.all('/api/*', async (context) => {
    const url = new URL(context.req.url)
    const path = url.pathname.slice('/api'.length)
    const slice = sliceOf(path)
    const answer =
      slice === undefined
        ? problemResult(problemDocument('not-found'))
        : await handlers[slice](await asGatewayEvent(context.req.raw, path, url))
    return new Response(answer.body, { status: answer.statusCode, headers: headersOf(answer.headers) })
  })
  app.get('*', async (context) => {
    if (build === undefined) return context.notFound()
    const path = normalize(decodeURIComponent(new URL(context.req.url).pathname)).replace(/^(\.\.[/\\])+/, '')
    const file = join(build, path === '/' ? 'index.html' : path)
    const body = await readFile(file).catch(() => undefined)
    if (body === undefined) return context.notFound()
    const fingerprinted = /\.[0-9a-f]{8,}\./.test(path)
    return new Response(new Uint8Array(body), {
      headers: {
        'content-type': types[extname(file)] ?? 'application/octet-stream',
        'cache-control': fingerprinted ? 'public, max-age=31536000, immutable' : 'no-cache',
      },
    })
  })
  return app
}

/** What API Gateway's REST API (payload 1.0) would send; only the fields the handlers read. */
async function asGatewayEvent(request: Request, path: string, url: URL): Promise<APIGatewayProxyEvent> {
  return {
    httpMethod: request.method,
    path: path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path,
    resource: '',
    headers: Object.fromEntries(request.headers),
    queryStringParameters: Object.fromEntries(url.searchParams),
    multiValueQueryStringParameters: Object.fromEntries(
      [...url.searchParams.keys()].map((name) => [name, url.searchParams.getAll(name)]),
    ),
    pathParameters: null,
    body: request.method === 'GET' ? null : await request.text(),
    isBase64Encoded: false,
    requestContext: { stage: 'local', path: url.pathname },
  } as unknown as APIGatewayProxyEvent
}

function headersOf(headers: Record<string, string | number | boolean> | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)]))
}

export interface Listening {
  readonly stop: () => Promise<void>
}

/** Rejects with code EADDRINUSE when somebody listens there already. */
export function listen(app: Hono, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () =>
      resolve({
        stop: () =>
          new Promise((done) => {
            server.close(() => done())
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      }),
    )
    server.once('error', reject)
  })
}
