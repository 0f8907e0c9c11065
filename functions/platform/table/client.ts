import { AsyncLocalStorage } from 'node:async_hooks'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { environment } from '../environment'

/** Capacity used by calls since the last reading, in units. Counted only while somebody listens (the bench, tests). */
export interface Meter {
  readUnits: number
  writeUnits: number
  reads: number
  writes: number
}

/** Stands before and after each call to the table. Tests inject faults here. */
export type Interceptor = (command: string, input: unknown, next: () => Promise<unknown>) => Promise<unknown>

let client: DynamoDBDocumentClient | undefined
let meterOfAll: Meter | undefined
const meterOfWork = new AsyncLocalStorage<Meter>()
let interceptor: Interceptor | undefined

/** The document client, one for each process. Retries are the SDK's: standard mode, 4 attempts, jittered. */
export function tableClient(): DynamoDBDocumentClient {
  client ??= makeClient()
  return client
}

function makeClient(): DynamoDBDocumentClient {
  const endpoint = environment.tableEndpoint()
  const base = new DynamoDBClient({
    maxAttempts: 4,
    ...(endpoint === undefined
      ? {}
      : { endpoint, region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
  })
  const made = DynamoDBDocumentClient.from(base, { marshallOptions: { removeUndefinedValues: true } })
  made.middlewareStack.add(
    (next, context) => async (args) => {
      const command = String(context.commandName)
      const input: object = args.input
      const meters = [meterOfAll, meterOfWork.getStore()].filter((one) => one !== undefined)
      if (meters.length > 0) Object.assign(input, { ReturnConsumedCapacity: 'INDEXES' })
      const call = () => next(args)
      // The interceptor passes the answer through; its type is the call's own.
      const answer =
        interceptor === undefined
          ? await call()
          : ((await interceptor(command, input, call)) as Awaited<ReturnType<typeof call>>)
      for (const meter of meters) count(meter, command, answer.output)
      return answer
    },
    { step: 'initialize', name: 'meterAndInterceptor' },
  )
  return made
}

const reading = new Set(['GetCommand', 'BatchGetCommand', 'QueryCommand', 'ScanCommand', 'TransactGetCommand'])

function count(into: Meter, command: string, output: unknown): void {
  const consumed = (output as { ConsumedCapacity?: { CapacityUnits?: number } | { CapacityUnits?: number }[] })
    .ConsumedCapacity
  const units = [consumed ?? []].flat().reduce((sum, one) => sum + (one.CapacityUnits ?? 0), 0)
  if (
    reading.has(command) ||
    command.startsWith('Get') ||
    command.startsWith('Query') ||
    command.startsWith('BatchGet')
  ) {
    into.readUnits += units
    into.reads += 1
  } else {
    into.writeUnits += units
    into.writes += 1
  }
}

const emptyMeter = (): Meter => ({ readUnits: 0, writeUnits: 0, reads: 0, writes: 0 })

/** Counts what `work` uses itself; what the stream or a job does beside it is not counted. */
export async function metered<T>(work: () => Promise<T>): Promise<{ result: T; used: Meter }> {
  const used = emptyMeter()
  const result = await meterOfWork.run(used, work)
  // What it set going goes on counting: the figure is of now.
  return { result, used: { ...used } }
}

/** Counts what the whole process uses while `work` goes on. Not for concurrent use. */
export async function meteredWithAll<T>(work: () => Promise<T>): Promise<{ result: T; used: Meter }> {
  const used = emptyMeter()
  meterOfAll = used
  try {
    return { result: await work(), used }
  } finally {
    meterOfAll = undefined
  }
}

export function intercept(with_: Interceptor | undefined): void {
  interceptor = with_
}

/** Forgets the client: the next use reads the environment again. For tests that start a new table. */
export function resetTableClient(): void {
  client?.destroy()
  client = undefined
}
