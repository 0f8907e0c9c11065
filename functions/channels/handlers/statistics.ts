import { type CountsByPlaceReply, channelRoutes } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { childrenOf, countedNow, placeFacts } from '../../hierarchy/index'
import { endpoint } from '../../platform/endpoint/endpoint'
import { allRequests, requestsOf } from '../measures'

const routes = channelRoutes
const sum = (groups: Readonly<Record<string, number>>): number =>
  Object.values(groups).reduce((total, one) => total + one, 0)

/** A measure at a place and each of its children, those without any included. */
async function countsAt(measure: string, id: PlaceId): Promise<CountsByPlaceReply> {
  const [place, counted, children] = await Promise.all([placeFacts(id), countedNow(measure, id), childrenOf(id)])
  const groups = counted.total
  const byPlace = new Map(counted.children.map((child) => [child.place, child.groups]))
  return {
    place: { id: place.id, name: place.name, level: place.level },
    total: sum(groups),
    groups,
    children: children.map((child) => {
      const own = byPlace.get(child.id) ?? {}
      return {
        id: child.id,
        name: child.name,
        level: child.level,
        total: sum(own),
        groups: own,
        hasChildren: child.hasChildren,
      }
    }),
  }
}

async function locate({ query }: { query: { place: PlaceId } }) {
  const { lineage } = await placeFacts(query.place)
  return { resource: { kind: 'statistics', lineage }, loaded: undefined }
}

export const counts = endpoint(routes.counts, {
  locate,
  handle: async ({ params, query }) => countsAt(requestsOf(params.channelId), query.place),
})

export const statistics = endpoint(routes.statistics, {
  locate,
  handle: async ({ query }) => countsAt(allRequests, query.place),
})
