import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { log } from '../log'
import type { Message, Reactions } from './message'

/**
 * Runs a slice's reactions over a batch of its queue, in order. From a FIFO queue a failure stops its own group for this batch: the rest of
 * the group is handed back unprocessed so that order holds, other groups go on.
 */
export async function consume(slice: string, reactions: Reactions, event: SQSEvent): Promise<SQSBatchResponse> {
  const failed: string[] = []
  const blocked = new Set<string>()
  for (const record of event.Records) {
    const message: Message = JSON.parse(record.body)
    if (blocked.has(message.group)) {
      failed.push(record.messageId)
      continue
    }
    try {
      await reactions[message.entity]?.(message)
    } catch (error) {
      log.error('reaction failed', error, { slice, entity: message.entity, id: message.id })
      blocked.add(message.group)
      failed.push(record.messageId)
    }
  }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) }
}
