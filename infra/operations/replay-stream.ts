import type { Aws } from './aws'
import { receive } from './replay-messages'

/** What Lambda tells the failure destination of a stream consumer: where the records lie, not the records. */
interface Batch {
  readonly shardId: string
  readonly startSequenceNumber: string
  readonly endSequenceNumber: string
  readonly streamArn: string
}

interface StreamRecord {
  readonly awsRegion: string
  readonly dynamodb: { readonly SequenceNumber: string; readonly ApproximateCreationDateTime?: string | number }
}

// A synchronous invocation takes 6 MB; a record with both images is at most 800 kB.
const recordsPerInvocation = 5

/**
 * Hands the dispatcher again what it gave up on, read anew from the stream, which remembers for 24 hours.
 * The dispatcher and the reactions are idempotent, so more than was lost does no harm.
 * @returns how many records were handed over
 * @throws when the stream has forgotten them, or the dispatcher fails again; the dead letter then stays
 */
export function replayStream(aws: Aws, deadLetters: string, functionName: string): number {
  let handed = 0
  for (let messages = receive(aws, deadLetters); messages.length > 0; messages = receive(aws, deadLetters)) {
    for (const { Body, ReceiptHandle } of messages) {
      // A parse boundary: the shape is Lambda's.
      const { DDBStreamBatchInfo: batch } = JSON.parse(Body) as { DDBStreamBatchInfo: Batch }
      const records = readBatch(aws, batch)
      for (let at = 0; at < records.length; at += recordsPerInvocation) {
        invoke(aws, functionName, records.slice(at, at + recordsPerInvocation), batch.streamArn)
      }
      aws('sqs', 'delete-message', { QueueUrl: deadLetters, ReceiptHandle })
      handed += records.length
    }
  }
  return handed
}

/** The records from the first to the last of a batch, both included. Sequence numbers are integers of up to 40 digits. */
export function readBatch(aws: Aws, batch: Batch): readonly StreamRecord[] {
  const last = BigInt(batch.endSequenceNumber)
  const { ShardIterator } = aws('dynamodbstreams', 'get-shard-iterator', {
    StreamArn: batch.streamArn,
    ShardId: batch.shardId,
    ShardIteratorType: 'AT_SEQUENCE_NUMBER',
    SequenceNumber: batch.startSequenceNumber,
  }) as { ShardIterator: string }
  const found: StreamRecord[] = []
  for (let iterator: string | undefined = ShardIterator; iterator !== undefined; ) {
    const page = aws('dynamodbstreams', 'get-records', { ShardIterator: iterator }) as {
      Records: readonly StreamRecord[]
      NextShardIterator?: string
    }
    found.push(...page.Records.filter(({ dynamodb }) => BigInt(dynamodb.SequenceNumber) <= last))
    const reached = page.Records.some(({ dynamodb }) => BigInt(dynamodb.SequenceNumber) >= last)
    iterator = reached ? undefined : page.NextShardIterator
  }
  return found
}

function invoke(aws: Aws, functionName: string, records: readonly StreamRecord[], streamArn: string): void {
  const event = { Records: records.map((record) => asDelivered(record, streamArn)) }
  const answer = aws('lambda', 'invoke', {
    FunctionName: functionName,
    Payload: Buffer.from(JSON.stringify(event)).toString('base64'),
  }) as { batchItemFailures?: readonly unknown[] }
  if ((answer.batchItemFailures ?? []).length > 0) throw new Error(`${functionName} failed again on these records`)
}

/** The stream's API and Lambda's event differ in two fields. */
function asDelivered(record: StreamRecord, streamArn: string) {
  const { ApproximateCreationDateTime: at, ...rest } = record.dynamodb
  const seconds = typeof at === 'string' ? Math.floor(Date.parse(at) / 1000) : at
  return {
    ...record,
    eventSourceARN: streamArn,
    dynamodb: { ...rest, ...(seconds === undefined ? {} : { ApproximateCreationDateTime: seconds }) },
  }
}
