import { lineageOf, type PlacePath } from '@zmht/shared/geo'
import type { Measures } from '../platform/stream/counter'

export const itemsOf = (taskId: string): string => `task.${taskId}`

/** The items of each task by state, hung on their community. */
export const measures: Measures = {
  taskItem: ({ taskId, anchor, state }) => {
    if (typeof taskId !== 'string' || typeof anchor !== 'string' || typeof state !== 'string') return []
    return [{ measure: itemsOf(taskId), lineage: lineageOf(anchor as PlacePath), group: state, amount: 1 }] // an anchor is a path
  },
}
