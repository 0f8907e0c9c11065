import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import {
  PutCommand,
  type PutCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { tableClient } from './client'

/** What became of a conditional write. `held` is the item that stood in the way, with its keys. */
export type WriteOutcome =
  | { readonly written: true }
  | { readonly written: false; readonly held: Record<string, unknown> | undefined }

/** Whatever an ElectroDB write's `.params()` gave. */
export type WriteParameters = Record<string, unknown>

/**
 * One conditional put. A condition that fails is an outcome, not an error, and gives the item that stood in the way without
 * another read. After a timeout the SDK sends again: when the first try had taken place, the second finds its own item.
 */
export async function putIf(parameters: WriteParameters): Promise<WriteOutcome> {
  try {
    await tableClient().send(
      new PutCommand({ ...(parameters as unknown as PutCommandInput), ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }),
    )
    return { written: true }
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) {
      // The document client translates answers, but not what an error carries.
      return { written: false, held: error.Item === undefined ? undefined : unmarshall(error.Item) }
    }
    throw error
  }
}

export interface TransactionPart {
  readonly put?: WriteParameters
  readonly update?: WriteParameters
  readonly delete?: WriteParameters
}

/** `failed`: the indexes of the parts whose condition did not hold; empty when another transaction was in the way. */
export type TransactionOutcome =
  | { readonly written: true }
  | { readonly written: false; readonly failed: readonly number[] }

/** One decision saved whole: all parts or none (at most 100). */
export async function transact(parts: readonly TransactionPart[]): Promise<TransactionOutcome> {
  // The parameters were made by ElectroDB for exactly these operations.
  const items = parts.map((part) =>
    part.put ? { Put: part.put } : part.update ? { Update: part.update } : { Delete: part.delete },
  ) as unknown as TransactWriteCommandInput['TransactItems']
  for (let attempt = 1; ; attempt++) {
    try {
      await tableClient().send(new TransactWriteCommand({ TransactItems: items }))
      return { written: true }
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error
      const reasons = error.CancellationReasons ?? []
      const failed = reasons.flatMap((reason, index) => (reason.Code === 'ConditionalCheckFailed' ? [index] : []))
      if (failed.length > 0) return { written: false, failed }
      // Two transactions met on one item: the service asks to try again.
      if (
        attempt < 5 &&
        reasons.some((reason) => reason.Code === 'TransactionConflict' || reason.Code === 'ThrottlingError')
      ) {
        await pause(20 * 2 ** attempt * (0.5 + Math.random() / 2))
        continue
      }
      throw error
    }
  }
}

export const pause = (millis: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, millis))
