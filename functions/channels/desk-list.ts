import { type Bounds, decide, isInBounds } from '@zmht/shared/permission'
import { findPlace } from '../hierarchy/index'
import type { Official } from '../platform/endpoint/actor'
import { joinPosition, splitPosition } from '../platform/table/page'
import { type DeskCard, deskOf } from './desk.store'
import type { DeskPart } from './domain/desks'
import { givenResource, organisationsOf, overseenResource } from './request-access'
import { showCard } from './show'

type Given = DeskCard & { readonly id: string; readonly part: DeskPart }

/** A page of the lists of all their organisations, one after the other. */
export async function listDesk(list: 'DESK' | 'OVERSEEN', cursor: string | undefined, asking: Asking) {
  const organisations = organisationsOf(asking.actor)
  let { part, from } = splitPosition(cursor)
  for (let organisation = organisations[part]; organisation !== undefined; organisation = organisations[part]) {
    const { items: found, next } = await deskOf(list, organisation, from)
    const shown = await Promise.all(found.map((one) => showGiven(one, organisation, asking)))
    const items = shown.flatMap((one) => (one === undefined ? [] : [one]))
    from = next
    if (from === undefined) part += 1
    const after = part < organisations.length ? joinPosition(part, from) : undefined
    if (items.length > 0 || after === undefined) return { items, ...(after === undefined ? {} : { next: after }) }
  }
  return { items: [] }
}

interface Asking {
  readonly actor: Official
  readonly bounds: Bounds
  readonly at: string
}

/** Nothing that is forbidden them; names as their posts there show them. */
async function showGiven(one: Given, organisation: string, { actor, bounds, at }: Asking) {
  const { home, organisationId, ...card } = one
  const lineage = (await findPlace(home))?.lineage ?? []
  const isOver = one.part === 'overseer'
  const placed = { id: one.id, channelId: one.channelId, organisationId }
  const resource = await (isOver ? overseenResource : givenResource)(placed, organisation, lineage)
  const decision = decide(actor.policy, actor, isOver ? 'request.oversee' : 'request.undertake', resource, at)
  if (!decision.allow || !isInBounds(bounds, resource)) return undefined
  return { ...card, ...showCard(card, decision.fields) }
}
