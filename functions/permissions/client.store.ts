import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { CustomAttributeType, itemType, present } from '../platform/table/item'
import { putIf } from '../platform/table/write'

/** Another system of the city that may ask for decisions. Of its secret only a digest is kept. */
export interface ClientRecord {
  readonly id: string
  readonly name: string
  readonly digest: string
  /** It may ask about what lies in these places: those of who let it in. */
  readonly places: readonly PlaceId[]
  /** The highest organisation above who let it in. */
  readonly root: string
  readonly ended: boolean
  readonly by: string
  readonly at: Instant
}

interface ClientCard {
  readonly id: string
  readonly name: string
  readonly places: readonly PlaceId[]
  readonly ended: boolean
}

export const clientItem = itemType({
  model: { entity: 'client', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    name: { type: 'string', required: true },
    digest: { type: 'string', required: true },
    places: { type: CustomAttributeType<readonly PlaceId[]>('any'), required: true },
    root: { type: 'string', required: true },
    ended: { type: 'boolean', required: true },
    by: { type: 'string', required: true },
    at: { type: 'string', required: true },
    card: { type: CustomAttributeType<ClientCard>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'CLIENT#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'CLIENT', casing: 'none' },
    },
    below: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: ['root'], template: 'CLIENTS#${root}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['name', 'id'], template: '${name}#${id}', casing: 'none' },
    },
  },
})

/** Strongly consistent. */
export async function readClientRecord(id: string): Promise<ClientRecord | undefined> {
  const { data } = await clientItem().get({ id }).go({ consistent: true })
  if (data === null) return undefined
  const { card: _card, ...record } = data
  return present(record)
}

export async function clientsBelow(root: string): Promise<readonly ClientCard[]> {
  const { data } = await clientItem().query.below({ root }).go({ pages: 'all' })
  return data.map(({ card }) => card)
}

/** @returns false when the id is taken by a client of another city */
export async function saveClient(record: ClientRecord): Promise<boolean> {
  const { id, name, places, ended } = record
  const { written } = await putIf(
    clientItem()
      .put({ ...record, card: { id, name, places, ended } })
      .where(({ root }, { eq, notExists }) => `${notExists(root)} OR ${eq(root, record.root)}`)
      .params(),
  )
  return written
}
