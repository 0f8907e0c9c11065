import { type Audience, meantBy } from '@zmht/shared/controls'
import type { PlaceId } from '@zmht/shared/geo'
import type { EntityId, Instant } from '@zmht/shared/knowledge'
import type { Charge } from '@zmht/shared/permission'
import { aroundPerson, isInLedger } from '../../ledgers/index'
import { isFenced } from './domain/fence'

/** What a fence asks beyond where somebody lives. */
export interface Condition {
  readonly audience?: Audience
  readonly ledger?: string
}

/**
 * Whether somebody who lives where a notice goes is meant by it, by what is known of them. Of whom too little is known to say is told: a warning too many is better than
 * one too few.
 */
export async function isMeant(
  person: EntityId,
  charges: readonly Pick<Charge, 'entity'>[],
  { audience, ledger }: Condition,
  at: Instant,
): Promise<boolean> {
  if (ledger !== undefined && !(await isInLedger(person, ledger))) return false
  if (audience === undefined) return true
  return meantBy(audience, await aroundPerson(person, charges), person, at) !== 'no'
}

/** The first of somebody's homes that lies inside. */
export const homeInside = <Home extends { readonly lineage: readonly PlaceId[] }>(
  homes: readonly Home[],
  fence: { readonly places: readonly PlaceId[]; readonly except: readonly PlaceId[] },
): Home | undefined => homes.find(({ lineage }) => isFenced(fence, lineage))
