import type { PlaceId } from '../geo/place'
import type { ResourceSelector } from './grant'

const within = (narrow: readonly string[] | undefined, wide: readonly string[] | undefined): boolean =>
  wide === undefined || (narrow?.every((one) => wide.includes(one)) ?? false)

/**
 * @returns whether everything the one speaks of the other does too. Organisations below an owner are not looked up: the same ones are to
 * be named.
 */
export const covers = (wide: ResourceSelector, narrow: ResourceSelector): boolean =>
  within(narrow.kinds, wide.kinds) &&
  within(narrow.applications, wide.applications) &&
  within(narrow.owners, wide.owners) &&
  within(narrow.tags, wide.tags) &&
  within(narrow.attributes, wide.attributes) &&
  within(narrow.sensitivities, wide.sensitivities)

/** @returns whether each of the places is one of the others or lies in one */
export const liesIn = (
  narrow: readonly PlaceId[],
  wide: readonly PlaceId[],
  lineageOf: (place: PlaceId) => readonly PlaceId[],
): boolean => narrow.every((place) => lineageOf(place).some((one) => wide.includes(one)))
