import type { TaskContent, UnitReport } from '@zmht/shared/contract'
import type { Level, PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import {
  isUrging,
  type TaskState,
  type UnitAction,
  type UnitEntryKind,
  type UnitMover,
  type UnitStand,
  type UnitTransition,
  unfinishedOf,
  unitActions,
  unitTierOf,
  unitTransitions,
} from '@zmht/shared/rules'
import type { Task } from '../task.store'
import type { Unit, UnitEntry, UnitPlace } from '../unit.store'

/** A place on the way of a task, as its tiers say. */
export interface Stage {
  readonly id: PlaceId
  readonly level: Level
}

/**
 * The way of a task to a place: from that of its own places the place is in (of two the nearer, for it was dispatched there) to the place itself.
 * @param lineage root first
 */
export function wayTo<S extends Stage>(within: readonly PlaceId[], lineage: readonly S[]): readonly S[] {
  const first = lineage.map(({ id }) => within.includes(id)).lastIndexOf(true)
  return first === -1 ? [] : lineage.slice(first)
}

/**
 * The units on a way that look at a task before they pass it on. Who issued it has looked at it already.
 * @param own the places the issuing organisation manages
 */
export function gatesOn(
  way: readonly Stage[],
  passes: TaskContent['passes'],
  own: readonly PlaceId[],
): readonly PlaceId[] {
  return way.flatMap(({ id, level }) => {
    const tier = unitTierOf(level)
    return tier !== undefined && passes?.includes(tier) && !own.includes(id) ? [id] : []
  })
}

/** How far a task has come at a place, by which of the units on the way to it have passed it on. */
export function standOf(place: PlaceId, gates: readonly PlaceId[], hasPassed: (gate: PlaceId) => boolean): UnitStand {
  if (gates.some((gate) => gate !== place && !hasPassed(gate))) return 'ahead'
  if (!gates.includes(place)) return 'open'
  return hasPassed(place) ? 'passed' : 'waiting'
}

/**
 * What somebody is to a unit.
 * @param managed the places of the organisations they hold a post in
 * @param lineage of the unit’s place, root first; empty for the task as a whole
 */
export function moversAs(managed: readonly PlaceId[], lineage: readonly PlaceId[], isIssuer: boolean): UnitMover[] {
  const place = lineage.at(-1)
  if (place === undefined) return isIssuer ? ['issuer'] : []
  return [
    ...(managed.includes(place) ? (['unit'] as const) : []),
    // Who issued it manages what is around all of its places.
    ...(lineage.slice(0, -1).some((one) => managed.includes(one)) ? (['above'] as const) : []),
  ]
}

export interface Circumstances {
  readonly task: TaskState
  readonly stand: UnitStand
  readonly counts: Readonly<Record<string, number>>
  readonly as: readonly UnitMover[]
}

/** Whether an action is theirs at all: what the tables say of who. */
export function isTheirs(action: UnitAction, as: readonly UnitMover[]): boolean {
  const { by }: UnitTransition = unitTransitions[action]
  return by.some((one) => as.includes(one))
}

/** @returns what somebody may do for a unit now, in the order shown */
export const possibleUnitActions = (circumstances: Circumstances): readonly UnitAction[] =>
  unitActions.filter((action) => isTheirs(action, circumstances.as) && isTimely(action, circumstances))

function isTimely(action: UnitAction, { task, stand, counts }: Circumstances): boolean {
  const { during }: UnitTransition = unitTransitions[action]
  if (!during.includes(task)) return false
  switch (action) {
    case 'pass':
      return stand === 'waiting'
    case 'report':
      return stand !== 'ahead'
    // Below one that has not passed it on nobody knows of it yet.
    case 'urge':
      return stand !== 'ahead' && unfinishedOf(counts) > 0
  }
}

export interface UnitMove {
  readonly kind: UnitEntryKind
  readonly key: string
  readonly note?: string | undefined
  /** Of a report. */
  readonly signature?: string
}

export interface Signatory {
  readonly id: string
  /** 「街道主任 王芳」. */
  readonly name: string
}

/** Who does what the rules of a task ask for. */
export const byRule: Signatory = { id: 'system', name: '系统' }

/** @throws Problem `task-not-running` in a state of the task without it, `step-not-allowed` where it is not its time, `note-needed` */
export function checkUnitMove(action: UnitAction, note: string | undefined, circumstances: Circumstances): void {
  const transition: UnitTransition = unitTransitions[action]
  if (!transition.during.includes(circumstances.task)) throw new Problem('task-not-running')
  if (!isTimely(action, circumstances)) throw new Problem('step-not-allowed')
  if (transition.note === 'needed' && (note ?? '').trim() === '') throw new Problem('note-needed')
}

/** One thing a unit did, or that was said to it: the unit and the entry are saved in one transaction. A unit without a record gets its first. */
export function noteOnUnit(
  seen: Unit | undefined,
  where: { readonly taskId: string; readonly place: UnitPlace },
  { kind, key, note: written, signature }: UnitMove,
  by: Signatory,
  at: Instant,
): { unit: Unit; entry: UnitEntry } {
  const note = (written ?? '').trim()
  const mark = { key, kind, ...(note === '' ? {} : { note }), byName: by.name, at }
  const before: Unit = seen ?? { ...where, revision: 0 }
  return {
    unit: {
      ...before,
      ...(kind === 'pass' ? { passed: mark } : {}),
      ...(kind === 'report' ? { reported: mark } : {}),
      ...(isUrging(kind) ? { urged: mark } : {}),
      revision: before.revision + 1,
    },
    entry: { ...where, ...mark, by: by.id, ...(signature === undefined ? {} : { signature }) },
  }
}

type Numbers = Readonly<Record<string, number>>

/** What is frozen when a unit reports. States without any are left out, and so are places without anything to do. */
export function frozen(
  { id, content, edition }: Pick<Task, 'id' | 'content' | 'edition'>,
  digest: string,
  of: {
    readonly place: UnitReport['place']
    readonly groups: Numbers
    /** With what they come to; absent where the task has none. */
    readonly measures?: UnitReport['measures']
    readonly measured?: UnitReport['measured']
    readonly children: readonly {
      readonly id: PlaceId
      readonly name: string
      readonly level: Level
      readonly groups: Numbers
      readonly measured: NonNullable<UnitReport['measured']>
    }[]
  },
  { key, note = '' }: { readonly key: string; readonly note?: string | undefined },
  by: Signatory,
  at: Instant,
): UnitReport {
  return {
    key,
    task: { id, title: content.title, edition },
    form: { knowledge: content.form.knowledge, digest },
    place: of.place,
    at,
    by: by.name,
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    due: content.due,
    groups: some(of.groups),
    ...(of.measures === undefined ? {} : { measures: of.measures, measured: of.measured ?? {} }),
    children: of.children.flatMap(({ id: child, name, level, groups: all, measured }) => {
      const groups = some(all)
      if (Object.keys(groups).length === 0) return []
      return [{ id: child, name, level, groups, ...(of.measures === undefined ? {} : { measured }) }]
    }),
  }
}

const some = (groups: Numbers): Record<string, number> =>
  Object.fromEntries(Object.entries(groups).filter(([, count]) => count > 0))

/** @returns 「3 处还没有办完：甲社区、乙社区、丙社区」 */
export function lateWords(names: readonly string[]): string {
  const shown = names.slice(0, 5).join('、')
  return `${names.length} 处还没有办完：${shown}${names.length > 5 ? '等' : ''}`
}
