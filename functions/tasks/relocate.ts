import { lineageOf } from '@zmht/shared/geo'
import { findPlace, type Relocate } from '../hierarchy/index'
import { routeAgain } from './route'
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
