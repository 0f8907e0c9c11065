import type { PlaceId, PlacePath } from '@zmht/shared/geo'
import { isNowWithin, stretchesWithin } from '../hierarchy/index'
import { joinPosition, splitPosition } from '../platform/table/page'
import {
  type RegisterEntry,
  type RegisterKind,
  readRegister,
  readUndecided,
  type UndecidedEntry,
} from './register.store'

const pageSize = 20

/** A page of the people inside the places, in their order. */
export const peopleWithin = (places: readonly PlaceId[], cursor: string | undefined): Promise<Page<RegisterEntry>> =>
  pageWithin(places, cursor, readRegister)

/** A page of the organisations or things inside the places. */
export const standingWithin = (
  kind: RegisterKind,
  places: readonly PlaceId[],
  cursor: string | undefined,
): Promise<Page<RegisterEntry>> =>
  pageWithin(places, cursor, (partition, path, from) => readRegister(partition, path, from, kind))

/** A page of what waits for a decision inside the places, by place. */
export const undecidedWithin = (
  places: readonly PlaceId[],
  cursor: string | undefined,
): Promise<Page<UndecidedEntry>> => pageWithin(places, cursor, readUndecided)

interface Page<T> {
  readonly items: T[]
  readonly next?: string
}
type ReadStretch<T> = (partition: string, path: PlacePath, cursor: string | undefined) => Promise<Page<T>>

/** A page over the stretches of the places; the cursor names the stretch it stopped in. */
async function pageWithin<T extends { readonly path: PlacePath }>(
  places: readonly PlaceId[],
  cursor: string | undefined,
  read: ReadStretch<T>,
): Promise<Page<T>> {
  const stretches = await stretchesWithin(places)
  const { part: start, from: inner } = splitPosition(cursor)
  const items: T[] = []
  let from = inner
  for (let index = start; index < stretches.length; index++) {
    const stretch = stretches[index]
    if (stretch === undefined) break
    const page = await read(stretch.partition, stretch.path, from)
    for (const one of page.items) if (await isNowWithin(one.path, stretch.within)) items.push(one)
    if (page.next !== undefined) return { items, next: joinPosition(index, page.next) }
    if (items.length >= pageSize && index + 1 < stretches.length) return { items, next: joinPosition(index + 1) }
    from = undefined
  }
  return { items }
}
