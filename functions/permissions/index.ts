/** What other slices may read of accounts and the directory. */
import type { PlaceId } from '@zmht/shared/geo'
import { open } from '../platform/cipher'
import { readStandingItem } from './account.store'
import { organisationChain, readOfficial, readOrganisation } from './directory.store'
import { phoneContext, phoneOf } from './standing'

export { accountOf, maskPhone, personOf } from './domain/accounts'
export { readActor } from './standing'

/** How somebody can be reached, and what they said of their homes. */
export async function contactOf(actor: string) {
  const standing = await readStandingItem(actor)
  if (standing === undefined) return undefined
  return {
    kind: standing.kind,
    name: standing.name,
    phone: await phoneOf(standing),
    phoneSince: standing.phoneSince,
    openId: standing.openId,
    homes: standing.homes,
  }
}

/** An official as the person they answer reads it. */
export async function officialContact(id: string): Promise<{ id: string; name: string; phone: string } | undefined> {
  const official = await readOfficial(id)
  if (official === undefined) return undefined
  return { id, name: official.name, phone: await open<string>(official.phone, phoneContext(id)) }
}

export interface OrganisationFacts {
  readonly id: string
  readonly name: string
  readonly manages: readonly PlaceId[]
}

export async function organisationFacts(id: string): Promise<OrganisationFacts | undefined> {
  const found = await readOrganisation(id)
  return found === undefined ? undefined : { id: found.id, name: found.name, manages: found.manages }
}

export const organisationsAbove = (id: string): Promise<string[]> => organisationChain(id)
