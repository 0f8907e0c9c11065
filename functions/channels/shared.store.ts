import type { PlaceId } from '@zmht/shared/geo'
import type { Procedure, ServiceCategory } from '@zmht/shared/rules'
import { CustomAttributeType, itemType } from '../platform/table/item'
import { readPage } from '../platform/table/page'
import type { TransactionPart } from '../platform/table/write'

/** A service in force that other organisations of its city may begin from. */
export interface SharedChannel {
  readonly city: PlaceId
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly category: ServiceCategory
  readonly procedure: Procedure
  readonly organisation: string
}

export const sharedItem = itemType({
  model: { entity: 'sharedChannel', version: '1', service: 'zmht' },
  attributes: {
    city: { type: CustomAttributeType<PlaceId>('string'), required: true },
    id: { type: 'string', required: true },
    title: { type: 'string', required: true },
    summary: { type: 'string', required: true },
    category: { type: CustomAttributeType<ServiceCategory>('string'), required: true },
    procedure: { type: CustomAttributeType<Procedure>('string'), required: true },
    organisation: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['city'], template: 'SHAREDCHANNELS#${city}', casing: 'none' },
      sk: { field: 'sk', composite: ['id'], template: '${id}', casing: 'none' },
    },
  },
})

/** Puts a service on the list of its city or takes it off, to be saved with its publication. */
export function sharing(shared: SharedChannel, isShared: boolean): TransactionPart {
  const { city, id } = shared
  return isShared
    ? {
        put: sharedItem()
          .put({ ...shared })
          .params(),
      }
    : { delete: sharedItem().delete({ city, id }).params() }
}

const pageSize = 40

export async function sharedIn(
  city: PlaceId,
  cursor: string | undefined,
): Promise<{ items: SharedChannel[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    sharedItem().query.primary({ city }).go({ cursor: from, limit: pageSize }),
  )
  return { items: data, ...(next === null ? {} : { next }) }
}

export async function isSharedIn(city: PlaceId, id: string): Promise<boolean> {
  const { data } = await sharedItem().get({ city, id }).go({ consistent: true })
  return data !== null
}
