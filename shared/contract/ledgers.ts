import { entityKinds, sensitivities } from '../knowledge/types'
import { routesOf } from './define'
import { cursor, entityId, instant, page, text } from './parts'
import * as z from './z'

const route = routesOf('ledgers')

const fact = z.strictObject({
  attribute: z.string(),
  label: z.string(),
  /** As a person reads it; masked where the reader may not see it whole. */
  text: z.string(),
  masked: z.boolean(),
  sensitivity: z.enum(sensitivities),
  /** 「老年人健康体检」「本人填写」. */
  source: z.string(),
  at: instant,
  /** Older than such a fact may be believed. */
  stale: z.boolean(),
})
export type FactReply = z.output<typeof fact>

const link = z.strictObject({
  type: z.string(),
  /** Read from this entity: 「父母」「住在」. */
  name: z.string(),
  other: z.strictObject({ id: entityId, kind: z.enum(entityKinds), name: z.string() }),
  since: instant,
  source: z.string(),
})

export const entity = z.strictObject({
  id: entityId,
  kind: z.enum(entityKinds),
  name: z.string(),
  facts: z.array(fact),
  links: z.array(link),
})
export type EntityReply = z.output<typeof entity>

const personCard = z.strictObject({
  id: entityId,
  name: z.string(),
  phone: z.string(),
  home: z.string(),
  updatedAt: instant,
})
export type PersonCardReply = z.output<typeof personCard>

export const ledgers = {
  mine: route('mine', {
    method: 'GET',
    path: '/ledgers/mine',
    summary: 'What is known of me and my family, each fact with source and age',
    needs: { who: 'resident', consent: false },
    reply: z.strictObject({ me: entity, family: z.array(entity) }),
  }),
  people: route('people', {
    method: 'GET',
    path: '/ledgers/people',
    summary: 'The people who live inside the official’s places, by building and door, 20 a page',
    needs: { who: 'official', action: 'ledger.read', where: 'list' },
    query: z.strictObject({ cursor }),
    reply: page(personCard),
  }),
  entity: route('entity', {
    method: 'GET',
    path: '/entities/{entityId}',
    summary: 'One entity with its facts and links; masked values in full only with a purpose, which is audited',
    needs: { who: 'official', action: 'ledger.read', where: 'resource' },
    params: z.strictObject({ entityId }),
    query: z.strictObject({ purpose: z.exactOptional(text(60, '查看理由')) }),
    reply: entity,
  }),
} as const
