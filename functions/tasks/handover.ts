import { Problem } from '@zmht/shared/problems'
import { type Handover, handoverReasons, handoversOf, officialsOf, postsIn, successorOf } from '../permissions/index'
import { later, now } from '../platform/clock'
import { saveDue } from '../platform/due.store'
import { itemsHeldBy } from './item.store'
import { homeOf, itemAt, type LocatedItem } from './locate-item'
import { moveItem } from './move-item'
import { whoMayDo } from './recipients'
import { taskResource } from './task-access'

/** An operation in the directory is worked off again. */
export const handoverDue = 'handover'

/** A claim that was allowed before the operation is written by then: no call lasts longer. */
const again = 3 * 60_000

/** An operation took effect: what was in hand in the posts that were left goes over now, and whatever was taken up in that moment a little later. */
export async function handOverItems(operation: string): Promise<void> {
  await workOffItems(operation)
  await saveDue(later(now(), again), { slice: 'tasks', kind: handoverDue, subject: operation })
}

/** Hands over what is still in hand. Done again it finds nothing left. */
export async function workOffItems(operation: string): Promise<void> {
  for (const handover of await handoversOf(operation)) {
    let cursor: string | undefined
    do {
      const { items, next } = await itemsHeldBy(handover.official, cursor)
      for (const { id } of items) await goOver(id, handover)
      cursor = next
    } while (cursor !== undefined)
  }
}

/** All that was in hand in a post goes over, and this was; what the official has by another post is none of it. */
async function goesWhole({ whole, official, post }: Handover, organisation: string): Promise<boolean> {
  if (!whole) return false
  // Of an organisation they are not in any more it was by the post that left it.
  return (await postsIn(organisation)).has(post) || !(await officialsOf(organisation)).includes(official)
}

/** By the rules of handover; what was given to an organisation stays with whoever is still in office there, and goes over to nobody outside. */
async function successorIn(loaded: LocatedItem, handover: Handover): ReturnType<typeof successorOf> {
  const { item, task, lineage } = loaded
  const { official, to } = handover
  const { organisation } = item
  if (organisation === undefined) return successorOf(handover, 'task.work', await taskResource(task, lineage))
  const isLeft = await goesWhole(handover, organisation)
  if (!isLeft && (await whoMayDo(official, loaded, lineage)) !== undefined) return 'stays'
  const isInside = to !== undefined && to !== official && (await officialsOf(organisation)).includes(to)
  return (isInside ? await whoMayDo(to, loaded, lineage) : undefined) ?? 'nobody'
}

async function goOver(itemId: string, handover: Handover): Promise<void> {
  const { official, event, operation } = handover
  try {
    const loaded = await itemAt(itemId)
    const { item, task } = loaded
    if (item.claimedBy?.id !== official) return
    const successor = await successorIn(loaded, handover)
    if (successor === 'stays') return
    const taken = {
      key: `h-${operation}-${item.revision}`,
      title: task.content.title,
      home: homeOf(item),
      cause: operation,
    }
    const note = handoverReasons[event]
    // As the former holder: in their stead the item goes on, or back to where colleagues take it up.
    const by = { id: official, name: item.claimedBy.name, as: 'worker' } as const
    await moveItem(
      item,
      successor === 'nobody'
        ? { ...taken, action: 'release', note }
        : { ...taken, action: 'transfer', note, to: successor },
      by,
      now(),
    )
  } catch (refusal) {
    // It was done, given back or taken up by somebody else meanwhile: there is nothing to hand over any more.
    if (refusal instanceof Problem && (refusal.code === 'step-not-allowed' || refusal.code === 'not-found')) return
    throw refusal
  }
}
