import { actionWords } from '@zmht/shared/applications'
import {
  channelRoutes,
  ledgerRoutes,
  type PartOf,
  type RunReply,
  taskRoutes,
  type Wire,
  type WireAction,
} from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import { markOfList, type NoticePlace } from '@zmht/shared/rules'
import { findPlace } from '../hierarchy/index'
import { now } from '../platform/clock'
import { order } from '../platform/endpoint/order'
import type { JobStep } from '../platform/jobs'
import { bundleNow } from './bundle.store'
import type { Application } from './domain/application'
import { dueOf, noticeOf, type Surroundings, settled, taskOf } from './domain/desired'
import { afterAction, nextAction } from './domain/engine'
import { named } from './names'
import { isMet } from './only'
import { reasonOf } from './reason'
import { placeOn } from './set-off'
import { type Run, readRun, saveRun, saveTrace, saveWire } from './wire.store'

/**
 * One step: one action, for the official who opened the application, through their own permissions. What it makes is named after the run: the same step again makes
 * nothing twice. What is refused is kept with its reason, and what was to come after it is left until somebody tries again.
 */
export const runStep: JobStep = async ({ input }) => {
  const run = await readRun(input.bundle ?? '', input.run ?? '')
  const application = await bundleNow(input.bundle ?? '')
  const wire = application?.content.wiring.find(({ key }) => key === run?.wire)
  if (run === undefined || run.state !== 'waiting') return over('没有要办的')
  if (application === undefined || wire === undefined || application.opener === undefined)
    return ended(run, 'failed', [{ says: run.says, state: 'failed', problem: '这条联动已经去掉了' }])
  const content = settled(application.content, application.settings)
  const says = wire.does.map((one) => actionWords(one, content))
  const action = nextAction(run, wire)
  if (action === undefined) return ended(run, 'done', run.steps)
  const at = wire.does.indexOf(action)
  try {
    if (at === 0 && !(await isMet(wire, run, content, application.opener)))
      return ended(run, 'done', [{ says: '条件不符合，没有要做的', state: 'done' }])
    await act(action, wire, { run, application: { ...application, content }, by: application.opener, at })
  } catch (error) {
    if (!(error instanceof Problem) || error.document.status >= 500) throw error
    const { state, steps } = afterAction(run, says, reasonOf(error))
    return ended(run, state, steps)
  }
  const { state, steps } = afterAction(run, says)
  if (state === 'done') return ended(run, state, steps)
  if (!(await saveRun({ ...run, steps, version: run.version + 1 }))) throw new Problem('unavailable')
  return { done: steps.length, total: says.length, finished: false, message: says[at] ?? '' }
}

const over = (message: string) => ({ done: 1, total: 1, finished: true, message })

async function ended(run: Run, state: Run['state'], steps: RunReply['steps']) {
  if (!(await saveRun({ ...run, state, steps, version: run.version + 1 }))) throw new Problem('unavailable')
  return over(state === 'done' ? '联动办好了' : '联动没有办成')
}

interface Acting {
  readonly run: Run
  readonly application: Application
  readonly by: string
  /** Which of its actions. */
  readonly at: number
}

async function act(action: WireAction, wire: Wire, acting: Acting): Promise<void> {
  switch (action.do) {
    case 'errand':
      return handOut(action, acting)
    case 'step':
      return takeStep(action, acting)
    case 'start':
      return startTask(action.task, acting)
    case 'visit':
      return visit(action.task, acting)
    case 'tell':
      return tell(action, acting)
    case 'put-in':
      return register(ledgerRoutes.putIn, action.ledger, acting)
    case 'take-out':
      return register(ledgerRoutes.takeOut, action.ledger, acting)
    default:
      return refuseUnknown(action, wire)
  }
}

function refuseUnknown(action: never, { key }: Wire): never {
  throw new Error(`wire ${key} does what nobody knows: ${JSON.stringify(action)}`)
}

/** What is made by an action is named after it. */
const nameFor = (prefix: string, { run, at }: Acting, ...more: readonly string[]): string =>
  `${prefix}${named(20, run.bundle, run.id, String(at), ...more)}`

/** As what is done by itself is signed. */
const nameOf = ({ application }: Acting): string => application.content.title

const noteTouched = ({ run }: Acting, touched: string): Promise<void> => saveTrace(touched, run.hops + 1, now())

const aroundOf = ({ application }: Acting): Surroundings => ({
  settings: application.settings,
  made: application.made,
  at: now(),
})

async function handOut(action: Extract<WireAction, { do: 'errand' }>, acting: Acting): Promise<void> {
  const requestId = acting.run.about.id
  const organisation = action.to === undefined ? undefined : acting.application.settings.roles[action.to]
  await noteTouched(acting, `request/${requestId}`)
  // Only who has it hands something out of it: what nobody has yet is taken up first.
  const claim = { action: 'claim' as const, key: nameFor('s', acting, 'claim') }
  await unlessNotAllowed(order(channelRoutes.step, { params: { requestId }, body: claim }, acting.by, nameOf(acting)))
  const body = {
    key: nameFor('s', acting),
    task: nameFor('q', acting),
    what: action.says,
    due: taskDay(action.days),
    ...(organisation === undefined ? {} : { organisation }),
  }
  await order(channelRoutes.handOut, { params: { requestId }, body }, acting.by, nameOf(acting))
}

/** What may not be done now is so already, or somebody else has it: the next step says which. */
async function unlessNotAllowed(step: Promise<unknown>): Promise<void> {
  try {
    await step
  } catch (error) {
    if (!(error instanceof Problem) || (error.code !== 'step-not-allowed' && error.kind !== 'conflict')) throw error
  }
}

const taskDay = (days: number): string => dueOf({ days }, now())

async function takeStep({ step, note }: Extract<WireAction, { do: 'step' }>, acting: Acting): Promise<void> {
  const requestId = acting.run.about.id
  await noteTouched(acting, `request/${requestId}`)
  const key = nameFor('s', acting)
  const body =
    step === 'close' || step === 'decline'
      ? { action: step, key, note: note ?? '' }
      : { action: step, key, ...(note === undefined ? {} : { note }) }
  await order(channelRoutes.step, { params: { requestId }, body }, acting.by, nameOf(acting))
}

function partOf<K extends 'task' | 'notice'>({ application }: Acting, kind: K, key: string): PartOf<K> {
  const found = application.content.parts.find((part): part is PartOf<K> => part.kind === kind && part.key === key)
  if (found === undefined) throw new Problem('not-found')
  return found
}

/** The place it happened at, or the one around it of a level. */
async function placeAround(acting: Acting, level: NoticePlace): Promise<PlaceId> {
  const place = placeOn(acting.run.path)
  const found = place === undefined ? undefined : await findPlace(place)
  if (found === undefined) throw new Problem('no-such-place')
  const around = level === 'here' ? undefined : found.tiers.find((tier) => tier.level === level)
  return around?.id ?? found.id
}

async function startTask(key: string, acting: Acting): Promise<void> {
  const within = [await placeAround(acting, 'community')]
  await begin(taskOf(partOf(acting, 'task', key), aroundOf(acting)), key, within, acting)
}

async function visit(key: string, acting: Acting): Promise<void> {
  const { entity } = acting.run
  const part = partOf(acting, 'task', key)
  const kind = part.content.form.subjects.find(({ is }) => is.by === 'target')?.kind
  if (entity === undefined || kind === undefined || kind === 'event') throw new Problem('not-found')
  const about = { of: 'list' as const, kind, parts: 1, count: 1, mark: markOfList(kind, [entity]) }
  const within = [await placeAround(acting, 'community')]
  await begin(taskOf(part, aroundOf(acting), about), key, within, acting, [entity])
}

/** Another task of a part: what waits for its items waits for those of this one too. */
async function begin(
  content: ReturnType<typeof taskOf>,
  key: string,
  within: readonly PlaceId[],
  acting: Acting,
  entities: readonly string[] = [],
): Promise<void> {
  const taskId = nameFor('q', acting)
  const { application, by, run } = acting
  const params = { taskId }
  await noteTouched(acting, `task/${taskId}`)
  const seen = await order(taskRoutes.saveTask, { params, body: { content, within: [...within], edition: 0 } }, by)
  if (entities.length > 0 && seen.state === 'draft')
    await order(taskRoutes.saveListPart, { params: { ...params, part: '0' }, body: { entities: [...entities] } }, by)
  for (const wire of application.content.wiring)
    if (wire.when.of === 'task' && wire.when.part === key)
      await saveWire({ source: taskId, bundle: run.bundle, key: wire.key, wire })
  await order(taskRoutes.changeTask, { params, body: { action: 'dispatch', edition: 1 } }, by)
}

async function tell({ notice, where }: Extract<WireAction, { do: 'tell' }>, acting: Acting): Promise<void> {
  const noticeId = nameFor('u', acting)
  const params = { noticeId }
  const place = await placeAround(acting, where)
  await noteTouched(acting, `notice/${noticeId}`)
  const content = noticeOf(partOf(acting, 'notice', notice), aroundOf(acting), [place])
  const seen = await order(
    channelRoutes.saveNotice,
    { params, body: { edition: 0, content } },
    acting.by,
    nameOf(acting),
  )
  if (seen.state === 'draft')
    await order(channelRoutes.publishNotice, { params, body: { edition: seen.edition } }, acting.by, nameOf(acting))
}

async function register(
  route: typeof ledgerRoutes.putIn | typeof ledgerRoutes.takeOut,
  key: string,
  acting: Acting,
): Promise<void> {
  const { entity } = acting.run
  const ledgerId = acting.application.made[key]?.id
  if (entity === undefined || ledgerId === undefined) throw new Problem('not-found')
  await noteTouched(acting, `row/${ledgerId}/${entity}`)
  await order(route, { params: { ledgerId, entityId: entity } }, acting.by, nameOf(acting))
}
