import { taskRoutes as routes } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { entityId } from '@zmht/shared/knowledge'
import { type Bounds, seesNames, territoryOf } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { unfinished } from '@zmht/shared/rules'
import { organisationsAbove } from '../../permissions/index'
import { endpoint } from '../../platform/endpoint/endpoint'
import { joinPosition, splitPosition } from '../../platform/table/page'
import { fieldsOfTheirs, itemThere, withTitle } from '../in-hand'
import { itemsHeldBy, itemsOfSubject, itemsToRule, readItem } from '../item.store'
import { insideOf, pageOf, showCard, type Within } from '../items-page'
import { asOpenAt } from '../reach'
import { isDoer } from '../recipients'
import { namedCard, packItem, taskOfItem } from '../show-item'
import { type Task, taskNow } from '../task.store'
import { asIssuer, locateTask } from '../task-access'

/** @throws Problem `not-found` */
async function listedTask(id: string): Promise<Task> {
  const task = await taskNow(id)
  if (task === undefined) throw new Problem('not-found')
  return task
}

/** Where the items lie that an official may list: a place, or all their own. @throws Problem `outside-territory` */
async function placesOf(task: Task, place: PlaceId | undefined, bounds: Bounds): Promise<Within> {
  const owners = await organisationsAbove(task.organisationId)
  const territory = territoryOf(bounds, { application: task.id, owners })
  const mine = territory.everywhere ? task.within : territory.places
  const places = place === undefined ? mine : await insideOf(place, mine)
  if (place !== undefined && places.length === 0) throw new Problem('outside-territory')
  for (const one of places) await asOpenAt(task, one)
  return { places, except: territory.except }
}

export const items = endpoint(routes.items, async ({ params, query, bounds }) => {
  const task = await listedTask(params.taskId)
  const { items: found, ...more } = await pageOf(task.id, await placesOf(task, query.place, bounds), query)
  return { items: found.map(showCard), ...more }
})

export const pack = endpoint(routes.pack, async ({ params, query, actor, fields, bounds, now: at }) => {
  const task = await listedTask(params.taskId)
  const { items: found, ...more } = await pageOf(task.id, await placesOf(task, query.place, bounds), query)
  const waiting = found.filter(({ state }) => unfinished.includes(state))
  const read = await Promise.all(
    waiting.map(async ({ id }) => {
      const item = await readItem(id)
      return item === undefined || !isDoer(actor, { item, task }, 'answer')
        ? []
        : [await packItem(item, task, { actor, fields, at })]
    }),
  )
  return {
    task: taskOfItem(task),
    form: task.content.form,
    formVersion: task.formVersion ?? 1,
    items: read.flat(),
    ...more,
  }
})

/** What waits for who issued it: where, and why. Of a person the name is told to those who may see names. */
export const givenBack = endpoint(routes.givenBack, {
  locate: locateTask,
  handle: async ({ query, actor, fields, now, loaded: task }) => {
    await asIssuer(actor, task, now)
    const { items: found, ...more } = await pageOf(
      task.id,
      { places: task.within, except: [] },
      { ...query, state: query.state ?? 'unable' },
    )
    return { items: await Promise.all(found.map((one) => namedCard(one, task, seesNames(fields)))), ...more }
  },
})

export const held = endpoint(routes.heldItems, async ({ actor, query, now }) => {
  const { items: found, ...more } = await itemsHeldBy(actor.id, query.cursor)
  const shown = await Promise.all(
    found.map(async (one) => {
      const fields = await fieldsOfTheirs(actor, one.id, now)
      return fields === undefined ? [] : withTitle(one, seesNames(fields))
    }),
  )
  return { items: shown.flat(), ...more }
})

/** As many of the latest as are told of an entity. */
const mostAbout = 20

export const about = endpoint(routes.itemsAbout, async ({ actor, params, now }) => {
  const found = await itemsOfSubject(entityId(params.entityId), mostAbout)
  const shown = await Promise.all(
    found.map(async (one) => {
      const task = (await itemThere(one.id))?.task
      if (task === undefined || task.state === 'withdrawn') return []
      const fields = await fieldsOfTheirs(actor, one.id, now)
      if (fields === undefined) return []
      return [
        {
          ...(await namedCard(one, task, seesNames(fields))),
          title: task.content.title,
          ...(task.errand === undefined ? {} : { errand: true as const }),
        },
      ]
    }),
  )
  return { items: shown.flat() }
})

export const toRule = endpoint(routes.itemsToRule, async ({ actor, query, fields }) => {
  const organisations = [...new Set(actor.posts.map(({ organisation }) => organisation))]
  const { part, from } = splitPosition(query.cursor)
  for (let at = part; at < organisations.length; at++) {
    const { items: found, next } = await itemsToRule(organisations[at] ?? '', at === part ? from : undefined)
    const shown = (await Promise.all(found.map((one) => withTitle(one, seesNames(fields))))).flat()
    const after =
      next !== undefined ? joinPosition(at, next) : at + 1 < organisations.length ? joinPosition(at + 1) : undefined
    if (shown.length > 0 || after === undefined)
      return { items: shown, ...(after === undefined ? {} : { next: after }) }
  }
  return { items: [] }
})
