import type { PlaceId } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import type { Resident } from '../../platform/endpoint/actor'
import { type Channel, readVersion } from '../channel.store'
import { reaches } from '../domain/reach'
import { reachedHome } from '../handlers/services'
import { actedFor, seatOf } from './delegate'

/**
 * By what a channel is offered to its reader: one of their homes, or where an organisation is that they act for.
 * @throws Problem `not-found`: to anyone else the channel does not exist
 */
export async function reachedFor(actor: Resident, { id, version = 0, reach }: Channel): Promise<PlaceId> {
  if ((await readVersion(id, version))?.for === undefined) return reachedHome(actor, reach)
  for (const organisation of actedFor(actor)) {
    const { place } = await seatOf(organisation)
    if (place !== undefined && reaches(reach, place.lineage)) return place.id
  }
  throw new Problem('not-found')
}
