import type { PersonnelReply } from '@zmht/shared/contract'
import type { HandoverEvent } from '@zmht/shared/permission'
import { readBatch } from '../platform/table/batch'
import { CustomAttributeType, isSome, itemType, none, present } from '../platform/table/item'
import { readPage } from '../platform/table/page'
import type { TransactionPart, WriteParameters } from '../platform/table/write'

type Facts = Omit<PersonnelReply, 'id' | 'handedOver'>

/** What happened to somebody in the directory, or to an organisation, as it was called then. */
export interface PersonnelOperation {
  readonly id: string
  /** Absent for a merger of organisations. */
  readonly official?: string
  /** A keyed digest of what was asked: the same id with something else is refused. */
  readonly asked: string
  readonly facts: Facts
  /** Whose history it is in. */
  readonly organisations: readonly string[]
  /** The posts whose open work goes to somebody else. */
  readonly left: readonly string[]
  readonly event?: HandoverEvent
  /** Who takes over, or stands in, by name of the operation. */
  readonly successor?: string
  readonly handedOver?: number
  readonly by: string
}

export const personnelItem = itemType({
  model: { entity: 'personnelOperation', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    official: { type: 'string', required: true },
    asked: { type: 'string', required: true },
    facts: { type: CustomAttributeType<Facts>('any'), required: true },
    organisations: { type: CustomAttributeType<readonly string[]>('any'), required: true },
    left: { type: CustomAttributeType<readonly string[]>('any'), required: true },
    event: { type: CustomAttributeType<HandoverEvent>('string') },
    successor: { type: 'string' },
    /** Counted up as work is handed over; absent while the day has not come. */
    handedOver: { type: 'number' },
    at: { type: 'string', required: true },
    by: { type: 'string', required: true },
    card: { type: CustomAttributeType<{ readonly id: string }>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'PERSONNEL#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'PERSONNEL', casing: 'none' },
    },
    ofOfficial: {
      index: 'gsi1',
      condition: (operation: { official?: string }) => isSome(operation.official),
      pk: { field: 'gsi1pk', composite: ['official'], template: 'PERSONNELOF#${official}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['at', 'id'], template: '${at}#${id}', casing: 'none' },
    },
  },
})

/** An operation in the history of one of its organisations. */
export const personnelEntryItem = itemType({
  model: { entity: 'personnelEntry', version: '1', service: 'zmht' },
  attributes: {
    organisation: { type: 'string', required: true },
    at: { type: 'string', required: true },
    operation: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['organisation'], template: 'ORGHISTORY#${organisation}', casing: 'none' },
      sk: { field: 'sk', composite: ['at', 'operation'], template: '${at}#${operation}', casing: 'none' },
    },
  },
})

/** A piece of work an operation handed over, so that it is counted once however often it is told. */
export const handedOverItem = itemType({
  model: { entity: 'handedOver', version: '1', service: 'zmht' },
  attributes: {
    operation: { type: 'string', required: true },
    work: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['operation'], template: 'PERSONNEL#${operation}', casing: 'none' },
      sk: { field: 'sk', composite: ['work'], template: 'DONE#${work}', casing: 'none' },
    },
  },
})

/** @returns the parts that create an operation with its entries in the histories: none of them when its id is taken. */
export function personnelParts(operation: PersonnelOperation): TransactionPart[] {
  const { id, facts, organisations, official = none } = operation
  const item = { ...operation, official, at: facts.at, card: { id } }
  return [
    { put: personnelItem().create(item).params() },
    ...[...new Set(organisations)].map((organisation) => ({
      put: personnelEntryItem().put({ organisation, at: facts.at, operation: id }).params(),
    })),
  ]
}

type Stored = { readonly official: string; readonly at: string; readonly card: unknown }
function bare<Item extends Stored>({ official, at: _at, card: _card, ...operation }: Item) {
  return { ...operation, ...(isSome(official) ? { official } : {}) }
}

export async function readPersonnel(id: string): Promise<PersonnelOperation | undefined> {
  const { data } = await personnelItem().get({ id }).go({ consistent: true })
  return data === null ? undefined : present(bare(data))
}

async function readAll(ids: readonly string[]): Promise<PersonnelOperation[]> {
  const found = await readBatch(
    ids.map((id) => ({ id })),
    (keys) => personnelItem().get(keys).go({ consistent: true }),
  )
  const byId = new Map(found.map((one) => [one.id, present(bare(one))]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

const pageSize = 20

/** What happened to an official, newest first: at most 50. */
export async function personnelOfOfficial(official: string): Promise<PersonnelOperation[]> {
  const { data } = await personnelItem().query.ofOfficial({ official }).go({ limit: 50, order: 'desc' })
  return readAll(data.map(({ card }) => card.id))
}

/** What happened in an organisation, newest first. */
export async function personnelOfOrganisation(
  organisation: string,
  cursor: string | undefined,
): Promise<{ items: PersonnelOperation[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    personnelEntryItem().query.primary({ organisation }).go({ cursor: from, limit: pageSize, order: 'desc' }),
  )
  return {
    items: await readAll(data.map(({ operation }) => operation)),
    ...(next === null ? {} : { next }),
  }
}

/** @returns the change that counts work handed over by an operation; 0 says that its day has come. */
export const handedOverUpdate = (id: string, count: number): WriteParameters =>
  personnelItem().update({ id }).add({ handedOver: count }).params()

/** @returns the parts that count one piece of work handed over: none of them when it was counted before. */
export const handedOverParts = (operation: string, work: string): TransactionPart[] => [
  { put: handedOverItem().create({ operation, work }).params() },
  { update: handedOverUpdate(operation, 1) },
]
