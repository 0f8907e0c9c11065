import type { BookedSlotReply, RequestCardReply, SlotLeftReply, SlotTakenReply } from '@zmht/shared/contract'
import type { Instant } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import {
  allot,
  type Booking,
  beginOf,
  endOfWorkingDay,
  isFreeForFirst,
  isOver,
  type Procedure,
  type RequestAction,
  type Room,
  type Slot,
  sayLeft,
  saySlot,
  untouched,
} from '@zmht/shared/rules'
import { now } from '../platform/clock'
import { log } from '../platform/log'
import { pause } from '../platform/table/write'
import { readChannel, readOpenChannel, readVersion } from './channel.store'
import { givingStep, isUndecided, placing, seatedState } from './domain/booking'
import { type Mover, system, take } from './domain/request'
import { type Request, type RequestCard, readRequest, readSteps, saveStep } from './request.store'
import { bookedBy, firstWaiter, positionOf, readSlot, readSlots, sameTime } from './slot.store'

/** What can be booked of a channel now, at most 5 s old. */
export async function bookingOf(channelId: string): Promise<Booking | undefined> {
  const channel = await readOpenChannel(channelId)
  return channel?.version === undefined ? undefined : (await readVersion(channelId, channel.version))?.booking
}

/** The same as in force in this moment, for those who wait: what is newer than a cache must not pass them over. */
async function bookingInForce(channelId: string): Promise<Booking | undefined> {
  const channel = await readChannel(channelId)
  return channel?.version === undefined ? undefined : (await readVersion(channelId, channel.version))?.booking
}

/** A slot that is no more has no places. */
function roomOf(booking: Booking | undefined, slot: string): Room {
  const found = booking?.slots.find(({ id }) => id === slot)
  return found === undefined
    ? { capacity: 0, waiting: 0 }
    : { capacity: found.capacity, waiting: booking?.waiting ?? 0 }
}

/** A little, and for each a little different: those who met do not meet again. */
const apart = (attempt: number): Promise<void> => pause(Math.min(200, 5 * 2 ** attempt) * Math.random())

/**
 * Gives a booked request its place, or a number in the waiting list. One transaction for the slot's count and the request; done again it changes nothing.
 * @returns undefined when others were faster each time
 */
export async function allocate(request: Request, attempts: number): Promise<Request | undefined> {
  let current = request
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (!isUndecided(current) || current.booking === undefined) return current
    const { channelId, id, person } = current
    const { slot } = current.booking
    const booking = await bookingOf(channelId)
    const room = roomOf(booking, slot)
    const isSole = booking?.perPerson === 1
    const { whom } = current.booking
    const [count, other, same] = await Promise.all([
      readSlot(channelId, slot),
      isSole ? bookedBy(channelId, person) : undefined,
      whom === undefined ? undefined : bookedBy(channelId, sameTime(slot, whom)),
    ])
    const isSame = same !== undefined && same !== id
    const isTwice = isSame || (other !== undefined && other !== id)
    const allotted = isTwice ? ({ gives: 'nothing' } as const) : allot(count, room)
    if (allotted.gives === 'place-to-first') await advance(channelId, slot)
    else {
      const { action, booking: booked, note } = placing(current, allotted, isSole)
      const why = isSame ? twiceSaid : isTwice ? '您已经约过这项服务了。要换时间，请在已经约的那一件里改约。' : note
      const decided = take(
        current,
        { action, key: `s-place-${id}`, ...(why === undefined ? {} : { note: why }) },
        system,
        now(),
      )
      const next = { ...decided.request, booking: booked }
      if ((await saveStep(current, next, decided.step, { room })) === 'saved') return next
      if (attempt > 0) await apart(attempt)
    }
    const read = await readRequest(id)
    if (read === undefined) return undefined
    current = read
  }
  return isUndecided(current) ? undefined : current
}

const twiceSaid = '同一个人这个时间已经约过了，这一件没有再约。要换时间，请在已经约的那一件里改约。'

/** Gives the places that are free to those who wait, in the order of their numbers. Done again, or by two at once, nobody is passed over. */
export async function advance(channelId: string, slot: string): Promise<void> {
  for (let attempt = 0; ; ) {
    const room = roomOf(await bookingInForce(channelId), slot)
    if (!isFreeForFirst(await readSlot(channelId, slot), room)) return
    const first = await firstWaiter(channelId, slot)
    const request = first === undefined ? undefined : await readRequest(first.requestId)
    if (first !== undefined && request?.booking?.has === 'waiting') {
      const { procedure, booking } = request
      const { ticket: _ticket, ...booked } = booking
      const at = now()
      const time = await slotOfRequest(request)
      const decided = take(
        request,
        {
          action: givingStep(procedure),
          key: `s-up-${slot}-${first.ticket}`,
          ...(time === undefined ? {} : { note: `候补补上了：${saySlot(time, at)}` }),
        },
        system,
        at,
      )
      const due = await dueOnceUp(request, decided.request.updatedAt)
      const next: Request = { ...decided.request, due, booking: { ...booked, has: 'held' } }
      if ((await saveStep(request, next, decided.step, { room })) === 'saved') {
        attempt = 0
        continue
      }
    }
    // Somebody else moved them up, or they withdrew, in this moment.
    attempt += 1
    if (attempt > 20) throw new Error(`the waiting list of ${channelId} ${slot} does not move`)
    await apart(attempt)
  }
}

/** Whoever moves up where somebody confirms has it confirmed in as many days as were promised: those it waited are nobody's delay. */
async function dueOnceUp({ procedure, channelId, version, due }: Request, at: Instant): Promise<Instant> {
  const days = procedure === 'open' ? undefined : (await readVersion(channelId, version))?.promisedDays
  return days === undefined ? due : endOfWorkingDay(at, days)
}

/** After another version came into force: whoever waits where there are more places now. */
export async function advanceAll(channelId: string): Promise<void> {
  for (const { id } of (await bookingInForce(channelId))?.slots ?? []) await advance(channelId, id)
}

/** @throws Problem `slot-gone` for a time that is no more or over */
export function slotOf(booking: Booking | undefined, id: string, at: Instant, detail?: string): Slot {
  const slot = booking?.slots.find((one) => one.id === id)
  if (slot === undefined || isOver(slot, at)) throw new Problem('slot-gone', detail === undefined ? {} : { detail })
  return slot
}

/** From when the promised days count: where whoever books has the place at once, what is left to do comes with the booked day. */
export function dueFrom(
  booking: Booking | undefined,
  slot: string | undefined,
  procedure: Procedure,
  at: Instant,
): Instant {
  const found = procedure === 'open' ? booking?.slots.find(({ id }) => id === slot) : undefined
  const begins = found === undefined ? undefined : beginOf(found)
  return begins === undefined || begins < at ? at : begins
}

/** The last day of a request that takes another time: while somebody is still to confirm it that day stays. */
async function dueAfter(
  { channelId, version, procedure, submittedAt, state, due }: Request,
  booking: Booking | undefined,
  to: string,
): Promise<Instant> {
  const isGiven = procedure === 'open' || state === 'confirmed'
  const days = isGiven ? (await readVersion(channelId, version))?.promisedDays : undefined
  return days === undefined ? due : endOfWorkingDay(dueFrom(booking, to, 'open', submittedAt), days)
}

/** With these what is left to do comes with the booked day: it was confirmed. */
const confirming: readonly RequestAction[] = ['confirm', 'approve']

/**
 * A request after a step of which its last day follows: who confirmed a time is not pressed to conclude before it, and what is taken up again has as many days
 * as were promised at first. Anything else stays as it is.
 */
export async function withDueOfTime(before: Request, after: Request, action: RequestAction): Promise<Request> {
  const { booking, channelId, version } = after
  const isConfirmed = confirming.includes(action) && booking?.has === 'held'
  if (booking === undefined || !(isConfirmed || action === 'reopen')) return after
  const days = (await readVersion(channelId, version))?.promisedDays
  if (days === undefined) return after
  if (action === 'reopen') return { ...after, due: endOfWorkingDay(after.updatedAt, days) }
  const slot = await slotOfRequest(after)
  const begins = slot === undefined ? undefined : beginOf(slot)
  if (begins === undefined || begins < after.updatedAt) return after
  const due = endOfWorkingDay(begins, days)
  // Another day begins another clock; that it was confirmed late stays on its time line.
  return due <= before.due ? after : { ...after, due, overdue: false }
}

const kept = '没有改，您原来约的还在。'

/**
 * Takes another time and gives the first back in one transaction.
 * @throws Problem `slot-full`, `slot-gone`, `step-not-allowed`; the first time is kept
 */
export async function rebook(request: Request, to: string, key: string, by: Mover, at: Instant): Promise<Request> {
  let current = request
  for (let attempt = 0; attempt < 8; attempt++) {
    if (attempt > 0) await apart(attempt)
    if ((await readSteps(current.id)).some((step) => step.key === key)) return current
    const { booking: booked, channelId, procedure } = current
    if (booked?.has === undefined) throw new Problem('step-not-allowed')
    if (booked.slot === to) return current
    const booking = await bookingOf(channelId)
    const former = booking?.slots.find(({ id }) => id === booked.slot)
    if (former !== undefined && booked.has === 'held' && isOver(former, at))
      throw new Problem('slot-gone', { detail: `您约的时间已经开始，不能再改。${kept}` })
    const slot = slotOf(booking, to, at, `这个时间已经取消或者已经过了。${kept}`)
    const same = booked.whom === undefined ? undefined : await bookedBy(channelId, sameTime(to, booked.whom))
    if (same !== undefined && same !== current.id)
      throw new Problem('booked-already', { detail: `同一个人已经约了${saySlot(slot, at)}。${kept}` })
    const room = roomOf(booking, to)
    if (allot(await readSlot(channelId, to), room).gives !== 'place')
      throw new Problem('slot-full', { detail: `${saySlot(slot, at)}已经满了。${kept}` })
    const decided = take(current, { action: 'rebook', key, note: `改到${saySlot(slot, at)}` }, by, at)
    const state = current.state === 'queued' ? seatedState(procedure) : decided.request.state
    const { ticket: _ticket, ...rest } = booked
    const due = await dueAfter(current, booking, to)
    const next: Request = { ...decided.request, state, due, booking: { ...rest, slot: to, has: 'held' } }
    if ((await saveStep(current, next, { ...decided.step, state }, { room })) === 'saved') return next
    const read = await readRequest(current.id)
    if (read === undefined) throw new Problem('not-found')
    current = read
  }
  throw new Problem('changed', { detail: `约的人正多，没有改成。${kept}请再试一次。` })
}

/** Each time with how far it is taken, at most 5 s old, in the order of their beginning. */
export async function showSlots(channelId: string, booking: Booking, at: Instant): Promise<SlotTakenReply[]> {
  const counts = await readSlots(channelId)
  return [...booking.slots].sort(byBeginning).map((slot) => {
    const count = counts.get(slot.id) ?? untouched
    const room = roomOf(booking, slot.id)
    const { gives } = allot(count, room)
    const over = isOver(slot, at)
    return {
      ...slot,
      says: saySlot(slot, at),
      saysLeft: over ? '已过' : sayLeft(count, room),
      left: over || count.waiting > 0 ? 0 : Math.max(0, room.capacity - count.taken),
      waiting: count.waiting,
      offers: over ? 'nothing' : gives === 'place' || gives === 'ticket' ? gives : 'nothing',
      taken: count.taken,
    }
  })
}

/** The same for residents: how many have booked is not theirs to know beyond what is left. */
export async function showLeft(channelId: string, booking: Booking, at: Instant): Promise<SlotLeftReply[]> {
  return (await showSlots(channelId, booking, at)).map(({ taken: _taken, ...left }) => left)
}

const byBeginning = (one: Slot, other: Slot): number => (beginOf(one) ?? '').localeCompare(beginOf(other) ?? '')

/** What a request has of its time, as its resident and officials read it. */
export async function showBooked(request: Request, at: Instant): Promise<BookedSlotReply | undefined> {
  const { booking, channelId } = request
  if (booking === undefined) return undefined
  const slot = await slotOfRequest(request)
  const begins = slot === undefined ? undefined : beginOf(slot)
  const position =
    booking.has === 'waiting' && booking.ticket !== undefined
      ? await positionOf(channelId, booking.slot, booking.ticket)
      : undefined
  return {
    slot: booking.slot,
    says: slot === undefined ? '原来约的时间' : saySlot(slot, at),
    has: booking.has ?? (isUndecided(request) ? 'deciding' : 'gone'),
    ...(position === undefined ? {} : { position }),
    ...(begins === undefined ? {} : { begins }),
  }
}

/** The same in a list: each with the words for its time, of whichever service. */
export async function withTimes<One extends Pick<RequestCard, 'channelId' | 'booked'>>(
  cards: readonly One[],
  at: Instant,
): Promise<(One & Pick<RequestCardReply, 'booked'>)[]> {
  return Promise.all(
    cards.map(async (card) => {
      const { booked, channelId } = card
      const slot = booked === undefined ? undefined : await slotNow(channelId, booked.slot)
      return booked === undefined || slot === undefined
        ? card
        : { ...card, booked: { ...booked, says: saySlot(slot, at) } }
    }),
  )
}

/** A time as it is in force now, for it may have been put right since it was booked. */
const slotNow = async (channelId: string, id: string): Promise<Slot | undefined> =>
  (await bookingOf(channelId))?.slots.find((one) => one.id === id)

/** The time of a request: as in force now, else as it was when it was asked for. */
export async function slotOfRequest({
  channelId,
  version,
  booking,
}: Pick<Request, 'channelId' | 'version' | 'booking'>): Promise<Slot | undefined> {
  if (booking === undefined) return undefined
  const { slot } = booking
  return (
    (await slotNow(channelId, slot)) ??
    (await readVersion(channelId, version))?.booking?.slots.find(({ id }) => id === slot)
  )
}

/** So often a place is tried for while somebody waits for the answer. */
const attemptsAtOnce = 3

/** A request that was just saved, with its place where that can be decided at once: what does not succeed here follows from the stream. */
export async function withPlaceNow(request: Request): Promise<Request> {
  try {
    return (await allocate(request, attemptsAtOnce)) ?? request
  } catch (error) {
    log.error('no place decided yet', error, { requestId: request.id })
    return request
  }
}
