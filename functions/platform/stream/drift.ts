import type { PlaceId } from '@zmht/shared/geo'

/** What a measure should count, told one thing at a time from what is stored: place → group → number. */
export type Recounted = ReadonlyMap<PlaceId, ReadonlyMap<string, number>>

/** How far a measure is from what it should be. */
export interface Drift {
  readonly measure: string
  /** As people call it. */
  readonly name: string
  /** The sum of all differences, over every place and group; 0: exact. */
  readonly drift: number
  /** Places that were compared. */
  readonly places: number
  /** Where it differs; at most twenty. */
  readonly wrong: readonly {
    readonly place: PlaceId
    readonly group: string
    readonly should: number
    readonly is: number
  }[]
}

const mostWrong = 20

/** Compares a recount with what a place says. @param read what the measure says at a place, by group; a group that is not said is 0 */
export async function driftOf(
  { measure, name }: Pick<Drift, 'measure' | 'name'>,
  recounted: Recounted,
  others: Iterable<PlaceId>,
  read: (place: PlaceId) => Promise<ReadonlyMap<string, number>>,
): Promise<Drift> {
  const places = new Set([...recounted.keys(), ...others])
  const wrong: Drift['wrong'][number][] = []
  let drift = 0
  for (const place of places) {
    const should = recounted.get(place) ?? new Map<string, number>()
    const is = await read(place)
    for (const group of new Set([...should.keys(), ...is.keys()])) {
      const difference = Math.abs((should.get(group) ?? 0) - (is.get(group) ?? 0))
      if (difference === 0) continue
      drift += difference
      if (wrong.length < mostWrong) wrong.push({ place, group, should: should.get(group) ?? 0, is: is.get(group) ?? 0 })
    }
  }
  return { measure, name, drift, places: places.size, wrong }
}

/** Adds one, or another amount, to a group at every place. */
export function note(
  into: Map<PlaceId, Map<string, number>>,
  places: readonly PlaceId[],
  group: string,
  amount = 1,
): void {
  for (const place of places) {
    const groups = into.get(place) ?? new Map<string, number>()
    groups.set(group, (groups.get(group) ?? 0) + amount)
    into.set(place, groups)
  }
}
