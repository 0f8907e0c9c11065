import { lineageOf } from '@zmht/shared/geo'
import { districtOf, findPlace, type Relocate, stretchesOfRegion, tailOf } from '../hierarchy/index'
import { joinPosition, splitPosition } from '../platform/table/page'
import { readChannel, relocateOffer, storedOffers } from './channel.store'
import { partitionOf } from './domain/reach'
import { type Request, saveWhere } from './request.store'
import { requestsIn } from './request-lists.store'

const atOnce = 40

async function whereNow(request: Request) {
  const home = await findPlace(request.home)
  if (home === undefined) return request
  return { path: home.path, district: districtOf(home.tiers), tail: await tailOf(home.id) }
}

/** Requests hang on the homes they were made for; after an operation on the tree they say where that is now. */
export const relocateRequests: Relocate = async (region, cursor) => {
  const stretches = await stretchesOfRegion(region)
  const { part, from } = splitPosition(cursor)
  const stretch = stretches[part]
  if (stretch === undefined) return { moved: 0 }
  const { items, next } = await requestsIn(stretch.partition, stretch.path, from, atOnce)
  const changed = await Promise.all(items.map((id) => saveWhere(id, whereNow)))
  const moved = changed.filter(Boolean).length
  if (next !== undefined) return { moved, cursor: joinPosition(part, next) }
  return { moved, ...(part + 1 < stretches.length ? { cursor: joinPosition(part + 1) } : {}) }
}

/**
 * What is offered below a community lies in the community's partition: it goes along to another community. A channel that was closed or
 * now reaches other places has no offer here any more.
 */
export const relocateOffers: Relocate = async (region) => {
  let moved = 0
  for (const partition of lineageOf(region)) {
    for (const offer of await storedOffers(partition)) {
      if (offer.place === partition) continue
      const place = await findPlace(offer.place)
      const at = place === undefined ? undefined : partitionOf(place.tiers)
      if (at === offer.at) continue
      const channel = await readChannel(offer.id)
      const isOffered =
        (channel?.state === 'open' || channel?.state === 'paused') && channel.reach.includes(offer.place)
      await relocateOffer(offer, isOffered ? at : undefined)
      moved += 1
    }
  }
  return { moved }
}
