import { mostColumns } from '../overview/measures'
import { routesOf } from './define'
import { instant, itemId, level, officialId, placeId, requestId, stepKey, taskId, text } from './parts'
import * as z from './z'

/** What a leader sees of places 总览: their numbers side by side, how it went, where it stalls, whom to call. Served by the overview slice. */
const route = routesOf('overview')

/** A measure by its id: see `boardMeasures`, or `rows.` and `stale.` with a ledger. */
const measureName = z
  .string('指标编号应为文字')
  .check(z.regex(/^([a-zA-Z]{2,12}|(rows|stale)\.l[0-9a-z]{20})$/, '指标编号不正确'))
const month = z.exactOptional(z.string('月份应为文字').check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份应为年-月')))

const column = z.strictObject({
  id: z.string(),
  name: z.string(),
  unit: z.enum(['count', 'percent', 'minutes', 'number']),
  better: z.enum(['low', 'high', 'none']),
  says: z.string(),
  ofMonth: z.boolean(),
})
export type BoardColumnReply = z.output<typeof column>

/** `value` absent: nothing to tell it from, or `hidden`: it would tell of single people. Minutes are of working time; `beyond`: longer than is told. */
const cell = z.strictObject({ value: z.exactOptional(z.number()), hidden: z.exactOptional(z.literal(true)) })
export type BoardCellReply = z.output<typeof cell>

const named = z.strictObject({ id: placeId, name: z.string(), level })

const stage = z.strictObject({
  stage: z.enum(['wait', 'work', 'item-wait', 'item-work']),
  name: z.string(),
  half: z.number(),
  most: z.number(),
  count: z.number(),
})
export type StageReply = z.output<typeof stage>

const board = z.strictObject({
  place: named,
  /** The places above that the reader may see, root first. */
  above: z.array(named),
  /** `2026-11`. */
  month: z.string(),
  columns: z.array(column),
  /** One for each column. */
  here: z.array(cell),
  rows: z.array(z.strictObject({ ...named.shape, inside: z.boolean(), cells: z.array(cell) })),
  /** Requests here by state. */
  states: z.record(z.string(), z.number()),
  /** How long each stage took of what was done in the month. */
  stages: z.array(stage),
  /** Changes whenever a number does. */
  mark: z.string(),
  at: instant,
})
export type BoardReply = z.output<typeof board>

const lateCase = z.strictObject({
  of: z.enum(['request', 'item']),
  id: z.string(),
  /** Of an item. */
  task: z.exactOptional(taskId),
  title: z.string(),
  /** Of an item: what it is about. */
  name: z.exactOptional(z.string()),
  /** Where it is, as briefly as is clear. */
  where: z.string(),
  place: placeId,
  since: z.exactOptional(instant),
  /** An instant, or a day of an item. */
  due: z.string(),
  /** Who has it in hand. */
  holder: z.exactOptional(z.string()),
  /** The organisation it was given to. */
  office: z.exactOptional(z.string()),
  /** It was reported to the reader’s organisation, which may supervise it. */
  supervised: z.exactOptional(z.literal(true)),
})
export type LateCaseReply = z.output<typeof lateCase>

const person = z.strictObject({
  id: z.string(),
  name: z.string(),
  title: z.exactOptional(z.string()),
  phone: z.string(),
  /** Has the very case in hand. */
  holds: z.exactOptional(z.literal(true)),
})
const responsible = z.strictObject({
  organisation: z.exactOptional(z.strictObject({ name: z.string(), phone: z.exactOptional(z.string()) })),
  people: z.array(person),
})
export type ResponsibleReply = z.output<typeof responsible>

const words = z.strictObject({
  key: z.string(),
  /** `digest`: the morning digest. */
  kind: z.enum(['words', 'digest']),
  /** 「区长 王芳」. */
  from: z.string(),
  text: z.string(),
  /** What it is about. */
  about: z.exactOptional(
    z.strictObject({
      title: z.string(),
      place: placeId,
      request: z.exactOptional(requestId),
      item: z.exactOptional(itemId),
    }),
  ),
  at: instant,
  read: z.boolean(),
})
export type WordsReply = z.output<typeof words>

const digest = z.strictObject({
  on: z.boolean(),
  /** What it is of. */
  place: z.exactOptional(placeId),
  latest: z.exactOptional(words),
})
export type DigestReply = z.output<typeof digest>

const burdenMonth = z.strictObject({
  month: z.string(),
  forms: z.number(),
  asked: z.number(),
  /** Of those asked, what may be known; and what was known and left as it was. */
  facts: z.number(),
  known: z.number(),
  typed: z.number(),
})
export type BurdenMonthReply = z.output<typeof burdenMonth>

const application = z.strictObject({ id: z.string(), title: z.string() })
const burdenAt = z.strictObject({
  /** The latest first. */
  months: z.array(burdenMonth),
  /** Applications of here or above that ask for much the same, the most alike first. */
  duplicates: z.array(
    z.strictObject({
      one: application,
      other: application,
      /** What both ask for, as people call it. */
      shared: z.array(z.string()),
      percent: z.number(),
    }),
  ),
})
export type BurdenAtReply = z.output<typeof burdenAt>

const course = z.strictObject({
  measure: column,
  /** The earliest first; without a value where nothing was kept yet. */
  days: z.array(z.strictObject({ day: z.string(), value: z.exactOptional(z.number()) })),
})
export type CourseReply = z.output<typeof course>

const reading = { who: 'official', action: 'statistics.read', where: 'resource' } as const

export const overview = {
  board: route('board', {
    method: 'GET',
    path: '/overview/board',
    summary: 'The numbers of a place and each place inside it, those its reader’s organisation chose, live',
    needs: reading,
    query: z.strictObject({ place: placeId, month }),
    reply: board,
  }),
  mark: route('mark', {
    method: 'GET',
    path: '/overview/mark',
    summary: 'A mark that changes whenever a number of a place does: what an open board asks every second',
    needs: reading,
    query: z.strictObject({ place: placeId, month }),
    reply: z.strictObject({ mark: z.string() }),
  }),
  course: route('course', {
    method: 'GET',
    path: '/overview/course',
    summary: 'How a number of a place stood at the end of each of the last thirty days; of a month, since its first',
    needs: reading,
    query: z.strictObject({ place: placeId, measure: measureName }),
    reply: course,
  }),
  late: route('late', {
    method: 'GET',
    path: '/overview/late',
    summary: 'What is late inside a place: requests and items of tasks, the longest late first',
    needs: reading,
    query: z.strictObject({ place: placeId }),
    reply: z.strictObject({ requests: z.array(lateCase), items: z.array(lateCase) }),
  }),
  responsible: route('responsible', {
    method: 'GET',
    path: '/overview/responsible',
    summary: 'Whom to call about a place, or about one case of it: who has it in hand first',
    needs: reading,
    query: z.strictObject({ place: placeId, request: z.exactOptional(requestId), item: z.exactOptional(itemId) }),
    reply: responsible,
  }),
  sendWords: route('sendWords', {
    method: 'PUT',
    path: '/overview/words/{key}',
    summary: 'A word to whoever is responsible for a place or a case; the same key is the same word',
    needs: reading,
    params: z.strictObject({ key: stepKey }),
    body: z.strictObject({
      to: officialId,
      text: text(200, '留言'),
      about: z.strictObject({
        title: text(60, '事项'),
        place: placeId,
        request: z.exactOptional(requestId),
        item: z.exactOptional(itemId),
      }),
    }),
    reply: words,
  }),
  ownWords: route('ownWords', {
    method: 'GET',
    path: '/overview/words',
    summary: 'What leaders said to me, and my morning digests, the latest first',
    needs: { who: 'signed-in' },
    reply: z.strictObject({ items: z.array(words) }),
  }),
  readWords: route('readWords', {
    method: 'PUT',
    path: '/overview/words/{key}/read',
    summary: 'I have read it',
    needs: { who: 'signed-in' },
    params: z.strictObject({ key: z.string('编号应为文字').check(z.regex(/^[0-9a-z-]{1,40}$/, '编号的格式不正确')) }),
    reply: z.strictObject({ items: z.array(words) }),
  }),
  burdenAt: route('burdenAt', {
    method: 'GET',
    path: '/overview/burden',
    summary:
      'How many questions people of a place were asked by month, how many were known, and which services ask twice',
    needs: reading,
    query: z.strictObject({ place: placeId }),
    reply: burdenAt,
  }),
  chooseMeasures: route('chooseMeasures', {
    method: 'PUT',
    path: '/overview/measures',
    summary: 'Which numbers the boards of the reader’s organisation show, in their order',
    needs: { who: 'official', action: 'statistics.read', where: 'list' },
    body: z.strictObject({
      measures: z
        .array(measureName, '请选择指标')
        .check(z.minLength(1, '请至少选一个指标'), z.maxLength(mostColumns, `最多选 ${mostColumns} 个指标`)),
    }),
    reply: z.strictObject({ measures: z.array(z.string()) }),
  }),
  digest: route('digest', {
    method: 'GET',
    path: '/overview/digest',
    summary: 'Whether I get a morning digest, of which place, and the latest',
    needs: { who: 'official', action: 'statistics.read', where: 'list' },
    reply: digest,
  }),
  switchDigest: route('switchDigest', {
    method: 'PUT',
    path: '/overview/digest',
    summary: 'Switches my morning digest of a place on or off',
    needs: reading,
    body: z.strictObject({ place: placeId, on: z.boolean('请选择是否开启') }),
    reply: digest,
  }),
} as const
