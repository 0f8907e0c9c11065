import { mostPlaces, mostSlots, mostWaiting, placings } from '../rules/booking'
import { day, instant, optionalText } from './parts'
import * as z from './z'

/** A slot's name inside its channel: it stays when the slot's time is put right, so that who booked it keeps their place. */
export const slotId = z.string('时间编号应为文字').check(z.regex(/^[a-z0-9]{1,12}$/, '时间编号不正确'))
export const clock = z.string('时间应为文字').check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间应为 09:00 这样的格式'))
const many = (least: number, most: number, what: string) =>
  z
    .int(`${what}应为整数`)
    .check(z.gte(least, `${what}填 ${least} 到 ${most}`), z.lte(most, `${what}填 ${least} 到 ${most}`))

const slot = z.strictObject({
  id: slotId,
  day: z.exactOptional(day),
  from: z.exactOptional(clock),
  until: z.exactOptional(clock),
  capacity: many(1, mostPlaces, '名额'),
  label: optionalText(12, '时间的说明'),
})

/** What can be booked; the shape of `Booking`. */
export const booking = z.strictObject({
  slots: z
    .array(slot)
    .check(
      z.minLength(1, '请至少加一个可以约的时间，或者不设预约'),
      z.maxLength(mostSlots, `可以约的时间最多 ${mostSlots} 个`),
    ),
  waiting: many(0, mostWaiting, '候补人数'),
  perPerson: z.exactOptional(z.literal(1)),
})

/** A slot with what is left of it. */
const slotLeft = z.strictObject({
  ...slot.shape,
  /** 「11月30日 周一 上午 9:00–10:00」 */
  says: z.string(),
  /** 「还剩 3 个」, 「已满，可候补」, 「已过」 */
  saysLeft: z.string(),
  left: z.number(),
  /** How many wait, and whether one more may. */
  waiting: z.number(),
  offers: z.enum(['place', 'ticket', 'nothing']),
})
export const slotsLeft = z.array(slotLeft)
/** The same as keepers see it. */
export const slotsTaken = z.array(z.strictObject({ ...slotLeft.shape, taken: z.number() }))
export type SlotTakenReply = z.output<typeof slotsTaken>[number]
export type SlotLeftReply = z.output<typeof slotLeft>

/** What a request has of its slot. */
export const bookedSlot = z.strictObject({
  slot: slotId,
  says: z.string(),
  /** `deciding`: a moment after submitting; `gone`: it was given back. */
  has: z.enum([...placings, 'deciding', 'gone']),
  /** How many are before the reader in the waiting list, and they themself. */
  position: z.exactOptional(z.number()),
  begins: z.exactOptional(instant),
})
export type BookedSlotReply = z.output<typeof bookedSlot>
