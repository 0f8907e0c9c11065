import { channelRoutes } from '@zmht/shared/contract'
import type { PlaceId, PlacePath } from '@zmht/shared/geo'
import { territoryOf } from '@zmht/shared/permission'
import { isNowWithin, regionsWithin } from '../../hierarchy/index'
import { organisationsAbove } from '../../permissions/index'
import { auditLook } from '../../platform/audit.store'
import { endpoint } from '../../platform/endpoint/endpoint'
import { joinPosition, splitPosition } from '../../platform/table/page'
import { withTimes } from '../booking'
import { readOpenChannel } from '../channel.store'
import { subjectOfRequest } from '../files'
import type { RequestCard } from '../request.store'
import { locateRequest } from '../request-access'
import { requestsOfChannel, requestsOfResident } from '../request-lists.store'
import { hiddenFrom, showCard, showRequest } from '../show'

const routes = channelRoutes

export const request = endpoint(routes.request, {
  locate: locateRequest,
  handle: async ({ actor, fields, loaded }) => showRequest(loaded, actor, fields),
})

/** Who reads what is sensitive says what for, and it is recorded before it is shown. */
export const wholeRequest = endpoint(routes.wholeRequest, {
  locate: locateRequest,
  handle: async ({ actor, fields, loaded, query: { purpose }, now }) => {
    const attributes = await hiddenFrom(loaded, fields)
    const { id, person } = loaded
    if (attributes.length > 0)
      await auditLook({
        ...{ actor: actor.id, action: 'request.read', subject: subjectOfRequest(id), at: now, purpose },
        ...{ attributes, person },
      })
    return showRequest(loaded, actor, fields, { whole: true })
  },
})

export const myRequests = endpoint(routes.myRequests, async ({ actor, query, now }) => {
  const { items, ...more } = await requestsOfResident(actor.id, query.cursor)
  return { items: await withTimes(items, now), ...more }
})

/** Enough of them make a page where some are left out. */
const pageSize = 20
/** So many pages are looked through in one call for those of one time. */
const mostPages = 25

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
  const isAsked = ({ booked }: RequestCard): boolean => query.slot === undefined || booked?.slot === query.slot
  const takesAll = territory.except.length === 0 && query.slot === undefined
  for (let region = regions[at], pages = 1; region !== undefined; region = regions[at], pages++) {
    const page = await requestsOfChannel(params.channelId, region.path, from)
    for (const { path, ...card } of page.items)
      if (isAsked(card) && (await isNowWithin(path, region.within)) && !(await isLeftOut(path)))
        items.push(showCard(card, fields))
    from = page.next
    if (from === undefined) at += 1
    const isFull = items.length >= pageSize || (items.length > 0 && takesAll) || pages >= mostPages
    if (isFull && at < regions.length) return { items, next: joinPosition(at, from) }
  }
  return { items }
})
