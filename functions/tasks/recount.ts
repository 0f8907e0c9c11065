import { isPlaceId, lineageOf, type PlaceId, type PlacePath } from '@zmht/shared/geo'
import { bucketOf } from '@zmht/shared/measures'
import { countedNow, findPlace } from '../hierarchy/index'
import { type Drift, driftOf, note } from '../platform/stream/drift'
import { everyItem } from '../platform/table/scan'
import { itemsOf, tallied, talliedOf, waitedOf, workedOf } from './measures'
import { taskNow } from './task.store'

const counted = [
  { measureOf: itemsOf, what: '', groupsOf: ({ state }: Row): Amounts => [[String(state), 1]] },
  { measureOf: waitedOf, what: '的等待时间', groupsOf: ({ waited }: Row) => bucketIn(waited) },
  { measureOf: workedOf, what: '的办理时间', groupsOf: ({ worked }: Row) => bucketIn(worked) },
  { measureOf: talliedOf, what: '的指标', groupsOf: ({ tally }: Row): Amounts => tallied(tally) },
] as const

type Row = Readonly<Record<string, unknown>>

type Amounts = readonly (readonly [group: string, amount: number])[]

const bucketIn = (minutes: unknown): Amounts => (typeof minutes === 'number' ? [[bucketOf(minutes), 1]] : [])

/** The items of each task counted one by one by their state, by how long they took and by what was answered, for every place they lie in, against what the measures say. */
export async function* recountTasks(): AsyncGenerator<Drift> {
  const tasks = new Map<string, readonly Map<PlaceId, Map<string, number>>[]>()
  for await (const row of everyItem('taskItem')) {
    const last = lineageOf(String(row.anchor) as PlacePath).at(-1) // an anchor is a path
    const place = last !== undefined && isPlaceId(last) ? await findPlace(last) : undefined
    if (place === undefined) continue
    const taskId = String(row.taskId)
    const numbers = tasks.get(taskId) ?? counted.map(() => new Map())
    tasks.set(taskId, numbers)
    for (const [at, { groupsOf }] of counted.entries()) {
      const into = numbers[at]
      for (const [group, amount] of groupsOf(row)) if (into !== undefined) note(into, place.lineage, group, amount)
    }
  }
  for (const [taskId, numbers] of tasks) {
    const task = await taskNow(taskId)
    for (const [at, { measureOf, what }] of counted.entries()) {
      const measure = measureOf(taskId)
      yield driftOf(
        { measure, name: `任务 ${task?.content.title ?? taskId}${what}` },
        numbers[at] ?? new Map(),
        [],
        async (place) => new Map(Object.entries((await countedNow(measure, place)).total)),
      )
    }
  }
}
