import type { LedgerKind } from '@zmht/shared/ledgers'
import type { ItemState } from '@zmht/shared/rules'
import { itemStates } from '@zmht/shared/rules'
import { CustomAttributeType, itemType, present } from '../platform/table/item'
import type { TransactionPart } from '../platform/table/write'
import { putIf } from '../platform/table/write'

/** What an item does for a request 诉求. */
export interface Origin {
  readonly request: string
  /** As people say it. */
  readonly number: string
}

/** Of a task that is one thing handed out of a request: what it is about, as its lists say it. */
export interface ErrandMark {
  /** Its one item. */
  readonly item: string
  readonly origin: Origin
  readonly kind: LedgerKind
  readonly name: string
  /** Where it is, as briefly as is clear. */
  readonly place: string
}

/** How an item stands that does something for a request: whoever handed it out hears of it by this alone, and of no other item. */
export interface ErrandStand {
  /** The item's. */
  readonly id: string
  readonly origin: Origin
  readonly state: ItemState
  /** Why it was given back, or need not be done. */
  readonly note?: string
  /** The item's. */
  readonly revision: number
}

export const errandItem = itemType({
  model: { entity: 'errand', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    origin: { type: CustomAttributeType<Origin>('any'), required: true },
    state: { type: itemStates, required: true },
    note: { type: 'string' },
    revision: { type: 'number', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'TASKITEM#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'ERRAND', casing: 'none' },
    },
  },
})

/** What is written with an item that does something for a request. */
export const errandPart = (stand: ErrandStand): TransactionPart => ({ put: errandItem().put(present(stand)).params() })

/** Says of an item that could not be made why; where something stands already, that stays. */
export async function sayUnmade(stand: ErrandStand): Promise<void> {
  await putIf(
    errandItem()
      .put(present(stand))
      .where(({ revision }, { notExists }) => notExists(revision))
      .params(),
  )
}

/** Strongly consistent. */
export async function readStand(id: string): Promise<ErrandStand | undefined> {
  const { data } = await errandItem().get({ id }).go({ consistent: true })
  return data === null ? undefined : present(data)
}
