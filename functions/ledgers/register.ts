import type { PlaceId, PlacePath } from '@zmht/shared/geo'
import type { Territory } from '@zmht/shared/permission'
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
export const peopleWithin = (within: Within, cursor: string | undefined): Promise<Page<RegisterEntry>> =>
  pageWithin(within, cursor, readRegister)

/** A page of the organisations or things inside the places. */
export const standingWithin = (
  kind: RegisterKind,
  within: Within,
  cursor: string | undefined,
): Promise<Page<RegisterEntry>> =>
  pageWithin(within, cursor, (partition, path, from) => readRegister(partition, path, from, kind))

/** A page of what waits for a decision inside the places, by place. */
export const undecidedWithin = (within: Within, cursor: string | undefined): Promise<Page<UndecidedEntry>> =>
  pageWithin(within, cursor, readUndecided)

interface Page<T> {
  readonly items: T[]
  readonly next?: string
}
type ReadStretch<T> = (partition: string, path: PlacePath, cursor: string | undefined) => Promise<Page<T>>

/** Where a list looks, and what of it is left out. */
export type Within = Pick<Territory, 'places' | 'except'>

async function isInAny(path: PlacePath, places: readonly PlaceId[]): Promise<boolean> {
  for (const place of places) if (await isNowWithin(path, place)) return true
  return false
}

/** Whether what carries a copied path is not inside a place by the edges, or left out there. */
export async function isOutside(path: PlacePath, place: PlaceId, except: readonly PlaceId[]): Promise<boolean> {
  return !(await isNowWithin(path, place)) || (await isInAny(path, except))
}

/** A page over the stretches of the places; the cursor names the stretch it stopped in. */
export async function pageWithin<T extends { readonly path: PlacePath }>(
  { places, except }: Within,
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
    for (const one of page.items) if (!(await isOutside(one.path, stretch.within, except))) items.push(one)
    // What is left out is made up for by what follows.
    if (page.next !== undefined && except.length > 0 && items.length < pageSize) {
      from = page.next
      index -= 1
      continue
    }
    if (page.next !== undefined) return { items, next: joinPosition(index, page.next) }
    if (items.length >= pageSize && index + 1 < stretches.length) return { items, next: joinPosition(index + 1) }
    from = undefined
  }
  return { items }
}
