import { randomUUID } from 'node:crypto'
import type { Instant } from '@zmht/shared/knowledge'
import { dayInChina, now } from './clock'
import { CustomAttributeType, isSome, itemType, none } from './table/item'
import { readPage } from './table/page'
import { putIf } from './table/write'

export const outcomes = ['done', 'seen', 'refused'] as const
export type Outcome = (typeof outcomes)[number]

/** What the lists of the audit show. */
export interface AuditCard {
  /** Also here: an index carries the card, and nothing else that tells when. */
  readonly at: Instant
  readonly action: string
  readonly subject: string
  readonly actor: string
  readonly outcome: Outcome
  readonly purpose?: string
  readonly attributes?: readonly string[]
}

/** Who did or saw what, when and why. Found by subject, by actor, by the person looked at, by day. Names of attributes only, never values. */
export const auditItem = itemType({
  model: { entity: 'audit', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    at: { type: 'string', required: true },
    /** The day in China on which it was kept: what is told late belongs to the day it came. */
    day: { type: 'string', required: true },
    actor: { type: 'string', required: true },
    action: { type: 'string', required: true },
    subject: { type: 'string', required: true },
    outcome: { type: outcomes, required: true },
    purpose: { type: 'string' },
    attributes: { type: 'list', items: { type: 'string' } },
    /** Whose values were looked at. */
    person: { type: 'string', required: true },
    card: { type: CustomAttributeType<AuditCard>('any'), required: true },
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
    ofPerson: {
      index: 'gsi3',
      condition: (entry: { person?: string }) => isSome(entry.person),
      pk: { field: 'gsi3pk', composite: ['person'], template: 'LOOKS#${person}', casing: 'none' },
      sk: { field: 'gsi3sk', composite: ['at', 'id'], template: '${at}#${id}', casing: 'none' },
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
  readonly outcome: Outcome
  readonly purpose?: string
  readonly attributes?: readonly string[]
  /** Whose values were looked at. */
  readonly person?: string
}

async function keep(entry: Entry): Promise<void> {
  const { id, person, ...card } = entry
  const { at, attributes, ...rest } = card
  await putIf(
    auditItem()
      .create({
        ...rest,
        at,
        id: id ?? randomUUID(),
        day: dayInChina(now()),
        person: person ?? none,
        card,
        ...(attributes === undefined ? {} : { attributes: [...attributes] }),
      })
      .params(),
  )
}

export const auditRefusal = (entry: Pick<Entry, 'actor' | 'action' | 'subject' | 'at'>) =>
  keep({ ...entry, outcome: 'refused' })

/** As whom a service elsewhere stands in the audit, before its name: it was handed what a resident let go there. */
export const linkedService = 'link/'

/** Before a sensitive value is shown: no record, no look. */
export const auditLook = (
  entry: Pick<Entry, 'actor' | 'action' | 'subject' | 'at'> & {
    purpose: string
    attributes: readonly string[]
    person: string
  },
) => keep({ ...entry, outcome: 'seen' })

/** A page of a list that is looked at for a purpose, of nobody alone. */
export const auditPage = (
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

const pageSize = 20

interface AuditPage {
  readonly items: readonly (AuditCard & { readonly id: string })[]
  readonly next?: string
}

const page = (data: readonly { readonly id: string; readonly card: AuditCard }[], next: string | null): AuditPage => ({
  items: data.map(({ id, card }) => ({ ...card, id })),
  ...(next === null ? {} : { next }),
})

/** What somebody did, saw and was refused, newest first. */
export async function auditOfActor(actor: string, cursor: string | undefined): Promise<AuditPage> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    auditItem().query.byActor({ actor }).go({ cursor: from, limit: pageSize, order: 'desc' }),
  )
  return page(data, next)
}

/** Who looked at somebody's sensitive values, newest first. */
export async function looksAt(person: string, cursor: string | undefined): Promise<AuditPage> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    auditItem().query.ofPerson({ person }).go({ cursor: from, limit: pageSize, order: 'desc' }),
  )
  return page(data, next)
}

/** Everything kept on a day, in order, at most so many after a position. */
export async function auditOfDay(
  day: string,
  cursor: string | undefined,
  limit: number,
): Promise<{ readonly items: AuditPage['items']; readonly next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    auditItem().query.byDay({ day }).go({ cursor: from, limit }),
  )
  return page(data, next)
}

/** The seal of a day: a digest over everything kept on it, chained with the day before, so that nothing is changed or removed unnoticed. */
export interface Seal {
  readonly day: string
  readonly count: number
  /** Of the day's entries, in order. */
  readonly digest: string
  /** Of the chain before and this digest. */
  readonly chain: string
  readonly sealedAt: Instant
}

export const sealItem = itemType({
  model: { entity: 'auditSeal', version: '1', service: 'zmht' },
  attributes: {
    list: { type: 'string', required: true },
    day: { type: 'string', required: true },
    count: { type: 'number', required: true },
    digest: { type: 'string', required: true },
    chain: { type: 'string', required: true },
    sealedAt: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['list'], template: 'AUDITSEALS#${list}', casing: 'none' },
      sk: { field: 'sk', composite: ['day'], template: '${day}', casing: 'none' },
    },
  },
})

const list = 'days'

export async function lastSeal(): Promise<Seal | undefined> {
  const { data } = await sealItem().query.primary({ list }).go({ limit: 1, order: 'desc', consistent: true })
  return data[0]
}

export async function readSeal(day: string): Promise<Seal | undefined> {
  const { data } = await sealItem().get({ list, day }).go({ consistent: true })
  return data ?? undefined
}

/** Seals of days, newest first. */
export async function readSeals(cursor: string | undefined): Promise<{ items: readonly Seal[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    sealItem().query.primary({ list }).go({ cursor: from, limit: pageSize, order: 'desc' }),
  )
  return { items: data, ...(next === null ? {} : { next }) }
}

/** A day is sealed once. */
export async function saveSeal(seal: Seal): Promise<void> {
  await putIf(
    sealItem()
      .create({ list, ...seal })
      .params(),
  )
}
