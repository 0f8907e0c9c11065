import { lineageOf, type PlacePath } from '@zmht/shared/geo'
import type { Measures } from '../platform/stream/counter'

export const allPlaces = 'places'

/** Places by level, hung on their parent: how many buildings, units and doors there are inside any place. */
export const measures: Measures = {
  place: ({ path, level, shown }) => {
    if (typeof path !== 'string' || typeof level !== 'string' || shown === false) return []
    const lineage = lineageOf(path as PlacePath).slice(0, -1) // a place's path is one
    return lineage.length === 0 ? [] : [{ measure: allPlaces, lineage, group: level, amount: 1 }]
  },
}
