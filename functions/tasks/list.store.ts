import type { PlaceId } from '@zmht/shared/geo'
import type { EntityId } from '@zmht/shared/knowledge'
import { CustomAttributeType, itemType } from '../platform/table/item'
import { putIf, transact } from '../platform/table/write'
import { stillDraft } from './task.store'

/** A part of the list somebody gave a task: whom or what it names, and how many of them are counted where. */
export interface ListPart {
  readonly id: string
  readonly part: number
  readonly entities: readonly EntityId[]
  /** By the community each was at when the list was kept: for the preview alone. */
  readonly places: Readonly<Record<PlaceId, number>>
}

export const taskListItem = itemType({
  model: { entity: 'taskList', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    part: { type: 'number', required: true },
    entities: { type: CustomAttributeType<readonly EntityId[]>('any'), required: true },
    places: { type: CustomAttributeType<Readonly<Record<PlaceId, number>>>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'TASK#${id}', casing: 'none' },
      sk: { field: 'sk', composite: ['part'], template: 'LIST#${part}', casing: 'none' },
    },
  },
})

/** Puts a part in place of what was kept under it. @returns false when its task is no draft any more: its list is as it was dispatched */
export async function saveListPart(part: ListPart): Promise<boolean> {
  const { written } = await transact([{ put: taskListItem().put(part).params() }, stillDraft(part.id)])
  return written
}

/** Keeps a part unless there is one. */
export async function createListPart(part: ListPart): Promise<void> {
  await putIf(
    taskListItem()
      .put(part)
      .where(({ part: kept }, { notExists }) => notExists(kept))
      .params(),
  )
}

/** Strongly consistent. */
export async function readListPart(id: string, part: number): Promise<ListPart | undefined> {
  const { data } = await taskListItem().get({ id, part }).go({ consistent: true })
  return data ?? undefined
}

/** The parts of a list that there are, of as many as it has. */
export async function readList(id: string, parts: number): Promise<readonly ListPart[]> {
  const all = await Promise.all(Array.from({ length: parts }, (_, part) => readListPart(id, part)))
  return all.flatMap((one) => (one === undefined ? [] : [one]))
}
