import type { HookEvent } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { ended, endOfWorkingDay, takenWithinDays } from '@zmht/shared/rules'
import { organisationContact } from '../../permissions/index'
import { now } from '../../platform/clock'
import { saveDue } from '../../platform/due.store'
import type { Message } from '../../platform/stream/message'
import { readVersion } from '../channel.store'
import { system } from '../domain/request'
import { moveRequest } from '../move'
import { answersOf, type Request, readRequest, readSteps, type Step } from '../request.store'
import { showAnswers } from '../show'
import { messageId } from './domain/hook'
import { awaited, isReceiver, readAwaited, receiverOf } from './domain/linked'
import { readHealth, readHook } from './hook.store'
import { hookOfLink } from './receiver'
import { writeDown } from './record'

/** A due item at whose time a receiver should have said something; its subject is the request and since when. */
export const linkDue = 'link'

const isThere = ({ desk, channelId }: Request): boolean => desk?.id === receiverOf(channelId)

/**
 * What somebody submits to a service that lives in another system goes there, whole: it is what they filled in for it. So does what they add, urge or take back.
 * A receiver that is switched off gets nothing more; its requests fall to the service's organisation at once.
 */
export async function tellReceiver(request: Request, { carried, before, change }: Message): Promise<void> {
  const revision = Number(carried.revision)
  if (change === 'removed' || revision === before?.revision || !isThere(request)) return
  const step = revision === 1 ? undefined : (await readSteps(request.id)).find(({ sequence }) => sequence === revision)
  // What it said itself, and what happened without the resident, is no news to it.
  if (revision > 1 && step?.by !== request.resident) return
  const hookId = await hookOfLink(request.channelId)
  if ((await readHook(hookId)) === undefined || (await readHealth(hookId))?.offAt !== undefined)
    return fallBack(request, '现在连不上对方的系统')
  if (!ended.includes(request.state)) await awaitAnswer(request, revision)
  const type: HookEvent =
    revision === 1 ? 'request.received' : ended.includes(request.state) ? 'request.closed' : 'request.moved'
  const id = messageId(hookId, request.id, revision)
  const at = typeof carried.updatedAt === 'string' ? carried.updatedAt : request.updatedAt
  await writeDown(hookId, request.id, { id, at, type, revision, data: await dataFor(request, step, revision) })
}

async function dataFor(request: Request, step: Step | undefined, revision: number) {
  const content = step === undefined ? await readVersion(request.channelId, request.version) : undefined
  const answers =
    content === undefined
      ? undefined
      : await showAnswers(content.form, await answersOf(request), undefined, request.submittedAt)
  return {
    request: request.id,
    number: request.number,
    sequence: revision,
    service: { id: request.channelId, title: request.title },
    /** Where it answers, below the address of our API. */
    answer: `/linked/${request.channelId}/requests/${request.id}`,
    due: request.due,
    ...(answers === undefined
      ? {}
      : {
          place: request.tail,
          answers: answers.map(({ subject, items }) => ({
            subject,
            items: items.map(({ label, text }) => ({ label, text })),
          })),
        }),
    ...(step === undefined
      ? {}
      : { resident: { action: step.action, ...(step.note === undefined ? {} : { text: step.note }) } }),
  }
}

async function awaitAnswer(request: Request, revision: number): Promise<void> {
  const subject = awaited(request.id, revision)
  await saveDue(endOfWorkingDay(now(), takenWithinDays), { slice: 'channels', kind: linkDue, subject })
  if (request.due > now()) await saveDue(request.due, { slice: 'channels', kind: linkDue, subject })
}

/** Not taken within a working day, or not answered by the day that was promised: it is its organisation's from now on. */
export async function silentReceiver(subject: string): Promise<void> {
  const { requestId, revision } = readAwaited(subject)
  const request = await readRequest(requestId)
  if (request === undefined || ended.includes(request.state) || !isThere(request)) return
  const receiver = receiverOf(request.channelId)
  const hasSpoken = (await readSteps(requestId)).some(({ sequence, by }) => sequence > revision && by === receiver)
  if (!hasSpoken) return fallBack(request, `对方 ${takenWithinDays} 个工作日没有接收`)
  if (request.due <= now()) await fallBack(request, '到了承诺的时间，对方还没有答复')
}

/** Nothing more is sent of it: the receiver said it is gone, or was tried as often as it is. */
export async function notDelivered(hookClient: string, of: string): Promise<void> {
  if (!isReceiver(hookClient)) return
  const request = await readRequest(of.slice(0, of.lastIndexOf('-')))
  if (request !== undefined && isThere(request) && !ended.includes(request.state))
    await fallBack(request, '发不到对方的系统')
}

async function fallBack(request: Request, note: string): Promise<void> {
  const organisation = await organisationContact(request.organisationId)
  const to = { id: request.organisationId, name: organisation?.name ?? '' }
  try {
    await moveRequest(request, { action: 'fall-back', key: `s-fall-back-${request.revision}`, note, to }, system, now())
  } catch (refusal) {
    // It moved on meanwhile.
    if (!(refusal instanceof Problem && refusal.code === 'step-not-allowed')) throw refusal
  }
}

/** Whether a message of a receiver's is still its business: what fell back is not sent to it any more. */
export async function isStillTheirs(of: string): Promise<boolean> {
  const request = await readRequest(of.slice(0, of.lastIndexOf('-')))
  return request !== undefined && (isThere(request) || ended.includes(request.state))
}
