import type { CountsByPlaceReply, PlaceWithLineageReply, WorkReply } from '@zmht/shared/contract'
import { isPlaceId } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import { createResource, type Page } from '@zmht/shared/ui'
import { api } from '@/lib/api'

/** A place's id as it stands in an address, which anybody may have typed. */
/** @throws Problem `no-such-place` for what is no place id */
export function placeIdIn(text: string) {
  if (!isPlaceId(text)) throw new Problem('no-such-place')
  return text
}

/** Requests by state for a place and each of its children. */
export const statistics = createResource<CountsByPlaceReply>(async (place) =>
  api.channels.statistics({ query: { place: placeIdIn(place) } }),
)

/** The same for one channel; the key is `channel/place`. */
export const channelCounts = createResource<CountsByPlaceReply>(async (key) => {
  const [channelId = '', place = ''] = key.split('/')
  return api.channels.counts({ params: { channelId }, query: { place: placeIdIn(place) } })
})

export const placeOf = createResource<PlaceWithLineageReply>(async (place) =>
  api.hierarchy.place({ params: { placeId: placeIdIn(place) } }),
)

/** The first page of the open work: what is most urgent. */
export const urgent = createResource<Page<WorkReply>>(() => api.tasks.work({ query: {} }))
