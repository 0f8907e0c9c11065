import { isPlaceId, lineageOf, type PlaceId, type PlacePath } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { requestStates } from '@zmht/shared/rules'
import { findPlace } from '../hierarchy/index'
import { gridFacts } from '../permissions/index'
import { beginningOf, dayInChina, later, now, nowMillis } from '../platform/clock'
import { saveDue } from '../platform/due.store'
import type { Message, Reactions } from '../platform/stream/message'
import { isOpen } from './domain/work'
import { startDueJob } from './due.job'
import { followErrands } from './errand'
import { handOverItems, handoverDue, workOffItems } from './handover'
import { startRecipientsJob } from './recipients.job'
import { repeatTask } from './repeat'
import { routeAgain, routed, routesOf } from './route'
import { isDueNow, taskDues } from './schedule'
import { tellUnit } from './tell-unit'
import { startUnitsJob } from './units.job'
import { changeWork, openWork, routedTo, tierOf, type WorkCard, type WorkPosition } from './work.store'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A request changed: the open work that stands for it follows, and so does what it handed out. Told by the message alone, ordered by the request's revision. */
async function follow(message: Message): Promise<void> {
  await followWork(message)
  await followErrands(message)
}

async function followWork(message: Message): Promise<void> {
  const { carried } = message
  const state = requestStates.find((one) => one === carried.state)
  if (state === undefined || message.change === 'removed') return
  const id = text(carried.id)
  const due = text(carried.due)
  const revision = Number(carried.revision ?? 0)
  const path = text(carried.path) as PlacePath // a request's path is one
  const home = lineageOf(path).at(-1)
  if (home === undefined) return
  const claimedBy = carried.claimedBy as WorkCard['claimedBy'] // as the channels slice keeps it
  // What another organisation has stands in its list, not in that of the place.
  const open = isOpen(state) && carried.desk === undefined
  const route = (await routesOf([home])).get(home) ?? { path, tiers: {} }
  const changed = await changeWork(id, async (before) => {
    if (before !== undefined && before.revision > revision) return undefined
    const overdue = before?.overdue === true && before.due === due
    const card: WorkCard = {
      channelId: text(carried.channelId),
      title: text(carried.title),
      who: text(carried.who),
      place: text(carried.tail),
      state,
      since: text(carried.submittedAt),
      due,
      overdue,
      path,
      ...(claimedBy === undefined ? {} : { claimedBy }),
    }
    return routed({ id, open, due, overdue, revision, card }, route)
  })
  if (changed !== undefined && isOpen(state) && changed.before?.due !== due)
    await saveDue(due, { slice: 'tasks', kind: 'work', subject: id })
}

/** A deadline passed: if the work still waits, it is late from now on. */
async function becomeOverdue(id: string): Promise<void> {
  await changeWork(id, async (work) => {
    if (work === undefined || !work.open || work.overdue || work.due > now()) return undefined
    return { ...work, overdue: true, card: { ...work.card, overdue: true } }
  })
}

/** All open work that a place lists at its tier; below the tiers that list, that of the community around it. */
async function openWorkAround(place: PlaceId): Promise<{ id: string; path: PlacePath }[]> {
  const facts = await findPlace(place)
  const listing = [...(facts?.tiers ?? [])].reverse().find(({ level }) => tierOf(level) !== undefined)
  const tier = listing === undefined ? undefined : tierOf(listing.level)
  if (listing === undefined || tier === undefined) return []
  const all: { id: string; path: PlacePath }[] = []
  let cursor: string | undefined
  do {
    const page = await openWork(tier, listing.id, cursor)
    all.push(...page.items)
    cursor = page.next
  } while (cursor !== undefined)
  return all
}

async function openWorkRoutedTo(grid: string): Promise<{ id: string; path: PlacePath }[]> {
  const all: { id: string; path: PlacePath }[] = []
  let after: WorkPosition | undefined
  for (;;) {
    const { items, more } = await routedTo(grid, after)
    all.push(...items)
    const last = items.at(-1)
    if (!more || last === undefined) return all
    after = { due: last.due, id: last.id }
  }
}

/** Routes again what a grid has, and what lies where it belongs. */
async function routeAround(grid: string, places: readonly PlaceId[]): Promise<void> {
  const found = await Promise.all([openWorkRoutedTo(grid), ...[...new Set(places)].map(openWorkAround)])
  const once = new Map(found.flat().map((work) => [work.id, work]))
  await routeAgain([...once.values()])
}

/** The list indexes are eventually consistent: what was written in the same moment is found a little later. */
const settled = 60_000

/** A grid changed: open work goes where it is covered now, and again on the days the grid begins and ends. */
async function followGrid({ carried, before }: Message): Promise<void> {
  const fields = ['stamp', 'within', 'from', 'to'] as const
  if (before !== undefined && fields.every((name) => before[name] === carried[name])) return
  const grid = text(carried.id)
  await routeAround(grid, [text(carried.within), text(before?.within)].filter(isPlaceId))
  for (const at of [later(now(), settled), ...turnsOf(text(carried.from), text(carried.to))])
    await saveDue(at, { slice: 'tasks', kind: 'grid', subject: grid })
}

/** The instants still to come at which a grid begins and has ended. */
function turnsOf(from: string, to: string): Instant[] {
  const end = to === '' ? [] : [later(beginningOf(to), 24 * 3600 * 1000)]
  return [beginningOf(from), ...end].filter((at) => dayInChina(at) > dayInChina(now()))
}

async function onDue({ carried }: Message): Promise<void> {
  const subject = text(carried.subject)
  if (carried.kind === 'work') return becomeOverdue(subject)
  const due = taskDues.find((one) => one === carried.kind)
  if (due !== undefined) {
    if (!(await isDueNow(subject, due))) return
    return due === 'repeat' ? repeatTask(subject) : startUnitsJob(subject, due)
  }
  if (carried.kind === handoverDue) return workOffItems(subject)
  if (carried.kind === dutiesDue && isPlaceId(subject)) return startRecipientsJob(subject, nowMillis().toString(36))
  if (carried.kind !== 'grid') return
  const grid = await gridFacts(subject)
  if (grid !== undefined) await routeAround(grid.id, [grid.within])
}

/** Something was said to a unit: whoever is on its posts is told. */
async function onUnitEntry({ carried, change }: Message): Promise<void> {
  if (change === 'added') await tellUnit(text(carried.taskId), text(carried.place), text(carried.key))
}

/** Somebody left a post: the items they have in hand go to who takes over. */
async function onHandover({ carried, change }: Message): Promise<void> {
  if (change === 'added') await handOverItems(text(carried.operation))
}

/** A task has another last day, or goes on, or not: its items say so. */
async function followTask({ carried, before, change }: Message): Promise<void> {
  const toldBy = (image: Message['carried'] | undefined) => {
    const { due } = { ...(image?.card as { readonly due?: unknown } | undefined) } // as the store keeps it
    return `${text(image?.state)} ${text(due)}`
  }
  if (change !== 'changed' || before?.state === 'draft' || toldBy(carried) === toldBy(before)) return
  await startDueJob(text(carried.id), Number(carried.edition ?? 0))
}

const dutiesDue = 'duties'

/** Who holds a duty at a place changed: what goes by duty follows now, a moment later once more (what is remembered of duties is some seconds old), and on the days still to come. */
async function followDuties({ carried, before }: Message): Promise<void> {
  const place = text(carried.place)
  if (!isPlaceId(place) || JSON.stringify(carried.timelines) === JSON.stringify(before?.timelines)) return
  await startRecipientsJob(place, `v${String(carried.version)}`)
  const days = new Set(daysIn(carried.timelines).filter((day) => day > dayInChina(now())))
  for (const at of [later(now(), settled), ...[...days].map(beginningOf)])
    await saveDue(at, { slice: 'tasks', kind: dutiesDue, subject: place })
}

/** The days on which some duty begins or ends, as the permissions keep them. */
function daysIn(timelines: unknown): readonly string[] {
  const all: unknown[] = typeof timelines === 'object' && timelines !== null ? Object.values(timelines) : []
  return all.flatMap((timeline) =>
    Array.isArray(timeline)
      ? timeline.flatMap(({ from, until }) => [from, until]).filter((day) => text(day) !== '')
      : [],
  )
}

export const reactions: Reactions = {
  request: follow,
  due: onDue,
  grid: followGrid,
  handover: onHandover,
  duties: followDuties,
  taskUnitEntry: onUnitEntry,
  task: followTask,
}
