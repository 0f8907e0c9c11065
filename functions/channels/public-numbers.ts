import type { PlaceId } from '@zmht/shared/geo'
import { percentileOf } from '@zmht/shared/measures'
import { sayWorkingMinutes } from '@zmht/shared/rules'
import { countedNow } from '../hierarchy/index'
import { cached, moving } from '../platform/cache'
import type { Channel } from './channel.store'
import { requestsOf, waitedOf } from './measures'

export interface PublicNumbers {
  readonly closed: number
  /** In how much working time half of them were closed: 「2 天」. */
  readonly usual?: string
}

const numbers = cached(moving, async (key): Promise<PublicNumbers> => {
  const [channelId = '', place = ''] = key.split('/')
  const at = place as PlaceId // as the key was made below
  const [states, took] = await Promise.all([countedNow(requestsOf(channelId), at), countedNow(waitedOf(channelId), at)])
  const half = percentileOf(new Map(Object.entries(took.total)), 50)
  return { closed: states.total.closed ?? 0, ...(half === undefined ? {} : { usual: sayWorkingMinutes(half) }) }
})

/** What a service makes public of its work: how many it closed where its organisation is, and how long half of them took. At most 5 s old. */
export const publicNumbers = ({ id, place }: Pick<Channel, 'id' | 'place'>): Promise<PublicNumbers> =>
  numbers.read(`${id}/${place}`)
