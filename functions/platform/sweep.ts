import { later, now } from './clock'
import { dueIn, dueShards, lastSwept, minuteOf, saveSwept } from './due.store'
import type { Message } from './stream/message'
import { theQueues } from './stream/queue'

/** Minutes handled in one run at most, so that a long outage is worked off without ending in a timeout. */
const minutesAtOnce = 120

/**
 * Every minute: hands what has fallen due to its slice's queue as a message of type `due`. A minute is marked as swept only after all
 * of it was handed over; a run that dies is repeated, and the receivers are idempotent.
 *
 * @returns how many were handed over.
 */
export async function sweep(): Promise<number> {
  const current = minuteOf(now())
  const from = await lastSwept()
  let minute = from === undefined ? minuteOf(later(now(), -60_000)) : next(from)
  let handed = 0
  for (let count = 0; minute < current && count < minutesAtOnce; count++, minute = next(minute)) {
    for (let shard = 0; shard < dueShards; shard++) handed += await handOver(minute, shard)
    await saveSwept(minute)
  }
  return handed
}

async function handOver(minute: string, shard: number): Promise<number> {
  const due = await dueIn(minute, shard)
  for (const slice of new Set(due.map((one) => one.slice))) {
    const messages = due
      .filter((one) => one.slice === slice)
      .map(
        ({ kind, subject }): Message => ({
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

function next(minute: string): string {
  return minuteOf(later(`${minute}:00.000Z`, 60_000))
}
