import { type Level, levels, type PlaceId, shortName } from '@zmht/shared/geo'
import { type UnitTransition, unfinishedOf, unitTierOf, unitTransitions } from '@zmht/shared/rules'
import { countsByPlace } from '../hierarchy/index'
import { now } from '../platform/clock'
import { type JobStep, startJob } from '../platform/jobs'
import { byRule, lateWords } from './domain/unit'
import { itemsOf } from './measures'
import { readTask, type Task } from './task.store'
import { readUnits } from './unit.store'
import { noteUnit, reportUnit } from './units'

/** Goes through the units of a task: to remind them, to tell the tier above which are late, to report what nobody reported. */
export const unitsJob = 'tasks.units'

export type UnitsDuty = 'remind' | 'escalate' | 'report'

/** Started again where the message comes again: the job is the same one. */
export async function startUnitsJob(taskId: string, duty: UnitsDuty): Promise<void> {
  const task = await readTask(taskId)
  if (task === undefined) return
  await startJob({
    // Of its last day: where that is moved, it is looked at again.
    id: `j${taskId}-${duty}-${task.content.due.replaceAll('-', '')}`,
    kind: unitsJob,
    input: { task: taskId, duty },
    by: task.by,
    message: '正在查看各单位的进展',
  })
}

/** Places looked at in one step. */
const placesOfOneStep = 10

/** One step: some places of those still to be looked at, each before those inside it. Done again it notes nothing twice: a note is named after its duty. */
export const unitsStep: JobStep = async ({ cursor, input, done }) => {
  const task = await readTask(input.task ?? '')
  const over = { done, total: done, finished: true, message: '任务已不再进行，没有提醒' }
  if (task === undefined) return over
  if (input.duty === 'report') {
    const { during }: UnitTransition = unitTransitions.report
    if (!during.includes(task.state)) return over
    const made = await reportAll(task)
    return { done: made, total: made, finished: true, message: `自动上报 ${made} 处` }
  }
  if (task.state !== 'running') return over
  const left: PlaceId[] = cursor === undefined ? [...task.within] : JSON.parse(cursor)
  const some = left.splice(0, placesOfOneStep)
  for (const place of some) {
    // Depth first: what is still to be looked at stays short.
    left.unshift(...(input.duty === 'remind' ? await remind(task, place) : await escalate(task, place)))
  }
  const looked = done + some.length
  const finished = left.length === 0
  return {
    ...(finished ? {} : { cursor: JSON.stringify(left) }),
    done: looked,
    total: looked + left.length,
    finished,
    message: finished ? '各单位都看过了' : `已看 ${looked} 处`,
  }
}

const isAboveCommunity = (level: Level): boolean => levels.indexOf(level) < levels.indexOf('community')

/** The places right inside one that have something to do left. */
async function unfinishedIn(task: Task, id: PlaceId) {
  const { place, groups, children } = await countsByPlace(itemsOf(task.id), id)
  const inside = isAboveCommunity(place.level)
    ? children.filter(
        (child) => levels.indexOf(child.level) <= levels.indexOf('community') && unfinishedOf(child.groups) > 0,
      )
    : []
  return { place, left: unfinishedOf(groups), inside }
}

/** A unit with something left is reminded. @returns the places inside to look at next */
async function remind(task: Task, id: PlaceId): Promise<readonly PlaceId[]> {
  const { place, left, inside } = await unfinishedIn(task, id)
  if (left === 0) return []
  if (unitTierOf(place.level) !== undefined)
    await noteUnit(
      { taskId: task.id, place: id },
      { kind: 'remind', key: 'remind', note: `还有 ${left} 项没有办完，${dayWords(task.content.due)}到期` },
      byRule,
      now(),
    )
  return inside.map((child) => child.id)
}

/** A unit inside which some are late is told which. @returns the places inside to look at next */
async function escalate(task: Task, id: PlaceId): Promise<readonly PlaceId[]> {
  const { inside } = await unfinishedIn(task, id)
  if (inside.length === 0) return []
  await noteUnit(
    { taskId: task.id, place: id },
    { kind: 'escalate', key: 'escalate', note: lateWords(inside.map(shortName)) },
    byRule,
    now(),
  )
  return inside.filter(({ level }) => isAboveCommunity(level)).map((child) => child.id)
}

/** The task's own places of which there is no report yet. @returns how many were made */
async function reportAll(task: Task): Promise<number> {
  const units = await readUnits(task.id, task.within)
  const lacking = task.within.filter((place) => units.get(place)?.reported === undefined)
  for (const place of lacking) await reportUnit(task, place, { key: 'automatic', note: '到期自动上报' }, byRule, now())
  return lacking.length
}

/** @returns 「8 月 3 日」 from a day */
function dayWords(day: string): string {
  const [, month = '', date = ''] = day.split('-')
  return `${Number(month)} 月 ${Number(date)} 日`
}
