import { lineageOf, type PlacePath } from '@zmht/shared/geo'
import type { Measures } from '../platform/stream/counter'

export const allRequests = 'requests'
export const requestsOf = (channelId: string): string => `requests.${channelId}`

/** Requests by state, hung on the home they were made for: all of them, and those of each channel. */
export const measures: Measures = {
  request: (image) => {
    const { path, state, channelId } = image
    if (typeof path !== 'string' || typeof state !== 'string' || typeof channelId !== 'string') return []
    const lineage = lineageOf(path as PlacePath) // a request's path is one
    return [allRequests, requestsOf(channelId)].map((measure) => ({ measure, lineage, group: state, amount: 1 }))
  },
}
