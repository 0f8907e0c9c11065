import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { log } from '../log'
import type { Message, Subscriptions } from './message'
import { theQueues } from './queue'
import { type Change, type Image, readChange } from './record'
import { isBefore } from './sequence'

/**
 * First of the two consumers of the table's stream: turns records into messages of one FIFO queue for each slice, message group = the
 * item's owner. Writers never know who follows them.
 *
 * @returns the first record that was not kept: Lambda hands the batch over again from there, so order holds.
 */
export function dispatcher(subscriptionsBySlice: Readonly<Record<string, Subscriptions>>) {
  return async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const outgoing = new Map<string, { message: Message; sequence: string }[]>()
    for (const record of event.Records) {
      const change = readChange(record)
      if (change === undefined) continue
      for (const [slice, subscriptions] of Object.entries(subscriptionsBySlice)) {
        const attributes = subscriptions[change.entity]
        if (attributes === undefined) continue
        const list = outgoing.get(slice) ?? []
        list.push({ message: messageOf(change, attributes), sequence: change.sequence })
        outgoing.set(slice, list)
      }
    }
    let firstFailed: string | undefined
    for (const [slice, list] of outgoing) {
      try {
        await theQueues().send(
          slice,
          list.map(({ message }) => message),
        )
      } catch (error) {
        log.error('messages not kept', error, { slice, count: list.length })
        const sequence = list[0]?.sequence ?? ''
        if (firstFailed === undefined || isBefore(sequence, firstFailed)) firstFailed = sequence
      }
    }
    return { batchItemFailures: firstFailed === undefined ? [] : [{ itemIdentifier: firstFailed }] }
  }
}

function messageOf(change: Change, attributes: readonly string[]): Message {
  const pick = (image: Image) =>
    Object.fromEntries(attributes.flatMap((name) => (name in image ? [[name, asJson(image[name])]] : [])))
  return {
    id: change.id,
    entity: change.entity,
    change: change.after === undefined ? 'removed' : change.before === undefined ? 'added' : 'changed',
    group: change.partition,
    at: new Date(change.atSeconds * 1000).toISOString(),
    carried: pick(change.after ?? change.before ?? {}),
    ...(change.before === undefined ? {} : { before: pick(change.before) }),
  }
}

/** Sealed bytes travel as base64. */
function asJson(value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value
}
