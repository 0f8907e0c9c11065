import type { Aws } from './aws'

interface Message {
  readonly MessageId: string
  readonly ReceiptHandle: string
  readonly Body: string
  readonly Attributes?: { readonly MessageGroupId?: string }
  readonly MessageAttributes?: Readonly<Record<string, unknown>>
}

/** The messages of one receive. What comes back is AWS's own shape: a parse boundary. */
export function receive(aws: Aws, queueUrl: string): readonly Message[] {
  const { Messages } = aws('sqs', 'receive-message', {
    QueueUrl: queueUrl,
    MaxNumberOfMessages: 10,
    WaitTimeSeconds: 2,
    MessageSystemAttributeNames: ['All'],
    MessageAttributeNames: ['All'],
  }) as { Messages?: readonly Message[] }
  return Messages ?? []
}

export const queueUrl = (aws: Aws, name: string): string =>
  // A parse boundary, as above.
  (aws('sqs', 'get-queue-url', { QueueName: name }) as { QueueUrl: string }).QueueUrl

/**
 * Moves dead letters back to where they failed, in their order, each deleted only after it was sent: a run that breaks off
 * repeats at most one message, and SQS drops that repetition by its id.
 *
 * SQS's own redrive does the same in one call, but not in the China regions.
 * @returns how many were moved
 */
export function replayMessages(aws: Aws, from: string, to: string): number {
  let moved = 0
  for (let messages = receive(aws, from); messages.length > 0; messages = receive(aws, from)) {
    for (const message of messages) {
      aws('sqs', 'send-message', resent(message, to))
      aws('sqs', 'delete-message', { QueueUrl: from, ReceiptHandle: message.ReceiptHandle })
      moved += 1
    }
  }
  return moved
}

/** Same body, same attributes, same group; a new id, because the queue forgets nothing within five minutes. */
export function resent(message: Message, to: string): Readonly<Record<string, unknown>> {
  const group = message.Attributes?.MessageGroupId
  return {
    QueueUrl: to,
    MessageBody: message.Body,
    ...(message.MessageAttributes === undefined ? {} : { MessageAttributes: message.MessageAttributes }),
    ...(group === undefined ? {} : { MessageGroupId: group, MessageDeduplicationId: `replay-${message.MessageId}` }),
  }
}
