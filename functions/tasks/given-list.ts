import type { TaskContent } from '@zmht/shared/contract'
import { lineageOf, type PlaceId } from '@zmht/shared/geo'
import { type EntityId, entityId } from '@zmht/shared/knowledge'
import { decide, seesNames } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { markOfList } from '@zmht/shared/rules'
import { findPlace, tailOf } from '../hierarchy/index'
import { type EntityStanding, standingOf } from '../ledgers/index'
import type { Official } from '../platform/endpoint/actor'
import { createListPart, readList, readListPart, saveListPart } from './list.store'
import type { Task } from './task.store'
import { taskResource } from './task-access'

/** Entities looked at together. */
export const atOnce = 25

/** Does something for each, some at once, and keeps their order. */
export async function eachOf<T, R>(all: readonly T[], of: (one: T, at: number) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  for (let from = 0; from < all.length; from += atOnce)
    done.push(...(await Promise.all(all.slice(from, from + atOnce).map((one, at) => of(one, from + at)))))
  return done
}

/** Whoever gives the list, and the places it is for. */
export interface Giving {
  readonly task: Pick<Task, 'id' | 'organisationId'>
  readonly kind: EntityStanding['kind']
  readonly within: readonly PlaceId[]
  readonly actor: Official
  readonly at: string
}

/**
 * Somebody or something of the kind that stands inside the task's places, where the actor gives out tasks.
 * @param byName it was found by what it is called: a person is there for those who read people there alone
 * @returns undefined for anything else, as for what does not exist
 */
export async function ofReach(
  id: EntityId,
  { task, kind, within, actor, at }: Giving,
  byName = false,
): Promise<EntityStanding | undefined> {
  const standing = await standingOf(id)
  if (standing === undefined || standing.kind !== kind) return undefined
  const lineage = await lineageNow(standing)
  if (!lineage.some((place) => within.includes(place))) return undefined
  if (byName && kind === 'person' && !readsPeople(actor, id, lineage, at)) return undefined
  return decide(actor.policy, actor, 'task.write', await taskResource(task, lineage), at).allow ? standing : undefined
}

function readsPeople(actor: Official, id: EntityId, lineage: readonly PlaceId[], at: string): boolean {
  const decision = decide(actor.policy, actor, 'ledger.read', { kind: 'entity', id, lineage }, at)
  return decision.allow && seesNames(decision.fields)
}

async function lineageNow({ path }: Pick<EntityStanding, 'path'>): Promise<readonly PlaceId[]> {
  const last = lineageOf(path).at(-1)
  return last === undefined ? [] : ((await findPlace(last))?.lineage ?? [])
}

/** As whom it is shown: a person by name and door to those who read people there, to others by the family name and the community. */
export async function shownTo(standing: EntityStanding, { actor, at }: Pick<Giving, 'actor' | 'at'>) {
  const { id, kind, name, home, anchor } = standing
  if (kind !== 'person') return { id, name, place: home }
  const lineage = await lineageNow(standing)
  if (readsPeople(actor, id, lineage, at)) return { id, name, place: home }
  const community = lineageOf(anchor).at(-1)
  return { id, name: `${[...name][0] ?? ''}**`, place: community === undefined ? '' : await tailOf(community) }
}

/**
 * Keeps a part of a list.
 * @returns the places in it of those that are not in reach; nothing is kept where there are any
 * @throws Problem `step-not-allowed` where the task was dispatched meanwhile
 */
export async function keepListPart(part: number, ids: readonly string[], giving: Giving): Promise<readonly number[]> {
  const distinct = [...new Set(ids)].map((id) => entityId(id))
  const found = await eachOf(distinct, (id) => ofReach(id, giving))
  const lacking = new Set<string>(distinct.filter((_, at) => found[at] === undefined))
  if (lacking.size > 0) return ids.flatMap((id, at) => (lacking.has(id) ? [at] : []))
  const places: Record<PlaceId, number> = {}
  for (const standing of found) {
    const place = standing === undefined ? undefined : lineageOf(standing.anchor).at(-1)
    if (place !== undefined) places[place] = (places[place] ?? 0) + 1
  }
  const isSaved = await saveListPart({ id: giving.task.id, part, entities: distinct, places })
  if (!isSaved) throw new Problem('step-not-allowed')
  return []
}

type GivenList = Extract<TaskContent['about'], { readonly of: 'list' }>

/** @returns whether all of a list has been kept: just this one, not one that was there before */
export async function isKept(taskId: string, { kind, parts, count, mark }: GivenList): Promise<boolean> {
  const kept = await readList(taskId, parts)
  const all = kept.flatMap(({ entities }) => entities)
  return kept.length === parts && all.length === count && markOfList(kind, all) === mark
}

/** How many of a list were at a place when it was kept. */
export async function listedAt(taskId: string, { parts }: GivenList, place: PlaceId): Promise<number> {
  const kept = await readList(taskId, parts)
  const many = new Map<string, number>()
  for (const { places } of kept)
    for (const [at, count] of Object.entries(places)) many.set(at, (many.get(at) ?? 0) + count)
  const inside = await eachOf([...many], async ([at, count]) => {
    const lineage = (await findPlace(at as PlaceId))?.lineage // kept above by places
    return lineage?.includes(place) === true ? count : 0
  })
  return inside.reduce((sum, count) => sum + count, 0)
}

/** Those of one part of a list that stand inside some places now. */
export async function listedIn(taskId: string, part: number, within: readonly PlaceId[]): Promise<readonly EntityId[]> {
  const { entities = [] } = (await readListPart(taskId, part)) ?? {}
  const inside = await eachOf(entities, async (id) => {
    const standing = await standingOf(id)
    const lineage = standing === undefined ? [] : await lineageNow(standing)
    return lineage.some((place) => within.includes(place)) ? [id] : []
  })
  return inside.flat()
}

/** A task that comes again takes its list along; told again, what it has by then stays. */
export async function copyList({ id, content: { about } }: Pick<Task, 'id' | 'content'>, to: string): Promise<void> {
  if (about.of !== 'list') return
  for (const part of await readList(id, about.parts)) await createListPart({ ...part, id: to })
}
