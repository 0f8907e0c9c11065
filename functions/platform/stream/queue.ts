import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs'
import { environment } from '../environment'
import type { Message } from './message'

/** One FIFO queue for each slice: order and one in flight per group, redelivery, dead letters. SQS in AWS; in-process with the same promises on one machine. */
export interface Queues {
  /** Resolves when every message is safely kept. Sending one again within five minutes keeps one. */
  send(slice: string, messages: readonly Message[]): Promise<void>
  /** Hands a job to the job function, at once or after some seconds (at most 900); not ordered. */
  sendJob(id: string, afterSeconds?: number): Promise<void>
}

let queues: Queues | undefined

export function theQueues(): Queues {
  queues ??= sqsQueues()
  return queues
}

/** The local stack and tests put theirs here. */
export function useQueues(other: Queues | undefined): void {
  queues = other
}

function sqsQueues(): Queues {
  const client = new SQSClient({})
  const urlOf = (name: string): string => {
    const url = environment.queueUrls()[name]
    if (url === undefined) throw new Error(`no queue is configured for ${name}`)
    return url
  }
  return {
    send: async (slice, messages) => {
      for (let start = 0; start < messages.length; start += 10) {
        const batch = messages.slice(start, start + 10)
        const answer = await client.send(
          new SendMessageBatchCommand({
            QueueUrl: urlOf(slice),
            Entries: batch.map((message, index) => ({
              Id: String(index),
              MessageBody: JSON.stringify(message),
              MessageGroupId: message.group.slice(0, 128),
              MessageDeduplicationId: message.id,
            })),
          }),
        )
        const failed = answer.Failed ?? []
        if (failed.length > 0) throw new Error(`${failed.length} messages were not kept: ${failed[0]?.Code}`)
      }
    },
    sendJob: async (id, afterSeconds = 0) => {
      const answer = await client.send(
        new SendMessageBatchCommand({
          QueueUrl: urlOf('jobs'),
          Entries: [
            { Id: '0', MessageBody: JSON.stringify({ id }), DelaySeconds: Math.min(900, Math.ceil(afterSeconds)) },
          ],
        }),
      )
      if ((answer.Failed ?? []).length > 0) throw new Error('the job was not kept')
    },
  }
}
