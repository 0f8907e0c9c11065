import type { PlaceId } from '@zmht/shared/geo'
import { idOfDivision } from '../functions/hierarchy/divisions'
import { seedDemonstration, seedDivisions } from '../functions/local/seed'

const quiet = () => undefined

/** The part of the demonstration that lies in the pilot subdistricts. */
export async function seedTestCity(): Promise<void> {
  await seedDivisions('110105026', quiet)
  await seedDivisions('140213057', quiet)
  await seedDemonstration(quiet)
}

/** Two neighbouring communities and one in another city. */
export async function placesOfTestCity(): Promise<{ north: PlaceId; west: PlaceId; datong: PlaceId }> {
  return {
    north: idOfDivision('110105026047'),
    west: idOfDivision('110105026034'),
    datong: idOfDivision('140213057001'),
  }
}
