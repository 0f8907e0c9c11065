import { decide, type FieldDecision, seesNames } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import type { Official } from '../platform/endpoint/actor'
import { type ItemCard, itemsHeldBy } from './item.store'
import { homeOf, itemAt, type LocatedItem } from './locate-item'
import { isOpenAt } from './reach'
import { isDoer, itemResource } from './recipients'
import { namedCard } from './show-item'
import { taskNow } from './task.store'

/** @returns undefined where its place is gone: it is in no list, and keeps nothing else from being listed */
export async function itemThere(itemId: string): Promise<LocatedItem | undefined> {
  try {
    return await itemAt(itemId)
  } catch (problem) {
    if (problem instanceof Problem && problem.code === 'not-found') return undefined
    throw problem
  }
}

/** How much they are shown of what is theirs. @returns undefined for what lies elsewhere by now, for its place was moved: it is not told of any more */
export async function fieldsOfTheirs(actor: Official, itemId: string, at: string): Promise<FieldDecision | undefined> {
  const loaded = await itemThere(itemId)
  if (loaded === undefined || !isDoer(actor, loaded, 'read')) return undefined
  if (!(await isOpenAt(loaded.task, homeOf(loaded.item)))) return undefined
  const resource = await itemResource(loaded, loaded.lineage, actor)
  const decision = decide(actor.policy, actor, 'task.work', resource, at)
  return decision.allow ? decision.fields : undefined
}

/** What is over is in nobody's hand. */
export async function withTitle(one: ItemCard & { readonly id: string }, isNamed: boolean) {
  const task = await taskNow(one.taskId)
  if (task === undefined || (task.state !== 'running' && task.state !== 'suspended')) return []
  return [
    {
      ...(await namedCard(one, task, isNamed)),
      title: task.content.title,
      ...(task.errand === undefined ? {} : { errand: true as const }),
    },
  ]
}

/** The first page of what an official has in hand, each with the last day of its task. */
export async function itemsInHandOf(actor: Official, at: string) {
  const { items, next } = await itemsHeldBy(actor.id, undefined)
  const shown = await Promise.all(
    items.map(async (one) => {
      const fields = await fieldsOfTheirs(actor, one.id, at)
      const due = (await taskNow(one.taskId))?.content.due
      if (fields === undefined || due === undefined) return []
      return (await withTitle(one, seesNames(fields))).map((card) => ({ ...card, due }))
    }),
  )
  return { items: shown.flat(), more: next !== undefined }
}
