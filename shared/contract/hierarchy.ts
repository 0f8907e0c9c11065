import { operationKinds, operationStates } from '../geo/operation'
import { placeKinds } from '../geo/place'
import { routesOf } from './define'
import {
  cursor,
  day,
  instant,
  job,
  jobId,
  level,
  operationId,
  optionalText,
  page,
  place,
  placeId,
  placeWithLineage,
  text,
} from './parts'
import * as z from './z'

const route = routesOf('hierarchy')

const params = z.strictObject({ placeId })
/** Reads the tree as of the end of a past day; absent: as of now. */
const asOf = z.exactOptional(day)
const officialCode = z.string('区划代码应为文字').check(z.regex(/^\d{12}$/, '区划代码应为 12 位数字'))
const placeName = text(40, '名称')

/** `gcj02`: what WeChat and Chinese maps give; `wgs84`: GPS and surveys (CGCS2000 to within a metre). Stated at every edge. */
export const coordinateSystem = z.enum(['gcj02', 'wgs84'])
const position = z.array(z.number()).check(z.minLength(2), z.maxLength(2))
const ring = z.array(position).check(z.minLength(4, '边界至少要有三个点'), z.maxLength(2000, '边界的点太多'))
/** GeoJSON (RFC 7946) geometry: rings are closed, the outer ring first; positions are [longitude, latitude]. */
export const boundaryGeometry = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(ring).check(z.minLength(1), z.maxLength(20)) }),
  z.strictObject({
    type: z.literal('MultiPolygon'),
    coordinates: z.array(z.array(ring).check(z.minLength(1), z.maxLength(20))).check(z.minLength(1), z.maxLength(20)),
  }),
])
export type BoundaryGeometry = z.output<typeof boundaryGeometry>
const boundary = z.strictObject({
  place: z.strictObject({ id: placeId, name: z.string(), level }),
  crs: coordinateSystem,
  geometry: boundaryGeometry,
  /** Square metres. */
  area: z.number(),
  version: z.number(),
})
export type BoundaryReply = z.output<typeof boundary>

/** What changes in the tree. Every operation has a day from which it holds, a reason and, from the session, an author. */
const operationFacts = {
  /** The day from which it holds: past days are recorded as such, today takes effect at once, later days are scheduled. */
  date: day,
  reason: text(200, '原因'),
  /** The document that decided it, if any. */
  document: optionalText(100, '文号'),
}
export const operation = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('rename'),
    ...operationFacts,
    name: placeName,
    /** The new official code, where one was published with the name. */
    code: z.exactOptional(officialCode),
  }),
  z.strictObject({ kind: z.literal('move'), ...operationFacts, to: placeId, code: z.exactOptional(officialCode) }),
  z.strictObject({ kind: z.literal('merge'), ...operationFacts, into: placeId }),
  z.strictObject({
    kind: z.literal('split'),
    ...operationFacts,
    /** New places beside this one, each with the children it takes over. What is in none stays. */
    parts: z
      .array(
        z.strictObject({
          name: placeName,
          code: z.exactOptional(officialCode),
          children: z.array(placeId).check(z.maxLength(200, '一次最多划出 200 个下级')),
        }),
      )
      .check(z.minLength(1, '至少要有一个新的地点'), z.maxLength(10, '一次最多分出 10 个')),
  }),
  /** Ends a place. Its children, if any, go to the successor; without children none is needed. */
  z.strictObject({
    kind: z.literal('abolish'),
    ...operationFacts,
    into: z.array(placeId).check(z.maxLength(10, '最多 10 个后继地点')),
  }),
])
export type OperationBody = z.output<typeof operation>

const namedPlace = z.strictObject({ id: placeId, name: z.string(), level })

export const operationReply = z.strictObject({
  id: operationId,
  kind: z.enum(operationKinds),
  place: namedPlace,
  /** `scheduled`: waits for its day · `effective`: holds everywhere, copies are being rewritten · `done`: nothing is left to do. */
  state: z.enum(operationStates),
  date: day,
  /** Since when it holds for everybody; absent while scheduled. */
  at: z.exactOptional(instant),
  reason: z.string(),
  document: z.exactOptional(z.string()),
  by: z.string(),
  /** What a person reads of its progress. */
  message: z.string(),
  done: z.number(),
  total: z.number(),
})
export type OperationReply = z.output<typeof operationReply>

const historyEntry = z.strictObject({
  operation: z.strictObject({
    id: operationId,
    kind: z.enum(operationKinds),
    date: day,
    reason: z.string(),
    document: z.exactOptional(z.string()),
    by: z.string(),
  }),
  before: z.strictObject({
    name: z.exactOptional(z.string()),
    code: z.exactOptional(z.string()),
    parent: z.exactOptional(namedPlace),
  }),
  after: z.strictObject({
    name: z.exactOptional(z.string()),
    code: z.exactOptional(z.string()),
    parent: z.exactOptional(namedPlace),
    /** For a place that ended: its successors. */
    into: z.exactOptional(z.array(namedPlace)),
  }),
})
export type HistoryEntryReply = z.output<typeof historyEntry>

/** What an operation would do, before it is done. */
const consequences = z.strictObject({
  /** Names from the root down, before and after; equal for a rename. */
  before: z.array(z.string()),
  after: z.array(z.string()),
  /** Places inside, by level, that come along. */
  inside: z.record(z.string(), z.number()),
  /** Requests of residents living inside: statistics move with them. */
  requests: z.number(),
  /** Sentences for the person: what will follow. */
  follows: z.array(z.string()),
  /** Why it cannot be done; empty when it can. */
  obstacles: z.array(z.string()),
})
export type ConsequencesReply = z.output<typeof consequences>

/** Whole numbers from–to, both included. */
const span = (most: number, what: string) =>
  z.strictObject({
    from: z.number(`${what}应为数字`).check(z.int(), z.gte(1, `${what}从 1 起`), z.lte(most, `${what}不超过 ${most}`)),
    to: z.number(`${what}应为数字`).check(z.int(), z.gte(1, `${what}从 1 起`), z.lte(most, `${what}不超过 ${most}`)),
  })
/** Many buildings, units and doors by their pattern, below a compound (or a community without one). */
export const mintPattern = z.strictObject({
  by: z.literal('pattern'),
  buildings: span(999, '楼栋'),
  /** Numbers left out, e.g. no 4号楼. */
  skip: z.exactOptional(z.array(z.number().check(z.int())).check(z.maxLength(100))),
  suffix: z.enum(['号楼', '栋', '幢', '座']),
  /** Units of each building; 0: the doors hang on the building. */
  units: z.number('单元数应为数字').check(z.int(), z.gte(0), z.lte(20, '每栋最多 20 个单元')),
  /** Floors with doors; 0: no doors yet. */
  floors: z.number('楼层数应为数字').check(z.int(), z.gte(0), z.lte(120, '最多 120 层')),
  firstFloor: z.exactOptional(z.number().check(z.int(), z.gte(1), z.lte(20))),
  doors: z.number('每层户数应为数字').check(z.int(), z.gte(0), z.lte(40, '每层最多 40 户')),
})
export type MintPattern = z.output<typeof mintPattern>
/** Rows of a list: each names a way down from the place the list is for. */
export const mintRow = z.strictObject({
  /** The row's number in the sheet it came from, for problems. */
  row: z.number(),
  compound: optionalText(40, '小区名称'),
  building: optionalText(20, '楼栋'),
  unit: optionalText(20, '单元'),
  door: optionalText(20, '门牌号'),
  kind: z.exactOptional(z.enum(placeKinds)),
})
export type MintRow = z.output<typeof mintRow>
export const mintRows = z.strictObject({
  by: z.literal('rows'),
  rows: z.array(mintRow).check(z.minLength(1, '表格里没有内容'), z.maxLength(2000, '一次最多 2000 行，请分几次导入')),
})
/** Named places one by one: a compound, a park, a tower, a road. */
export const mintNames = z.strictObject({
  by: z.literal('names'),
  level,
  kind: z.enum(placeKinds),
  names: z.array(placeName).check(z.minLength(1, '请填写名称'), z.maxLength(100, '一次最多 100 个')),
})
export const mintBody = z.discriminatedUnion('by', [mintPattern, mintRows, mintNames])
export type MintBody = z.output<typeof mintBody>

const mintPreview = z.strictObject({
  /** By level: how many there will be new, and how many are there already and stay as they are. */
  fresh: z.record(z.string(), z.number()),
  existing: z.record(z.string(), z.number()),
  /** The first few, as people read them. */
  sample: z.array(z.string()),
  problems: z.array(z.strictObject({ row: z.number(), message: z.string() })),
})
export type MintPreviewReply = z.output<typeof mintPreview>

const segment = z.strictObject({
  /** The place this stretch of the road runs through. */
  place: placeId,
  from: z.number().check(z.int(), z.gte(1), z.lte(99999)),
  to: z.number().check(z.int(), z.gte(1), z.lte(99999)),
  /** Which side of the road. */
  side: z.enum(['odd', 'even', 'both']),
})
const segmentNamed = z.extend(segment, { name: z.string() })

const candidate = z.strictObject({
  place: placeWithLineage,
  confidence: z.number(),
})
export const parsedAddress = z.strictObject({
  text: z.string(),
  /** The words as written. */
  parts: z.record(z.string(), z.string()),
  /** The deepest known place, when there is one that fits clearly. */
  place: z.exactOptional(placeWithLineage),
  /** 0 to 1. */
  confidence: z.number(),
  /** At most 5, best first. */
  candidates: z.array(candidate),
  /** What was written below the deepest known place and could be made by whoever may: 「3号楼」「2单元」「501」. */
  missing: z.array(z.strictObject({ level, name: z.string() })),
})
export type ParsedAddressReply = z.output<typeof parsedAddress>

const overlapReport = z.strictObject({
  /** Children without a boundary yet. */
  without: z.array(namedPlace),
  /** Pairs that overlap, with the area in square metres; slivers under 1 m² are left out. */
  overlaps: z.array(
    z.strictObject({ one: namedPlace, other: namedPlace, area: z.number(), geometry: boundaryGeometry }),
  ),
  /** Parts of the place no child covers, largest first. Absent when the place itself has no boundary. */
  gaps: z.exactOptional(z.array(z.strictObject({ area: z.number(), geometry: boundaryGeometry }))),
  /** Children that reach outside. */
  outside: z.array(z.strictObject({ place: namedPlace, area: z.number(), geometry: boundaryGeometry })),
  crs: coordinateSystem,
})
export type OverlapReportReply = z.output<typeof overlapReport>

export const hierarchy = {
  roots: route('roots', {
    method: 'GET',
    path: '/places',
    summary: 'The provinces that are open here: where a picker starts',
    needs: { who: 'signed-in' },
    reply: z.strictObject({ items: z.array(place) }),
  }),
  byCode: route('byCode', {
    method: 'GET',
    path: '/places/by-code/{code}',
    summary: 'The place an official code stands for today',
    needs: { who: 'signed-in' },
    params: z.strictObject({ code: z.string().check(z.regex(/^\d{2,12}$/, '区划代码应为 2 至 12 位数字')) }),
    reply: placeWithLineage,
  }),
  resolve: route('resolve', {
    method: 'GET',
    path: '/places/resolve',
    summary: 'Today’s places for a present or former name or official code; several when it was divided',
    needs: { who: 'signed-in' },
    query: z.strictObject({
      name: optionalText(40, '名称'),
      code: z.exactOptional(z.string().check(z.regex(/^\d{2,12}$/, '区划代码应为 2 至 12 位数字'))),
    }),
    reply: z.strictObject({
      items: z.array(
        z.strictObject({
          place: placeWithLineage,
          /** The former name or code it was found by, and until when that held. */
          former: z.exactOptional(z.strictObject({ name: z.string(), until: day })),
        }),
      ),
    }),
  }),
  search: route('search', {
    method: 'GET',
    path: '/places/search',
    summary: 'Type-ahead by characters or pinyin initials at every level, best first; inside a place when one is given',
    needs: { who: 'signed-in' },
    query: z.strictObject({
      q: text(40, '要找的地点'),
      within: z.exactOptional(placeId),
    }),
    reply: z.strictObject({ items: z.array(placeWithLineage) }),
  }),
  parse: route('parse', {
    method: 'POST',
    path: '/places/parse',
    summary: 'Structured parts and the deepest known place of a free-text address',
    needs: { who: 'signed-in' },
    body: z.strictObject({
      text: text(200, '地址'),
      /** Where the writer lives or works: it helps to choose, it is never put into the answer’s parts. */
      context: z.exactOptional(placeId),
    }),
    reply: parsedAddress,
    repeatable: true,
  }),
  mentions: route('mentions', {
    method: 'POST',
    path: '/places/mentions',
    summary: 'The places a longer text mentions',
    needs: { who: 'signed-in' },
    body: z.strictObject({ text: text(5000, '内容'), context: z.exactOptional(placeId) }),
    reply: z.strictObject({
      items: z.array(
        z.extend(parsedAddress, {
          /** Where in the text, in UTF-16 code units, end excluded. */
          start: z.number(),
          end: z.number(),
        }),
      ),
    }),
    repeatable: true,
  }),
  dictionary: route('dictionary', {
    method: 'GET',
    path: '/places/dictionaries/{placeId}',
    summary:
      'Which version of a city’s dictionary for recognising addresses is current, and in how many parts it comes',
    needs: { who: 'signed-in' },
    params,
    reply: z.strictObject({ version: z.string(), parts: z.number(), bytes: z.number() }),
  }),
  dictionaryPart: route('dictionaryPart', {
    method: 'GET',
    path: '/places/dictionaries/{placeId}/{version}/{part}',
    summary: 'One part of a city’s dictionary: gzip, in base64; the parts joined are the dictionary',
    needs: { who: 'signed-in' },
    params: z.strictObject({
      placeId,
      version: z.string().check(z.regex(/^[0-9a-z]{4,40}$/, '版本不正确')),
      part: z.string().check(z.regex(/^\d{1,3}$/, '分段不正确')),
    }),
    reply: z.strictObject({ data: z.string() }),
  }),
  at: route('at', {
    method: 'GET',
    path: '/places/at',
    summary: 'The places whose boundary holds a point, deepest first',
    needs: { who: 'signed-in' },
    query: z.strictObject({
      longitude: z.string().check(z.regex(/^\d{2,3}(\.\d{1,10})?$/, '经度不正确')),
      latitude: z.string().check(z.regex(/^\d{1,2}(\.\d{1,10})?$/, '纬度不正确')),
      crs: coordinateSystem,
    }),
    reply: z.strictObject({ items: z.array(placeWithLineage) }),
  }),
  place: route('place', {
    method: 'GET',
    path: '/places/{placeId}',
    summary: 'A place with its lineage, today or as of a past day',
    needs: { who: 'signed-in' },
    params,
    query: z.strictObject({ at: asOf }),
    reply: placeWithLineage,
  }),
  children: route('children', {
    method: 'GET',
    path: '/places/{placeId}/children',
    summary:
      'The children of a place in order, 100 a page; those whose number or name begins with `starts`, or as of a past day',
    needs: { who: 'signed-in' },
    params,
    query: z.strictObject({ cursor, starts: optionalText(20, '开头'), at: asOf }),
    reply: page(place),
  }),
  subtree: route('subtree', {
    method: 'GET',
    path: '/places/{placeId}/subtree',
    summary: 'The places of one level inside a place, in path order, 100 a page',
    needs: { who: 'official', action: 'hierarchy.read', where: 'anywhere' },
    params,
    query: z.strictObject({ cursor, level }),
    reply: page(
      z.extend(place, {
        /** Names from below the asked place down to this one. */
        names: z.array(z.string()),
      }),
    ),
  }),
  counts: route('counts', {
    method: 'GET',
    path: '/places/{placeId}/counts',
    summary: 'How many places there are inside, by level: of the place and of each of its children',
    needs: { who: 'official', action: 'hierarchy.read', where: 'anywhere' },
    params,
    reply: z.strictObject({
      groups: z.record(z.string(), z.number()),
      children: z.array(z.strictObject({ id: placeId, groups: z.record(z.string(), z.number()) })),
    }),
  }),
  history: route('history', {
    method: 'GET',
    path: '/places/{placeId}/history',
    summary: 'What became of a place, newest first: former names, codes and parents',
    needs: { who: 'official', action: 'hierarchy.read', where: 'anywhere' },
    params,
    reply: z.strictObject({ items: z.array(historyEntry) }),
  }),
  consequences: route('consequences', {
    method: 'POST',
    path: '/places/{placeId}/consequences',
    summary: 'What an operation would do, without doing it',
    needs: { who: 'official', action: 'hierarchy.write', where: 'resource' },
    params,
    body: operation,
    reply: consequences,
    repeatable: true,
  }),
  operate: route('operate', {
    method: 'PUT',
    path: '/places/{placeId}/operations/{operationId}',
    summary:
      'Renames, moves, merges, splits or abolishes a place; answered when it holds everywhere; the same id again is the same operation',
    needs: { who: 'official', action: 'hierarchy.write', where: 'resource' },
    params: z.strictObject({ placeId, operationId }),
    body: operation,
    reply: operationReply,
  }),
  operation: route('operation', {
    method: 'GET',
    path: '/places/{placeId}/operations/{operationId}',
    summary: 'How far an operation is',
    needs: { who: 'official', action: 'hierarchy.read', where: 'anywhere' },
    params: z.strictObject({ placeId, operationId }),
    reply: operationReply,
  }),
  previewMint: route('previewMint', {
    method: 'POST',
    path: '/places/{placeId}/mint-preview',
    summary: 'What would be made below a place: how many are new, how many there are already, which rows are wrong',
    needs: { who: 'official', action: 'hierarchy.write', where: 'resource' },
    params,
    body: mintBody,
    reply: mintPreview,
    repeatable: true,
  }),
  mint: route('mint', {
    method: 'PUT',
    path: '/places/{placeId}/mints/{jobId}',
    summary: 'Makes compounds, buildings, units and doors below a place, as a job; the same id again is the same job',
    needs: { who: 'official', action: 'hierarchy.write', where: 'resource' },
    params: z.strictObject({ placeId, jobId }),
    body: mintBody,
    reply: job,
  }),
  mintProgress: route('mintProgress', {
    method: 'GET',
    path: '/places/{placeId}/mints/{jobId}',
    summary: 'How far making places is',
    needs: { who: 'official', action: 'hierarchy.write', where: 'resource' },
    params: z.strictObject({ placeId, jobId }),
    reply: job,
  }),
  segments: route('segments', {
    method: 'GET',
    path: '/places/{placeId}/segments',
    summary: 'The stretches of a road: which numbers lie in which place',
    needs: { who: 'signed-in' },
    params,
    reply: z.strictObject({ items: z.array(segmentNamed), version: z.number() }),
  }),
  setSegments: route('setSegments', {
    method: 'PUT',
    path: '/places/{placeId}/segments',
    summary: 'Says which numbers of a road lie in which place',
    needs: { who: 'official', action: 'hierarchy.write', where: 'resource' },
    params,
    body: z.strictObject({
      items: z.array(segment).check(z.maxLength(200, '一条道路最多 200 段')),
      /** The version seen; 0 when there was none. */
      version: z.number().check(z.int(), z.gte(0)),
    }),
    reply: z.strictObject({ items: z.array(segmentNamed), version: z.number() }),
  }),
  boundary: route('boundary', {
    method: 'GET',
    path: '/places/{placeId}/boundary',
    summary: 'The boundary of a place',
    needs: { who: 'signed-in' },
    params,
    query: z.strictObject({ crs: coordinateSystem }),
    reply: boundary,
  }),
  setBoundary: route('setBoundary', {
    method: 'PUT',
    path: '/places/{placeId}/boundary',
    summary: 'Draws the boundary of a community, village or compound',
    needs: { who: 'official', action: 'hierarchy.write', where: 'resource' },
    params,
    body: z.strictObject({
      crs: coordinateSystem,
      geometry: boundaryGeometry,
      /** The version seen; 0 when there was none. */
      version: z.number().check(z.int(), z.gte(0)),
    }),
    reply: boundary,
  }),
  removeBoundary: route('removeBoundary', {
    method: 'DELETE',
    path: '/places/{placeId}/boundary',
    summary: 'Takes a boundary away',
    needs: { who: 'official', action: 'hierarchy.write', where: 'resource' },
    params,
  }),
  boundaries: route('boundaries', {
    method: 'GET',
    path: '/places/{placeId}/boundaries',
    summary: 'The boundaries of the children of a place, 20 a page',
    needs: { who: 'official', action: 'hierarchy.read', where: 'anywhere' },
    params,
    query: z.strictObject({ cursor, crs: coordinateSystem }),
    reply: page(boundary),
  }),
  overlaps: route('overlaps', {
    method: 'GET',
    path: '/places/{placeId}/overlaps',
    summary: 'Where the boundaries of the children overlap, leave gaps or reach outside',
    needs: { who: 'official', action: 'hierarchy.read', where: 'anywhere' },
    params,
    query: z.strictObject({ crs: coordinateSystem }),
    reply: overlapReport,
  }),
  importProvince: route('importProvince', {
    method: 'PUT',
    path: '/places/imports/{jobId}',
    summary: 'Imports a province from the published divisions, as a job; the same id again is the same job',
    needs: { who: 'official', action: 'hierarchy.import', where: 'anywhere' },
    params: z.strictObject({ jobId }),
    body: z.strictObject({
      province: z
        .string('省级代码应为文字')
        .check(z.regex(/^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])$/, '没有这个省级代码')),
    }),
    reply: job,
  }),
  importProgress: route('importProgress', {
    method: 'GET',
    path: '/places/imports/{jobId}',
    summary: 'How far an import is',
    needs: { who: 'official', action: 'hierarchy.import', where: 'anywhere' },
    params: z.strictObject({ jobId }),
    reply: job,
  }),
} as const
