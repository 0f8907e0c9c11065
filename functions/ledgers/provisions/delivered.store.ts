import type { PlaceId, PlacePath } from '@zmht/shared/geo'
import type { EntityId, Instant, Value } from '@zmht/shared/knowledge'
import { open, seal } from '../../platform/cipher'
import { CustomAttributeType, itemType, present } from '../../platform/table/item'
import { readPage } from '../../platform/table/page'
import { putIf, type TransactionPart, transact } from '../../platform/table/write'

/**
 * What a sheet said of somebody or something known, for one ask alone: kept beside the graph, so that nobody sees it whom it was not given to, and that it goes
 * without touching what anybody else said.
 */
export interface DeliveredRow {
  readonly provision: string
  readonly entityId: EntityId
  readonly path: PlacePath
  /** The sheet it came with, and what it is called as a source. */
  readonly delivery: string
  readonly source: string
  readonly at: Instant
  readonly name: string
  readonly child: boolean
  /** By attribute: those that were given, no others. */
  readonly facts: Readonly<Record<string, Value>>
}

export const deliveredItem = itemType({
  model: { entity: 'deliveredRow', version: '1', service: 'zmht' },
  attributes: {
    provision: { type: 'string', required: true },
    entityId: { type: CustomAttributeType<EntityId>('string'), required: true },
    path: { type: CustomAttributeType<PlacePath>('string'), required: true },
    delivery: { type: 'string', required: true },
    source: { type: 'string', required: true },
    at: { type: 'string', required: true },
    child: { type: 'boolean', required: true },
    sealed: { type: CustomAttributeType<Uint8Array>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['provision'], template: 'SENTDOWN#${provision}', casing: 'none' },
      sk: { field: 'sk', composite: ['path', 'entityId'], template: '${path}#${entityId}', casing: 'none' },
    },
  },
})

const context = ({ provision, entityId }: Pick<DeliveredRow, 'provision' | 'entityId'>): string =>
  `sent-down/${provision}/${entityId}`

/** The same again is the same; what a later sheet says of the same stands in place of it. */
export async function saveDelivered({ name, facts, ...row }: DeliveredRow): Promise<void> {
  await putIf(
    deliveredItem()
      .put({ ...row, sealed: await seal({ name, facts }, context(row)) })
      .params(),
  )
}

/** A page of what came for an ask, by place. */
export async function deliveredRows(
  provision: string,
  cursor: string | undefined,
): Promise<{ items: DeliveredRow[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    deliveredItem().query.primary({ provision }).go({ cursor: from, limit: 20 }),
  )
  const items = await Promise.all(
    data.map(async ({ sealed, ...row }) => ({
      ...row,
      ...(await open<Pick<DeliveredRow, 'name' | 'facts'>>(sealed, context(row))),
    })),
  )
  return { items, ...(next === null ? {} : { next }) }
}

/** Removes the first rows of an ask. @returns how many there were */
export async function dropDelivered(provision: string): Promise<number> {
  const { data } = await deliveredItem().query.primary({ provision }).go({ limit: 50, consistent: true })
  if (data.length > 0)
    await transact(
      data.map(
        ({ path, entityId }): TransactionPart => ({
          delete: deliveredItem().delete({ provision, path, entityId }).params(),
        }),
      ),
    )
  return data.length
}

/** What came of one sheet for one ask. */
export interface Arrival {
  readonly provision: string
  readonly delivery: string
  readonly name: string
  readonly at: Instant
  readonly rows: number
  /** Rows of its places for whom nobody known was found. */
  readonly unmatched: number
  /** Rows by place asked for. */
  readonly places: Readonly<Record<PlaceId, number>>
}

export const arrivalItem = itemType({
  model: { entity: 'arrival', version: '1', service: 'zmht' },
  attributes: {
    provision: { type: 'string', required: true },
    delivery: { type: 'string', required: true },
    name: { type: 'string', required: true },
    at: { type: 'string', required: true },
    rows: { type: 'number', required: true },
    unmatched: { type: 'number', required: true },
    places: { type: CustomAttributeType<Arrival['places']>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['provision'], template: 'PROVISION#${provision}', casing: 'none' },
      sk: { field: 'sk', composite: ['delivery'], template: 'ARRIVAL#${delivery}', casing: 'none' },
    },
  },
})

export async function saveArrival(arrival: Arrival): Promise<void> {
  await putIf(arrivalItem().put(arrival).params())
}

const latestFirst = <T extends { readonly at: Instant }>(all: readonly T[]): T[] =>
  [...all].sort((one, other) => (one.at < other.at ? 1 : -1))

/** The sheets that came for an ask, the latest first. */
export async function arrivalsOf(provision: string): Promise<readonly Arrival[]> {
  const { data } = await arrivalItem().query.primary({ provision }).begins({ delivery: '' }).go({ pages: 'all' })
  return latestFirst(data)
}

/** A sheet sent down, as its supplier reads of it. */
export interface Delivery {
  readonly dataSet: string
  /** The import it was read and checked as. */
  readonly id: string
  readonly name: string
  readonly at: Instant
  readonly by: string
  readonly rows: number
  readonly matched: number
  readonly unasked: number
  readonly unmatched: number
  /** Why rows were not matched; the first 200. */
  readonly problems: readonly { readonly row: number; readonly message: string }[]
  readonly job: string
}

export const deliveryItem = itemType({
  model: { entity: 'delivery', version: '1', service: 'zmht' },
  attributes: {
    dataSet: { type: 'string', required: true },
    id: { type: 'string', required: true },
    name: { type: 'string', required: true },
    at: { type: 'string', required: true },
    by: { type: 'string', required: true },
    rows: { type: 'number', required: true },
    matched: { type: 'number', required: true },
    unasked: { type: 'number', required: true },
    unmatched: { type: 'number', required: true },
    problems: { type: CustomAttributeType<Delivery['problems']>('any'), required: true },
    job: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['dataSet'], template: 'DATASET#${dataSet}', casing: 'none' },
      sk: { field: 'sk', composite: ['id'], template: 'DELIVERY#${id}', casing: 'none' },
    },
  },
})

/** Strongly consistent. */
export async function readDelivery(dataSet: string, id: string): Promise<Delivery | undefined> {
  const { data } = await deliveryItem().get({ dataSet, id }).go({ consistent: true })
  return data === null ? undefined : present(data)
}

export async function saveDelivery(delivery: Delivery): Promise<void> {
  await putIf(deliveryItem().put(delivery).params())
}

/** The sheets a data set sent down, the latest first. */
export async function deliveriesOf(dataSet: string): Promise<readonly Delivery[]> {
  const { data } = await deliveryItem().query.primary({ dataSet }).begins({ id: '' }).go({ pages: 'all' })
  return latestFirst(data)
}
