import * as z from 'zod/mini'
import type { PlaceId } from '../geo/place'
import type { Action } from './actions'
import { decide, type Policy } from './decision'
import { fieldsAt } from './fields'
import { Officials, Resources } from './search'
import type { OfficialActor, Resource } from './standing'

/** Grants, people and things given from outside, and what is asked of them: see the README for an example. */

const texts = z._default(z.array(z.string('应为文字')), [])
const text = z.string('应为文字')
// A case calls its places and actions whatever it likes.
const placeId = z.pipe(
  text,
  z.transform((one) => one as PlaceId),
)
const actionName = z.pipe(
  text,
  z.transform((one) => one as Action),
)
const placeIds = z._default(z.array(placeId), [])
const access = z._default(z.enum(['none', 'masked', 'full'], '应为 none、masked 或 full'), 'full')
const fields = z.strictObject({ open: access, internal: access, personal: access, sensitive: access })
const list = z.exactOptional(z.array(text))

const grant = z.strictObject({
  id: text,
  effect: z._default(z.enum(['allow', 'forbid'], '应为 allow 或 forbid'), 'allow'),
  subject: z._default(
    z.strictObject({ roles: list, tags: list, ranks: list, organisations: list, posts: list }, '应为对象'),
    {},
  ),
  actions: z.array(actionName, '应为列表'),
  resource: z._default(
    z.strictObject({
      kinds: list,
      applications: list,
      owners: list,
      tags: list,
      attributes: list,
      sensitivities: z.exactOptional(z.array(z.enum(['open', 'internal', 'personal', 'sensitive']))),
    }),
    {},
  ),
  territory: z._default(
    z.union([z.enum(['own', 'all']), z.strictObject({ given: z.array(placeId) })], '应为 own、all 或 {"given": […]}'),
    'own',
  ),
  fields: z._default(fields, { open: 'full', internal: 'full', personal: 'full', sensitive: 'full' }),
  only: z.exactOptional(z.literal('giving', '应为 giving')),
  from: z.exactOptional(text),
  to: z.exactOptional(text),
})

const post = z.strictObject({
  id: text,
  title: z._default(text, ''),
  organisation: z._default(text, ''),
  organisations: texts,
  roles: texts,
  tags: texts,
  rank: z._default(text, ''),
  territory: placeIds,
})
const actor = z.strictObject({
  id: text,
  kind: z._default(z.literal('official'), 'official'),
  posts: z.array(post, '应为列表'),
})
const resource = z.strictObject({
  id: z.exactOptional(text),
  kind: text,
  lineage: placeIds,
  application: z.exactOptional(text),
  owners: list,
  tags: list,
})
const request = z.strictObject({
  actor: z.exactOptional(text),
  action: z.exactOptional(actionName),
  resource: z.exactOptional(z.union([text, resource], '应为资源的编号或资源')),
})

export const aCase = z.strictObject({
  grants: z.array(grant, '应为列表'),
  actors: z._default(z.array(actor), []),
  resources: z._default(z.array(resource), []),
  requests: z.array(request, '应为列表'),
  /** When it is asked, an instant; now when absent. */
  at: z.exactOptional(text),
})

export type Case = z.output<typeof aCase>
export type Search = 'subject' | 'resource' | 'action'

const nothing = fieldsAt(0)

/**
 * Answers each request of a case, in its order.
 * @param search which of the three a request leaves open
 * @throws Error, in words for the person, where a request names what is not in the case
 */
export function* answersTo(given: Case, search: Search | undefined): Generator<unknown> {
  const policy: Policy = { version: 'case', grants: given.grants }
  const actors: readonly OfficialActor[] = given.actors
  const resources: readonly Resource[] = given.resources
  const at = given.at ?? new Date().toISOString()
  const actorOf = byId(actors, '办事人')
  const resourceOf = byId(resources, '资源')
  const named = (one: Case['requests'][number]['resource'], number: number): Resource =>
    typeof one === 'object' ? one : resourceOf(one, number)
  const action = (one: Action | undefined, number: number): Action => {
    if (one === undefined) throw new Error(`第 ${number} 个请求没有写 action`)
    return one
  }
  const everything = { limit: Number.POSITIVE_INFINITY }
  const officials = search === 'subject' ? new Officials(actors) : undefined
  const things = search === 'resource' ? new Resources(resources) : undefined
  const known = [...new Set(given.grants.flatMap(({ actions }) => actions))].sort()
  for (const [index, request] of given.requests.entries()) {
    const number = index + 1
    if (officials) {
      const resource = named(request.resource, number)
      const found = officials.whoMay(policy, action(request.action, number), resource, at, everything)
      yield { count: found.count, subjects: found.items.map(({ id }) => id) }
    } else if (things) {
      const found = things.whichMay(
        policy,
        actorOf(request.actor, number),
        action(request.action, number),
        at,
        everything,
      )
      yield { count: found.count, resources: found.items.map(({ id }) => id) }
    } else if (search === 'action') {
      const [actor, resource] = [actorOf(request.actor, number), named(request.resource, number)]
      const may = known.filter((one) => decide(policy, actor, action(one, number), resource, at).allow)
      yield { count: may.length, actions: may }
    } else {
      const [actor, resource] = [actorOf(request.actor, number), named(request.resource, number)]
      const decision = decide(policy, actor, action(request.action, number), resource, at)
      const { allow, because } = decision
      yield decision.allow
        ? { allow, fields: decision.fields, because }
        : { allow, fields: nothing, because, reason: decision.reason }
    }
  }
}

function byId<T extends { readonly id?: string }>(
  all: readonly T[],
  what: string,
): (id: string | undefined, number: number) => T {
  const known = new Map(all.map((one) => [one.id, one]))
  return (id, number) => {
    const found = id === undefined ? undefined : known.get(id)
    if (found === undefined) throw new Error(`第 ${number} 个请求的${what}“${id ?? ''}”不在给出的名单里`)
    return found
  }
}
