import { routesOf } from './define'
import { value } from './entities'
import { rowFilters, rowState, siftedBy, sortedBy } from './ledger-book'
import { cursor, entityId, instant, job, jobId, ledgerId, page, placeId, text } from './parts'
import * as z from './z'

/** Spreadsheets 表格: into a ledger with a look beforehand, and out of it as far as one may see. Served by the ledgers slice. */
const route = routesOf('ledgers')

/** The most rows that are edited at once. */
export const mostEdited = 200

const megabyte = 1024 * 1024
/** The most bytes a sheet that is imported may have. */
export const mostSheetBytes = 30 * megabyte

/** What a sheet that is imported may be. */
export const sheetTypes = ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv'] as const

/** `waiting`: for the file; `read`: for whoever says which column is what; `checked`: for whoever starts it. */
export const importStates = [
  'waiting',
  'reading',
  'read',
  'checking',
  'checked',
  'running',
  'done',
  'cancelled',
  'undoing',
  'undone',
  'failed',
] as const
export type ImportState = (typeof importStates)[number]

/** What a column of the sheet is: an attribute, a part of where each row is, or nothing that is taken in. */
const columnMeaning = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.literal('attribute'),
    attribute: z.string('内容编号应为文字').check(z.maxLength(80, '内容编号不正确')),
  }),
  z.strictObject({ of: z.literal('place') }),
  z.strictObject({ of: z.literal('nothing') }),
])

const sheetColumn = z.strictObject({
  /** From 0, as in the sheet. */
  column: z.number(),
  heading: z.string(),
  as: columnMeaning,
  /** How sure it is: `chosen` by a person. */
  confidence: z.enum(['right', 'unsure', 'none', 'chosen']),
  /** Why, in words for the clerk. */
  why: z.string(),
  /** What else it may be, the best first. */
  candidates: z.array(z.strictObject({ as: columnMeaning, label: z.string(), score: z.number() })),
  /** The first values in the sheet. */
  examples: z.array(z.string()),
})
export type SheetColumnReply = z.output<typeof sheetColumn>

const preview = z.strictObject({
  rows: z.number(),
  new: z.number(),
  known: z.number(),
  duplicate: z.number(),
  wrong: z.number(),
  /** New rows that will not stand in this ledger, as far as the sheet tells: its rule wants otherwise. */
  elsewhere: z.number(),
  /** Why rows are not imported, the most frequent first; at most 40. */
  reasons: z.array(z.strictObject({ reason: z.string(), rows: z.number() })),
})
export type ImportPreviewReply = z.output<typeof preview>

const sheetImport = z.strictObject({
  id: jobId,
  ledgerId,
  /** As the file is called. */
  name: z.string(),
  state: z.enum(importStates),
  at: instant,
  /** What has become of it and what comes next, in a sentence. */
  message: z.string(),
  /** The sheets of the workbook, and the one that is read. */
  sheets: z.array(z.string()),
  sheet: z.exactOptional(z.string()),
  /** Cells that are drawn as one were filled down. */
  fillDown: z.boolean(),
  /** How many merged cells reach over several rows: only the first row of each has the value unless they are filled down. */
  merged: z.number(),
  /** The row of the headings, from 1. */
  headingRow: z.exactOptional(z.number()),
  columns: z.array(sheetColumn),
  /** What can be chosen for a column: the ledger's own columns first. */
  choices: z.array(z.strictObject({ as: columnMeaning, label: z.string(), own: z.boolean() })),
  /** Where rows without an address are. */
  place: z.exactOptional(z.strictObject({ id: placeId, name: z.string() })),
  /** An address known only in part counts for as far as it is known. */
  nearest: z.boolean(),
  preview: z.exactOptional(preview),
  how: z.exactOptional(z.enum(['all-or-nothing', 'valid-only'])),
  /** While running and after: rows taken in, and rows that failed against expectation. */
  imported: z.number(),
  failed: z.number(),
  /** The rows that are not imported can be downloaded with their reasons. */
  wrongSheet: z.boolean(),
  /** What is going on. */
  job: z.exactOptional(job),
})
export type SheetImportReply = z.output<typeof sheetImport>

const card = z.strictObject({
  id: jobId,
  name: z.string(),
  state: z.enum(importStates),
  at: instant,
  message: z.string(),
})
export type SheetImportCardReply = z.output<typeof card>

const importRow = z.strictObject({
  /** From 1, as in the sheet. */
  row: z.number(),
  outcome: z.enum(['new', 'known', 'duplicate', 'wrong']),
  /** Where it is, as it was understood. */
  home: z.string(),
  /** By column: as it stands in the sheet, and as it was understood. */
  cells: z.array(
    z.strictObject({ column: z.number(), label: z.string(), written: z.string(), read: z.exactOptional(z.string()) }),
  ),
  /** Why it is not imported; `column` where it is one cell's fault. */
  reasons: z.array(z.strictObject({ column: z.exactOptional(z.number()), message: z.string() })),
})
export type SheetImportRowReply = z.output<typeof importRow>

const file = z.strictObject({
  /** Good for five minutes, for whoever holds it. */
  url: z.string(),
  name: z.string(),
})

const one = z.strictObject({ ledgerId, importId: jobId })
const exported = z.strictObject({ ledgerId, exportId: jobId })
const editing = { who: 'official', action: 'ledger.edit', where: 'list' } as const
const reading = { who: 'official', action: 'ledger.read', where: 'list' } as const

export const ledgerSheets = {
  imports: route('imports', {
    method: 'GET',
    path: '/ledgers/{ledgerId}/imports',
    summary: 'The official’s own imports into a ledger, the latest first',
    needs: editing,
    params: z.strictObject({ ledgerId }),
    query: z.strictObject({ cursor }),
    reply: page(card),
  }),
  edits: route('edits', {
    method: 'GET',
    path: '/ledgers/{ledgerId}/edits',
    summary: 'The official’s own edits of many rows of a ledger at once, the latest first',
    needs: editing,
    params: z.strictObject({ ledgerId }),
    query: z.strictObject({ cursor }),
    reply: page(card),
  }),
  startEdit: route('startEdit', {
    method: 'PUT',
    path: '/ledgers/{ledgerId}/edits/{importId}',
    summary:
      'Says the same of many that were picked in a ledger, as a job that is followed, stopped and undone like an import; the same again is the same edit',
    needs: editing,
    params: one,
    body: z.strictObject({
      entities: z
        .array(entityId)
        .check(z.minLength(1, '请先选要修改的'), z.maxLength(mostEdited, `一次最多改 ${mostEdited} 个`)),
      facts: z
        .array(z.strictObject({ attribute: z.string().check(z.maxLength(80, '内容编号不正确')), value }))
        .check(z.minLength(1, '请选择改哪一项'), z.maxLength(10, '一次最多改 10 项')),
    }),
    reply: sheetImport,
  }),
  newImport: route('newImport', {
    method: 'PUT',
    path: '/ledgers/{ledgerId}/imports/{importId}',
    summary:
      'Announces a sheet under an id made on the device and says where to post it, for ten minutes; the same again is the same import',
    needs: editing,
    params: one,
    body: z.strictObject({
      name: text(80, '文件名'),
      type: z.enum(sheetTypes, '请上传 .xlsx 或 .csv 表格'),
      bytes: z
        .int('大小应为整数')
        .check(z.gte(1, '表格是空的，请换一个'), z.lte(mostSheetBytes, '表格不能超过 30 MB，请分成几个再上传')),
    }),
    reply: z.strictObject({
      import: sheetImport,
      /** Where the sheet is posted as multipart/form-data: these fields first, then the file as `file`. */
      url: z.string(),
      fields: z.record(z.string(), z.string()),
    }),
  }),
  sheetImport: route('sheetImport', {
    method: 'GET',
    path: '/ledgers/{ledgerId}/imports/{importId}',
    summary: 'One import: its columns, what checking found, how far it is',
    needs: editing,
    params: one,
    reply: sheetImport,
  }),
  readSheet: route('readSheet', {
    method: 'POST',
    path: '/ledgers/{ledgerId}/imports/{importId}/reading',
    summary: 'Reads the sheet that has arrived, as a job; again to read another sheet of the workbook',
    needs: editing,
    params: one,
    body: z.strictObject({
      /** Absent: the first. */
      sheet: z.exactOptional(z.string().check(z.maxLength(100, '工作表名称太长'))),
      fillDown: z.boolean('请选择合并单元格怎样处理'),
    }),
    reply: sheetImport,
    repeatable: true,
  }),
  mapColumns: route('mapColumns', {
    method: 'PUT',
    path: '/ledgers/{ledgerId}/imports/{importId}/mapping',
    summary: 'Says which column is what and where rows without an address are; every row is checked anew, as a job',
    needs: editing,
    params: one,
    body: z.strictObject({
      columns: z
        .array(z.strictObject({ column: z.int('列号应为整数').check(z.gte(0, '列号不正确')), as: columnMeaning }))
        .check(z.maxLength(200, '列太多')),
      place: z.exactOptional(placeId),
      nearest: z.boolean('请选择地址认不全时怎样处理'),
    }),
    reply: sheetImport,
  }),
  importRows: route('importRows', {
    method: 'GET',
    path: '/ledgers/{ledgerId}/imports/{importId}/rows',
    summary: 'The first rows as they will be, or those that are not imported with the reasons, 20 a page',
    needs: editing,
    params: one,
    query: z.strictObject({
      what: z.enum(['first', 'refused'], '请选择看哪些行'),
      cursor,
    }),
    reply: page(importRow),
  }),
  startImport: route('startImport', {
    method: 'POST',
    path: '/ledgers/{ledgerId}/imports/{importId}/start',
    summary:
      'Takes the checked rows in, as a job: all or none, or those that are in order. None is taken in while one is refused where it is to be all',
    needs: editing,
    params: one,
    body: z.strictObject({ how: z.enum(['all-or-nothing', 'valid-only'], '请选择怎样导入') }),
    reply: sheetImport,
    repeatable: true,
  }),
  cancelImport: route('cancelImport', {
    method: 'POST',
    path: '/ledgers/{ledgerId}/imports/{importId}/cancel',
    summary: 'Stops an import between two steps; rows already taken in stay',
    needs: editing,
    params: one,
    reply: sheetImport,
    repeatable: true,
  }),
  undoImport: route('undoImport', {
    method: 'POST',
    path: '/ledgers/{ledgerId}/imports/{importId}/undo',
    summary: 'Withdraws everything an import said, as a job; what others said stands again',
    needs: editing,
    params: one,
    reply: sheetImport,
    repeatable: true,
  }),
  wrongSheet: route('wrongSheet', {
    method: 'GET',
    path: '/ledgers/{ledgerId}/imports/{importId}/wrong-rows',
    summary: 'Where the rows that are not imported can be read for five minutes, as the same sheet with their reasons',
    needs: editing,
    params: one,
    reply: file,
  }),
  exportRows: route('exportRows', {
    method: 'PUT',
    path: '/ledgers/{ledgerId}/exports/{exportId}',
    summary:
      'Writes the rows of a ledger into a sheet as the official may see them, as a job; the same again is the same export',
    needs: reading,
    params: exported,
    body: z.strictObject({
      place: z.exactOptional(placeId),
      state: z.exactOptional(rowState),
      filter: z.exactOptional(rowFilters),
      /** As of the list inside a community. */
      conditions: z.exactOptional(siftedBy),
      sort: z.exactOptional(sortedBy),
      /** What it is for: stands in the sheet’s watermark. What is sensitive is masked as in the list. */
      purpose: z.exactOptional(text(60, '用途')),
    }),
    reply: job,
  }),
  exportProgress: route('exportProgress', {
    method: 'GET',
    path: '/ledgers/{ledgerId}/exports/{exportId}',
    summary: 'How far an export is',
    needs: reading,
    params: exported,
    reply: job,
  }),
  exportFile: route('exportFile', {
    method: 'GET',
    path: '/ledgers/{ledgerId}/exports/{exportId}/file',
    summary: 'Where a finished export can be read for five minutes, for whoever asked for it and still may; audited',
    needs: reading,
    params: exported,
    reply: file,
  }),
} as const
