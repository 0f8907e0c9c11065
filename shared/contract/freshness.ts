import { entityKinds } from '../knowledge/types'
import { routesOf } from './define'
import { entity } from './ledgers'
import { cursor, entityId, instant, ledgerId, level, page, placeId, stepKey } from './parts'
import * as z from './z'

/** How much of what a ledger asks is known, how old it is, and who is asked whether it still holds. */
const route = routesOf('ledgers')

const sums = z.strictObject({
  /** Absent: fewer than three, withheld from who may not see the people; then all others are too. */
  rows: z.exactOptional(z.number()),
  /** How many values are asked for: rows × columns. */
  asked: z.exactOptional(z.number()),
  /** Of how many of them nothing is known; how many may soon, and may already, no longer be believed. */
  missing: z.exactOptional(z.number()),
  soon: z.exactOptional(z.number()),
  stale: z.exactOptional(z.number()),
})
export type FreshnessSumsReply = z.output<typeof sums>

const columnSums = z.strictObject({
  key: z.string(),
  label: z.string(),
  missing: z.exactOptional(z.number()),
  soon: z.exactOptional(z.number()),
  stale: z.exactOptional(z.number()),
})

const freshness = z.strictObject({
  place: z.strictObject({ id: placeId, name: z.string(), level }),
  here: z.extend(sums, { columns: z.array(columnSums) }),
  children: z.array(z.extend(sums, { id: placeId, name: z.string(), level, hasChildren: z.boolean() })),
})
export type FreshnessReply = z.output<typeof freshness>

const attribute = z.string().check(z.maxLength(80, '属性编号不正确'))

/** A fact that may no longer be believed, or soon may not. */
const dueFact = z.strictObject({
  attribute,
  label: z.string(),
  text: z.string(),
  masked: z.boolean(),
  /** When it was said: confirmed is what was seen. */
  at: instant,
  state: z.enum(['soon', 'stale']),
})
export type DueFactReply = z.output<typeof dueFact>

const due = z.strictObject({
  id: entityId,
  kind: z.enum(entityKinds),
  name: z.string(),
  facts: z.array(dueFact),
})
export type DueReply = z.output<typeof due>

const confirmed = z
  .array(z.strictObject({ attribute, at: instant }))
  .check(z.minLength(1, '请选择要确认的资料'), z.maxLength(60, '一次最多确认 60 项'))

export const freshnessRoutes = {
  freshness: route('freshness', {
    method: 'GET',
    path: '/ledgers/{ledgerId}/freshness',
    summary:
      'How much of what a ledger asks is known at a place and each of its children, how much of it is old, and of which columns',
    needs: { who: 'official', action: 'statistics.read', where: 'resource' },
    params: z.strictObject({ ledgerId }),
    query: z.strictObject({ place: placeId }),
    reply: freshness,
  }),
  dueRows: route('dueRows', {
    method: 'GET',
    path: '/ledgers/{ledgerId}/due',
    summary:
      'Who is to be asked again at the door: the rows with facts that may no longer be believed, by building and door, each with those facts, 20 a page',
    needs: { who: 'official', action: 'ledger.read', where: 'list' },
    params: z.strictObject({ ledgerId }),
    query: z.strictObject({
      place: z.exactOptional(placeId),
      /** `soon`: what may soon no longer be believed instead. */
      state: z.exactOptional(z.enum(['soon', 'stale'], '请选择资料状态')),
      cursor,
    }),
    reply: page(z.extend(due, { home: z.string() })),
  }),
  confirm: route('confirm', {
    method: 'POST',
    path: '/entities/{entityId}/confirmations',
    summary:
      'Facts an official has found to be still so: said again, as of now. What was said otherwise meanwhile is left as it is',
    needs: { who: 'official', action: 'ledger.edit', where: 'resource' },
    params: z.strictObject({ entityId }),
    body: z.strictObject({ key: stepKey, facts: confirmed }),
    reply: entity,
    repeatable: true,
  }),
  due: route('due', {
    method: 'GET',
    path: '/ledgers/mine/due',
    summary: 'What is known of me and whom I act for that may no longer, or soon not, be believed',
    needs: { who: 'resident', consent: false },
    reply: z.strictObject({ items: z.array(due) }),
  }),
  confirmMine: route('confirmMine', {
    method: 'POST',
    path: '/ledgers/mine/confirmations',
    summary: 'What is known of me, or of whom I act for, is still so: said again, as of now',
    needs: { who: 'resident', consent: true },
    body: z.strictObject({
      key: stepKey,
      /** Absent: myself. */
      entity: z.exactOptional(entityId),
      facts: confirmed,
    }),
    reply: z.strictObject({ items: z.array(due) }),
    repeatable: true,
  }),
} as const
