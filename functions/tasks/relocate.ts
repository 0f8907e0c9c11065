import { lineageOf } from '@zmht/shared/geo'
import { findPlace, type Relocate, stretchesOfRegion } from '../hierarchy/index'
import { itemsIn } from './item.store'
import { routeAgain } from './route'
import { settleItem } from './settle-item'
import { taskAfter } from './task.store'
import { openWork, tierOf } from './work.store'

/**
 * Open work in a region that was moved is listed at its new tiers and routed anew: the lists of the lowest tier the former path leads through are
 * read page by page, and what is listed rightly already is left alone. Above the districts nothing is listed, and nothing asked: there nothing is to do.
 */
export const relocateWork: Relocate = async (region, cursor) => {
  for (const id of lineageOf(region).reverse()) {
    const place = await findPlace(id)
    const tier = place === undefined ? undefined : tierOf(place.level)
    if (tier === undefined) continue
    const { items, next } = await openWork(tier, id, cursor)
    return { moved: await routeAgain(items), ...(next === undefined ? {} : { cursor: next }) }
  }
  return { moved: 0 }
}

/** Pages looked at in one call: of most tasks there is nothing in a region. */
const pagesOfOneCall = 40

interface Stand {
  readonly task: string
  readonly part: number
  readonly from?: string
}

/** Items of every task in a region that was moved, over or not: they are done, and counted, where they lie now. */
export const relocateItems: Relocate = async (region, cursor) => {
  const stretches = await stretchesOfRegion(region)
  let stand: Stand | undefined = cursor === undefined ? await firstOf(undefined) : JSON.parse(cursor)
  let moved = 0
  for (let page = 0; stand !== undefined && page < pagesOfOneCall; page++) {
    const stretch = stretches[stand.part]
    if (stretch === undefined) {
      stand = await firstOf(stand.task)
      continue
    }
    const { items, next } = await itemsIn({ taskId: stand.task }, stretch.partition, stretch.path, stand.from)
    for (const { id } of items) {
      if (await settleItem(id)) moved += 1
    }
    stand = next === undefined ? { task: stand.task, part: stand.part + 1 } : { ...stand, from: next }
  }
  return { moved, ...(stand === undefined ? {} : { cursor: JSON.stringify(stand) }) }
}

/** The beginning of the task after one. */
async function firstOf(after: string | undefined): Promise<Stand | undefined> {
  const task = await taskAfter(after)
  return task === undefined ? undefined : { task, part: 0 }
}
