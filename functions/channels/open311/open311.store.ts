import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { cached, moving } from '../../platform/cache'
import { CustomAttributeType, itemType, present } from '../../platform/table/item'
import { readPage } from '../../platform/table/page'
import { putIf, type TransactionPart } from '../../platform/table/write'
import { type RequestCard, requestItem } from '../request.store'
import type { Open311Key } from './domain/key'

/** A service of a city that other systems may ask for. */
export interface OpenService {
  readonly city: PlaceId
  readonly channelId: string
  readonly at: Instant
  readonly by: string
}

export const openServiceItem = itemType({
  model: { entity: 'openService', version: '1', service: 'zmht' },
  attributes: {
    city: { type: CustomAttributeType<PlaceId>('string'), required: true },
    channelId: { type: 'string', required: true },
    at: { type: 'string', required: true },
    by: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['city'], template: 'OPEN311SERVICES#${city}', casing: 'none' },
      sk: { field: 'sk', composite: ['channelId'], template: '${channelId}', casing: 'none' },
    },
  },
})

export interface Open311Keys {
  readonly clientId: string
  readonly keys: readonly Open311Key[]
  readonly edition: number
  readonly by: string
  readonly at: Instant
}

export const open311KeysItem = itemType({
  model: { entity: 'open311Keys', version: '1', service: 'zmht' },
  attributes: {
    clientId: { type: 'string', required: true },
    keys: { type: CustomAttributeType<readonly Open311Key[]>('any'), required: true },
    edition: { type: 'number', required: true },
    by: { type: 'string', required: true },
    at: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['clientId'], template: 'OPEN311KEYS#${clientId}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'OPEN311KEYS', casing: 'none' },
    },
  },
})

/** How many requests a system sent on a day. */
export const open311DayItem = itemType({
  model: { entity: 'open311Day', version: '1', service: 'zmht' },
  attributes: {
    clientId: { type: 'string', required: true },
    day: { type: 'string', required: true },
    taken: { type: 'number', required: true },
    expiresAt: { type: 'number', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['clientId'], template: 'OPEN311KEYS#${clientId}', casing: 'none' },
      sk: { field: 'sk', composite: ['day'], template: 'DAY#${day}', casing: 'none' },
    },
  },
})

/** Of what a request was made, beside it: the same sent again is the same request. */
export const open311SentItem = itemType({
  model: { entity: 'open311Sent', version: '1', service: 'zmht' },
  attributes: {
    requestId: { type: 'string', required: true },
    digest: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['requestId'], template: 'REQUEST#${requestId}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'OPEN311', casing: 'none' },
    },
  },
})

const ofCity = cached(moving, async (city): Promise<readonly OpenService[]> => {
  const { data } = await openServiceItem()
    .query.primary({ city: city as PlaceId }) // only asked for places
    .go({ pages: 'all' })
  return data
})
/** At most 5 s old. */
export const openServicesOf = (city: PlaceId): Promise<readonly OpenService[]> => ofCity.read(city)

export async function openService(service: OpenService): Promise<void> {
  await putIf(openServiceItem().put(service).params())
  ofCity.forget(service.city)
}

export async function shutService({ city, channelId }: Pick<OpenService, 'city' | 'channelId'>): Promise<void> {
  await openServiceItem().delete({ city, channelId }).go()
  ofCity.forget(city)
}

/** Strongly consistent: a key that was ended is refused from the next call on. */
export async function readKeys(clientId: string): Promise<Open311Keys | undefined> {
  const { data } = await open311KeysItem().get({ clientId }).go({ consistent: true })
  return data === null ? undefined : present(data)
}

/** @returns false when somebody else changed them since `seen` */
export async function saveKeys(keys: Open311Keys, seen: Open311Keys | undefined): Promise<boolean> {
  const { written } = await putIf(
    open311KeysItem()
      .put(keys)
      .where(({ edition }, { eq, notExists }) => (seen === undefined ? notExists(edition) : eq(edition, seen.edition)))
      .params(),
  )
  return written
}

/** Takes one of a day's requests. @returns false when there are no more */
export async function takeOfDay(clientId: string, day: string, most: number): Promise<boolean> {
  for (;;) {
    const { data } = await open311DayItem().get({ clientId, day }).go({ consistent: true })
    const before = data?.taken ?? 0
    if (before >= most) return false
    const put = open311DayItem()
      .put({
        clientId,
        day,
        taken: before + 1,
        expiresAt: Math.floor(Date.parse(`${day}T00:00:00Z`) / 1000) + 7 * 86_400,
      })
      .where(({ taken }, { eq, notExists }) => (data === null ? notExists(taken) : eq(taken, before)))
      .params()
    if ((await putIf(put)).written) return true
  }
}

export const sentPart = (requestId: string, digest: string): TransactionPart => ({
  put: open311SentItem().put({ requestId, digest }).params(),
})

/** @returns of what a request was made; undefined where it did not come this way */
export async function digestOfSent(requestId: string): Promise<string | undefined> {
  const { data } = await open311SentItem().get({ requestId }).go({ consistent: true })
  return data?.digest
}

/** What an account asked for between two instants, both included, newest first, some at once. */
export async function cardsBetween(
  account: string,
  { from, until }: { readonly from: Instant; readonly until: Instant },
  cursor: string | undefined,
): Promise<{ items: (RequestCard & { id: string })[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (at) =>
    requestItem()
      .query.mine({ resident: account })
      // The key goes on with `#` and the id: `~` stands behind every one of them.
      .between({ submittedAt: from, id: '' }, { submittedAt: until, id: '~' })
      .go({ cursor: at, limit: 200, order: 'desc' }),
  )
  return { items: data.map(({ id, card }) => ({ id, ...card })), ...(next === null ? {} : { next }) }
}
