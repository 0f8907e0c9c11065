import type { WireTrigger } from '@zmht/shared/contract'
import type { ServiceMoment } from '@zmht/shared/rules'

/** What the stream tells of something before and after. */
type Told = Readonly<Record<string, unknown>>

const ends: Readonly<Record<string, ServiceMoment>> = {
  confirmed: 'confirmed',
  closed: 'closed',
  declined: 'declined',
  withdrawn: 'withdrawn',
}

/** What became of what was handed out: by item, how it stands. */
const standsIn = (errands: unknown): ReadonlyMap<unknown, unknown> =>
  new Map(
    Array.isArray(errands)
      ? errands.flatMap((one: unknown) =>
          typeof one === 'object' && one !== null && 'item' in one && 'stand' in one ? [[one.item, one.stand]] : [],
        )
      : [],
  )

/** What a request has of the time it booked. */
const placeIn = (booking: unknown): unknown =>
  typeof booking === 'object' && booking !== null && 'has' in booking ? booking.has : undefined

/** @returns what has just come of a request, each with what tells it from the same coming again */
export function momentsOfRequest(now: Told, before: Told | undefined): readonly { at: ServiceMoment; key: string }[] {
  const key = String(now.revision)
  const moments: { at: ServiceMoment; key: string }[] = []
  if (before === undefined) moments.push({ at: 'submitted', key })
  const [has, had] = [placeIn(now.booking), placeIn(before?.booking)]
  if (has === 'held' && had !== 'held') moments.push({ at: 'placed', key })
  if (has === 'waiting' && had !== 'waiting') moments.push({ at: 'waitlisted', key })
  const state = String(now.state)
  const end = ends[state]
  if (end !== undefined && before?.state !== now.state) moments.push({ at: end, key })
  if (now.overdue === true && before?.overdue !== true) moments.push({ at: 'overdue', key })
  const former = standsIn(before?.errands)
  for (const [item, stand] of standsIn(now.errands)) {
    if (former.get(item) === stand || (stand !== 'done' && stand !== 'back')) continue
    moments.push({ at: stand === 'done' ? 'errand-done' : 'errand-back', key: `${key}.${String(item)}` })
  }
  return moments
}

/** @returns what has just come of an item of a task */
export function momentsOfItem(now: Told, before: Told | undefined): readonly { at: 'done' | 'unable'; key: string }[] {
  const { state, revision } = now
  if ((state !== 'done' && state !== 'unable') || before?.state === state) return []
  return [{ at: state, key: String(revision) }]
}

/** @returns the `question.option` that somebody has just chosen in a notice */
export function chosenIn(now: Told, before: Told | undefined): readonly string[] {
  const former = Array.isArray(before?.chosen) ? before.chosen : []
  return Array.isArray(now.chosen) ? now.chosen.map(String).filter((one) => !former.includes(one)) : []
}

/** Whether a moment is the one a wire waits for. */
export const isMoment = (when: WireTrigger, at: string): boolean =>
  (when.of === 'notice' ? `${when.question}.${when.option}` : when.at) === at
