import type { BodyOf, Needs, ParamsOf, QueryOf, ReplyOf, Route, Schema } from '@zmht/shared/contract'
import type { Instant } from '@zmht/shared/knowledge'
import {
  type Action,
  type Bounds,
  boundsFor,
  decide,
  type FieldDecision,
  kindListedFor,
  type Resource,
  type Territory,
  territoryFor,
  territoryOf,
} from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { privacyGuideline } from '@zmht/shared/rules'
import { auditRefusal } from '../audit.store'
import { now } from '../clock'
import { readAccessToken, readClientToken } from '../session/tokens'
import {
  type Actor,
  type Client,
  clientReader,
  type Official,
  type Resident,
  type Signed,
  standingReader,
} from './actor'
import { describeIssues } from './describe'

/** Whom a handler meets, from what its route needs. */
type ActorFor<N extends Needs> = N extends { who: 'anyone' }
  ? undefined
  : N extends { who: 'client' }
    ? Client
    : N extends { who: 'resident' }
      ? Resident
      : N extends { who: 'official' }
        ? Official
        : Actor

/** What a handler starts with: facts it can trust. */
export interface Facts<R extends Route, Loaded> {
  readonly params: ParamsOf<R>
  readonly query: QueryOf<R>
  readonly body: BodyOf<R>
  readonly actor: ActorFor<R['needs']>
  /** The session it came with; absent where anyone may call. */
  readonly signed: Signed | undefined
  readonly now: Instant
  /** How much of each sensitivity the decision shows. */
  readonly fields: FieldDecision
  /** For lists: exactly what is allowed of them. */
  readonly bounds: Bounds
  /** For lists: the places the query is bounded by, where nothing but the place is known of what is listed. */
  readonly territory: Territory
  readonly sent: Sent
  /** What `locate` loaded. */
  readonly loaded: Loaded
}

type Located<Loaded> = { readonly resource: Resource; readonly owner?: string; readonly loaded: Loaded }

type Locate<R extends Route, Loaded> = (
  input: { params: ParamsOf<R>; query: QueryOf<R>; body: BodyOf<R> },
  actor: ActorFor<R['needs']>,
) => Promise<Located<Loaded>>

type Handle<R extends Route, Loaded> = (facts: Facts<R, Loaded>) => Promise<ReplyOf<R>>

/** A route whose territory is a resource's, and one whose is not. */
type ResourceRoute = Route<Schema, Schema, Schema, Schema, Extract<Needs, { where: 'resource' }>>
type PlainRoute = Route<Schema, Schema, Schema, Schema, Exclude<Needs, { where: 'resource' }>>

/** An HTTP call as the router hands it over, whatever gateway it came through. */
export interface Call {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
  readonly token: string | undefined
  /** Whoever an order is carried out for (`order.ts`); nothing that comes over a wire has it. */
  readonly signed?: Signed
  /** Absent where nothing came over a wire. */
  readonly sent?: Sent
}

/** What came over the wire to the letter, for whoever checks a signature. Header names in lower case. */
export interface Sent {
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

export interface Endpoint {
  readonly route: Route
  readonly call: (call: Call) => Promise<unknown>
}

const nothing: FieldDecision = { open: 'none', internal: 'none', personal: 'none', sensitive: 'none' }
const everything: FieldDecision = { open: 'full', internal: 'full', personal: 'full', sensitive: 'full' }

/**
 * Binds a handler to its route. In this order, each refusing by default: session → standing → input → where it is and
 * whether the posts allow it there → the handler. A route with `where: 'resource'` does not compile without `locate`.
 */
export function endpoint<R extends ResourceRoute, Loaded>(
  route: R,
  implementation: { readonly locate: Locate<R, Loaded>; readonly handle: Handle<R, Loaded> },
): Endpoint
export function endpoint<R extends PlainRoute>(route: R, implementation: Handle<R, undefined>): Endpoint
export function endpoint<R extends Route, Loaded>(
  route: R,
  implementation: { readonly locate: Locate<R, Loaded>; readonly handle: Handle<R, Loaded> } | Handle<R, Loaded>,
): Endpoint {
  const { locate, handle } =
    typeof implementation === 'function' ? { locate: undefined, handle: implementation } : implementation
  return {
    route,
    call: async (call) => {
      const at = now()
      const client = route.needs.who === 'client' ? await authenticateClient(call.token) : undefined
      const signed = client === undefined ? await authenticate(route.needs, call) : undefined
      const actor = (client ?? signed?.actor) as ActorFor<R['needs']> // the two give what `needs` says
      const params = parse<ParamsOf<R>>('path', route.params, call.params)
      const query = parse<QueryOf<R>>('query', route.query, call.query)
      const body = parse<BodyOf<R>>('body', route.body, call.body)
      const located = locate === undefined ? undefined : await locate({ params, query, body }, actor)
      const bounds = boundsOf(route.needs, signed?.actor, at)
      const fields = await authorise(route.needs, signed?.actor, located, at)
      return handle({
        params,
        query,
        body,
        actor,
        signed,
        now: at,
        fields,
        bounds,
        territory: territoryOf(bounds),
        sent: call.sent ?? { headers: {}, text: '' },
        loaded: located?.loaded as Loaded, // undefined exactly when the route has no locate, as its type says
      })
    },
  }
}

/**
 * Endpoints whose code is loaded when the first of them is called: what is rarely asked for is nothing for everything else to wait for.
 * @param load exports the endpoints of these routes, under any names
 */
export function later(
  routes: readonly Route[],
  load: () => Promise<Readonly<Record<string, unknown>>>,
): readonly Endpoint[] {
  return routes.map((route) => ({
    route,
    call: async (call) => {
      const found = Object.values(await load()).find((one): one is Endpoint => isEndpointOf(route, one))
      if (found === undefined) throw new Error(`nothing is bound to ${route.method} ${route.path}`)
      return found.call(call)
    },
  }))
}

const isEndpointOf = (route: Route, one: unknown): boolean =>
  typeof one === 'object' && one !== null && 'route' in one && 'call' in one && one.route === route

async function authenticateClient(token: string | undefined): Promise<Client> {
  if (token === undefined) throw new Problem('unauthenticated')
  const client = await clientReader()(await readClientToken(token))
  if (client === undefined) throw new Problem('unauthenticated')
  return client
}

async function authenticate(
  needs: Needs,
  { token, signed }: Pick<Call, 'token' | 'signed'>,
): Promise<Signed | undefined> {
  if (needs.who === 'anyone') return undefined
  const { actor, app, family } = signed ?? (await signedBy(token))
  if (needs.who === 'resident') {
    if (actor.kind !== 'resident') throw new Problem('forbidden')
    if (needs.consent && actor.consented !== privacyGuideline) throw new Problem('consent-needed')
  }
  if (needs.who === 'official' && actor.kind !== 'official') throw new Problem('forbidden')
  return { actor, app, family }
}

async function signedBy(token: string | undefined): Promise<Signed> {
  if (token === undefined) throw new Problem('unauthenticated')
  const claims = await readAccessToken(token)
  const actor = await standingReader()(claims.actor, claims.app, claims.family)
  if (actor === undefined) throw new Problem('session-revoked')
  return { actor, app: claims.app, family: claims.family }
}

function parse<T>(where: 'path' | 'query' | 'body', schema: Route['params'], input: unknown): T {
  const result = schema.safeParse(input)
  if (result.success) return result.data as T // the schema is the route's own, T is its output
  throw new Problem('invalid', { fields: describeIssues(where, result.error.issues) })
}

async function authorise(
  needs: Needs,
  actor: Actor | undefined,
  located: Located<unknown> | undefined,
  at: Instant,
): Promise<FieldDecision> {
  if (needs.who === 'resident') return everything
  if (needs.who === 'owner-or-official' && actor !== undefined) {
    if (located?.owner === actor.id) return everything
    // To a resident, what is somebody else's does not exist.
    if (actor.kind === 'resident') throw new Problem('not-found')
  }
  if (needs.who !== 'official' && needs.who !== 'owner-or-official') return nothing
  if (actor?.kind !== 'official') throw new Problem('forbidden')
  if (needs.where === 'resource') {
    if (located === undefined) throw new Problem('forbidden')
    return allowed(actor, needs.action, located.resource, at)
  }
  if (needs.where === 'anywhere') {
    const { everywhere } = territoryFor(actor.policy, actor, needs.action, 'any', at)
    if (!everywhere) throw await refuse(actor, needs.action, { kind: 'any', lineage: [] }, 'forbidden')
    return nothing
  }
  const kind = kindListedFor(needs.action)
  if (boundsFor(actor.policy, actor, needs.action, kind, at).allowed.length === 0)
    throw await refuse(actor, needs.action, { kind, lineage: [] }, 'forbidden')
  return fieldsListed(actor, needs.action, at)
}

/** @throws Problem `outside-territory` or `forbidden`, and keeps the refusal in the audit. */
export async function allowed(
  actor: Official,
  action: Action,
  resource: Resource,
  at: Instant,
): Promise<FieldDecision> {
  const decision = decide(actor.policy, actor, action, resource, at)
  if (decision.allow) return decision.fields
  throw await refuse(
    actor,
    action,
    resource,
    decision.reason === 'outside-territory' ? 'outside-territory' : 'forbidden',
  )
}

/** Whether an official may do something that is bound to no place; asks without refusing. */
export function may(actor: Official, action: Action, at: Instant): boolean {
  return decide(actor.policy, actor, action, { kind: 'any', lineage: [] }, at).allow
}

async function refuse(
  actor: Official,
  action: Action,
  resource: Resource,
  code: 'forbidden' | 'outside-territory',
): Promise<Problem> {
  await auditRefusal({ actor: actor.id, action, subject: `${resource.kind}/${resource.id ?? ''}`, at: now() })
  return new Problem(code)
}

/** The fields an official's posts show inside their own places. */
export function fieldsListed(actor: Official, action: Action, at: Instant): FieldDecision {
  const own = actor.posts.flatMap((post) => post.territory)[0]
  const kind = kindListedFor(action)
  const decision = decide(actor.policy, actor, action, { kind, lineage: own === undefined ? [] : [own] }, at)
  return decision.allow ? decision.fields : nothing
}

function boundsOf(needs: Needs, actor: Actor | undefined, at: Instant): Bounds {
  if (needs.who !== 'official' || needs.where !== 'list' || actor?.kind !== 'official')
    return { allowed: [], forbidden: [] }
  return boundsFor(actor.policy, actor, needs.action, kindListedFor(needs.action), at)
}
