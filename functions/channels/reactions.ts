import { type SubjectCode, subjectCalled } from '@zmht/shared/routing'
import { type RequestState, requestStateNames, saySlotShort } from '@zmht/shared/rules'
import { contactOf } from '../permissions/index'
import { chinaTime, later, now } from '../platform/clock'
import { saveDue } from '../platform/due.store'
import { removeUnused, unusedFile } from '../platform/files/files'
import { checkText, sendSubscribeMessage } from '../platform/outside/wechat'
import type { Message, Reactions } from '../platform/stream/message'
import { adoptByPerson, adoptByPhone, askAuthor, survivorOf } from './behalf/adopt'
import { advance, advanceAll, allocate, slotOfRequest } from './booking'
import { noteBurden } from './burden'
import { followCase } from './cases/follow'
import { keepNear } from './cases/near'
import { passOn } from './channel.store'
import { clockStruck, isClock, watchClocks } from './clocks'
import { checkAgain, communityCheckDue } from './community-page/check'
import { saveDelivery, wasDelivered } from './delivery.store'
import { isUndecided } from './domain/booking'
import { onErrand } from './errands/follow'
import { toldAccount } from './for-organisations/delegate'
import { handOver, handoverDue, workOff } from './handover'
import { expireDue, publishDue } from './notices/due'
import { passNoticesOn } from './notices/notice.store'
import { noticeDues } from './notices/publish'
import { keepReader } from './notices/readers'
import { linkDue, silentReceiver, tellReceiver } from './outside/linked'
import { hookDue, recordForHooks, sendNow } from './outside/record'
import { pictureDue, pictureFound, pictureKept, pictureSilent } from './picture-check/check'
import { checkAnswerAgain, publicAnswerDue } from './public-answers/check'
import { type Request, readRequest } from './request.store'
import { teachRouting } from './routing/index'
import { askForPlace, forgetAsk } from './slot.store'
import { systemStep } from './system-step'
import { tellDesks } from './tell-desks'
import { textOf } from './text-of'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** States the author is told of by WeChat, when they asked for it. */
const told: readonly RequestState[] = ['queued', 'confirmed', 'returned', 'closed', 'declined', 'withheld']

async function onRequest(message: Message): Promise<void> {
  const request = await readRequest(text(message.carried.id))
  if (request === undefined) return
  if (message.change === 'added' && isUndecided(request)) await askForPlace(request.channelId, request.id, message.at)
  if (message.change === 'added') await checkContent(request)
  if (message.change === 'added' || message.before?.resident !== message.carried.resident) await askAuthor(request)
  await noteBurden(request, message)
  await recordForHooks(request, message)
  await followCase(request, message)
  await tellReceiver(request, message)
  if (message.carried.revision !== request.revision) return
  await learn(request, message)
  await keepNear(request)
  await watchClocks(request)
  if (message.before !== undefined) await tellAuthor(request, message)
  await tellDesks(request, message)
}

/** What somebody decided an appeal is about teaches; so does an answer by whom it was sent to without asking. */
async function learn(request: Request, { carried, before }: Message): Promise<void> {
  const { route, state } = request
  const isDecided = route?.decided === true && JSON.stringify(carried.route) !== JSON.stringify(before?.route)
  const isAnswered = state === 'closed' && before?.state !== 'closed'
  if (route?.subject === undefined || !(isDecided || isAnswered)) return
  const { id: requestId, home: place, by } = request
  const proposed = route.decided === true ? subjectIn(before?.route) : route.subject
  await teachRouting({ requestId, text: await textOf(request), subject: route.subject, proposed, place, by })
}

/** What an appeal was taken to be about before, as the stream carried it. */
const subjectIn = (route: unknown): SubjectCode | undefined =>
  typeof route === 'object' && route !== null && 'subject' in route
    ? subjectCalled(text(route.subject))?.code
    : undefined

/** Free text is checked by WeChat before it matters to others. Without a WeChat account there is nothing to ask it by. */
async function checkContent(request: Request): Promise<void> {
  const contact = await contactOf(request.ofOrganisation?.by.account ?? request.resident)
  const written = await textOf(request)
  if (contact?.openId === undefined || written === '') return
  const verdict = await checkText('resident', contact.openId, written)
  if (verdict === 'risky') await systemStep(request, { action: 'withhold', key: `s-withhold-${request.id}` })
  // The author was not active in WeChat within two hours: asked again when they may be back.
  if (verdict === 'later')
    await saveDue(later(now(), 30 * 60_000), { slice: 'channels', kind: 'check', subject: request.id })
}

/** What a message says happened. Of a time: that it was kept for whoever waited, that it is another one; else the state. */
function turnOf({ state, booking }: Request, before: Message['before']): string | undefined {
  const was = before === undefined ? undefined : bookedIn(before.booking)
  if (booking?.has === 'held' && was !== undefined && was.slot !== booking.slot) return '已改约'
  if (before?.state === state) return undefined
  if (booking?.has === 'held' && before?.state === 'queued' && state === 'submitted') return '留出名额'
  return told.includes(state) ? requestStateNames[state] : undefined
}

/** A time as the stream carried it. */
const bookedIn = (value: unknown): { readonly slot: unknown } | undefined =>
  typeof value === 'object' && value !== null && 'slot' in value ? { slot: value.slot } : undefined

/** Which time it is about, in as many characters as a message takes; what was given back is not named. */
async function timeWords(request: Request): Promise<string | undefined> {
  const slot = request.booking?.has === undefined ? undefined : await slotOfRequest(request)
  return slot === undefined ? undefined : saySlotShort(slot)
}

async function tellAuthor(request: Request, { before }: Message): Promise<void> {
  const turn = turnOf(request, before)
  if (!request.notify || turn === undefined || (await wasDelivered(request.id, String(request.revision)))) return
  const account = await toldAccount(request)
  const contact = account === undefined ? undefined : await contactOf(account)
  if (contact?.openId === undefined) return
  const outcome = await sendSubscribeMessage('resident', {
    openId: contact.openId,
    page: `pages/request/index?id=${request.id}`,
    data: {
      thing1: request.title.slice(0, 20),
      phrase2: turn.slice(0, 5),
      date3: chinaTime(request.updatedAt),
      thing4: (await timeWords(request)) ?? '点击查看进度和说明',
    },
  })
  await saveDelivery(request.id, String(request.revision), outcome, now())
}

async function onWork(message: Message): Promise<void> {
  if (message.carried.overdue !== true || message.before?.overdue === true) return
  const request = await readRequest(text(message.carried.id))
  if (request !== undefined)
    await systemStep(request, { action: 'overdue', key: `s-overdue-${text(message.carried.due)}` })
}

async function onDue(message: Message): Promise<void> {
  const subject = text(message.carried.subject)
  if (message.carried.kind === unusedFile) return removeUnused(subject, now())
  if (isClock(text(message.carried.kind))) return clockStruck(text(message.carried.kind), subject)
  if (message.carried.kind === handoverDue) return workOff(subject)
  if (message.carried.kind === noticeDues.publish) return publishDue(subject)
  if (message.carried.kind === noticeDues.expire) return expireDue(subject)
  if (message.carried.kind === hookDue) return sendNow(subject)
  if (message.carried.kind === linkDue) return silentReceiver(subject)
  if (message.carried.kind === communityCheckDue) return checkAgain(subject)
  if (message.carried.kind === publicAnswerDue) return checkAnswerAgain(subject)
  if (message.carried.kind === pictureDue) return pictureSilent(subject)
  if (message.carried.kind !== 'check') return
  const request = await readRequest(subject)
  if (request !== undefined) await checkContent(request)
}

/** What was decided names a file for the first time: a picture is looked at before others see it. */
async function onFile({ carried, before }: Message): Promise<void> {
  if (carried.state === 'kept' && before?.state !== 'kept') await pictureKept(text(carried.id))
}

/** Of which file it was asked, and what was found: both are known. */
async function onPictureTrace({ carried }: Message): Promise<void> {
  const { fileId, suggest, label } = carried
  if (typeof fileId !== 'string') return
  if (suggest === 'pass' || suggest === 'review' || suggest === 'risky')
    await pictureFound(fileId, suggest, Number(label))
}

/** Somebody left a post: their open work goes to who takes over. */
async function onHandover({ carried, change }: Message): Promise<void> {
  if (change === 'added') await handOver(text(carried.operation))
}

/** An organisation was merged into another: so are its channels and notices. */
async function onOrganisation({ carried }: Message): Promise<void> {
  const { id, ended } = carried
  if (typeof ended !== 'object' || ended === null || !('into' in ended)) return
  if (text(ended.into) === '') return
  await passOn(text(id), text(ended.into))
  await passNoticesOn(text(id), text(ended.into))
}

/** A resident has proven a phone: what was entered for them is theirs. They have another home, or their first: notices find them there. */
async function onStanding({ carried, before }: Message): Promise<void> {
  if (carried.kind !== 'resident') return
  if (carried.phoneSince !== undefined && carried.phoneSince !== before?.phoneSince)
    await adoptByPhone(text(carried.id))
  if (JSON.stringify(carried.homes) === JSON.stringify(before?.homes ?? [])) return
  await keepReader(text(carried.id))
}

/** So often a place is tried for where only submissions still going on are in the way: each time one of them went through. */
const attemptsInTurn = 200

/** Asked for one after the other within a channel: nobody is lost, however many come at once. */
async function onSlotAsk({ carried, change }: Message): Promise<void> {
  if (change !== 'added') return
  const [channelId, requestId] = [text(carried.channelId), text(carried.requestId)]
  const request = await readRequest(requestId)
  if (request !== undefined && (await allocate(request, attemptsInTurn)) === undefined)
    throw new Error(`no place could be decided for ${requestId}`)
  await forgetAsk(channelId, requestId)
}

async function onSlot({ carried, change }: Message): Promise<void> {
  if (change !== 'removed' && Number(carried.w ?? 0) > 0) await advance(text(carried.c), text(carried.s))
}

/** More places than before, for those who wait. */
async function onChannel({ carried, before, change }: Message): Promise<void> {
  if (change === 'changed' && carried.version !== before?.version) await advanceAll(text(carried.id))
}

export const reactions: Reactions = {
  slot: onSlot,
  slotAsk: onSlotAsk,
  channel: onChannel,
  request: onRequest,
  work: onWork,
  errand: onErrand,
  due: onDue,
  file: onFile,
  pictureTrace: onPictureTrace,
  handover: onHandover,
  organisation: onOrganisation,
  standing: onStanding,
  merge: async (message) => {
    if (message.change !== 'removed') await adoptByPerson(survivorOf(message))
  },
}
