import type { APIGatewayProxyEvent } from 'aws-lambda'
import { SaxesParser } from 'saxes'
import type { World } from './world'

/** An answer of Open311 as it went over the wire. */
export interface Open311Answer {
  readonly status: number
  readonly type: string
  readonly body: string
}

/** Calls Open311 as a client of it would: a query, or a form body. */
export async function open311(
  world: World,
  method: 'GET' | 'POST',
  path: string,
  sent: string | URLSearchParams = '',
  headers: Readonly<Record<string, string>> = {},
): Promise<Open311Answer> {
  const params = new URLSearchParams(sent)
  const isPost = method === 'POST'
  const answer = await world.system.handlers.channels({
    httpMethod: method,
    path: `/open311${path}`,
    resource: '',
    headers: {
      host: 'api.city.gov',
      'x-forwarded-proto': 'https',
      ...(isPost ? { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' } : {}),
      ...headers,
    },
    queryStringParameters: isPost ? null : Object.fromEntries(params),
    multiValueQueryStringParameters: isPost
      ? null
      : Object.fromEntries([...params.keys()].map((name) => [name, params.getAll(name)])),
    pathParameters: null,
    body: isPost ? sent.toString() : null,
    isBase64Encoded: false,
    requestContext: { stage: 'test', path: `/dev/open311${path}` },
  } as unknown as APIGatewayProxyEvent) // what the gateway sends and the handlers read
  return { status: answer.statusCode, type: String(answer.headers?.['content-type']), body: answer.body }
}

export interface Element {
  readonly name: string
  readonly text: string
  readonly children: readonly Element[]
}

/** Reads XML strictly: what is not well-formed is an error. */
export function readXml(body: string): Element {
  type Open = { name: string; text: string; children: Element[] }
  const root: Open = { name: '', text: '', children: [] }
  const open: Open[] = [root]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => {
    const element: Open = { name, text: '', children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    const last = open.at(-1)
    if (last !== undefined) last.text += text
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(body).close()
  const [only] = root.children
  if (only === undefined) throw new Error('no root element')
  return only
}

/** The children of an element by name, as text; of several of one name the last. */
export const textsOf = ({ children }: Element): Record<string, string> =>
  Object.fromEntries(children.map(({ name, text, children: inner }) => [name, inner.length === 0 ? text : '…']))
