import { taskRoutes as routes } from '@zmht/shared/contract'
import { levels, shortName } from '@zmht/shared/geo'
import type { Knowledge } from '@zmht/shared/knowledge'
import { type TaskMeasureBy, waysToCountValues } from '@zmht/shared/measures'
import { Problem } from '@zmht/shared/problems'
import { countsByPlace, placeFacts } from '../../hierarchy/index'
import { knowledgeNow } from '../../knowledge/index'
import type { Official } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { dropKeptMeasure, readKeptMeasures, saveKeptMeasure } from '../kept-measure.store'
import { measuredAt, shownMeasures, toldOf } from '../measured'
import { itemsOf } from '../measures'
import { asReached } from '../reach'
import { readTask, type Task, taskNow, tasksOf } from '../task.store'
import { lineageOfPlace, ownOrganisation, taskResource } from '../task-access'
import { wholeNumbers } from '../units'

export const taskMeasures = endpoint(routes.taskMeasures, {
  locate: async ({ params, query }) => {
    const task = await readTask(params.taskId)
    if (task === undefined) throw new Problem('not-found')
    const place = await placeFacts(query.place)
    return { resource: await taskResource(task, place.lineage), loaded: { task, place } }
  },
  handle: async ({ actor, loaded: { task, place } }) => {
    await asReached(task, place.tiers, actor)
    const [{ children }, measured, knowledge] = await Promise.all([
      countsByPlace(itemsOf(task.id), place.id),
      measuredAt(task, place.id),
      knowledgeNow(),
    ])
    const lowest = levels.indexOf('community')
    return {
      measures: shownMeasures(task.content, knowledge),
      here: measured.here,
      children: children
        .filter(({ level, total }) => levels.indexOf(level) <= lowest && total > 0)
        .map((child) => ({
          id: child.id,
          name: shortName(child),
          level: child.level,
          hasUnits: levels.indexOf(child.level) < lowest,
          measured: measured.of(child.id),
        })),
    }
  },
})

async function keptOf(organisation: string, knowledge: Knowledge) {
  const kept = await readKeptMeasures(organisation)
  return {
    items: kept.map(({ attribute, by, title }) => ({
      attribute,
      name: knowledge.attribute(attribute)?.name ?? title,
      by,
      title,
    })),
  }
}

export const keptMeasures = endpoint(routes.keptMeasures, async ({ actor }) =>
  keptOf((await ownOrganisation(actor)).id, await knowledgeNow()),
)

/** What an organisation keeps is where the place is that it manages. */
async function locateKept(_input: unknown, actor: Official) {
  const { id, place } = await ownOrganisation(actor)
  return {
    resource: await taskResource({ id: 'measures', organisationId: id }, await lineageOfPlace(place)),
    loaded: id,
  }
}

/** @throws Problem `invalid` for what nobody asks about, or what cannot be counted so */
function checkCountable(knowledge: Knowledge, attribute: string, by: TaskMeasureBy): void {
  const known = knowledge.attribute(attribute)
  if (known !== undefined && waysToCountValues(known.value).includes(by)) return
  throw new Problem('invalid', { fields: [{ path: 'params.attribute', message: '这一项不能这样统计，没有保存' }] })
}

/** As many as anybody looks through. */
const mostKept = 60

export const keepMeasure = endpoint(routes.keepMeasure, {
  locate: locateKept,
  handle: async ({ params, body, loaded: organisation }) => {
    const knowledge = await knowledgeNow()
    checkCountable(knowledge, params.attribute, params.by)
    // The same again is called anew, and is no further one.
    const others = (await readKeptMeasures(organisation)).filter(
      ({ attribute, by }) => attribute !== params.attribute || by !== params.by,
    )
    if (others.length >= mostKept)
      throw new Problem('invalid', {
        fields: [{ path: 'body.title', message: `常用指标最多 ${mostKept} 个，没有保存。请先去掉不用的` }],
      })
    await saveKeptMeasure({ organisation, ...params, title: body.title })
    return keptOf(organisation, knowledge)
  },
})

export const dropMeasure = endpoint(routes.dropMeasure, {
  locate: locateKept,
  handle: async ({ params, loaded: organisation }) => {
    await dropKeptMeasure({ organisation, ...params })
    return keptOf(organisation, await knowledgeNow())
  },
})

/** So many of the latest tasks are looked through, for as many that carry the measure. */
const mostLooked = 100
const mostCompared = 12

export const comparedMeasure = endpoint(routes.comparedMeasure, async ({ params, actor }) => {
  const [{ id }, knowledge] = await Promise.all([ownOrganisation(actor), knowledgeNow()])
  const found: { readonly task: Task; readonly measure: ReturnType<typeof shownMeasures>[number] }[] = []
  let cursor: string | undefined
  let looked = 0
  do {
    const page = await tasksOf(id, cursor)
    for (const card of page.items) {
      const task = card.state === 'draft' ? undefined : await taskNow(card.id)
      const measure =
        task === undefined
          ? undefined
          : shownMeasures(task.content, knowledge).find(
              ({ attribute, by }) => attribute === params.attribute && by === params.by,
            )
      if (task !== undefined && measure !== undefined) found.push({ task, measure })
    }
    looked += page.items.length
    cursor = page.next
  } while (cursor !== undefined && looked < mostLooked && found.length < mostCompared)
  return {
    name: knowledge.attribute(params.attribute)?.name ?? params.attribute,
    items: await Promise.all(
      found.slice(0, mostCompared).map(async ({ task, measure }) => {
        const { groups, tally } = await wholeNumbers(task)
        return {
          task: { id: task.id, title: task.content.title, at: task.at, due: task.content.due },
          measure,
          measured: toldOf(task.content, tally)[measure.id] ?? { given: 0 },
          groups,
        }
      }),
    ),
  }
})
