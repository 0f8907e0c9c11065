import { rmSync } from 'node:fs'
import { BatchWriteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { tableDefinition } from '../platform/table-definition'
import { createTable, freePort, startEngine } from './engine'

const batches = 120
const inBatch = 25
const atOnce = 4
const table = 'rate'
const filling = 'x'.repeat(900)

/**
 * How fast an engine like ours takes items of about 1 kB, 25 at a time, into an empty table like ours: the yardstick of this machine.
 * @param folder where it may keep them meanwhile
 * @returns items a second
 */
export async function batchRate(folder: string): Promise<number> {
  const engine = await startEngine(await freePort(), folder)
  try {
    await createTable(engine.endpoint, table)
    return await rateOf(engine.endpoint)
  } finally {
    await engine.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function rateOf(endpoint: string): Promise<number> {
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
  client.destroy()
  return (batches * inBatch) / seconds
}
