import { changeWords, filled, partTitle } from '@zmht/shared/applications'
import { type ApplicationPart, channelRoutes, ledgerRoutes, type PartOf, taskRoutes } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { ledgerFacts } from '../ledgers/index'
import { now } from '../platform/clock'
import { order } from '../platform/endpoint/order'
import type { Job } from '../platform/job.store'
import type { JobStep } from '../platform/jobs'
import { noteMadeFor, readBundle, saveBundle, versionPart, versionsOf } from './bundle.store'
import type { Application, Made } from './domain/application'
import { channelOf, isBegunByWiring, noticeOf, type Surroundings, settled, taskOf } from './domain/desired'
import { keptPart, type Live } from './domain/kept'
import { digestOf, idOfPart } from './names'
import { reasonOf } from './reason'
import { endPart, retireStep } from './retiring'
import { wireUp } from './wire-up'

/** Opens an application, or retires it: a part a step, each as its official could do it. */
export const openingJob = 'applications.opening'

type Outcome = Awaited<ReturnType<JobStep>>

const told = (done: number, total: number, message: string): Outcome => ({
  ...{ done, total, message },
  cursor: String(done),
  finished: false,
})

/**
 * One step: one part of what is to be opened. What is there already as it should be is left; the same step again makes nothing twice, for each id follows from the application. What is refused stops it and
 * says why: what was made stays, and opening it again goes on from there.
 */
export const openingStep: JobStep = async (job) => {
  const application = await readBundle(job.input.application ?? '')
  if (application === undefined || application.job !== job.id)
    return { done: job.done, total: job.total, finished: true, message: '已由后来的操作接手' }
  try {
    if (application.state === 'retiring') return await retireStep(application, job)
    if (job.input.keep === 'yes') return await keepStep(application, job)
    return await openStep(application, job)
  } catch (error) {
    // What is only busy now is tried again.
    if (!(error instanceof Problem) || error.document.status >= 500) throw error
    const asked = waitsForAnother(error)
    return asked === undefined
      ? await stop(application, job, 'stuck', reasonOf(error))
      : await stop(application, job, 'asking', asked)
  }
}

/** Once the organisation agrees it goes on by itself: nobody has to publish anything again. */
const waitsForAnother = ({ code, document }: Problem): string | undefined =>
  code === 'parts-not-agreed'
    ? `${document.title}。${document.detail.split('，')[0]}，同意以后自动接着开通，不用再来操作。`
    : undefined

async function openStep(application: Application, job: Job): Promise<Outcome> {
  const { parts } = settled(application.content, application.settings)
  const total = parts.length + 1
  const at = Number(job.cursor ?? '0')
  const part = parts[at]
  if (part === undefined) return finish(application, total)
  const title = partTitle(part)
  const result = await makePart(application, part, job.by)
  if (result === 'wait') return { ...told(at, total, `${title}等台账整理好`), waitSeconds: 1 }
  const made = { ...application.made, [part.key]: result }
  if (digestOf(made) !== digestOf(application.made) && !(await saveBundle(next({ ...application, made }))))
    throw new Problem('unavailable')
  return told(at + 1, total, `${title}已就绪`)
}

/** Takes a part as its keepers have made it since. */
async function keepStep(application: Application, job: Job): Promise<Outcome> {
  const { parts } = application.content
  const total = parts.length + 1
  const at = Number(job.cursor ?? '0')
  const part = parts[at]
  if (part === undefined) return finish(application, total)
  const seen = application.made[part.key]
  const live = seen === undefined || isBegunByWiring(part) ? undefined : await liveOf(part, seen.id, job.by)
  if (seen !== undefined && live !== undefined) {
    const kept = keptPart(part, live, application.settings)
    const content = { ...application.content, parts: parts.map((one) => (one === part ? kept : one)) }
    const made = { ...application.made, [part.key]: { ...seen, told: toldOf(kept, application) } }
    if (!(await saveBundle(next({ ...application, content, made })))) throw new Problem('unavailable')
  }
  return told(at + 1, total, `${partTitle(part)}已记下`)
}

async function liveOf(part: ApplicationPart, id: string, by: string): Promise<Live | undefined> {
  switch (part.kind) {
    case 'ledger':
      return named('ledger', await unlessMissing(order(ledgerRoutes.ledger, { params: { ledgerId: id } }, by)))
    case 'service':
      return named('service', await unlessMissing(order(channelRoutes.channel, { params: { channelId: id } }, by)))
    case 'task':
      return named('task', await unlessMissing(order(taskRoutes.task, { params: { taskId: id } }, by)))
    case 'notice':
      return named('notice', await unlessMissing(order(channelRoutes.notice, { params: { noticeId: id } }, by)))
  }
}

const named = <K extends Live['kind'], T>(kind: K, of: T | undefined) => (of === undefined ? undefined : { kind, of })

/** A mark of all that a part is told to be: its content with what was filled in, and what it leans on. */
const toldOf = (part: ApplicationPart, application: Application): string =>
  digestOf([filled(part, application.settings.fills), application.settings, leaningOn(part, application)])

const next = (application: Application): Application => ({ ...application, edition: application.edition + 1 })

/** @returns what was made of a part; `wait` where it leans on what is not ready */
async function makePart(application: Application, part: ApplicationPart, by: string): Promise<Made | 'wait'> {
  const seen = application.made[part.key]
  const turn = seen?.turn ?? 1
  const own = seen === undefined && !isBegunByWiring(part) ? await ownThing(application, part, by) : undefined
  if (own?.isRunning === true) {
    await noteMadeFor(own.id, application.id)
    return { id: own.id, turn, told: toldOf(part, application) }
  }
  const id = seen?.id ?? own?.id ?? idOfPart(part.kind, application.id, part.key, turn)
  const around: Surroundings = { settings: application.settings, made: application.made, at: now() }
  const digest = toldOf(part, application)
  const make: Making = { id, by, around, isTold: seen?.told === digest }
  if (seen?.told === undefined) await noteMadeFor(id, application.id)
  const outcome = await makeOf(part, make)
  if (outcome === 'wait') return 'wait'
  // What has ended is not begun again: another one is made in its stead.
  if (outcome === 'over') return makePart(withTurn(application, part, turn + 1), part, by)
  return { id, turn, told: digest }
}

const withTurn = (application: Application, { key, kind }: ApplicationPart, turn: number): Application => ({
  ...application,
  made: { ...application.made, [key]: { id: idOfPart(kind, application.id, key, turn), turn } },
})

const notBegun: readonly string[] = ['draft']
const over: readonly string[] = ['closed', 'ended', 'withdrawn', 'expired']

/** What its organisation had already and now is the part: running, it stays as it is. @returns undefined where there is none that could be */
async function ownThing(
  { organisationId }: Application,
  part: ApplicationPart,
  by: string,
): Promise<{ readonly id: string; readonly isRunning: boolean } | undefined> {
  if (part.uses === undefined) return undefined
  const live = await liveOf(part, part.uses, by)
  if (live === undefined || live.of.organisation.id !== organisationId) return undefined
  const state = live.kind === 'ledger' ? (live.of.ended ? 'ended' : 'open') : live.of.state
  return over.includes(state) ? undefined : { id: part.uses, isRunning: !notBegun.includes(state) }
}

/** The ids a part's content holds: made anew, they make it another one. */
const leaningOn = (part: ApplicationPart, { made }: Application): unknown => {
  const ledger =
    part.kind === 'notice'
      ? part.ledger
      : part.kind === 'task' && part.content.about.of === 'ledger'
        ? part.content.about.part
        : ''
  return made[ledger ?? '']?.id
}

interface Making {
  readonly id: string
  readonly by: string
  readonly around: Surroundings
  /** It was told to be so before: what its keepers have made of it since is left alone. */
  readonly isTold: boolean
}

type Result = Promise<'made' | 'wait' | 'over'>

function makeOf(part: ApplicationPart, making: Making): Result {
  switch (part.kind) {
    case 'ledger':
      return makeLedger(part, making)
    case 'service':
      return makeService(part, making)
    case 'task':
      return makeTask(part, making)
    case 'notice':
      return makeNotice(part, making)
  }
}

/** @returns undefined for what there is not */
async function unlessMissing<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read
  } catch (error) {
    if (error instanceof Problem && error.code === 'not-found') return undefined
    throw error
  }
}

async function makeLedger({ content, measures }: PartOf<'ledger'>, { id, by, around, isTold }: Making): Result {
  const params = { ledgerId: id }
  const seen = await unlessMissing(order(ledgerRoutes.ledger, { params }, by))
  if (seen !== undefined && isTold) return 'made'
  const within = [...around.settings.reach]
  await order(ledgerRoutes.save, { params, body: { content, measures, within, edition: seen?.edition ?? 0 } }, by)
  return 'made'
}

async function makeService(part: PartOf<'service'>, { id, by, around, isTold }: Making): Result {
  const params = { channelId: id }
  const content = channelOf(part, around)
  const before = await unlessMissing(order(channelRoutes.channel, { params }, by))
  if (before !== undefined && isTold && before.state !== 'closed') return 'made'
  const seen =
    before === undefined
      ? await order(channelRoutes.create, { params, body: content }, by)
      : await order(channelRoutes.revise, { params, body: { edition: before.edition, content } }, by)
  const reach = [...around.settings.reach]
  if (part.begin === 'at-once')
    await order(channelRoutes.publish, { params, body: { edition: seen.edition, reach } }, by)
  return 'made'
}

async function makeTask(part: PartOf<'task'>, { id, by, around, isTold }: Making): Result {
  if (isBegunByWiring(part)) return 'made'
  const params = { taskId: id }
  const about = part.content.about
  // A task is not dispatched over a ledger whose rows are still being brought together.
  if (about.of === 'ledger' && (await ledgerFacts(around.made[about.part]?.id ?? ''))?.arranging) return 'wait'
  const content = taskOf(part, around)
  const within = [...around.settings.reach]
  let seen = await unlessMissing(order(taskRoutes.task, { params }, by))
  if (seen?.state === 'ended' || seen?.state === 'withdrawn') return 'over'
  if (seen === undefined || (seen.state === 'draft' && !isTold))
    seen = await order(taskRoutes.saveTask, { params, body: { content, within, edition: seen?.edition ?? 0 } }, by)
  if (seen.state === 'draft') {
    if (part.begin === 'at-once')
      await order(taskRoutes.changeTask, { params, body: { action: 'dispatch', edition: seen.edition } }, by)
    return 'made'
  }
  if (isTold) return 'made'
  const { basis, form, measures } = content
  const more = within.filter((place) => seen.within.every(({ id: known }) => known !== place))
  const body = { basis, form, due: seen.content.due, more, ...(measures === undefined ? {} : { measures }) }
  await order(taskRoutes.amendTask, { params: { ...params, edition: String(seen.edition + 1) }, body }, by)
  return 'made'
}

async function makeNotice(part: PartOf<'notice'>, { id, by, around, isTold }: Making): Result {
  const params = { noticeId: id }
  let seen = await unlessMissing(order(channelRoutes.notice, { params }, by))
  if (seen?.state === 'expired' || seen?.state === 'withdrawn') return 'over'
  if (seen === undefined || (seen.state === 'draft' && !isTold))
    seen = await order(
      channelRoutes.saveNotice,
      { params, body: { edition: seen?.edition ?? 0, content: noticeOf(part, around) } },
      by,
    )
  if (seen.state === 'draft' && part.begin === 'at-once')
    await order(channelRoutes.publishNotice, { params, body: { edition: seen.edition } }, by)
  return 'made'
}

/** All is there: it is wired, and what is in force is kept as a version, with what it changed in words. */
async function finish(application: Application, total: number): Promise<Outcome> {
  const { content, settings, by, made } = application
  const [last] = await versionsOf(application.id)
  const says = last === undefined ? ['第一次开通'] : changeWords(last, { content, settings })
  const isNew = says.length > 0
  const number = (last?.number ?? 0) + (isNew ? 1 : 0)
  const { stuck: _stuck, job: _job, ...rest } = application
  const open: Application = next({ ...rest, state: 'open', version: number, opener: by, updatedAt: now() })
  await wireUp(last, open, made)
  for (const part of last?.content.parts ?? [])
    if (!content.parts.some(({ key }) => key === part.key)) await endPart(part.kind, made[part.key]?.id, by)
  const version = isNew ? [versionPart(application.id, { number, content, settings, says, at: now(), by })] : []
  if (!(await saveBundle(open, version))) throw new Problem('unavailable')
  return { done: total, total, finished: true, message: '全部开通了' }
}

async function stop(
  application: Application,
  { done, total }: Job,
  state: 'asking' | 'stuck',
  reason: string,
): Promise<Outcome> {
  const { job: _job, ...rest } = application
  await saveBundle(next({ ...rest, state, stuck: reason, updatedAt: now() }))
  const message = `停在第 ${done + 1} 步：${reason}`
  return { done, total, finished: true, message, problems: [{ row: done + 1, message: reason }] }
}
