import { routesOf } from './define'
import { text } from './parts'
import { me } from './permissions'
import * as z from './z'

const route = routesOf('permissions')

/** What the App of a city may vouch for. */
export const vouched = ['phone_number'] as const

const https = (what: string) =>
  z
    .string(`${what}应为文字`)
    .check(z.maxLength(300, `${what}不超过 300 个字`), z.regex(/^https?:\/\/[^\s#]+$/, `${what}应是完整的网址`))

const issuerId = z.string('编号应为文字').check(z.regex(/^i[0-9a-z]{20}$/, '编号的格式不正确'))
const issuerContent = {
  /** As it stands in `iss`, to the letter. */
  issuer: https('签发方'),
  name: text(30, 'App 名称'),
  /** As whom we are known there: `aud` of its tokens. */
  clientId: text(100, '客户端编号'),
  jwksUrl: https('公钥地址'),
  vouches: z.array(z.enum(vouched, '不认识的担保内容')).check(z.maxLength(vouched.length, '担保内容重复')),
  on: z.boolean('是否启用应为是或否'),
}
const issuer = z.strictObject({ id: issuerId, ...issuerContent })
export type IssuerReply = z.output<typeof issuer>

/** The resident h5 inside a city's App: its identity for a session of ours. */
export const oneSignIn = {
  exchangeNonce: route('exchangeNonce', {
    method: 'POST',
    path: '/sessions/nonces',
    summary: 'A nonce the App has its token made for: good for five minutes and one exchange',
    needs: { who: 'anyone' },
    reply: z.strictObject({ nonce: z.string(), expiresIn: z.number() }),
    repeatable: true,
  }),
  exchangeToken: route('exchangeToken', {
    method: 'POST',
    path: '/sessions/token-exchange',
    summary: 'Token exchange (RFC 8693): the id_token of an App the city registered, for a resident’s session',
    needs: { who: 'anyone' },
    body: z.strictObject({
      grant_type: z.literal('urn:ietf:params:oauth:grant-type:token-exchange', 'grant_type 不正确'),
      subject_token: z.string('subject_token 应为文字').check(z.maxLength(8192, 'subject_token 太长')),
      subject_token_type: z.literal('urn:ietf:params:oauth:token-type:id_token', 'subject_token_type 不正确'),
    }),
    reply: z.strictObject({
      access_token: z.string(),
      issued_token_type: z.literal('urn:ietf:params:oauth:token-type:access_token'),
      token_type: z.literal('Bearer'),
      expires_in: z.number(),
      refresh_token: z.string(),
      me,
    }),
  }),
  issuers: route('issuers', {
    method: 'GET',
    path: '/permissions/issuers',
    summary: 'The Apps of the caller’s city whose identity is taken',
    needs: { who: 'official', action: 'permission.write', where: 'list' },
    reply: z.strictObject({ items: z.array(issuer) }),
  }),
  saveIssuer: route('saveIssuer', {
    method: 'PUT',
    path: '/permissions/issuers/{issuerId}',
    summary: 'Registers an App of the caller’s city, changes it, or switches it off',
    needs: { who: 'official', action: 'permission.write', where: 'list' },
    params: z.strictObject({ issuerId }),
    body: z.strictObject(issuerContent),
    reply: issuer,
  }),
} as const
