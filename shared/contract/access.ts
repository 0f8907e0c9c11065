import { routesOf } from './define'
import { clientId, text } from './parts'
import * as z from './z'

const route = routesOf('permissions')

/**
 * The decision for other systems of the city, as OpenID AuthZEN Authorization API 1.0 asks and answers
 * (https://openid.net/specs/authorization-api-1_0.html). Names inside are that standard's. A subject is an `official` by id; an action one of ours by name;
 * a resource one of our kinds, its `properties` saying where it is: `place`, `application`, `owner`, `tags`. What is not understood is left alone.
 */
const properties = z.exactOptional(z.record(z.string(), z.unknown()))
const name = (what: string) =>
  z.string(`${what}应为文字`).check(z.minLength(1, `缺少${what}`), z.maxLength(100, `${what}太长`))
const subject = z.looseObject({ type: name('subject.type'), id: name('subject.id'), properties })
const action = z.looseObject({ name: name('action.name'), properties })
const resource = z.looseObject({ type: name('resource.type'), id: name('resource.id'), properties })
const context = z.exactOptional(z.record(z.string(), z.unknown()))
const page = z.exactOptional(
  z.looseObject({
    token: z.exactOptional(z.string().check(z.maxLength(600, '翻页位置不正确'))),
    limit: z.exactOptional(z.number().check(z.int(), z.gte(1), z.lte(1000))),
  }),
)

const decision = z.strictObject({
  decision: z.boolean(),
  context: z.exactOptional(z.record(z.string(), z.unknown())),
})
export type DecisionReply = z.output<typeof decision>

const pageReply = z.strictObject({
  next_token: z.string(),
  count: z.number(),
  total: z.exactOptional(z.number()),
})

const client = z.strictObject({
  id: clientId,
  name: z.string(),
  /** Names of the places it may ask about. */
  places: z.array(z.string()),
  ended: z.boolean(),
})

export const access = {
  accessToken: route('accessToken', {
    method: 'POST',
    path: '/access/v1/token',
    summary:
      'A token for ten minutes for the credentials of a client (RFC 6749, 4.4; client_secret_post, form or JSON)',
    needs: { who: 'anyone' },
    body: z.strictObject({
      grant_type: z.literal('client_credentials', 'grant_type 应为 client_credentials'),
      client_id: z.string('client_id 应为文字').check(z.maxLength(60, 'client_id 不正确')),
      client_secret: z.string('client_secret 应为文字').check(z.maxLength(200, 'client_secret 不正确')),
      scope: z.exactOptional(z.string().check(z.maxLength(200, 'scope 不正确'))),
    }),
    reply: z.strictObject({ access_token: z.string(), token_type: z.literal('Bearer'), expires_in: z.number() }),
    repeatable: true,
  }),
  evaluation: route('evaluation', {
    method: 'POST',
    path: '/access/v1/evaluation',
    summary: 'AuthZEN: may this subject do this to that?',
    needs: { who: 'client' },
    body: z.looseObject({ subject, action, resource, context }),
    reply: decision,
    repeatable: true,
  }),
  evaluations: route('evaluations', {
    method: 'POST',
    path: '/access/v1/evaluations',
    summary: 'AuthZEN: many questions at once; what one leaves out stands on top',
    needs: { who: 'client' },
    body: z.looseObject({
      subject: z.exactOptional(subject),
      action: z.exactOptional(action),
      resource: z.exactOptional(resource),
      context,
      evaluations: z.exactOptional(
        z
          .array(
            z.looseObject({
              subject: z.exactOptional(subject),
              action: z.exactOptional(action),
              resource: z.exactOptional(resource),
              context,
            }),
          )
          .check(z.maxLength(200, '一次最多 200 问')),
      ),
      options: z.exactOptional(
        z.looseObject({
          evaluations_semantic: z.exactOptional(
            z.enum(['execute_all', 'deny_on_first_deny', 'permit_on_first_permit'], 'evaluations_semantic 不正确'),
          ),
        }),
      ),
    }),
    reply: z.union([z.strictObject({ evaluations: z.array(decision) }), decision]),
    repeatable: true,
  }),
  searchSubject: route('searchSubject', {
    method: 'POST',
    path: '/access/v1/search/subject',
    summary: 'AuthZEN: who may do this to that?',
    needs: { who: 'client' },
    body: z.looseObject({
      subject: z.looseObject({ type: name('subject.type'), properties }),
      action,
      resource,
      context,
      page,
    }),
    reply: z.strictObject({
      results: z.array(z.strictObject({ type: z.string(), id: z.string() })),
      page: pageReply,
    }),
    repeatable: true,
  }),
  searchResource: route('searchResource', {
    method: 'POST',
    path: '/access/v1/search/resource',
    summary: 'AuthZEN: to which organisations, places or services may this subject do this?',
    needs: { who: 'client' },
    body: z.looseObject({
      subject,
      action,
      resource: z.looseObject({ type: name('resource.type'), properties }),
      context,
      page,
    }),
    reply: z.strictObject({
      results: z.array(z.strictObject({ type: z.string(), id: z.string() })),
      page: pageReply,
    }),
    repeatable: true,
  }),
  searchAction: route('searchAction', {
    method: 'POST',
    path: '/access/v1/search/action',
    summary: 'AuthZEN: what may this subject do to that?',
    needs: { who: 'client' },
    body: z.looseObject({ subject, resource, context, page }),
    reply: z.strictObject({ results: z.array(z.strictObject({ name: z.string() })), page: pageReply }),
    repeatable: true,
  }),
  clients: route('clients', {
    method: 'GET',
    path: '/permissions/clients',
    summary: 'The other systems that may ask for decisions about my places',
    needs: { who: 'official', action: 'permission.write', where: 'list' },
    reply: z.strictObject({ items: z.array(client) }),
  }),
  makeClient: route('makeClient', {
    method: 'PUT',
    path: '/permissions/clients/{clientId}',
    summary:
      'Lets another system ask for decisions about the caller’s places. The secret is told once; asked again under the same id there is a new one and the former ends',
    needs: { who: 'official', action: 'permission.write', where: 'list' },
    params: z.strictObject({ clientId }),
    body: z.strictObject({ name: text(40, '系统名称') }),
    reply: z.extend(client, { secret: z.string() }),
  }),
  endClient: route('endClient', {
    method: 'DELETE',
    path: '/permissions/clients/{clientId}',
    summary: 'The system may no longer ask, from the next request on',
    needs: { who: 'official', action: 'permission.write', where: 'list' },
    params: z.strictObject({ clientId }),
    reply: client,
  }),
} as const
