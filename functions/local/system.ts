import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { paginateScan } from '@aws-sdk/lib-dynamodb'
import type { Slice } from '@zmht/shared/contract'
import type { SliceHandler } from '../platform/endpoint/slice'
import { environment } from '../platform/environment'
import { localCredentials } from '../platform/files/bucket'
import type { PushSecrets, Secrets } from '../platform/secrets'
import { tableClient } from '../platform/table/client'
import { bucketStandIn } from './bucket'
import { streamOf } from './engine'
import { LocalQueues } from './queues'
import { looksAwaited, StreamReader } from './stream'

export interface Surroundings {
  readonly tableEndpoint: string
  readonly tableName: string
  /** Where keys, the stream's position and dead letters are kept; absent: in memory only. */
  readonly folder?: string
  readonly wechatBaseUrl: string
  readonly smsBaseUrl: string
  /** Where the stand-in for S3 listens; absent where no file is posted. */
  readonly filesEndpoint?: string
}

/** The bucket of one machine. */
export const filesBucket = 'zmht-files'

/** The stand-in for S3, with its objects in a folder. */
export const localBucket = (folder: string) => bucketStandIn({ bucket: filesBucket, ...localCredentials, folder })

export interface System {
  readonly handlers: Readonly<Record<Slice, SliceHandler>>
  readonly queues: LocalQueues
  /** Resolves when everything that follows from what was written so far is done. */
  readonly settle: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Secrets of one machine, made at the first start and kept with its data. */
export function localSecrets(file: string): Secrets {
  if (existsSync(file)) {
    const read: Secrets = { assertion: assertionKeys(), ...JSON.parse(readFileSync(file, 'utf8')) }
    const { resident, gov } = read.wechat
    const kept: Secrets = {
      ...read,
      wechat: { resident: { push: pushSecrets(), ...resident }, gov: { push: pushSecrets(), ...gov } },
    }
    writeFileSync(file, JSON.stringify(kept, null, 2), { mode: 0o600 })
    return kept
  }
  const key = () => randomBytes(32).toString('base64')
  const made: Secrets = {
    session: { current: 's1', keys: { s1: key() } },
    fields: { current: 'f1', keys: { f1: key() } },
    assertion: assertionKeys(),
    blind: key(),
    wechat: {
      resident: {
        appId: 'wx-local-resident',
        secret: key(),
        templates: { progress: 'progress-template' },
        push: pushSecrets(),
      },
      gov: {
        appId: 'wx-local-gov',
        secret: key(),
        templates: { progress: 'progress-template' },
        push: pushSecrets(),
      },
    },
    sms: { account: 'local', secret: key() },
  }
  writeFileSync(file, JSON.stringify(made, null, 2), { mode: 0o600 })
  return made
}

const pushSecrets = (): PushSecrets => ({
  token: randomBytes(16).toString('hex'),
  // 43 characters of base64: 32 bytes without the sign at the end.
  aesKey: randomBytes(32).toString('base64').slice(0, 43),
})

function assertionKeys(): Secrets['assertion'] {
  const {
    x = '',
    y = '',
    d = '',
  } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
    format: 'jwk',
  })
  return { current: 'a1', keys: { a1: { kty: 'EC', crv: 'P-256', x, y, d } } }
}

/** Sets what the functions read of their surroundings. Before the first of them is imported. */
export function setSurroundings(given: Surroundings, secretsFile: string): void {
  Object.assign(process.env, {
    TABLE_NAME: given.tableName,
    TABLE_ENDPOINT: given.tableEndpoint,
    QUEUE_URLS: '{}',
    SECRETS_ARN: `file:${secretsFile}`,
    WECHAT_BASE_URL: given.wechatBaseUrl,
    SMS_BASE_URL: given.smsBaseUrl,
    FILES_BUCKET: filesBucket,
    ...(given.filesEndpoint === undefined ? {} : { FILES_ENDPOINT: given.filesEndpoint }),
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'WARN',
    AWS_REGION: 'local',
    NODE_NO_WARNINGS: '1',
  })
}

/** Jobs under way when the process was killed go on: in AWS their messages wait in the queue, here the table remembers them. */
async function reviveJobs(queues: LocalQueues): Promise<void> {
  const pages = paginateScan(
    { client: tableClient() },
    {
      TableName: environment.tableName(),
      FilterExpression: '#type = :job AND #state IN (:waiting, :running)',
      ExpressionAttributeNames: { '#type': '_e', '#state': 'state' },
      ExpressionAttributeValues: { ':job': 'job', ':waiting': 'waiting', ':running': 'running' },
    },
  )
  for await (const { Items = [] } of pages) for (const { id } of Items) await queues.sendJob(String(id))
}

/** The deployed functions in one process: the same handlers, dispatcher, counter, jobs and sweep, wired as CDK wires them. */
export async function startSystem(given: Surroundings): Promise<System> {
  const { handler: hierarchy } = await import('../entries/hierarchy')
  const { handler: permissions } = await import('../entries/permissions')
  const { handler: knowledge } = await import('../entries/knowledge')
  const { handler: ledgers } = await import('../entries/ledgers')
  const { handler: tasks } = await import('../entries/tasks')
  const { handler: channels } = await import('../entries/channels')
  const { handler: applications } = await import('../entries/applications')
  const { handler: overview } = await import('../entries/overview')
  const { handler: dispatcher } = await import('../entries/dispatcher')
  const { handler: counter } = await import('../entries/counter')
  const { handler: jobs } = await import('../entries/jobs')
  const { handler: sweep } = await import('../entries/sweep')
  const { useQueues } = await import('../platform/stream/queue')

  const handlers = { hierarchy, permissions, knowledge, ledgers, tasks, channels, applications, overview }
  const folder = given.folder
  if (folder !== undefined) mkdirSync(folder, { recursive: true })
  const queues = new LocalQueues(folder === undefined ? undefined : join(folder, 'dead-letters'))
  for (const [slice, handler] of Object.entries(handlers)) queues.consume(slice, handler)
  queues.consumeJobs(jobs)

  const arn = await streamOf(given.tableEndpoint, given.tableName)
  const reader = new StreamReader(
    given.tableEndpoint,
    arn,
    folder === undefined ? undefined : join(folder, 'stream-position.json'),
    {
      count: async (event) => void (await counter(event)),
      dispatch: async (event, done) => {
        for (;;) {
          const { batchItemFailures } = await dispatcher(event)
          if (batchItemFailures.length === 0) break
        }
        for (const { eventID, dynamodb } of event.Records) {
          queues.whenDone(eventID ?? '', () => done(dynamodb?.SequenceNumber ?? ''))
        }
      },
    },
  )
  useQueues(queues)
  reader.start()
  await reviveJobs(queues)
  const everyMinute = setInterval(() => void sweep().catch(() => undefined), 60_000)
  everyMinute.unref()
  const everySecond = setInterval(() => queues.startDue(), 1000)
  everySecond.unref()

  return {
    handlers,
    queues,
    settle: async () => {
      const until = async (holds: () => boolean) => {
        while (!holds()) await new Promise((resolve) => setTimeout(resolve, 4))
      }
      for (;;) {
        queues.startDue()
        await until(() => queues.outstanding === 0)
        const { taken } = queues
        reader.lookAgain()
        await until(() => reader.emptyLooks >= looksAwaited)
        // What began meanwhile may have ended already, and have written after the last look.
        if (queues.taken === taken && queues.outstanding === 0) return
      }
    },
    stop: async () => {
      clearInterval(everyMinute)
      clearInterval(everySecond)
      queues.stop()
      await reader.stop()
      useQueues(undefined)
    },
  }
}
