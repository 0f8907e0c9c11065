import { authorities, entityKinds, sensitivities } from '../knowledge/types'
import { routesOf } from './define'
import { cursor, entityId, instant, page, placeId, stepKey, text } from './parts'
import * as z from './z'

const route = routesOf('ledgers')

/** A value as somebody said it. */
const claim = z.strictObject({
  /** The submission, task or decision it comes from. */
  sourceId: z.string(),
  /** 「老年人健康体检」「本人填写」. */
  source: z.string(),
  authority: z.enum(authorities),
  at: instant,
  /** As a person reads it; masked where the reader may not see it whole. */
  text: z.string(),
  masked: z.boolean(),
})
export type ClaimReply = z.output<typeof claim>

const fact = z.extend(claim, {
  attribute: z.string(),
  label: z.string(),
  sensitivity: z.enum(sensitivities),
  /** Older than such a fact may be believed. */
  stale: z.boolean(),
  /** What others say of it and nobody has decided on. */
  waiting: z.array(claim),
})
export type FactReply = z.output<typeof fact>

const other = z.strictObject({ id: entityId, kind: z.enum(entityKinds), name: z.string() })

const link = z.strictObject({
  type: z.string(),
  /** Read from this entity: 「父母」「住在」. */
  name: z.string(),
  direction: z.enum(['forward', 'backward']),
  other,
  since: instant,
  source: z.string(),
  authority: z.enum(authorities),
  /** Said against what is believed: waits for somebody to decide. */
  pending: z.boolean(),
})

export const alike = z.strictObject({
  other,
  /** 0 to 1. */
  score: z.number(),
  /** 「姓名相同」「电话相同」. */
  reasons: z.array(z.string()),
  /** It is outside the reader's places: whoever looks after both decides, and until then nothing of it is shown. */
  elsewhere: z.boolean(),
  /** What is known of both, side by side. */
  facts: z.array(z.strictObject({ label: z.string(), mine: z.string(), theirs: z.string(), agree: z.boolean() })),
})
export type AlikeReply = z.output<typeof alike>

export const entity = z.strictObject({
  id: entityId,
  kind: z.enum(entityKinds),
  name: z.string(),
  facts: z.array(fact),
  links: z.array(link),
  /** Who or what it may be the same as, for officials. */
  alike: z.array(alike),
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

const undecidedCard = z.strictObject({
  id: entityId,
  kind: z.enum(entityKinds),
  name: z.string(),
  home: z.string(),
  /** How many facts, relations and likenesses wait. */
  undecided: z.number(),
  updatedAt: instant,
})
export type UndecidedReply = z.output<typeof undecidedCard>

/** What became of something that was said. */
export const sayingOutcomes = ['believed', 'waiting', 'settled', 'accepted', 'rejected'] as const

const saying = z.extend(claim, {
  outcome: z.enum(sayingOutcomes),
  /** Who said it, as the reader may know: 「本人」「王海燕」「其他居民」. */
  who: z.string(),
  sourceKind: z.enum(['self', 'official', 'import', 'task']),
  /** The version of the knowledge system it was said under. */
  version: z.string(),
})

const factHistory = z.strictObject({
  attribute: z.string(),
  label: z.string(),
  sayings: z.array(saying),
  /** The applications that ask for it now. */
  uses: z.array(z.strictObject({ application: z.string(), title: z.string(), organisation: z.string() })),
})
export type FactHistoryReply = z.output<typeof factHistory>

const choice = z.strictObject({
  id: entityId,
  name: z.string(),
  /** Where it is. */
  note: z.string(),
})
export type ChoiceReply = z.output<typeof choice>

const outcome = z.enum(['accept', 'reject'], '请选择采纳或不采纳')
const decision = z.discriminatedUnion('about', [
  z.strictObject({
    about: z.literal('fact'),
    key: stepKey,
    attribute: z.string(),
    sourceId: z.string(),
    outcome,
  }),
  z.strictObject({ about: z.literal('link'), key: stepKey, type: z.string(), to: entityId, outcome }),
  z.strictObject({
    about: z.literal('alike'),
    key: stepKey,
    other: entityId,
    outcome: z.enum(['same', 'different'], '请选择是否同一个人'),
  }),
])
export type DecisionBody = z.output<typeof decision>

const holdings = z.strictObject({
  place: z.strictObject({ id: placeId, name: z.string() }),
  /** How many people were looked at. */
  people: z.number(),
  /** More live there: those were picked at random. */
  sampled: z.boolean(),
  /** Attribute or relation → of how many of them it is held. */
  held: z.record(z.string(), z.number()),
})
export type HoldingsReply = z.output<typeof holdings>

export const ledgers = {
  mine: route('mine', {
    method: 'GET',
    path: '/ledgers/mine',
    summary: 'What is known of me and my family, each fact with source and age',
    needs: { who: 'resident', consent: false },
    reply: z.strictObject({
      me: entity,
      family: z.array(entity),
      /** Those I act for. */
      organisations: z.array(entity),
    }),
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
  choices: route('choices', {
    method: 'GET',
    path: '/ledgers/choices',
    summary: 'Organisations and public things near my homes or inside my places, by name, for a form to choose from',
    needs: { who: 'signed-in' },
    query: z.strictObject({
      kind: z.enum(['organisation', 'thing'], '请选择种类'),
      /** What stands in the name; absent: those named by `ids`. */
      words: z.exactOptional(z.string().check(z.maxLength(40, '查找的内容太长'))),
      /** Ids with commas between them: what they are called. */
      ids: z.exactOptional(z.string().check(z.maxLength(500, '一次查询的太多'))),
    }),
    reply: z.strictObject({ items: z.array(choice) }),
  }),
  undecided: route('undecided', {
    method: 'GET',
    path: '/ledgers/undecided',
    summary: 'Whose facts are said in more than one way, or who may be one, inside the official’s places, 20 a page',
    needs: { who: 'official', action: 'ledger.decide', where: 'list' },
    query: z.strictObject({ cursor }),
    reply: page(undecidedCard),
  }),
  history: route('history', {
    method: 'GET',
    path: '/entities/{entityId}/facts/{attribute}',
    summary:
      'Where one fact comes from: each time it was said, by whom, when, under which version, and who asks for it',
    needs: { who: 'official', action: 'ledger.read', where: 'resource' },
    params: z.strictObject({ entityId, attribute: z.string().check(z.maxLength(80, '属性编号不正确')) }),
    query: z.strictObject({ purpose: z.exactOptional(text(60, '查看理由')) }),
    reply: factHistory,
  }),
  decide: route('decide', {
    method: 'POST',
    path: '/entities/{entityId}/decisions',
    summary: 'Decides between what people say of one entity, or whether two are one',
    needs: { who: 'official', action: 'ledger.decide', where: 'resource' },
    params: z.strictObject({ entityId }),
    body: decision,
    reply: entity,
  }),
  holdings: route('holdings', {
    method: 'GET',
    path: '/ledgers/holdings',
    summary: 'Of how many people inside a place attributes and relations are held already',
    needs: { who: 'official', action: 'statistics.read', where: 'resource' },
    query: z.strictObject({
      within: placeId,
      /** Codes with commas between them. */
      attributes: z.exactOptional(z.string().check(z.maxLength(8000, '一次查询的属性太多'))),
      relations: z.exactOptional(z.string().check(z.maxLength(2000, '一次查询的关系太多'))),
    }),
    reply: holdings,
  }),
} as const
