import { type Booking, mostSlots, type Slot } from '@zmht/shared/rules'

export const blankBooking = (): Booking => ({ slots: [{ id: 's1', capacity: 20 }], waiting: 10 })

/** An id no slot has: a number that was given once is not given again while a later one is there. */
function nextId(slots: readonly Slot[]): string {
  const numbers = slots.map(({ id }) => Number(/^s(\d{1,6})$/.exec(id)?.[1] ?? 0))
  return `s${Math.max(0, ...numbers) + 1}`
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** One more like the last: the next stretch of the same day, else the next day. */
export function withNext(booking: Booking): Booking {
  const last = booking.slots.at(-1)
  const id = nextId(booking.slots)
  if (last === undefined) return { ...booking, slots: [{ id, capacity: 20 }] }
  const { label: _label, ...like } = last
  return { ...booking, slots: [...booking.slots, { ...like, ...following(last), id }] }
}

function following({ day, from, until }: Slot): Partial<Slot> {
  if (day === undefined) return {}
  if (from !== undefined && until !== undefined) {
    const end = minutesOf(until) + minutesOf(until) - minutesOf(from)
    if (end < 24 * 60) return { from: until, until: clockOf(end) }
  }
  return { day: new Date(Date.parse(`${day}T00:00:00.000Z`) + 24 * 3_600_000).toISOString().slice(0, 10) }
}

/** Several of a day at once. */
export interface Stretch {
  readonly day: string
  readonly from: string
  readonly until: string
  /** Minutes of each. */
  readonly each: number
  readonly capacity: number
}

/** @returns why no slots can be made of a stretch */
export function stretchProblem(stretch: Partial<Stretch>, slots: readonly Slot[]): string | undefined {
  const { day, from, until, each, capacity } = stretch
  if (day === undefined || from === undefined || until === undefined) return '请选好哪一天、从几点到几点'
  if (until <= from) return '结束要晚于开始'
  if (each === undefined || !Number.isInteger(each) || each < 5) return '每个时段至少 5 分钟'
  if (capacity === undefined || !Number.isInteger(capacity) || capacity < 1) return '每个时段至少 1 个名额'
  const made = Math.floor((minutesOf(until) - minutesOf(from)) / each)
  if (made === 0) return '这段时间放不下一个时段'
  if (slots.length + made > mostSlots) return `可以约的时间最多 ${mostSlots} 个，这样会有 ${slots.length + made} 个`
  return undefined
}

/** The day cut into slots, after those that are there; a first one nobody set a day for gives way. */
export function withStretch(booking: Booking, { day, from, until, each, capacity }: Stretch): Booking {
  const kept = booking.slots.filter((slot) => slot.day !== undefined || slot.label !== undefined)
  const slots: Slot[] = [...kept]
  for (let at = minutesOf(from); at + each <= minutesOf(until); at += each)
    slots.push({
      id: nextId([...booking.slots, ...slots]),
      day,
      from: clockOf(at),
      until: clockOf(at + each),
      capacity,
    })
  return { ...booking, slots }
}

/** What may be set of a slot; set to nothing it is taken away. */
export interface SlotChange {
  readonly day?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly label?: string | undefined
  readonly capacity?: number
}

export function changedSlot(booking: Booking, id: string, change: SlotChange): Booking {
  return { ...booking, slots: booking.slots.map((slot) => (slot.id === id ? changed(slot, change) : slot)) }
}

function changed(slot: Slot, change: SlotChange): Slot {
  const { day, from, until, label, capacity } = { ...slot, ...change }
  return {
    id: slot.id,
    capacity: capacity ?? slot.capacity,
    ...(day === undefined ? {} : { day }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(label === undefined ? {} : { label }),
  }
}
