import type { Instant } from '@zmht/shared/knowledge'
import { CustomAttributeType, itemType, present } from '../platform/table/item'
import { putIf } from '../platform/table/write'

/** An App of a city whose identity is taken for a resident's. */
export interface Issuer {
  readonly id: string
  readonly issuer: string
  readonly name: string
  readonly clientId: string
  readonly jwksUrl: string
  readonly vouches: readonly 'phone_number'[]
  readonly on: boolean
  /** The highest organisation above who registered it. */
  readonly root: string
  readonly by: string
  readonly at: Instant
}

type IssuerCard = Pick<Issuer, 'id' | 'issuer' | 'name' | 'clientId' | 'jwksUrl' | 'vouches' | 'on'>

export const issuerItem = itemType({
  model: { entity: 'issuer', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    issuer: { type: 'string', required: true },
    name: { type: 'string', required: true },
    clientId: { type: 'string', required: true },
    jwksUrl: { type: 'string', required: true },
    vouches: { type: CustomAttributeType<Issuer['vouches']>('any'), required: true },
    on: { type: 'boolean', required: true },
    root: { type: 'string', required: true },
    by: { type: 'string', required: true },
    at: { type: 'string', required: true },
    card: { type: CustomAttributeType<IssuerCard>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['issuer'], template: 'ISSUER#${issuer}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'ISSUER', casing: 'none' },
    },
    below: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: ['root'], template: 'ISSUERS#${root}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['id'], template: '${id}', casing: 'none' },
    },
  },
})

/** A nonce that was exchanged: it is there as long as a token made for it could be in time. */
export const usedNonceItem = itemType({
  model: { entity: 'usedNonce', version: '1', service: 'zmht' },
  attributes: { nonce: { type: 'string', required: true }, expiresAt: { type: 'number', required: true } },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['nonce'], template: 'USEDNONCE#${nonce}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'USEDNONCE', casing: 'none' },
    },
  },
})

/** Strongly consistent: one that was switched off is refused from the next exchange on. */
export async function readIssuer(issuer: string): Promise<Issuer | undefined> {
  const { data } = await issuerItem().get({ issuer }).go({ consistent: true })
  if (data === null) return undefined
  const { card: _card, ...record } = data
  return present(record)
}

/** @returns false when it is registered already, by another city or under another id */
export async function saveIssuerRecord(record: Issuer): Promise<boolean> {
  const { id, issuer, name, clientId, jwksUrl, vouches, on } = record
  const { written } = await putIf(
    issuerItem()
      .put({ ...record, card: { id, issuer, name, clientId, jwksUrl, vouches, on } })
      .where(
        (one, { eq, notExists }) =>
          `${notExists(one.root)} OR (${eq(one.root, record.root)} AND ${eq(one.id, record.id)})`,
      )
      .params(),
  )
  return written
}

export async function issuersBelow(root: string): Promise<readonly IssuerCard[]> {
  const { data } = await issuerItem().query.below({ root }).go({ pages: 'all' })
  return data.map(({ card }) => card)
}

/** @returns false when it was used before */
export async function useNonce(nonce: string, expiresAt: number): Promise<boolean> {
  const { written } = await putIf(usedNonceItem().create({ nonce, expiresAt }).params())
  return written
}
