import { readProblem } from '../problems'
import type { BodyOf, ParamsOf, QueryOf, ReplyOf, Route } from './route'
import { type Contract, contract } from './routes'

export interface TransportCall {
  readonly method: Route['method']
  /** With parameters and query filled in, e.g. `/places/abc/children?cursor=x`. */
  readonly path: string
  readonly body?: unknown
  /** Safe to send again after no answer came. */
  readonly repeatable: boolean
  /** False for sign-in itself. */
  readonly signed: boolean
}

export interface TransportAnswer {
  readonly status: number
  readonly body: unknown
}

/** Sends one call; rejects with a `Problem` of kind unavailable when no answer came. */
export type Transport = (call: TransportCall) => Promise<TransportAnswer>

type Part<Name extends string, Value> =
  Record<string, never> extends Value ? { readonly [N in Name]?: Value } : { readonly [N in Name]: Value }

type Input<R extends Route> = Part<'params', ParamsOf<R>> & Part<'query', QueryOf<R>> & Part<'body', BodyOf<R>>
type Call<R extends Route> =
  Record<string, never> extends Input<R>
    ? (input?: Input<R>) => Promise<ReplyOf<R>>
    : (input: Input<R>) => Promise<ReplyOf<R>>

export type Api = {
  readonly [S in keyof Contract]: {
    readonly [N in keyof Contract[S]]: Contract[S][N] extends Route ? Call<Contract[S][N]> : never
  }
}

interface AnyInput {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string | undefined>>
  readonly body?: unknown
}

/** The contract as functions: `api.channels.submit({ params, body })` gives the reply or throws a `Problem`. */
export function createClient(transport: Transport): Api {
  const api: Record<string, Record<string, (input?: AnyInput) => Promise<unknown>>> = {}
  for (const [slice, routes] of Object.entries(contract)) {
    const calls: Record<string, (input?: AnyInput) => Promise<unknown>> = {}
    for (const [name, route] of Object.entries(routes) as [string, Route][]) {
      calls[name] = async (input = {}) => {
        const answer = await transport({
          method: route.method,
          path: fillPath(route.path, input),
          ...(route.method === 'GET' || route.method === 'DELETE' ? {} : { body: input.body ?? {} }),
          repeatable: route.repeatable,
          signed: route.needs.who !== 'anyone',
        })
        if (answer.status >= 200 && answer.status < 300) return answer.body
        throw readProblem(answer.body)
      }
    }
    api[slice] = calls
  }
  return api as unknown as Api // built from the very contract the type is computed from
}

function fillPath(path: string, input: AnyInput): string {
  const filled = path.replace(/\{(\w+)\}/g, (_match, name: string) => encodeURIComponent(input.params?.[name] ?? ''))
  const query = Object.entries(input.query ?? {})
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&')
  return query === '' ? filled : `${filled}?${query}`
}
