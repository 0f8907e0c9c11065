import type { PlaceId } from '@zmht/shared/geo'
import type { Position } from '@zmht/shared/geo/coordinates'

/** The lowest place whose boundary holds a point (WGS 84); undefined where none does. */
export type PlacePoint = (position: Position) => Promise<PlaceId | undefined>

let placePoint: PlacePoint | undefined

/** The hierarchy's, handed over by the entry: behind its door this would be in every slice's bundle. */
export function pointsArePlacedBy(place: PlacePoint): void {
  placePoint = place
}

export const placeOfPoint: PlacePoint = async (position) => {
  if (placePoint === undefined) throw new Error('nobody places points')
  return placePoint(position)
}
