import type { LastedReply, UnitEntryReply, UnitReply } from '@zmht/shared/contract'
import { type Level, levels, type PlaceId, shortName } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { percentileOf } from '@zmht/shared/measures'
import { decide } from '@zmht/shared/permission'
import { doneOf, unfinishedOf, unitEntrySays, unitTierOf } from '@zmht/shared/rules'
import { type CountedNow, childrenOf, countedNow, type Tier } from '../hierarchy/index'
import type { Official } from '../platform/endpoint/actor'
import { type Circumstances, moversAs, possibleUnitActions, standOf, wayTo } from './domain/unit'
import { itemsOf, waitedOf, workedOf } from './measures'
import { gatesTo, passedOf } from './reach'
import type { Task } from './task.store'
import { isIssuer, taskResource } from './task-access'
import { readUnits, type Unit, type UnitMark } from './unit.store'

/** An entry as officials read it. */
export function showEntry({ key, kind, note, byName, at }: UnitMark): UnitEntryReply {
  return { key, kind, says: unitEntrySays[kind], ...(note === undefined ? {} : { note }), by: byName, at }
}

/** What was said to a unit last, as long as not all is done there. */
export const urgedOf = (
  unit: Unit | undefined,
  counts: Readonly<Record<string, number>>,
): { readonly urged?: UnitEntryReply } =>
  unit?.urged === undefined || unfinishedOf(counts) === 0 ? {} : { urged: showEntry(unit.urged) }

/** Minutes as sketches, by what they measure. */
export interface Lasted {
  readonly waited?: Sketch | undefined
  readonly worked?: Sketch | undefined
}
type Sketch = Readonly<Record<string, number>>

/** How long the items of a task took at a place and at each of those inside it. */
export async function lastedAt(taskId: string, id: PlaceId): Promise<(place: PlaceId) => Lasted> {
  const [waited, worked] = await Promise.all([countedNow(waitedOf(taskId), id), countedNow(workedOf(taskId), id)])
  const by = ({ total, children }: CountedNow) =>
    new Map<PlaceId, Sketch>([...children.map(({ place, groups }) => [place, groups] as const), [id, total]])
  const [waits, works] = [by(waited), by(worked)]
  return (place) => ({ waited: waits.get(place), worked: works.get(place) })
}

/** @returns nothing where nothing was measured */
function inMinutes(sketch: Sketch | undefined): LastedReply | undefined {
  const buckets = new Map(Object.entries(sketch ?? {}))
  const [median, most] = [percentileOf(buckets, 50), percentileOf(buckets, 90)]
  return median === undefined || most === undefined ? undefined : { median: Math.round(median), most: Math.round(most) }
}

export interface UnitPlaceFacts {
  readonly id: PlaceId
  readonly name: string
  readonly level: Level
  readonly groups: Readonly<Record<string, number>>
}

/**
 * What holds of a unit now for whoever asks.
 * @param known the records there are of all units on the way, where they were read already
 */
export async function circumstancesOf(
  task: Task,
  tiers: readonly Tier[],
  counts: Readonly<Record<string, number>>,
  actor: Official,
  known?: ReadonlyMap<string, Unit>,
): Promise<Circumstances> {
  const gates = await gatesTo(passedOf(task), tiers)
  const place = tiers.at(-1)?.id
  const units: ReadonlyMap<string, Unit> = known ?? (await readUnits(task.id, gates))
  const managed = actor.posts.flatMap(({ territory }) => territory)
  const lineage = tiers.map(({ id }) => id)
  return {
    task: task.state,
    stand: place === undefined ? 'open' : standOf(place, gates, (gate) => units.get(gate)?.passed !== undefined),
    counts,
    as: moversAs(managed, lineage, isIssuer(actor, task.organisationId)),
  }
}

/** A unit with what it came to, how far it and the places inside it are, and what the reader may do. */
export async function showUnit(
  task: Task,
  place: UnitPlaceFacts,
  tiers: readonly Tier[],
  unit: Unit | undefined,
  reader: {
    readonly actor: Official
    readonly at: Instant
    readonly known?: ReadonlyMap<string, Unit>
    readonly lasted?: (place: PlaceId) => Lasted
  },
): Promise<UnitReply> {
  const { id, name, level, groups } = place
  const lineage = tiers.map((tier) => tier.id)
  const [circumstances, strip, resource] = await Promise.all([
    circumstancesOf(task, tiers, groups, reader.actor, reader.known),
    stripOf(task.id, place),
    taskResource(task, lineage),
  ])
  const lasted = reader.lasted?.(id)
  const [waited, worked] = [inMinutes(lasted?.waited), inMinutes(lasted?.worked)]
  const leads = isUnit(task, tiers) && decide(reader.actor.policy, reader.actor, 'task.lead', resource, reader.at).allow
  return {
    id,
    name,
    level,
    groups: { ...groups },
    stand: circumstances.stand,
    ...(unit?.passed === undefined ? {} : { passed: showEntry(unit.passed) }),
    ...(unit?.reported === undefined ? {} : { reported: showEntry(unit.reported) }),
    ...urgedOf(unit, groups),
    strip,
    ...(waited === undefined ? {} : { waited }),
    ...(worked === undefined ? {} : { worked }),
    hasUnits: strip.length > 0,
    actions: leads ? [...possibleUnitActions(circumstances)] : [],
  }
}

/** How far the units inside a place are, in the order of the tree; those with nothing to do are left out. */
async function stripOf(taskId: string, { id, level }: UnitPlaceFacts): Promise<UnitReply['strip']> {
  if (levels.indexOf(level) >= levels.indexOf('community')) return []
  const [counted, children] = await Promise.all([countedNow(itemsOf(taskId), id), childrenOf(id)])
  const groupsOf = new Map(counted.children.map((child) => [child.place, child.groups]))
  return children.flatMap((child) => {
    const { done, total } = doneOf(groupsOf.get(child.id) ?? {})
    return total === 0 ? [] : [{ name: shortName(child), done, total }]
  })
}

/** Whether somebody answers for a task at a place: a tier on its way, or one of its own places. */
export const isUnit = (task: Pick<Task, 'within'>, tiers: readonly Tier[]): boolean => {
  const place = tiers.at(-1)
  if (place === undefined || wayTo(task.within, tiers).length === 0) return false
  return unitTierOf(place.level) !== undefined || task.within.includes(place.id)
}
