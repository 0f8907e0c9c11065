import { whats } from '../answerable/answer'
import { bases } from '../answerable/tie'
import { dutyCodes } from '../permission/duty'
import { routesOf } from './define'
import { cursor, entityId, level, organisationId, page, placeId } from './parts'
import * as z from './z'

/** Who is answerable 谁负责 for people, organisations and things: derived, with its reasons; who has nobody, or two; who supervises which sector. */
const route = routesOf('ledgers')

const place = z.strictObject({ id: placeId, name: z.string(), level })

/** Kinds somebody is answerable for. */
export const answeredKinds = ['person', 'organisation', 'thing'] as const
export type AnsweredKind = (typeof answeredKinds)[number]

const unit = z.strictObject({
  id: organisationId,
  name: z.string(),
  /** The number it is called on at its desk, where it has told one. */
  phone: z.exactOptional(z.string()),
})

const answer = z.strictObject({
  organisation: unit,
  /** By where it is (with what binds it to the place), or by what it does. */
  by: z.union([z.enum(bases), z.literal('sector')]),
  /** 「属地管理」「民政服务」「行业主管」, the general one first. */
  duties: z.array(z.strictObject({ code: z.union([z.enum(dutyCodes), z.literal('sector')]), name: z.string() })),
  /** 「因为住在 …，… 由花家地北里社区居委会负责属地管理。」 */
  because: z.string(),
  /** Of a second home: 「周末和节假日」. */
  times: z.exactOptional(z.string()),
})

const finding = z.strictObject({
  what: z.enum(whats),
  about: z.enum(['territory', 'sector']),
  /** What is wrong, and what settles it. */
  says: z.string(),
})

const answerable = z.strictObject({ answers: z.array(answer), findings: z.array(finding) })
export type EntityAnswerableReply = z.output<typeof answerable>

const found = z.strictObject({
  id: entityId,
  kind: z.enum(answeredKinds),
  name: z.string(),
  /** Where it has to do with the place. */
  home: z.string(),
  says: z.array(z.string()),
})
export type FoundAnswerableReply = z.output<typeof found>

const counts = z.array(
  z.strictObject({
    what: z.enum(whats),
    kind: z.enum(answeredKinds),
    /** Absent: withheld, for there are fewer than three. */
    rows: z.exactOptional(z.number()),
  }),
)

const counted = z.strictObject({
  place,
  here: counts,
  children: z.array(z.strictObject({ id: placeId, name: z.string(), level, hasChildren: z.boolean(), counts })),
  /** The reader may open the list of who they are. */
  opens: z.boolean(),
})
export type AnswerableCountsReply = z.output<typeof counted>

const code = (what: string) =>
  z.string(`请选择${what}`).check(z.minLength(1, `请选择${what}`), z.maxLength(80, `${what}不正确`))

/** More sectors than that nobody divides. */
export const mostSectorRules = 200

const rule = z.strictObject({ attribute: code('按什么分'), code: code('行业'), organisation: organisationId })
export type SectorRuleBody = z.output<typeof rule>

const shownRule = z.strictObject({
  attribute: z.string(),
  code: z.string(),
  /** 「行业门类」 and 「住宿和餐饮业」. */
  label: z.string(),
  name: z.string(),
  organisation: unit,
})

const supervision = z.strictObject({
  place,
  /** Counts up with each change; 0 before the first. */
  edition: z.number(),
  rules: z.array(shownRule),
  /** What holds here from above, where nothing is said here: the nearest first. */
  above: z.array(z.strictObject({ place, rules: z.array(shownRule) })),
})
export type SupervisionReply = z.output<typeof supervision>

export const answerableRoutes = {
  answerable: route('answerable', {
    method: 'GET',
    path: '/entities/{entityId}/answerable',
    summary:
      'Who is answerable for an entity and why: by its homes, sites, work and sector; and what of it is not settled',
    needs: { who: 'official', action: 'ledger.read', where: 'resource' },
    params: z.strictObject({ entityId }),
    reply: answerable,
  }),
  unanswered: route('unanswered', {
    method: 'GET',
    path: '/ledgers/unanswered',
    summary:
      'Those inside the official’s places nobody is answerable for, or two are, or who are listed elsewhere and are here too; 20 a page',
    needs: { who: 'official', action: 'ledger.read', where: 'list' },
    query: z.strictObject({
      what: z.enum(whats, '请选择要看哪一类'),
      kind: z.enum(answeredKinds, '请选择人、单位或物'),
      /** Absent: all of the official’s own. */
      place: z.exactOptional(placeId),
      cursor,
    }),
    reply: page(found),
  }),
  unansweredCounts: route('unansweredCounts', {
    method: 'GET',
    path: '/ledgers/unanswered/counts',
    summary: 'How many of them there are at a place and each of its children',
    needs: { who: 'official', action: 'statistics.read', where: 'resource' },
    query: z.strictObject({ place: placeId }),
    reply: counted,
  }),
  supervision: route('supervision', {
    method: 'GET',
    path: '/ledgers/supervision/{placeId}',
    summary: 'Which organisation supervises which sector at a place, and what holds there from above',
    needs: { who: 'official', action: 'directory.read', where: 'anywhere' },
    params: z.strictObject({ placeId }),
    reply: supervision,
  }),
  setSupervision: route('setSupervision', {
    method: 'PUT',
    path: '/ledgers/supervision/{placeId}',
    summary: 'Sets which organisation supervises which sector at a place; who is answerable there follows as a job',
    needs: { who: 'official', action: 'duty.write', where: 'resource' },
    params: z.strictObject({ placeId }),
    body: z.strictObject({
      rules: z.array(rule).check(z.maxLength(mostSectorRules, `一个地方最多设置 ${mostSectorRules} 条`)),
      edition: z.int('版本应为整数').check(z.gte(0, '版本不正确')),
    }),
    reply: supervision,
  }),
} as const
