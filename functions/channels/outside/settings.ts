import { Problem } from '@zmht/shared/problems'
import { clientFacts, rootOf } from '../../permissions/index'
import type { Official } from '../../platform/endpoint/actor'

/** A system of an official's own city. @throws Problem `not-found` for any other */
export async function clientOfCity(official: Official, clientId: string) {
  const found = await clientFacts(clientId)
  if (found === undefined || found.root !== (await rootOf(official))) throw new Problem('not-found')
  return found
}
