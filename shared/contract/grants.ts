import { actions, resourceKinds } from '../permission/actions'
import { routesOf } from './define'
import { cursor, instant, level, officialId, organisationId, placeId, postId, text } from './parts'
import * as z from './z'

const route = routesOf('permissions')

const action = z.enum(actions, '没有这个操作')
const kindCodes = Object.keys(resourceKinds) as [keyof typeof resourceKinds, ...(keyof typeof resourceKinds)[]] // the keys of the very object the type is of
const kind = z.enum(kindCodes, '没有这类内容')
const namedOrganisation = z.strictObject({ id: organisationId, name: z.string() })
const namedPlace = z.strictObject({ id: placeId, name: z.string(), level })
const access = z.enum(['none', 'masked', 'full'], '请选择看到多少')
const fields = z.strictObject({ open: access, internal: access, personal: access, sensitive: access })
const edition = z.number('版本应为数字').check(z.int('版本不正确'), z.gte(0, '版本不正确'))
const names = (what: string) =>
  z.exactOptional(
    z.array(text(60, what)).check(z.minLength(1, `请填写${what}，或者不限制`), z.maxLength(100, `${what}最多 100 个`)),
  )
export const grantId = z.string('编号应为文字').check(z.regex(/^[a-z][a-z0-9-]{2,39}$/, '编号的格式不正确'))

/** A rule as it is written and read; the shape of `Grant` with a name. Each list narrows; absent means any. */
const grantContent = z.strictObject({
  name: text(60, '规则名称'),
  effect: z.enum(['allow', 'forbid']),
  subject: z.strictObject({
    roles: names('角色'),
    tags: names('标签'),
    ranks: names('职级'),
    organisations: names('单位'),
    posts: names('岗位'),
  }),
  actions: z.array(action).check(z.minLength(1, '请选择至少一个操作')),
  resource: z.strictObject({
    kinds: z.exactOptional(z.array(kind).check(z.minLength(1, '请选择内容的种类，或者不限制'))),
    applications: names('应用'),
    owners: names('所属单位'),
    tags: names('标签'),
    attributes: names('属性'),
    sensitivities: z.exactOptional(
      z
        .array(z.enum(['open', 'internal', 'personal', 'sensitive']))
        .check(z.minLength(1, '请选择敏感级别，或者不限制')),
    ),
  }),
  territory: z.union([
    z.enum(['own', 'all']),
    z.strictObject({
      given: z.array(placeId).check(z.minLength(1, '请选择地点'), z.maxLength(200, '一条规则最多 200 个地点')),
    }),
  ]),
  fields,
  from: z.exactOptional(instant),
  to: z.exactOptional(instant),
})
export type GrantContent = z.output<typeof grantContent>

const person = z.strictObject({ id: officialId, name: z.string() })

const grant = z.strictObject({
  id: grantId,
  content: grantContent,
  /** Names of what the content names by id: organisations, posts, places, for whoever reads it. */
  named: z.record(z.string(), z.string()),
  /** Comes with the product; changed like any other. */
  standard: z.boolean(),
  /** `proposed`: waits for a second person, for it changes who may change permissions. */
  state: z.enum(['in-force', 'proposed', 'withdrawn']),
  edition,
  by: z.exactOptional(person),
  at: z.exactOptional(instant),
  reason: z.exactOptional(z.string()),
})
export type GrantReply = z.output<typeof grant>

/** Why a draft may not be given by whoever asks. */
const beyond = z.strictObject({
  why: z.enum(['not-held', 'forbidden', 'resource', 'territory', 'fields', 'dates', 'own-post', 'incompatible']),
  action: z.exactOptional(action),
  message: z.string(),
})

/** What somebody comes to be allowed or no longer is, in words that name places and applications. */
const changed = z.strictObject({ action, kind: z.string(), where: z.string() })
const change = z.strictObject({
  official: person,
  posts: z.array(z.string()),
  gains: z.array(changed),
  loses: z.array(changed),
})
export type ChangeReply = z.output<typeof change>

/** What a decision rests on. */
const because = z.strictObject({
  grant: z.strictObject({ id: grantId, name: z.string() }),
  post: z.strictObject({ id: postId, title: z.string() }),
})

/** What is asked about: a thing, or a class of things, at a place. */
const about = {
  kind,
  /** Where it is. */
  place: placeId,
  /** One application; absent: of none that is named. */
  application: z.exactOptional(z.string().check(z.maxLength(60, '应用编号不正确'))),
  owner: z.exactOptional(organisationId),
  tag: z.exactOptional(z.string().check(z.maxLength(20, '标签不正确'))),
}

const counted = z.array(z.strictObject({ key: z.string(), name: z.string(), count: z.number() }))

export const grants = {
  grants: route('grants', {
    method: 'GET',
    path: '/grants',
    summary: 'The rules of who may do what: in force, proposed and withdrawn',
    needs: { who: 'official', action: 'permission.read', where: 'list' },
    query: z.strictObject({
      state: z.exactOptional(z.enum(['in-force', 'proposed', 'withdrawn'])),
      action: z.exactOptional(action),
      role: z.exactOptional(z.string().check(z.maxLength(40, '没有这个角色'))),
      cursor,
    }),
    reply: z.strictObject({ count: z.number(), items: z.array(grant), next: cursor }),
  }),
  grant: route('grant', {
    method: 'GET',
    path: '/grants/{grantId}',
    summary: 'A rule with its former editions',
    needs: { who: 'official', action: 'permission.read', where: 'list' },
    params: z.strictObject({ grantId }),
    reply: z.extend(grant, { history: z.array(grant) }),
  }),
  previewGrant: route('previewGrant', {
    method: 'POST',
    path: '/grants/{grantId}/preview',
    summary:
      'What a draft would change: who gains, who loses, all counted and the first named, and why the caller may not give it',
    needs: { who: 'official', action: 'permission.write', where: 'list' },
    params: z.strictObject({ grantId }),
    /** `content` absent: what withdrawing it would change. */
    body: z.strictObject({ content: z.exactOptional(grantContent) }),
    reply: z.strictObject({
      beyond: z.array(beyond),
      /** A second person has to confirm it. */
      needsApproval: z.boolean(),
      gaining: z.number(),
      losing: z.number(),
      changes: z.array(change),
    }),
    repeatable: true,
  }),
  saveGrant: route('saveGrant', {
    method: 'PUT',
    path: '/grants/{grantId}',
    summary:
      'Puts a rule in force, or proposes it where a second person confirms; nobody gives what they do not hold, nor to themself, nor beyond their own places',
    needs: { who: 'official', action: 'permission.write', where: 'list' },
    params: z.strictObject({ grantId }),
    body: z.strictObject({ content: grantContent, reason: text(200, '原因'), edition }),
    reply: grant,
  }),
  withdrawGrant: route('withdrawGrant', {
    method: 'PUT',
    path: '/grants/{grantId}/withdrawal',
    summary: 'Takes a rule out of force; it stays in the history',
    needs: { who: 'official', action: 'permission.write', where: 'list' },
    params: z.strictObject({ grantId }),
    body: z.strictObject({ reason: text(200, '原因'), edition }),
    reply: grant,
  }),
  approveGrant: route('approveGrant', {
    method: 'PUT',
    path: '/grants/{grantId}/approval',
    summary: 'Confirms or declines a proposed rule; never by who proposed it',
    needs: { who: 'official', action: 'permission.write', where: 'list' },
    params: z.strictObject({ grantId }),
    body: z.strictObject({ accept: z.boolean(), reason: text(200, '原因'), edition }),
    reply: grant,
  }),
  accessOfOfficial: route('accessOfOfficial', {
    method: 'GET',
    path: '/permissions/officials/{officialId}',
    summary: 'What an official may do, where, seeing how much, and by which rule; everybody may ask about themself',
    needs: { who: 'owner-or-official', action: 'permission.read', where: 'resource' },
    params: z.strictObject({ officialId }),
    reply: z.strictObject({
      official: person,
      posts: z.array(z.strictObject({ id: postId, title: z.string(), organisation: namedOrganisation })),
      items: z.array(
        z.strictObject({
          effect: z.enum(['allow', 'forbid']),
          actions: z.array(action),
          kinds: z.array(z.string()),
          /** Of which applications, owners and tags only, by name. */
          only: z.array(z.string()),
          everywhere: z.boolean(),
          places: z.array(namedPlace),
          fields,
          to: z.exactOptional(instant),
          because,
        }),
      ),
    }),
  }),
  whoMay: route('whoMay', {
    method: 'GET',
    path: '/permissions/who',
    summary:
      'Who may do something to a thing or a class of things at a place: all counted, by organisation, role and rank, a page of them named with the rules',
    needs: { who: 'official', action: 'permission.read', where: 'resource' },
    query: z.strictObject({
      ...about,
      action,
      /** Of this organisation and those below it only. */
      organisation: z.exactOptional(organisationId),
      /** Of a class of persons only. */
      role: z.exactOptional(z.string().check(z.maxLength(40, '没有这个角色'))),
      rank: z.exactOptional(z.string().check(z.maxLength(40, '没有这个职级'))),
      cursor,
    }),
    reply: z.strictObject({
      count: z.number(),
      byOrganisation: counted,
      byRole: counted,
      byRank: counted,
      items: z.array(
        z.strictObject({
          official: person,
          posts: z.array(z.strictObject({ id: postId, title: z.string(), organisation: namedOrganisation })),
          fields,
          because: z.array(because),
        }),
      ),
      next: cursor,
    }),
  }),
  accessTo: route('accessTo', {
    method: 'GET',
    path: '/permissions/resource',
    summary: 'Of a thing or a class of things at a place: for each action, how many may do it, and which rules give it',
    needs: { who: 'official', action: 'permission.read', where: 'resource' },
    query: z.strictObject({ ...about, organisation: z.exactOptional(organisationId) }),
    reply: z.strictObject({
      items: z.array(
        z.strictObject({
          action,
          count: z.number(),
          grants: z.array(z.strictObject({ id: grantId, name: z.string(), effect: z.enum(['allow', 'forbid']) })),
        }),
      ),
    }),
  }),
  accessOfOrganisation: route('accessOfOrganisation', {
    method: 'GET',
    path: '/permissions/organisations/{organisationId}',
    summary: 'Of an organisation, or with all below it: for each action, how many of its people may do it somewhere',
    needs: { who: 'official', action: 'permission.read', where: 'resource' },
    params: z.strictObject({ organisationId }),
    query: z.strictObject({ below: z.exactOptional(z.enum(['yes'])) }),
    reply: z.strictObject({
      people: z.number(),
      items: z.array(z.strictObject({ action, count: z.number(), byRole: counted })),
    }),
  }),
  why: route('why', {
    method: 'GET',
    path: '/permissions/why',
    summary:
      'Why an official may, or may not, do something to a thing: the rules it rests on, or what stands in the way',
    needs: { who: 'official', action: 'permission.read', where: 'resource' },
    query: z.strictObject({ ...about, action, official: officialId }),
    reply: z.strictObject({
      allow: z.boolean(),
      reason: z.exactOptional(z.enum(['no-grant', 'outside-territory', 'forbidden', 'not-in-office', 'away'])),
      fields: z.exactOptional(fields),
      because: z.array(because),
      /** In plain words. */
      sentence: z.string(),
    }),
  }),
} as const
