import { lineageOf } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import { standingAt } from '../ledgers/index'
import { organisationFacts } from '../permissions/index'
import { now } from '../platform/clock'
import { type Item, readItem, saveItemWhere, type Where } from './item.store'
import { homeOf } from './locate-item'
import { moveItem } from './move-item'
import { answererOf } from './recipients'
import { taskNow } from './task.store'

/** Where an item is by the edges, where what it hangs on is; and who answers for it there, where that turns on the place. */
async function whereNow(item: Item): Promise<Where | undefined> {
  const { path: former, name } = item
  const last = lineageOf(former).at(-1)
  const standing = last === undefined ? undefined : await standingAt(last)
  if (standing === undefined) return undefined
  const { path, anchor, district, home } = standing
  const task = await taskNow(item.taskId)
  const organisation = task?.content.to?.by === 'duty' ? await answererOf(task, { name, path }) : item.organisation
  return { path, anchor, district, place: home, ...(organisation === undefined ? {} : { organisation }) }
}

/**
 * Brings an item to where it lies and to who answers for it there now. What somebody of the former organisation has in hand goes back to where the next takes it up.
 * @returns false when it was so already
 */
export async function settleItem(id: string): Promise<boolean> {
  const item = await readItem(id)
  const task = item === undefined ? undefined : await taskNow(item.taskId)
  if (item !== undefined && task?.content.to?.by === 'duty') {
    const where = await whereNow(item)
    if (where !== undefined && where.organisation !== item.organisation) await putBack(item, task.content.title, where)
  }
  return saveItemWhere(id, whereNow)
}

async function putBack(item: Item, title: string, { organisation }: Where): Promise<void> {
  const { claimedBy, revision } = item
  if (item.state !== 'claimed' || claimedBy === undefined) return
  const name = organisation === undefined ? undefined : (await organisationFacts(organisation))?.name
  const note = name === undefined ? '因负责单位变化' : `改由${name}负责`
  const move = { action: 'release', key: `w-${item.id}-${revision}`, note, title, home: homeOf(item) } as const
  try {
    await moveItem(item, move, { ...claimedBy, as: 'worker' }, now())
  } catch (refusal) {
    // It was filled in or put back meanwhile.
    if (!(refusal instanceof Problem && refusal.code === 'step-not-allowed')) throw refusal
  }
}
