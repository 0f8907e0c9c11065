import type { Instant } from '@zmht/shared/knowledge'
import { type PictureOwner, type PictureState, pictureOwners, pictureStates, type Vouched } from '@zmht/shared/rules'
import type { MediaVerdict } from '../../platform/outside/wechat-push'
import { CustomAttributeType, isSome, itemType, none, present } from '../../platform/table/item'
import { readPage } from '../../platform/table/page'
import { type TransactionPart, transact } from '../../platform/table/write'

/** Whoever said that others may see a picture, and why. */
export interface Voucher extends Vouched {
  readonly by: string
  readonly name: string
  readonly reason: string
  /** With which request it was put. */
  readonly request: string
  readonly at: Instant
}

/** What is known of a picture. */
export interface PictureCheck {
  readonly fileId: string
  readonly owner: string
  readonly of: PictureOwner
  readonly state: PictureState
  /** WeChat's number for what it found. */
  readonly label?: number
  /** How often WeChat was asked. */
  readonly asked: number
  readonly vouched?: Voucher
  /** The request it was put with first. */
  readonly request?: string
  readonly at: Instant
  readonly version: number
}

/** What somebody's own list says of it. */
export type PictureCard = Pick<PictureCheck, 'fileId' | 'state' | 'label' | 'request' | 'at' | 'vouched'>

/** What its owner is told of. */
const told: readonly PictureState[] = ['review', 'risky']

export const pictureCheckItem = itemType({
  model: { entity: 'pictureCheck', version: '1', service: 'zmht' },
  attributes: {
    fileId: { type: 'string', required: true },
    owner: { type: 'string', required: true },
    of: { type: pictureOwners, required: true },
    state: { type: pictureStates, required: true },
    label: { type: 'number' },
    asked: { type: 'number', required: true },
    vouched: { type: CustomAttributeType<Voucher>('any') },
    request: { type: 'string' },
    at: { type: 'string', required: true },
    version: { type: 'number', required: true },
    /** Its owner, where they are told of it. */
    toldTo: { type: 'string', required: true },
    card: { type: CustomAttributeType<PictureCard>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['fileId'], template: 'FILE#${fileId}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'PICTURECHECK', casing: 'none' },
    },
    toldTo: {
      index: 'gsi1',
      condition: ({ toldTo }: { toldTo?: string }) => isSome(toldTo),
      pk: { field: 'gsi1pk', composite: ['toldTo'], template: 'PICTURESOF#${toldTo}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['at', 'fileId'], template: '${at}#${fileId}', casing: 'none' },
    },
  },
})

/**
 * The two halves of one question to WeChat: of which file it was, and what was found. Each is written by whoever knows it, in whichever order; what follows
 * is done once both are there.
 */
export const pictureTraceItem = itemType({
  model: { entity: 'pictureTrace', version: '1', service: 'zmht' },
  attributes: {
    trace: { type: 'string', required: true },
    fileId: { type: 'string' },
    suggest: { type: CustomAttributeType<MediaVerdict['suggest']>('string') },
    label: { type: 'number' },
    expiresAt: { type: 'number' },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['trace'], template: 'PICTURETRACE#${trace}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'PICTURETRACE', casing: 'none' },
    },
  },
})

const weekSeconds = 7 * 24 * 3600
const forgottenAt = (at: Instant): number => Math.floor(Date.parse(at) / 1000) + weekSeconds

/** Strongly consistent. */
export async function readCheck(fileId: string): Promise<PictureCheck | undefined> {
  const { data } = await pictureCheckItem().get({ fileId }).go({ consistent: true })
  if (data === null) return undefined
  const { card: _card, toldTo: _toldTo, ...check } = data
  return present(check)
}

/** @returns the write of a check, of which only the version before may be there */
export function checkPart(check: PictureCheck): TransactionPart {
  const { fileId, state, label, request, at, vouched, version } = check
  const put = pictureCheckItem()
    .put({
      ...check,
      toldTo: told.includes(state) ? check.owner : none,
      card: present({ fileId, state, label, request, at, vouched }),
    })
    .where((item, { eq, notExists }) => (version === 1 ? notExists(item.version) : eq(item.version, version - 1)))
    .params()
  return { put }
}

/** @returns false where somebody else changed it since */
export async function saveCheck(check: PictureCheck, beside: readonly TransactionPart[] = []): Promise<boolean> {
  return (await transact([checkPart(check), ...beside])).written
}

/** @returns the write of whose file a question was about */
export const askedPart = (trace: string, fileId: string, at: Instant): TransactionPart => ({
  update: pictureTraceItem()
    .update({ trace })
    .set({ fileId, expiresAt: forgottenAt(at) })
    .params(),
})

/** Keeps what WeChat found; told again it is the same. */
export async function saveVerdict({ trace, suggest, label }: MediaVerdict, at: Instant): Promise<void> {
  await transact([
    {
      update: pictureTraceItem()
        .update({ trace })
        .set({ suggest, label, expiresAt: forgottenAt(at) })
        .where((item, { notExists }) => notExists(item.suggest))
        .params(),
    },
  ])
}

/** What somebody is told of their pictures, the latest first. */
export async function picturesOf(
  owner: string,
  cursor: string | undefined,
): Promise<{ items: readonly PictureCard[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    pictureCheckItem().query.toldTo({ toldTo: owner }).go({ cursor: from, limit: 20, order: 'desc' }),
  )
  return { items: data.map(({ card }) => card), ...(next === null ? {} : { next }) }
}
