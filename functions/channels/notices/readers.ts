import { districtOf, findPlace } from '../../hierarchy/index'
import { contactOf, personOf } from '../../permissions/index'
import { type ReaderHome, readReader, saveReader } from './reader.store'

/** Where an account has its homes now, by the edges of the tree. */
async function homesNow(account: string): Promise<readonly ReaderHome[]> {
  const contact = await contactOf(account)
  if (contact?.kind !== 'resident') return []
  const found = await Promise.all(contact.homes.map(({ placeId }) => findPlace(placeId)))
  return found.flatMap((place) =>
    place === undefined ? [] : [{ place: place.id, path: place.path, district: districtOf(place.tiers) }],
  )
}

const sameAs = (homes: readonly ReaderHome[]): string => homes.map(({ path }) => path).join()

/** Lists somebody with an account where their homes are now. Told again, or late, it comes to the same. @returns false when they were so already */
export async function keepReader(account: string): Promise<boolean> {
  const person = personOf(account)
  for (let attempt = 0; attempt < 5; attempt++) {
    const seen = await readReader(person)
    const homes = await homesNow(account)
    if (sameAs(seen?.homes ?? []) === sameAs(homes)) return false
    if (await saveReader({ person, account, homes, version: (seen?.version ?? 0) + 1 })) return true
  }
  throw new Error('the reader is contended: the message comes again')
}
