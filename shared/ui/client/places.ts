import type { Api, PlaceReply, PlaceWithLineageReply } from '../../contract'
import { isPlaceId } from '../../geo'
import type { PlaceSource } from '../domain/place-source'
import { recentPlaces, rememberPlace } from './recent-places'

/** Reads places for pickers and place names through the API; what was read once is kept while the application is open. */
export function placeSourceOf(api: Api): PlaceSource {
  const known = new Map<string, Promise<PlaceWithLineageReply>>()
  return {
    loadChildren: async (parent, cursor, starts): Promise<{ items: readonly PlaceReply[]; next?: string }> =>
      parent === undefined
        ? api.hierarchy.roots()
        : api.hierarchy.children({
            params: { placeId: parent },
            query: { ...(cursor === undefined ? {} : { cursor }), ...(starts === undefined ? {} : { starts }) },
          }),
    describe: async (id) => {
      if (!isPlaceId(id)) return undefined
      const already = known.get(id)
      if (already) return already
      const asked = api.hierarchy.place({ params: { placeId: id }, query: {} })
      known.set(id, asked)
      asked.catch(() => known.delete(id))
      return asked
    },
    search: async (words, within) =>
      (await api.hierarchy.search({ query: { q: words, ...(within === undefined ? {} : { within }) } })).items,
    parse: async (text, context) =>
      api.hierarchy.parse({ body: { text, ...(context === undefined ? {} : { context }) } }),
    recent: recentPlaces,
    remember: rememberPlace,
  }
}
