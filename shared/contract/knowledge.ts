import type { Change, Release, Weight } from '../knowledge/release'
import { entityKinds, sensitivities } from '../knowledge/types'
import { proposalStates } from '../rules/proposal'
import { routesOf } from './define'
import { cursor, instant, job, jobId, page, proposalId, stepKey, text } from './parts'
import * as z from './z'

const route = routesOf('knowledge')

const version = z.string('版本号应为文字').check(z.regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/, '版本号的格式不正确'))
const code = z.string('编号应为文字').check(z.regex(/^[a-z-]{2,40}\.[A-Za-z0-9]{2,30}$/, '属性编号的格式不正确'))
/** An attribute, or a relation by its own code. */
const codeOrRelation = z
  .string('编号应为文字')
  .check(z.regex(/^[a-z-]{2,40}(\.[A-Za-z0-9]{2,30})?$/, '编号的格式不正确'))
const listId = z.string('编号应为文字').check(z.regex(/^[a-z][a-z0-9-]{1,39}$/, '代码表编号的格式不正确'))
const words = (max: number) => z.string('应为文字').check(z.trim(), z.maxLength(max, `不超过 ${max} 个字`))
const sensitivity = z.enum(sensitivities)
const freshDays = z.int('天数应为整数').check(z.gte(0, '天数不能小于 0'), z.lte(36_500, '天数太大'))
const bearer = z.union([z.enum(entityKinds), z.strictObject({ relation: words(40) })])
const items = z
  .array(z.strictObject({ code: words(12), name: words(40) }))
  .check(z.minLength(1, '请至少写一个选项'), z.maxLength(300, '选项最多 300 个'))

const prose = z.strictObject({
  english: words(80),
  definition: words(300),
  standard: words(60),
  form: words(80),
  words: z.array(words(20)).check(z.maxLength(10, '别名最多 10 个')),
})

const upgrade = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('same') }),
  z.strictObject({ kind: z.literal('codes'), to: z.record(words(12), words(12)) }),
  z.strictObject({ kind: z.literal('scale'), factor: z.number() }),
  z.strictObject({ kind: z.literal('yes-when'), codes: z.array(words(12)).check(z.maxLength(300)) }),
])

/** What a revision may change; whether it holds together is `changeProblems`' business. */
const change: z.ZodMiniType<Change, unknown> = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('add-attribute'),
    attribute: z.strictObject({
      code,
      of: bearer,
      name: words(12),
      type: words(260),
      many: z.boolean('应为是或否'),
      sensitivity,
      freshDays: z.exactOptional(freshDays),
    }),
    prose,
  }),
  z.strictObject({
    do: z.literal('revise-attribute'),
    code,
    name: z.exactOptional(words(12)),
    type: z.exactOptional(words(260)),
    sensitivity: z.exactOptional(sensitivity),
    freshDays: z.exactOptional(freshDays),
    prose: z.exactOptional(
      z.strictObject({
        english: z.exactOptional(words(80)),
        definition: z.exactOptional(words(300)),
        standard: z.exactOptional(words(60)),
        form: z.exactOptional(words(80)),
        words: z.exactOptional(z.array(words(20)).check(z.maxLength(10, '别名最多 10 个'))),
      }),
    ),
  }),
  z.strictObject({
    do: z.literal('deprecate-attribute'),
    code,
    successor: z.exactOptional(code),
    upgrade: z.exactOptional(upgrade),
  }),
  z.strictObject({ do: z.literal('add-list'), id: listId, name: words(20), items, source: words(80) }),
  z.strictObject({ do: z.literal('add-codes'), list: listId, items }),
  z.strictObject({ do: z.literal('rename-code'), list: listId, code: words(12), name: words(40) }),
])

const changes = z.array(change).check(z.minLength(1, '还没有写要改什么'), z.maxLength(50, '一次最多改 50 处'))

const release: z.ZodMiniType<Release, unknown> = z.strictObject({
  version,
  previous: version,
  at: instant,
  by: z.string(),
  summary: z.string(),
  changes: z.array(change),
})

const proposalCard = z.strictObject({
  id: proposalId,
  title: z.string(),
  state: z.enum(proposalStates),
  by: z.strictObject({ id: z.string(), name: z.string(), organisation: z.string() }),
  at: instant,
  /** How many things it changes. */
  changes: z.number(),
  revision: z.number(),
})
export type ProposalCardReply = z.output<typeof proposalCard>

const weights: readonly [Weight, ...Weight[]] = ['patch', 'minor', 'major']

/** An application that asks for, or fills, something. */
const application = z.strictObject({
  id: z.string(),
  title: z.string(),
  organisation: z.string(),
  state: z.string(),
  /** Labels of the controls. */
  controls: z.array(z.string()),
})

const effects = z.strictObject({
  /** The version it would become, on what is in force now. */
  version: z.string(),
  weight: z.enum(weights),
  problems: z.array(z.strictObject({ at: z.number(), message: z.string() })),
  /** For each change, in words: what it does, and whom it touches. */
  changes: z.array(
    z.strictObject({
      says: z.string(),
      weight: z.enum(weights),
      applications: z.array(application),
      /** Applications of other cities, which are not named. */
      others: z.number(),
      /** Entities that hold a fact under the attribute now. */
      facts: z.number(),
    }),
  ),
  /** When stored facts were last counted; absent: never. */
  countedAt: z.exactOptional(instant),
})
export type EffectsReply = z.output<typeof effects>

export const proposal = z.strictObject({
  ...proposalCard.shape,
  reason: z.string(),
  content: z.array(change),
  effects,
  steps: z.array(
    z.strictObject({
      key: z.string(),
      action: z.string(),
      note: z.exactOptional(z.string()),
      by: z.string(),
      at: instant,
    }),
  ),
  version: z.exactOptional(z.string()),
})
export type ProposalReply = z.output<typeof proposal>

const proposalParams = z.strictObject({ proposalId })

export const knowledge = {
  releases: route('releases', {
    method: 'GET',
    path: '/knowledge/releases',
    summary: 'What has been published since a version, oldest first: what a client needs beside what it was built with',
    needs: { who: 'signed-in' },
    query: z.strictObject({ since: z.exactOptional(version) }),
    reply: z.strictObject({ version: z.string(), releases: z.array(release) }),
  }),
  prose: route('prose', {
    method: 'GET',
    path: '/knowledge/prose',
    summary: 'Definitions, standards, sources and other words of the attributes of a kind, or of relations',
    needs: { who: 'official', action: 'knowledge.read', where: 'anywhere' },
    query: z.strictObject({ of: z.enum([...entityKinds, 'relation', 'relations', 'lists']) }),
    reply: z.strictObject({
      items: z.array(
        z.strictObject({
          code: z.string(),
          english: z.string(),
          definition: z.string(),
          standard: z.string(),
          form: z.string(),
          words: z.array(z.string()),
          maps: z.array(z.string()),
          subtypes: z.array(z.string()),
        }),
      ),
    }),
  }),
  uses: route('uses', {
    method: 'GET',
    path: '/knowledge/uses',
    summary: 'Which applications ask for an attribute or a relation, how many facts it has, and where it is stored',
    needs: { who: 'official', action: 'knowledge.read', where: 'anywhere' },
    query: z.strictObject({ attribute: codeOrRelation }),
    reply: z.strictObject({
      applications: z.array(application),
      others: z.number(),
      facts: z.number(),
      countedAt: z.exactOptional(instant),
      /** Stored field, index, columns, in words. */
      stored: z.array(z.strictObject({ what: z.string(), where: z.string() })),
    }),
  }),
  proposals: route('proposals', {
    method: 'GET',
    path: '/knowledge/proposals',
    summary: 'Proposed revisions in a state, newest first, 20 a page',
    needs: { who: 'official', action: 'knowledge.read', where: 'anywhere' },
    query: z.strictObject({ state: z.enum(proposalStates), cursor }),
    reply: page(proposalCard),
  }),
  proposal: route('proposal', {
    method: 'GET',
    path: '/knowledge/proposals/{proposalId}',
    summary: 'One proposed revision, with what it would affect',
    needs: { who: 'official', action: 'knowledge.read', where: 'anywhere' },
    params: proposalParams,
    reply: proposal,
  }),
  propose: route('propose', {
    method: 'PUT',
    path: '/knowledge/proposals/{proposalId}',
    summary: 'Proposes a revision under an id made by the client, or rewrites one’s own that nobody has decided yet',
    needs: { who: 'official', action: 'knowledge.propose', where: 'anywhere' },
    params: proposalParams,
    body: z.strictObject({ title: text(40, '标题'), reason: text(500, '理由'), changes }),
    reply: proposal,
  }),
  check: route('check', {
    method: 'POST',
    path: '/knowledge/effects',
    summary: 'What changes would affect, before they are proposed; nothing is saved',
    needs: { who: 'official', action: 'knowledge.propose', where: 'anywhere' },
    body: z.strictObject({ changes }),
    reply: effects,
    repeatable: true,
  }),
  review: route('review', {
    method: 'POST',
    path: '/knowledge/proposals/{proposalId}/review',
    summary: 'Accepts a proposed revision, or declines it with a reason; never one’s own',
    needs: { who: 'official', action: 'knowledge.review', where: 'anywhere' },
    params: proposalParams,
    body: z.strictObject({ key: stepKey, accept: z.boolean('应为是或否'), note: z.exactOptional(text(500, '意见')) }),
    reply: proposal,
    repeatable: true,
  }),
  countFacts: route('countFacts', {
    method: 'PUT',
    path: '/knowledge/counts/{jobId}',
    summary: 'Counts stored facts by attribute, as a job; the same id again is the same job',
    needs: { who: 'official', action: 'knowledge.review', where: 'anywhere' },
    params: z.strictObject({ jobId }),
    reply: job,
  }),
  publish: route('publish', {
    method: 'POST',
    path: '/knowledge/publication',
    summary: 'Publishes accepted revisions together as the next version, if nobody else published since `version`',
    needs: { who: 'official', action: 'knowledge.publish', where: 'anywhere' },
    body: z.strictObject({
      /** The version in force the changes were looked at under. */
      version,
      proposals: z
        .array(proposalId)
        .check(z.minLength(1, '请选择要发布的修订'), z.maxLength(20, '一次最多发布 20 份修订')),
      summary: text(200, '更新说明'),
    }),
    reply: release,
    repeatable: true,
  }),
} as const
