import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { Problem } from '@zmht/shared/problems'
import { findPlace } from '../hierarchy/index'
import type { Client, Official } from '../platform/endpoint/actor'
import { clientSeconds, signClientToken } from '../platform/session/tokens'
import { type ClientRecord, readClientRecord, saveClient } from './client.store'
import { organisationChain } from './organisation.store'

/** What the endpoint asks on every request of another system. @returns undefined when there is none, or it was ended */
export async function readClient(id: string): Promise<Client | undefined> {
  const found = await readClientRecord(id)
  return found === undefined || found.ended ? undefined : { kind: 'client', id, places: found.places }
}

/** Another system as whoever keeps its settings reads it. @returns undefined when there is none, or it was ended */
export async function clientFacts(id: string): Promise<Pick<ClientRecord, 'id' | 'name' | 'root' | 'by'> | undefined> {
  const found = await readClientRecord(id)
  return found === undefined || found.ended ? undefined : found
}

const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** @throws Problem `unauthenticated` for credentials that are not a client's of today; which of the two is wrong is not told */
export async function tokenFor(id: string, secret: string) {
  const found = await readClientRecord(id)
  // Compared even where there is none: the time taken tells nothing.
  const kept = found === undefined ? digestOf('') : Buffer.from(found.digest, 'base64url')
  const isRight = timingSafeEqual(kept, digestOf(secret))
  if (found === undefined || found.ended || !isRight) throw new Problem('unauthenticated')
  return { access_token: await signClientToken(id), token_type: 'Bearer' as const, expires_in: clientSeconds }
}

export async function rootOf(official: Official): Promise<string> {
  const own = official.posts[0]?.organisation
  const root = own === undefined ? undefined : (await organisationChain(own)).at(-1)
  if (root === undefined) throw new Problem('forbidden')
  return root
}

/** Lets a system in, with a new secret that is told once. */
export async function letIn(
  official: Official,
  { id, name, places, at }: Pick<ClientRecord, 'id' | 'name' | 'places' | 'at'>,
): Promise<{ readonly record: ClientRecord; readonly secret: string }> {
  const secret = randomBytes(32).toString('base64url')
  const record: ClientRecord = {
    id,
    name,
    digest: digestOf(secret).toString('base64url'),
    places,
    root: await rootOf(official),
    ended: false,
    by: official.id,
    at,
  }
  if (!(await saveClient(record))) throw new Problem('key-reused')
  return { record, secret }
}

/** @throws Problem `not-found` for a client of another city */
export async function letOut(official: Official, id: string, at: string): Promise<ClientRecord> {
  const found = await readClientRecord(id)
  if (found === undefined || found.root !== (await rootOf(official))) throw new Problem('not-found')
  const ended: ClientRecord = { ...found, ended: true, by: official.id, at }
  await saveClient(ended)
  return ended
}

export const showClient = async ({
  id,
  name,
  places,
  ended,
}: Pick<ClientRecord, 'id' | 'name' | 'places' | 'ended'>) => ({
  id,
  name,
  places: (await Promise.all(places.map((place) => findPlace(place)))).flatMap((place) => place?.name ?? []),
  ended,
})
