import type { PlaceId } from '@zmht/shared/geo'
import { CustomAttributeType, itemType } from '../platform/table/item'

/** Whether an official gets a morning digest, and of which place. Off until they switch it on. */
export const digestItem = itemType({
  model: { entity: 'digest', version: '1', service: 'zmht' },
  attributes: {
    official: { type: 'string', required: true },
    place: { type: CustomAttributeType<PlaceId>('string'), required: true },
    on: { type: 'boolean', required: true },
    at: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['official'], template: 'DIGEST#${official}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'DIGEST', casing: 'none' },
    },
  },
})

export async function readDigest(official: string) {
  const { data } = await digestItem().get({ official }).go({ consistent: true })
  return data ?? undefined
}

export async function saveDigest(digest: {
  readonly official: string
  readonly place: PlaceId
  readonly on: boolean
  readonly at: string
}): Promise<void> {
  await digestItem().put(digest).go()
}
