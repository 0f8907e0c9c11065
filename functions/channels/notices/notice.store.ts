import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { type ApprovalReason, type NoticeState, noticeStates, type Urgency, urgencyCodes } from '@zmht/shared/rules'
import { cached, forEver, moving } from '../../platform/cache'
import { type Packed, pack, unpack } from '../../platform/packed'
import { CustomAttributeType, isSome, itemType, none, present } from '../../platform/table/item'
import { readPage } from '../../platform/table/page'
import { putIf, type TransactionPart, transact } from '../../platform/table/write'
import type { Deed, Notice, NoticeText } from './domain/notice'

export interface NoticeCard {
  readonly id: string
  readonly title: string
  readonly urgency: Urgency
  readonly state: NoticeState
  readonly organisationId: string
  readonly places: readonly PlaceId[]
  readonly by: string
  readonly at: Instant
  readonly publishedAt?: Instant
  readonly revision: number
}

export const noticeItem = itemType({
  model: { entity: 'notice', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    organisationId: { type: 'string', required: true },
    title: { type: 'string', required: true },
    urgency: { type: urgencyCodes, required: true },
    state: { type: noticeStates, required: true },
    fence: { type: CustomAttributeType<Notice['fence']>('any'), required: true },
    expires: { type: 'string', required: true },
    publishAt: { type: 'string' },
    asks: { type: 'boolean', required: true },
    edition: { type: 'number', required: true },
    revision: { type: 'number', required: true },
    createdAt: { type: 'string', required: true },
    author: { type: 'string', required: true },
    by: { type: CustomAttributeType<Deed>('any'), required: true },
    publishedAt: { type: 'string' },
    awaits: { type: CustomAttributeType<ApprovalReason>('string') },
    approved: { type: CustomAttributeType<Deed>('any') },
    sentBack: { type: CustomAttributeType<NonNullable<Notice['sentBack']>>('any') },
    withdrawn: { type: CustomAttributeType<NonNullable<Notice['withdrawn']>>('any') },
    corrections: { type: CustomAttributeType<Notice['corrections']>('any'), required: true },
    /** The root of the tree it goes to, while it waits for approval. */
    waitsIn: { type: 'string', required: true },
    card: { type: CustomAttributeType<NoticeCard>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'NOTICE#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'NOTICE', casing: 'none' },
    },
    ofOrganisation: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: ['organisationId'], template: 'NOTICES#${organisationId}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['createdAt', 'id'], template: '${createdAt}#${id}', casing: 'none' },
    },
    waiting: {
      index: 'gsi2',
      condition: (notice: { waitsIn?: string }) => isSome(notice.waitsIn),
      pk: { field: 'gsi2pk', composite: ['waitsIn'], template: 'NOTICESWAITING#${waitsIn}', casing: 'none' },
      sk: { field: 'gsi2sk', composite: ['createdAt', 'id'], template: '${createdAt}#${id}', casing: 'none' },
    },
  },
})

/** What a notice says under a revision. */
export const noticeTextItem = itemType({
  model: { entity: 'noticeText', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    /** Zero-padded to six digits, so that revisions sort. */
    number: { type: 'string', required: true },
    text: { type: CustomAttributeType<Packed>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'NOTICE#${id}', casing: 'none' },
      sk: { field: 'sk', composite: ['number'], template: 'TEXT#${number}', casing: 'none' },
    },
  },
})

/** Strongly consistent. */
export async function readNotice(id: string): Promise<Notice | undefined> {
  const { data } = await noticeItem().get({ id }).go({ consistent: true })
  if (data === null) return undefined
  const { card: _card, waitsIn: _waits, ...notice } = data
  return present(notice)
}

const known = cached(moving, readNotice)
/** At most 5 s old: what readers' requests are checked by. */
export const noticeNow = (id: string): Promise<Notice | undefined> => known.read(id)

const numberOf = (revision: number): string => String(revision).padStart(6, '0')

async function storedText(id: string, number: string): Promise<NoticeText | undefined> {
  const { data } = await noticeTextItem().get({ id, number }).go({ consistent: true })
  return data === null ? undefined : unpack<NoticeText>(data.text)
}

/** What a draft, or whatever it is, says now. */
export const readText = (id: string, revision: number): Promise<NoticeText | undefined> =>
  storedText(id, numberOf(revision))

const published = cached(
  forEver,
  (key) => {
    const [id = '', number = ''] = key.split('/')
    return storedText(id, number)
  },
  200,
)
/** What was published under a revision: it never changes. */
export const publishedText = (id: string, revision: number): Promise<NoticeText | undefined> =>
  published.read(`${id}/${numberOf(revision)}`)

/** Its place in the list of its organisation moves with nothing: publishing writes an index once. */
function putOf(notice: Notice, seen: Notice | undefined, root: PlaceId | undefined): TransactionPart {
  const { id, title, urgency, state, organisationId, fence, author, by, publishedAt, revision } = notice
  const card: NoticeCard = {
    ...{ id, title, urgency, state, organisationId, revision },
    places: fence.places,
    by: author,
    at: by.at,
    ...(publishedAt === undefined ? {} : { publishedAt }),
  }
  return {
    put: noticeItem()
      .put({ ...notice, waitsIn: state === 'awaiting-approval' ? (root ?? none) : none, card })
      .where(({ edition }, { eq, notExists }) => (seen === undefined ? notExists(edition) : eq(edition, seen.edition)))
      .params(),
  }
}

/** What is written with a notice. */
export interface Beside {
  /** What it says under its revision. */
  readonly text?: NoticeText
  /** The root of the tree it goes to, for whoever approves. */
  readonly root?: PlaceId | undefined
  readonly parts?: readonly TransactionPart[]
}

/** @returns `changed` when it was changed since `seen` (undefined: there was none); `beside` when something beside it could not be written */
export async function saveNotice(
  notice: Notice,
  seen: Notice | undefined,
  { text, root, parts = [] }: Beside = {},
): Promise<'saved' | 'changed' | 'beside'> {
  const outcome = await transact([
    putOf(notice, seen, root),
    ...(text === undefined
      ? []
      : [
          {
            put: noticeTextItem()
              .put({ id: notice.id, number: numberOf(notice.revision), text: pack(text) })
              .params(),
          },
        ]),
    ...parts,
  ])
  known.forget(notice.id)
  if (outcome.written) return 'saved'
  return outcome.failed.includes(0) || outcome.failed.length === 0 ? 'changed' : 'beside'
}

interface Page<T> {
  readonly items: readonly T[]
  readonly next?: string
}

export async function noticesOf(organisationId: string, cursor: string | undefined): Promise<Page<NoticeCard>> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    noticeItem().query.ofOrganisation({ organisationId }).go({ cursor: from, limit: 20, order: 'desc' }),
  )
  return { items: data.map(({ card }) => card), ...(next === null ? {} : { next }) }
}

/** What waits for approval somewhere below a root of the tree, the earliest first. */
export async function noticesWaiting(root: PlaceId, cursor: string | undefined): Promise<Page<NoticeCard>> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    noticeItem().query.waiting({ waitsIn: root }).go({ cursor: from, limit: 20 }),
  )
  return { items: data.map(({ card }) => card), ...(next === null ? {} : { next }) }
}

/** An organisation was merged into another: its notices are the other's from now on. Done again it finds none. */
export async function passNoticesOn(from: string, into: string): Promise<void> {
  const { data } = await noticeItem().query.ofOrganisation({ organisationId: from }).go({ pages: 'all' })
  for (const { card } of data) {
    for (let done = false; !done; ) {
      const { data: kept } = await noticeItem().get({ id: card.id }).go({ consistent: true })
      if (kept === null || kept.organisationId !== from) break
      const edition = kept.edition + 1
      const moved = { ...kept, organisationId: into, edition, card: { ...kept.card, organisationId: into } }
      const put = noticeItem()
        .put(moved)
        .where(({ edition: held }, { eq }) => eq(held, kept.edition))
        .params()
      done = (await putIf(put)).written
    }
    known.forget(card.id)
  }
}
