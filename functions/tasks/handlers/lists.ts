import { taskRoutes as routes } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import type { EntityId } from '@zmht/shared/knowledge'
import { decide, seesNames } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { nextTaskState } from '@zmht/shared/rules'
import { knowledgeNow } from '../../knowledge/index'
import { type EntityStanding, recognise } from '../../ledgers/index'
import type { Official } from '../../platform/endpoint/actor'
import { allowed, endpoint } from '../../platform/endpoint/endpoint'
import { eachOf, type Giving, keepListPart, ofReach, shownTo } from '../given-list'
import { readTask, type Task } from '../task.store'
import { asIssuer, lineageOfPlace, locateTask, ownOrganisation, taskResource } from '../task-access'

export const recogniseRows = endpoint(routes.recogniseRows, {
  locate: async ({ params, body }, actor) => {
    const seen = await readTask(params.taskId)
    const task = seen ?? { id: params.taskId, organisationId: (await ownOrganisation(actor)).id }
    const first = body.within[0]
    return {
      resource: await taskResource(task, first === undefined ? [] : await lineageOfPlace(first)),
      loaded: { seen, task },
    }
  },
  handle: async ({ body, actor, now: at, loaded: { seen, task } }) => {
    if (seen !== undefined) await asIssuer(actor, seen, at)
    const { kind, within, rows } = body
    await asGiver(task, within, actor, at)
    const giving: Giving = { task, kind, within, actor, at }
    const asked = { kind, knowledge: await knowledgeNow(), places: within, byName: await seesPeople(within, actor, at) }
    return {
      rows: await eachOf(rows, async (words) => {
        const { sure, perhaps, why } = await recognise(words, asked)
        const [one] = await inReach(sure, giving)
        if (one !== undefined) return { is: 'found' as const, one: await shownTo(one, giving) }
        // What is put before a person to choose from was found by name.
        const some = await inReach(perhaps, giving, true)
        if (some.length > 0)
          return { is: 'several' as const, candidates: await Promise.all(some.map((each) => shownTo(each, giving))) }
        return { is: 'none' as const, why: why === '' ? notThere : why }
      }),
    }
  },
})

/** What lies elsewhere is told in the words of what is not there at all. */
const notThere = '范围内没有登记'

async function inReach(ids: readonly EntityId[], giving: Giving, byName = false): Promise<readonly EntityStanding[]> {
  const found = await Promise.all(ids.map((id) => ofReach(id, giving, byName)))
  return found.flatMap((one) => (one === undefined ? [] : [one]))
}

/** Each of the places is the actor's to dispatch to. */
async function asGiver(
  task: Pick<Task, 'id' | 'organisationId'>,
  within: readonly PlaceId[],
  actor: Official,
  at: string,
): Promise<void> {
  for (const place of within)
    await allowed(actor, 'task.write', await taskResource(task, await lineageOfPlace(place)), at)
}

/** Whether somebody reads people by name in each of the places. */
async function seesPeople(within: readonly PlaceId[], actor: Official, at: string): Promise<boolean> {
  const all = await Promise.all(
    within.map(async (place) => {
      const resource = { kind: 'entity', lineage: await lineageOfPlace(place) }
      const decision = decide(actor.policy, actor, 'ledger.read', resource, at)
      return decision.allow && seesNames(decision.fields)
    }),
  )
  return all.every((sees) => sees)
}

export const savePart = endpoint(routes.saveListPart, {
  locate: locateTask,
  handle: async ({ params, body, actor, now: at, loaded: task }) => {
    await asIssuer(actor, task, at)
    const { about } = task.content
    if (nextTaskState(task.state, 'revise') === undefined || about.of !== 'list') throw new Problem('step-not-allowed')
    await asGiver(task, task.within, actor, at)
    const giving: Giving = { task, kind: about.kind, within: task.within, actor, at }
    const lacking = await keepListPart(Number(params.part), body.entities, giving)
    if (lacking.length > 0)
      throw new Problem('invalid', {
        fields: lacking.map((index) => ({
          path: `body.entities.${index}`,
          message: '范围内没有登记这一个，请从名单里去掉。这一段还没有保存，其他段已保存的都在。',
        })),
      })
    return { kept: new Set(body.entities).size }
  },
})
