import { actions } from '../permission/actions'
import { holdingKindCodes } from '../permission/directory'
import { dutyCodes } from '../permission/duty'
import { routesOf } from './define'
import { day, gridId, level, mobile, officialId, organisationId, placeId, text } from './parts'
import * as z from './z'

const route = routesOf('permissions')

export const apps = ['resident', 'gov'] as const
export type App = (typeof apps)[number]
const app = z.enum(apps)

const homePlace = z.strictObject({
  placeId,
  /** 常住, 工作地 … */
  label: z.string(),
  tail: z.string(),
  community: z.string(),
  /** What phones ask for news of: one question for all who live there. */
  communityId: placeId,
})

export const me = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('resident'),
    id: z.string(),
    name: z.string(),
    phone: z.string(),
    homes: z.array(homePlace),
    /** The privacy guideline's version agreed to; absent: not yet. */
    consented: z.exactOptional(z.string()),
    /** The guideline in force. */
    guideline: z.string(),
  }),
  z.strictObject({
    kind: z.literal('official'),
    id: z.string(),
    name: z.string(),
    phone: z.string(),
    posts: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        organisation: z.strictObject({ id: organisationId, name: z.string() }),
        as: z.enum(holdingKindCodes),
        until: z.exactOptional(day),
        territory: z.array(z.strictObject({ id: placeId, name: z.string(), level })),
      }),
    ),
    /** Away today: the first day back. Until then the posts allow nothing. */
    away: z.exactOptional(day),
    /** What the posts allow: which entries an application shows. */
    actions: z.array(z.enum(actions)),
  }),
])
export type MeReply = z.output<typeof me>

export const session = z.strictObject({
  accessToken: z.string(),
  /** Seconds until the access token ends. */
  expiresIn: z.number(),
  refreshToken: z.string(),
  me,
})
export type SessionReply = z.output<typeof session>

const wechatCode = z
  .string('登录凭证应为文字')
  .check(z.minLength(1, '缺少登录凭证'), z.maxLength(256, '登录凭证不正确'))

const namedPlace = z.strictObject({ id: placeId, name: z.string(), level })
const duty = z.enum(dutyCodes)

/** Who is answerable for one duty at a place: the nearest holder upwards. */
const answerable = z.strictObject({
  duty,
  name: z.string(),
  holder: z.exactOptional(
    z.strictObject({
      organisation: z.strictObject({ id: organisationId, name: z.string() }),
      /** Where the duty is held: the place itself or one above. */
      place: namedPlace,
      since: day,
      /** Whom to call: the holders of the organisation's posts. */
      contacts: z.array(z.strictObject({ title: z.string(), name: z.string(), phone: z.string() })),
    }),
  ),
})
export type AnswerableReply = z.output<typeof answerable>

const gridWorker = z.strictObject({
  official: officialId,
  from: day,
  /** The last day; absent: until further notice. */
  to: z.exactOptional(day),
  /** Stands in while the regular workers are away: comes first on the days given. */
  substitute: z.boolean(),
})
const gridBody = z.strictObject({
  name: text(30, '网格名称'),
  /** Where the grid belongs: usually a community. Every place it covers lies inside. */
  within: placeId,
  places: z.array(placeId).check(z.minLength(1, '请选择网格包含的地点'), z.maxLength(200, '一个网格最多 200 个地点')),
  workers: z.array(gridWorker).check(z.maxLength(20, '一个网格最多 20 人')),
  from: day,
  to: z.exactOptional(day),
  /** The edition seen; 0 for a new grid. */
  edition: z.number().check(z.int(), z.gte(0)),
})
export type GridBody = z.output<typeof gridBody>
const grid = z.strictObject({
  id: gridId,
  name: z.string(),
  within: namedPlace,
  places: z.array(z.extend(namedPlace, { tail: z.string() })),
  workers: z.array(
    z.extend(gridWorker, { name: z.string(), title: z.string(), phone: z.string(), onDuty: z.boolean() }),
  ),
  from: day,
  to: z.exactOptional(day),
  edition: z.number(),
})
export type GridReply = z.output<typeof grid>

export const permissions = {
  signInByWechat: route('signInByWechat', {
    method: 'POST',
    path: '/sessions/wechat',
    summary:
      'Signs in with the code of wx.login; the code of the phone-number button binds WeChat to the phone’s account (needed once for officials)',
    needs: { who: 'anyone' },
    body: z.strictObject({ app, code: wechatCode, phoneCode: z.exactOptional(wechatCode) }),
    reply: session,
  }),
  wechatPhone: route('wechatPhone', {
    method: 'POST',
    path: '/sessions/wechat-phone',
    summary:
      'The number behind the code of WeChat’s phone-number button, for whoever fills in a form in the mini-program',
    needs: { who: 'signed-in' },
    body: z.strictObject({ app, code: wechatCode }),
    reply: z.strictObject({ phone: z.string() }),
  }),
  sendPhoneCode: route('sendPhoneCode', {
    method: 'POST',
    path: '/sessions/phone-codes',
    summary:
      'Sends a six-digit code to a phone, at most once a minute; answers the same whether or not the phone is known',
    needs: { who: 'anyone' },
    body: z.strictObject({ app, phone: mobile }),
    reply: z.strictObject({ resendAfter: z.number() }),
  }),
  signInByPhone: route('signInByPhone', {
    method: 'POST',
    path: '/sessions/phone',
    summary: 'Signs in with the code sent to a phone',
    needs: { who: 'anyone' },
    body: z.strictObject({
      app,
      phone: mobile,
      code: z.string('验证码应为文字').check(z.regex(/^\d{6}$/, '验证码是 6 位数字')),
      /** Inside WeChat: binds this WeChat to the phone's account. */
      wechatCode: z.exactOptional(wechatCode),
    }),
    reply: session,
  }),
  refreshSession: route('refreshSession', {
    method: 'POST',
    path: '/sessions/refresh',
    summary: 'A new pair of tokens for a refresh token; a token used twice ends its whole family',
    needs: { who: 'anyone' },
    body: z.strictObject({ refreshToken: z.string('登录凭证应为文字').check(z.maxLength(2048, '登录凭证不正确')) }),
    reply: session,
  }),
  signOut: route('signOut', {
    method: 'DELETE',
    path: '/sessions/current',
    summary: 'Ends this session',
    needs: { who: 'signed-in' },
  }),
  me: route('me', {
    method: 'GET',
    path: '/me',
    summary: 'Who I am, as of now',
    needs: { who: 'signed-in' },
    reply: me,
  }),
  consent: route('consent', {
    method: 'PUT',
    path: '/me/consents/{guideline}',
    summary: 'Agrees to the privacy guideline',
    needs: { who: 'resident', consent: false },
    params: z.strictObject({ guideline: z.string().check(z.regex(/^\d{4}-\d{2}$/, '指引版本不正确')) }),
    reply: me,
  }),
  setHome: route('setHome', {
    method: 'PUT',
    path: '/me/homes/{placeId}',
    summary: 'Says where I live',
    needs: { who: 'resident', consent: true },
    params: z.strictObject({ placeId }),
    body: z.strictObject({ label: z.enum(['常住', '工作地']) }),
    reply: me,
  }),
  removeHome: route('removeHome', {
    method: 'DELETE',
    path: '/me/homes/{placeId}',
    summary: 'I no longer live or work there',
    needs: { who: 'resident', consent: true },
    params: z.strictObject({ placeId }),
    reply: me,
  }),
  organisationDuties: route('organisationDuties', {
    method: 'GET',
    path: '/organisations/{organisationId}/duties',
    summary: 'The duties an organisation holds, and where',
    needs: { who: 'official', action: 'directory.read', where: 'anywhere' },
    params: z.strictObject({ organisationId }),
    reply: z.strictObject({
      items: z.array(z.strictObject({ duty, name: z.string(), place: namedPlace, since: day })),
    }),
  }),
  duties: route('duties', {
    method: 'GET',
    path: '/duties/{placeId}',
    summary: 'Who is answerable for a place, for every duty: the nearest holder upwards',
    needs: { who: 'official', action: 'directory.read', where: 'anywhere' },
    params: z.strictObject({ placeId }),
    reply: z.strictObject({ items: z.array(answerable) }),
  }),
  duty: route('duty', {
    method: 'GET',
    path: '/duties/{placeId}/{duty}',
    summary: 'Who is answerable for a place and a duty: the nearest holder upwards',
    needs: { who: 'official', action: 'directory.read', where: 'anywhere' },
    params: z.strictObject({ placeId, duty }),
    reply: answerable,
  }),
  setDuty: route('setDuty', {
    method: 'PUT',
    path: '/duties/{placeId}/{duty}',
    summary: 'Makes an organisation answerable for a place and a duty, from a day on; the former holder ends',
    needs: { who: 'official', action: 'duty.write', where: 'resource' },
    params: z.strictObject({ placeId, duty }),
    body: z.strictObject({ organisation: organisationId, from: day, reason: text(200, '原因') }),
    reply: answerable,
  }),
  endDuty: route('endDuty', {
    method: 'DELETE',
    path: '/duties/{placeId}/{duty}',
    summary: 'Ends a duty held at this very place: from today the nearest holder above is answerable',
    needs: { who: 'official', action: 'duty.write', where: 'resource' },
    params: z.strictObject({ placeId, duty }),
    reply: answerable,
  }),
  grids: route('grids', {
    method: 'GET',
    path: '/grids',
    summary: 'The grids of a place',
    needs: { who: 'official', action: 'directory.read', where: 'anywhere' },
    query: z.strictObject({ within: placeId }),
    reply: z.strictObject({ items: z.array(grid) }),
  }),
  gridsAt: route('gridsAt', {
    method: 'GET',
    path: '/grids/at/{placeId}',
    summary: 'The grids that cover a place today, with who is on duty: work there goes to them',
    needs: { who: 'official', action: 'directory.read', where: 'anywhere' },
    params: z.strictObject({ placeId }),
    reply: z.strictObject({ items: z.array(grid) }),
  }),
  gridCoverage: route('gridCoverage', {
    method: 'GET',
    path: '/grids/coverage/{placeId}',
    summary: 'Which parts of a place no grid covers, and which more than one',
    needs: { who: 'official', action: 'directory.read', where: 'anywhere' },
    params: z.strictObject({ placeId }),
    reply: z.strictObject({
      /** The highest places inside that are in no grid. */
      uncovered: z.array(z.extend(namedPlace, { tail: z.string() })),
      overlapping: z.array(
        z.strictObject({
          place: z.extend(namedPlace, { tail: z.string() }),
          grids: z.array(z.strictObject({ id: gridId, name: z.string() })),
        }),
      ),
      /** Grids without a worker on duty today. */
      unattended: z.array(z.strictObject({ id: gridId, name: z.string() })),
    }),
  }),
  grid: route('grid', {
    method: 'GET',
    path: '/grids/{gridId}',
    summary: 'A grid with its places and workers',
    needs: { who: 'official', action: 'directory.read', where: 'anywhere' },
    params: z.strictObject({ gridId }),
    reply: grid,
  }),
  saveGrid: route('saveGrid', {
    method: 'PUT',
    path: '/grids/{gridId}',
    summary: 'Makes or changes a grid; the id is made by whoever asks, so that a retry is the same grid',
    needs: { who: 'official', action: 'grid.write', where: 'resource' },
    params: z.strictObject({ gridId }),
    body: gridBody,
    reply: grid,
  }),
  endGrid: route('endGrid', {
    method: 'DELETE',
    path: '/grids/{gridId}',
    summary: 'Ends a grid as of today; it stays in the history',
    needs: { who: 'official', action: 'grid.write', where: 'resource' },
    params: z.strictObject({ gridId }),
    reply: grid,
  }),
} as const
