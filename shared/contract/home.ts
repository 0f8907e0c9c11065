import { homeSections, homeTools } from '../rules/home'
import { routesOf } from './define'
import { instant, organisationId } from './parts'
import * as z from './z'

/** The home page 首页 of an official. */
const route = routesOf('overview')

/** What somebody is told of: a task that came, a request that was given, an errand that came back, a notice to approve, data sent down, something an application could not do by itself. */
export const newsKinds = ['task', 'request', 'errand', 'notice', 'provision', 'application'] as const
export type NewsKind = (typeof newsKinds)[number]

/** Names one piece of news, so that what was opened is not told again. */
const newsKey = z
  .string('编号应为文字')
  .check(z.regex(/^(task|request|errand|notice|provision|application)\/[0-9a-z]{1,40}$/, '编号的格式不正确'))

const news = z.strictObject({
  key: newsKey,
  kind: z.enum(newsKinds),
  /** Of the task, the request, the notice, the ask or the application. */
  id: z.string(),
  title: z.string(),
  /** Of whom, where, as far as the reader may know. */
  detail: z.string(),
  /** Whom or what and where a task is about that was handed out of a request. */
  about: z.exactOptional(z.string()),
  at: instant,
})
export type NewsReply = z.output<typeof news>

const waiting = z.strictObject({
  kind: z.enum(['request', 'item']),
  id: z.string(),
  title: z.string(),
  /** Of whom or what, and where. */
  detail: z.string(),
  /** An instant; of an item a day in China. */
  due: z.string(),
  overdue: z.boolean(),
  /** Minutes of working time until then; absent where it has passed. */
  left: z.exactOptional(z.number()),
})
export type WaitingReply = z.output<typeof waiting>

const arrangement = z.strictObject({ sections: z.array(z.enum(homeSections)), tools: z.array(z.enum(homeTools)) })

/** Each part is there where the posts allow it. */
const reply = z.strictObject({
  arrangement,
  /** The official put it in an order of their own. */
  isOwn: z.boolean(),
  /** What their organisations' roles have, before they changed anything. */
  offered: z.array(z.enum(homeSections)),
  news: z.strictObject({ items: z.array(news), more: z.boolean() }),
  waiting: z.exactOptional(z.strictObject({ items: z.array(waiting), overdue: z.number(), more: z.boolean() })),
  /** Updates that wait for a decision: how many of the first twenty. */
  undecided: z.exactOptional(
    z.strictObject({
      count: z.number(),
      more: z.boolean(),
      items: z.array(z.strictObject({ id: z.string(), name: z.string(), home: z.string(), undecided: z.number() })),
    }),
  ),
  /** Facts of the ledgers here that are old, or soon will be. */
  expiring: z.exactOptional(
    z.strictObject({
      items: z.array(z.strictObject({ ledger: z.string(), name: z.string(), stale: z.number(), soon: z.number() })),
    }),
  ),
})
export type HomeReply = z.output<typeof reply>

const rolePage = z.strictObject({
  role: z.string(),
  name: z.string(),
  /** Titles of the posts that carry it. */
  posts: z.array(z.string()),
  arrangement,
  /** Nobody arranged it yet. */
  isDefault: z.boolean(),
})
export type RolePageReply = z.output<typeof rolePage>

const distinct = (all: readonly string[]) => new Set(all).size === all.length
const sectionsOnce = z.array(z.enum(homeSections, '没有这一栏')).check(z.refine(distinct, '同一栏只能放一次'))
const toolsOnce = z.array(z.enum(homeTools, '没有这个工具')).check(z.refine(distinct, '同一个工具只能放一次'))

export const home = {
  home: route('home', {
    method: 'GET',
    path: '/overview/home',
    summary:
      'What is new, what waits with its clock, updates to decide and facts that grow old, the first of each, and how the page is arranged',
    needs: { who: 'official', action: 'directory.read', where: 'list' },
    reply,
  }),
  seeNews: route('seeNews', {
    method: 'POST',
    path: '/overview/home/seen',
    summary: 'What was opened, or everything until an instant, is no longer new to the official',
    needs: { who: 'official', action: 'directory.read', where: 'list' },
    body: z.strictObject({
      keys: z.array(newsKey).check(z.maxLength(50, '一次最多 50 条')),
      until: z.exactOptional(instant),
    }),
    reply: z.strictObject({}),
    repeatable: true,
  }),
  arrangeMyHome: route('arrangeMyHome', {
    method: 'PUT',
    path: '/overview/home/mine',
    summary: 'The official’s own order of sections and those they hide; both empty: as their roles have it',
    needs: { who: 'official', action: 'directory.read', where: 'list' },
    body: z.strictObject({ sections: sectionsOnce, hidden: sectionsOnce }),
    reply: z.strictObject({}),
  }),
  rolePages: route('rolePages', {
    method: 'GET',
    path: '/overview/home/roles/{organisationId}',
    summary: 'The home pages of the roles that an organisation’s posts carry, for whoever organises there',
    needs: { who: 'official', action: 'channel.write', where: 'list' },
    params: z.strictObject({ organisationId }),
    reply: z.strictObject({ items: z.array(rolePage) }),
  }),
  arrangeRole: route('arrangeRole', {
    method: 'PUT',
    path: '/overview/home/roles/{organisationId}/{role}',
    summary: 'Which sections and tools stand on the home page of a role of an organisation, in what order',
    needs: { who: 'official', action: 'channel.write', where: 'list' },
    params: z.strictObject({
      organisationId,
      role: z.string('角色应为文字').check(z.regex(/^[a-z][a-z-]{1,40}$/, '没有这个角色')),
    }),
    body: z.strictObject({ sections: sectionsOnce, tools: toolsOnce }),
    reply: rolePage,
  }),
} as const
