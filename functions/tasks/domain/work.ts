import type { Level, PlaceId } from '@zmht/shared/geo'
import { type RequestState, waitingForOfficial } from '@zmht/shared/rules'

/** True while the work waits for an official. */
export const isOpen = (state: RequestState): boolean => waitingForOfficial.includes(state)

/** The tiers that list open work, from where it belongs. A branch without a subdistrict or district is listed at the tiers it has. */
export function tiersOf(lineage: readonly { readonly id: PlaceId; readonly level: Level }[]) {
  const at = (level: Level) => lineage.find((place) => place.level === level)?.id
  const community = at('community') ?? lineage.at(-1)?.id
  const subdistrict = at('subdistrict')
  const district = at('district')
  return {
    ...(community === undefined ? {} : { community }),
    ...(subdistrict === undefined ? {} : { subdistrict }),
    ...(district === undefined ? {} : { district }),
  }
}
