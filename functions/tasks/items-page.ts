import type { ItemCardReply } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import type { ItemState } from '@zmht/shared/rules'
import { isNowWithin, placeFacts, stretchesWithin } from '../hierarchy/index'
import { joinPosition, splitPosition } from '../platform/table/page'
import { type ItemCard, itemsIn, type ListedItem } from './item.store'

const pageSize = 20

export interface Within {
  readonly places: readonly PlaceId[]
  readonly except: readonly PlaceId[]
}

/** A page of the items of a task inside some places, in one state or any, in the order of places. */
export async function pageOf(
  taskId: string,
  { places, except }: Within,
  { state, cursor }: { readonly state?: ItemState | undefined; readonly cursor?: string | undefined },
): Promise<{ items: readonly ListedItem[]; next?: string }> {
  const stretches = await stretchesWithin(places)
  const found: ListedItem[] = []
  let { part, from } = splitPosition(cursor)
  for (let stretch = stretches[part]; stretch !== undefined; stretch = stretches[part]) {
    const page = await itemsIn({ taskId, state }, stretch.partition, stretch.path, from)
    for (const one of page.items) if (await isInside(one, stretch.within, except)) found.push(one)
    from = page.next
    if (from === undefined) part += 1
    if (found.length >= pageSize && part < stretches.length) return { items: found, next: joinPosition(part, from) }
  }
  return { items: found }
}

async function isInside({ path }: ListedItem, within: PlaceId, except: readonly PlaceId[]): Promise<boolean> {
  if (!(await isNowWithin(path, within))) return false
  for (const place of except) if (await isNowWithin(path, place)) return false
  return true
}

/** Of a place and some others what lies in both: of two one inside the other the inner one. */
export async function insideOf(place: PlaceId, others: readonly PlaceId[]): Promise<readonly PlaceId[]> {
  const { lineage } = await placeFacts(place)
  if (others.some((one) => lineage.includes(one))) return [place]
  const inner = await Promise.all(
    others.map(async (one) => ((await placeFacts(one)).lineage.includes(place) ? [one] : [])),
  )
  return inner.flat()
}

export function showCard(item: ItemCard & { readonly id: string }): ItemCardReply {
  const { id, taskId, subject, name, place, state, claimedBy, note, at } = item
  return {
    ...{ id, taskId, subject, name, place, state, at },
    ...(claimedBy === undefined ? {} : { claimedBy }),
    ...(note === undefined ? {} : { note }),
  }
}
