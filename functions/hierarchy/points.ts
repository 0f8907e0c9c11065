import { levels, type PlaceId } from '@zmht/shared/geo'
import type { Position } from '@zmht/shared/geo/coordinates'
import { placesAt } from './boundary.store'
import { readPlace } from './place.store'

/** The lowest place whose boundary holds a point (WGS 84). @returns undefined where no boundary that was drawn does */
export async function placeAt(position: Position): Promise<PlaceId | undefined> {
  const places = await Promise.all((await placesAt(position)).map((id) => readPlace(id)))
  return places
    .flatMap((place) => (place === undefined || place.ended !== undefined ? [] : [place]))
    .sort((one, other) => levels.indexOf(other.level) - levels.indexOf(one.level))[0]?.id
}
