import { later, now } from './clock'
import { dueIn, dueShards, lastSwept, minuteOf, nextHour, saveSwept } from './due.store'
import type { Message } from './stream/message'
import { theQueues } from './stream/queue'

/** Hours handled in one run at most, so that a long outage is worked off without ending in a timeout. */
const hoursAtOnce = 100

/**
 * Every minute: hands what has fallen due to its slice's queue as a message of type `due`. Minutes are marked as swept only after all
 * of them were handed over; a run that dies is repeated, and the receivers are idempotent. After an outage it goes hour by hour.
 *
 * @returns how many were handed over.
 */
export async function sweep(): Promise<number> {
  const current = minuteOf(now())
  const last = await lastSwept()
  let from = last === undefined ? minuteOf(later(now(), -60_000)) : plusMinutes(last, 1)
  let handed = 0
  for (let count = 0; from < current && count < hoursAtOnce; count++) {
    const [before = current] = [nextHour(from), current].sort()
    for (let shard = 0; shard < dueShards; shard++) handed += await handOver(from, before, shard)
    await saveSwept(plusMinutes(before, -1))
    from = before
  }
  return handed
}

async function handOver(from: string, before: string, shard: number): Promise<number> {
  const due = await dueIn(from, before, shard)
  for (const slice of new Set(due.map((one) => one.slice))) {
    const messages = due
      .filter((one) => one.slice === slice)
      .map(
        ({ minute, kind, subject }): Message => ({
          id: `due-${minute}-${kind}-${subject}`,
          entity: 'due',
          change: 'added',
          group: subject,
          at: now(),
          carried: { kind, subject },
        }),
      )
    await theQueues().send(slice, messages)
  }
  return due.length
}

const plusMinutes = (minute: string, count: number): string => minuteOf(later(`${minute}:00.000Z`, count * 60_000))
