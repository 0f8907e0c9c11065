import { unitActions, unitEntryKinds, unitStands } from '../rules/task-unit'
import { routesOf } from './define'
import { counts, day, instant, level, optionalText, placeId, stepKey, taskId, text } from './parts'
import { measuredById, shownMeasure } from './task-measures'
import * as z from './z'

const route = routesOf('tasks')

/** A place of the task, or the task as a whole for who issued it. */
const unitId = z.union([z.literal('whole'), placeId])

/** Something a unit did, or that was said to it. */
export const unitEntry = z.strictObject({
  key: z.string(),
  kind: z.enum(unitEntryKinds),
  says: z.string(),
  note: z.exactOptional(z.string()),
  by: z.string(),
  at: instant,
})
export type UnitEntryReply = z.output<typeof unitEntry>

/** In minutes of working time: half took no longer, and nine in ten. */
const lasted = z.strictObject({ median: z.number(), most: z.number() })
export type LastedReply = z.output<typeof lasted>

const unit = z.strictObject({
  id: placeId,
  name: z.string(),
  level,
  groups: counts,
  stand: z.enum(unitStands),
  passed: z.exactOptional(unitEntry),
  /** The latest report. */
  reported: z.exactOptional(unitEntry),
  /** What was said to it last, while not all is done. */
  urged: z.exactOptional(unitEntry),
  /** How far the places inside it are, in the order of the tree. */
  strip: z.array(z.strictObject({ name: z.string(), done: z.number(), total: z.number() })),
  /** How long items waited there until somebody took them up, and then were worked on; absent where none was. */
  waited: z.exactOptional(lasted),
  worked: z.exactOptional(lasted),
  /** There are units inside it. */
  hasUnits: z.boolean(),
  /** What the reader may do. */
  actions: z.array(z.enum(unitActions)),
})
export type UnitReply = z.output<typeof unit>

const report = z.strictObject({
  key: z.string(),
  task: z.strictObject({ id: taskId, title: z.string(), edition: z.number() }),
  /** The form as it was: by which edition of the knowledge system, and a digest of the whole. */
  form: z.strictObject({ knowledge: z.string(), digest: z.string() }),
  place: z.strictObject({ id: unitId, name: z.string() }),
  at: instant,
  by: z.string(),
  note: z.exactOptional(z.string()),
  groups: counts,
  /** The measures the task had then; absent: none. */
  measures: z.exactOptional(z.array(shownMeasure)),
  measured: z.exactOptional(measuredById),
  /** The last day as it was. */
  due: z.exactOptional(day),
  children: z.array(
    z.strictObject({
      id: placeId,
      name: z.string(),
      level: z.exactOptional(level),
      groups: counts,
      measured: z.exactOptional(measuredById),
    }),
  ),
})
/** What was frozen when a unit reported: the very content that is signed. */
export type UnitReport = z.output<typeof report>

const oneTask = z.strictObject({ taskId })
const oneUnit = z.strictObject({ taskId, unitId })
const reading = { who: 'official', action: 'task.read', where: 'resource' } as const
const leading = { who: 'official', action: 'task.lead', where: 'resource' } as const

export const taskUnits = {
  units: route('units', {
    method: 'GET',
    path: '/tasks/{taskId}/units',
    summary: 'What each unit inside a place does of a task, and the unit of the place itself, in the order of the tree',
    needs: reading,
    params: oneTask,
    query: z.strictObject({ place: placeId }),
    reply: z.strictObject({
      here: z.exactOptional(unit),
      units: z.array(unit),
      /** Where the task says so, the numbers of the places beside this one, in the order of the tree. */
      beside: z.exactOptional(z.array(z.strictObject({ id: placeId, name: z.string(), level, groups: counts }))),
      /** What the nearest tier above said when it passed the task on. */
      from: z.exactOptional(unitEntry),
      /** Of the whole task, where it has several places and the reader’s organisation issued it. */
      whole: z.exactOptional(z.strictObject({ reported: z.exactOptional(unitEntry) })),
    }),
  }),
  unit: route('unit', {
    method: 'GET',
    path: '/tasks/{taskId}/units/{unitId}',
    summary: 'What a unit did of a task, and what was said to it, the latest first',
    needs: reading,
    params: oneUnit,
    reply: z.strictObject({ entries: z.array(unitEntry) }),
  }),
  passUnit: route('passUnit', {
    method: 'POST',
    path: '/tasks/{taskId}/units/{unitId}/pass',
    summary: 'Takes a task over and passes it on to the places inside; the same again changes nothing',
    needs: leading,
    params: oneUnit,
    body: z.strictObject({ key: stepKey, note: optionalText(200, '说明') }),
    reply: unit,
    repeatable: true,
  }),
  reportUnit: route('reportUnit', {
    method: 'PUT',
    path: '/tasks/{taskId}/units/{unitId}/reports/{key}',
    summary: 'Freezes the numbers of now as a signed report, under a key made on the device',
    needs: leading,
    params: z.strictObject({ taskId, unitId, key: stepKey }),
    body: z.strictObject({ note: optionalText(200, '说明') }),
    reply: report,
  }),
  unitReport: route('unitReport', {
    method: 'GET',
    path: '/tasks/{taskId}/units/{unitId}/reports/{key}',
    summary: 'A report as it was made, and whether anything of it was changed since',
    needs: reading,
    params: z.strictObject({
      taskId,
      unitId,
      key: z.string('编号应为文字').check(z.regex(/^[0-9a-z-]{1,40}$/, '编号的格式不正确')),
    }),
    reply: z.strictObject({
      report,
      intact: z.boolean(),
      /** 「没有改动过」. */
      says: z.string(),
      /** The signed text itself (JWS, compact): to be kept beside a printed report. */
      signature: z.string(),
    }),
  }),
  urgeUnit: route('urgeUnit', {
    method: 'POST',
    path: '/tasks/{taskId}/units/{unitId}/urges',
    summary: 'Urges a unit, with a note it sees until its items are done',
    needs: leading,
    params: oneUnit,
    body: z.strictObject({ key: stepKey, note: text(200, '督办内容') }),
    reply: unit,
    repeatable: true,
  }),
  unitContact: route('unitContact', {
    method: 'GET',
    path: '/tasks/{taskId}/units/{unitId}/contact',
    summary: 'Who is responsible at a unit: the organisation answerable there, and who is on its posts today',
    needs: reading,
    params: oneUnit,
    reply: z.strictObject({
      organisation: z.exactOptional(z.strictObject({ name: z.string(), phone: z.exactOptional(z.string()) })),
      people: z.array(z.strictObject({ id: z.string(), name: z.string(), title: z.string(), phone: z.string() })),
    }),
  }),
} as const
export type UnitContactReply = z.output<(typeof taskUnits)['unitContact']['reply']>
export type UnitsReply = z.output<(typeof taskUnits)['units']['reply']>
export type UnitReportReply = z.output<(typeof taskUnits)['unitReport']['reply']>
