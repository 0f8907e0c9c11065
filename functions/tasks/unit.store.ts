import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { type UnitEntryKind, unitEntryKinds } from '@zmht/shared/rules'
import { readBatch } from '../platform/table/batch'
import { CustomAttributeType, itemType, present } from '../platform/table/item'
import { putIf, transact } from '../platform/table/write'

/** A place of the task, or the task as a whole for who issued it. */
export type UnitPlace = PlaceId | 'whole'

/** The latest of its kind, as rows and cards show it. */
export interface UnitMark {
  readonly key: string
  readonly kind: UnitEntryKind
  readonly note?: string
  /** 「街道主任 王芳」. */
  readonly byName: string
  readonly at: Instant
}

/** What a unit of a task has come to. There is a record from its first act on: before, it is at whatever the one above made of it. */
export interface Unit {
  readonly taskId: string
  readonly place: UnitPlace
  readonly passed?: UnitMark
  readonly reported?: UnitMark
  /** What was said to it last. */
  readonly urged?: UnitMark
  readonly revision: number
}

/** Named after its task and place alone: a place that is moved takes it along. */
export const taskUnitItem = itemType({
  model: { entity: 'taskUnit', version: '1', service: 'zmht' },
  attributes: {
    taskId: { type: 'string', required: true },
    place: { type: CustomAttributeType<UnitPlace>('string'), required: true },
    passed: { type: CustomAttributeType<UnitMark>('any') },
    reported: { type: CustomAttributeType<UnitMark>('any') },
    urged: { type: CustomAttributeType<UnitMark>('any') },
    revision: { type: 'number', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['taskId', 'place'], template: 'TASKUNIT#${taskId}#${place}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'UNIT', casing: 'none' },
    },
  },
})

/** One thing a unit did, or that was said to it; never changed. Its key is made by whoever does it: sent twice, it is one. */
export interface UnitEntry extends UnitMark {
  readonly taskId: string
  readonly place: UnitPlace
  readonly by: string
  /** Of a report: what was frozen, signed. */
  readonly signature?: string
}

export const taskUnitEntryItem = itemType({
  model: { entity: 'taskUnitEntry', version: '1', service: 'zmht' },
  attributes: {
    taskId: { type: 'string', required: true },
    place: { type: CustomAttributeType<UnitPlace>('string'), required: true },
    key: { type: 'string', required: true },
    kind: { type: unitEntryKinds, required: true },
    note: { type: 'string' },
    byName: { type: 'string', required: true },
    by: { type: 'string', required: true },
    at: { type: 'string', required: true },
    signature: { type: 'string' },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['taskId', 'place'], template: 'TASKUNIT#${taskId}#${place}', casing: 'none' },
      sk: { field: 'sk', composite: ['key'], template: 'ENTRY#${key}', casing: 'none' },
    },
  },
})

/** That an official was told of an entry by WeChat. */
export const taskUnitToldItem = itemType({
  model: { entity: 'taskUnitTold', version: '1', service: 'zmht' },
  attributes: {
    taskId: { type: 'string', required: true },
    place: { type: CustomAttributeType<UnitPlace>('string'), required: true },
    key: { type: 'string', required: true },
    official: { type: 'string', required: true },
    outcome: { type: ['sent', 'refused'] as const, required: true },
    at: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['taskId', 'place'], template: 'TASKUNIT#${taskId}#${place}', casing: 'none' },
      sk: { field: 'sk', composite: ['key', 'official'], template: 'TOLD#${key}#${official}', casing: 'none' },
    },
  },
})

/** Those of the units of a task that have done anything, by place, in one batch. Strongly consistent. */
export async function readUnits(taskId: string, places: readonly UnitPlace[]): Promise<ReadonlyMap<UnitPlace, Unit>> {
  if (places.length === 0) return new Map()
  const found = await readBatch(
    [...new Set(places)].map((place) => ({ taskId, place })),
    (keys) => taskUnitItem().get(keys).go({ consistent: true }),
  )
  return new Map(found.map((unit) => [unit.place, present(unit) as Unit])) // as it was put
}

/** Strongly consistent. */
export const readUnit = async (taskId: string, place: UnitPlace): Promise<Unit | undefined> =>
  (await readUnits(taskId, [place])).get(place)

/** @returns `taken-before`: this very entry is there; `changed`: another came between */
export async function saveUnit(unit: Unit, entry: UnitEntry): Promise<'saved' | 'taken-before' | 'changed'> {
  const outcome = await transact([
    {
      put: taskUnitItem()
        .put(unit)
        .where(({ revision }, { eq, notExists }) =>
          unit.revision === 1 ? notExists(revision) : eq(revision, unit.revision - 1),
        )
        .params(),
    },
    {
      put: taskUnitEntryItem()
        .put(entry)
        .where(({ at }, { notExists }) => notExists(at))
        .params(),
    },
  ])
  if (outcome.written) return 'saved'
  return outcome.failed.includes(1) ? 'taken-before' : 'changed'
}

/** Strongly consistent. */
export async function readUnitEntry(taskId: string, place: UnitPlace, key: string): Promise<UnitEntry | undefined> {
  const { data } = await taskUnitEntryItem().get({ taskId, place, key }).go({ consistent: true })
  return data === null ? undefined : (present(data) as UnitEntry) // as it was put
}

/** What a unit did and what was said to it, the latest first: some tens. */
export async function unitEntries(taskId: string, place: UnitPlace): Promise<readonly UnitEntry[]> {
  const { data } = await taskUnitEntryItem()
    .query.primary({ taskId, place })
    .begins({ key: '' })
    .go({ pages: 'all', consistent: true })
  return data
    .map((entry) => present(entry) as UnitEntry) // as it was put
    .sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))
}

type Told = { readonly taskId: string; readonly place: UnitPlace; readonly key: string; readonly official: string }

export async function wasTold(told: Told): Promise<boolean> {
  const { data } = await taskUnitToldItem().get(told).go({ consistent: true })
  return data !== null
}

export async function saveTold(told: Told, outcome: 'sent' | 'refused', at: Instant): Promise<void> {
  await putIf(
    taskUnitToldItem()
      .put({ ...told, outcome, at })
      .params(),
  )
}
