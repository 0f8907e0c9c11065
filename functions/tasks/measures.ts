import { lineageOf, type PlacePath } from '@zmht/shared/geo'
import { bucketOf } from '@zmht/shared/measures'
import type { Measures } from '../platform/stream/counter'

export const itemsOf = (taskId: string): string => `task.${taskId}`

/** How long items of a task waited until somebody took them up, and were then worked on: minutes of working time, as a sketch. */
export const waitedOf = (taskId: string): string => `task.${taskId}.waited`
export const workedOf = (taskId: string): string => `task.${taskId}.worked`

/** What the answers of a task roll up to: all its measures together, so that an answer is one write at each tier. Groups as in a `Tally`. */
export const talliedOf = (taskId: string): string => `task.${taskId}.m`

/** @returns what an item adds to the measures of its task, by group; nothing for what is no tally */
export const tallied = (tally: unknown): readonly (readonly [string, number])[] =>
  typeof tally === 'object' && tally !== null
    ? Object.entries(tally).filter((one): one is [string, number] => typeof one[1] === 'number')
    : []

/** The items of each task by state, how long they took and what was answered, hung on their community. */
export const measures: Measures = {
  taskItem: ({ taskId, anchor, state, waited, worked, tally }) => {
    if (typeof taskId !== 'string' || typeof anchor !== 'string' || typeof state !== 'string') return []
    const lineage = lineageOf(anchor as PlacePath) // an anchor is a path
    const lasted = (measure: string, minutes: unknown) =>
      typeof minutes === 'number' ? [{ measure, lineage, group: bucketOf(minutes), amount: 1 }] : []
    return [
      { measure: itemsOf(taskId), lineage, group: state, amount: 1 },
      ...lasted(waitedOf(taskId), waited),
      ...lasted(workedOf(taskId), worked),
      ...tallied(tally).map(([group, amount]) => ({ measure: talliedOf(taskId), lineage, group, amount })),
    ]
  },
}
