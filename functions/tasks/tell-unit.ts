import { isPlaceId } from '@zmht/shared/geo'
import { isUrging, unitEntrySays } from '@zmht/shared/rules'
import { findPlace } from '../hierarchy/index'
import { contactOf, staffAt } from '../permissions/index'
import { now } from '../platform/clock'
import { sendSubscribeMessage } from '../platform/outside/wechat'
import { taskNow } from './task.store'
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
  for (const { id } of people) {
    const told = { taskId, place, key, official: id }
    const openId = (await contactOf(id))?.openId
    if (openId === undefined || (await wasTold(told))) continue
    const outcome = await sendSubscribeMessage('gov', {
      openId,
      page: `tasks/task/index?id=${taskId}`,
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

/** `2026-11-24 14:30`, in China. */
function chinaTime(at: string): string {
  return new Date(Date.parse(at) + 8 * 3600 * 1000).toISOString().slice(0, 16).replace('T', ' ')
}
