import { actions } from '../permission/actions'
import { routesOf } from './define'
import { level, mobile, organisationId, placeId } from './parts'
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
        territory: z.array(z.strictObject({ id: placeId, name: z.string(), level })),
      }),
    ),
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
  organisation: route('organisation', {
    method: 'GET',
    path: '/organisations/{organisationId}',
    summary: 'An organisation with its posts, the places it manages and the organisations below it',
    needs: { who: 'official', action: 'directory.read', where: 'anywhere' },
    params: z.strictObject({ organisationId }),
    reply: z.strictObject({
      id: organisationId,
      name: z.string(),
      parent: z.exactOptional(organisationId),
      manages: z.array(z.strictObject({ id: placeId, name: z.string(), level })),
      posts: z.array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          holders: z.array(z.strictObject({ name: z.string(), phone: z.string() })),
        }),
      ),
      below: z.array(z.strictObject({ id: organisationId, name: z.string() })),
    }),
  }),
} as const
