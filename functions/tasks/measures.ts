import { lineageOf, type PlacePath } from '@zmht/shared/geo'
import { bucketOf } from '@zmht/shared/measures'
import { monthMeasure, stagesMeasure, stepOf } from '@zmht/shared/overview'
import { dayInChina, unfinished } from '@zmht/shared/rules'
import type { Measures } from '../platform/stream/counter'
import type { Contribution } from '../platform/stream/counter.domain'
import type { Image } from '../platform/stream/record'

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

/** What is still to be done of all tasks under way, by the last day for it: those that have passed are late, and nobody has to say so. */
export const allItems = 'taskItems'

/** What an item adds to the numbers over all tasks: one still to be done, or one done in a month with how long that took. */
function overallShares({ state, due, at, waited, worked }: Image): readonly Omit<Contribution, 'lineage'>[] {
  if (unfinished.some((one) => one === state))
    return typeof due === 'string' && due !== '' ? [{ measure: allItems, group: due, amount: 1 }] : []
  if (state !== 'done' || typeof at !== 'string') return []
  const day = dayInChina(at)
  const stages = [
    ...(typeof waited === 'number' ? [`item-wait:${stepOf(waited)}`] : []),
    ...(typeof worked === 'number' ? [`item-work:${stepOf(worked)}`] : []),
  ]
  return [
    { measure: monthMeasure(day), group: 'items', amount: 1 },
    ...stages.map((group) => ({ measure: stagesMeasure(day), group, amount: 1 })),
  ]
}

/** The items of each task by state, how long they took and what was answered, hung on their community. */
export const measures: Measures = {
  taskItem: (image) => {
    const { taskId, anchor, state, waited, worked, tally } = image
    if (typeof taskId !== 'string' || typeof anchor !== 'string' || typeof state !== 'string') return []
    const lineage = lineageOf(anchor as PlacePath) // an anchor is a path
    const lasted = (measure: string, minutes: unknown) =>
      typeof minutes === 'number' ? [{ measure, lineage, group: bucketOf(minutes), amount: 1 }] : []
    return [
      { measure: itemsOf(taskId), lineage, group: state, amount: 1 },
      ...overallShares(image).map((one) => ({ ...one, lineage })),
      ...lasted(waitedOf(taskId), waited),
      ...lasted(workedOf(taskId), worked),
      ...tallied(tally).map(([group, amount]) => ({ measure: talliedOf(taskId), lineage, group, amount })),
    ]
  },
}
