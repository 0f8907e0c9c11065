import { taskRoutes, type WorkReply } from '@zmht/shared/contract'
import { lineageOf, type PlaceId } from '@zmht/shared/geo'
import { type Bounds, isInBounds } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { childrenOf, findPlace, isNowWithin, regionsWithin } from '../../hierarchy/index'
import { type GridFacts, gridsOnDutyOf, gridsWithWorkers, ownersOf } from '../../permissions/index'
import { endpoint } from '../../platform/endpoint/endpoint'
import { joinPosition, splitPosition } from '../../platform/table/page'
import { merged } from '../domain/work'
import { openWork, pageSize, routedTo, type Tier, tierOf, type WorkCard, type WorkPosition } from '../work.store'

interface Part {
  readonly tier: Tier
  readonly place: PlaceId
  /** What is listed there belongs to the territory exactly when its home lies inside. */
  readonly within: PlaceId
}

/** The lists a territory is made of: its own tier's, or those of the districts below; and where what has just come to it is still listed. */
async function partsOf(places: readonly PlaceId[]): Promise<Part[]> {
  const parts: Part[] = []
  for (const id of places) {
    const place = await findPlace(id)
    if (place === undefined) continue
    if (place.level === 'province' || place.level === 'city') {
      parts.push(...(await partsOf((await childrenOf(id)).map((child) => child.id))))
      continue
    }
    for (const { path, tiers } of await regionsWithin(id)) {
      const listing =
        path === place.path
          ? { id, level: place.level }
          : [...tiers].reverse().find(({ level }) => tierOf(level) !== undefined)
      if (listing !== undefined)
        parts.push({ tier: tierOf(listing.level) ?? 'community', place: listing.id, within: id })
    }
  }
  return parts
}

export const work = endpoint(taskRoutes.work, async ({ bounds, query }) => {
  const isNarrow = isNarrowed(bounds)
  const parts = await partsOf(placesIn(bounds))
  let { part: at, from } = splitPosition(query.cursor)
  const items: (WorkCard & { readonly id: string })[] = []
  for (let part = parts[at]; part !== undefined; part = parts[at]) {
    const { within } = part
    const page = await openWork(part.tier, part.place, from)
    const inside = await Promise.all(
      page.items.map(async (item) =>
        (await isNowWithin(item.path, within)) && (!isNarrow || (await isAllowed(item, bounds))) ? [item] : [],
      ),
    )
    items.push(...inside.flat())
    from = page.next
    if (from === undefined) at += 1
    // What is left out is made up for by what follows.
    const isFull = items.length >= pageSize || (!isNarrow && (items.length > 0 || from !== undefined))
    if (isFull && at < parts.length) return { items: await shown(items), next: joinPosition(at, from) }
  }
  return { items: await shown(items) }
})

/** The places in which anything at all is allowed. */
const placesIn = ({ allowed }: Bounds): readonly PlaceId[] => [
  ...new Set(allowed.flatMap(({ places }) => (places === 'everywhere' ? [] : places))),
]

/** Whether more than the place decides what is allowed: an application, an owner, a prohibition. */
const isNarrowed = ({ allowed, forbidden }: Bounds): boolean =>
  forbidden.length > 0 || allowed.some(({ applications, owners, tags }) => applications ?? owners ?? tags)

async function isAllowed({ channelId, path }: WorkCard, bounds: Bounds): Promise<boolean> {
  const place = lineageOf(path).at(-1)
  const lineage = place === undefined ? [] : ((await findPlace(place))?.lineage ?? [])
  const owners = await ownersOf(channelId)
  return isInBounds(bounds, { kind: 'request', lineage, application: channelId, owners })
}

/** A page as the reader sees it, with who is on duty in the grids it was routed to. */
async function shown(page: readonly (WorkCard & { readonly id: string })[]): Promise<WorkReply[]> {
  const grids = await gridsWithWorkers(page.flatMap(({ grid }) => (grid === undefined ? [] : [grid])))
  return page.map(({ id, path: _path, grid: gridId, ...card }) => {
    const grid = gridId === undefined ? undefined : grids.get(gridId)
    return { requestId: id, ...card, ...(grid === undefined ? {} : { grid }) }
  })
}

export const myWork = endpoint(taskRoutes.myWork, async ({ actor, bounds, territory, query }) => {
  const after = positionOf(query.cursor)
  const { everywhere } = territory
  const places = placesIn(bounds)
  const isNarrow = isNarrowed(bounds)
  const isInside = async ({ within }: GridFacts): Promise<boolean> =>
    everywhere || ((await findPlace(within))?.lineage.some((place) => places.includes(place)) ?? false)
  const onDuty = await gridsOnDutyOf(actor.id)
  // On duty for a grid gives no right to see what lies outside the posts' own places.
  const checked = (await Promise.all(onDuty.map(async (grid) => ((await isInside(grid)) ? [grid] : [])))).flat()
  const page = merged(await Promise.all(checked.map(({ id }) => routedTo(id, after))), pageSize)
  // What was moved out of its grid a moment ago is still listed there.
  const inside = await Promise.all(
    page.items.map(async (item) => {
      const within = checked.find(({ id }) => id === item.grid)?.within
      const isHere = within !== undefined && (await isNowWithin(item.path, within))
      return isHere && (!isNarrow || (await isAllowed(item, bounds))) ? [item] : []
    }),
  )
  return {
    items: await shown(inside.flat()),
    ...(page.after === undefined ? {} : { next: `${page.after.due}~${page.after.id}` }),
  }
})

/** @throws Problem `invalid` for what this list never gave. */
function positionOf(cursor: string | undefined): WorkPosition | undefined {
  if (cursor === undefined) return undefined
  const [, due, id] = /^(\d{4}-\d{2}-\d{2}T[\d:.]{12}Z)~(r[0-9a-z]{20})$/.exec(cursor) ?? []
  if (due !== undefined && id !== undefined) return { due, id }
  throw new Problem('invalid', {
    fields: [{ path: 'query.cursor', message: '翻页位置不正确，请从第一页重新看起' }],
  })
}
