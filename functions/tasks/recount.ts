import { isPlaceId, lineageOf, type PlaceId, type PlacePath } from '@zmht/shared/geo'
import { countedNow, findPlace } from '../hierarchy/index'
import { type Drift, driftOf, note } from '../platform/stream/drift'
import { everyItem } from '../platform/table/scan'
import { itemsOf } from './measures'
import { taskNow } from './task.store'

/** The items of each task counted one by one by their state, for every place they lie in, against what the measures say. */
export async function* recountTasks(): AsyncGenerator<Drift> {
  const tasks = new Map<string, Map<PlaceId, Map<string, number>>>()
  for await (const { taskId, anchor, state } of everyItem('taskItem')) {
    const last = lineageOf(String(anchor) as PlacePath).at(-1) // an anchor is a path
    const place = last !== undefined && isPlaceId(last) ? await findPlace(last) : undefined
    if (place === undefined) continue
    const counted = tasks.get(String(taskId)) ?? new Map<PlaceId, Map<string, number>>()
    tasks.set(String(taskId), counted)
    note(counted, place.lineage, String(state))
  }
  for (const [taskId, counted] of tasks) {
    const task = await taskNow(taskId)
    const measure = itemsOf(taskId)
    yield driftOf(
      { measure, name: `任务 ${task?.content.title ?? taskId}` },
      counted,
      [],
      async (place) => new Map(Object.entries((await countedNow(measure, place)).total)),
    )
  }
}
