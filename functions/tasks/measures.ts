import { lineageOf, type PlacePath } from '@zmht/shared/geo'
import { bucketOf } from '@zmht/shared/measures'
import type { Measures } from '../platform/stream/counter'

export const itemsOf = (taskId: string): string => `task.${taskId}`

/** How long items of a task waited until somebody took them up, and were then worked on: minutes of working time, as a sketch. */
export const waitedOf = (taskId: string): string => `task.${taskId}.waited`
export const workedOf = (taskId: string): string => `task.${taskId}.worked`

/** The items of each task by state, and how long they took, hung on their community. */
export const measures: Measures = {
  taskItem: ({ taskId, anchor, state, waited, worked }) => {
    if (typeof taskId !== 'string' || typeof anchor !== 'string' || typeof state !== 'string') return []
    const lineage = lineageOf(anchor as PlacePath) // an anchor is a path
    const lasted = (measure: string, minutes: unknown) =>
      typeof minutes === 'number' ? [{ measure, lineage, group: bucketOf(minutes), amount: 1 }] : []
    return [
      { measure: itemsOf(taskId), lineage, group: state, amount: 1 },
      ...lasted(waitedOf(taskId), waited),
      ...lasted(workedOf(taskId), worked),
    ]
  },
}
