import type { HookEvent } from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { subjectCalled } from '@zmht/shared/routing'
import { type RequestState, requestStateNames, requestStates } from '@zmht/shared/rules'
import { findPlace, namedLineage } from '../../hierarchy/index'
import { organisationsAbove, readClient } from '../../permissions/index'
import { later, now } from '../../platform/clock'
import { minuteOf, saveDue } from '../../platform/due.store'
import { startJob } from '../../platform/jobs'
import type { Message } from '../../platform/stream/message'
import { type Request, readSteps } from '../request.store'
import { eventOf, isTold, messageId } from './domain/hook'
import { accountOfClient, accountOfOpen311 } from './domain/order'
import { createMessage, hooksIn, sealBody } from './hook.store'
import { orderOfRequest } from './order.store'

/** The kind of a due item at whose time what waits for a subscriber is sent; its subject is the subscription. */
export const hookDue = 'hook'
/** Sends what waits for a subscriber. */
export const hookJob = 'channels.hooks'

const stateIn = (value: unknown): RequestState | undefined => requestStates.find((state) => state === value)

/**
 * Writes down for each subscriber what it is to be told of a revision of a request, once, and has it sent by a job: nobody waits here for a receiver.
 * A revision that came and went is told by what the stream carried of it.
 */
export async function recordForHooks(request: Request, { carried, before, change }: Message): Promise<void> {
  const revision = Number(carried.revision)
  const state = stateIn(carried.state)
  if (change === 'removed' || state === undefined || revision === before?.revision) return
  const root = (await organisationsAbove(request.organisationId)).at(-1)
  const hooks = root === undefined ? [] : (await hooksIn(root)).filter(({ on }) => on)
  if (hooks.length === 0) return
  const lineage = (await findPlace(request.home))?.lineage ?? []
  const event = eventOf(revision, state, stateIn(before?.state))
  const at = typeof carried.updatedAt === 'string' ? carried.updatedAt : request.updatedAt
  for (const hook of hooks) {
    const client = await readClient(hook.clientId)
    const own = [accountOfClient(hook.clientId), accountOfOpen311(hook.clientId)].includes(request.resident)
    if (client === undefined || !isTold(hook, client.places, { event, channelId: request.channelId, lineage, own }))
      continue
    const id = messageId(hook.id, request.id, revision)
    const data = await dataOf(request, { revision, state, own })
    await writeDown(hook.id, request.id, { id, at, type: event, revision, data })
  }
}

interface ToTell {
  readonly id: string
  readonly at: Instant
  readonly type: HookEvent
  readonly revision: number
  readonly data: object
}

/** Writes down once what is to be told of a revision, and has it sent. */
export async function writeDown(hookId: string, requestId: string, { id, at, type, revision, data }: ToTell) {
  await soon(hookId)
  await createMessage({
    hookId,
    at,
    of: `${requestId}-${String(revision).padStart(6, '0')}`,
    id,
    type,
    body: await sealBody(id, JSON.stringify({ id, type, at, data })),
    state: 'waiting',
    attempts: 0,
    next: now(),
    version: 1,
  })
  await sendNow(hookId)
}

/**
 * What a subscriber reads: number, state, what it is about and in which community; no name, no phone, no address, no word anybody wrote. Of an order it sent in
 * itself also where exactly, who has it and what was answered.
 */
async function dataOf(request: Request, of: { revision: number; state: RequestState; own: boolean }) {
  const subject = request.route?.subject === undefined ? undefined : subjectCalled(request.route.subject)
  const community = (await namedLineage(request.path)).find(({ level }) => level === 'community')
  return {
    number: request.number,
    /** Counts up by one with each step of the request. */
    sequence: of.revision,
    state: of.state,
    stateName: requestStateNames[of.state],
    channel: { id: request.channelId, title: request.title },
    ...(subject === undefined ? {} : { kind: { code: subject.code, name: subject.name } }),
    ...(community === undefined ? {} : { community: { id: community.id, name: shortName(community) } }),
    ...(of.own ? await ownData(request, of.revision) : {}),
  }
}

async function ownData(request: Request, revision: number) {
  const order = await orderOfRequest(request.id)
  const step = (await readSteps(request.id)).find(({ sequence }) => sequence === revision)
  const isAnswer = step !== undefined && (step.action === 'close' || step.action === 'decline')
  return {
    ...(order === undefined ? {} : { order: { id: order.orderId, number: order.number } }),
    place: request.tail,
    ...(request.desk === undefined ? {} : { with: request.desk.name }),
    ...(isAnswer && step.note !== undefined ? { answer: step.note, evidence: step.files?.length ?? 0 } : {}),
  }
}

/** Whatever becomes of this process: what waits for a subscriber then is sent in the minute after. */
const soon = (hookId: string, at: Instant = later(now(), 60_000)): Promise<void> =>
  saveDue(at, { slice: 'channels', kind: hookDue, subject: hookId })

/** One job for each subscriber and minute. What it has not seen any more the next minute's sends. */
export async function sendNow(hookId: string): Promise<void> {
  const minute = minuteOf(now()).replace(/\D/g, '')
  const job = await startJob({
    id: `jhook-${hookId}-${minute}`,
    kind: hookJob,
    input: { hook: hookId },
    by: 'system',
    message: '',
  })
  if (job.state === 'done' || job.state === 'failed') await soon(hookId)
}
