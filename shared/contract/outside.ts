import { requestStates } from '../rules/request'
import { routesOf } from './define'
import { channelId, clientId, instant, placeId, requestId, text } from './parts'
import * as z from './z'

const route = routesOf('channels')

/** What other systems of the city are told, and what they send in. */

/** What there is to be told of a request: that it came, each further step, and the step that ended it. */
export const hookEvents = ['request.received', 'request.moved', 'request.closed'] as const
export type HookEvent = (typeof hookEvents)[number]

/** A subscription, made under an id of its asker. */
export const hookId = z.string('编号应为文字').check(z.regex(/^x[0-9a-z]{20}$/, '编号的格式不正确'))

const hookContent = z.strictObject({
  url: z.string('地址应为文字').check(z.minLength(1, '请填写接收地址'), z.maxLength(500, '接收地址不超过 500 个字')),
  events: z
    .array(z.enum(hookEvents, '没有这种消息'))
    .check(z.minLength(1, '请至少选一种消息'), z.maxLength(hookEvents.length, '消息种类重复')),
  /** Only what lies in these, of the places the system was let in for. */
  places: z.exactOptional(
    z.array(placeId).check(z.minLength(1, '请至少选一个地方'), z.maxLength(20, '最多 20 个地方')),
  ),
  /** Only what was asked for by these services. */
  channels: z.exactOptional(
    z.array(channelId).check(z.minLength(1, '请至少选一项服务'), z.maxLength(50, '最多 50 项服务')),
  ),
  on: z.exactOptional(z.boolean('是否启用不正确')),
})
export type HookContent = z.output<typeof hookContent>

const hook = z.strictObject({
  id: hookId,
  url: z.string(),
  events: z.array(z.enum(hookEvents)),
  places: z.exactOptional(z.array(placeId)),
  channels: z.exactOptional(z.array(channelId)),
  on: z.boolean(),
  /** Since when nothing arrives. */
  failingSince: z.exactOptional(instant),
  /** It was switched off because nothing arrived; saved again, it is on again. */
  off: z.exactOptional(z.strictObject({ at: instant, why: z.string() })),
})
export type HookReply = z.output<typeof hook>

/** With the secret while it is new: it is told once. */
const madeHook = z.extend(hook, { secret: z.exactOptional(z.string()) })

const orderId = z
  .string('工单编号应为文字')
  .check(z.regex(/^[0-9A-Za-z_-]{1,60}$/, '工单编号只能用数字、字母、- 和 _，不超过 60 个字'))

const orders = z.strictObject({
  /** The service whose form and ways they take: one whose requests are routed. */
  channelId,
  /** Where an order lies that says of no place of ours where it is. */
  place: placeId,
})

const order = z.strictObject({
  id: orderId,
  /** As the other system counts. */
  number: z.string(),
  request: z.strictObject({ id: requestId, number: z.string() }),
  state: z.enum(requestStates),
  stateName: z.string(),
  place: z.string(),
  /** Who has it. */
  with: z.exactOptional(z.strictObject({ name: z.string(), phone: z.exactOptional(z.string()) })),
  answer: z.exactOptional(z.strictObject({ text: z.string(), at: instant })),
  /** Addresses good for some minutes. */
  evidence: z.array(z.strictObject({ url: z.string(), name: z.string(), type: z.string(), bytes: z.number() })),
  receivedAt: instant,
  due: z.strictObject({ theirs: instant, ours: instant }),
  overdue: z.boolean(),
})
export type OrderReply = z.output<typeof order>

const orderBody = z.strictObject({
  number: text(60, '工单号'),
  text: text(2000, '诉求内容'),
  place: z.exactOptional(text(200, '地址')),
  contact: z.strictObject({
    name: z.exactOptional(text(40, '联系人姓名')),
    phone: z.exactOptional(text(30, '联系电话')),
  }),
  receivedAt: instant,
  due: instant,
  /** As the other system sorts it: told to whoever reads, decided by nobody. */
  kind: z.exactOptional(text(60, '工单类别')),
})
export type OrderBody = z.output<typeof orderBody>

export const outside = {
  hooks: route('hooks', {
    method: 'GET',
    path: '/hooks',
    summary: 'The system’s own subscriptions',
    needs: { who: 'client' },
    reply: z.strictObject({ items: z.array(hook) }),
  }),
  saveHook: route('saveHook', {
    method: 'PUT',
    path: '/hooks/{hookId}',
    summary:
      'Subscribes the calling system to what happens in its places. The secret is told once, with the first call',
    needs: { who: 'client' },
    params: z.strictObject({ hookId }),
    body: hookContent,
    reply: madeHook,
  }),
  rotateHook: route('rotateHook', {
    method: 'POST',
    path: '/hooks/{hookId}/secrets',
    summary: 'A new secret; the former ones sign beside it for another day',
    needs: { who: 'client' },
    params: z.strictObject({ hookId }),
    reply: z.strictObject({ secret: z.string(), formerUntil: instant }),
    // Sent again there is another one: what the receiver has is good for a day all the same.
    repeatable: true,
  }),
  replayHook: route('replayHook', {
    method: 'POST',
    path: '/hooks/{hookId}/replay',
    summary:
      'Sends again what happened since an instant, of the last thirty days, under the same ids; some hundred at once',
    needs: { who: 'client' },
    params: z.strictObject({ hookId }),
    body: z.strictObject({ since: instant }),
    reply: z.strictObject({ again: z.number(), next: z.exactOptional(instant) }),
    repeatable: true,
  }),
  clientHooks: route('clientHooks', {
    method: 'GET',
    path: '/clients/{clientId}/hooks',
    summary: 'The subscriptions of a system of the caller’s city',
    needs: { who: 'official', action: 'permission.write', where: 'list' },
    params: z.strictObject({ clientId }),
    reply: z.strictObject({ items: z.array(hook) }),
  }),
  keepHook: route('keepHook', {
    method: 'PUT',
    path: '/clients/{clientId}/hooks/{hookId}',
    summary: 'Subscribes a system of the caller’s city, changes it, or switches it on and off',
    needs: { who: 'official', action: 'permission.write', where: 'list' },
    params: z.strictObject({ clientId, hookId }),
    body: hookContent,
    reply: madeHook,
  }),
  takeOrders: route('takeOrders', {
    method: 'PUT',
    path: '/clients/{clientId}/orders',
    summary: 'As requests of which service the work orders of a system are taken',
    needs: { who: 'official', action: 'permission.write', where: 'list' },
    params: z.strictObject({ clientId }),
    body: orders,
    reply: orders,
  }),
  putOrder: route('putOrder', {
    method: 'PUT',
    path: '/work-orders/{orderId}',
    summary: 'A work order of another system, as one request. Sent again it is the same; another text is added to it',
    needs: { who: 'client' },
    params: z.strictObject({ orderId }),
    body: orderBody,
    reply: order,
  }),
  order: route('order', {
    method: 'GET',
    path: '/work-orders/{orderId}',
    summary: 'How far a work order is, who has it, what was answered, and with what evidence',
    needs: { who: 'client' },
    params: z.strictObject({ orderId }),
    reply: order,
  }),
} as const
