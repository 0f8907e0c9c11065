import { whats } from '@zmht/shared/answerable'
import { answeredKinds } from '@zmht/shared/contract'
import { type Relocate, stretchesOfRegion } from '../hierarchy/index'
import { joinPosition, splitPosition } from '../platform/table/page'
import { findingList, readFindingList } from './answerable.store'
import { keepAnswerable } from './answerable-keep'

const atOnce = 40

/** A share of an operation on the tree: whoever is reported in a region of paths is looked at again, where it is now. */
export const relocateAnswerable: Relocate = async (region, cursor) => {
  const lists = whats.flatMap((what) => answeredKinds.map((kind) => findingList(what, kind)))
  const parts = (await stretchesOfRegion(region)).flatMap((stretch) => lists.map((list) => ({ ...stretch, list })))
  const { part, from } = splitPosition(cursor)
  const here = parts[part]
  if (here === undefined) return { moved: 0 }
  const { items, next } = await readFindingList(here.list, here.partition, here.path, from, atOnce)
  for (const { id } of items) await keepAnswerable(id)
  if (next !== undefined) return { moved: items.length, cursor: joinPosition(part, next) }
  return { moved: items.length, ...(part + 1 < parts.length ? { cursor: joinPosition(part + 1) } : {}) }
}
