import type { PlaceId } from '@zmht/shared/geo'

/** The places a notice goes to, and those left out. */
export interface Fenced {
  readonly places: readonly PlaceId[]
  readonly except: readonly PlaceId[]
}

/** The places, each once, none inside another, and of those left out only what lies inside one. @param lineages of all of them, root first */
export function tidy(
  { places, except }: Fenced,
  lineages: ReadonlyMap<PlaceId, readonly PlaceId[]>,
): { readonly places: readonly PlaceId[]; readonly except: readonly PlaceId[] } {
  const isInside = (one: PlaceId, other: PlaceId) => one !== other && (lineages.get(one) ?? []).includes(other)
  const outermost = (all: readonly PlaceId[]) =>
    [...new Set(all)].filter((one) => !all.some((other) => isInside(one, other)))
  const kept = outermost(places)
  return { places: kept, except: outermost(except).filter((one) => kept.some((place) => isInside(one, place))) }
}

/** Whether a home with this lineage lies in one of the places and in none that is left out. */
export const isFenced = ({ places, except }: Fenced, lineage: readonly PlaceId[]): boolean =>
  places.some((place) => lineage.includes(place)) && !except.some((place) => lineage.includes(place))

/** What is to be added up, and taken away, of numbers kept by place. */
export interface Sum {
  readonly plus: readonly PlaceId[]
  readonly minus: readonly PlaceId[]
}

/**
 * Which places' numbers make up what a tidy fence holds inside a place.
 * @param lineages of the place and all of the fence, root first
 */
export function sumWithin(
  { places, except }: Fenced,
  at: PlaceId,
  lineages: ReadonlyMap<PlaceId, readonly PlaceId[]>,
): Sum {
  const own = lineages.get(at) ?? []
  const inside = (one: PlaceId) => (lineages.get(one) ?? []).includes(at)
  if (except.some((one) => own.includes(one))) return { plus: [], minus: [] }
  const plus = places.some((one) => own.includes(one)) ? [at] : places.filter(inside)
  return { plus, minus: except.filter(inside) }
}

/** The last place two lineages have in common; undefined where they have none. */
export function meeting(one: readonly PlaceId[], other: readonly PlaceId[]): readonly PlaceId[] {
  let length = 0
  while (length < one.length && one[length] === other[length]) length += 1
  return one.slice(0, length)
}
