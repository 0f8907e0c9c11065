import { mostTaskMeasures, type TaskMeasure, taskMeasureBys } from '../measures/task-measure'
import { routesOf } from './define'
import { counts, instant, level, placeId, taskId, text } from './parts'
import * as z from './z'

const route = routesOf('tasks')

const by = z.enum(taskMeasureBys, '请选择怎样统计')
const title = text(20, '指标名称')

/** What the answers of a task roll up to; what fits which control is checked against its form. */
export const taskMeasures: z.ZodMiniType<TaskMeasure[], unknown> = z
  .array(
    z.strictObject({
      title,
      control: z.string('编号应为文字').check(z.regex(/^[a-z][a-zA-Z0-9-]{0,31}$/, '编号的格式不正确')),
      by,
    }),
  )
  .check(z.maxLength(mostTaskMeasures, `最多 ${mostTaskMeasures} 个指标`))

/** What a measure comes to somewhere. */
const measured = z.strictObject({
  /** How many answered it. */
  given: z.number(),
  sum: z.exactOptional(z.number()),
  /** How many gave each choice, by code. */
  groups: z.exactOptional(counts),
})
export type MeasuredReply = z.output<typeof measured>

/** By the measure: see `idOfTaskMeasure`. */
export const measuredById = z.record(z.string(), measured)

/** A measure as it is told: with what its choices are called. */
export const shownMeasure = z.strictObject({
  id: z.string(),
  title: z.string(),
  by,
  /** 「具」. */
  unit: z.exactOptional(z.string()),
  options: z.array(z.strictObject({ code: z.string(), name: z.string() })),
  /** What it counts, by which it can be used again. */
  attribute: z.exactOptional(z.string()),
})
export type ShownMeasureReply = z.output<typeof shownMeasure>

/** A measure an organisation keeps: offered wherever a form asks for what it counts. */
const keptMeasure = z.strictObject({
  attribute: z.string(),
  /** 「失效灭火器数」. */
  name: z.string(),
  by,
  title: z.string(),
})
export type KeptMeasureReply = z.output<typeof keptMeasure>

/** What a template of a workbook says that nobody knows. */
const unknown = z.strictObject({
  sheet: z.string(),
  cell: z.string(),
  name: z.string(),
  near: z.exactOptional(z.string()),
})

const sheet = z.strictObject({
  /** The file that was attached, as its owner called it. */
  attached: z.exactOptional(z.strictObject({ name: z.string(), at: instant, by: z.string() })),
  /** Of it: what will stay as it stands. */
  unknown: z.array(unknown),
  /** What can be named: in brackets, what it says, an example. */
  names: z.array(z.strictObject({ name: z.string(), says: z.string(), example: z.string() })),
  /** The reader may attach one. */
  mine: z.boolean(),
})
export type TaskSheetReply = z.output<typeof sheet>

const oneTask = z.strictObject({ taskId })
const kept = z.strictObject({
  attribute: z.string('编号应为文字').check(z.regex(/^[a-zA-Z-]{1,40}\.[a-zA-Z0-9-]{1,40}$/, '编号的格式不正确')),
  by,
})
const reading = { who: 'official', action: 'task.read', where: 'resource' } as const
const writing = { who: 'official', action: 'task.write', where: 'resource' } as const

export const taskMeasureRoutes = {
  taskMeasures: route('taskMeasures', {
    method: 'GET',
    path: '/tasks/{taskId}/measures',
    summary:
      'What the answers of a task roll up to at a place and each of its children, live, in the order of the tree',
    needs: reading,
    params: oneTask,
    query: z.strictObject({ place: placeId }),
    reply: z.strictObject({
      measures: z.array(shownMeasure),
      here: measuredById,
      children: z.array(
        z.strictObject({ id: placeId, name: z.string(), level, hasUnits: z.boolean(), measured: measuredById }),
      ),
    }),
  }),
  keptMeasures: route('keptMeasures', {
    method: 'GET',
    path: '/work/measures',
    summary: 'The measures the official’s organisation keeps for its tasks',
    needs: { who: 'official', action: 'task.read', where: 'list' },
    reply: z.strictObject({ items: z.array(keptMeasure) }),
  }),
  keepMeasure: route('keepMeasure', {
    method: 'PUT',
    path: '/work/measures/{attribute}/{by}',
    summary:
      'Keeps a measure for the tasks of the official’s organisation, under a title; the same again changes nothing',
    needs: writing,
    params: kept,
    body: z.strictObject({ title }),
    reply: z.strictObject({ items: z.array(keptMeasure) }),
  }),
  dropMeasure: route('dropMeasure', {
    method: 'DELETE',
    path: '/work/measures/{attribute}/{by}',
    summary: 'Keeps a measure no more; tasks that have it go on counting it',
    needs: writing,
    params: kept,
    reply: z.strictObject({ items: z.array(keptMeasure) }),
  }),
  comparedMeasure: route('comparedMeasure', {
    method: 'GET',
    path: '/work/measures/{attribute}/{by}/tasks',
    summary:
      'One measure in the latest tasks of the official’s organisation that carry it, as a whole, the latest first',
    needs: { who: 'official', action: 'task.read', where: 'list' },
    params: kept,
    reply: z.strictObject({
      name: z.string(),
      items: z.array(
        z.strictObject({
          task: z.strictObject({ id: taskId, title: z.string(), at: instant, due: z.string() }),
          measure: shownMeasure,
          measured,
          /** Items by state, as a whole. */
          groups: counts,
        }),
      ),
    }),
  }),
  taskSheet: route('taskSheet', {
    method: 'GET',
    path: '/tasks/{taskId}/sheet',
    summary: 'The template of a workbook a task is told by, what of it is not known, and what can be named',
    needs: reading,
    params: oneTask,
    reply: sheet,
  }),
  attachSheet: route('attachSheet', {
    method: 'PUT',
    path: '/tasks/{taskId}/sheet',
    summary: 'Attaches a workbook as the template a task is told by, in place of another; the same again is one',
    needs: writing,
    params: oneTask,
    body: z.strictObject({
      file: z.string('编号应为文字').check(z.regex(/^f[0-9a-z]{20}$/, '编号的格式不正确')),
    }),
    reply: sheet,
  }),
  detachSheet: route('detachSheet', {
    method: 'DELETE',
    path: '/tasks/{taskId}/sheet',
    summary: 'Takes the template of a task away: it is told in the plain shape again',
    needs: writing,
    params: oneTask,
    reply: sheet,
  }),
  exportTask: route('exportTask', {
    method: 'POST',
    path: '/tasks/{taskId}/workbooks',
    summary:
      'What a task came to at a place as a workbook: in the plain shape, in that of the attached template, or a template to begin from; live, or as a report froze it',
    needs: reading,
    params: oneTask,
    body: z.strictObject({
      place: placeId,
      shape: z.enum(['plain', 'own', 'template'], '请选择表格的样子'),
      /** The key of a report of that place; absent: the numbers of now. */
      report: z.exactOptional(z.string().check(z.regex(/^[0-9a-z-]{1,40}$/, '编号的格式不正确'))),
    }),
    reply: z.strictObject({ url: z.string(), name: z.string() }),
    repeatable: true,
  }),
} as const
export type TaskMeasuresReply = z.output<(typeof taskMeasureRoutes)['taskMeasures']['reply']>
export type ComparedMeasureReply = z.output<(typeof taskMeasureRoutes)['comparedMeasure']['reply']>
