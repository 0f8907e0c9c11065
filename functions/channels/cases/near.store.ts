import type { Instant } from '@zmht/shared/knowledge'
import type { AppealSignature } from '@zmht/shared/routing'
import { CustomAttributeType, itemType } from '../../platform/table/item'
import { type TransactionPart, transact } from '../../platform/table/write'

/** What is compared of an open appeal: codes, ids and hashes, never a word of it. */
export interface Near {
  readonly requestId: string
  readonly person: string
  readonly at: Instant
  readonly signature: AppealSignature
  /** Its text as a few small numbers. */
  readonly sketch: readonly number[]
}

/** An open appeal under what it may have in common with others. */
export const nearItem = itemType({
  model: { entity: 'near', version: '1', service: 'zmht' },
  attributes: {
    sign: { type: 'string', required: true },
    at: { type: 'string', required: true },
    requestId: { type: 'string', required: true },
    near: { type: CustomAttributeType<Near>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['sign'], template: 'NEAR#${sign}', casing: 'none' },
      sk: { field: 'sk', composite: ['at', 'requestId'], template: '${at}#${requestId}', casing: 'none' },
    },
  },
})

/** Under what a request stands, beside it: taken away from there when it ends or is about something else. */
export const nearAtItem = itemType({
  model: { entity: 'nearAt', version: '1', service: 'zmht' },
  attributes: {
    requestId: { type: 'string', required: true },
    signs: { type: CustomAttributeType<readonly string[]>('any'), required: true },
    at: { type: 'string', required: true },
    /** Of what it was made: the same again writes nothing. */
    stamp: { type: 'string', required: true },
    version: { type: 'number', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['requestId'], template: 'REQUEST#${requestId}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'NEAR', casing: 'none' },
    },
  },
})

export interface NearAt {
  readonly requestId: string
  readonly signs: readonly string[]
  readonly at: Instant
  readonly stamp: string
  readonly version: number
}

export async function readNearAt(requestId: string): Promise<NearAt | undefined> {
  const { data } = await nearAtItem().get({ requestId }).go({ consistent: true })
  return data ?? undefined
}

/** @returns false when somebody else changed it meanwhile */
export async function saveNear(next: NearAt, near: Near | undefined, before: NearAt | undefined): Promise<boolean> {
  const put = nearAtItem()
    .put(next)
    .where(({ version }, { eq, notExists }) =>
      before === undefined ? notExists(version) : eq(version, before.version),
    )
    .params()
  const gone = (before?.signs ?? []).filter((sign) => !next.signs.includes(sign))
  const parts: TransactionPart[] = [
    { put },
    ...gone.map((sign) => ({ delete: nearItem().delete({ sign, at: next.at, requestId: next.requestId }).params() })),
    ...(near === undefined
      ? []
      : next.signs.map((sign) => ({
          put: nearItem().put({ sign, at: next.at, requestId: next.requestId, near }).params(),
        }))),
  ]
  return (await transact(parts)).written
}

/** No more are compared under one sign. */
const mostNear = 100

/** The open appeals under a sign since an instant, the latest first. */
export async function nearUnder(sign: string, since: Instant): Promise<Near[]> {
  const { data } = await nearItem()
    .query.primary({ sign })
    .gte({ at: since })
    .go({ limit: mostNear, order: 'desc', consistent: true })
  return data.map(({ near }) => near)
}
