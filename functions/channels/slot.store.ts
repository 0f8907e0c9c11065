import type { Instant } from '@zmht/shared/knowledge'
import { type Room, type SlotCount, untouched } from '@zmht/shared/rules'
import { cached, moving } from '../platform/cache'
import { itemType, present } from '../platform/table/item'
import { putIf, type TransactionPart, transact } from '../platform/table/write'
import type { Booked } from './domain/booking'

/** How far one time of a channel is taken. Attribute names are short: sixty of these are read at once. */
export const slotItem = itemType({
  model: { entity: 'slot', version: '1', service: 'zmht' },
  attributes: {
    channelId: { type: 'string', required: true, field: 'c' },
    slot: { type: 'string', required: true, field: 's' },
    taken: { type: 'number', field: 't' },
    waiting: { type: 'number', field: 'w' },
    tickets: { type: 'number', field: 'k' },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['channelId'], template: 'SLOTS#${channelId}', casing: 'none' },
      sk: { field: 'sk', composite: ['slot'], template: 'SLOT#${slot}', casing: 'none' },
    },
  },
})

/**
 * A request whose place could not be decided with its submission asks for it here: in the partition of its channel's slots, so that they are heard one after
 * the other.
 */
export const askItem = itemType({
  model: { entity: 'slotAsk', version: '1', service: 'zmht' },
  attributes: {
    channelId: { type: 'string', required: true },
    requestId: { type: 'string', required: true },
    at: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['channelId'], template: 'SLOTS#${channelId}', casing: 'none' },
      sk: { field: 'sk', composite: ['requestId'], template: 'ASK#${requestId}', casing: 'none' },
    },
  },
})

/** Who waits for a slot, by number. */
export const waiterItem = itemType({
  model: { entity: 'waiter', version: '1', service: 'zmht' },
  attributes: {
    channelId: { type: 'string', required: true },
    slot: { type: 'string', required: true },
    /** Zero-padded to eight digits, so that numbers sort. */
    ticket: { type: 'string', required: true },
    requestId: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: {
        field: 'pk',
        composite: ['channelId', 'slot'],
        template: 'WAITERS#${channelId}#${slot}',
        casing: 'none',
      },
      sk: { field: 'sk', composite: ['ticket'], template: '${ticket}', casing: 'none' },
    },
  },
})

/** The one booking a person has of a channel, where one is all they may have; and the one of a time for the same people, under `sameTime`. */
export const bookerItem = itemType({
  model: { entity: 'booker', version: '1', service: 'zmht' },
  attributes: {
    channelId: { type: 'string', required: true },
    person: { type: 'string', required: true },
    requestId: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['channelId'], template: 'BOOKERS#${channelId}', casing: 'none' },
      sk: { field: 'sk', composite: ['person'], template: '${person}', casing: 'none' },
    },
  },
})

const padded = (ticket: number): string => String(ticket).padStart(8, '0')

const countOf = ({ taken, waiting, tickets }: Partial<SlotCount>): SlotCount => ({
  taken: taken ?? 0,
  waiting: waiting ?? 0,
  tickets: tickets ?? 0,
})

/** Strongly consistent: what the next step is decided on. */
export async function readSlot(channelId: string, slot: string): Promise<SlotCount> {
  const { data } = await slotItem().get({ channelId, slot }).go({ consistent: true })
  return data === null ? untouched : countOf(present(data))
}

const slots = cached(moving, async (channelId) => {
  const { data } = await slotItem().query.primary({ channelId }).begins({ slot: '' }).go({ pages: 'all' })
  return new Map(data.map((one) => [one.slot, countOf(present(one))]))
})
/** What is taken of each slot of a channel, at most 5 s old; untouched slots are not in it. */
export const readSlots = (channelId: string): Promise<ReadonlyMap<string, SlotCount>> => slots.read(channelId)

/** The first who waits for a slot. Strongly consistent. */
export async function firstWaiter(
  channelId: string,
  slot: string,
): Promise<{ readonly ticket: number; readonly requestId: string } | undefined> {
  const { data } = await waiterItem().query.primary({ channelId, slot }).go({ limit: 1, consistent: true })
  const [first] = data
  return first === undefined ? undefined : { ticket: Number(first.ticket), requestId: first.requestId }
}

/** So many are counted before somebody in a waiting list; beyond it is only said that there are more. */
const mostCounted = 100

/** The place in the waiting list, counted from 1; undefined for one far behind. */
export async function positionOf(channelId: string, slot: string, ticket: number): Promise<number | undefined> {
  const { data, cursor } = await waiterItem()
    .query.primary({ channelId, slot })
    .lte({ ticket: padded(ticket) })
    .go({ limit: mostCounted })
  return cursor === null ? Math.max(1, data.length) : undefined
}

/** The request by which a person has booked a channel. */
export async function bookedBy(channelId: string, person: string): Promise<string | undefined> {
  const { data } = await bookerItem().get({ channelId, person }).go({ consistent: true })
  return data?.requestId
}

/** Under what the one booking of a time for the same people is kept. */
export const sameTime = (slot: string, whom: string): string => `${slot}#${whom}`

export async function askForPlace(channelId: string, requestId: string, at: Instant): Promise<void> {
  await putIf(askItem().put({ channelId, requestId, at }).params())
}

export async function forgetAsk(channelId: string, requestId: string): Promise<void> {
  await transact([{ delete: askItem().delete({ channelId, requestId }).params() }])
}

/** Of whom, before and after a step. */
interface Of {
  readonly id: string
  readonly channelId: string
  readonly person: string
  readonly booking?: Booked
}

/**
 * What a step changes of slots, to be saved with it: a place is counted exactly while a request has it. The table itself holds that no more are taken than there
 * are, that nobody is given a place before those who wait, nobody made to wait while one is free, and no number given twice.
 * @param room what there is of the slot that is taken, as in force now
 */
export function slotParts(before: Of, after: Of, room: Room = { capacity: 0, waiting: 0 }): TransactionPart[] {
  const [was, is] = [before.booking, after.booking]
  if (was?.has === is?.has && was?.slot === is?.slot && was?.sole === is?.sole && was?.whom === is?.whom) return []
  const parts: TransactionPart[] = []
  const { channelId } = after
  const isSame = was?.slot === is?.slot
  if (was?.has === 'waiting' && was.ticket !== undefined)
    parts.push({
      delete: waiterItem()
        .delete({ channelId, slot: was.slot, ticket: padded(was.ticket) })
        .where(({ requestId }, { eq }) => eq(requestId, after.id))
        .params(),
    })
  const isKept = isSame && was?.has === is?.has
  // The first who waits takes the place in one change of the slot.
  if (isSame && was?.has === 'waiting' && is?.has === 'held') parts.push({ update: movedUp(channelId, is.slot, room) })
  else if (!isKept) {
    if (was?.has !== undefined) parts.push({ update: givenBack(channelId, was.slot, was.has) })
    if (is?.has === 'held') parts.push({ update: seated(channelId, is.slot, room) })
    if (is?.has === 'waiting') parts.push(...queued(channelId, is.slot, is.ticket ?? 0, after.id, room))
  }
  const { person, id: requestId } = after
  if (is?.sole === true && was?.sole !== true) parts.push(bookedOnce(channelId, person, requestId))
  if (was?.sole === true && is?.sole !== true)
    parts.push({ delete: bookerItem().delete({ channelId, person }).params() })
  const [former, next] = [timeKept(was), timeKept(is)]
  if (former !== next) {
    if (former !== undefined) parts.push({ delete: bookerItem().delete({ channelId, person: former }).params() })
    if (next !== undefined) parts.push(bookedOnce(channelId, next, requestId))
  }
  return parts
}

/** What keeps the same people from the same time, while they have it or wait for it. */
const timeKept = (booked: Booked | undefined): string | undefined =>
  booked?.has === undefined || booked.whom === undefined ? undefined : sameTime(booked.slot, booked.whom)

const bookedOnce = (channelId: string, person: string, requestId: string): TransactionPart => ({
  put: bookerItem()
    .put({ channelId, person, requestId })
    .where(({ requestId: held }, { eq, notExists }) => `${notExists(held)} OR ${eq(held, requestId)}`)
    .params(),
})

const givenBack = (channelId: string, slot: string, has: 'held' | 'waiting') =>
  has === 'held'
    ? slotItem().update({ channelId, slot }).add({ taken: -1 }).params()
    : slotItem().update({ channelId, slot }).add({ waiting: -1 }).params()

const movedUp = (channelId: string, slot: string, { capacity }: Room) =>
  slotItem()
    .update({ channelId, slot })
    .add({ taken: 1, waiting: -1 })
    .where(({ taken }, { lt, notExists }) => `${notExists(taken)} OR ${lt(taken, capacity)}`)
    .params()

const seated = (channelId: string, slot: string, { capacity }: Room) =>
  slotItem()
    .update({ channelId, slot })
    .add({ taken: 1 })
    .where(
      ({ taken, waiting }, { eq, lt, notExists }) =>
        `(${notExists(taken)} OR ${lt(taken, capacity)}) AND (${notExists(waiting)} OR ${eq(waiting, 0)})`,
    )
    .params()

function queued(channelId: string, slot: string, ticket: number, requestId: string, room: Room): TransactionPart[] {
  return [
    {
      update: slotItem()
        .update({ channelId, slot })
        .add({ waiting: 1 })
        .set({ tickets: ticket })
        .where(({ taken, waiting, tickets }, { eq, gt, gte, lt, notExists }) =>
          [
            ticket === 1 ? `(${notExists(tickets)} OR ${eq(tickets, 0)})` : eq(tickets, ticket - 1),
            `(${gte(taken, room.capacity)} OR ${gt(waiting, 0)})`,
            `(${notExists(waiting)} OR ${lt(waiting, room.waiting)})`,
          ].join(' AND '),
        )
        .params(),
    },
    {
      put: waiterItem()
        .create({ channelId, slot, ticket: padded(ticket), requestId })
        .params(),
    },
  ]
}
