import Taro from '@tarojs/taro'
import type { CommunityEntryReply, CommunityPageReply } from '@zmht/shared/contract'
import { isPlaceId } from '@zmht/shared/geo'
import { createResource } from '@zmht/shared/ui'
import { api } from '@/lib/api'

const placeIn = (id: string) => {
  if (!isPlaceId(id)) throw new Error('a place is asked about')
  return id
}

/** The pages of the places above a home, the nearest first. */
export const pagesOf = createResource<readonly CommunityPageReply[]>(
  async (home) => (await api.channels.communityPages({ query: { home: placeIn(home) } })).pages,
)

/** One entry whole, by `place/entry`. */
export const entryOf = createResource<CommunityEntryReply>((key) => {
  const [place = '', entryId = ''] = key.split('/')
  return api.channels.communityEntry({ params: { placeId: placeIn(place), entryId } })
})

/** Where a picture of an entry can be looked at. */
export const pictureOf = (place: string, entryId: string) => async (fileId: string) => {
  const { url, name, type } = await api.channels.communityFile({
    params: { placeId: placeIn(place), entryId, fileId },
  })
  return { url, name, mediaType: type }
}

/** Opens the telephone with a number; giving up there is no failure. */
export function call(phoneNumber: string): void {
  void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined)
}
