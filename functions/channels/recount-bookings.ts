import { allot, type Booking, untouched } from '@zmht/shared/rules'
import type { Drift } from '../platform/stream/drift'
import { everyItem } from '../platform/table/scan'
import { readChannel, readVersion } from './channel.store'
import { readSlot } from './slot.store'

interface Found {
  readonly requests: { taken: number; waiting: number; readonly tickets: Map<string, string> }
  readonly waiters: Map<string, string>
}

/** One thing a slot should be and is not. */
export interface WrongSlot {
  readonly channelId: string
  readonly slot: string
  readonly what: 'taken' | 'waiting' | 'tickets' | 'oversold' | 'undersold' | 'undecided'
  readonly should: number
  readonly is: number
}

const keyOf = (channelId: unknown, slot: unknown): string => `${String(channelId)}/${String(slot)}`
const padded = (ticket: unknown): string => String(ticket).padStart(8, '0')

/**
 * Every slot against its requests, one by one: as many places counted as requests have one, as many waiting as stand in its list, each with its own number; no more
 * taken than there are (but where there were more before), none free while somebody waits, and no request without an answer.
 */
export async function wrongSlots(): Promise<readonly WrongSlot[]> {
  const found = new Map<string, Found>()
  const at = (key: string): Found => {
    const one = found.get(key) ?? { requests: { taken: 0, waiting: 0, tickets: new Map() }, waiters: new Map() }
    found.set(key, one)
    return one
  }
  const wrong: WrongSlot[] = []
  for await (const { id, channelId, booking, state } of everyItem('request')) {
    if (typeof booking !== 'object' || booking === null || !('slot' in booking)) continue
    const { slot, has, ticket } = booking as { slot: string; has?: string; ticket?: number } // as the store writes it
    const { requests } = at(keyOf(channelId, slot))
    if (has === 'held') requests.taken += 1
    if (has === 'waiting') {
      requests.waiting += 1
      requests.tickets.set(padded(ticket), String(id))
    }
    if (has === undefined && state === 'submitted')
      wrong.push({ channelId: String(channelId), slot, what: 'undecided', should: 0, is: 1 })
  }
  for await (const { channelId, slot, ticket, requestId } of everyItem('waiter'))
    at(keyOf(channelId, slot)).waiters.set(String(ticket), String(requestId))
  for await (const { c, s } of everyItem('slot')) at(keyOf(c, s))
  for (const [key, { requests, waiters }] of found) {
    const [channelId = '', slot = ''] = key.split('/')
    const count = await readSlot(channelId, slot)
    const tell = (what: WrongSlot['what'], should: number, is: number) => {
      if (should !== is) wrong.push({ channelId, slot, what, should, is })
    }
    tell('taken', requests.taken, count.taken)
    tell('waiting', requests.waiting, count.waiting)
    const same = [...waiters].filter(([ticket, id]) => requests.tickets.get(ticket) === id).length
    tell('tickets', requests.waiting, same)
    tell('tickets', waiters.size, same)
    const room = await roomNow(channelId, slot)
    if (room === undefined) continue
    if (count.taken > room.most) tell('oversold', room.most, count.taken)
    if (count.waiting > 0 && allot({ ...untouched, taken: count.taken }, room).gives === 'place')
      tell('undersold', room.capacity, count.taken)
  }
  return wrong
}

/** What there is of a slot now, and the most there ever was: who had a place when there were more keeps it. */
async function roomNow(channelId: string, slot: string) {
  const channel = await readChannel(channelId)
  if (channel?.version === undefined) return undefined
  const capacityIn = (booking: Booking | undefined) => booking?.slots.find(({ id }) => id === slot)?.capacity ?? 0
  const capacities = await Promise.all(
    Array.from({ length: channel.version }, async (_, index) =>
      capacityIn((await readVersion(channelId, index + 1))?.booking),
    ),
  )
  return { capacity: capacities.at(-1) ?? 0, waiting: 0, most: Math.max(...capacities) }
}

/** The same as one measure among others. */
export async function recountBookings(): Promise<Drift> {
  const wrong = await wrongSlots()
  return {
    measure: 'bookings',
    name: '预约名额与候补',
    drift: wrong.reduce((sum, { should, is }) => sum + Math.abs(should - is), 0),
    places: new Set(wrong.map(({ channelId, slot }) => keyOf(channelId, slot))).size,
    wrong: [],
  }
}
