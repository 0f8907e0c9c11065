import { isPlaceId, type PlaceId } from '@zmht/shared/geo'
import { type Action, decide, type Resource } from '@zmht/shared/permission'
import { findPlace, placeFacts } from '../hierarchy/index'
import { now } from '../platform/clock'
import type { Official } from '../platform/endpoint/actor'
import { readFindings } from './answerable.store'
import type { KeptEntity } from './entity.store'

/** Where an entity is listed, for the decision; what is to be decided of somebody without a place is decided where it was said. */
export const resourceOf = async (found: KeptEntity): Promise<Resource> => ({
  kind: 'entity',
  id: found.id,
  lineage: await lineageOfEntity(found),
})

export async function lineageOfEntity({ id, path, concern }: KeptEntity): Promise<readonly PlaceId[]> {
  const last = isPlaceId(id) ? id : ((path ?? concern)?.split('/').at(-1) ?? '')
  return isPlaceId(last) ? (await placeFacts(last)).lineage : []
}

/**
 * An entity as it concerns an official: where it is listed, else where it is too (a second home on its days; whose work or owner alone places it), as far as
 * the official looks after that. Half a unit more only for whom it is not listed.
 */
export async function resourceFor(
  found: KeptEntity,
  actor: Official,
  action: Action = 'ledger.read',
): Promise<Resource> {
  const at = now()
  const listed = await resourceOf(found)
  const isTheirs = (resource: Resource): boolean => decide(actor.policy, actor, action, resource, at).allow
  if (isTheirs(listed)) return listed
  const elsewhere = (await readFindings(found.id))?.knownAt ?? []
  for (const place of elsewhere) {
    const lineage = (await findPlace(place))?.lineage ?? []
    const resource = { ...listed, lineage }
    if (isTheirs(resource)) return resource
  }
  return listed
}
