import { type ItemState, itemStates } from '@zmht/shared/rules'
import type { Message } from '../../platform/stream/message'
import { type ErrandHeard, errandNow } from '../../tasks/index'
import { readRequest } from '../request.store'
import { systemStep } from '../system-step'

const heard: Partial<Record<ItemState, ErrandHeard>> = { done: 'done', unable: 'back', void: 'back' }

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Something that was handed out is done, or came back: the request says so, once for each time. Nothing of it is an answer until somebody has read it. */
export async function onErrand({ carried, change }: Message): Promise<void> {
  const [item, origin] = [text(carried.id), carried.origin]
  const state = itemStates.find((one) => one === carried.state)
  const stand = state === undefined ? undefined : heard[state]
  if (change === 'removed' || stand === undefined || typeof origin !== 'object' || origin === null) return
  const request = await readRequest('request' in origin ? text(origin.request) : '')
  if (request === undefined) return
  const key = `s-errand-${item}-${Number(carried.revision)}`
  if (stand === 'done') {
    const outcome = (await errandNow(item))?.outcome
    const by = outcome?.by ?? '工作人员'
    // Gone and looked, and not done all the same: whoever handed it out decides what now.
    if (outcome?.settled === false)
      return systemStep(request, {
        action: 'errand-back',
        key,
        heard: { item, stand: 'back' },
        note: `${by}去过了，还没有办好。`,
      })
    return systemStep(request, { action: 'errand-done', key, heard: { item, stand }, note: `${by}做完了。` })
  }
  const why = text(carried.note) === '' ? '没有写原因' : text(carried.note)
  return systemStep(request, { action: 'errand-back', key, heard: { item, stand }, note: why })
}
