import type { PlaceId } from '@zmht/shared/geo'
import { stretchesWithin } from '../hierarchy/index'
import { type JobStep, startJob } from '../platform/jobs'
import { splitPosition } from '../platform/table/page'
import { itemsIn, saveItemWhere } from './item.store'
import { readTask, type Task } from './task.store'

/** The items of a task carry the last day for them: it follows when the task has another, or is no more under way. */
export const dueJob = 'tasks.due'

/** @returns the last day items carry; empty where nothing is late any more */
const dueOf = ({ state, content }: Task): string => (state === 'running' ? content.due : '')

/** Started by each edition of a task that says otherwise than the one before; the same again is the same job. */
export async function startDueJob(task: string, edition: number): Promise<void> {
  await startJob({
    id: `jd${task}-${edition}`.slice(0, 40),
    kind: dueJob,
    input: { task },
    by: 'system',
    message: '正在更新完成日期',
  })
}

/** Pages looked at in one step. */
const pagesOfOneStep = 20

/** One step: some pages of the items of a task. It goes by the task as it is by then, so that of two jobs the later has the last word. */
export const dueStep: JobStep = async ({ cursor, input, done }) => {
  const task = await readTask(input.task ?? '')
  const within: readonly PlaceId[] = task?.state === 'draft' ? [] : (task?.within ?? [])
  const stretches = await stretchesWithin(within)
  let { part, from } = splitPosition(cursor)
  let changed = done
  for (let page = 0; task !== undefined && part < stretches.length && page < pagesOfOneStep; page++) {
    const stretch = stretches[part]
    if (stretch === undefined) break
    const { items, next } = await itemsIn({ taskId: task.id }, stretch.partition, stretch.path, from)
    for (const { id } of items)
      if (await saveItemWhere(id, async (item) => ({ ...item, due: dueOf(task) }))) changed += 1
    from = next
    if (from === undefined) part += 1
  }
  const finished = part >= stretches.length
  return {
    ...(finished ? {} : { cursor: `${part}~${from ?? ''}` }),
    done: changed,
    total: changed,
    finished,
    message: `已更新 ${changed} 项的完成日期`,
  }
}
