import { type FormAnswers, shownControls } from '@zmht/shared/controls'
import { Problem } from '@zmht/shared/problems'
import { type RequestState, requestStateNames } from '@zmht/shared/rules'
import { knowledgeNow } from '../knowledge/index'
import { contactOf } from '../permissions/index'
import { later, now } from '../platform/clock'
import { saveDue } from '../platform/due.store'
import { removeUnused, unusedFile } from '../platform/files/files'
import { checkText, sendSubscribeMessage } from '../platform/outside/wechat'
import type { Message, Reactions } from '../platform/stream/message'
import { passOn, readVersion } from './channel.store'
import { system } from './domain/request'
import { handOver, handoverDue, workOff } from './handover'
import { moveRequest } from './move'
import { answersOf, type Request, readRequest, saveDelivery, wasDelivered } from './request.store'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** States the author is told of by WeChat, when they asked for it. */
const told: readonly RequestState[] = ['confirmed', 'returned', 'closed', 'withheld']

async function onRequest(message: Message): Promise<void> {
  const request = await readRequest(text(message.carried.id))
  if (request === undefined) return
  if (message.change === 'added') await checkContent(request)
  const stateChanged = message.before !== undefined && message.before.state !== message.carried.state
  if (stateChanged && message.carried.revision === request.revision) await tellAuthor(request)
}

/** Free text is checked by WeChat before it matters to others. Without a WeChat account there is nothing to ask it by. */
async function checkContent(request: Request): Promise<void> {
  const contact = await contactOf(request.resident)
  const written = await freeText(request)
  if (contact?.openId === undefined || written === '') return
  const verdict = await checkText('resident', contact.openId, written)
  if (verdict === 'risky') await systemStep(request, 'withhold', `s-withhold-${request.id}`)
  // The author was not active in WeChat within two hours: asked again when they may be back.
  if (verdict === 'later')
    await saveDue(later(now(), 30 * 60_000), { slice: 'channels', kind: 'check', subject: request.id })
}

async function freeText(request: Request): Promise<string> {
  const form = (await readVersion(request.channelId, request.version))?.form
  if (form === undefined) return ''
  const answers: FormAnswers = await answersOf(request)
  return shownControls(await knowledgeNow(), form, answers, request.submittedAt)
    .filter(({ control }) => control.kind === 'text' || control.kind === 'long-text')
    .map(({ control, subject, index }) =>
      text(subject === undefined ? '' : answers[subject]?.[index]?.values[control.id]),
    )
    .filter((one) => one !== '')
    .join('\n')
}

async function tellAuthor(request: Request): Promise<void> {
  if (!request.notify || !told.includes(request.state) || (await wasDelivered(request.id, request.revision))) return
  const contact = await contactOf(request.resident)
  if (contact?.openId === undefined) return
  const outcome = await sendSubscribeMessage('resident', {
    openId: contact.openId,
    page: `pages/request/index?id=${request.id}`,
    data: {
      thing1: request.title.slice(0, 20),
      phrase2: requestStateNames[request.state].slice(0, 5),
      date3: chinaTime(request.updatedAt),
      thing4: '点击查看进度和说明',
    },
  })
  await saveDelivery(request.id, request.revision, outcome, now())
}

/** `2026-11-24 14:30`, in China. */
function chinaTime(at: string): string {
  return new Date(Date.parse(at) + 8 * 3600 * 1000).toISOString().slice(0, 16).replace('T', ' ')
}

async function systemStep(request: Request, action: 'withhold' | 'overdue', key: string): Promise<void> {
  try {
    await moveRequest(request, { action, key }, system, now())
  } catch (refusal) {
    // It moved on meanwhile: there is nothing to say any more.
    if (refusal instanceof Problem && refusal.code === 'step-not-allowed') return
    throw refusal
  }
}

async function onWork(message: Message): Promise<void> {
  if (message.carried.overdue !== true || message.before?.overdue === true) return
  const request = await readRequest(text(message.carried.id))
  if (request !== undefined) await systemStep(request, 'overdue', `s-overdue-${text(message.carried.due)}`)
}

async function onDue(message: Message): Promise<void> {
  const subject = text(message.carried.subject)
  if (message.carried.kind === unusedFile) return removeUnused(subject, now())
  if (message.carried.kind === handoverDue) return workOff(subject)
  if (message.carried.kind !== 'check') return
  const request = await readRequest(subject)
  if (request !== undefined) await checkContent(request)
}

/** Somebody left a post: their open work goes to who takes over. */
async function onHandover({ carried, change }: Message): Promise<void> {
  if (change === 'added') await handOver(text(carried.operation))
}

/** An organisation was merged into another: so are its channels. */
async function onOrganisation({ carried }: Message): Promise<void> {
  const { id, ended } = carried
  if (typeof ended !== 'object' || ended === null || !('into' in ended)) return
  if (text(ended.into) !== '') await passOn(text(id), text(ended.into))
}

export const reactions: Reactions = {
  request: onRequest,
  work: onWork,
  due: onDue,
  handover: onHandover,
  organisation: onOrganisation,
}
