import type { CommunityEntryReply, KeptCommunityPageReply } from '@zmht/shared/contract'
import { isPlaceId } from '@zmht/shared/geo'
import { createResource } from '@zmht/shared/ui'
import { api, files } from '@/lib/api'

export const placeIn = (id: string) => {
  if (!isPlaceId(id)) throw new Error('a place is asked about')
  return id
}

/** Everything the page of a place holds. */
export const keptPageOf = createResource<KeptCommunityPageReply>((place) =>
  api.channels.keptCommunityPage({ params: { placeId: placeIn(place) } }),
)

/** One entry as it was saved last, by `place/entry`. */
export const entryOf = createResource<CommunityEntryReply>((key) => {
  const [place = '', entryId = ''] = key.split('/')
  return api.channels.communityEntry({ params: { placeId: placeIn(place), entryId } })
})

/** Pictures of an entry, with those just added that are nobody else's yet. */
export const picturesOf = (place: string, entryId: string) => ({
  ...files,
  open: async (fileId: string) => {
    const shown = await api.channels
      .communityFile({ params: { placeId: placeIn(place), entryId, fileId } })
      .catch(() => undefined)
    return shown === undefined ? files.open(fileId) : { url: shown.url, name: shown.name, mediaType: shown.type }
  },
})
