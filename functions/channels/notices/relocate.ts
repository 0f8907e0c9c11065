import { lineageOf } from '@zmht/shared/geo'
import { findPlace, type Relocate, stretchesOfRegion } from '../../hierarchy/index'
import { accountOf } from '../../permissions/index'
import { joinPosition, splitPosition } from '../../platform/table/page'
import { partitionOf } from '../domain/reach'
import { isListed } from './domain/notice'
import { readNotice } from './notice.store'
import { relocateNoticeOffer, storedNoticeOffers } from './offer.store'
import { readersIn } from './reader.store'
import { keepReader } from './readers'

const atOnce = 40

/** People are listed where their homes are; after an operation on the tree the lists say where that is now. */
export const relocateReaders: Relocate = async (region, cursor) => {
  const stretches = await stretchesOfRegion(region)
  const lists = ['first', 'second'] as const
  const { part, from } = splitPosition(cursor)
  const stretch = stretches[Math.floor(part / lists.length)]
  const list = lists[part % lists.length]
  if (stretch === undefined || list === undefined) return { moved: 0 }
  const { items, next } = await readersIn(list, stretch.partition, stretch.path, from, atOnce)
  const changed = await Promise.all(items.map((person) => keepReader(accountOf(person))))
  const moved = changed.filter(Boolean).length
  if (next !== undefined) return { moved, cursor: joinPosition(part, next) }
  return { moved, ...(part + 1 < stretches.length * lists.length ? { cursor: joinPosition(part + 1) } : {}) }
}

/** What is told below a community lies in the community's partition: it goes along to another community. */
export const relocateNotices: Relocate = async (region) => {
  let moved = 0
  for (const partition of lineageOf(region)) {
    for (const offer of await storedNoticeOffers(partition)) {
      if (offer.place === partition) continue
      const place = await findPlace(offer.place)
      const at = place === undefined ? undefined : partitionOf(place.tiers)
      if (at === offer.at) continue
      const notice = await readNotice(offer.id)
      const isTold = notice !== undefined && isListed(notice) && notice.fence.places.includes(offer.place)
      await relocateNoticeOffer(offer, isTold ? at : undefined)
      moved += 1
    }
  }
  return { moved }
}
