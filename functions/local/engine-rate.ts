import { BatchWriteItemCommand, DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { tableDefinition } from '../platform/table-definition'
import { createTable } from './engine'

const batches = 120
const inBatch = 25
const atOnce = 4
const filling = 'x'.repeat(900)

/** How fast the engine itself takes items of about 1 kB, 25 at a time, into a table like ours: the yardstick of this machine. @returns items a second */
export async function batchRate(endpoint: string): Promise<number> {
  const table = `rate-${process.pid}`
  await createTable(endpoint, table)
  const client = new DynamoDBClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  const { keys } = tableDefinition
  const began = performance.now()
  const worker = async (first: number): Promise<void> => {
    for (let batch = first; batch < batches; batch += atOnce) {
      const puts = Array.from({ length: inBatch }, (_, order) => ({
        PutRequest: {
          Item: { [keys.pk]: { S: `RATE#${batch}` }, [keys.sk]: { S: String(order) }, filling: { S: filling } },
        },
      }))
      await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: puts } }))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, (_, first) => worker(first)))
  const seconds = (performance.now() - began) / 1000
  await client.send(new DeleteTableCommand({ TableName: table }))
  client.destroy()
  return (batches * inBatch) / seconds
}
