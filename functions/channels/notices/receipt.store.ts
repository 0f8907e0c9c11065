import type { PlaceId, PlacePath } from '@zmht/shared/geo'
import type { EntityId, Instant } from '@zmht/shared/knowledge'
import { open, seal } from '../../platform/cipher'
import { readBatch } from '../../platform/table/batch'
import { CustomAttributeType, itemType, present } from '../../platform/table/item'
import { readPage } from '../../platform/table/page'
import { putIf } from '../../platform/table/write'

/** What somebody answered: question → option, or words. */
export type Said = Readonly<Record<string, string>>

/** That a notice was read by somebody, or for them. */
export interface Receipt {
  readonly receiver: EntityId
  readonly noticeId: string
  /** Of the home it concerned when it was first read: there it is counted. */
  readonly community: PlaceId
  readonly path: PlacePath
  /** The account that opened it. */
  readonly account: string
  readonly readAt: Instant
  /** The revision that was read last. */
  readonly revision: number
  /** `question.option`, for the numbers; absent: not answered. */
  readonly chosen?: readonly string[]
  /** Sealed: people write names there. */
  readonly answers?: Uint8Array
  readonly version: number
}

export interface ReceiptCard {
  readonly account: string
  readonly readAt: Instant
  readonly revision: number
  readonly answered?: true
}

/**
 * One for each notice and whoever it concerns, in the partition of whom it concerns: a surge of openings meets on no key, nobody is counted twice who moves house
 * meanwhile, and a list of messages finds all of its own. The index lists those of a community.
 */
export const receiptItem = itemType({
  model: { entity: 'noticeReceipt', version: '1', service: 'zmht' },
  attributes: {
    receiver: { type: CustomAttributeType<EntityId>('string'), required: true },
    noticeId: { type: 'string', required: true },
    community: { type: CustomAttributeType<PlaceId>('string'), required: true },
    path: { type: CustomAttributeType<PlacePath>('string'), required: true },
    account: { type: 'string', required: true },
    readAt: { type: 'string', required: true },
    revision: { type: 'number', required: true },
    chosen: { type: CustomAttributeType<readonly string[]>('any') },
    answers: { type: CustomAttributeType<Uint8Array>('any') },
    version: { type: 'number', required: true },
    card: { type: CustomAttributeType<ReceiptCard>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['receiver'], template: 'RECEIPTS#${receiver}', casing: 'none' },
      sk: { field: 'sk', composite: ['noticeId'], template: '${noticeId}', casing: 'none' },
    },
    ofNotice: {
      index: 'gsi1',
      pk: {
        field: 'gsi1pk',
        composite: ['noticeId', 'community'],
        template: 'RECEIPTSOF#${noticeId}#${community}',
        casing: 'none',
      },
      sk: { field: 'gsi1sk', composite: ['path', 'receiver'], template: '${path}#${receiver}', casing: 'none' },
    },
  },
})

const answersContext = ({ receiver, noticeId }: Pick<Receipt, 'receiver' | 'noticeId'>): string =>
  `notice/${noticeId}/answers/${receiver}`

export const sealSaid = (of: Pick<Receipt, 'receiver' | 'noticeId'>, said: Said): Promise<Uint8Array> =>
  seal(said, answersContext(of))

export const saidIn = async (receipt: Receipt): Promise<Said | undefined> =>
  receipt.answers === undefined ? undefined : open<Said>(receipt.answers, answersContext(receipt))

const cardOf = ({ account, readAt, revision, chosen }: Receipt): ReceiptCard => ({
  account,
  readAt,
  revision,
  ...(chosen === undefined ? {} : { answered: true }),
})

const asItem = (receipt: Receipt) => present({ ...receipt, card: cardOf(receipt) })

/**
 * Writes a receipt that was not there. What is there of the same revision is left alone, without another read.
 * @returns the one that is kept now
 */
export async function createReceipt(receipt: Receipt): Promise<Receipt> {
  const outcome = await putIf(receiptItem().create(asItem(receipt)).params())
  if (outcome.written) return receipt
  for (let held = await readReceipt(receipt.receiver, receipt.noticeId); held !== undefined; ) {
    if (held.revision >= receipt.revision) return held
    const next = { ...held, revision: receipt.revision, version: held.version + 1 }
    if (await saveReceipt(next)) return next
    held = await readReceipt(receipt.receiver, receipt.noticeId)
  }
  return receipt
}

/** @returns false when it was changed since version − 1 */
export async function saveReceipt(receipt: Receipt): Promise<boolean> {
  const put = receiptItem()
    .put(asItem(receipt))
    .where(({ version }, { eq }) => eq(version, receipt.version - 1))
    .params()
  return (await putIf(put)).written
}

/** Strongly consistent. */
export async function readReceipt(receiver: EntityId, noticeId: string): Promise<Receipt | undefined> {
  const { data } = await receiptItem().get({ receiver, noticeId }).go({ consistent: true })
  return data === null ? undefined : asReceipt(data)
}

function asReceipt<T extends { card: ReceiptCard }>(data: T): Omit<T, 'card'> {
  const { card: _card, ...receipt } = data
  return present(receipt) as Omit<T, 'card'> // only undefined left out
}

const keyOf = (receiver: string, noticeId: string): string => `${receiver}/${noticeId}`

/** @returns those there are, asked by `of(receiver, notice)`. Strongly consistent */
export async function readReceipts(keys: readonly { readonly receiver: EntityId; readonly noticeId: string }[]) {
  const distinct = [...new Map(keys.map((key) => [keyOf(key.receiver, key.noticeId), key])).values()]
  const found =
    distinct.length === 0
      ? []
      : await readBatch(distinct, (left) =>
          receiptItem()
            .get([...left])
            .go({ consistent: true }),
        )
  const kept = new Map(found.map((one): [string, Receipt] => [keyOf(one.receiver, one.noticeId), asReceipt(one)]))
  return { of: (receiver: EntityId, noticeId: string) => kept.get(keyOf(receiver, noticeId)) }
}

/** The index gives its own keys with the card: `path#receiver`. */
function receiverOf(key: unknown): EntityId {
  const text = String(key)
  return text.slice(text.lastIndexOf('#') + 1) as EntityId // as the template writes it
}

/** Who read it in a community below a path, by building and door, 20 a page. */
export async function receiptsIn(
  noticeId: string,
  community: PlaceId,
  path: PlacePath,
  cursor: string | undefined,
): Promise<{ readonly items: readonly { readonly receiver: EntityId }[]; readonly next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    receiptItem()
      .query.ofNotice({ noticeId, community })
      .begins({ path })
      .go({ cursor: from, limit: 20, data: 'includeKeys' }),
  )
  return {
    items: data.map((item) => ({ receiver: receiverOf((item as { gsi1sk?: unknown }).gsi1sk) })), // asked for with `includeKeys`
    ...(next === null ? {} : { next }),
  }
}
