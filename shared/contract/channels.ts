import { channelStates, type ServiceCategory, serviceCategories } from '../rules/channel'
import { fileKinds } from '../rules/file'
import { procedures, requestActions, requestStates } from '../rules/request'
import { routesOf } from './define'
import { answers, form, prefill } from './form'
import {
  channelId,
  countsByPlace,
  cursor,
  fileId,
  instant,
  level,
  optionalText,
  organisationId,
  page,
  placeId,
  requestId,
  stepKey,
  text,
} from './parts'
import * as z from './z'

const route = routesOf('channels')

// A catalogue's keys are its categories.
const category = z.enum(Object.keys(serviceCategories) as [ServiceCategory, ...ServiceCategory[]])
const procedure = z.enum(procedures)

const wholeNumber = (what: string) =>
  z.exactOptional(z.int(`${what}应为整数`).check(z.gte(0, `${what}不正确`), z.lte(150, `${what}不正确`)))
/** Whom a service is for; the shape of `Audience`. */
const audience = z.strictObject({
  who: z.enum(['self', 'family'], '请选择看谁的情况'),
  rules: z
    .array(
      z.discriminatedUnion('about', [
        z.strictObject({ about: z.literal('age'), least: wholeNumber('年龄'), most: wholeNumber('年龄') }),
        z.strictObject({
          about: z.literal('fact'),
          attribute: text(80, '属性'),
          values: z.array(text(40, '选项')).check(z.minLength(1, '请选择至少一个选项'), z.maxLength(50, '选项太多')),
        }),
        z.strictObject({
          about: z.literal('relation'),
          types: z.array(text(80, '关系')).check(z.minLength(1, '请选择关系'), z.maxLength(20, '关系太多')),
        }),
      ]),
    )
    .check(z.minLength(1, '请写明条件，或者不限制'), z.maxLength(5, '最多 5 个条件')),
})

const content = {
  title: text(20, '服务名称'),
  /** One line on the card. */
  summary: text(24, '一句话说明'),
  category,
  procedure,
  /** Working days within which the community promises to answer. */
  promisedDays: z.int('应为整数').check(z.gte(1, '至少 1 天'), z.lte(60, '最多 60 天')),
  form,
  /** Whom it is for, by what is known of them; absent: everybody it is offered to. */
  audience: z.exactOptional(audience),
}
export const channelContent = z.strictObject(content)
export type ChannelContent = z.output<typeof channelContent>

const channelCard = z.strictObject({
  id: channelId,
  title: z.string(),
  summary: z.string(),
  category,
  state: z.enum(channelStates),
  /** Counts up with each saved change; sent back with the next one. */
  edition: z.number(),
  /** The version in force for new requests; absent before the first publication. */
  version: z.exactOptional(z.number()),
  updatedAt: instant,
})
export type ChannelCardReply = z.output<typeof channelCard>

export const channel = z.strictObject({
  ...channelCard.shape,
  procedure,
  promisedDays: z.number(),
  form,
  audience: z.exactOptional(audience),
  organisation: z.strictObject({ id: organisationId, name: z.string() }),
  reach: z.array(z.strictObject({ id: placeId, name: z.string(), level, tail: z.string() })),
  /** True when the draft differs from the version in force. */
  changed: z.boolean(),
  problems: z.array(z.strictObject({ control: z.exactOptional(z.string()), message: z.string() })),
})
export type ChannelReply = z.output<typeof channel>

const serviceCard = z.strictObject({
  id: channelId,
  title: z.string(),
  summary: z.string(),
  category,
  /** The home it is offered to. */
  home: placeId,
  /** Whom it is for, where not everybody: 「面向 65 岁以上的居民」. */
  audience: z.exactOptional(z.string()),
})
export type ServiceCardReply = z.output<typeof serviceCard>

const service = z.strictObject({
  id: channelId,
  title: z.string(),
  summary: z.string(),
  category,
  procedure,
  promisedDays: z.number(),
  organisation: z.strictObject({ name: z.string() }),
  audience: z.exactOptional(z.string()),
  /** The version of the form, and the one new requests begin with. */
  version: z.number(),
  newest: z.number(),
  form,
  prefill,
  /** The home the request is made for unless another is chosen. */
  home: placeId,
  /** Plain words: what happens after submitting, in order. */
  next: z.array(z.string()),
})
export type ServiceReply = z.output<typeof service>

const step = z.strictObject({
  key: z.string(),
  action: z.union([z.literal('submit'), z.enum(requestActions)]),
  /** As the resident reads it. */
  says: z.string(),
  note: z.exactOptional(z.string()),
  /** Who did it: 「您」, or the post and name. */
  by: z.string(),
  at: instant,
  state: z.enum(requestStates),
})

const requestCard = z.strictObject({
  id: requestId,
  number: z.string(),
  channelId,
  title: z.string(),
  who: z.string(),
  place: z.string(),
  state: z.enum(requestStates),
  submittedAt: instant,
  updatedAt: instant,
  due: instant,
  overdue: z.boolean(),
})
export type RequestCardReply = z.output<typeof requestCard>

export const request = z.strictObject({
  ...requestCard.shape,
  revision: z.number(),
  procedure,
  organisation: z.strictObject({ id: organisationId, name: z.string() }),
  /** The answers as a person reads them, in the form's order, by subject. */
  answers: z.array(
    z.strictObject({
      subject: z.string(),
      items: z.array(
        z.strictObject({
          label: z.string(),
          text: z.string(),
          masked: z.boolean(),
          /** The files the answer names, for those who may open them: absent where it is masked. */
          files: z.exactOptional(z.array(z.strictObject({ id: fileId, kind: z.enum(fileKinds) }))),
        }),
      ),
    }),
  ),
  steps: z.array(step),
  claimedBy: z.exactOptional(z.strictObject({ id: z.string(), name: z.string(), phone: z.string() })),
  rating: z.exactOptional(z.strictObject({ stars: z.number(), words: z.exactOptional(z.string()) })),
  /** What the reader may do now. */
  actions: z.array(z.enum(requestActions)),
  /** Entities the request is about, for those who may open them. */
  entities: z.array(z.strictObject({ id: z.string(), name: z.string() })),
})
export type RequestReply = z.output<typeof request>

const requestParams = z.strictObject({ requestId })
const handling = { who: 'official', action: 'request.handle', where: 'resource' } as const
const own = { who: 'resident', consent: true } as const
/** `key` is made on the phone: sent twice, it is one step. */
const plainStep = z.strictObject({ key: stepKey, note: optionalText(500, '说明') })
const notedStep = z.strictObject({ key: stepKey, note: text(500, '说明') })

export const channels = {
  create: route('create', {
    method: 'PUT',
    path: '/channels/{channelId}',
    summary:
      'Creates a channel as a draft of the official’s organisation; the same id with the same content again changes nothing',
    needs: { who: 'official', action: 'channel.write', where: 'resource' },
    params: z.strictObject({ channelId }),
    body: channelContent,
    reply: channel,
  }),
  revise: route('revise', {
    method: 'PUT',
    path: '/channels/{channelId}/draft',
    summary: 'Saves the draft, if nobody else did since `edition`',
    needs: { who: 'official', action: 'channel.write', where: 'resource' },
    params: z.strictObject({ channelId }),
    body: z.strictObject({ edition: z.int(), content: channelContent }),
    reply: channel,
  }),
  publish: route('publish', {
    method: 'PUT',
    path: '/channels/{channelId}/publication',
    summary: 'Puts the draft in force for the places reached, all inside the official’s territory',
    needs: { who: 'official', action: 'channel.publish', where: 'resource' },
    params: z.strictObject({ channelId }),
    body: z.strictObject({
      edition: z.int(),
      reach: z.array(placeId).check(z.minLength(1, '请选择服务范围'), z.maxLength(40, '一次最多选择 40 个地点')),
    }),
    reply: channel,
  }),
  close: route('close', {
    method: 'POST',
    path: '/channels/{channelId}/closure',
    summary: 'Stops taking requests; running ones are finished',
    needs: { who: 'official', action: 'channel.publish', where: 'resource' },
    params: z.strictObject({ channelId }),
    body: z.strictObject({ edition: z.int() }),
    reply: channel,
  }),
  channel: route('channel', {
    method: 'GET',
    path: '/channels/{channelId}',
    summary: 'One channel as its keepers see it',
    needs: { who: 'official', action: 'channel.read', where: 'resource' },
    params: z.strictObject({ channelId }),
    reply: channel,
  }),
  list: route('list', {
    method: 'GET',
    path: '/channels',
    summary: 'The channels of the official’s organisations, newest first, 20 a page',
    needs: { who: 'official', action: 'channel.read', where: 'list' },
    query: z.strictObject({ cursor }),
    reply: page(channelCard),
  }),
  counts: route('counts', {
    method: 'GET',
    path: '/channels/{channelId}/counts',
    summary: 'Requests of a channel by state, for a place and each of its children',
    needs: { who: 'official', action: 'statistics.read', where: 'resource' },
    params: z.strictObject({ channelId }),
    query: z.strictObject({ place: placeId }),
    reply: countsByPlace,
  }),
  statistics: route('statistics', {
    method: 'GET',
    path: '/statistics/requests',
    summary: 'All requests by state, for a place and each of its children',
    needs: { who: 'official', action: 'statistics.read', where: 'resource' },
    query: z.strictObject({ place: placeId }),
    reply: countsByPlace,
  }),
  requests: route('requests', {
    method: 'GET',
    path: '/channels/{channelId}/requests',
    summary: 'Requests of a channel inside the official’s places, by place, 20 a page',
    needs: { who: 'official', action: 'request.read', where: 'list' },
    params: z.strictObject({ channelId }),
    query: z.strictObject({ cursor }),
    reply: page(requestCard),
  }),
  services: route('services', {
    method: 'GET',
    path: '/services',
    summary: 'The services offered to my homes',
    needs: { who: 'resident', consent: false },
    reply: z.strictObject({ items: z.array(serviceCard) }),
  }),
  service: route('service', {
    method: 'GET',
    path: '/services/{channelId}',
    summary:
      'One service with its form, prefilled with what is known; 404 unless offered to one of my homes. `version`: the one a draft was begun under',
    needs: { who: 'resident', consent: true },
    params: z.strictObject({ channelId }),
    query: z.strictObject({
      version: z.exactOptional(z.string().check(z.regex(/^[1-9]\d{0,5}$/, '表单版本应为整数'))),
    }),
    reply: service,
  }),
  submit: route('submit', {
    method: 'PUT',
    path: '/channels/{channelId}/requests/{requestId}',
    summary: 'Submits a request under the id made on the phone: however often it is sent, it is one request',
    needs: { who: 'resident', consent: true },
    params: z.strictObject({ channelId, requestId }),
    body: z.strictObject({
      version: z.int('表单版本应为整数'),
      home: placeId,
      answers,
      /** WeChat subscribe-message templates the resident agreed to for this request. */
      notify: z.boolean(),
    }),
    reply: request,
  }),
  myRequests: route('myRequests', {
    method: 'GET',
    path: '/requests',
    summary: 'My requests, newest first, 20 a page',
    needs: { who: 'resident', consent: false },
    query: z.strictObject({ cursor }),
    reply: page(requestCard),
  }),
  request: route('request', {
    method: 'GET',
    path: '/requests/{requestId}',
    summary: 'One request with its time line',
    needs: { who: 'owner-or-official', action: 'request.read', where: 'resource' },
    params: requestParams,
    reply: request,
  }),
  claim: route('claim', {
    method: 'POST',
    path: '/requests/{requestId}/claim',
    summary: 'Takes a request in hand',
    needs: handling,
    params: requestParams,
    body: plainStep,
    reply: request,
    repeatable: true,
  }),
  release: route('release', {
    method: 'POST',
    path: '/requests/{requestId}/release',
    summary: 'Puts a request back for colleagues',
    needs: handling,
    params: requestParams,
    body: plainStep,
    reply: request,
    repeatable: true,
  }),
  confirm: route('confirm', {
    method: 'POST',
    path: '/requests/{requestId}/confirmation',
    summary: 'Confirms a request',
    needs: handling,
    params: requestParams,
    body: plainStep,
    reply: request,
    repeatable: true,
  }),
  return: route('return', {
    method: 'POST',
    path: '/requests/{requestId}/return',
    summary: 'Asks the resident for more',
    needs: handling,
    params: requestParams,
    body: notedStep,
    reply: request,
    repeatable: true,
  }),
  conclude: route('conclude', {
    method: 'POST',
    path: '/requests/{requestId}/closure',
    summary: 'Closes a request with an answer',
    needs: handling,
    params: requestParams,
    body: notedStep,
    reply: request,
    repeatable: true,
  }),
  add: route('add', {
    method: 'POST',
    path: '/requests/{requestId}/additions',
    summary: 'The resident adds a note',
    needs: own,
    params: requestParams,
    body: notedStep,
    reply: request,
    repeatable: true,
  }),
  withdraw: route('withdraw', {
    method: 'POST',
    path: '/requests/{requestId}/withdrawal',
    summary: 'The resident withdraws',
    needs: own,
    params: requestParams,
    body: plainStep,
    reply: request,
    repeatable: true,
  }),
  rate: route('rate', {
    method: 'POST',
    path: '/requests/{requestId}/rating',
    summary: 'The resident rates a closed request',
    needs: own,
    params: requestParams,
    body: z.strictObject({
      key: stepKey,
      stars: z.int('请选择 1 至 5 星').check(z.gte(1, '请选择 1 至 5 星'), z.lte(5, '请选择 1 至 5 星')),
      words: optionalText(200, '评价'),
    }),
    reply: request,
    repeatable: true,
  }),
} as const
