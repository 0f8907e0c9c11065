import type { Resource } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { placeFacts } from '../hierarchy/index'
import { organisationFacts, organisationsAbove } from '../permissions/index'
import { auditRefusal } from '../platform/audit.store'
import type { Official } from '../platform/endpoint/actor'
import { readBundle } from './bundle.store'
import type { Application } from './domain/application'

export async function resourceOf({
  id,
  place,
  organisationId,
}: Pick<Application, 'id' | 'place' | 'organisationId'>): Promise<Resource> {
  const { lineage } = await placeFacts(place)
  return { kind: 'application', id, lineage, owners: await organisationsAbove(organisationId) }
}

export async function locateApplication({ params }: { readonly params: { readonly applicationId: string } }) {
  const found = await readBundle(params.applicationId)
  if (found === undefined) throw new Problem('not-found')
  return { resource: await resourceOf(found), loaded: found }
}

export const isKeeper = ({ posts }: Official, { organisationId }: Pick<Application, 'organisationId'>): boolean =>
  posts.some(({ organisation }) => organisation === organisationId)

/** An application of another organisation is not the actor's to change: owner and territory are both asked. @throws Problem `forbidden` */
export async function asKeeper(actor: Official, application: Application, at: string): Promise<void> {
  if (isKeeper(actor, application)) return
  await auditRefusal({ actor: actor.id, action: 'application.write', subject: `application/${application.id}`, at })
  throw new Problem('forbidden')
}

/** A new one belongs to the organisation of the first post that manages a place. @throws Problem `forbidden` for whoever has none */
export async function ownerFor(
  id: string,
  actor: Official,
): Promise<Pick<Application, 'id' | 'organisationId' | 'place'>> {
  for (const post of actor.posts) {
    const organisation = await organisationFacts(post.organisation)
    const place = organisation?.manages[0]
    if (organisation !== undefined && place !== undefined) return { id, organisationId: organisation.id, place }
  }
  throw new Problem('forbidden')
}
