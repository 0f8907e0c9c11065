import { channelRoutes } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { countsByPlace, placeFacts } from '../../hierarchy/index'
import { endpoint } from '../../platform/endpoint/endpoint'
import { allRequests, requestsOf } from '../measures'

const routes = channelRoutes
async function locate({ query }: { query: { place: PlaceId } }) {
  const { lineage } = await placeFacts(query.place)
  return { resource: { kind: 'statistics', lineage }, loaded: undefined }
}

export const counts = endpoint(routes.counts, {
  locate,
  handle: async ({ params, query }) => countsByPlace(requestsOf(params.channelId), query.place),
})

export const statistics = endpoint(routes.statistics, {
  locate,
  handle: async ({ query }) => countsByPlace(allRequests, query.place),
})
