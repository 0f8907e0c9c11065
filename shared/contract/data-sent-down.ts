import { ledgerKinds } from '../ledgers/ledger'
import { mostAskedPlaces, mostFields, mostPosts, provisionStateCodes, purposeCodes } from '../provisions/provision'
import { routesOf } from './define'
import {
  cursor,
  dataSetId,
  day,
  entityId,
  instant,
  job,
  jobId,
  ledgerId,
  level,
  officialId,
  optionalText,
  organisationId,
  page,
  placeId,
  postId,
  provisionId,
  text,
} from './parts'
import * as z from './z'

/** Data sent down 数据下沉: what is offered to those below, asked for with a purpose, given with masks for a time, used, audited, revoked. */
const route = routesOf('ledgers')

const edition = z.number('版本应为数字').check(z.int('版本不正确'), z.gte(0, '版本不正确'))
const fieldKey = z.string('内容编号应为文字').check(z.minLength(1, '内容编号不正确'), z.maxLength(60, '内容编号不正确'))
const named = z.strictObject({ id: organisationId, name: z.string() })
const place = z.strictObject({ id: placeId, name: z.string(), level })
const field = z.strictObject({
  /** An attribute's code, or `place`: where it is, to the door. */
  key: fieldKey,
  label: z.string(),
  sensitivity: z.enum(['open', 'internal', 'personal', 'sensitive']),
})

const dataSet = z.strictObject({
  id: dataSetId,
  name: z.string(),
  about: z.string(),
  /** `ledger`: its rows as they are known; `sheet`: what is handed in from time to time. */
  source: z.enum(['ledger', 'sheet']),
  ledgerId,
  kind: z.enum(ledgerKinds),
  organisation: named,
  fields: z.array(field),
  places: z.array(place),
  ended: z.boolean(),
  edition,
  at: instant,
  /** Of an organisation of mine: I may change it. */
  own: z.boolean(),
})
export type DataSetReply = z.output<typeof dataSet>

const delivery = z.strictObject({
  id: jobId,
  /** As the sheet is called. */
  name: z.string(),
  at: instant,
  /** Rows that were in order; those that stand for somebody or something known; of these, those nobody asked for. */
  rows: z.number(),
  matched: z.number(),
  unasked: z.number(),
  /** Rows nobody known was found for: all counted, at most 200 told. */
  unmatched: z.number(),
  problems: z.array(z.strictObject({ row: z.number(), message: z.string() })),
  job: z.exactOptional(job),
})
export type DeliveryReply = z.output<typeof delivery>

const card = z.strictObject({
  id: provisionId,
  name: z.string(),
  supplier: named,
  asker: named,
  purpose: z.enum(purposeCodes),
  state: z.enum(provisionStateCodes),
  until: day,
  at: instant,
})
export type ProvisionCardReply = z.output<typeof card>

const provision = z.extend(card, {
  dataSet: z.strictObject({ id: dataSetId, name: z.string(), source: z.enum(['ledger', 'sheet']) }),
  by: z.strictObject({ id: officialId, name: z.string() }),
  reason: z.string(),
  posts: z.array(z.strictObject({ id: postId, title: z.string() })),
  places: z.array(place),
  /** What was asked; what is given of it once decided. */
  fields: z.array(z.extend(field, { given: z.exactOptional(z.enum(['full', 'masked', 'none'])) })),
  /** The last day asked for: `until` is the one in force. */
  askedUntil: day,
  history: z.array(
    z.strictObject({
      step: z.enum(['ask', 'approve', 'return', 'begin', 'expire', 'end']),
      at: instant,
      who: z.string(),
      reason: z.exactOptional(z.string()),
    }),
  ),
  /** How many rows there are, by place. */
  rows: z.array(z.strictObject({ id: placeId, name: z.string(), rows: z.number() })),
  /** Sheets that have come, the latest first. */
  deliveries: z.array(
    z.strictObject({ id: jobId, name: z.string(), at: instant, rows: z.number(), unmatched: z.number() }),
  ),
  /** Who looked, and how many pages; for both sides. */
  looks: z.array(z.strictObject({ who: z.string(), times: z.number(), last: instant })),
  edition,
  may: z.strictObject({ decide: z.boolean(), end: z.boolean(), read: z.boolean() }),
})
export type ProvisionReply = z.output<typeof provision>

const cell = z.strictObject({ text: z.string(), masked: z.boolean() })
const row = z.strictObject({
  /** Whom or what it is of. */
  id: entityId,
  name: z.string(),
  /** Where: to the door when that is given, else its community. */
  place: z.string(),
  cells: z.record(z.string(), cell),
  source: z.string(),
  at: instant,
})
export type ProvidedRowReply = z.output<typeof row>

const listing = { who: 'official', action: 'provision.list', where: 'list' } as const
const asking = { who: 'official', action: 'provision.ask', where: 'list' } as const
const deciding = { who: 'official', action: 'provision.decide', where: 'resource' } as const
const fields = z
  .array(fieldKey)
  .check(z.minLength(1, '请至少选择一项内容'), z.maxLength(mostFields, `最多 ${mostFields} 项`))

export const dataSentDown = {
  dataSets: route('dataSets', {
    method: 'GET',
    path: '/data-sets',
    summary: 'What is offered to my organisation by those above it, or what my organisations offer; 20 a page',
    needs: listing,
    query: z.strictObject({ side: z.enum(['offered', 'own'], '请选择看哪一边'), cursor }),
    reply: page(dataSet),
  }),
  dataSet: route('dataSet', {
    method: 'GET',
    path: '/data-sets/{dataSetId}',
    summary: 'One data set; to its supplier with the sheets handed in',
    needs: listing,
    params: z.strictObject({ dataSetId }),
    reply: z.extend(dataSet, { deliveries: z.array(delivery) }),
  }),
  offerDataSet: route('offerDataSet', {
    method: 'PUT',
    path: '/data-sets/{dataSetId}',
    summary: 'Offers fields of a ledger of one’s own organisation to those below, or changes or ends the offer',
    needs: deciding,
    params: z.strictObject({ dataSetId }),
    body: z.strictObject({
      name: text(40, '名称'),
      about: text(200, '说明'),
      source: z.enum(['ledger', 'sheet'], '请选择数据从哪里来'),
      ledgerId,
      fields,
      ended: z.boolean(),
      edition,
    }),
    reply: dataSet,
  }),
  deliverSheet: route('deliverSheet', {
    method: 'PUT',
    path: '/data-sets/{dataSetId}/deliveries/{deliveryId}',
    summary: 'Sends a checked sheet down to everybody it was approved for, split by place; the same again is the same',
    needs: deciding,
    params: z.strictObject({ dataSetId, deliveryId: jobId }),
    reply: delivery,
  }),
  provisions: route('provisions', {
    method: 'GET',
    path: '/provisions',
    summary: 'What my organisations asked for, what waits for them to decide, or what they decided; the latest first',
    needs: listing,
    query: z.strictObject({ side: z.enum(['asked', 'waiting', 'decided'], '请选择看哪一边'), cursor }),
    reply: page(card),
  }),
  provision: route('provision', {
    method: 'GET',
    path: '/provisions/{provisionId}',
    summary: 'One ask with what became of it, what came and who looked; for both sides and the posts it names',
    needs: listing,
    params: z.strictObject({ provisionId }),
    reply: provision,
  }),
  askProvision: route('askProvision', {
    method: 'PUT',
    path: '/provisions/{provisionId}',
    summary: 'Asks for fields of a data set, for a purpose, places, posts and days; the same again is the same',
    needs: asking,
    params: z.strictObject({ provisionId }),
    body: z.strictObject({
      dataSetId,
      fields,
      purpose: z.enum(purposeCodes, '请选择用途'),
      reason: text(200, '用途说明'),
      places: z
        .array(placeId)
        .check(z.minLength(1, '请选择地点'), z.maxLength(mostAskedPlaces, `最多 ${mostAskedPlaces} 个地点`)),
      posts: z.array(postId).check(z.minLength(1, '请选择给谁用'), z.maxLength(mostPosts, `最多 ${mostPosts} 个岗位`)),
      until: day,
    }),
    reply: provision,
  }),
  decideProvision: route('decideProvision', {
    method: 'PUT',
    path: '/provisions/{provisionId}/decision',
    summary: 'Gives it, each field whole, masked or not at all, and no longer than asked; or returns it with a reason',
    needs: deciding,
    params: z.strictObject({ provisionId }),
    body: z.discriminatedUnion('outcome', [
      z.strictObject({
        outcome: z.literal('approve'),
        edition,
        fields: z.record(fieldKey, z.enum(['full', 'masked', 'none'], '请选择看到多少')),
        until: day,
        reason: optionalText(200, '说明'),
      }),
      z.strictObject({ outcome: z.literal('return'), edition, reason: text(200, '退回原因') }),
    ]),
    reply: provision,
  }),
  endProvision: route('endProvision', {
    method: 'PUT',
    path: '/provisions/{provisionId}/end',
    summary: 'Takes it back, from the next request on: by who asked or by who supplies',
    needs: listing,
    params: z.strictObject({ provisionId }),
    body: z.strictObject({ edition, reason: text(200, '原因') }),
    reply: provision,
  }),
  provisionRows: route('provisionRows', {
    method: 'GET',
    path: '/provisions/{provisionId}/rows',
    summary: 'A page of what was given, by place; each page is kept in the audit with the purpose before it is shown',
    needs: { who: 'official', action: 'provision.read', where: 'list' },
    params: z.strictObject({ provisionId }),
    query: z.strictObject({ cursor }),
    reply: page(row),
  }),
} as const
