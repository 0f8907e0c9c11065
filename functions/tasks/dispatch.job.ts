import { isPlaceId, type PlaceId } from '@zmht/shared/geo'
import { type EntityId, entityId } from '@zmht/shared/knowledge'
import { placesOfLevel } from '../hierarchy/index'
import { ledgerRowsIn, standingOf } from '../ledgers/index'
import { now } from '../platform/clock'
import type { JobStep } from '../platform/jobs'
import { joinPosition, splitPosition } from '../platform/table/page'
import { assigner } from './assign'
import { listedIn } from './given-list'
import { createItem, itemIdOf } from './item.store'
import { answererOf } from './recipients'
import { readTask, type Task } from './task.store'

/** Makes the items of a task. */
export const dispatchJob = 'tasks.dispatch'

const atOnce = 25
/** Pages read in one step: of twenty rows of a ledger, or a hundred places. */
const pagesOfOneStep = 10

interface Stand {
  readonly at?: string
  /** Looked at, and made: one whose entity has gone meanwhile is not. */
  readonly done: number
  readonly made: number
}

/** One step: some pages of those it is about. Done again it makes nothing twice: an item is named after its task and entity. */
export const dispatchStep: JobStep = async ({ cursor, input }) => {
  const stand: Stand = cursor === undefined ? { done: 0, made: 0 } : JSON.parse(cursor)
  const task = await readTask(input.task ?? '')
  const within = input.within === undefined ? task?.within : input.within.split(',').filter(isPlaceId)
  if (task === undefined || task.state === 'withdrawn' || task.state === 'ended')
    return { done: stand.done, total: stand.done, finished: true, message: '任务已不再进行，没有继续下派' }
  let { at, done, made } = stand
  const assign = task.content.assign === 'balanced' ? assigner(task) : undefined
  // A part of a given list is a step of its own.
  const pages = task.content.about.of === 'list' ? 1 : pagesOfOneStep
  for (let page = 0; page < pages; page++) {
    const { items, next } = await subjectsOf(task, within ?? [], at)
    for (let from = 0; from < items.length; from += atOnce) {
      const some = await Promise.all(items.slice(from, from + atOnce).map((subject) => makeItem(task, subject, assign)))
      made += some.filter((one) => one).length
    }
    done += items.length
    at = next
    if (at === undefined) return { done, total: done, finished: true, message: `下派完成，共 ${made} 项` }
  }
  return {
    cursor: JSON.stringify({ ...(at === undefined ? {} : { at }), done, made }),
    done,
    total: done,
    finished: false,
    message: `正在下派，已生成 ${made} 项`,
  }
}

/** The next entities a task is about. */
async function subjectsOf(
  { id, content: { about } }: Task,
  within: readonly PlaceId[],
  cursor: string | undefined,
): Promise<{ items: readonly EntityId[]; next?: string }> {
  if (about.of === 'ledger') return ledgerRowsIn(about.ledger, within, about, cursor)
  const { part, from } = splitPosition(cursor)
  if (about.of === 'list')
    return {
      items: await listedIn(id, part, within),
      ...(part + 1 < about.parts ? { next: joinPosition(part + 1) } : {}),
    }
  const place = within[part]
  if (place === undefined) return { items: [] }
  const { items, next } = await placesOfLevel(place, about.level, from)
  const more =
    next === undefined ? (part + 1 < within.length ? joinPosition(part + 1) : undefined) : joinPosition(part, next)
  return { items: items.map(({ id }) => entityId(id)), ...(more === undefined ? {} : { next: more }) }
}

/** @returns whether there is an item of it now */
async function makeItem(
  task: Task,
  subject: EntityId,
  assign: ReturnType<typeof assigner> | undefined,
): Promise<boolean> {
  const { id: taskId, by } = task
  const standing = await standingOf(subject)
  if (standing === undefined) return false
  const { id, name, path, anchor, district, home } = standing
  const at = now()
  const organisation = await answererOf(task, { name, path })
  const given = organisation === undefined ? {} : { organisation }
  const holder = await assign?.({ path, anchor, ...given })
  await createItem({
    ...{ id: itemIdOf(taskId, id), taskId, subject: id, name, place: home, path, anchor, district },
    ...given,
    state: holder === undefined ? 'open' : 'claimed',
    ...(holder === undefined ? {} : { claimedBy: holder }),
    since: at,
    due: task.content.due,
    at,
    revision: 1,
    by,
  })
  return true
}
