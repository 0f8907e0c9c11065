import { type LateCaseReply, overviewRoutes as routes } from '@zmht/shared/contract'
import type { Level, PlaceId } from '@zmht/shared/geo'
import { lineageOf } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import { dayInChina } from '@zmht/shared/rules'
import { childrenOf, findPlace, isNowWithin, type PlaceFacts } from '../../hierarchy/index'
import { organisationFacts } from '../../permissions/index'
import { endpoint } from '../../platform/endpoint/endpoint'
import { type LateItem, lateItemsIn } from '../../tasks/index'
import { type LateTier, lateAt } from '../late.store'
import { responsibleFor } from '../responsible'
import { locatePlace } from './board'

/** As many as anybody goes through. */
const mostShown = 20

const tierOf = (level: Level): LateTier | undefined =>
  level === 'community' || level === 'subdistrict' || level === 'district' ? level : undefined

/** The lists a place is made of: its own, or those of what lies inside it. */
async function listsOf({
  id,
  tiers,
}: Pick<PlaceFacts, 'id' | 'tiers'>): Promise<readonly { tier: LateTier; place: PlaceId }[]> {
  const level = tiers.at(-1)?.level
  const tier = level === undefined ? undefined : tierOf(level)
  if (tier !== undefined) return [{ tier, place: id }]
  if (level === 'province' || level === 'city') {
    const inside = await Promise.all((await childrenOf(id)).map((child) => findPlace(child.id)))
    return (await Promise.all(inside.flatMap((one) => (one === undefined ? [] : [listsOf(one)])))).flat()
  }
  const community = tiers.find((one) => one.level === 'community')
  return community === undefined ? [] : [{ tier: 'community', place: community.id }]
}

export const late = endpoint(routes.late, {
  locate: locatePlace,
  handle: async ({ actor, now: at, loaded: place }) => {
    const [lists, items] = await Promise.all([listsOf(place), lateItemsIn(place, dayInChina(at))])
    const own = actor.posts.map(({ organisation }) => organisation)
    const listed = (await Promise.all(lists.map(({ tier, place: of }) => lateAt(tier, of, 2 * mostShown))))
      .flat()
      .sort((one, other) => (one.due < other.due ? -1 : 1))
    const requests: LateCaseReply[] = []
    for (const { id, title, where, place: home, since, due, path, holder, office, overseers } of listed) {
      if (requests.length >= mostShown) break
      if (!(await isNowWithin(path, place.id))) continue
      requests.push({
        ...{ of: 'request', id, title, where, place: home, since, due },
        ...(holder === undefined ? {} : { holder: holder.name }),
        ...(office === undefined ? {} : { office: office.name }),
        ...(overseers.some((one) => own.includes(one)) ? { supervised: true as const } : {}),
      })
    }
    return { requests, items: await Promise.all(items.map(showItem)) }
  },
})

async function showItem(item: LateItem): Promise<LateCaseReply> {
  const { id, taskId: task, title, name, place: where, path, due, claimedBy, organisation } = item
  const office = organisation === undefined ? undefined : (await organisationFacts(organisation))?.name
  return {
    ...{ of: 'item', id, task, title, name, where, due },
    // Whom it hangs on is found by where it lies.
    place: lineageOf(path).at(-1) ?? ('' as PlaceId),
    ...(claimedBy === undefined ? {} : { holder: claimedBy.name }),
    ...(office === undefined ? {} : { office }),
  }
}

export const responsible = endpoint(routes.responsible, {
  locate: locatePlace,
  handle: async ({ query, loaded: place }) => {
    const found = await responsibleFor(place.id, query)
    if (found === undefined) throw new Problem('not-found')
    return found
  },
})
