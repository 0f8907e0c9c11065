import { applicationActions, applicationStates, runStates } from '../rules/wiring'
import { applicationContent } from './application-content'
import { routesOf } from './define'
import { cursor, instant, job, level, organisationId, page, placeId } from './parts'
import * as z from './z'

const route = routesOf('applications')

export const applicationId = z.string('编号应为文字').check(z.regex(/^z[0-9a-z]{20}$/, '编号的格式不正确'))
const runId = z.string('编号应为文字').check(z.regex(/^[0-9a-z]{24}$/, '编号的格式不正确'))

/** What differs from place to place: where it is offered, who the roles are, what stands in the texts for （填…）. */
export const applicationSettings = z.strictObject({
  reach: z.array(placeId).check(z.maxLength(40, '最多选 40 个地点')),
  /** By role. */
  roles: z.record(z.string().check(z.maxLength(20, '编号太长')), organisationId),
  /** By what is to be filled in. */
  fills: z.record(
    z.string().check(z.maxLength(20, '太长')),
    z.string().check(z.trim(), z.maxLength(100, '不超过 100 个字')),
  ),
})
export type ApplicationSettings = z.output<typeof applicationSettings>

/** Where it came from: one that ships, or a file of somebody else's. */
const origin = z.strictObject({
  template: z.exactOptional(z.string().check(z.maxLength(40, '编号太长'))),
  file: z.exactOptional(
    z.strictObject({
      /** 「北京市朝阳区望京街道花家地北里社区」. */
      from: z.string().check(z.maxLength(100, '太长')),
      at: instant,
      version: z.int(),
    }),
  ),
})

const problem = z.strictObject({
  part: z.exactOptional(z.string()),
  wire: z.exactOptional(z.string()),
  message: z.string(),
})
export type ApplicationProblemReply = z.output<typeof problem>

const card = z.strictObject({
  id: applicationId,
  title: z.string(),
  summary: z.string(),
  category: z.string(),
  state: z.enum(applicationStates),
  organisation: z.strictObject({ id: organisationId, name: z.string() }),
  edition: z.number(),
  /** The version in force; absent before it was opened. */
  version: z.exactOptional(z.number()),
  updatedAt: instant,
  /** Of how many parts it is made. */
  parts: z.exactOptional(z.number()),
})
export type ApplicationCardReply = z.output<typeof card>

const version = z.strictObject({
  number: z.number(),
  at: instant,
  by: z.string(),
  /** What it changed, in words. */
  says: z.array(z.string()),
})

const application = z.strictObject({
  ...card.shape,
  content: applicationContent,
  settings: applicationSettings,
  places: z.array(z.strictObject({ id: placeId, name: z.string(), level, tail: z.string() })),
  /** By role: what the organisation is called. */
  roleNames: z.record(z.string(), z.string()),
  from: z.exactOptional(origin),
  /** By part: what was made of it. */
  made: z.record(z.string(), z.string()),
  /** What keeps it from being opened. */
  problems: z.array(problem),
  /** Why it is stuck. */
  stuck: z.exactOptional(z.string()),
  /** Whom its wiring acts for. */
  by: z.exactOptional(z.string()),
  job: z.exactOptional(job),
  /** The latest first. */
  versions: z.array(version),
  /** What the reader may do with it. */
  actions: z.array(z.enum(applicationActions)),
  /** The reader may change it. */
  mine: z.boolean(),
})
export type ApplicationReply = z.output<typeof application>

const run = z.strictObject({
  id: runId,
  at: instant,
  wire: z.string(),
  /** 「小孙的申请办结 → 派任务」. */
  says: z.string(),
  /** What it happened to. */
  about: z.strictObject({ kind: z.enum(['request', 'item', 'receipt', 'entity']), id: z.string(), name: z.string() }),
  state: z.enum(runStates),
  attempts: z.number(),
  steps: z.array(
    z.strictObject({
      says: z.string(),
      state: z.enum(['done', 'failed', 'left']),
      /** Why not. */
      problem: z.exactOptional(z.string()),
    }),
  ),
})
export type RunReply = z.output<typeof run>

const one = z.strictObject({ applicationId })
const edition = z.int('版本应为整数').check(z.gte(0, '版本不正确'))
const reading = { who: 'official', action: 'application.read', where: 'resource' } as const
const writing = { who: 'official', action: 'application.write', where: 'resource' } as const

export const applications = {
  saveApplication: route('saveApplication', {
    method: 'PUT',
    path: '/applications/{applicationId}',
    summary: 'Saves what is to be opened next, if nobody else did since `edition`; the same again changes nothing',
    needs: writing,
    params: one,
    body: z.strictObject({
      edition,
      content: applicationContent,
      settings: applicationSettings,
      from: z.exactOptional(origin),
    }),
    reply: application,
  }),
  changeApplication: route('changeApplication', {
    method: 'POST',
    path: '/applications/{applicationId}/changes',
    summary:
      'Opens an application as it was saved, keeps its parts as they are now as a version, goes back to a version, or retires it: each as a job that acts for the official through their own permissions',
    needs: writing,
    params: one,
    body: z.strictObject({
      action: z.enum(applicationActions, '请选择要做什么'),
      edition: z.int('版本应为整数').check(z.gte(1, '版本不正确')),
      /** To go back to. */
      version: z.exactOptional(z.int('版本应为整数').check(z.gte(1, '版本不正确'))),
    }),
    reply: application,
  }),
  application: route('application', {
    method: 'GET',
    path: '/applications/{applicationId}',
    summary: 'One application: its parts, its wiring, what was made of it, its versions',
    needs: reading,
    params: one,
    reply: application,
  }),
  applications: route('applications', {
    method: 'GET',
    path: '/applications',
    summary: 'The applications of the official’s organisations, the latest first, 20 a page',
    needs: { who: 'official', action: 'application.read', where: 'list' },
    query: z.strictObject({ cursor }),
    reply: page(card),
  }),
  applicationVersion: route('applicationVersion', {
    method: 'GET',
    path: '/applications/{applicationId}/versions/{number}',
    summary: 'What was in force under a version',
    needs: reading,
    params: z.strictObject({ applicationId, number: z.string().check(z.regex(/^[1-9]\d{0,5}$/, '版本不正确')) }),
    reply: z.strictObject({ number: z.number(), content: applicationContent }),
  }),
  applicationFile: route('applicationFile', {
    method: 'GET',
    path: '/applications/{applicationId}/file',
    summary:
      'The version in force as one signed text to be opened elsewhere: without places, organisations, people, numbers of phones',
    needs: writing,
    params: one,
    reply: z.strictObject({
      name: z.string(),
      text: z.string(),
      /** What was taken out of its texts. */
      takenOut: z.array(z.string()),
    }),
  }),
  readApplicationFile: route('readApplicationFile', {
    method: 'POST',
    path: '/applications/file',
    summary: 'What a file holds, whether it is as it was signed and by whom, and what of it is not known here',
    needs: { who: 'official', action: 'application.write', where: 'list' },
    body: z.strictObject({
      text: z.string('文件应为文字').check(z.minLength(1, '文件是空的'), z.maxLength(240_000, '文件太大')),
    }),
    reply: z.strictObject({
      content: applicationContent,
      origin,
      /** This platform signed it itself; otherwise it is whole, and from one that is not known here. */
      known: z.boolean(),
      /** What could not be mapped, in words: it is left out or is to be chosen. */
      unmapped: z.array(problem),
    }),
    repeatable: true,
  }),
  runs: route('runs', {
    method: 'GET',
    path: '/applications/{applicationId}/runs',
    summary:
      'What the wiring of an application did, the latest first, 20 a page; `state`: only those that failed or were stopped',
    needs: reading,
    params: one,
    query: z.strictObject({ state: z.exactOptional(z.literal('failed')), cursor }),
    reply: page(run),
  }),
  retryRun: route('retryRun', {
    method: 'POST',
    path: '/applications/{applicationId}/runs/{runId}/retries',
    summary:
      'Tries what failed once more, from the step where it failed; under its number of attempts, so that the same again is one',
    needs: writing,
    params: z.strictObject({ applicationId, runId }),
    body: z.strictObject({ attempts: z.int().check(z.gte(1, '次数不正确')) }),
    reply: run,
    repeatable: true,
  }),
} as const
