import { type GivenItemReply, taskRoutes as routes } from '@zmht/shared/contract'
import { type Bounds, decide, isInBounds, seesNames } from '@zmht/shared/permission'
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
import { givenResource, isWith, itemResource, undertakersOf } from '../recipients'
import { colleagueFor } from '../share'
import { namedCard } from '../show-item'
import { showEntry } from '../show-unit'
import { type Task, taskNow } from '../task.store'
import { readUnits } from '../unit.store'

const ownOf = ({ posts }: Official): readonly string[] => [...new Set(posts.map(({ organisation }) => organisation))]

type Given = Awaited<ReturnType<typeof itemsWith>>['items'][number]

export const givenItems = endpoint(routes.givenItems, async ({ actor, query, bounds, now }) => {
  const organisations = ownOf(actor)
  let { part, from } = splitPosition(query.cursor)
  for (let organisation = organisations[part]; organisation !== undefined; organisation = organisations[part]) {
    const { items: found, next } = await itemsWith(organisation, from)
    const shown = (
      await Promise.all(found.map((one) => showGiven(one, { organisation, actor, bounds, at: now })))
    ).flat()
    from = next
    if (from === undefined) part += 1
    const after = part < organisations.length ? joinPosition(part, from) : undefined
    if (shown.length > 0 || after === undefined)
      return { items: shown, ...(after === undefined ? {} : { next: after }) }
  }
  return { items: [] }
})

interface Asking {
  /** Whose items are listed. */
  readonly organisation: string
  readonly actor: Official
  readonly bounds: Bounds
  readonly at: string
}

/** Nothing of a task that is over, or has not come down there yet, and nothing that is forbidden them. */
async function showGiven(one: Given, { organisation, actor, bounds, at }: Asking): Promise<GivenItemReply[]> {
  const task = await taskNow(one.taskId)
  const place = one.path.split('/').at(-1)
  const facts = place === undefined ? undefined : await findPlace(place as Parameters<typeof findPlace>[0]) // the last of a path
  if (task === undefined || facts === undefined || (task.state !== 'running' && task.state !== 'suspended')) return []
  if (!(await isOpenAt(task, facts.id))) return []
  const resource = await givenResource(task, organisation, facts.lineage)
  const decision = decide(actor.policy, actor, 'task.work', resource, at)
  if (!decision.allow || !isInBounds(bounds, { ...resource, kind: 'given-item' })) return []
  const urged = await urgedAt(task, facts.lineage)
  const card = await namedCard(one, task, seesNames(decision.fields))
  return [
    {
      ...card,
      title: task.content.title,
      ...(task.errand === undefined ? {} : { errand: true as const }),
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
  const refusals: Problem[] = []
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
      if (!(problem instanceof Problem) || leftWords[problem.code] === undefined) throw problem
      refusals.push(problem)
      left.push({ id, message: leftWords[problem.code] ?? '' })
    }
  }
  // Of a list in which nothing could be done for one reason there is nothing to tell apart.
  const [first] = refusals
  if (
    done.length === 0 &&
    first !== undefined &&
    refusals.every(({ code }) => code === first.code) &&
    refusesAll.has(first.code)
  )
    throw first
  return { done, left }
})

/** Told of an item by itself: the others go on. */
const leftWords: Readonly<Record<string, string | undefined>> = {
  'not-found': '本单位没有这一项',
  'not-a-colleague': '这位同事不是这一项所在单位的，或现在办不了，没有改动',
  'task-not-reached': '任务还没有转到这里，没有改动',
  forbidden: '您没有办这一项的权限，没有改动',
  'outside-territory': '您没有办这一项的权限，没有改动',
  'step-not-allowed': '状态已经变了，没有改动',
  changed: '状态已经变了，没有改动',
  'task-not-running': '任务已经停了或结束了，没有改动',
}

/** What refuses the whole call where it is so of each. */
const refusesAll: ReadonlySet<string> = new Set(['not-found', 'not-a-colleague', 'forbidden', 'outside-territory'])
