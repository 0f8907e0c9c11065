import { createHash } from 'node:crypto'
import type { Instant } from '@zmht/shared/knowledge'
import { itemType } from './table/item'
import type { WriteParameters } from './table/write'
import { putIf } from './table/write'

/** Something that must happen at a time: minute × shard. TTL only cleans up afterwards, it never triggers. */
export const dueItem = itemType({
  model: { entity: 'due', version: '1', service: 'zmht' },
  attributes: {
    minute: { type: 'string', required: true },
    shard: { type: 'string', required: true },
    slice: { type: 'string', required: true },
    kind: { type: 'string', required: true },
    subject: { type: 'string', required: true },
    expiresAt: { type: 'number', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['minute', 'shard'], template: 'DUE#${minute}#${shard}', casing: 'none' },
      sk: {
        field: 'sk',
        composite: ['slice', 'kind', 'subject'],
        template: '${slice}#${kind}#${subject}',
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

/** @returns the put of a due item: idempotent, to be saved with the decision that sets the deadline. */
export function dueAt(at: Instant, due: Due): WriteParameters {
  const shard = String((createHash('sha256').update(due.subject).digest()[0] ?? 0) % dueShards)
  return dueItem()
    .put({ ...due, minute: minuteOf(at), shard, expiresAt: Math.floor(Date.parse(at) / 1000) + weekSeconds })
    .params()
}

export async function saveDue(at: Instant, due: Due): Promise<void> {
  await putIf(dueAt(at, due))
}

export async function dueIn(minute: string, shard: number): Promise<readonly Due[]> {
  const { data } = await dueItem()
    .query.primary({ minute, shard: String(shard) })
    .go({ pages: 'all', consistent: true })
  return data
}

export async function lastSwept(): Promise<string | undefined> {
  const { data } = await sweepItem().get({ name: 'due' }).go({ consistent: true })
  return data?.minute
}

export async function saveSwept(minute: string): Promise<void> {
  await putIf(sweepItem().put({ name: 'due', minute }).params())
}
