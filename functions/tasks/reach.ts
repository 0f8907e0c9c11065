import type { TaskContent } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import { placeFacts } from '../hierarchy/index'
import { organisationFacts } from '../permissions/index'
import type { Official } from '../platform/endpoint/actor'
import { gatesOn, type Stage, wayTo } from './domain/unit'
import type { Task } from './task.store'
import { lineageOfPlace } from './task-access'
import { readUnits } from './unit.store'

/** What of a task tells how far it has come: told of a card as of the whole. */
export interface Passed {
  readonly id: string
  readonly organisationId: string
  readonly passes: TaskContent['passes']
  readonly within: readonly PlaceId[]
}

export const passedOf = ({ id, organisationId, content, within }: Task): Passed => ({
  id,
  organisationId,
  passes: content.passes,
  within,
})

/** The units on the way of a task to a place, the place itself among them, that look at it first; none costs no read. */
export async function gatesTo(task: Passed, tiers: readonly Stage[]): Promise<readonly PlaceId[]> {
  if (task.passes === undefined || task.passes.length === 0) return []
  const own = (await organisationFacts(task.organisationId))?.manages ?? []
  return gatesOn(wayTo(task.within, tiers), task.passes, own)
}

/** Those of them that have not passed it on yet. */
async function shutTo(task: Passed, tiers: readonly Stage[]): Promise<readonly PlaceId[]> {
  const gates = await gatesTo(task, tiers)
  if (gates.length === 0) return []
  const units = await readUnits(task.id, gates)
  return gates.filter((gate) => units.get(gate)?.passed === undefined)
}

/** Whether a task has come down to the reader at a place: whoever is at the unit that has it, or above, sees beyond it. */
export async function isReached(task: Passed, tiers: readonly Stage[], actor: Official): Promise<boolean> {
  const place = tiers.at(-1)?.id
  const above = (await shutTo(task, tiers)).filter((gate) => gate !== place)
  if (above.length === 0) return true
  const managed = actor.posts.flatMap(({ territory }) => territory)
  const lineages = await Promise.all(above.map(lineageOfPlace))
  return lineages.every((lineage) => lineage.some((one) => managed.includes(one)))
}

/** @throws Problem `task-not-reached` where a task has not come down to the reader at a place */
export async function asReached(task: Task, tiers: readonly Stage[], actor: Official): Promise<void> {
  if (!(await isReached(passedOf(task), tiers, actor))) throw new Problem('task-not-reached')
}

/** The first unit on the way that has not passed a task on: items below it are not filled in yet, whoever would. */
async function firstShut(task: Task, place: PlaceId): Promise<PlaceId | undefined> {
  // Most tasks are everywhere at once: nothing is read for them.
  if (task.content.passes === undefined) return undefined
  return (await shutTo(passedOf(task), (await placeFacts(place)).tiers))[0]
}

/** Whether every unit on the way to some items, that of their place itself too, has passed the task on. */
export const isOpenAt = async (task: Task, place: PlaceId): Promise<boolean> =>
  (await firstShut(task, place)) === undefined

/**
 * Items are filled in where every unit on the way has passed the task on, whoever fills them in.
 * @param place where the items are, or one around them
 * @throws Problem `task-not-reached`
 */
export async function asOpenAt(task: Task, place: PlaceId): Promise<void> {
  const shut = await firstShut(task, place)
  if (shut === undefined) return
  const { name } = await placeFacts(shut)
  throw new Problem('task-not-reached', {
    detail: `“${name}”还没有接收并转下这个任务，现在不能填报。您填写的内容还在这台设备上，没有提交；转下以后就能填。`,
  })
}
