import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { type AttributeValue, BatchWriteItemCommand, DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'
import { inject } from 'vitest'
import { beginStream, createTable } from '../functions/local/engine'

type Item = Record<string, AttributeValue>

/** Shared by all files of a run: the keys everything is sealed with, and the city once it is made. */
export const cityFolder = (): string => inject('cityFolder')
export const secretsFile = (): string => join(cityFolder(), 'secrets.json')

/**
 * The test city in a table of its own. Whichever file of a run needs it first makes it, through the same imports, reactions and jobs as ever; the others get a copy of what was
 * then in the table: seconds instead of half a minute each.
 * @param make fills the table that was created, and waits until everything that follows is done
 */
export async function aCity(endpoint: string, table: string, make: () => Promise<void>): Promise<void> {
  const client = new DynamoDBClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  try {
    const items = await copied()
    if (items === undefined) {
      await createTable(endpoint, table)
      await make()
      keep(await everything(client, table))
    } else {
      await createTable(endpoint, table, false)
      await write(client, table, items)
      await beginStream(endpoint, table)
    }
  } finally {
    client.destroy()
  }
}

const fileOf = (name: string): string => join(cityFolder(), name)

/** @returns what the city holds; nothing when the caller is the one to make it */
async function copied(): Promise<Item[] | undefined> {
  for (;;) {
    if (existsSync(fileOf('city'))) return deserialize(readFileSync(fileOf('city'))) as Item[] // as kept below
    if (isMine()) return undefined
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Takes the making over, also from a process that ended before it was done. */
function isMine(): boolean {
  const mark = fileOf('making')
  try {
    writeFileSync(mark, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    try {
      process.kill(Number(readFileSync(mark, 'utf8')), 0)
    } catch {
      rmSync(mark, { force: true })
    }
    return false
  }
}

function keep(items: readonly Item[]): void {
  writeFileSync(fileOf('city.part'), serialize(items))
  renameSync(fileOf('city.part'), fileOf('city'))
}

async function everything(client: DynamoDBClient, table: string): Promise<Item[]> {
  const items: Item[] = []
  for await (const { Items = [] } of paginateScan({ client }, { TableName: table, ConsistentRead: true }))
    items.push(...Items)
  return items
}

async function write(client: DynamoDBClient, table: string, items: readonly Item[]): Promise<void> {
  for (let start = 0; start < items.length; start += 25) {
    const requests = items.slice(start, start + 25).map((Item) => ({ PutRequest: { Item } }))
    const { UnprocessedItems = {} } = await client.send(
      new BatchWriteItemCommand({ RequestItems: { [table]: requests } }),
    )
    if (Object.keys(UnprocessedItems).length > 0) throw new Error('the engine did not take the whole city')
  }
}
