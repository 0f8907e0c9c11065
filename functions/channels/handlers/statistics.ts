import { channelRoutes } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { countedNow, countsByPlace, placeFacts } from '../../hierarchy/index'
import { endpoint } from '../../platform/endpoint/endpoint'
import { allRequests, burdenOfChannel, requestsOf } from '../measures'

const routes = channelRoutes
async function locate({ query }: { query: { place: PlaceId } }) {
  const { lineage } = await placeFacts(query.place)
  return { resource: { kind: 'statistics', lineage }, loaded: undefined }
}

export const counts = endpoint(routes.counts, {
  locate,
  handle: async ({ params, query }) => countsByPlace(requestsOf(params.channelId), query.place),
})

export const burden = endpoint(routes.burden, {
  locate,
  handle: async ({ params, query }) => {
    const { total } = await countedNow(burdenOfChannel(params.channelId), query.place)
    const sum = (group: string) => total[group] ?? 0
    const again = {
      forms: sum('again-forms'),
      asked: sum('again-asked'),
      facts: sum('again-facts'),
      known: sum('again-kept'),
    }
    return {
      forms: sum('forms'),
      asked: sum('asked'),
      facts: sum('facts'),
      known: sum('kept'),
      changed: sum('changed'),
      typed: sum('typed'),
      again,
    }
  },
})

export const statistics = endpoint(routes.statistics, {
  locate,
  handle: async ({ query }) => countsByPlace(allRequests, query.place),
})
