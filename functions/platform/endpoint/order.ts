import type { BodyOf, ParamsOf, QueryOf, ReplyOf, Route, Slice } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { standingReader } from './actor'
import type { Endpoint } from './endpoint'

/** The endpoints of each slice, loaded when the first order for it comes. The entry that carries orders out provides them; the platform knows no slice. */
export type LoadEndpoints = Readonly<Partial<Record<Slice, () => Promise<readonly unknown[]>>>>

let loadEndpoints: LoadEndpoints = {}

export function ordersAreCarriedOutBy(load: LoadEndpoints): void {
  loadEndpoints = load
}

export interface OrderInput<R extends Route> {
  readonly params: ParamsOf<R>
  readonly query?: QueryOf<R>
  readonly body?: BodyOf<R>
}

/**
 * Calls an endpoint for an official who is not there, as if they called it now: their standing is read anew, and the same checks, masks and audit hold. Nothing can be
 * ordered that they could not do themselves.
 * @param through the name of the application that acts by itself: what is signed says so
 * @throws Problem whatever the endpoint refuses with; `not-in-office` where they hold no post any more
 */
export async function order<R extends Route>(
  route: R,
  { params, query, body }: OrderInput<R>,
  official: string,
  through?: string,
): Promise<ReplyOf<R>> {
  // They were never signed in for this: there is no session that could have ended.
  const standing = await standingReader()(official, 'gov', '')
  if (standing === undefined) throw new Problem('not-in-office')
  const actor = standing.kind === 'official' && through !== undefined ? { ...standing, through } : standing
  const endpoints = (await loadEndpoints[route.slice]?.()) ?? []
  const found = endpoints.find((one): one is Endpoint => isEndpointOf(route, one))
  if (found === undefined) throw new Error(`nothing carries out ${route.method} ${route.path}`)
  const reply = await found.call({
    params: params as Readonly<Record<string, string>>, // what stands in a path is text
    query: (query ?? {}) as Readonly<Record<string, string>>, // as is a query
    body: body ?? {},
    token: undefined,
    signed: { actor, app: 'gov', family: '' },
  })
  return reply as ReplyOf<R> // the endpoint is that of the very route
}

const isEndpointOf = (route: Route, one: unknown): boolean =>
  typeof one === 'object' && one !== null && 'route' in one && 'call' in one && one.route === route
