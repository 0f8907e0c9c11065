import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import type { FieldKey } from '@zmht/shared/provisions'
import { CustomAttributeType, itemType } from '../../platform/table/item'
import { readPage } from '../../platform/table/page'
import { type TransactionPart, transact } from '../../platform/table/write'

/** What an organisation offers to those below it: fields of one of its ledgers, by place. */
export interface DataSet {
  readonly id: string
  readonly name: string
  readonly about: string
  /** `ledger`: its rows as they are known. `sheet`: what is handed in; the ledger says what its columns mean. */
  readonly source: 'ledger' | 'sheet'
  readonly ledger: string
  /** Whose ledger it is. */
  readonly organisation: string
  readonly fields: readonly FieldKey[]
  /** Where it is found by those below. */
  readonly within: readonly PlaceId[]
  readonly ended: boolean
  readonly edition: number
  readonly by: string
  readonly at: Instant
}

interface DataSetCard {
  readonly id: string
}

export const dataSetItem = itemType({
  model: { entity: 'dataSet', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    name: { type: 'string', required: true },
    about: { type: 'string', required: true },
    source: { type: ['ledger', 'sheet'] as const, required: true },
    ledger: { type: 'string', required: true },
    organisation: { type: 'string', required: true },
    fields: { type: CustomAttributeType<readonly FieldKey[]>('any'), required: true },
    within: { type: CustomAttributeType<readonly PlaceId[]>('any'), required: true },
    ended: { type: 'boolean', required: true },
    edition: { type: 'number', required: true },
    by: { type: 'string', required: true },
    at: { type: 'string', required: true },
    card: { type: CustomAttributeType<DataSetCard>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'DATASET#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'DATASET', casing: 'none' },
    },
    ofOrganisation: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: ['organisation'], template: 'DATASETS#${organisation}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['at', 'id'], template: '${at}#${id}', casing: 'none' },
    },
  },
})

/** At each of its places a data set is found by whoever is inside. */
export const offerItem = itemType({
  model: { entity: 'dataSetOffer', version: '1', service: 'zmht' },
  attributes: {
    place: { type: CustomAttributeType<PlaceId>('string'), required: true },
    dataSet: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['place'], template: 'DATASETSAT#${place}', casing: 'none' },
      sk: { field: 'sk', composite: ['dataSet'], template: '${dataSet}', casing: 'none' },
    },
  },
})

/** Strongly consistent. */
export async function readDataSet(id: string): Promise<DataSet | undefined> {
  const { data } = await dataSetItem().get({ id }).go({ consistent: true })
  if (data === null) return undefined
  const { card: _card, ...rest } = data
  return rest
}

/** @returns false when it was changed since `seen` */
export async function saveDataSet(next: DataSet, seen: DataSet | undefined): Promise<boolean> {
  const offered = next.ended ? [] : next.within
  const parts: TransactionPart[] = [
    {
      put: dataSetItem()
        .put({ ...next, card: { id: next.id } })
        .where(({ edition }, { eq, notExists }) =>
          seen === undefined ? notExists(edition) : eq(edition, seen.edition),
        )
        .params(),
    },
    ...offered.map((place) => ({ put: offerItem().put({ place, dataSet: next.id }).params() })),
    ...(seen?.within ?? [])
      .filter((place) => !offered.includes(place))
      .map((place) => ({ delete: offerItem().delete({ place, dataSet: next.id }).params() })),
  ]
  return (await transact(parts)).written
}

/** The ids of what is offered at some places, each once, in order. */
export async function offeredAt(places: readonly PlaceId[]): Promise<readonly string[]> {
  const found = await Promise.all(
    places.map(async (place) => (await offerItem().query.primary({ place }).go({ pages: 'all' })).data),
  )
  return [...new Set(found.flat().map(({ dataSet }) => dataSet))].sort()
}

/** What an organisation offers or offered, the latest first, 20 a page. */
export async function dataSetsOf(
  organisation: string,
  cursor: string | undefined,
): Promise<{ ids: string[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    dataSetItem().query.ofOrganisation({ organisation }).go({ cursor: from, limit: 20, order: 'desc' }),
  )
  return { ids: data.map(({ card }) => card.id), ...(next === null ? {} : { next }) }
}
