import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { decide, type Resource } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { placeFacts } from '../hierarchy/index'
import { officialsOf, organisationContact, organisationsAbove, whoMayNow } from '../permissions/index'
import { auditRefusal } from '../platform/audit.store'
import { dayInChina, now } from '../platform/clock'
import type { Actor, Official } from '../platform/endpoint/actor'
import { type Mover, partOf } from './domain/request'
import { checkOwn } from './for-organisations/delegate'
import { type Office, type Request, readRequest } from './request.store'

type Placed = Pick<Request, 'id' | 'channelId' | 'organisationId'>

/** A request for the decision of whoever works where it lies. */
export async function placedResource(request: Placed, lineage: readonly PlaceId[]): Promise<Resource> {
  return {
    kind: 'request',
    id: request.id,
    lineage,
    application: request.channelId,
    owners: await organisationsAbove(request.organisationId),
  }
}

/** A request for the decision of those it was given to: theirs wherever it lies, by their posts there alone. Never asked for anybody else. */
export async function givenResource(
  request: Placed,
  organisation: string,
  lineage: readonly PlaceId[],
): Promise<Resource> {
  return { ...(await placedResource(request, lineage)), kind: 'given-request', givenTo: organisation }
}

/** A request for the decision of a superior it was reported to: as with what is given, theirs alone. */
export async function overseenResource(
  request: Placed,
  organisation: string,
  lineage: readonly PlaceId[],
): Promise<Resource> {
  return { ...(await givenResource(request, organisation, lineage)), kind: 'overseen-request' }
}

/** A request for the decision of whoever has it: an organisation, or those at its place. */
export async function resourceFor(
  request: Request,
  { kind, organisation }: Partial<Pick<Mover, 'kind' | 'organisation'>> = {},
): Promise<Resource> {
  const { lineage } = await placeFacts(request.home)
  if (organisation === undefined) return placedResource(request, lineage)
  return (kind === 'overseer' ? overseenResource : givenResource)(request, organisation, lineage)
}

export const organisationsOf = ({ posts }: Pick<Official, 'posts'>): readonly string[] => [
  ...new Set(posts.map(({ organisation }) => organisation)),
]

/**
 * As whom an official acts on a request. Who works at its place works on it while nobody else has it, though their organisation is asked along or told besides.
 * @returns undefined where another organisation has it
 */
export async function partFor(request: Request, actor: Official, at: Instant): Promise<ReturnType<typeof partOf>> {
  const part = partOf(request, organisationsOf(actor))
  if (request.desk !== undefined || part === undefined || part.kind === 'worker') return part
  // Whoever it was reported to oversees it, unless they have it in hand.
  if (part.kind === 'overseer' && request.claimedBy?.id !== actor.id) return part
  const { lineage } = await placeFacts(request.home)
  const here = decide(actor.policy, actor, 'request.handle', await placedResource(request, lineage), at)
  return here.allow ? { kind: 'worker' } : part
}

/** Where a request is, for the decision. */
export async function locateRequest({ params }: { params: { requestId: string } }, actor: Actor) {
  const loaded = await readRequest(params.requestId)
  if (loaded === undefined) throw new Problem('not-found')
  if (actor.kind === 'resident') {
    checkOwn(loaded, actor)
    return { resource: await resourceFor(loaded), owner: actor.id, loaded }
  }
  const part = await partFor(loaded, actor, now())
  return { resource: await resourceFor(loaded, part), owner: loaded.resident, loaded }
}

/** 「社工 李敏」 */
const nameOf = (actor: Official): string => [actor.posts[0]?.title, actor.name].filter(Boolean).join(' ')

/** As whom an official acts on a request. @returns undefined where another organisation has it */
export async function officialMover(request: Request, actor: Official): Promise<Mover | undefined> {
  const part = await partFor(request, actor, now())
  if (part === undefined) return undefined
  const { through } = actor
  return { ...part, id: actor.id, name: nameOf(actor), ...(through === undefined ? {} : { through }) }
}

/**
 * As whom an official does something about a request.
 * @throws Problem `with-another`, kept in the audit, where another organisation has it
 */
export async function moverOf(request: Request, actor: Official, at: Instant): Promise<Mover> {
  const by = await officialMover(request, actor)
  if (by !== undefined) return by
  await auditRefusal({ actor: actor.id, action: 'request.handle', subject: `request/${request.id}`, at })
  throw new Problem('with-another')
}

/** Those in office today at an organisation who may do what is given to it. */
export async function undertakersOf(request: Request, organisation: string) {
  const { lineage } = await placeFacts(request.home)
  const resource = await givenResource(request, organisation, lineage)
  const all = await Promise.all(
    (await officialsOf(organisation)).map((id) => whoMayNow(id, 'request.handle', resource)),
  )
  return all.flatMap((one) => (one === undefined ? [] : [one]))
}

/** Those in office today at an organisation who may oversee what was reported to it. */
export async function overseersAt(request: Request, organisation: string) {
  const { lineage } = await placeFacts(request.home)
  const resource = await overseenResource(request, organisation, lineage)
  const all = await Promise.all(
    (await officialsOf(organisation)).map((id) => whoMayNow(id, 'request.oversee', resource)),
  )
  return all.flatMap((one) => (one === undefined ? [] : [one]))
}

/** @throws Problem `not-found`, or `nobody-there` where nobody at an organisation could do it */
export async function officeThatCan(request: Request, organisation: string): Promise<Office> {
  const found = await organisationContact(organisation)
  if (found === undefined || (found.ended !== undefined && found.ended <= dayInChina(now())))
    throw new Problem('not-found')
  if ((await undertakersOf(request, organisation)).length === 0) throw new Problem('nobody-there')
  return { id: found.id, name: found.name }
}

/** The nearest superior of whoever has a request that it was not reported to yet and where somebody could do something about it. */
export async function superiorOf(request: Request): Promise<Office | undefined> {
  const [, ...above] = await organisationsAbove(request.desk?.id ?? request.organisationId)
  for (const id of above) {
    if (request.overseers?.some((one) => one.id === id) === true) continue
    const office = await organisationContact(id)
    if (office !== undefined && (await overseersAt(request, id)).length > 0) return { id, name: office.name }
  }
  return undefined
}

/** Who settles whose a request is: the nearest above its channel's organisation where somebody could, else that organisation itself. */
export async function arbiterOf(request: Request): Promise<Office | undefined> {
  const [own, ...above] = await organisationsAbove(request.organisationId)
  for (const id of [...above, ...(own === undefined ? [] : [own])]) {
    const office = await organisationContact(id)
    if (office !== undefined && (await undertakersOf(request, id)).length > 0) return { id, name: office.name }
  }
  return undefined
}
