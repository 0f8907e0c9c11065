import type { PlaceId } from '@zmht/shared/geo'
import { isNowWithin, stretchesWithin } from '../hierarchy/index'
import { joinPosition, splitPosition } from '../platform/table/page'
import { type RegisterEntry, readRegister } from './entity.store'

const pageSize = 20

/** A page of the people inside the places, in their order; the cursor names the stretch it stopped in. */
export async function peopleWithin(
  places: readonly PlaceId[],
  cursor: string | undefined,
): Promise<{ items: RegisterEntry[]; next?: string }> {
  const stretches = await stretchesWithin(places)
  const { part: start, from: inner } = splitPosition(cursor)
  const items: RegisterEntry[] = []
  let from = inner
  for (let index = start; index < stretches.length; index++) {
    const stretch = stretches[index]
    if (stretch === undefined) break
    const page = await readRegister(stretch.partition, stretch.path, from)
    for (const { path, ...entry } of page.items) if (await isNowWithin(path, stretch.within)) items.push(entry)
    if (page.next !== undefined) return { items, next: joinPosition(index, page.next) }
    if (items.length >= pageSize && index + 1 < stretches.length) return { items, next: joinPosition(index + 1) }
    from = undefined
  }
  return { items }
}
