import { type GivenItemReply, taskRoutes as routes } from '@zmht/shared/contract'
import { seesNames } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { findPlace } from '../../hierarchy/index'
import type { Official } from '../../platform/endpoint/actor'
import { allowed, endpoint } from '../../platform/endpoint/endpoint'
import { joinPosition, splitPosition } from '../../platform/table/page'
import { type Candidate, leastLoaded } from '../domain/assign'
import { type Holder, itemsWith, loadOf } from '../item.store'
import { asRunning, homeOf, itemAt, type LocatedItem, moverOf } from '../locate-item'
import { moveItem } from '../move-item'
import { asOpenAt, isOpenAt } from '../reach'
import { isWith, itemResource, undertakersOf } from '../recipients'
import { colleagueFor } from '../share'
import { namedCard } from '../show-item'
import { showEntry } from '../show-unit'
import { type Task, taskNow } from '../task.store'
import { readUnits } from '../unit.store'

const ownOf = ({ posts }: Official): readonly string[] => [...new Set(posts.map(({ organisation }) => organisation))]

type Given = Awaited<ReturnType<typeof itemsWith>>['items'][number]

export const givenItems = endpoint(routes.givenItems, async ({ actor, query, fields }) => {
  const organisations = ownOf(actor)
  let { part, from } = splitPosition(query.cursor)
  for (let organisation = organisations[part]; organisation !== undefined; organisation = organisations[part]) {
    const { items: found, next } = await itemsWith(organisation, from)
    const shown = (await Promise.all(found.map((one) => showGiven(one, seesNames(fields))))).flat()
    from = next
    if (from === undefined) part += 1
    const after = part < organisations.length ? joinPosition(part, from) : undefined
    if (shown.length > 0 || after === undefined)
      return { items: shown, ...(after === undefined ? {} : { next: after }) }
  }
  return { items: [] }
})

/** Nothing of a task that is over, or has not come down there yet. */
async function showGiven(one: Given, isNamed: boolean): Promise<GivenItemReply[]> {
  const task = await taskNow(one.taskId)
  const place = one.path.split('/').at(-1)
  const facts = place === undefined ? undefined : await findPlace(place as Parameters<typeof findPlace>[0]) // the last of a path
  if (task === undefined || facts === undefined || (task.state !== 'running' && task.state !== 'suspended')) return []
  if (!(await isOpenAt(task, facts.id))) return []
  const urged = await urgedAt(task, facts.lineage)
  const card = await namedCard(one, task, isNamed)
  return [
    {
      ...card,
      title: task.content.title,
      due: task.content.due,
      ...(urged === undefined ? {} : { urged: showEntry(urged) }),
    },
  ]
}

/** What was said last to the places an item lies in: it is said to whom it was given to too. */
async function urgedAt(task: Task, lineage: LocatedItem['lineage']) {
  const units = await readUnits(task.id, lineage)
  return [...units.values()]
    .flatMap(({ urged }) => (urged === undefined ? [] : [urged]))
    .sort((one, other) => (one.at < other.at ? 1 : -1))[0]
}

/** Who is in office at the actor's organisations, each once. */
async function undertakers(actor: Official, task: Task | undefined): Promise<readonly Holder[]> {
  if (task === undefined) return []
  const all = await Promise.all(ownOf(actor).map((one) => undertakersOf(task, one, [])))
  return [...new Map(all.flat().map((one) => [one.id, one])).values()]
}

const withLoad = (all: readonly Holder[]): Promise<Candidate[]> =>
  Promise.all(all.map(async ({ id, name }) => ({ id, name, load: await loadOf(id) })))

export const givenTo = endpoint(routes.givenTo, async ({ actor }) => {
  // Who may is asked of the first that there is: it is the same for all that was given to them.
  for (const organisation of ownOf(actor)) {
    const { items: found } = await itemsWith(organisation, undefined)
    const task = found[0] === undefined ? undefined : await taskNow(found[0].taskId)
    const people = await withLoad(await undertakers(actor, task))
    if (people.length > 0) return { items: people.map(({ id, name, load }) => ({ id, name, inHand: load })) }
  }
  return { items: [] }
})

export const shareItems = endpoint(routes.shareItems, async ({ body, actor, now }) => {
  const done: string[] = []
  const left: { id: string; message: string }[] = []
  /** What was given within this call is counted at once. */
  const loads = new Map<string, number>()
  const even = async ({ task, item, lineage }: LocatedItem): Promise<Holder> => {
    const people = await undertakersOf(task, item.organisation ?? '', lineage)
    for (const { id } of people) if (!loads.has(id)) loads.set(id, await loadOf(id))
    const chosen = leastLoaded(people.map(({ id, name }) => ({ id, name, load: loads.get(id) ?? 0 })))
    if (chosen === undefined) throw new Problem('not-a-colleague')
    loads.set(chosen.id, chosen.load + 1)
    return { id: chosen.id, name: chosen.name }
  }
  for (const id of new Set(body.items)) {
    try {
      const loaded = await itemAt(id)
      const { item, task, lineage } = loaded
      // What is none of theirs is told as what there is not.
      if (!isWith(actor, item)) throw new Problem('not-found')
      await allowed(actor, 'task.work', await itemResource(loaded, lineage, actor), now)
      asRunning(task)
      await asOpenAt(task, homeOf(item))
      const to = body.to === undefined ? await even(loaded) : await colleagueFor(loaded, actor, body.to)
      await moveItem(
        item,
        { action: 'transfer', key: body.key, to, title: task.content.title, home: homeOf(item) },
        moverOf(actor, 'worker'),
        now,
      )
      done.push(id)
    } catch (problem) {
      if (!(problem instanceof Problem) || !leftFor.has(problem.code)) throw problem
      left.push({ id, message: problem.code === 'not-found' ? noneOfTheirs : '状态已经变了，没有改动' })
    }
  }
  // Of a list in which nothing is theirs there is nothing to tell apart.
  if (left.every(({ message }) => message === noneOfTheirs) && done.length === 0) throw new Problem('not-found')
  return { done, left }
})

const noneOfTheirs = '本单位没有这一项'

const leftFor: ReadonlySet<string> = new Set(['not-found', 'step-not-allowed', 'changed', 'task-not-running'])
