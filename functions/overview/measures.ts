import { lineageOf, type PlacePath } from '@zmht/shared/geo'
import type { Measures } from '../platform/stream/counter'

export const lateMeasure = 'late'

/** What is late, hung on where it is: counted from the very items the list of late cases is read from, so that both say the same. */
export const measures: Measures = {
  lateCase: ({ path, late }) =>
    late === true && typeof path === 'string' && path !== ''
      ? [{ measure: lateMeasure, lineage: lineageOf(path as PlacePath), group: 'requests', amount: 1 }] // as the store writes it
      : [],
}
