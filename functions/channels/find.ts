import { lineageOf } from '@zmht/shared/geo'
import { decide, type FieldDecision } from '@zmht/shared/permission'
import { pathIsNow } from '../hierarchy/index'
import { accountOf } from '../permissions/index'
import type { Official } from '../platform/endpoint/actor'
import { firstPages } from '../platform/table/page'
import { type ChannelCard, channelsOf } from './channel.store'
import { type Request, type RequestCard, readRequest } from './request.store'
import { givenResource, organisationsOf, overseenResource, partFor, placedResource } from './request-access'
import { requestsOfResident } from './request-lists.store'
import { showCard } from './show'

/** An organisation has some tens of services: of more than these the list itself tells. */
const mostPages = 3

/** The services of an official's own organisations, the latest first: what their list shows. */
export async function ownServices({ posts }: Pick<Official, 'posts'>): Promise<readonly ChannelCard[]> {
  const all: ChannelCard[] = []
  for (const organisation of organisationsOf({ posts }))
    all.push(...(await firstPages(mostPages, (cursor) => channelsOf(organisation, cursor))))
  return all
}

/** How much an official sees of a request now. @returns undefined where it is none of theirs */
async function sightOf(request: Request, actor: Official, at: string): Promise<FieldDecision | undefined> {
  const part = await partFor(request, actor, at)
  if (part === undefined) return undefined
  const lineage = lineageOf(await pathIsNow(request.path))
  const resource =
    part.organisation === undefined
      ? await placedResource(request, lineage)
      : await (part.kind === 'overseer' ? overseenResource : givenResource)(request, part.organisation, lineage)
  const decision = decide(actor.policy, actor, 'request.read', resource, at)
  return decision.allow ? decision.fields : undefined
}

/** A request as whoever looks for it may read its card. @returns undefined for one that is none of theirs, as for what there is not */
export async function requestSeenBy(
  id: string,
  actor: Official,
  at: string,
): Promise<(RequestCard & { readonly id: string }) | undefined> {
  const request = await readRequest(id)
  const fields = request === undefined ? undefined : await sightOf(request, actor, at)
  if (request === undefined || fields === undefined) return undefined
  const { number, channelId, title, who, tail, state, submittedAt, updatedAt, due, overdue } = request
  const card = { id, number, channelId, title, who, place: tail, state, submittedAt, updatedAt, due, overdue }
  return showCard(request.ofOrganisation === undefined ? card : { ...card, ofOrganisation: true as const }, fields)
}

/** The requests of a person who has an account, the latest first, as far as an official may read them; looks at so many. */
export async function requestsOfPerson(person: string, actor: Official, at: string, most: number) {
  const { items } = await requestsOfResident(accountOf(person), undefined)
  const seen = await Promise.all(items.slice(0, most).map(({ id }) => requestSeenBy(id, actor, at)))
  return { items: seen.flatMap((one) => one ?? []), more: items.length > most }
}
