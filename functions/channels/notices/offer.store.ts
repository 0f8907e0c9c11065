import type { Audience } from '@zmht/shared/controls'
import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import type { Urgency } from '@zmht/shared/rules'
import { cached, moving } from '../../platform/cache'
import { CustomAttributeType, itemType, present } from '../../platform/table/item'
import { type TransactionPart, transact } from '../../platform/table/write'

/** A notice in the list of one place it goes to. */
export interface NoticeOffer {
  /** The partition: the place itself, or its community when it lies below one. */
  readonly at: PlaceId
  readonly place: PlaceId
  readonly id: string
  readonly title: string
  readonly urgency: Urgency
  readonly organisationId: string
  /** Left out of the place. */
  readonly except?: readonly PlaceId[]
  readonly audience?: Audience
  readonly ledger?: string
  readonly revision: number
  /** Published, or corrected last. */
  readonly told: Instant
  readonly expires: Instant
  readonly asks?: boolean
  /** Why it was withdrawn. */
  readonly withdrawn?: string
}

/** Attribute names are short: all that is in force on the way to a home is read at once. */
export const noticeOfferItem = itemType({
  model: { entity: 'noticeOffer', version: '1', service: 'zmht' },
  attributes: {
    at: { type: CustomAttributeType<PlaceId>('string'), required: true, field: 'a' },
    place: { type: CustomAttributeType<PlaceId>('string'), required: true, field: 'p' },
    id: { type: 'string', required: true, field: 'i' },
    title: { type: 'string', required: true, field: 't' },
    urgency: { type: CustomAttributeType<Urgency>('string'), required: true, field: 'u' },
    organisationId: { type: 'string', required: true, field: 'o' },
    except: { type: CustomAttributeType<readonly PlaceId[]>('any'), field: 'e' },
    audience: { type: CustomAttributeType<Audience>('any'), field: 'm' },
    ledger: { type: 'string', field: 'l' },
    revision: { type: 'number', required: true, field: 'r' },
    told: { type: 'string', required: true, field: 'd' },
    expires: { type: 'string', required: true, field: 'x' },
    asks: { type: 'boolean', field: 'q' },
    withdrawn: { type: 'string', field: 'w' },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['at'], template: 'NOTICEOFFERS#${at}', casing: 'none' },
      sk: { field: 'sk', composite: ['place', 'id'], template: '${place}#${id}', casing: 'none' },
    },
  },
})

/** What tells that something was published for a place: a few bytes, for whoever asks whether there is anything new. */
export const newsItem = itemType({
  model: { entity: 'news', version: '1', service: 'zmht' },
  attributes: {
    at: { type: CustomAttributeType<PlaceId>('string'), required: true },
    mark: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['at'], template: 'NEWS#${at}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'NEWS', casing: 'none' },
    },
  },
})

const putOf = (offer: NoticeOffer): TransactionPart => ({
  put: noticeOfferItem()
    .put(present({ ...offer }))
    .params(),
})
const gone = ({ at, place, id }: NoticeOffer): TransactionPart => ({
  delete: noticeOfferItem().delete({ at, place, id }).params(),
})

/** One mark for each partition, however many places of it are meant. @param mark never used before */
const marks = (offers: readonly NoticeOffer[], mark: string): readonly TransactionPart[] =>
  [...new Set(offers.map(({ at }) => at))].map((at) => ({ put: newsItem().put({ at, mark }).params() }))

/** What puts a notice, as it is now, in the lists of its places, and lets phones know. */
export const offered = (offers: readonly NoticeOffer[], mark: string): readonly TransactionPart[] => [
  ...offers.map(putOf),
  ...marks(offers, mark),
]

/** What takes it from the lists. */
export const taken = (offers: readonly NoticeOffer[], mark: string): readonly TransactionPart[] => [
  ...offers.map(gone),
  ...marks(offers, mark),
]

/** Takes a notice from the lists of its places. */
export async function removeOffers(offers: readonly NoticeOffer[]): Promise<void> {
  if (offers.length > 0) await transact(offers.map(gone))
  forgetOffers(offers)
}

const offersAt = cached(moving, (at) => storedNoticeOffers(at as PlaceId, false)) // only asked for places
/** What is in force in a partition, at most 5 s old. */
export const readNoticeOffers = (at: PlaceId): Promise<readonly NoticeOffer[]> => offersAt.read(at)

export const forgetOffers = (offers: readonly Pick<NoticeOffer, 'at'>[]): void => {
  for (const { at } of offers) {
    offersAt.forget(at)
    newsAt.forget(at)
  }
}

export async function storedNoticeOffers(at: PlaceId, consistent = true): Promise<readonly NoticeOffer[]> {
  const { data } = await noticeOfferItem().query.primary({ at }).go({ pages: 'all', consistent })
  return data.map((offer): NoticeOffer => present(offer))
}

/** Where a notice is listed now in a partition. */
export async function storedNoticeOffer(at: PlaceId, place: PlaceId, id: string): Promise<NoticeOffer | undefined> {
  const { data } = await noticeOfferItem().get({ at, place, id }).go({ consistent: true })
  return data === null ? undefined : present(data)
}

/** Puts an offer where its place is now, and takes it from where it was: both or neither. */
export async function relocateNoticeOffer(offer: NoticeOffer, at: PlaceId | undefined): Promise<void> {
  const moved = at === undefined ? [] : [{ ...offer, at }]
  await transact([gone(offer), ...moved.map(putOf), ...marks(moved, `moved-${offer.id}`)])
  forgetOffers([offer, ...moved])
}

/** Longer, and what is online would not hear of an emergency in ten seconds: the gateway keeps the answer for some more. */
const newsMillis = 1000

const newsAt = cached(newsMillis, async (at) => {
  const { data } = await newsItem()
    .get({ at: at as PlaceId }) // only asked for places
    .go()
  return data?.mark ?? ''
})
/** The mark of a partition, at most a second old. */
export const readNews = (at: PlaceId): Promise<string> => newsAt.read(at)
