import { type ItemState, unfinished } from '@zmht/shared/rules'
import { childrenOf, type PlaceFacts } from '../hierarchy/index'
import { type Item, readItem } from './item.store'
import { pageOf } from './items-page'
import { tasksAtPlace } from './task.store'

/** Something of a task that was to be done by now. */
export interface LateItem
  extends Pick<Item, 'id' | 'taskId' | 'name' | 'place' | 'path' | 'claimedBy' | 'organisation'> {
  readonly title: string
  readonly due: string
}

const late: readonly ItemState[] = unfinished
/** So many tasks, the longest late first, and so many items of all together: nobody goes through more on one screen. */
const mostTasks = 8
const mostItems = 20

/** What is late of the tasks of a place, of all above it, and of the places right inside it. */
export async function lateItemsIn(
  place: Pick<PlaceFacts, 'id' | 'lineage'>,
  today: string,
): Promise<readonly LateItem[]> {
  const inside = (await childrenOf(place.id)).filter(({ level }) =>
    ['district', 'subdistrict', 'community'].includes(level),
  )
  const lists = await Promise.all([...place.lineage, ...inside.map(({ id }) => id)].map(tasksAtPlace))
  const tasks = new Map(lists.flat().map((card) => [card.id, card]))
  const overdue = [...tasks.values()]
    .filter(({ state, due }) => state === 'running' && due < today)
    .sort((one, other) => (one.due < other.due ? -1 : 1))
    .slice(0, mostTasks)
  const found: LateItem[] = []
  for (const { id: taskId, title, due } of overdue)
    for (const state of late) {
      if (found.length >= mostItems) return found
      const { items } = await pageOf(taskId, { places: [place.id], except: [] }, { state })
      found.push(
        ...items.map(({ id, name, place: where, path, claimedBy, organisation }) => ({
          ...{ id, taskId, title, due, name, place: where, path },
          ...(claimedBy === undefined ? {} : { claimedBy }),
          ...(organisation === undefined ? {} : { organisation }),
        })),
      )
    }
  return found.slice(0, mostItems)
}

/** @returns undefined where there is none */
export async function itemFacts(
  id: string,
): Promise<Pick<Item, 'id' | 'name' | 'path' | 'claimedBy' | 'organisation'> | undefined> {
  return readItem(id)
}
