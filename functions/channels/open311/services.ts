import type { ChannelContent } from '@zmht/shared/contract'
import { isPlaceId, type PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { timelinessOf } from '@zmht/shared/rules'
import { codeOf, findPlace, placeWithCode } from '../../hierarchy/index'
import { type Channel, readOpenChannel, readVersion } from '../channel.store'
import { cityAround } from '../routing/index'
import { whyNotOffered } from './domain/definition'
import { openServicesOf } from './open311.store'

/** A service other systems may ask for, with what is in force of it. */
export interface Offered {
  readonly channel: Channel
  readonly content: ChannelContent
}

/** The city a jurisdiction_id names: its official code of six digits, or the id of its place. */
export async function cityCalled(jurisdiction: string): Promise<PlaceId | undefined> {
  const byCode = /^\d{6}$/.test(jurisdiction) ? await placeWithCode(jurisdiction) : undefined
  const id = byCode ?? (isPlaceId(jurisdiction) ? jurisdiction : undefined)
  if (id === undefined || (await findPlace(id)) === undefined) return undefined
  return (await cityAround(id)) === id ? id : undefined
}

/** How other systems call a city. */
export const jurisdictionOf = async (city: PlaceId): Promise<string> => (await codeOf(city))?.slice(0, 6) ?? city

/** A service with what is in force of it. @returns undefined where other systems do not find it now */
export async function offeredNow(channelId: string, at: Instant): Promise<Offered | undefined> {
  const channel = await readOpenChannel(channelId)
  if (channel?.state !== 'open' || channel.version === undefined) return undefined
  const content = await readVersion(channel.id, channel.version)
  const isNow =
    content !== undefined && timelinessOf(content.times, at) === 'open' && whyNotOffered(content) === undefined
  return isNow ? { channel, content } : undefined
}

/** Every service of a city other systems find now, by title. */
export async function offeredIn(city: PlaceId, at: Instant): Promise<readonly Offered[]> {
  const found = await Promise.all((await openServicesOf(city)).map(({ channelId }) => offeredNow(channelId, at)))
  return found
    .filter((one) => one !== undefined)
    .sort((one, other) => one.content.title.localeCompare(other.content.title, 'zh'))
}

/** Whether a service is offered in a city, be it that it takes no requests just now. */
export const isOpenedIn = async (city: PlaceId, channelId: string): Promise<boolean> =>
  (await openServicesOf(city)).some((one) => one.channelId === channelId)
