import { type ItemCardReply, type ItemReply, taskRoutes as routes } from '@zmht/shared/contract'
import {
  collect,
  type Form,
  type FormAnswers,
  isOwnControl,
  prefill,
  type Sight,
  strangersIn,
  validateAnswers,
} from '@zmht/shared/controls'
import { lineageOf, type PlaceId } from '@zmht/shared/geo'
import { type Entity, type EntityId, type Knowledge, sensitivityOf } from '@zmht/shared/knowledge'
import { accessTo, decide, type FieldDecision, seesNames, territoryOf } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { type ItemState, itemTransitions, possibleItemActions } from '@zmht/shared/rules'
import { findPlace, isNowWithin, placeFacts, stretchesWithin } from '../../hierarchy/index'
import { knowledgeNow } from '../../knowledge/index'
import { answerField, aroundTarget, checkAnswered, standingOf } from '../../ledgers/index'
import { organisationsAbove } from '../../permissions/index'
import type { Official } from '../../platform/endpoint/actor'
import { allowed, endpoint } from '../../platform/endpoint/endpoint'
import { joinPosition, splitPosition } from '../../platform/table/page'
import type { ItemMove, Mover } from '../domain/item'
import { answersAt, type Item, itemsIn, type ListedItem, readItem, readItemSteps, sealAnswers } from '../item.store'
import { moveItem } from '../move-item'
import { asOpenAt } from '../reach'
import { kindOfAbout } from '../show-task'
import { readTask, type Task, taskNow } from '../task.store'
import { asIssuer, taskResource } from '../task-access'

const pageSize = 20

export const items = endpoint(routes.items, async ({ params, query, bounds }) => {
  const task = await taskNow(params.taskId)
  if (task === undefined) throw new Problem('not-found')
  const owners = await organisationsAbove(task.organisationId)
  const territory = territoryOf(bounds, { application: task.id, owners })
  const mine = territory.everywhere ? task.within : territory.places
  const places = query.place === undefined ? mine : await insideOf(query.place, mine)
  if (query.place !== undefined && places.length === 0) throw new Problem('outside-territory')
  for (const place of places) await asOpenAt(task, place)
  return pageOf(task.id, { places, except: territory.except }, query)
})

interface Within {
  readonly places: readonly PlaceId[]
  readonly except: readonly PlaceId[]
}

/** A page of the items of a task inside some places, in one state or any, in the order of places. */
async function pageOf(
  taskId: string,
  { places, except }: Within,
  { state, cursor }: { readonly state?: ItemState | undefined; readonly cursor?: string | undefined },
) {
  const stretches = await stretchesWithin(places)
  const found: ListedItem[] = []
  let { part, from } = splitPosition(cursor)
  for (let stretch = stretches[part]; stretch !== undefined; stretch = stretches[part]) {
    const page = await itemsIn({ taskId, state }, stretch.partition, stretch.path, from)
    for (const one of page.items) if (await isInside(one, stretch.within, except)) found.push(one)
    from = page.next
    if (from === undefined) part += 1
    if (found.length >= pageSize && part < stretches.length)
      return { items: found.map(showCard), next: joinPosition(part, from) }
  }
  return { items: found.map(showCard) }
}

async function isInside({ path }: ListedItem, within: PlaceId, except: readonly PlaceId[]): Promise<boolean> {
  if (!(await isNowWithin(path, within))) return false
  for (const place of except) if (await isNowWithin(path, place)) return false
  return true
}

/** Of a place and some others what lies in both: of two one inside the other the inner one. */
async function insideOf(place: PlaceId, others: readonly PlaceId[]): Promise<readonly PlaceId[]> {
  const { lineage } = await placeFacts(place)
  if (others.some((one) => lineage.includes(one))) return [place]
  const inner = await Promise.all(
    others.map(async (one) => ((await placeFacts(one)).lineage.includes(place) ? [one] : [])),
  )
  return inner.flat()
}

function showCard({ path: _path, claimedBy, note, ...card }: ListedItem): ItemCardReply {
  return { ...card, ...(claimedBy === undefined ? {} : { claimedBy }), ...(note === undefined ? {} : { note }) }
}

interface Loaded {
  readonly item: Item
  readonly task: Task
}

/** An item is where its entity hangs by the edges of the tree. */
async function locate({ params }: { readonly params: { readonly itemId: string } }) {
  const item = await readItem(params.itemId)
  const task = item === undefined ? undefined : await readTask(item.taskId)
  const last = item === undefined ? undefined : lineageOf(item.path).at(-1)
  const place = last === undefined ? undefined : await findPlace(last)
  if (item === undefined || task === undefined || place === undefined) throw new Problem('not-found')
  return { resource: await taskResource(task, place.lineage), loaded: { item, task } satisfies Loaded }
}

export const item = endpoint(routes.item, {
  locate,
  handle: async ({ actor, fields, now, loaded }) => {
    await asOpenAt(loaded.task, homeOf(loaded.item))
    return showItem(loaded.item, loaded.task, { actor, fields, at: now })
  },
})

interface Reader {
  readonly actor: Official
  readonly fields: FieldDecision
  readonly at: string
}

async function showItem(one: Item, task: Task, reader: Reader): Promise<ItemReply> {
  const knowledge = await knowledgeNow()
  const { form, title, basis, due } = task.content
  const steps = await readItemSteps(one.id)
  const last = steps.filter(({ answers }) => answers !== undefined).at(-1)
  const answers = last === undefined ? undefined : await answersAt(last)
  const isRunning = task.state === 'running'
  const { path: _path, anchor: _anchor, district: _district, by: _by, ...card } = one
  return {
    ...card,
    task: { id: task.id, title, basis, due, state: task.state },
    form,
    prefill: await prefilled(knowledge, form, one.subject, reader),
    ...(answers === undefined ? {} : { own: ownOf(form, answers) }),
    besides: [],
    steps: steps.map(({ key, action, note, byName, at, state }) => ({
      key,
      says: itemTransitions[action].says,
      ...(note === undefined ? {} : { note }),
      by: byName,
      at,
      state,
    })),
    actions: isRunning
      ? possibleItemActions(one.state, 'worker').filter(
          (action) => action !== 'release' || one.claimedBy?.id === reader.actor.id,
        )
      : [],
  }
}

/** What was filled in that the knowledge system does not hold: it is kept with the item alone. */
function ownOf(form: Form, answers: FormAnswers): FormAnswers {
  const own = new Set(form.controls.filter(isOwnControl).map(({ id }) => id))
  return Object.fromEntries(
    Object.entries(answers).map(([subject, all]) => [
      subject,
      all.map((one) => ({
        ...one,
        values: Object.fromEntries(Object.entries(one.values).filter(([control]) => own.has(control))),
      })),
    ]),
  )
}

/** What is known already, as far as the reader may see it: of the entity by what the task lets them, of others by what they look after. */
async function prefilled(knowledge: Knowledge, form: Form, subject: EntityId, { actor, fields, at }: Reader) {
  const around = await aroundTarget(subject)
  const reached = new Set<string>()
  for (const id of Object.keys(around.entities))
    if (id === subject || (await looksAfter(actor, id as EntityId, at))) reached.add(id)
  const may = (entity: Entity, code: string | undefined): Sight => {
    if (!reached.has(entity.id)) return 'none'
    const what = code === undefined ? undefined : knowledge.attribute(code)
    if (what === undefined) return 'full'
    const sensitivity = sensitivityOf(what, entity, at)
    const access = accessTo(fields, what.code, sensitivity)
    return sensitivity === 'sensitive' && access === 'full' ? 'masked' : access
  }
  return prefill(knowledge, form, around, {
    actor: subject,
    at,
    may: (entity, what) => may(entity, 'value' in what ? what.code : undefined),
  })
}

async function looksAfter(actor: Official, id: EntityId, at: string): Promise<boolean> {
  const standing = await standingOf(id)
  const last = standing === undefined ? undefined : lineageOf(standing.path).at(-1)
  const place = last === undefined ? undefined : await findPlace(last)
  if (place === undefined) return false
  return decide(actor.policy, actor, 'ledger.read', { kind: 'entity', lineage: place.lineage }, at).allow
}

const moverOf = ({ id, posts, name }: Official, as: Mover['as']): Mover => ({
  id,
  name: [posts[0]?.title, name].filter(Boolean).join(' '),
  as,
})

/** @throws Problem `task-not-running` */
function asRunning(task: Task): void {
  if (task.state !== 'running') throw new Problem('task-not-running')
}

const homeOf = ({ path, anchor }: Item): PlaceId => {
  const place = lineageOf(anchor).at(-1) ?? lineageOf(path).at(-1)
  if (place === undefined) throw new RangeError('an item lies somewhere')
  return place
}

export const answerItem = endpoint(routes.answerItem, {
  locate,
  handle: async ({ params, body, actor, fields, now, loaded: { item: seen, task } }) => {
    const reader = { actor, fields, at: now }
    const { form, title } = task.content
    const taken = (await readItemSteps(seen.id)).some(({ key }) => key === params.key)
    if (taken) return showItem(seen, task, reader)
    asRunning(task)
    await asOpenAt(task, homeOf(seen))
    const knowledge = await knowledgeNow()
    const wrong = validateAnswers(knowledge, form, body.answers, { at: now })
    if (wrong.length > 0) throw new Problem('invalid', { fields: wrong.map(answerField) })
    await checkAnswered(knowledge, form, body.answers)
    const strangers = strangersIn(knowledge, form, body.answers, await aroundTarget(seen.subject), {
      actor: seen.subject,
    })
    if (strangers.length > 0) throw new Problem('invalid', { fields: strangers.map(answerField) })
    const patch = collect(knowledge, form, body.answers, { actor: seen.subject, submission: params.key, at: now })
    const contents = await sealAnswers(seen.id, params.key, body.answers, patch)
    const move: ItemMove = { action: 'answer', key: params.key, contents, title, home: homeOf(seen) }
    return showItem(await moveItem(seen, move, moverOf(actor, 'worker'), now), task, reader)
  },
})

export const moveOne = endpoint(routes.moveItem, {
  locate,
  handle: async ({ body, actor, fields, now, loaded: { item: seen, task } }) => {
    asRunning(task)
    await asOpenAt(task, homeOf(seen))
    const move: ItemMove = { ...body, title: task.content.title, home: homeOf(seen) }
    return showItem(await moveItem(seen, move, moverOf(actor, 'worker'), now), task, { actor, fields, at: now })
  },
})

async function locateTask({ params }: { readonly params: { readonly taskId: string } }) {
  const task = await readTask(params.taskId)
  const first = task?.within[0]
  if (task === undefined || first === undefined) throw new Problem('not-found')
  return { resource: await taskResource(task, (await placeFacts(first)).lineage), loaded: task }
}

/** What waits for who issued it: where, and why. Of a person the name is told to those who may see names. */
export const givenBack = endpoint(routes.givenBack, {
  locate: locateTask,
  handle: async ({ query, actor, fields, now, loaded: task }) => {
    await asIssuer(actor, task, now)
    const page = await pageOf(task.id, { places: task.within, except: [] }, { ...query, state: 'unable' })
    const isNamed = (await kindOfAbout(task.content)) !== 'person' || seesNames(fields)
    return isNamed
      ? page
      : { ...page, items: page.items.map((one) => ({ ...one, name: `${[...one.name][0] ?? ''}**` })) }
  },
})

export const returnItems = endpoint(routes.returnItems, {
  locate: locateTask,
  handle: async ({ body, actor, now, loaded: task }) => {
    await asIssuer(actor, task, now)
    asRunning(task)
    const done: string[] = []
    const left: { id: string; message: string }[] = []
    for (const id of new Set(body.items)) {
      const seen = await readItem(id)
      if (seen === undefined || seen.taskId !== task.id) {
        left.push({ id, message: '这个任务里没有这一项' })
        continue
      }
      const { lineage } = await placeFacts(homeOf(seen))
      await allowed(actor, 'task.write', await taskResource(task, lineage), now)
      const { action, key, note } = body
      const move: ItemMove = { action, key, note, title: task.content.title, home: homeOf(seen) }
      try {
        await moveItem(seen, move, moverOf(actor, 'keeper'), now)
        done.push(id)
      } catch (problem) {
        if (!(problem instanceof Problem) || problem.code !== 'step-not-allowed') throw problem
        left.push({ id, message: '状态已经变了，没有改动' })
      }
    }
    return { done, left }
  },
})
