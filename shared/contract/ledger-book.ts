import { sensitivities } from '../knowledge/types'
import { ledgerKinds } from '../ledgers/ledger'
import { freshnesses } from '../ledgers/row'
import { mostSifted } from '../ledgers/sift'
import { mostMeasures } from '../measures/measure'
import { routesOf } from './define'
import { condition, ledgerContent, ownMeasure } from './ledger-content'
import { cursor, entityId, instant, job, ledgerId, level, organisationId, page, placeId } from './parts'
import * as z from './z'

/** Ledgers 台账: which there are, what each is, and its rows. */
const route = routesOf('ledgers')

const named = z.strictObject({ id: z.string(), name: z.string() })
const place = z.strictObject({ id: placeId, name: z.string(), level })

const card = z.strictObject({
  id: ledgerId,
  name: z.string(),
  about: z.string(),
  kind: z.enum(ledgerKinds),
  organisation: named,
  /** How many are in it at the place that was asked for. */
  rows: z.number(),
  at: instant,
})
export type LedgerCardReply = z.output<typeof card>

/** A column as people read it. */
const column = z.strictObject({
  key: z.string(),
  label: z.string(),
  /** `value`: of an attribute; `relation`: names. */
  of: z.enum(['attribute', 'relation']),
  attribute: z.exactOptional(z.string()),
  sensitivity: z.enum(sensitivities),
  /** How a value is laid out: numbers stand right. */
  layout: z.enum(['text', 'number', 'date', 'code']),
})

const filter = z.strictObject({
  attribute: z.string(),
  label: z.string(),
  options: z.array(z.strictObject({ code: z.string(), name: z.string() })),
})

const shownMeasure = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Defined by whoever keeps the ledger; the others every ledger has. */
  own: z.boolean(),
  /** What its groups are called, in order; each with its groups where they are known beforehand, as people read them and in their order. */
  groups: z.array(
    z.strictObject({
      label: z.string(),
      by: z.enum(['code', 'band', 'time', 'freshness']),
      options: z.array(z.strictObject({ code: z.string(), name: z.string() })),
    }),
  ),
  fold: z.enum(['count', 'sum', 'average', 'least', 'most', 'percentile']),
  /** 「人」「家」「平方米」. */
  unit: z.string(),
})
export type MeasureReply = z.output<typeof shownMeasure>

const ledger = z.strictObject({
  id: ledgerId,
  organisation: named,
  content: ledgerContent,
  measures: z.array(ownMeasure),
  within: z.array(place),
  /** Counts up with each change; 0 before the first. */
  edition: z.number(),
  ended: z.boolean(),
  at: instant,
  columns: z.array(column),
  filters: z.array(filter),
  shownMeasures: z.array(shownMeasure),
  /** Who is in, in plain words. */
  rule: z.string(),
  /** The reader may change it. */
  mayWrite: z.boolean(),
  /** Its rows are being brought to this edition. */
  job: z.exactOptional(job),
})
export type LedgerReply = z.output<typeof ledger>

const cell = z.strictObject({
  text: z.string(),
  /** Shown in part only; whole on the entity's own page, with a purpose. */
  masked: z.boolean(),
})

export const row = z.strictObject({
  id: entityId,
  name: z.string(),
  home: z.string(),
  /** By column; what nobody has said, or the reader may not see, has none. */
  cells: z.record(z.string(), cell),
  freshness: z.enum(freshnesses),
  /** Of how many columns nothing is known. */
  missing: z.number(),
  undecided: z.boolean(),
  at: instant,
})
export type RowReply = z.output<typeof row>

const reading = z.strictObject({
  /** One code for each grouping of the measure; of the whole none. */
  groups: z.array(z.string()),
  /** Absent where nothing is known to tell it from, or it is withheld. */
  value: z.exactOptional(z.number()),
  /** Of how many rows it is told; absent: withheld, for there are fewer than three. */
  rows: z.exactOptional(z.number()),
})
export type ReadingReply = z.output<typeof reading>

const told = z.strictObject({ whole: reading, readings: z.array(reading) })
const measuredAt = {
  place,
  measure: shownMeasure,
  here: told,
  children: z.array(z.extend(told, { id: placeId, name: z.string(), level, hasChildren: z.boolean() })),
}

const one = z.strictObject({ ledgerId })

/** The states a list can be narrowed by. */
export const rowStates = ['soon', 'stale', 'undecided'] as const

export const rowState = z.enum(rowStates, '请选择资料状态')
/** @returns the state a word (of an address) means; nothing where it means none */
export const readRowState = (word: string): (typeof rowStates)[number] | undefined =>
  rowStates.find((state) => state === word)
/** `attribute=code`, several with commas between them: all of them. */
export const rowFilters = z.string().check(z.maxLength(400, '筛选条件太长'))
export const siftedBy = z.array(condition).check(z.maxLength(mostSifted, `最多同时用 ${mostSifted} 个条件`))
/** @returns the conditions a text (of an address) holds; none when it holds none */
export function readConditions(text: string): z.output<typeof siftedBy> {
  try {
    const read = siftedBy.safeParse(JSON.parse(text))
    return read.success ? read.data : []
  } catch {
    return []
  }
}
export const sortedBy = z.strictObject({ column: z.string().check(z.maxLength(80)), descending: z.boolean() })

/** A list as somebody wants to find it again: what it is narrowed by, its order, and the columns that are hidden. */
const view = z.strictObject({
  id: z.string().check(z.regex(/^w[a-z0-9]{11}$/, '视图编号不正确')),
  name: z.string().check(z.trim(), z.minLength(1, '请给视图起个名称'), z.maxLength(20, '名称最多 20 个字')),
  place: z.exactOptional(placeId),
  state: z.exactOptional(rowState),
  filter: z.exactOptional(rowFilters),
  conditions: siftedBy,
  sort: z.exactOptional(sortedBy),
  hidden: z.array(z.string().check(z.maxLength(80))).check(z.maxLength(80, '列太多')),
})
export type SavedView = z.output<typeof view>
/** Of one ledger, kept by one official. */
export const mostViews = 20

const views = z.strictObject({
  views: z.array(view),
  /** Counts up with each change; 0 before the first. */
  edition: z.number(),
})
export type ViewsReply = z.output<typeof views>

export const ledgerBook = {
  list: route('list', {
    method: 'GET',
    path: '/ledgers',
    summary:
      'The ledgers that cover a place of the official’s, or those of one organisation, with how many are in each',
    needs: { who: 'official', action: 'ledger.list', where: 'list' },
    query: z.strictObject({
      /** Absent: the first of the official’s own. */
      place: z.exactOptional(placeId),
      organisation: z.exactOptional(organisationId),
      cursor,
    }),
    reply: page(card),
  }),
  ledger: route('ledger', {
    method: 'GET',
    path: '/ledgers/{ledgerId}',
    summary: 'One ledger: what it is, its columns, filters and measures',
    needs: { who: 'official', action: 'ledger.list', where: 'list' },
    params: one,
    reply: ledger,
  }),
  save: route('save', {
    method: 'PUT',
    path: '/ledgers/{ledgerId}',
    summary: 'Opens a ledger, or changes one: its rows follow as a job',
    needs: { who: 'official', action: 'ledger.write', where: 'resource' },
    params: one,
    body: z.strictObject({
      content: ledgerContent,
      measures: z.array(ownMeasure).check(z.maxLength(mostMeasures, `最多 ${mostMeasures} 个指标`)),
      within: z.array(placeId).check(z.minLength(1, '请选择范围'), z.maxLength(40, '最多选 40 个地点')),
      /** The edition that was changed; 0: it is new. */
      edition: z.int('版本应为整数').check(z.gte(0, '版本不正确')),
    }),
    reply: ledger,
  }),
  end: route('end', {
    method: 'DELETE',
    path: '/ledgers/{ledgerId}',
    summary: 'Ends a ledger: its rows go, what is known of everybody in it stays',
    needs: { who: 'official', action: 'ledger.write', where: 'resource' },
    params: one,
    reply: ledger,
  }),
  rows: route('rows', {
    method: 'GET',
    path: '/ledgers/{ledgerId}/rows',
    summary:
      'Who or what is in a ledger inside the official’s places, by building and door, 20 a page; narrowed by place, by state and by its declared filters',
    needs: { who: 'official', action: 'ledger.read', where: 'list' },
    params: one,
    query: z.strictObject({
      place: z.exactOptional(placeId),
      state: z.exactOptional(rowState),
      filter: z.exactOptional(rowFilters),
      cursor,
    }),
    reply: page(row),
  }),
  sifted: route('sifted', {
    method: 'POST',
    path: '/ledgers/{ledgerId}/sifted',
    summary:
      'The rows of a ledger inside one community or below, narrowed by any of its columns and in any order, 20 a page; at most a minute old where there are many',
    needs: { who: 'official', action: 'ledger.read', where: 'list' },
    params: one,
    body: z.strictObject({
      /** A community, or a place inside one; absent: all places of an official whose places are such. */
      place: z.exactOptional(placeId),
      state: z.exactOptional(rowState),
      filter: z.exactOptional(rowFilters),
      conditions: siftedBy,
      sort: z.exactOptional(sortedBy),
      /** Of how many rows on. */
      from: z.exactOptional(z.int().check(z.gte(0))),
    }),
    reply: z.strictObject({
      items: z.array(row),
      /** How many meet the conditions. */
      total: z.number(),
      /** Rows whose value the reader may see in part only: they take no part. */
      unseen: z.number(),
      /** Where the next page begins. */
      next: z.exactOptional(z.number()),
    }),
  }),
  views: route('views', {
    method: 'GET',
    path: '/ledgers/{ledgerId}/views',
    summary: 'How the official likes to look at a ledger: views they have saved, for themselves alone',
    needs: { who: 'official', action: 'ledger.list', where: 'list' },
    params: one,
    reply: views,
  }),
  saveViews: route('saveViews', {
    method: 'PUT',
    path: '/ledgers/{ledgerId}/views',
    summary: 'Saves the views of a ledger, all of them at once',
    needs: { who: 'official', action: 'ledger.list', where: 'list' },
    params: one,
    body: z.strictObject({
      views: z.array(view).check(z.maxLength(mostViews, `最多保存 ${mostViews} 个视图`)),
      /** The edition that was changed. */
      edition: z.int('版本应为整数').check(z.gte(0, '版本不正确')),
    }),
    reply: views,
  }),
  putIn: route('putIn', {
    method: 'PUT',
    path: '/ledgers/{ledgerId}/entities/{entityId}',
    summary: 'Puts somebody or something into a ledger that is kept by hand',
    needs: { who: 'official', action: 'ledger.edit', where: 'resource' },
    params: z.strictObject({ ledgerId, entityId }),
    reply: z.strictObject({ isIn: z.boolean() }),
  }),
  takeOut: route('takeOut', {
    method: 'DELETE',
    path: '/ledgers/{ledgerId}/entities/{entityId}',
    summary: 'Takes somebody or something out of a ledger that is kept by hand; what is known of them stays',
    needs: { who: 'official', action: 'ledger.edit', where: 'resource' },
    params: z.strictObject({ ledgerId, entityId }),
    reply: z.strictObject({ isIn: z.boolean() }),
  }),
  measured: route('measured', {
    method: 'GET',
    path: '/ledgers/{ledgerId}/measures/{measureId}',
    summary:
      'A measure of a ledger at a place and each of its children; groups of fewer than three are withheld from who may not see the people',
    needs: { who: 'official', action: 'statistics.read', where: 'resource' },
    params: z.strictObject({ ledgerId, measureId: z.string().check(z.maxLength(40, '指标编号不正确')) }),
    query: z.strictObject({ place: placeId }),
    reply: z.strictObject(measuredAt),
  }),
  previewMeasure: route('previewMeasure', {
    method: 'POST',
    path: '/ledgers/{ledgerId}/preview',
    summary:
      'What a measure that is not saved yet would say at a place today: of all rows there, or, where they are many, of as many as are looked at, spread over the places inside',
    needs: { who: 'official', action: 'statistics.read', where: 'resource' },
    params: one,
    body: z.strictObject({ measure: ownMeasure, place: placeId }),
    reply: z.strictObject({
      ...measuredAt,
      /** Rows that were looked at. Fewer than `all`: the numbers are of these alone, and no child has any. */
      looked: z.number(),
      /** Rows of the ledger there. */
      all: z.number(),
    }),
  }),
} as const
