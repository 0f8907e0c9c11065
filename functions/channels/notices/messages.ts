import type { MessageCardReply } from '@zmht/shared/contract'
import { lineageOf, type PlaceId, type PlacePath } from '@zmht/shared/geo'
import { type EntityId, entityId, type Instant } from '@zmht/shared/knowledge'
import { findPlace, regionsWithin, tailOf } from '../../hierarchy/index'
import { standingOf } from '../../ledgers/index'
import { organisationFacts } from '../../permissions/index'
import type { Resident } from '../../platform/endpoint/actor'
import { partitionsOf } from '../domain/reach'
import { type Condition, homeInside, isMeant } from './concerned'
import { type NoticeOffer, readNoticeOffers } from './offer.store'
import { type Receipt, readReceipts } from './receipt.store'

/** Somebody a notice may concern: the resident, or a ward of theirs. */
export interface Receiver {
  readonly person: EntityId
  /** As the resident reads it. */
  readonly called: string
  /** For what stands in braces. */
  readonly name: string
  readonly isSelf: boolean
  readonly homes: readonly ReceiverHome[]
}

interface ReceiverHome {
  readonly place: PlaceId
  readonly path: PlacePath
  readonly lineage: readonly PlaceId[]
}

/** A receiver with the home that makes a notice theirs. */
export interface Concerned {
  readonly receiver: Receiver
  readonly home: ReceiverHome
}

async function homesAt(places: readonly PlaceId[]): Promise<readonly ReceiverHome[]> {
  const found = await Promise.all(places.map(findPlace))
  return found.flatMap((place) =>
    place === undefined ? [] : [{ place: place.id, path: place.path, lineage: place.lineage }],
  )
}

/** Whom a resident receives for: themself, and those they care for. What an organisation is told its delegates read elsewhere. */
export async function receiversOf({ person, name, homes, charges }: Resident): Promise<readonly Receiver[]> {
  const self = entityId(person)
  const wards = await Promise.all(
    charges
      .filter(({ as }) => as !== 'delegate')
      .map(async ({ entity }): Promise<Receiver[]> => {
        const standing = await standingOf(entityId(entity))
        if (standing === undefined) return []
        const called = `您照管的${standing.name}`
        const lives = await homesAt(lineageOf(standing.path).slice(-1))
        return [{ person: standing.id, called, name: standing.name, isSelf: false, homes: lives }]
      }),
  )
  const own = await homesAt(homes.map(({ placeId }) => placeId))
  return [{ person: self, called: '您', name, isSelf: true, homes: own }, ...wards.flat()]
}

/** Those of the receivers whom a notice concerns, each by one home. */
export async function concernedBy(
  receivers: readonly Receiver[],
  { charges }: Pick<Resident, 'charges'>,
  fence: Condition & { readonly places: readonly PlaceId[]; readonly except: readonly PlaceId[] },
  at: Instant,
): Promise<readonly Concerned[]> {
  const found = await Promise.all(
    receivers.map(async (receiver): Promise<Concerned[]> => {
      const home = homeInside(receiver.homes, fence)
      if (home === undefined) return []
      const isFor = await isMeant(receiver.person, receiver.isSelf ? charges : [], fence, at)
      return isFor ? [{ receiver, home }] : []
    }),
  )
  return found.flat()
}

/** The same notice by all the places it came by. */
interface Offered {
  readonly offer: NoticeOffer
  readonly places: readonly PlaceId[]
  readonly except: readonly PlaceId[]
}

async function offeredTo(receivers: readonly Receiver[], at: Instant): Promise<readonly Offered[]> {
  const homes = receivers.flatMap((one) => one.homes)
  // Also where the offers of a place that is being moved still lie.
  const regions = (await Promise.all(homes.map(({ place }) => regionsWithin(place)))).flat()
  const partitions = [...new Set(regions.flatMap(({ tiers }) => partitionsOf(tiers)))]
  const offers = (await Promise.all(partitions.map(readNoticeOffers))).flat().filter(({ expires }) => expires > at)
  const notices = new Map<string, Offered>()
  for (const offer of offers) {
    const before = notices.get(offer.id)
    notices.set(offer.id, {
      // While it is being corrected one place may be ahead of another.
      offer: before === undefined || before.offer.revision < offer.revision ? offer : before.offer,
      places: [...(before?.places ?? []), offer.place],
      except: [...(before?.except ?? []), ...(offer.except ?? [])],
    })
  }
  return [...notices.values()]
}

/** As many of the latest as are told at once. */
const mostMessages = 200

/** The notices that concern a resident and those they care for, the latest first; read and answered as the receipts say this moment. */
export async function noticesFor(actor: Resident, at: Instant): Promise<readonly MessageCardReply[]> {
  const receivers = await receiversOf(actor)
  const found = await Promise.all(
    (await offeredTo(receivers, at)).map(async ({ offer, places, except }) => ({
      offer,
      concerned: await concernedBy(receivers, actor, { ...conditionOf(offer), places, except }, at),
    })),
  )
  const latest = found
    .filter(({ concerned }) => concerned.length > 0)
    .sort(({ offer: one }, { offer: other }) => (one.told < other.told ? 1 : -1))
    .slice(0, mostMessages)
  const keys = latest.flatMap(({ offer, concerned }) =>
    concerned.map(({ receiver }) => ({ receiver: receiver.person, noticeId: offer.id })),
  )
  const receipts = await readReceipts(keys)
  const shown = await Promise.all(
    latest.map(({ offer, concerned }) => showCard(offer, concerned, (person) => receipts.of(person, offer.id))),
  )
  // What was withdrawn is told to those who had read it.
  return shown.filter((card) => card.withdrawn === undefined || card.receivers.some(({ read }) => read))
}

const conditionOf = ({ audience, ledger }: NoticeOffer): Condition => ({
  ...(audience === undefined ? {} : { audience }),
  ...(ledger === undefined ? {} : { ledger }),
})

/** A notice as those it concerns read it in their list. @param receiptOf what they have read so far */
export async function showCard(
  offer: Omit<NoticeOffer, 'at' | 'place'>,
  concerned: readonly Concerned[],
  receiptOf: (person: EntityId) => Receipt | undefined,
): Promise<MessageCardReply> {
  const { id, title, urgency, revision, told, expires, asks = false, withdrawn, organisationId } = offer
  const receivers = await Promise.all(
    concerned.map(async ({ receiver, home }) => {
      const receipt = receiptOf(receiver.person)
      // A notice that was taken back has nothing newer to be read.
      const isRead = receipt !== undefined && (withdrawn !== undefined || receipt.revision >= revision)
      const { person, called } = receiver
      return { person, called, place: await tailOf(home.place), read: isRead, answered: receipt?.chosen !== undefined }
    }),
  )
  return {
    id,
    title,
    urgency,
    organisation: (await organisationFacts(organisationId))?.name ?? '',
    at: told,
    revision,
    corrected: revision > 1,
    asks,
    read: receivers.every(({ read }) => read),
    answered: receivers.every(({ answered }) => answered),
    receivers,
    expires,
    ...(withdrawn === undefined ? {} : { withdrawn }),
  }
}
