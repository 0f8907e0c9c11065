import type { TaskContent } from '@zmht/shared/contract'
import type { Form } from '@zmht/shared/controls'
import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { type TaskState, taskStates } from '@zmht/shared/rules'
import { cached, moving } from '../platform/cache'
import { type Packed, pack, unpack } from '../platform/packed'
import { CustomAttributeType, itemType, present } from '../platform/table/item'
import { readPage } from '../platform/table/page'
import { type TransactionPart, transact } from '../platform/table/write'
import type { ErrandMark } from './errand.store'

/** A task 任务: what is to be done about whom, where, until when. */
export interface Task {
  readonly id: string
  readonly organisationId: string
  readonly content: TaskContent
  readonly within: readonly PlaceId[]
  readonly state: TaskState
  /** Counts up with each change. */
  readonly edition: number
  /** Of the form, once it was changed after it was dispatched; absent: the first. */
  readonly formVersion?: number
  /** The job that makes its items. */
  readonly job?: string
  /** The places that job is about: those that came later. Absent: all. */
  readonly added?: readonly PlaceId[]
  /** The day in China it was dispatched on. */
  readonly start?: string
  /** It is one thing that was handed out of a request. */
  readonly errand?: ErrandMark
  /** The workbook its numbers are told by. */
  readonly sheet?: AttachedSheet
  readonly at: Instant
  readonly by: string
}

/** A workbook with placeholders: its file in the bucket. */
export interface AttachedSheet {
  readonly file: string
  readonly name: string
  readonly at: Instant
  readonly byName: string
}

export interface TaskCard {
  readonly id: string
  readonly title: string
  readonly state: TaskState
  readonly organisationId: string
  readonly due: string
  /** What tells how far it has come at a place, without reading it. */
  readonly passes?: TaskContent['passes']
  readonly errand?: ErrandMark
  readonly at: Instant
}

export const taskItem = itemType({
  model: { entity: 'task', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    organisationId: { type: 'string', required: true },
    content: { type: CustomAttributeType<Packed>('any'), required: true },
    within: { type: CustomAttributeType<readonly PlaceId[]>('any'), required: true },
    state: { type: taskStates, required: true },
    edition: { type: 'number', required: true },
    formVersion: { type: 'number' },
    job: { type: 'string' },
    added: { type: CustomAttributeType<readonly PlaceId[]>('any') },
    start: { type: 'string' },
    errand: { type: CustomAttributeType<ErrandMark>('any') },
    sheet: { type: CustomAttributeType<AttachedSheet>('any') },
    at: { type: 'string', required: true },
    by: { type: 'string', required: true },
    card: { type: CustomAttributeType<TaskCard>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'TASK#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'TASK', casing: 'none' },
    },
    ofOrganisation: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: ['organisationId'], template: 'TASKS#${organisationId}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['at', 'id'], template: '${at}#${id}', casing: 'none' },
    },
    /** All there are, for recounts: tasks are made by hand and few. */
    all: {
      index: 'gsi2',
      pk: { field: 'gsi2pk', composite: [], template: 'ALLTASKS', casing: 'none' },
      sk: { field: 'gsi2sk', composite: ['id'], template: '${id}', casing: 'none' },
    },
  },
})

/** A form of a task that another has followed: what was filled in by it is read and finished by it. */
export const taskFormItem = itemType({
  model: { entity: 'taskForm', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    version: { type: 'number', required: true },
    form: { type: CustomAttributeType<Packed>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'TASK#${id}', casing: 'none' },
      sk: { field: 'sk', composite: ['version'], template: 'FORM#${version}', casing: 'none' },
    },
  },
})

/** The form of a version, the one in force among them. @returns undefined for a version that never was */
export async function formOfVersion(task: Task, version: number): Promise<Form | undefined> {
  if (version === (task.formVersion ?? 1)) return task.content.form
  const { data } = await taskFormItem().get({ id: task.id, version }).go()
  return data === null ? undefined : unpack<Form>(data.form)
}

/** What keeps the form that another follows. */
export const formerForm = ({ id, formVersion = 1, content }: Task): TransactionPart => ({
  put: taskFormItem()
    .put({ id, version: formVersion, form: pack(content.form) })
    .params(),
})

/** A task that is to be done, at each of its places: a worker asks their own place and all above it. */
export const taskAtItem = itemType({
  model: { entity: 'taskAt', version: '1', service: 'zmht' },
  attributes: {
    place: { type: CustomAttributeType<PlaceId>('string'), required: true },
    due: { type: 'string', required: true },
    id: { type: 'string', required: true },
    card: { type: CustomAttributeType<TaskCard>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['place'], template: 'TASKSAT#${place}', casing: 'none' },
      sk: { field: 'sk', composite: ['due', 'id'], template: '${due}#${id}', casing: 'none' },
    },
  },
})

const known = cached(moving, (id) => readTask(id))
/** At most 5 s old: what lists and items are shown by. */
export const taskNow = (id: string): Promise<Task | undefined> => known.read(id)

/** Strongly consistent. */
export async function readTask(id: string): Promise<Task | undefined> {
  const { data } = await taskItem().get({ id }).go({ consistent: true })
  if (data === null) return undefined
  const { card: _card, content, ...task } = data
  return present({ ...task, content: unpack<TaskContent>(content) })
}

const isListed = (state: TaskState): boolean => state === 'running' || state === 'suspended'

/**
 * @param beside written in the same transaction
 * @returns false when it was changed since `seen` (undefined: there was none)
 */
export async function saveTask(
  task: Task,
  seen: Task | undefined,
  beside: readonly TransactionPart[] = [],
): Promise<boolean> {
  const { id, organisationId, state, at, content } = task
  const card: TaskCard = {
    id,
    title: content.title,
    state,
    organisationId,
    due: content.due,
    ...(content.passes === undefined ? {} : { passes: content.passes }),
    ...(task.errand === undefined ? {} : { errand: task.errand }),
    at,
  }
  const parts: TransactionPart[] = [
    {
      put: taskItem()
        .put({ ...task, content: pack(content), card })
        .where(({ edition }, { eq, notExists }) =>
          seen === undefined ? notExists(edition) : eq(edition, seen.edition),
        )
        .params(),
    },
    ...listsOf(task, seen, card),
    ...beside,
  ]
  const { written } = await transact(parts)
  if (written) known.forget(id)
  return written
}

/** @returns what holds only as long as a task is a draft, and changes nothing of it */
export const stillDraft = (id: string): TransactionPart => ({
  update: taskItem()
    .patch({ id })
    .set({ state: 'draft' })
    .where(({ state }, { eq }) => eq(state, 'draft'))
    .params(),
})

/** Where a task is to be done, in the order of its last day. */
const listedAt = (task: Task | undefined) =>
  task !== undefined && isListed(task.state)
    ? task.within.map((place) => ({ place, due: task.content.due, id: task.id }))
    : []

/** What changes with a task in the lists of its places. */
function listsOf(task: Task, seen: Task | undefined, card: TaskCard): readonly TransactionPart[] {
  const listed = listedAt(task)
  const gone = listedAt(seen).filter(({ place, due }) => !listed.some((one) => one.place === place && one.due === due))
  return [
    ...listed.map((key) => ({
      put: taskAtItem()
        .put({ ...key, card })
        .params(),
    })),
    ...gone.map((key) => ({ delete: taskAtItem().delete(key).params() })),
  ]
}

/** The tasks of an organisation, the latest first. */
export async function tasksOf(
  organisationId: string,
  cursor: string | undefined,
): Promise<{ items: readonly TaskCard[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    taskItem().query.ofOrganisation({ organisationId }).go({ cursor: from, limit: 20, order: 'desc' }),
  )
  return { items: data.map(({ card }) => card), ...(next === null ? {} : { next }) }
}

/** What is to be done at a place, the earliest due first: a place has some tens. */
export async function tasksAtPlace(place: PlaceId): Promise<readonly TaskCard[]> {
  const { data } = await taskAtItem().query.primary({ place }).go({ pages: 'all' })
  return data.map(({ card }) => card)
}

/** The next of all tasks after one, in the order of their ids. */
export async function taskAfter(id: string | undefined): Promise<string | undefined> {
  const all = taskItem().query.all({})
  const { data } = await (id === undefined ? all : all.gt({ id })).go({ limit: 1 })
  return data[0]?.card.id
}
