import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import type { AttributeCode, Instant } from '@zmht/shared/knowledge'
import { environment } from '../platform/environment'
import { tableClient } from '../platform/table/client'
import { CustomAttributeType, itemType, present } from '../platform/table/item'

/** How many entities hold a fact under each attribute, as last counted. */
export interface FactCounts {
  readonly job: string
  /** Where the next step goes on; absent once all was counted. */
  readonly position?: string
  readonly counts: Readonly<Record<AttributeCode, number>>
  readonly entities: number
  readonly at: Instant
}

export const factCountItem = itemType({
  model: { entity: 'knowledgeFacts', version: '1', service: 'zmht' },
  attributes: {
    part: { type: ['under-way', 'finished'] as const, required: true },
    job: { type: 'string', required: true },
    position: { type: 'string' },
    counts: { type: CustomAttributeType<FactCounts['counts']>('any'), required: true },
    entities: { type: 'number', required: true },
    at: { type: 'string', required: true },
    by: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: [], template: 'KNOWLEDGE', casing: 'none' },
      sk: { field: 'sk', composite: ['part'], template: 'FACTS#${part}', casing: 'none' },
    },
  },
})

type Part = 'under-way' | 'finished'

export async function readCounts(part: Part): Promise<FactCounts | undefined> {
  const { data } = await factCountItem().get({ part }).go({ consistent: true })
  if (data === null) return undefined
  const { part: _part, by: _by, ...counts } = data
  return present(counts)
}

export async function saveCounts(part: Part, counts: FactCounts): Promise<void> {
  await factCountItem()
    .put({ part, ...counts, by: 'system' })
    .go()
}

/** Reads the next part of the table for the codes of the facts entities and relations hold: only jobs may scan. */
export async function scanFactCodes(
  position: string | undefined,
  limit: number,
): Promise<{ readonly entities: readonly (readonly AttributeCode[])[]; readonly next?: string }> {
  const { Items = [], LastEvaluatedKey } = await tableClient().send(
    new ScanCommand({
      TableName: environment.tableName(),
      Limit: limit,
      // A relation is kept from both ends: counted once.
      FilterExpression: '#item = :entity OR (#item = :relation AND #direction = :forward)',
      ProjectionExpression: '#claims, #type',
      ExpressionAttributeNames: { '#item': '_e', '#claims': 'claims', '#type': 'type', '#direction': 'direction' },
      ExpressionAttributeValues: { ':entity': 'entity', ':relation': 'relation', ':forward': 'forward' },
      ...(position === undefined ? {} : { ExclusiveStartKey: JSON.parse(position) }),
    }),
  )
  return {
    entities: Items.map(({ claims, type }) => [
      ...(typeof type === 'string' ? [type] : []),
      ...Object.keys(claims ?? {}),
    ]),
    ...(LastEvaluatedKey === undefined ? {} : { next: JSON.stringify(LastEvaluatedKey) }),
  }
}
