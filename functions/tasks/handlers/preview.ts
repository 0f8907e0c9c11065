import { general } from '@zmht/shared/answerable'
import { taskRoutes as routes } from '@zmht/shared/contract'
import { type Level, levels, type PlaceId } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import { childrenOf, findPlace, type PlaceFacts, placesInside } from '../../hierarchy/index'
import { ledgerCountAt } from '../../ledgers/index'
import { holdersAt, officialsOf, organisationFacts, whoMayNow } from '../../permissions/index'
import { dayInChina } from '../../platform/clock'
import { endpoint } from '../../platform/endpoint/endpoint'
import { listedAt } from '../given-list'
import { answererOf, goesElsewhere, undertakersOf } from '../recipients'
import type { Task } from '../task.store'
import { locateForReader, taskResource } from '../task-access'

/** The tiers whose organisations hand a task on or work on it. */
const unitLevels: readonly Level[] = ['district', 'subdistrict', 'community']

export const previewTask = endpoint(routes.previewTask, {
  locate: locateForReader,
  handle: async ({ query, loaded: { task }, now }) => {
    const ids = query.place === undefined ? task.within : await childrenWithin(task, query.place)
    const places = await Promise.all(ids.map((id) => reached(task, id, now)))
    return { places: places.flat() }
  },
})

/** Every place inside one of the task's, one tier further down. @throws Problem `outside-territory` */
async function childrenWithin({ within }: Task, place: PlaceId): Promise<readonly PlaceId[]> {
  const lineage = (await findPlace(place))?.lineage ?? []
  if (!within.some((one) => lineage.includes(one))) throw new Problem('outside-territory')
  return (await childrenOf(place)).map(({ id }) => id)
}

async function reached(task: Task, id: PlaceId, now: string) {
  const place = await findPlace(id)
  if (place === undefined) return []
  const { name, level, lineage } = place
  const below = unitLevels.slice(unitLevels.indexOf(level) + 1)
  const [items, counted, holders] = await Promise.all([
    itemsAt(task, id),
    Promise.all(below.map(async (one) => [one, await placesInside(id, one)] as const)),
    holdersAt(lineage, dayInChina(now)),
  ])
  const { to } = task.content
  if (to?.by === 'own') return [{ ...shown(place, items, counted), organisation: '各单位自己' }]
  const holder = holders.get(to?.by === 'duty' ? to.duty : general)
  // Who answers for what is above is not there for each of its parts: but a community's is for its buildings, and a duty is held once for all.
  const isForParts = to?.by === 'duty' || levels.indexOf(level) > levels.indexOf('community')
  const near = holder?.place === id || isForParts ? holder?.organisation : undefined
  const organisation = to?.by === 'ledger' ? await answererOf(task, { name, path: place.path }) : near
  const [facts, officials] = await Promise.all([
    organisation === undefined ? undefined : organisationFacts(organisation),
    organisation === undefined
      ? []
      : goesElsewhere(task.content)
        ? undertakersOf(task, organisation, lineage)
        : inOffice(task, organisation, lineage),
  ])
  return [
    {
      ...shown(place, items, counted),
      ...(facts === undefined ? {} : { organisation: facts.name }),
      officials: officials.length,
    },
  ]
}

/** A place with how much there is to do and what is inside it. */
const shown = (
  { id, name, level }: PlaceFacts,
  items: number | undefined,
  counted: readonly (readonly [Level, number])[],
) => ({
  id,
  name,
  level,
  ...(items === undefined ? {} : { items }),
  units: Object.fromEntries(counted.filter(([, many]) => many > 0)),
  hasChildren: level !== 'community' && counted.some(([, many]) => many > 0),
})

/** Those of an organisation who may work on a task there, or read it to hand it on. */
async function inOffice(task: Task, organisation: string, lineage: readonly PlaceId[]): Promise<readonly string[]> {
  const resource = await taskResource(task, lineage)
  const all = await officialsOf(organisation)
  const may = await Promise.all(all.map((id) => whoMayNow(id, 'task.read', resource)))
  return may.flatMap((one) => (one === undefined ? [] : [one.id]))
}

async function itemsAt({ id, content: { about } }: Task, place: PlaceId): Promise<number | undefined> {
  if (about.of === 'list') return listedAt(id, about, place)
  if (about.of === 'ledger') return ledgerCountAt(about.ledger, place, about)
  return placesInside(place, about.level)
}
