import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type _Record as StreamRecord,
} from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { log } from '../platform/log'
import { isBefore } from '../platform/stream/sequence'

/** Milliseconds between two looks: while records come, and after a while without any. A stream that nobody writes to costs little. */
const shortestPause = 40
const longestPause = 200
/** So many looks in a row that find nothing show that there is nothing: the second began after the first ended. */
export const looksAwaited = 2
const passesBetweenShards = 10

interface Sink {
  /** Gets a batch of one shard in order, and calls `done` once everything that follows from a record is done. */
  dispatch(event: DynamoDBStreamEvent, done: (sequence: string) => void): Promise<void>
  count(event: DynamoDBStreamEvent & { shardId: string }): Promise<void>
}

/**
 * Reads the table's stream as Lambda's two event source mappings would, and remembers per shard how far everything was done. Killed at
 * any moment, it starts again from there: records may come twice, none is left out.
 */
export class StreamReader {
  private readonly client: DynamoDBStreamsClient
  private readonly positions: Record<string, string>
  private readonly iterators = new Map<string, string>()
  private readonly open = new Map<string, Set<string>>()
  private readonly read = new Map<string, string>()
  private stopped = false
  private loop: Promise<void> | undefined
  private looksInARow = 0
  private shards: readonly string[] = []
  /** Passes until the shards are asked for again: they rarely change. */
  private passesLeft = 0
  /** Somebody waits for looks that find nothing: until then no pause is made. */
  private isAwaited = false
  private goOn: (() => void) | undefined

  constructor(
    endpoint: string,
    private readonly arn: string,
    private readonly file: string | undefined,
    private readonly sink: Sink,
  ) {
    this.client = new DynamoDBStreamsClient({
      endpoint,
      region: 'local',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    })
    this.positions = file !== undefined && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  }

  start(): void {
    this.loop = this.run()
  }

  async stop(): Promise<void> {
    this.stopped = true
    this.goOn?.()
    await this.loop
    this.client.destroy()
  }

  /** Looks at the stream in a row that found nothing new, since `lookAgain`. */
  get emptyLooks(): number {
    return this.looksInARow
  }

  /** Begins to count the looks anew, and looks at once. */
  lookAgain(): void {
    this.looksInARow = 0
    this.passesLeft = 0
    this.isAwaited = true
    this.goOn?.()
  }

  private async run(): Promise<void> {
    let pause = shortestPause
    while (!this.stopped) {
      const found = await this.pass().catch((error: unknown) => {
        log.error('reading the stream failed', error)
        this.passesLeft = 0
        return -1
      })
      if (found > 0) {
        this.looksInARow = 0
        pause = shortestPause
        continue
      }
      if (found === 0) this.looksInARow += 1
      if (this.looksInARow >= looksAwaited) this.isAwaited = false
      if (this.isAwaited && found === 0) continue
      await this.rest(pause)
      pause = Math.min(longestPause, pause * 1.5)
    }
  }

  /** Until a pause is over, or somebody waits. */
  private async rest(millis: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, millis)
      this.goOn = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    this.goOn = undefined
  }

  private async pass(): Promise<number> {
    if (this.passesLeft === 0) {
      const { StreamDescription } = await this.client.send(new DescribeStreamCommand({ StreamArn: this.arn }))
      this.shards = (StreamDescription?.Shards ?? []).flatMap(({ ShardId }) => ShardId ?? [])
      this.passesLeft = this.shards.length === 0 ? 0 : passesBetweenShards
    } else this.passesLeft -= 1
    let found = 0
    for (const shard of this.shards) found += await this.readShard(shard)
    return found
  }

  private async readShard(shard: string): Promise<number> {
    const iterator = this.iterators.get(shard) ?? (await this.firstIterator(shard))
    if (iterator === undefined) return 0
    const answer = await this.client
      .send(new GetRecordsCommand({ ShardIterator: iterator, Limit: 1000 }))
      .catch(() => undefined)
    if (answer === undefined) {
      this.iterators.delete(shard)
      this.passesLeft = 0
      return 0
    }
    const records = answer.Records ?? []
    if (records.length > 0) await this.hand(shard, records)
    if (answer.NextShardIterator !== undefined) this.iterators.set(shard, answer.NextShardIterator)
    else this.passesLeft = 0
    return records.length
  }

  private async firstIterator(shard: string): Promise<string | undefined> {
    const after = this.read.get(shard) ?? this.positions[shard]
    const { ShardIterator } = await this.client.send(
      new GetShardIteratorCommand({
        StreamArn: this.arn,
        ShardId: shard,
        ...(after === undefined
          ? { ShardIteratorType: 'TRIM_HORIZON' }
          : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after }),
      }),
    )
    return ShardIterator
  }

  private async hand(shard: string, records: readonly StreamRecord[]): Promise<void> {
    // The SDK's records and Lambda's are the same JSON but for binary values and dates.
    const event: DynamoDBStreamEvent = { Records: records.map(asLambdaRecord) }
    const open = this.open.get(shard) ?? new Set<string>()
    this.open.set(shard, open)
    for (const { dynamodb } of records) open.add(dynamodb?.SequenceNumber ?? '')
    const last = records.at(-1)?.dynamodb?.SequenceNumber ?? ''
    for (;;) {
      try {
        await this.sink.count({ ...event, shardId: shard })
        break
      } catch (error) {
        if (this.stopped) return
        log.error('counting failed', error, { shard })
        await new Promise((resolve) => setTimeout(resolve, 200))
      }
    }
    await this.sink.dispatch(event, (sequence) => {
      open.delete(sequence)
      this.keep(shard)
    })
    this.read.set(shard, last)
    this.keep(shard)
  }

  /** Everything before the oldest open record is done. */
  private keep(shard: string): void {
    const open = [...(this.open.get(shard) ?? [])]
    const read = this.read.get(shard)
    const oldest = open.reduce<string | undefined>(
      (min, one) => (min === undefined || isBefore(one, min) ? one : min),
      undefined,
    )
    const position = oldest === undefined ? read : before(oldest)
    if (position === undefined || position === this.positions[shard]) return
    this.positions[shard] = position
    if (this.file === undefined) return
    writeFileSync(`${this.file}.new`, JSON.stringify(this.positions))
    renameSync(`${this.file}.new`, this.file)
  }
}

/** The local engine numbers its records one by one. */
function before(sequence: string): string | undefined {
  const number = BigInt(sequence) - 1n
  return number <= 0n ? undefined : String(number).padStart(sequence.length, '0')
}

function asLambdaRecord(record: StreamRecord): DynamoDBRecord {
  const { dynamodb, eventID, eventName } = record
  return {
    eventID,
    eventName,
    dynamodb: {
      ...dynamodb,
      ...(dynamodb?.OldImage === undefined ? {} : { OldImage: asLambdaImage(dynamodb.OldImage) }),
      ...(dynamodb?.NewImage === undefined ? {} : { NewImage: asLambdaImage(dynamodb.NewImage) }),
      ApproximateCreationDateTime: (dynamodb?.ApproximateCreationDateTime?.getTime() ?? 0) / 1000,
    },
  } as unknown as DynamoDBRecord
}

type Attribute = Record<string, unknown>

function asLambdaImage(image: Record<string, unknown>): Record<string, Attribute> {
  return Object.fromEntries(Object.entries(image).map(([name, value]) => [name, asLambdaValue(value as Attribute)])) // an image holds attributes
}

/** Lambda gives binary values as base64; the local engine's stream leaves out the type of an empty map. */
function asLambdaValue(value: Attribute): Attribute {
  const [entry] = Object.entries(value).filter(([, one]) => one !== undefined)
  if (entry === undefined) return { M: {} }
  const [type, inner] = entry
  if (type === 'B' && inner instanceof Uint8Array) return { B: Buffer.from(inner).toString('base64') }
  if (type === 'M') return { M: asLambdaImage(inner as Record<string, unknown>) }
  if (type === 'L') return { L: (inner as Attribute[]).map(asLambdaValue) }
  return { [type]: inner }
}
