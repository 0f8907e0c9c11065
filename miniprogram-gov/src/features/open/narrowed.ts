import type { OpenCountsReply } from '@zmht/shared/contract'
import { isPlaceId, type PlaceId } from '@zmht/shared/geo'

/** To what a list is narrowed, with the names it goes by. */
export interface Narrowed {
  readonly place?: { readonly id: PlaceId; readonly name: string }
  readonly kind?: { readonly id: string; readonly name: string }
  readonly cluster?: { readonly id: string; readonly name: string }
}

export const narrowings = ['place', 'kind', 'cluster'] as const
export type Narrowing = (typeof narrowings)[number]

export const narrowingWords: Readonly<Record<Narrowing, string>> = {
  place: '地点',
  kind: '事项',
  cluster: '同一件事',
}

/** A list narrowed by one more, or otherwise by the same. */
export function narrowedTo(narrowed: Narrowed, by: Narrowing, { id, name }: Pick<Choice, 'id' | 'name'>): Narrowed {
  if (by !== 'place') return { ...narrowed, [by]: { id, name } }
  return isPlaceId(id) ? { ...narrowed, place: { id, name } } : narrowed
}

/** A list without one of its narrowings. */
export function widened(narrowed: Narrowed, by: Narrowing): Narrowed {
  const { [by]: _gone, ...rest } = narrowed
  return rest
}

export interface Choice {
  readonly id: string
  readonly name: string
  readonly count: number
}

/** What a list can be narrowed to by one of these. */
export function choicesOf(counts: OpenCountsReply, by: Narrowing): readonly Choice[] {
  switch (by) {
    case 'place':
      return counts.places
    case 'kind':
      return counts.kinds.map(({ kind, name, count }) => ({ id: kind, name, count }))
    case 'cluster':
      return counts.clusters.map(({ cluster, name, count }) => ({ id: cluster, name, count }))
  }
}
