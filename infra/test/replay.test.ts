import { describe, expect, test } from 'vitest'
import type { Aws } from '../operations/aws'
import { replayMessages } from '../operations/replay-messages'
import { replayStream } from '../operations/replay-stream'

interface Sent {
  readonly QueueUrl: string
  readonly MessageBody: string
  readonly MessageGroupId?: string
  readonly MessageDeduplicationId?: string
}

const lastSequence = 41

/** Enough of SQS, streams and Lambda to see what is called; AWS itself is not here to be asked. */
function anAccount(bodies: readonly string[], { fifo = true, failsAt = -1 } = {}) {
  const dead = bodies.map((Body, index) => ({
    MessageId: `m${index}`,
    ReceiptHandle: `r${index}`,
    Body,
    Attributes: fifo ? { MessageGroupId: 'resident-1' } : {},
  }))
  const sent: Sent[] = []
  const invoked: { Records: readonly { dynamodb: { SequenceNumber: string }; eventSourceARN: string }[] }[] = []
  const record = (sequence: number) => ({
    awsRegion: 'cn-north-1',
    dynamodb: { SequenceNumber: String(sequence), ApproximateCreationDateTime: '2026-01-01T00:00:00Z' },
  })
  const aws: Aws = (_service, operation, input) => {
    switch (operation) {
      case 'receive-message':
        return dead.length === 0 ? {} : { Messages: dead.slice(0, 2) }
      case 'send-message':
        if (sent.length === failsAt) throw new Error('no network')
        sent.push(input as unknown as Sent)
        return {}
      case 'delete-message':
        dead.splice(
          dead.findIndex(({ ReceiptHandle }) => ReceiptHandle === input.ReceiptHandle),
          1,
        )
        return {}
      case 'get-shard-iterator':
        return { ShardIterator: String(input.SequenceNumber) }
      case 'get-records': {
        const from = Number(input.ShardIterator)
        const to = Math.min(from + 3, lastSequence)
        return {
          Records: Array.from({ length: to - from }, (_, index) => record(from + index)),
          ...(to < lastSequence ? { NextShardIterator: String(to) } : {}),
        }
      }
      case 'invoke':
        invoked.push(JSON.parse(Buffer.from(String(input.Payload), 'base64').toString()))
        return failsAt === 0 ? { batchItemFailures: [{ itemIdentifier: '1' }] } : {}
      default:
        throw new Error(`not expected: ${operation}`)
    }
  }
  return { aws, dead, sent, invoked }
}

describe('a queue’s dead letters', () => {
  test('go back in their order, in their group, under an id the queue has not seen', () => {
    const { aws, dead, sent } = anAccount(['a', 'b', 'c'])
    expect(replayMessages(aws, 'dead', 'live')).toBe(3)
    expect(dead).toEqual([])
    expect(sent).toEqual(
      ['a', 'b', 'c'].map((MessageBody, index) => ({
        QueueUrl: 'live',
        MessageBody,
        MessageGroupId: 'resident-1',
        MessageDeduplicationId: `replay-m${index}`,
      })),
    )
  })
  test('of the plain queue carry no group', () => {
    const { aws, sent } = anAccount(['a'], { fifo: false })
    replayMessages(aws, 'dead', 'live')
    expect(sent).toEqual([{ QueueUrl: 'live', MessageBody: 'a' }])
  })
  test('stay where they are from the one that could not be sent', () => {
    const { aws, dead } = anAccount(['a', 'b', 'c'], { failsAt: 1 })
    expect(() => replayMessages(aws, 'dead', 'live')).toThrow('no network')
    expect(dead.map(({ Body }) => Body)).toEqual(['b', 'c'])
  })
})

describe('what the dispatcher gave up on', () => {
  const batch = JSON.stringify({
    DDBStreamBatchInfo: { shardId: 's', startSequenceNumber: '10', endSequenceNumber: '18', streamArn: 'arn:stream' },
  })
  test('is read from the stream again, the first to the last and no further, as Lambda delivers it', () => {
    const { aws, dead, invoked } = anAccount([batch])
    expect(replayStream(aws, 'dead', 'dispatcher')).toBe(9)
    const records = invoked.flatMap(({ Records }) => Records)
    expect(records.map(({ dynamodb }) => Number(dynamodb.SequenceNumber))).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18])
    expect(records[0]).toMatchObject({
      eventSourceARN: 'arn:stream',
      dynamodb: { ApproximateCreationDateTime: Date.parse('2026-01-01T00:00:00Z') / 1000 },
    })
    expect(dead).toEqual([])
  })
  test('stays a dead letter when the dispatcher fails again', () => {
    const { aws, dead } = anAccount([batch], { failsAt: 0 })
    expect(() => replayStream(aws, 'dead', 'dispatcher')).toThrow('failed again')
    expect(dead).toHaveLength(1)
  })
})
