import { createHash } from 'node:crypto'
import type { Instant } from '@zmht/shared/knowledge'
import { itemType } from './table/item'
import type { WriteParameters } from './table/write'
import { putIf } from './table/write'

/** Something that must happen at a time: the minutes of an hour × shard. TTL only cleans up afterwards, it never triggers. */
export const dueItem = itemType({
  model: { entity: 'due', version: '1', service: 'zmht' },
  attributes: {
    hour: { type: 'string', required: true },
    minute: { type: 'string', required: true },
    shard: { type: 'string', required: true },
    slice: { type: 'string', required: true },
    kind: { type: 'string', required: true },
    subject: { type: 'string', required: true },
    expiresAt: { type: 'number', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['hour', 'shard'], template: 'DUE#${hour}#${shard}', casing: 'none' },
      sk: {
        field: 'sk',
        composite: ['minute', 'slice', 'kind', 'subject'],
        template: '${minute}#${slice}#${kind}#${subject}',
        casing: 'none',
      },
    },
  },
})

/** The last minute the sweep finished. */
export const sweepItem = itemType({
  model: { entity: 'sweep', version: '1', service: 'zmht' },
  attributes: { name: { type: 'string', required: true }, minute: { type: 'string', required: true } },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['name'], template: 'SWEEP#${name}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'SWEEP', casing: 'none' },
    },
  },
})

export const dueShards = 4
const weekSeconds = 7 * 24 * 3600

export interface Due {
  readonly slice: string
  readonly kind: string
  readonly subject: string
}

/** `YYYY-MM-DDTHH:MM`, UTC. */
export const minuteOf = (at: Instant): string => at.slice(0, 16)

const hourOf = (minute: string): string => minute.slice(0, 13)

/** @returns the put of a due item: idempotent, to be saved with the decision that sets the deadline. */
export function dueAt(at: Instant, due: Due): WriteParameters {
  const shard = String((createHash('sha256').update(due.subject).digest()[0] ?? 0) % dueShards)
  return dueItem()
    .put({
      ...due,
      hour: hourOf(at),
      minute: minuteOf(at),
      shard,
      expiresAt: Math.floor(Date.parse(at) / 1000) + weekSeconds,
    })
    .params()
}

export async function saveDue(at: Instant, due: Due): Promise<void> {
  await putIf(dueAt(at, due))
}

/** What falls due from a minute on and before another of the same hour. */
export async function dueIn(
  from: string,
  before: string,
  shard: number,
): Promise<readonly (Due & { readonly minute: string })[]> {
  const { data } = await dueItem()
    .query.primary({ hour: hourOf(from), shard: String(shard) })
    // What is due in the later minute is named behind it, and so comes after it.
    .between({ minute: from }, { minute: before })
    .go({ pages: 'all', consistent: true })
  return data
}

/** @returns the first minute of the hour after a minute's */
export const nextHour = (minute: string): string =>
  minuteOf(new Date(Date.parse(`${hourOf(minute)}:00:00.000Z`) + 3_600_000).toISOString())

export async function lastSwept(): Promise<string | undefined> {
  const { data } = await sweepItem().get({ name: 'due' }).go({ consistent: true })
  return data?.minute
}

export async function saveSwept(minute: string): Promise<void> {
  await putIf(sweepItem().put({ name: 'due', minute }).params())
}
