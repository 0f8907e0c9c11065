import { ProvisionedThroughputExceededException, TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { intercept } from '../../functions/platform/table/client'

/** What can go wrong between a handler and the table. */
export type Fault = 'throttled' | 'timed out after it took place' | 'met by another transaction'
export const faults: readonly Fault[] = ['throttled', 'timed out after it took place']

interface Written {
  readonly _e?: string
  readonly [attribute: string]: unknown
}

/** The items a call to the table would write. */
function writtenBy(input: unknown): Written[] {
  const { Item, TransactItems } = input as {
    Item?: Written
    TransactItems?: { Put?: { Item: Written } }[]
  } // the two shapes the stores send
  const puts = (TransactItems ?? []).map(({ Put }) => Put?.Item).filter((item) => item !== undefined)
  return Item === undefined ? puts : [Item, ...puts]
}

export function throttling(): Error {
  return new ProvisionedThroughputExceededException({ $metadata: { attempts: 4 }, message: 'slow down' })
}

export function timeout(): Error {
  return Object.assign(new Error('the answer did not come in time'), { name: 'TimeoutError' })
}

export function conflict(): Error {
  return new TransactionCanceledException({
    $metadata: {},
    message: 'cancelled',
    CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }],
  })
}

/** Breaks the first `times` writes of an item type (of those `which` picks). @returns how many were broken so far. */
export function breakWrites(
  entity: string,
  fault: Fault,
  { times = 1, which = () => true }: { times?: number; which?: (item: Written) => boolean } = {},
): { broken: () => number } {
  let broken = 0
  intercept(async (_command, input, next) => {
    const concerned = writtenBy(input).some((item) => item._e === entity && which(item))
    if (!concerned || broken >= times) return next()
    broken += 1
    if (fault === 'throttled') throw throttling()
    if (fault === 'met by another transaction') throw conflict()
    await next()
    throw timeout()
  })
  return { broken: () => broken }
}

export const healTable = (): void => intercept(undefined)
