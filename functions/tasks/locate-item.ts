import { lineageOf, type PlaceId } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import { findPlace } from '../hierarchy/index'
import { now } from '../platform/clock'
import type { Official } from '../platform/endpoint/actor'
import type { Mover } from './domain/item'
import { type Item, readItem } from './item.store'
import { asDoer, itemResource } from './recipients'
import { readTask, type Task } from './task.store'

export interface LoadedItem {
  readonly item: Item
  readonly task: Task
}

export interface LocatedItem extends LoadedItem {
  /** Of where it lies, root first. */
  readonly lineage: readonly PlaceId[]
}

/**
 * An item as it is to an official: to those it was given to it is theirs, to anybody else what lies at its place.
 * @throws Problem `not-found`; `forbidden` for what an organisation fills in of itself
 */
export async function locateItem({ params }: { readonly params: { readonly itemId: string } }, actor: Official) {
  const loaded = await itemAt(params.itemId)
  const resource = await itemResource(loaded, loaded.lineage, actor)
  await asDoer(actor, loaded, 'read', now())
  return { resource, loaded }
}

/** An item is where its entity hangs by the edges of the tree. @throws Problem `not-found` */
export async function itemAt(id: string): Promise<LocatedItem> {
  const loaded = await loadItem(id)
  const last = lineageOf(loaded.item.path).at(-1)
  const place = last === undefined ? undefined : await findPlace(last)
  if (place === undefined) throw new Problem('not-found')
  return { ...loaded, lineage: place.lineage }
}

/** @throws Problem `not-found` */
export async function loadItem(id: string): Promise<LoadedItem> {
  const item = await readItem(id)
  const task = item === undefined ? undefined : await readTask(item.taskId)
  if (item === undefined || task === undefined) throw new Problem('not-found')
  return { item, task }
}

/** Where it is counted, and what nobody lives at is decided. */
export function homeOf({ path, anchor }: Pick<Item, 'path' | 'anchor'>): PlaceId {
  const place = lineageOf(anchor).at(-1) ?? lineageOf(path).at(-1)
  if (place === undefined) throw new RangeError('an item lies somewhere')
  return place
}

/** 「社工 李敏」 */
export const moverOf = ({ id, posts, name }: Official, as: Mover['as']): Mover => ({
  id,
  name: [posts[0]?.title, name].filter(Boolean).join(' '),
  as,
})

/** @throws Problem `task-not-running` */
export function asRunning({ state }: Pick<Task, 'state'>): void {
  if (state !== 'running') throw new Problem('task-not-running')
}
