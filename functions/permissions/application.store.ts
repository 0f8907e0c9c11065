import type { PlaceId } from '@zmht/shared/geo'
import { CustomAttributeType, itemType } from '../platform/table/item'
import { putIf } from '../platform/table/write'

/** What an application is called and where it belongs: kept in step with the services by their stream, to name and find them when permissions are looked up. */
export interface Application {
  readonly id: string
  readonly title: string
  readonly place: PlaceId
  readonly organisation: string
}

export const applicationItem = itemType({
  model: { entity: 'application', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    title: { type: 'string', required: true },
    place: { type: CustomAttributeType<PlaceId>('string'), required: true },
    organisation: { type: 'string', required: true },
    card: { type: CustomAttributeType<Application>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'APPLICATION#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'APPLICATION', casing: 'none' },
    },
    ofOrganisation: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: ['organisation'], template: 'APPLICATIONS#${organisation}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['title', 'id'], template: '${title}#${id}', casing: 'none' },
    },
  },
})

export async function readApplication(id: string): Promise<Application | undefined> {
  const { data } = await applicationItem().get({ id }).go()
  return data?.card
}

/** The applications an organisation keeps, by title. */
export async function applicationsIn(organisation: string): Promise<readonly Application[]> {
  const { data } = await applicationItem().query.ofOrganisation({ organisation }).go({ pages: 'all' })
  return data.map(({ card }) => card)
}

export async function saveApplication(application: Application): Promise<void> {
  await putIf(
    applicationItem()
      .put({ ...application, card: application })
      .params(),
  )
}
