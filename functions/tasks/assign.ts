import { general } from '@zmht/shared/answerable'
import { lineageOf, type PlaceId } from '@zmht/shared/geo'
import { placeFacts } from '../hierarchy/index'
import { gridsForWorkAt, gridsWithWorkers, holdersAt, officialsOf, whoMayNow } from '../permissions/index'
import { dayInChina, now } from '../platform/clock'
import { type Candidate, leastLoaded } from './domain/assign'
import { type Holder, type Item, loadOf } from './item.store'
import { homeOf } from './locate-item'
import { undertakersOf } from './recipients'
import type { Task } from './task.store'
import { taskResource } from './task-access'

/**
 * Gives each item to who has least in hand of those who work where it is: those on duty in its grid, else those in office at the organisation that answers for
 * the place; of what was given to an organisation those in office there. What was given within one step is counted at once; where nobody is, an item is left to whoever comes.
 */
export function assigner(
  task: Task,
): (item: Pick<Item, 'path' | 'anchor' | 'organisation'>) => Promise<Holder | undefined> {
  const workers = new Map<string, Promise<readonly Holder[]>>()
  const loads = new Map<string, number>()
  const counted = new Map<string, Promise<void>>()
  /** Counted once: items are made side by side, and what was given meanwhile is not forgotten. */
  const count = (id: string): Promise<void> => {
    const counting = counted.get(id) ?? loadOf(id).then((load) => void loads.set(id, load))
    counted.set(id, counting)
    return counting
  }
  return async (item) => {
    const place = lineageOf(item.path).at(-1) ?? homeOf(item)
    const key = `${item.organisation ?? ''}/${place}`
    const found = workers.get(key) ?? workersAt(task, place, item.organisation)
    workers.set(key, found)
    const all = await found
    await Promise.all(all.map(({ id }) => count(id)))
    const chosen = leastLoaded(all.map((one): Candidate => ({ ...one, load: loads.get(one.id) ?? 0 })))
    if (chosen === undefined) return undefined
    loads.set(chosen.id, chosen.load + 1)
    return { id: chosen.id, name: chosen.name }
  }
}

async function workersAt(task: Task, place: PlaceId, organisation: string | undefined): Promise<readonly Holder[]> {
  const { lineage } = await placeFacts(place)
  if (organisation !== undefined) return undertakersOf(task, organisation, lineage)
  const resource = await taskResource(task, lineage)
  const allowed = async (ids: readonly string[]): Promise<readonly Holder[]> =>
    (await Promise.all(ids.map((id) => whoMayNow(id, 'task.work', resource)))).flatMap((one) =>
      one === undefined ? [] : [one],
    )
  const grid = (await gridsForWorkAt([{ id: place, lineage }])).get(place)
  const onDuty = grid === undefined ? undefined : (await gridsWithWorkers([grid])).get(grid)
  const inGrid = await allowed((onDuty?.workers ?? []).map(({ id }) => id))
  if (inGrid.length > 0) return inGrid
  const answering = (await holdersAt(lineage, dayInChina(now()))).get(general)
  return answering === undefined ? [] : allowed(await officialsOf(answering.organisation))
}
