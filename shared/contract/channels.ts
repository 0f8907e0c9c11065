import { channelParts, channelStates, consentStates, type ServiceCategory, serviceCategories } from '../rules/channel'
import { linkKinds } from '../rules/link'
import { procedures, requestStates } from '../rules/request'
import { booking, slotId, slotsLeft } from './booking'
import { documents, settings, times } from './channel-settings'
import { routesOf } from './define'
import { answers, form, prefill } from './form'
import { link, shownLink } from './linked'
import {
  channelId,
  countsByPlace,
  cursor,
  instant,
  level,
  organisationId,
  page,
  placeId,
  requestId,
  text,
} from './parts'
import { request, requestCard, wait } from './requests'
import * as z from './z'

const route = routesOf('channels')

// A catalogue's keys are its categories.
export const category = z.enum(Object.keys(serviceCategories) as [ServiceCategory, ...ServiceCategory[]])
export const procedure = z.enum(procedures)

const wholeNumber = (what: string) =>
  z.exactOptional(z.int(`${what}应为整数`).check(z.gte(0, `${what}不正确`), z.lte(150, `${what}不正确`)))
/** Whom a service is for; the shape of `Audience`. */
export const audience = z.strictObject({
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
  /** Other organisations that take part, and how. */
  parts: z.exactOptional(
    z
      .array(z.strictObject({ organisation: organisationId, part: z.enum(channelParts, '请选择怎样参与') }))
      .check(z.maxLength(10, '最多 10 个单位参与')),
  ),
  /** Whom it is for, by what is known of them; absent: everybody it is offered to. */
  audience: z.exactOptional(audience),
  /** Times that can be booked; absent: nothing is booked. */
  booking: z.exactOptional(booking),
  /** A service that lives elsewhere. */
  link: z.exactOptional(link),
  ...settings,
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

/** Since when requests are not taken, and why. */
const paused = z.strictObject({ since: instant, reason: z.exactOptional(z.string()) })

export const channel = z.strictObject({
  ...channelCard.shape,
  procedure,
  promisedDays: z.number(),
  form,
  audience: z.exactOptional(audience),
  parts: z.exactOptional(
    z.array(
      z.strictObject({
        organisation: organisationId,
        name: z.string(),
        part: z.enum(channelParts),
        /** Whether it agreed to take part; absent where it is asked with the publication. */
        consent: z.exactOptional(z.enum(consentStates)),
      }),
    ),
  ),
  booking: z.exactOptional(booking),
  link: z.exactOptional(link),
  ...settings,
  paused: z.exactOptional(paused),
  /** The one it was copied from. */
  from: z.exactOptional(z.strictObject({ id: channelId, organisation: z.string() })),
  organisation: z.strictObject({ id: organisationId, name: z.string() }),
  reach: z.array(z.strictObject({ id: placeId, name: z.string(), level, tail: z.string() })),
  /** True when the draft differs from the version in force. */
  changed: z.boolean(),
  problems: z.array(z.strictObject({ control: z.exactOptional(z.string()), message: z.string() })),
})
export type ChannelReply = z.output<typeof channel>

export const serviceCard = z.strictObject({
  id: channelId,
  title: z.string(),
  summary: z.string(),
  category,
  /** The home it is offered to. */
  home: placeId,
  /** Whom it is for, where not everybody: 「面向 65 岁以上的居民」. */
  audience: z.exactOptional(z.string()),
  /** The way for whatever a resident has to say. */
  raises: z.exactOptional(z.literal(true)),
  /** It lives elsewhere, and how it is opened. */
  link: z.exactOptional(z.enum(linkKinds)),
  paused: z.exactOptional(paused),
  /** From when and until when it takes requests. */
  from: z.exactOptional(instant),
  until: z.exactOptional(instant),
})
export type ServiceCardReply = z.output<typeof serviceCard>

export const service = z.strictObject({
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
  /** How long it took others nearby; absent where there were too few. */
  wait: z.exactOptional(wait),
  /** What the reader has asked for here already and is under way, the newest first, at most five. */
  running: z.exactOptional(
    z.array(z.strictObject({ id: requestId, number: z.string(), state: z.enum(requestStates) })),
  ),
  /** Plain words: what happens after submitting, in order. */
  next: z.array(z.string()),
  /** The times that can be booked, with what is left of them. */
  slots: z.exactOptional(slotsLeft),
  times: z.exactOptional(times),
  documents: z.exactOptional(documents),
  link: z.exactOptional(shownLink),
  /** What I said to what it asks for, where it asks for the same still. */
  passing: z.exactOptional(z.boolean()),
  paused: z.exactOptional(paused),
  /** It makes answers public: they are read apart. */
  answers: z.exactOptional(z.literal(true)),
  /** How many were closed, and in how much working time half of them were; where the service makes it public. */
  numbers: z.exactOptional(z.strictObject({ closed: z.number(), usual: z.exactOptional(z.string()) })),
})
export type ServiceReply = z.output<typeof service>

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
    summary:
      'Requests of a channel inside the official’s places, by place, 20 a page; or those of them that booked one time',
    needs: { who: 'official', action: 'request.read', where: 'list' },
    params: z.strictObject({ channelId }),
    query: z.strictObject({ cursor, slot: z.exactOptional(slotId) }),
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
      /** The time that is booked, where the service has times. */
      slot: z.exactOptional(slotId),
      /** It is to be answered with what neighbours told of before, where there is such. */
      follows: z.exactOptional(z.literal(true)),
      /** WeChat subscribe-message templates the resident agreed to for this request. */
      notify: z.boolean(),
    }),
    reply: request,
  }),
} as const
