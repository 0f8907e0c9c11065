import { entityKinds } from '../knowledge/types'
import { ledgerKinds } from '../ledgers/ledger'
import { routesOf } from './define'
import { entity } from './ledgers'
import { cursor, entityId, instant, page, placeId, stepKey, text } from './parts'
import * as z from './z'

/** One entity: found, entered, corrected, and everything that happened to it. */
const route = routesOf('ledgers')

const other = z.strictObject({ id: entityId, kind: z.enum(entityKinds), name: z.string() })

const found = z.strictObject({
  id: entityId,
  kind: z.enum(ledgerKinds),
  name: z.string(),
  home: z.string(),
})
export type FoundEntityReply = z.output<typeof found>

/** What can be known of something: text, a number, yes or no, or several codes. */
export const value = z.union([
  z.string().check(z.maxLength(2000, '内容不超过 2000 个字')),
  z.number(),
  z.boolean(),
  z.array(z.string().check(z.maxLength(200, '内容太长'))).check(z.maxLength(50, '选的太多')),
])

const facts = z
  .array(z.strictObject({ attribute: z.string().check(z.maxLength(80, '内容编号不正确')), value }))
  .check(z.maxLength(60, '一次最多登记 60 项'))
const links = z
  .array(
    z.strictObject({
      type: z.string().check(z.maxLength(80, '关系编号不正确')),
      /** `forward`: from this entity to the other. */
      direction: z.enum(['forward', 'backward'], '关系的方向不正确'),
      other: entityId,
      /** What is said of the relation itself: when somebody is at a second home. */
      facts: z.exactOptional(facts),
    }),
  )
  .check(z.maxLength(20, '一次最多登记 20 个关系'))
/** What an official enters, under a key made on their device: sent again it is the same. */
const entry = { key: stepKey, facts, links }

const happening = z.strictObject({
  at: instant,
  /** `said`: facts or relations; `decided`: between what was said; `request`: they asked for something. */
  what: z.enum(['said', 'decided', 'request']),
  /** 「老年人健康体检」「社工登记」. */
  title: z.string(),
  /** Who, as the reader may know. */
  who: z.string(),
  /** What it was about: names of attributes and relations. */
  about: z.array(z.string()),
  /** The request it came with. */
  request: z.exactOptional(z.string()),
})
export type HappeningReply = z.output<typeof happening>

const edge = z.strictObject({
  from: entityId,
  to: entityId,
  type: z.string(),
  /** Read from `from`: 「住在」「父母」. */
  name: z.string(),
  pending: z.boolean(),
})

const node = z.extend(other, {
  /** How many steps from where it was asked. */
  steps: z.number(),
  /** It lies outside the reader's places: nothing more of it is shown. */
  elsewhere: z.boolean(),
})

const graph = z.strictObject({
  nodes: z.array(node),
  edges: z.array(edge),
  /** There are more than are shown. */
  more: z.boolean(),
})
export type EntityGraphReply = z.output<typeof graph>

export const entities = {
  tell: route('tell', {
    method: 'POST',
    path: '/ledgers/mine/facts',
    summary:
      'Corrects what is known of me, or of somebody I act for: it holds at once where my word is the last, else whoever looks after it is asked',
    needs: { who: 'resident', consent: true },
    body: z.strictObject({
      key: stepKey,
      /** Absent: myself. */
      entity: z.exactOptional(entityId),
      facts,
    }),
    reply: z.strictObject({
      entity,
      /** What of it waits for somebody to look, by attribute. */
      waiting: z.array(z.string()),
    }),
    repeatable: true,
  }),
  search: route('search', {
    method: 'GET',
    path: '/entities/search',
    summary:
      'People, organisations, things and places inside the official’s places by name, pinyin initials, the end of a phone or number, plate, or building and door',
    needs: { who: 'official', action: 'ledger.read', where: 'list' },
    query: z.strictObject({
      words: text(40, '要找的内容'),
      kind: z.exactOptional(z.enum(ledgerKinds, '请选择种类')),
      cursor,
    }),
    reply: page(found),
  }),
  enter: route('enter', {
    method: 'POST',
    path: '/entities',
    summary:
      'Enters somebody or something at a place; whoever has the same natural key is taken for the same. Answers with who it is now',
    needs: { who: 'official', action: 'ledger.edit', where: 'resource' },
    body: z.strictObject({ ...entry, kind: z.enum(ledgerKinds, '请选择登记哪一类'), place: placeId }),
    reply: z.strictObject({
      entity,
      /** It was known before: what was entered was added to it. */
      known: z.boolean(),
    }),
    repeatable: true,
  }),
  correct: route('correct', {
    method: 'POST',
    path: '/entities/{entityId}/facts',
    summary: 'What an official has learned of an entity: facts and relations, kept with who said it and when',
    needs: { who: 'official', action: 'ledger.edit', where: 'resource' },
    params: z.strictObject({ entityId }),
    body: z.strictObject(entry),
    reply: entity,
    repeatable: true,
  }),
  timeline: route('timeline', {
    method: 'GET',
    path: '/entities/{entityId}/timeline',
    summary: 'Everything that happened to an entity, newest first: what was said of it, decided, and asked for',
    needs: { who: 'official', action: 'ledger.read', where: 'resource' },
    params: z.strictObject({ entityId }),
    query: z.strictObject({ cursor }),
    reply: page(happening),
  }),
  graph: route('graph', {
    method: 'GET',
    path: '/entities/{entityId}/graph',
    summary: 'An entity and what it is related to, two steps away',
    needs: { who: 'official', action: 'ledger.read', where: 'resource' },
    params: z.strictObject({ entityId }),
    reply: graph,
  }),
} as const
