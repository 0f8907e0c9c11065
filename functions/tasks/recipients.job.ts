import { isPlaceId, type PlaceId } from '@zmht/shared/geo'
import { stretchesWithin } from '../hierarchy/index'
import { type JobStep, startJob } from '../platform/jobs'
import { itemsIn } from './item.store'
import { settleItem } from './settle-item'
import { readTask, taskAfter } from './task.store'

/** What is still to be done goes to who answers for it now. */
export const recipientsJob = 'tasks.recipients'

/** Who holds a duty at a place is another. @param turn tells one change from the next: started again by the same, it is one job */
export async function startRecipientsJob(place: PlaceId, turn: string): Promise<void> {
  await startJob({
    id: `jr${place}-${turn}`.slice(0, 40),
    kind: recipientsJob,
    input: { place },
    by: 'system',
    message: '正在按新的职责分任务项',
  })
}

interface Stand {
  readonly task: string
  readonly part: number
  readonly from?: string
}

/** Pages and tasks looked at in one step. */
const looksOfOneStep = 40

/** One step: some pages of what is to be done at a place of the tasks that go by duty. Done again it finds all where it belongs. */
export const recipientsStep: JobStep = async ({ cursor, input, done }) => {
  const place = input.place ?? ''
  const stretches = isPlaceId(place) ? await stretchesWithin([place]) : []
  let stand: Stand | undefined = cursor === undefined ? await firstOf(undefined) : JSON.parse(cursor)
  let moved = done
  for (let look = 0; stand !== undefined && look < looksOfOneStep; look++) {
    const stretch = stretches[stand.part]
    if (stretch === undefined || (stand.part === 0 && stand.from === undefined && !(await goesByDuty(stand.task)))) {
      stand = await firstOf(stand.task)
      continue
    }
    const { items, next } = await itemsIn({ taskId: stand.task }, stretch.partition, stretch.path, stand.from)
    // What is done or could not be done too: asked for again, it is theirs who answer for it by then.
    for (const { id, state } of items) if (state !== 'void' && (await settleItem(id))) moved += 1
    stand = next === undefined ? { task: stand.task, part: stand.part + 1 } : { ...stand, from: next }
  }
  const finished = stand === undefined
  return {
    ...(stand === undefined ? {} : { cursor: JSON.stringify(stand) }),
    done: moved,
    total: moved,
    finished,
    message: finished ? `已按新的职责分好 ${moved} 项` : `已分 ${moved} 项`,
  }
}

async function firstOf(after: string | undefined): Promise<Stand | undefined> {
  const task = await taskAfter(after)
  return task === undefined ? undefined : { task, part: 0 }
}

async function goesByDuty(id: string): Promise<boolean> {
  const task = await readTask(id)
  return task?.content.to?.by === 'duty' && (task.state === 'running' || task.state === 'suspended')
}
