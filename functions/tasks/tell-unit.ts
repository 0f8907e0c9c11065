import { isPlaceId, type PlaceId } from '@zmht/shared/geo'
import { isUrging, unfinished, unitEntrySays } from '@zmht/shared/rules'
import { findPlace, placeFacts } from '../hierarchy/index'
import { contactOf, staffAt } from '../permissions/index'
import { chinaTime, now } from '../platform/clock'
import { sendSubscribeMessage } from '../platform/outside/wechat'
import { pageOf } from './items-page'
import { goesElsewhere, undertakersOf } from './recipients'
import { type Task, taskNow } from './task.store'
import { readUnitEntry, saveTold, wasTold } from './unit.store'

/**
 * What was said to a unit is sent by WeChat to whoever is on its posts and signed in by WeChat; whoever did not agree to messages is left alone. It stands on their
 * task list in any case.
 */
export async function tellUnit(taskId: string, place: string, key: string): Promise<void> {
  if (!isPlaceId(place)) return
  const [task, entry, where] = await Promise.all([taskNow(taskId), readUnitEntry(taskId, place, key), findPlace(place)])
  if (task === undefined || entry === undefined || where === undefined || !isUrging(entry.kind)) return
  const { people } = await staffAt(where.lineage)
  const given = await undertakersAt(task, where.id)
  for (const id of new Set([...people.map((one) => one.id), ...given])) {
    const told = { taskId, place, key, official: id }
    const openId = (await contactOf(id))?.openId
    if (openId === undefined || (await wasTold(told))) continue
    const outcome = await sendSubscribeMessage('gov', {
      openId,
      page: given.has(id) ? 'pages/work/index' : `tasks/task/index?id=${taskId}`,
      // The fields of the progress template, as long as WeChat takes them.
      data: {
        thing1: task.content.title.slice(0, 20),
        phrase2: unitEntrySays[entry.kind].slice(0, 5),
        date3: chinaTime(entry.at),
        thing4: (entry.note ?? '请打开任务查看').slice(0, 20),
      },
    })
    await saveTold(told, outcome, now())
  }
}

/** So many pages of items are looked at for whom they were given to: whoever is left out is told with the places further in. */
const mostPages = 50

/** Who is in office at the organisations that have something left to do of a task at a place. */
async function undertakersAt(task: Task, place: PlaceId): Promise<ReadonlySet<string>> {
  if (!goesElsewhere(task.content)) return new Set()
  const organisations = new Set<string>()
  let cursor: string | undefined
  for (let read = 0; read < mostPages; read++) {
    const { items, next } = await pageOf(task.id, { places: [place], except: [] }, { cursor })
    for (const { state, organisation } of items)
      if (organisation !== undefined && unfinished.includes(state)) organisations.add(organisation)
    cursor = next
    if (cursor === undefined) break
  }
  const { lineage } = await placeFacts(place)
  const people = await Promise.all([...organisations].map((one) => undertakersOf(task, one, lineage)))
  return new Set(people.flat().map(({ id }) => id))
}
