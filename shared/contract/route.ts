import type { Action } from '../permission/actions'
import type * as z from './z'

export type Slice =
  | 'hierarchy'
  | 'permissions'
  | 'knowledge'
  | 'ledgers'
  | 'tasks'
  | 'channels'
  | 'applications'
  | 'overview'
export type Method = 'GET' | 'PUT' | 'POST' | 'DELETE'
export type Schema = z.ZodMiniType<unknown, unknown>

/**
 * Who may call an endpoint. There is no default: an endpoint without `needs` does not compile, and the router refuses whatever
 * these do not allow.
 */
export type Needs =
  /** Sign-in itself. */
  | { readonly who: 'anyone' }
  /** Another system of the city, with the token it was given for its credentials. */
  | { readonly who: 'client' }
  /** A resident or an official. */
  | { readonly who: 'signed-in' }
  /** A resident, on what is theirs or offered to them. `consent`: only after agreeing to the privacy guideline. */
  | { readonly who: 'resident'; readonly consent: boolean }
  /**
   * An official whose posts allow the action. `where`: how the territory is checked before the handler runs:
   * `resource`: the endpoint locates the resource and the router asks the decision;
   * `list`: the query is bounded by the official's territory for the action; `anywhere`: not bound to a place.
   */
  | { readonly who: 'official'; readonly action: Action; readonly where: 'resource' }
  | { readonly who: 'official'; readonly action: Action; readonly where: 'list' | 'anywhere' }
  /** Whoever owns it, or an official whose posts allow the action on the located resource. */
  | { readonly who: 'owner-or-official'; readonly action: Action; readonly where: 'resource' }

export interface Route<
  Params extends Schema = Schema,
  Query extends Schema = Schema,
  Body extends Schema = Schema,
  Reply extends Schema = Schema,
  N extends Needs = Needs,
> {
  readonly slice: Slice
  readonly name: string
  readonly method: Method
  /** With `{param}` segments, e.g. `/channels/{channelId}/publication`. */
  readonly path: string
  readonly summary: string
  readonly needs: N
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly reply: Reply
  /** Safe to send again as it is after no answer came. GET, PUT and DELETE always are; a POST only when its body carries a key. */
  readonly repeatable: boolean
  /** An answer alike for everybody: whatever stands before the function may keep it for so many seconds. Absent: nobody keeps it. */
  readonly keptSeconds?: number
}

export type ParamsOf<R extends Route> = z.output<R['params']>
export type QueryOf<R extends Route> = z.output<R['query']>
export type BodyOf<R extends Route> = z.output<R['body']>
export type ReplyOf<R extends Route> = z.output<R['reply']>
