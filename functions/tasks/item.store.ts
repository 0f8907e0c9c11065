import { createHash } from 'node:crypto'
import type { FormAnswers, Patch } from '@zmht/shared/controls'
import type { PlaceId, PlacePath } from '@zmht/shared/geo'
import type { EntityId, Instant } from '@zmht/shared/knowledge'
import type { Tally } from '@zmht/shared/measures'
import {
  type ItemAction,
  type ItemMover,
  type ItemState,
  itemActions,
  itemMovers,
  itemStates,
  unfinished,
} from '@zmht/shared/rules'
import { base32, open, seal } from '../platform/cipher'
import { fileGone } from '../platform/files/keep'
import { CustomAttributeType, itemType, present } from '../platform/table/item'
import { readPage } from '../platform/table/page'
import { putIf, type TransactionPart, transact } from '../platform/table/write'
import { errandPart, type Origin } from './errand.store'

/** One thing to be done of a task: about one entity. */
export interface Item {
  readonly id: string
  readonly taskId: string
  readonly subject: EntityId
  readonly name: string
  /** Where it is, as briefly as is clear. */
  readonly place: string
  /** A copy: never believed without the edges. */
  readonly path: PlacePath
  /** Where it is counted: its community, or what it hangs on above one. */
  readonly anchor: PlacePath
  readonly district: string
  readonly state: ItemState
  /** The organisation it was given to; absent: it is of whoever works where it lies. */
  readonly organisation?: string
  readonly claimedBy?: Holder
  /** Why it was given back or sent back, as whoever reads it next is told. */
  readonly note?: string
  /** It was given back so often. */
  readonly rounds?: number
  /** The organisation that decides, where that is no more the one that issued the task. */
  readonly arbiter?: string
  /** The arbiter has said that it is to be done. */
  readonly ruled?: true
  /** Since when it waits: it was made, or came back. */
  readonly since: Instant
  /** When somebody took it up. */
  readonly taken?: Instant
  /** Minutes of working time until it was taken up, and from then until it was done. */
  readonly waited?: number
  readonly worked?: number
  /** The last day for it, as its task says; empty where the task is not under way. */
  readonly due?: string
  /** What its answer adds to the measures of its task; of what is done alone. */
  readonly tally?: Tally
  /** The request it does something for. */
  readonly origin?: Origin
  readonly at: Instant
  readonly revision: number
  readonly by: string
}

export interface Holder {
  readonly id: string
  readonly name: string
}

export interface ItemCard
  extends Pick<
    Item,
    'taskId' | 'subject' | 'name' | 'place' | 'state' | 'organisation' | 'claimedBy' | 'note' | 'at'
  > {}

export const taskItemItem = itemType({
  model: { entity: 'taskItem', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    taskId: { type: 'string', required: true },
    subject: { type: CustomAttributeType<EntityId>('string'), required: true },
    name: { type: 'string', required: true },
    place: { type: 'string', required: true },
    path: { type: CustomAttributeType<PlacePath>('string'), required: true },
    anchor: { type: CustomAttributeType<PlacePath>('string'), required: true },
    district: { type: 'string', required: true },
    state: { type: itemStates, required: true },
    organisation: { type: 'string' },
    claimedBy: { type: CustomAttributeType<Holder>('any') },
    note: { type: 'string' },
    rounds: { type: 'number' },
    arbiter: { type: 'string' },
    ruled: { type: 'boolean' },
    since: { type: 'string', required: true },
    taken: { type: 'string' },
    waited: { type: 'number' },
    worked: { type: 'number' },
    due: { type: 'string' },
    tally: { type: CustomAttributeType<Tally>('any') },
    origin: { type: CustomAttributeType<Origin>('any') },
    at: { type: 'string', required: true },
    revision: { type: 'number', required: true },
    by: { type: 'string', required: true },
    card: { type: CustomAttributeType<ItemCard>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'TASKITEM#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'TASKITEM', casing: 'none' },
    },
    inPlace: {
      index: 'gsi1',
      pk: {
        field: 'gsi1pk',
        composite: ['taskId', 'district'],
        template: 'TASKITEMS#${taskId}#${district}',
        casing: 'none',
      },
      sk: { field: 'gsi1sk', composite: ['path', 'id'], template: '${path}#${id}', casing: 'none' },
    },
    inState: {
      index: 'gsi2',
      pk: {
        field: 'gsi2pk',
        composite: ['taskId', 'district', 'state'],
        template: 'TASKITEMS#${taskId}#${district}#${state}',
        casing: 'none',
      },
      sk: { field: 'gsi2sk', composite: ['path', 'id'], template: '${path}#${id}', casing: 'none' },
    },
    /** What somebody or something was asked about, over all tasks. */
    ofSubject: {
      index: 'gsi3',
      pk: { field: 'gsi3pk', composite: ['subject'], template: 'ITEMSOF#${subject}', casing: 'none' },
      sk: { field: 'gsi3sk', composite: ['since', 'id'], template: '${since}#${id}', casing: 'none' },
    },
  },
})

/** What an official has in hand, written and removed with the item itself in one transaction. */
export const heldItemItem = itemType({
  model: { entity: 'heldItem', version: '1', service: 'zmht' },
  attributes: {
    official: { type: 'string', required: true },
    id: { type: 'string', required: true },
    card: { type: CustomAttributeType<ItemCard>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['official'], template: 'ITEMSHELDBY#${official}', casing: 'none' },
      sk: { field: 'sk', composite: ['id'], template: '${id}', casing: 'none' },
    },
  },
})

/** What waits for the word of an organisation above the one that issued its task; removed once it is said. */
export const ruledItemItem = itemType({
  model: { entity: 'itemToRule', version: '1', service: 'zmht' },
  attributes: {
    organisation: { type: 'string', required: true },
    taskId: { type: 'string', required: true },
    id: { type: 'string', required: true },
    card: { type: CustomAttributeType<ItemCard>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['organisation'], template: 'ITEMSTORULE#${organisation}', casing: 'none' },
      sk: { field: 'sk', composite: ['taskId', 'id'], template: '${taskId}#${id}', casing: 'none' },
    },
  },
})

/** What an organisation has still to do, written and removed with the item itself; only of tasks that go to organisations. */
export const withItemItem = itemType({
  model: { entity: 'itemWith', version: '1', service: 'zmht' },
  attributes: {
    organisation: { type: 'string', required: true },
    taskId: { type: 'string', required: true },
    path: { type: CustomAttributeType<PlacePath>('string'), required: true },
    id: { type: 'string', required: true },
    card: { type: CustomAttributeType<ItemCard>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['organisation'], template: 'ITEMSWITH#${organisation}', casing: 'none' },
      sk: { field: 'sk', composite: ['taskId', 'path', 'id'], template: '${taskId}#${path}#${id}', casing: 'none' },
    },
  },
})

/** What was filled in at a step. */
export type StepContents = Pick<ItemStep, 'answers' | 'patch' | 'formVersion' | 'tally'>

/** One step of an item's time line, an answer with what was filled in. Its key is made by whoever takes it: sent twice, it is one step. */
export interface ItemStep {
  readonly itemId: string
  readonly key: string
  readonly sequence: number
  readonly action: ItemAction
  readonly as: ItemMover
  /** The operation in the directory that made it necessary. */
  readonly cause?: string
  readonly note?: string
  readonly answers?: Uint8Array
  /** The version of the form they answer. */
  readonly formVersion?: number
  /** What the answers say of entities and relations: taken up by the ledgers. */
  readonly patch?: Uint8Array
  /** What they add to the measures of the task once they count. */
  readonly tally?: Tally
  /** Of the task. */
  readonly title: string
  /** Where what nobody lives at is to be decided. */
  readonly home: PlaceId
  readonly byName: string
  readonly by: string
  readonly at: Instant
  readonly state: ItemState
}

export const taskStepItem = itemType({
  model: { entity: 'taskStep', version: '1', service: 'zmht' },
  attributes: {
    itemId: { type: 'string', required: true },
    key: { type: 'string', required: true },
    sequence: { type: 'number', required: true },
    action: { type: itemActions, required: true },
    as: { type: itemMovers, required: true },
    cause: { type: 'string' },
    note: { type: 'string' },
    answers: { type: CustomAttributeType<Uint8Array>('any') },
    formVersion: { type: 'number' },
    patch: { type: CustomAttributeType<Uint8Array>('any') },
    tally: { type: CustomAttributeType<Tally>('any') },
    title: { type: 'string', required: true },
    home: { type: CustomAttributeType<PlaceId>('string'), required: true },
    byName: { type: 'string', required: true },
    by: { type: 'string', required: true },
    at: { type: 'string', required: true },
    state: { type: itemStates, required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['itemId'], template: 'TASKITEM#${itemId}', casing: 'none' },
      sk: { field: 'sk', composite: ['key'], template: 'STEP#${key}', casing: 'none' },
    },
  },
})

/** @returns the one item of a task about an entity: made twice, it is the same */
export const itemIdOf = (taskId: string, subject: EntityId): string =>
  `i${base32(createHash('sha256').update(`${taskId}/${subject}`).digest()).slice(0, 20)}`

/** What a file that an answer of an item names is used for. */
export const subjectOfItem = (id: string): string => `task-item/${id}`

const asItem = (item: Item) => {
  const { taskId, subject, name, place, state, organisation, claimedBy, note, at } = item
  // What is absent is left out.
  const card = present({ taskId, subject, name, place, state, organisation, claimedBy, note, at }) as ItemCard
  return { ...item, card }
}

/** @returns false when it is there already */
export async function createItem(item: Item): Promise<boolean> {
  const put = taskItemItem()
    .put(asItem(item))
    .where(({ revision }, { notExists }) => notExists(revision))
    .params()
  const { claimedBy: _holder, organisation: _organisation, ...free } = item
  const lists = listsOf(free, item)
  return (lists.length === 0 ? await putIf(put) : await transact([{ put }, ...lists])).written
}

/** Where an item is, and who answers for it there. */
export type Where = Pick<Item, 'path' | 'anchor' | 'district' | 'place' | 'organisation' | 'due'>

/**
 * Writes down where an item is now in the tree and who answers for it; nothing else of it changes.
 * @returns false when it was so already
 */
export async function saveItemWhere(id: string, whereIs: (item: Item) => Promise<Where | undefined>): Promise<boolean> {
  for (;;) {
    const seen = await readItem(id)
    const where = seen === undefined ? undefined : await whereIs(seen)
    if (seen === undefined || where === undefined) return false
    const { path, anchor, district, place, organisation, due = seen.due } = where
    const isThere = path === seen.path && anchor === seen.anchor && district === seen.district && place === seen.place
    if (isThere && organisation === seen.organisation && due === seen.due) return false
    const { organisation: _former, ...rest } = seen
    const next: Item = {
      ...rest,
      ...{ path, anchor, district, place },
      ...(organisation === undefined ? {} : { organisation }),
      ...(due === undefined ? {} : { due }),
      // Counted up: a step decided on what was read before is decided anew.
      revision: seen.revision + 1,
    }
    const put = taskItemItem()
      .put(asItem(next))
      .where(({ revision }, { eq }) => eq(revision, seen.revision))
      .params()
    const lists = listsWith(seen, next)
    if ((lists.length === 0 ? await putIf(put) : await transact([{ put }, ...lists])).written) return true
  }
}

/** Strongly consistent. */
export async function readItem(id: string): Promise<Item | undefined> {
  const { data } = await taskItemItem().get({ id }).go({ consistent: true })
  if (data === null) return undefined
  const { card: _card, ...item } = data
  return present(item) as Item // as it was put
}

/**
 * Saves a step with the item it moves, and what keeps the files it names.
 * @returns `taken-before`: this very step is there; `changed`: another came between
 * @throws Problem `invalid` when a file was removed in this very moment
 */
export async function saveItemStep(
  seen: Item,
  next: Item,
  step: ItemStep,
  files: readonly TransactionPart[] = [],
): Promise<'saved' | 'taken-before' | 'changed'> {
  const outcome = await transact([
    {
      put: taskItemItem()
        .put(asItem(next))
        .where(({ revision }, { eq }) => eq(revision, seen.revision))
        .params(),
    },
    {
      put: taskStepItem()
        .put(step)
        .where(({ at }, { notExists }) => notExists(at))
        .params(),
    },
    ...files,
    ...listsOf(seen, next),
  ])
  if (outcome.written) return 'saved'
  if (outcome.failed.includes(1)) return 'taken-before'
  if (files.length > 0 && !outcome.failed.includes(0)) throw fileGone()
  return 'changed'
}

/** What changes with an item in the list of the organisation it was given to: it stands there while it is to be done. */
function listsWith(seen: Item, next: Item): readonly TransactionPart[] {
  const keyOf = ({ organisation, taskId, path, id, state }: Item) =>
    organisation === undefined || !unfinished.includes(state) ? undefined : { organisation, taskId, path, id }
  const [former, key] = [keyOf(seen), keyOf(next)]
  const isSame = former?.organisation === key?.organisation && former?.path === key?.path
  return [
    ...(former === undefined || isSame ? [] : [{ delete: withItemItem().delete(former).params() }]),
    ...(key === undefined
      ? []
      : [
          {
            put: withItemItem()
              .put({ ...key, card: asItem(next).card })
              .params(),
          },
        ]),
  ]
}

/** What changes with an item in the lists of who has it in hand, of who is to rule, and of the organisation it was given to. */
function listsOf(seen: Item, next: Item): readonly TransactionPart[] {
  const { id, taskId } = next
  const { card } = asItem(next)
  const parts: TransactionPart[] = [...listsWith(seen, next)]
  const [former, holder] = [seen.claimedBy?.id, next.claimedBy?.id]
  if (former !== undefined && former !== holder)
    parts.push({ delete: heldItemItem().delete({ official: former, id }).params() })
  if (holder !== undefined) parts.push({ put: heldItemItem().put({ official: holder, id, card }).params() })
  if (seen.arbiter !== undefined && seen.arbiter !== next.arbiter)
    parts.push({ delete: ruledItemItem().delete({ organisation: seen.arbiter, taskId, id }).params() })
  if (next.arbiter !== undefined)
    parts.push({ put: ruledItemItem().put({ organisation: next.arbiter, taskId, id, card }).params() })
  const { origin, state, note, revision } = next
  if (origin !== undefined)
    parts.push(errandPart({ id, origin, state, ...(note === undefined ? {} : { note }), revision }))
  return parts
}

type Listed = ItemCard & { readonly id: string }

/** How much an official has in hand, counted up to a number beyond which it makes no difference. */
export async function loadOf(official: string): Promise<number> {
  const { data } = await heldItemItem().query.primary({ official }).go({ limit: mostCounted })
  return data.length
}
const mostCounted = 500

/** A page of what an official has in hand. Strongly consistent. */
export async function itemsHeldBy(
  official: string,
  cursor: string | undefined,
): Promise<{ items: Listed[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    heldItemItem().query.primary({ official }).go({ cursor: from, limit: pageSize, consistent: true }),
  )
  return { items: data.map(({ id, card }) => ({ ...card, id })), ...(next === null ? {} : { next }) }
}

/** A page of what an organisation has still to do, task by task in the order of places. Strongly consistent. */
export async function itemsWith(
  organisation: string,
  cursor: string | undefined,
): Promise<{ items: (Listed & { readonly path: PlacePath })[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    withItemItem().query.primary({ organisation }).go({ cursor: from, limit: pageSize, consistent: true }),
  )
  return { items: data.map(({ id, path, card }) => ({ ...card, id, path })), ...(next === null ? {} : { next }) }
}

/** A page of what waits for an organisation's word, task by task. */
export async function itemsToRule(
  organisation: string,
  cursor: string | undefined,
): Promise<{ items: Listed[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    ruledItemItem().query.primary({ organisation }).go({ cursor: from, limit: pageSize, consistent: true }),
  )
  return { items: data.map(({ id, card }) => ({ ...card, id })), ...(next === null ? {} : { next }) }
}

/** What somebody or something was asked about last, over all tasks, the latest first. */
export async function itemsOfSubject(subject: EntityId, most: number): Promise<Listed[]> {
  const { data } = await taskItemItem()
    .query.ofSubject({ subject })
    .go({ limit: most, order: 'desc', data: 'includeKeys' })
  return data.map((item) => {
    // The index gives its own key: `since#id`.
    const key = String((item as { gsi3sk?: unknown }).gsi3sk)
    return { ...item.card, id: key.slice(key.lastIndexOf('#') + 1) }
  })
}

/** Strongly consistent, in their order. */
export async function readItemSteps(itemId: string): Promise<readonly ItemStep[]> {
  const { data } = await taskStepItem()
    .query.primary({ itemId })
    .begins({ key: '' })
    .go({ pages: 'all', consistent: true })
  return data.map((step) => present(step) as ItemStep).sort((one, other) => one.sequence - other.sequence)
}

const answersContext = (itemId: string, key: string): string => `task/${itemId}/answers/${key}`
/** The context of a patch: the ledgers open it by the same. */
export const patchContext = (itemId: string, key: string): string => `task/${itemId}/patch/${key}`

export async function sealAnswers(
  itemId: string,
  key: string,
  answers: FormAnswers,
  patch: Patch,
): Promise<StepContents> {
  return {
    answers: await seal(answers, answersContext(itemId, key)),
    patch: await seal(patch, patchContext(itemId, key)),
  }
}

/** @returns what was filled in at a step; nothing where nothing was */
export async function answersAt({ itemId, key, answers }: ItemStep): Promise<FormAnswers | undefined> {
  return answers === undefined ? undefined : open<FormAnswers>(answers, answersContext(itemId, key))
}

export interface ListedItem extends ItemCard {
  readonly id: string
  readonly path: PlacePath
}

const pageSize = 20

/** A page of the items of a task inside a path, in one state or any, in the order of places. */
export async function itemsIn(
  { taskId, state }: { readonly taskId: string; readonly state?: ItemState | undefined },
  district: string,
  path: PlacePath,
  cursor: string | undefined,
): Promise<{ items: ListedItem[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) => {
    const options = { cursor: from, limit: pageSize, data: 'includeKeys' } as const
    return state === undefined
      ? taskItemItem().query.inPlace({ taskId, district }).begins({ path }).go(options)
      : taskItemItem().query.inState({ taskId, district, state }).begins({ path }).go(options)
  })
  const items = data.map((item) => {
    // The index gives its own keys: `path#id`.
    const key = String((item as { gsi1sk?: unknown; gsi2sk?: unknown })[state === undefined ? 'gsi1sk' : 'gsi2sk'])
    const cut = key.lastIndexOf('#')
    return { ...item.card, id: key.slice(cut + 1), path: key.slice(0, cut) as PlacePath }
  })
  return { items, ...(next === null ? {} : { next }) }
}
