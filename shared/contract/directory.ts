import { handoverCodes, holdingKindCodes, organisationKindCodes, rankCodes } from '../permission/directory'
import { roleCodes } from '../permission/roles'
import { routesOf } from './define'
import {
  cursor,
  day,
  instant,
  jobId,
  level,
  mobile,
  officialId,
  operationId,
  optionalText,
  organisationId,
  placeId,
  postId,
  text,
} from './parts'
import * as z from './z'

const route = routesOf('permissions')

const namedPlace = z.strictObject({ id: placeId, name: z.string(), level })
const namedOrganisation = z.strictObject({ id: organisationId, name: z.string() })
const namedOfficial = z.strictObject({ id: officialId, name: z.string() })
const edition = z.number('版本应为数字').check(z.int('版本不正确'), z.gte(0, '版本不正确'))
const reason = text(200, '原因')

/** Somebody on a post, as colleagues read it. Work phones are shown to officials whole. */
const holder = z.strictObject({
  id: officialId,
  name: z.string(),
  phone: z.string(),
  as: z.enum(holdingKindCodes),
  from: day,
  /** The first day on which it is no more. */
  until: z.exactOptional(day),
  standsInFor: z.exactOptional(namedOfficial),
  /** Away today: the first day back. */
  away: z.exactOptional(day),
})

const post = z.strictObject({
  id: postId,
  title: z.string(),
  rank: z.string(),
  roles: z.array(z.string()),
  tags: z.array(z.string()),
  /** Its name in the catalogue; absent: none of the catalogue. */
  catalogue: z.exactOptional(z.string()),
  /** Ends with this day 任期. */
  termEnds: z.exactOptional(day),
  /** Closed: nobody is put on it any more. */
  closed: z.boolean(),
  edition,
  holders: z.array(holder),
})
export type PostReply = z.output<typeof post>

const organisation = z.strictObject({
  id: organisationId,
  name: z.string(),
  kind: z.enum(organisationKindCodes),
  parent: z.exactOptional(namedOrganisation),
  /** The department that supervises its trade 行业主管. */
  supervisor: z.exactOptional(namedOrganisation),
  /** Where it is. */
  place: z.exactOptional(namedPlace),
  phone: z.exactOptional(z.string()),
  manages: z.array(namedPlace),
  posts: z.array(post),
  below: z.array(namedOrganisation),
  /** The organisations above it, the highest first. */
  above: z.array(namedOrganisation),
  ended: z.exactOptional(z.strictObject({ date: day, into: z.exactOptional(namedOrganisation) })),
  /** Whether the caller may change it. */
  editable: z.boolean(),
  edition,
})
export type OrganisationReply = z.output<typeof organisation>

const organisationBody = z.strictObject({
  name: text(60, '单位名称'),
  kind: z.enum(organisationKindCodes, '请选择单位类型'),
  parent: z.exactOptional(organisationId),
  supervisor: z.exactOptional(organisationId),
  place: z.exactOptional(placeId),
  phone: optionalText(20, '办公电话'),
  manages: z.array(placeId).check(z.maxLength(50, '一个单位最多管理 50 个地点')),
  /** The edition seen; 0 for a new one. */
  edition,
})
export type OrganisationBody = z.output<typeof organisationBody>

const postBody = z.strictObject({
  title: text(30, '岗位名称'),
  catalogue: z.exactOptional(z.string().check(z.maxLength(40, '岗位目录中没有这个名称'))),
  rank: z.enum(rankCodes, '请选择职级'),
  roles: z.array(z.enum(roleCodes, '没有这个角色')).check(z.maxLength(20, '一个岗位最多 20 个角色')),
  tags: z.array(text(20, '标签')).check(z.maxLength(20, '一个岗位最多 20 个标签')),
  termEnds: z.exactOptional(day),
  closed: z.boolean(),
  edition,
})
export type PostBody = z.output<typeof postBody>

const newPerson = z.strictObject({ name: text(20, '姓名'), phone: mobile })

/**
 * A dated change of who holds which post. `date`: the first day it holds. It is recorded once under the id its asker made; from that day on, and at once when
 * the day is today or before, the posts' permissions follow.
 */
const personnelBody = z.discriminatedUnion('kind', [
  /** 任职: puts somebody on a post, beside the posts they have. A new official comes with name and phone. */
  z.strictObject({
    kind: z.literal('appoint'),
    post: postId,
    as: z.enum(holdingKindCodes),
    date: day,
    until: z.exactOptional(day),
    person: z.exactOptional(newPerson),
    reason,
  }),
  /** 调动、晋升: leaves one post for another the same day. `successor` takes over the open work of the former post. */
  z.strictObject({
    kind: z.enum(['transfer', 'promote']),
    from: postId,
    to: postId,
    date: day,
    successor: z.exactOptional(officialId),
    reason,
  }),
  /** 离任: leaves a post, or all (离职、退休) when none is named. */
  z.strictObject({
    kind: z.literal('leave-post'),
    post: z.exactOptional(postId),
    date: day,
    successor: z.exactOptional(officialId),
    reason,
  }),
  /** 休假: away from `date` until the first day back; `substitute` stands in on all posts meanwhile. */
  z.strictObject({
    kind: z.literal('absence'),
    date: day,
    until: day,
    substitute: z.exactOptional(officialId),
    reason,
  }),
  /** 销假: is back on a day, earlier than said. */
  z.strictObject({ kind: z.literal('return'), date: day, reason }),
])
export type PersonnelBody = z.output<typeof personnelBody>
export type PersonnelKind = PersonnelBody['kind']

const operation = z.strictObject({
  id: operationId,
  kind: z.enum(['appoint', 'transfer', 'promote', 'leave-post', 'absence', 'return', 'merge']),
  date: day,
  until: z.exactOptional(day),
  official: z.exactOptional(namedOfficial),
  from: z.exactOptional(z.strictObject({ post: postId, title: z.string(), organisation: namedOrganisation })),
  to: z.exactOptional(z.strictObject({ post: postId, title: z.string(), organisation: namedOrganisation })),
  /** Who takes over, or stands in. */
  successor: z.exactOptional(namedOfficial),
  /** A merger: what was merged, into what. */
  organisation: z.exactOptional(namedOrganisation),
  into: z.exactOptional(namedOrganisation),
  reason: z.string(),
  by: z.exactOptional(namedOfficial),
  at: instant,
  /** How many pieces of open work were handed over; absent while the day has not come. */
  handedOver: z.exactOptional(z.number()),
})
export type PersonnelReply = z.output<typeof operation>

const official = z.strictObject({
  id: officialId,
  name: z.string(),
  phone: z.string(),
  posts: z.array(
    z.strictObject({
      id: postId,
      title: z.string(),
      organisation: namedOrganisation,
      as: z.enum(holdingKindCodes),
      from: day,
      until: z.exactOptional(day),
      standsInFor: z.exactOptional(namedOfficial),
      /** Holds today. */
      current: z.boolean(),
    }),
  ),
  absences: z.array(z.strictObject({ from: day, until: day })),
  history: z.array(operation),
  editable: z.boolean(),
})
export type OfficialReply = z.output<typeof official>

const foundPerson = z.strictObject({
  id: officialId,
  name: z.string(),
  phone: z.string(),
  posts: z.array(z.strictObject({ id: postId, title: z.string(), organisation: namedOrganisation })),
  away: z.exactOptional(day),
})
export type FoundPerson = z.output<typeof foundPerson>

const cataloguePost = z.strictObject({
  code: z.string(),
  title: z.string(),
  aliases: z.array(z.string()),
  rank: z.enum(rankCodes),
  roles: z.array(z.enum(roleCodes)),
  tags: z.array(z.string()),
  security: z.boolean(),
  edition,
})
export type CataloguePostReply = z.output<typeof cataloguePost>

/** A row of a spreadsheet of the directory, matched to columns. */
const importRow = z.strictObject({
  /** Its number in the sheet, from 1. */
  row: z.number().check(z.int(), z.gte(1)),
  organisation: z.string().check(z.maxLength(60, '单位名称太长')),
  post: z.string().check(z.maxLength(30, '岗位名称太长')),
  name: z.string().check(z.maxLength(20, '姓名太长')),
  phone: z.string().check(z.maxLength(20, '手机号太长')),
})
export type ImportRow = z.output<typeof importRow>
const importBody = z.strictObject({
  /** The organisation the sheet is about: with everything below it. */
  within: organisationId,
  date: day,
  rows: z
    .array(importRow)
    .check(z.minLength(1, '表格里没有人员'), z.maxLength(1000, '一次最多 1,000 行，请分几次导入')),
  /** Whether who is not in the sheet leaves their post within the organisation. */
  complete: z.boolean(),
})
export type ImportBody = z.output<typeof importBody>

/** What one row or one person comes to. */
const importChange = z.strictObject({
  what: z.enum(['added', 'moved', 'ended', 'phone', 'same', 'problem']),
  row: z.exactOptional(z.number()),
  name: z.string(),
  organisation: z.string(),
  post: z.string(),
  /** Where from, for who is moved. */
  former: z.exactOptional(z.string()),
  /** What is wrong, for a problem. */
  message: z.exactOptional(z.string()),
  /** Names of the catalogue the post may mean. */
  suggestions: z.exactOptional(z.array(z.string())),
})
export type ImportChange = z.output<typeof importChange>

const job = z.strictObject({
  id: jobId,
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  done: z.number(),
  total: z.number(),
  message: z.string(),
  problems: z.array(z.strictObject({ row: z.number(), message: z.string() })),
})

const handoverRules = z.strictObject({
  transfer: z.enum(handoverCodes),
  leave: z.enum(handoverCodes),
  merger: z.enum(handoverCodes),
})

export const directory = {
  directory: route('directory', {
    method: 'GET',
    path: '/directory',
    summary: 'Where the address book begins: my organisations, and the highest above them',
    needs: { who: 'official', action: 'directory.read', where: 'anywhere' },
    reply: z.strictObject({ own: z.array(namedOrganisation), roots: z.array(namedOrganisation) }),
  }),
  searchDirectory: route('searchDirectory', {
    method: 'GET',
    path: '/directory/search',
    summary:
      'People and organisations of my city by name, pinyin initials, title or the end of a phone number; all counted, a page of people named',
    needs: { who: 'official', action: 'directory.read', where: 'anywhere' },
    query: z.strictObject({ q: text(30, '要找的人或单位'), cursor }),
    reply: z.strictObject({
      count: z.number(),
      people: z.array(foundPerson),
      organisations: z.array(namedOrganisation),
      next: cursor,
    }),
  }),
  organisation: route('organisation', {
    method: 'GET',
    path: '/organisations/{organisationId}',
    summary: 'An organisation with its posts, the places it manages and the organisations below it',
    needs: { who: 'official', action: 'directory.read', where: 'anywhere' },
    params: z.strictObject({ organisationId }),
    reply: organisation,
  }),
  saveOrganisation: route('saveOrganisation', {
    method: 'PUT',
    path: '/organisations/{organisationId}',
    summary: 'Makes or changes an organisation; neither it nor what it manages leaves the caller’s places',
    needs: { who: 'official', action: 'directory.write', where: 'resource' },
    params: z.strictObject({ organisationId }),
    body: organisationBody,
    reply: organisation,
  }),
  savePost: route('savePost', {
    method: 'PUT',
    path: '/organisations/{organisationId}/posts/{postId}',
    summary: 'Makes or changes a post of an organisation; nobody changes a post of their own',
    needs: { who: 'official', action: 'directory.write', where: 'resource' },
    params: z.strictObject({ organisationId, postId }),
    body: postBody,
    reply: organisation,
  }),
  mergeOrganisation: route('mergeOrganisation', {
    method: 'PUT',
    path: '/organisations/{organisationId}/merger/{operationId}',
    summary:
      'Merges an organisation into another from a day on: its posts, people, places, duties and open work go over',
    needs: { who: 'official', action: 'directory.write', where: 'resource' },
    params: z.strictObject({ organisationId, operationId }),
    body: z.strictObject({ into: organisationId, date: day, reason }),
    reply: operation,
  }),
  organisationHistory: route('organisationHistory', {
    method: 'GET',
    path: '/organisations/{organisationId}/history',
    summary: 'Who came, went, was promoted, away or merged, newest first',
    needs: { who: 'official', action: 'directory.read', where: 'anywhere' },
    params: z.strictObject({ organisationId }),
    query: z.strictObject({ cursor }),
    reply: z.strictObject({ items: z.array(operation), next: cursor }),
  }),
  handover: route('handover', {
    method: 'GET',
    path: '/organisations/{organisationId}/handover',
    summary: 'Who takes over open work here on transfer, leave and merger, and which organisation says so',
    needs: { who: 'official', action: 'directory.read', where: 'anywhere' },
    params: z.strictObject({ organisationId }),
    reply: z.strictObject({ rules: handoverRules, from: z.exactOptional(namedOrganisation), edition }),
  }),
  saveHandover: route('saveHandover', {
    method: 'PUT',
    path: '/organisations/{organisationId}/handover',
    summary: 'Says who takes over open work here and below',
    needs: { who: 'official', action: 'directory.write', where: 'resource' },
    params: z.strictObject({ organisationId }),
    body: z.strictObject({ rules: handoverRules, edition }),
    reply: z.strictObject({ rules: handoverRules, from: z.exactOptional(namedOrganisation), edition }),
  }),
  official: route('official', {
    method: 'GET',
    path: '/officials/{officialId}',
    summary: 'An official with the posts they hold, held and will hold, and what happened',
    needs: { who: 'official', action: 'directory.read', where: 'anywhere' },
    params: z.strictObject({ officialId }),
    reply: official,
  }),
  personnel: route('personnel', {
    method: 'PUT',
    path: '/officials/{officialId}/operations/{operationId}',
    summary:
      'Appoints, transfers, promotes, sends on leave or takes off a post, from a day on; nobody records one about themself, and both ends lie in the caller’s places',
    needs: { who: 'official', action: 'directory.write', where: 'resource' },
    params: z.strictObject({ officialId, operationId }),
    body: personnelBody,
    reply: official,
  }),
  postCatalogue: route('postCatalogue', {
    method: 'GET',
    path: '/directory/posts',
    summary: 'The catalogue of names of posts, with what each carries',
    needs: { who: 'official', action: 'directory.read', where: 'anywhere' },
    reply: z.strictObject({ items: z.array(cataloguePost) }),
  }),
  saveCataloguePost: route('saveCataloguePost', {
    method: 'PUT',
    path: '/directory/posts/{code}',
    summary:
      'Adds a name to the catalogue or changes it; posts of that name keep what they have until they are saved again',
    needs: { who: 'official', action: 'directory.catalogue', where: 'anywhere' },
    params: z.strictObject({
      code: z.string().check(z.regex(/^[a-z][a-z0-9-]{1,39}$/, '代码由小写字母、数字和连字符组成')),
    }),
    body: z.strictObject({
      title: text(30, '岗位名称'),
      aliases: z.array(text(30, '别名')).check(z.maxLength(30, '最多 30 个别名')),
      rank: z.enum(rankCodes, '请选择职级'),
      roles: z.array(z.enum(roleCodes, '没有这个角色')).check(z.maxLength(20, '最多 20 个角色')),
      tags: z.array(text(20, '标签')).check(z.maxLength(20, '最多 20 个标签')),
      edition,
    }),
    reply: cataloguePost,
  }),
  previewDirectoryImport: route('previewDirectoryImport', {
    method: 'POST',
    path: '/directory/imports/preview',
    summary: 'What a spreadsheet of the directory would change: who is added, moved, ended; nothing is saved',
    needs: { who: 'official', action: 'directory.write', where: 'list' },
    body: importBody,
    reply: z.strictObject({
      changes: z.array(importChange),
      counts: z.strictObject({
        added: z.number(),
        moved: z.number(),
        ended: z.number(),
        phone: z.number(),
        same: z.number(),
        problem: z.number(),
      }),
      /** What was previewed: the import is refused when the directory has changed since. */
      digest: z.string(),
    }),
    repeatable: true,
  }),
  importDirectory: route('importDirectory', {
    method: 'PUT',
    path: '/directory/imports/{jobId}',
    summary: 'Does what was previewed, as dated operations; rows with a problem are left out and told',
    needs: { who: 'official', action: 'directory.write', where: 'list' },
    params: z.strictObject({ jobId }),
    body: z.extend(importBody, { digest: z.string().check(z.maxLength(100, '预览已过期')) }),
    reply: job,
  }),
  directoryImport: route('directoryImport', {
    method: 'GET',
    path: '/directory/imports/{jobId}',
    summary: 'How far an import is',
    needs: { who: 'official', action: 'directory.write', where: 'list' },
    params: z.strictObject({ jobId }),
    reply: job,
  }),
} as const
