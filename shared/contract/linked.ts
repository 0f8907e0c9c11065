import { answerStates, type Link, passedKeys } from '../rules/link'
import { requestStates } from '../rules/request'
import { routesOf } from './define'
import { channelId, instant, requestId, text } from './parts'
import * as z from './z'

const route = routesOf('channels')

const url = z.string('网址应为文字').check(z.trim(), z.maxLength(500, '网址不超过 500 个字'))
const name = z.string('名称应为文字').check(z.trim(), z.maxLength(20, '名称不超过 20 个字'))
const passes = z.exactOptional(
  z
    .array(
      z.strictObject({
        key: z.enum(passedKeys, '这一项不能带过去'),
        purpose: z.string('用途应为文字').check(z.trim(), z.maxLength(30, '用途不超过 30 个字')),
      }),
    )
    .check(z.maxLength(passedKeys.length, '要带的资料太多')),
)

const pageLink = z.strictObject({ kind: z.literal('page'), name, url, passes })
const miniProgramLink = z.strictObject({
  kind: z.literal('mini-program'),
  name,
  appId: z.string('AppID 应为文字').check(z.trim(), z.maxLength(30, 'AppID 太长')),
  path: z.string('路径应为文字').check(z.trim(), z.maxLength(300, '路径太长')),
  passes,
})
/** Where a service lives that is not ours; whether it can be published is `linkProblems`'s business. */
export const link = z.discriminatedUnion('kind', [
  pageLink,
  miniProgramLink,
  z.strictObject({ kind: z.literal('endpoint'), name, url }),
])
link satisfies z.ZodMiniType<Link, unknown>

/** As a resident reads it: the address of an endpoint is nobody's but its keeper's. */
export const shownLink = z.discriminatedUnion('kind', [
  pageLink,
  miniProgramLink,
  z.strictObject({ kind: z.literal('endpoint'), name: z.string() }),
])
export type ShownLink = z.output<typeof shownLink>

const linkState = z.strictObject({
  /** Whether there is a secret by which both sides sign. */
  secret: z.boolean(),
  /** Where the receiver answers, below the address of our API; `{requestId}` stands for the request. */
  callback: z.string(),
  /** Since when nothing arrives. */
  failingSince: z.exactOptional(instant),
  off: z.exactOptional(z.strictObject({ at: instant, why: z.string() })),
})
export type LinkStateReply = z.output<typeof linkState>

const linkConsent = z.strictObject({
  channelId,
  title: z.string(),
  /** Whose it is. */
  name: z.string(),
  /** Of which version of the service it was said. */
  version: z.number(),
  passes: z.array(z.strictObject({ key: z.enum(passedKeys), purpose: z.string() })),
  given: z.boolean(),
  at: instant,
  withdrawnAt: z.exactOptional(instant),
})
export type LinkConsentReply = z.output<typeof linkConsent>

export const linked = {
  linkState: route('linkState', {
    method: 'GET',
    path: '/channels/{channelId}/link',
    summary: 'How the endpoint behind a service does, and where it answers',
    needs: { who: 'official', action: 'channel.read', where: 'resource' },
    params: z.strictObject({ channelId }),
    reply: linkState,
  }),
  renewLinkSecret: route('renewLinkSecret', {
    method: 'POST',
    path: '/channels/{channelId}/link/secrets',
    summary: 'A secret for the endpoint behind a service, told this once; a former one is good for another day',
    needs: { who: 'official', action: 'channel.publish', where: 'resource' },
    params: z.strictObject({ channelId }),
    reply: z.strictObject({ secret: z.string(), formerUntil: z.exactOptional(instant) }),
    // Sent again there is another one: what the receiver has is good for a day all the same.
    repeatable: true,
  }),
  visitLinked: route('visitLinked', {
    method: 'POST',
    path: '/services/{channelId}/visits',
    summary:
      'Opens what lives elsewhere, with a signed assertion of what the resident lets go there. `pass`: what they say to it; absent: what they said before',
    needs: { who: 'resident', consent: true },
    params: z.strictObject({ channelId }),
    body: z.strictObject({ pass: z.exactOptional(z.boolean('是否带上应为是或否')) }),
    reply: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('page'), url: z.string() }),
      z.strictObject({
        kind: z.literal('mini-program'),
        appId: z.string(),
        path: z.string(),
        extraData: z.exactOptional(z.strictObject({ assertion: z.string() })),
      }),
    ]),
    // Sent again it is another assertion of the same.
    repeatable: true,
  }),
  linkConsents: route('linkConsents', {
    method: 'GET',
    path: '/linked/consents',
    summary: 'What I let go to which services, and what I kept',
    needs: { who: 'resident', consent: false },
    reply: z.strictObject({ items: z.array(linkConsent) }),
  }),
  withdrawLinkConsent: route('withdrawLinkConsent', {
    method: 'DELETE',
    path: '/linked/consents/{channelId}',
    summary: 'Nothing more of mine goes to a service',
    needs: { who: 'resident', consent: false },
    params: z.strictObject({ channelId }),
    reply: linkConsent,
  }),
  linkKeys: route('linkKeys', {
    method: 'GET',
    path: '/linked/jwks',
    summary: 'The keys by which assertions are checked (RFC 7517)',
    needs: { who: 'anyone' },
    reply: z.strictObject({
      keys: z.array(
        z.strictObject({
          kty: z.literal('EC'),
          crv: z.literal('P-256'),
          x: z.string(),
          y: z.string(),
          kid: z.string(),
          alg: z.literal('ES256'),
          use: z.literal('sig'),
        }),
      ),
    }),
    keptSeconds: 300,
  }),
  answerLinked: route('answerLinked', {
    method: 'POST',
    path: '/linked/{channelId}/requests/{requestId}',
    summary:
      'What the endpoint behind a service says of a request it was given, signed by the secret of both as Standard Webhooks are; under the same id it is said once',
    needs: { who: 'anyone' },
    params: z.strictObject({ channelId, requestId }),
    body: z.strictObject({
      state: z.enum(answerStates, '没有这种进展'),
      /** What the resident reads; needed but for `taken`. */
      text: z.exactOptional(text(1000, '说明')),
    }),
    reply: z.strictObject({ number: z.string(), state: z.enum(requestStates) }),
    repeatable: true,
  }),
} as const
