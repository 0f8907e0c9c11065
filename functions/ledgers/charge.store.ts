import type { PlacePath } from '@zmht/shared/geo'
import type { EntityId, Instant } from '@zmht/shared/knowledge'
import { type Charge, type ChargeState, chargeKindCodes, chargeStates } from '@zmht/shared/permission'
import { CustomAttributeType, isSome, itemType, none, present } from '../platform/table/item'
import { readPage } from '../platform/table/page'
import { putIf } from '../platform/table/write'

/** Somebody asks to act for another, may, or might. */
export interface ChargeRecord extends Charge {
  readonly id: string
  readonly state: ChargeState
  /** The account that asks. */
  readonly account: string
  readonly entity: EntityId
  readonly kind: 'person' | 'organisation'
  readonly name: string
  readonly reason: string
  readonly answer?: string
  /** Where it is decided: where the other is, as far as that is known. */
  readonly path: PlacePath
  readonly district: string
  readonly edition: number
  readonly by: string
  readonly at: Instant
}

interface ChargeCard {
  readonly id: string
  readonly path: PlacePath
}

export const chargeItem = itemType({
  model: { entity: 'charge', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    state: { type: chargeStates, required: true },
    account: { type: 'string', required: true },
    entity: { type: CustomAttributeType<EntityId>('string'), required: true },
    kind: { type: ['person', 'organisation'] as const, required: true },
    name: { type: 'string', required: true },
    as: { type: chargeKindCodes, required: true },
    from: { type: 'string', required: true },
    until: { type: 'string' },
    reason: { type: 'string', required: true },
    answer: { type: 'string' },
    path: { type: CustomAttributeType<PlacePath>('string'), required: true },
    district: { type: 'string', required: true },
    /** The district while it waits for a decision. */
    waiting: { type: 'string', required: true },
    edition: { type: 'number', required: true },
    by: { type: 'string', required: true },
    at: { type: 'string', required: true },
    card: { type: CustomAttributeType<ChargeCard>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'CHARGE#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'CHARGE', casing: 'none' },
    },
    ofAccount: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: ['account'], template: 'CHARGES#${account}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['at', 'id'], template: '${at}#${id}', casing: 'none' },
    },
    asked: {
      index: 'gsi2',
      condition: (charge: { waiting?: string }) => isSome(charge.waiting),
      pk: { field: 'gsi2pk', composite: ['waiting'], template: 'CHARGESASKED#${waiting}', casing: 'none' },
      sk: { field: 'gsi2sk', composite: ['path', 'id'], template: '${path}#${id}', casing: 'none' },
    },
  },
})

/** Strongly consistent. */
export async function readCharge(id: string): Promise<ChargeRecord | undefined> {
  const { data } = await chargeItem().get({ id }).go({ consistent: true })
  if (data === null) return undefined
  const { card: _card, waiting: _waiting, ...record } = data
  return present(record)
}

/** @returns false when it was changed meanwhile */
export async function saveCharge(record: ChargeRecord): Promise<boolean> {
  const before = record.edition - 1
  const { written } = await putIf(
    chargeItem()
      .put({
        ...record,
        waiting: record.state === 'asked' ? record.district : none,
        card: { id: record.id, path: record.path },
      })
      .where(({ edition }, { eq, notExists }) => (before === 0 ? notExists(edition) : eq(edition, before)))
      .params(),
  )
  return written
}

/** At most so many are kept in view; nobody acts for more. */
const mostCharges = 100

/** All of an account, newest first. */
export async function chargesOfAccount(account: string): Promise<readonly ChargeRecord[]> {
  const { data } = await chargeItem().query.ofAccount({ account }).go({ limit: mostCharges, order: 'desc' })
  const found = await Promise.all(data.map(({ id }) => readCharge(id)))
  return found.filter((one) => one !== undefined)
}

/** What waits for a decision in a stretch of places, by place. */
export async function readAsked(
  district: string,
  path: PlacePath,
  cursor: string | undefined,
  limit = 20,
): Promise<{ items: ChargeCard[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    chargeItem().query.asked({ waiting: district }).begins({ path }).go({ cursor: from, limit }),
  )
  return { items: data.map(({ card }) => card), ...(next === null ? {} : { next }) }
}
