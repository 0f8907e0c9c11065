import type { PlaceId } from '@zmht/shared/geo'
import { type HistoryEntry, readHistory, readLeavers } from './operation.store'
import { cardOf, type Place, type PlaceCard, readChildren, readPlace } from './place.store'

/** A place as it was at the end of a day: what the operations since then changed is taken back, newest first. */
export interface PastPlace {
  readonly id: PlaceId
  readonly name: string
  readonly level: Place['level']
  readonly kind: Place['kind']
  readonly code?: string
  readonly parentId?: PlaceId
  /** It had ended by then. */
  readonly ended: boolean
}

/** @returns the place without what the entries (newest first) of later days changed. */
export function asOf(place: Place, history: readonly HistoryEntry[], day: string): PastPlace {
  let { name, code, parentId } = place
  for (const { date, before } of history) {
    if (date <= day) break
    name = before.name ?? name
    code = before.code ?? code
    parentId = before.parent ?? parentId
  }
  const { id, level, kind, ended } = place
  return {
    id,
    name,
    level,
    kind,
    ...(code === undefined ? {} : { code }),
    ...(parentId === undefined ? {} : { parentId }),
    ended: ended !== undefined && ended.date <= day,
  }
}

/** @returns undefined when there is no such place. */
export async function readPast(id: PlaceId, day: string): Promise<PastPlace | undefined> {
  const place = await readPlace(id)
  return place === undefined ? undefined : asOf(place, await readHistory(id), day)
}

/** The chain of parents of a place at the end of a day, root first. */
export async function pastLineage(place: PastPlace, day: string): Promise<PastPlace[]> {
  const chain = [place]
  for (let next = place.parentId; next !== undefined && chain.length < 12; ) {
    const above: PastPlace | undefined = await readPast(next, day)
    if (above === undefined) break
    chain.unshift(above)
    next = above.parentId
  }
  return chain
}

/**
 * The children a place had at the end of a day: of today's those that were there already, and those that have left since. Read whole:
 * nobody pages through the past of more than a few hundred.
 */
export async function pastChildren(id: PlaceId, day: string): Promise<PlaceCard[]> {
  const candidates = new Map<PlaceId, PlaceCard | undefined>()
  let cursor: string | undefined
  for (let page = 0; page < 20; page++) {
    const { items, next } = await readChildren(id, cursor)
    for (const card of items) candidates.set(card.id, card)
    if (next === undefined) break
    cursor = next
  }
  for (const { place } of await readLeavers(id, day)) if (!candidates.has(place)) candidates.set(place, undefined)
  const found: PlaceCard[] = []
  for (const one of candidates.keys()) {
    const [place, past] = await Promise.all([readPlace(one), readPast(one, day)])
    if (place === undefined || past === undefined || past.parentId !== id || past.ended) continue
    const { code: _today, ...card } = cardOf(place)
    found.push({ ...card, name: past.name, ...(past.code === undefined ? {} : { code: past.code }) })
  }
  return found.sort((first, second) => (first.code ?? first.name).localeCompare(second.code ?? second.name, 'zh-CN'))
}
