import { paginateScan } from '@aws-sdk/lib-dynamodb'
import { environment } from '../environment'
import { tableClient } from './client'

/** Every item of one type as it lies there, strongly consistent. Reads the whole table: for a terminal, never for a call. */
export async function* everyItem(entity: string): AsyncGenerator<Readonly<Record<string, unknown>>> {
  const pages = paginateScan(
    { client: tableClient() },
    {
      TableName: environment.tableName(),
      ConsistentRead: true,
      FilterExpression: '#type = :type',
      ExpressionAttributeNames: { '#type': '_e' },
      ExpressionAttributeValues: { ':type': entity },
    },
  )
  for await (const { Items = [] } of pages) yield* Items
}
