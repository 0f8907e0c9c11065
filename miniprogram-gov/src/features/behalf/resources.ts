import type { BehalfFormReply } from '@zmht/shared/contract'
import { isPlaceId } from '@zmht/shared/geo'
import { createResource } from '@zmht/shared/ui'
import { api } from '@/lib/api'

/** A service's form for somebody: `channel/person/place`, either of the last two empty. */
export const behalfForm = createResource<BehalfFormReply>((key) => {
  const [channelId = '', person = '', place = ''] = key.split('/')
  return api.channels.behalfForm({
    params: { channelId },
    query: { ...(person === '' ? {} : { person }), ...(isPlaceId(place) ? { place } : {}) },
  })
})

/** The services that can be entered for somebody of the ledgers. */
export const behalfServices = createResource((person) => api.channels.behalfServices({ query: { person } }))
