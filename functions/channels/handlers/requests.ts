import { channelRoutes } from '@zmht/shared/contract'
import type { PlaceId, PlacePath } from '@zmht/shared/geo'
import { type Resource, territoryOf } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import type { RequestAction } from '@zmht/shared/rules'
import { isNowWithin, placeFacts, regionsWithin } from '../../hierarchy/index'
import { organisationsAbove } from '../../permissions/index'
import type { Actor, Official, Resident } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { joinPosition, splitPosition } from '../../platform/table/page'
import { readOpenChannel } from '../channel.store'
import type { Mover } from '../domain/request'
import { moveRequest } from '../move'
import { type Request, readRequest, requestsOfChannel, requestsOfResident } from '../request.store'
import { showCard, showRequest } from '../show'

const routes = channelRoutes
const everything = { open: 'full', internal: 'full', personal: 'full', sensitive: 'full' } as const

/** Where a request is, for the decision. */
export async function locateRequest({ params }: { params: { requestId: string } }) {
  const request = await readRequest(params.requestId)
  if (request === undefined) throw new Problem('not-found')
  const { lineage } = await placeFacts(request.home)
  const resource: Resource = {
    kind: 'request',
    id: request.id,
    lineage,
    application: request.channelId,
    owners: await organisationsAbove(request.organisationId),
  }
  return { resource, owner: request.resident, loaded: request }
}

/** 「社工 李敏」 */
const nameOf = (actor: Official): string => [actor.posts[0]?.title, actor.name].filter(Boolean).join(' ')
const moverOf = (actor: Actor): Mover =>
  actor.kind === 'official'
    ? { kind: 'official', id: actor.id, name: nameOf(actor) }
    : { kind: 'resident', id: actor.id, name: '您' }

export const request = endpoint(routes.request, {
  locate: locateRequest,
  handle: async ({ actor, fields, loaded }) => showRequest(loaded, actor, fields),
})

export const myRequests = endpoint(routes.myRequests, async ({ actor, query }) =>
  requestsOfResident(actor.id, query.cursor),
)

/** Enough of them make a page where some are left out. */
const pageSize = 20

export const requests = endpoint(routes.requests, async ({ params, query, bounds, fields }) => {
  const channel = await readOpenChannel(params.channelId)
  // All are one application's: what is allowed or forbidden of it counts, of others it does not.
  const territory = territoryOf(bounds, {
    application: params.channelId,
    owners: channel === undefined ? [] : await organisationsAbove(channel.organisationId),
  })
  const isLeftOut = async (path: PlacePath): Promise<boolean> => {
    for (const place of territory.except) if (await isNowWithin(path, place)) return true
    return false
  }
  const regions: { path: PlacePath; within: PlaceId }[] = []
  for (const within of territory.places)
    for (const { path } of await regionsWithin(within)) regions.push({ path, within })
  let { part: at, from } = splitPosition(query.cursor)
  const items: ReturnType<typeof showCard>[] = []
  for (let region = regions[at]; region !== undefined; region = regions[at]) {
    const page = await requestsOfChannel(params.channelId, region.path, from)
    for (const { path, ...card } of page.items)
      if ((await isNowWithin(path, region.within)) && !(await isLeftOut(path))) items.push(showCard(card, fields))
    from = page.next
    if (from === undefined) at += 1
    const isFull = items.length >= pageSize || (items.length > 0 && territory.except.length === 0)
    if (isFull && at < regions.length) return { items, next: joinPosition(at, from) }
  }
  return { items }
})

interface StepBody {
  readonly key: string
  readonly note?: string
}

async function step(loaded: Request, action: RequestAction, body: StepBody, actor: Official, now: string) {
  return moveRequest(loaded, { action, ...body }, moverOf(actor), now)
}

export const claim = endpoint(routes.claim, {
  locate: locateRequest,
  handle: async ({ loaded, body, actor, now, fields }) =>
    showRequest(await step(loaded, 'claim', body, actor, now), actor, fields),
})

export const release = endpoint(routes.release, {
  locate: locateRequest,
  handle: async ({ loaded, body, actor, now, fields }) =>
    showRequest(await step(loaded, 'release', body, actor, now), actor, fields),
})

export const confirm = endpoint(routes.confirm, {
  locate: locateRequest,
  handle: async ({ loaded, body, actor, now, fields }) =>
    showRequest(await step(loaded, 'confirm', body, actor, now), actor, fields),
})

export const returnRequest = endpoint(routes.return, {
  locate: locateRequest,
  handle: async ({ loaded, body, actor, now, fields }) =>
    showRequest(await step(loaded, 'return', body, actor, now), actor, fields),
})

export const conclude = endpoint(routes.conclude, {
  locate: locateRequest,
  handle: async ({ loaded, body, actor, now, fields }) =>
    showRequest(await step(loaded, 'close', body, actor, now), actor, fields),
})

/** The resident's own request; to anyone else it does not exist. */
async function own(id: string, actor: Resident): Promise<Request> {
  const found = await readRequest(id)
  if (found === undefined || found.resident !== actor.id) throw new Problem('not-found')
  return found
}

export const add = endpoint(routes.add, async ({ params, body, actor, now }) =>
  showRequest(
    await moveRequest(await own(params.requestId, actor), { action: 'add', ...body }, moverOf(actor), now),
    actor,
    everything,
  ),
)

export const withdraw = endpoint(routes.withdraw, async ({ params, body, actor, now }) =>
  showRequest(
    await moveRequest(await own(params.requestId, actor), { action: 'withdraw', ...body }, moverOf(actor), now),
    actor,
    everything,
  ),
)

export const rate = endpoint(routes.rate, async ({ params, body, actor, now }) => {
  const { key, stars, words } = body
  const rated = await moveRequest(
    await own(params.requestId, actor),
    {
      action: 'rate',
      key,
      ...(words === undefined ? {} : { note: words }),
      rating: { stars, ...(words === undefined ? {} : { words }) },
    },
    moverOf(actor),
    now,
  )
  return showRequest(rated, actor, everything)
})
