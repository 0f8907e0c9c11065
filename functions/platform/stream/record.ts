import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'

export type Image = Readonly<Record<string, unknown>>

/** A stream record in plain values. */
export interface Change {
  readonly id: string
  /** Increases within a shard; compared as numbers. */
  readonly sequence: string
  readonly entity: string
  readonly partition: string
  readonly before: Image | undefined
  readonly after: Image | undefined
  readonly atSeconds: number
}

/** @returns undefined for an item without a type (none of ours). */
export function readChange(record: DynamoDBRecord): Change | undefined {
  const { dynamodb } = record
  // The Lambda typings and the SDK's describe the same JSON.
  const image = (raw: unknown) => (raw === undefined ? undefined : unmarshall(raw as Parameters<typeof unmarshall>[0]))
  const before = image(dynamodb?.OldImage)
  const after = image(dynamodb?.NewImage)
  const entity = (after ?? before)?._e
  const partition = (after ?? before)?.pk
  if (typeof entity !== 'string' || typeof partition !== 'string') return undefined
  return {
    id: record.eventID ?? '',
    sequence: dynamodb?.SequenceNumber ?? '',
    entity,
    partition,
    before,
    after,
    atSeconds: Number(dynamodb?.ApproximateCreationDateTime ?? 0),
  }
}
