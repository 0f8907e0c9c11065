import { randomUUID } from 'node:crypto'
import type { Instant } from '@zmht/shared/knowledge'
import { itemType } from './table/item'
import { putIf } from './table/write'

/** Who did or saw what, when and why. Found by subject, by actor, by day. Names of attributes only, never values. */
export const auditItem = itemType({
  model: { entity: 'audit', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    at: { type: 'string', required: true },
    day: { type: 'string', required: true },
    actor: { type: 'string', required: true },
    action: { type: 'string', required: true },
    subject: { type: 'string', required: true },
    outcome: { type: ['done', 'seen', 'refused'] as const, required: true },
    purpose: { type: 'string' },
    attributes: { type: 'list', items: { type: 'string' } },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['subject'], template: 'AUDIT#${subject}', casing: 'none' },
      sk: { field: 'sk', composite: ['at', 'id'], template: '${at}#${id}', casing: 'none' },
    },
    byActor: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: ['actor'], template: 'AUDITBY#${actor}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['at', 'id'], template: '${at}#${id}', casing: 'none' },
    },
    byDay: {
      index: 'gsi2',
      pk: { field: 'gsi2pk', composite: ['day'], template: 'AUDITDAY#${day}', casing: 'none' },
      sk: { field: 'gsi2sk', composite: ['at', 'id'], template: '${at}#${id}', casing: 'none' },
    },
  },
})

interface Entry {
  /** Given where the same event may be told twice. */
  readonly id?: string
  readonly actor: string
  readonly action: string
  readonly subject: string
  readonly at: Instant
  readonly outcome: 'done' | 'seen' | 'refused'
  readonly purpose?: string
  readonly attributes?: readonly string[]
}

async function keep(entry: Entry): Promise<void> {
  const { attributes, ...rest } = entry
  await putIf(
    auditItem()
      .create({
        ...rest,
        id: entry.id ?? randomUUID(),
        day: entry.at.slice(0, 10),
        ...(attributes === undefined ? {} : { attributes: [...attributes] }),
      })
      .params(),
  )
}

export const auditRefusal = (entry: Pick<Entry, 'actor' | 'action' | 'subject' | 'at'>) =>
  keep({ ...entry, outcome: 'refused' })

/** Before a sensitive value is shown: no record, no look. */
export const auditLook = (
  entry: Pick<Entry, 'actor' | 'action' | 'subject' | 'at'> & { purpose: string; attributes: readonly string[] },
) => keep({ ...entry, outcome: 'seen' })

/** A write, told by the stream: the event's id makes it one entry however often it is told. */
export const auditWrite = (entry: Pick<Entry, 'actor' | 'action' | 'subject' | 'at'> & { id: string }) =>
  keep({ ...entry, outcome: 'done' })

/** What happened to a subject, oldest first. */
export async function auditOf(subject: string) {
  const { data } = await auditItem().query.primary({ subject }).go({ pages: 'all' })
  return data
}
