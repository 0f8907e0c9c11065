import type { ChannelContent } from '@zmht/shared/contract'
import type { Audience } from '@zmht/shared/controls'
import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { type ChannelState, channelStates, type LinkKind, type ServiceCategory } from '@zmht/shared/rules'
import { cached, forEver, moving } from '../platform/cache'
import { type Packed, pack, unpack } from '../platform/packed'
import { CustomAttributeType, itemType, present } from '../platform/table/item'
import { readPage } from '../platform/table/page'
import { putIf, type TransactionPart, transact } from '../platform/table/write'

export interface ChannelCard {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly category: ServiceCategory
  readonly state: ChannelState
  readonly edition: number
  readonly version?: number
  readonly updatedAt: Instant
}

/** A channel: its draft, and which version is in force where. */
export interface Channel {
  readonly id: string
  readonly organisationId: string
  /** The place of the organisation it belongs to. */
  readonly place: PlaceId
  readonly state: ChannelState
  readonly content: ChannelContent
  /** Counts up with each saved change. */
  readonly edition: number
  /** The version in force; absent before the first publication. */
  readonly version?: number
  /** The edition that was published last. */
  readonly publishedEdition?: number
  readonly reach: readonly PlaceId[]
  /** Since when it takes nothing, and why. */
  readonly paused?: Paused
  /** The one it was copied from. */
  readonly from?: { readonly id: string; readonly organisation: string }
  readonly updatedAt: Instant
  readonly by: string
}

export interface Paused {
  readonly since: Instant
  readonly reason?: string
}

export const channelItem = itemType({
  model: { entity: 'channel', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    organisationId: { type: 'string', required: true },
    place: { type: CustomAttributeType<PlaceId>('string'), required: true },
    state: { type: channelStates, required: true },
    content: { type: CustomAttributeType<Packed>('any'), required: true },
    edition: { type: 'number', required: true },
    version: { type: 'number' },
    publishedEdition: { type: 'number' },
    reach: { type: CustomAttributeType<readonly PlaceId[]>('any'), required: true },
    paused: { type: CustomAttributeType<Paused>('any') },
    from: { type: CustomAttributeType<NonNullable<Channel['from']>>('any') },
    updatedAt: { type: 'string', required: true },
    by: { type: 'string', required: true },
    card: { type: CustomAttributeType<ChannelCard>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'CHANNEL#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'CHANNEL', casing: 'none' },
    },
    ofOrganisation: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: ['organisationId'], template: 'CHANNELS#${organisationId}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['updatedAt', 'id'], template: '${updatedAt}#${id}', casing: 'none' },
    },
  },
})

/** What was in force under a version number: immutable, so running requests finish under theirs. */
export const channelVersionItem = itemType({
  model: { entity: 'channelVersion', version: '1', service: 'zmht' },
  attributes: {
    channelId: { type: 'string', required: true },
    /** Zero-padded to six digits, so that versions sort. */
    number: { type: 'string', required: true },
    content: { type: CustomAttributeType<Packed>('any'), required: true },
    publishedAt: { type: 'string', required: true },
    by: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['channelId'], template: 'CHANNEL#${channelId}', casing: 'none' },
      sk: { field: 'sk', composite: ['number'], template: 'VERSION#${number}', casing: 'none' },
    },
  },
})

export interface Offer {
  /** The partition: the place itself, or its community when it lies below one. */
  readonly at: PlaceId
  readonly place: PlaceId
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly category: ServiceCategory
  /** Whom it is for, where not everybody. */
  readonly audience?: Audience
  /** Whom it is for, where not residents. */
  readonly for?: 'organisations'
  /** The way for whatever a resident has to say: it goes to who answers for it. */
  readonly raises?: true
  /** It lives elsewhere. */
  readonly link?: LinkKind
  readonly paused?: Paused
  /** From when and until when it takes requests: begun and ended without a write. */
  readonly from?: Instant
  readonly until?: Instant
}

/**
 * An open channel in the list of one place. What lies below a community is kept in the community's partition, so a home is answered by at
 * most five queries. Attribute names are short: two hundred of these are read at once.
 */
export const offerItem = itemType({
  model: { entity: 'offer', version: '1', service: 'zmht' },
  attributes: {
    at: { type: CustomAttributeType<PlaceId>('string'), required: true, field: 'a' },
    place: { type: CustomAttributeType<PlaceId>('string'), required: true, field: 'p' },
    id: { type: 'string', required: true, field: 'i' },
    title: { type: 'string', required: true, field: 't' },
    summary: { type: 'string', required: true, field: 's' },
    category: { type: CustomAttributeType<ServiceCategory>('string'), required: true, field: 'g' },
    audience: { type: CustomAttributeType<Audience>('any'), field: 'u' },
    for: { type: CustomAttributeType<'organisations'>('string'), field: 'f' },
    raises: { type: CustomAttributeType<true>('boolean'), field: 'r' },
    link: { type: CustomAttributeType<LinkKind>('string'), field: 'l' },
    paused: { type: CustomAttributeType<Paused>('any'), field: 'z' },
    from: { type: 'string', field: 'b' },
    until: { type: 'string', field: 'e' },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['at'], template: 'OFFER#${at}', casing: 'none' },
      sk: { field: 'sk', composite: ['place', 'id'], template: '${place}#${id}', casing: 'none' },
    },
  },
})

function asItem(channel: Channel) {
  const { id, state, edition, version, updatedAt, content } = channel
  const { title, summary, category } = content
  return present({
    ...channel,
    content: pack(content),
    card: present({ id, title, summary, category, state, edition, version, updatedAt }) as ChannelCard, // undefined left out
  })
}

export async function readChannel(id: string, consistent = true): Promise<Channel | undefined> {
  const { data } = await channelItem().get({ id }).go({ consistent })
  if (data === null) return undefined
  const { card: _card, content, ...channel } = data
  return present({ ...channel, content: unpack<ChannelContent>(content) })
}

const heads = cached(moving, (id) => readChannel(id, false))
/** At most 5 s old: what residents' requests are checked by. */
export const readOpenChannel = (id: string): Promise<Channel | undefined> => heads.read(id)

const numberOf = (version: number): string => String(version).padStart(6, '0')

const versions = cached(
  forEver,
  async (key) => {
    const [channelId = '', number = ''] = key.split('/')
    const { data } = await channelVersionItem().get({ channelId, number }).go()
    return data === null ? undefined : unpack<ChannelContent>(data.content)
  },
  500,
)
/** The content that was in force under a version. */
export const readVersion = (channelId: string, version: number): Promise<ChannelContent | undefined> =>
  versions.read(`${channelId}/${numberOf(version)}`)

/** @returns false when the id is taken. */
export async function createChannel(channel: Channel): Promise<boolean> {
  const { written } = await putIf(channelItem().create(asItem(channel)).params())
  return written
}

const onEdition = (channel: Channel) =>
  channelItem()
    .put(asItem(channel))
    .where(({ edition }, { eq }) => eq(edition, channel.edition - 1))
    .params()

/** @returns false when somebody else saved since. */
export async function saveChannel(channel: Channel): Promise<boolean> {
  const { written } = await putIf(onEdition(channel))
  heads.forget(channel.id)
  return written
}

/** Saves a channel with its new version and its places' lists: all or nothing. At most 40 places before and 40 after. */
export async function saveOffers(
  channel: Channel,
  offers: { readonly added: readonly Offer[]; readonly removed: readonly Offer[] },
  publishedAt: Instant | undefined,
  more: readonly TransactionPart[] = [],
): Promise<boolean> {
  const parts: TransactionPart[] = [{ put: onEdition(channel) }, ...more]
  if (publishedAt !== undefined && channel.version !== undefined) {
    parts.push({
      put: channelVersionItem()
        .create({
          channelId: channel.id,
          number: numberOf(channel.version),
          content: pack(channel.content),
          publishedAt,
          by: channel.by,
        })
        .params(),
    })
  }
  for (const offer of offers.added)
    parts.push({
      put: offerItem()
        .put({ ...offer })
        .params(),
    })
  for (const { at, place, id } of offers.removed) parts.push({ delete: offerItem().delete({ at, place, id }).params() })
  const { written } = await transact(parts)
  heads.forget(channel.id)
  for (const { at } of [...offers.added, ...offers.removed]) offersAt.forget(at)
  return written
}

const pageSize = 20

export async function channelsOf(
  organisationId: string,
  cursor: string | undefined,
): Promise<{ items: ChannelCard[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    channelItem().query.ofOrganisation({ organisationId }).go({ cursor: from, limit: pageSize, order: 'desc' }),
  )
  return { items: data.map(({ card }) => card), ...(next === null ? {} : { next }) }
}

/** An organisation was merged into another: its channels are the other's from now on. Done again it finds none. */
export async function passOn(from: string, into: string): Promise<void> {
  const { data } = await channelItem().query.ofOrganisation({ organisationId: from }).go({ pages: 'all' })
  for (const { id } of data) {
    for (let done = false; !done; ) {
      const channel = await readChannel(id)
      if (channel === undefined || channel.organisationId !== from) break
      const moved = channelItem()
        .put(asItem({ ...channel, organisationId: into, by: 'system' }))
        .where(({ edition }, { eq }) => eq(edition, channel.edition))
        .params()
      done = (await putIf(moved)).written
    }
    heads.forget(id)
  }
}

const offersAt = cached(moving, async (at) => {
  const { data } = await offerItem()
    .query.primary({ at: at as PlaceId })
    .go({ pages: 'all' }) // the cache is only asked for places
  return data.map((offer): Offer => present(offer))
})
/** The open channels listed in a partition, at most 5 s old. */
export const readOffers = (at: PlaceId): Promise<readonly Offer[]> => offersAt.read(at)

/** Puts an offer where its place is now, and takes it from where it was: both or neither. */
export async function relocateOffer(offer: Offer, at: PlaceId | undefined): Promise<void> {
  const { place, id } = offer
  const gone: TransactionPart = { delete: offerItem().delete({ at: offer.at, place, id }).params() }
  const put =
    at === undefined
      ? []
      : [
          {
            put: offerItem()
              .put({ ...offer, at })
              .params(),
          },
        ]
  await transact([gone, ...put])
  offersAt.forget(offer.at)
  if (at !== undefined) offersAt.forget(at)
}

/** The offers of a partition as they are now. */
export async function storedOffers(at: PlaceId): Promise<readonly Offer[]> {
  const { data } = await offerItem().query.primary({ at }).go({ pages: 'all', consistent: true })
  return data
}
