import { isPlaceId, lineageOf, type PlaceId, type PlacePath } from '@zmht/shared/geo'
import { bucketOf } from '@zmht/shared/measures'
import { countedNow, findPlace } from '../hierarchy/index'
import { type Drift, driftOf, note } from '../platform/stream/drift'
import { everyItem } from '../platform/table/scan'
import { itemsOf, waitedOf, workedOf } from './measures'
import { taskNow } from './task.store'

const counted = [
  { measureOf: itemsOf, what: '', groupOf: ({ state }: Row) => String(state) },
  { measureOf: waitedOf, what: '的等待时间', groupOf: ({ waited }: Row) => bucketIn(waited) },
  { measureOf: workedOf, what: '的办理时间', groupOf: ({ worked }: Row) => bucketIn(worked) },
] as const

type Row = Readonly<Record<string, unknown>>

const bucketIn = (minutes: unknown): string | undefined => (typeof minutes === 'number' ? bucketOf(minutes) : undefined)

/** The items of each task counted one by one by their state and by how long they took, for every place they lie in, against what the measures say. */
export async function* recountTasks(): AsyncGenerator<Drift> {
  const tasks = new Map<string, readonly Map<PlaceId, Map<string, number>>[]>()
  for await (const row of everyItem('taskItem')) {
    const last = lineageOf(String(row.anchor) as PlacePath).at(-1) // an anchor is a path
    const place = last !== undefined && isPlaceId(last) ? await findPlace(last) : undefined
    if (place === undefined) continue
    const taskId = String(row.taskId)
    const numbers = tasks.get(taskId) ?? counted.map(() => new Map())
    tasks.set(taskId, numbers)
    for (const [at, { groupOf }] of counted.entries()) {
      const group = groupOf(row)
      const into = numbers[at]
      if (group !== undefined && into !== undefined) note(into, place.lineage, group)
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
