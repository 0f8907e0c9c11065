import type { WorkReply } from '@zmht/shared/contract'
import { lineageOf, type PlaceId } from '@zmht/shared/geo'
import { type Bounds, isInBounds } from '@zmht/shared/permission'
import { childrenOf, findPlace, isNowWithin, regionsWithin } from '../hierarchy/index'
import { gridsWithWorkers, ownersOf } from '../permissions/index'
import { joinPosition, splitPosition } from '../platform/table/page'
import { openWork, pageSize, type Tier, tierOf, type WorkCard } from './work.store'

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

/** A page of the open work inside the places in which anything of it is allowed, the earliest due first. */
export async function workWithin(
  bounds: Bounds,
  cursor: string | undefined,
): Promise<{ items: WorkReply[]; next?: string }> {
  const isNarrow = isNarrowed(bounds)
  const parts = await partsOf(placesIn(bounds))
  let { part: at, from } = splitPosition(cursor)
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
}

/** The places in which anything at all is allowed. */
export const placesIn = ({ allowed }: Bounds): readonly PlaceId[] => [
  ...new Set(allowed.flatMap(({ places }) => (places === 'everywhere' ? [] : places))),
]

/** Whether more than the place decides what is allowed: an application, an owner, a prohibition. */
export const isNarrowed = ({ allowed, forbidden }: Bounds): boolean =>
  forbidden.length > 0 || allowed.some(({ applications, owners, tags }) => applications ?? owners ?? tags)

export async function isAllowed({ channelId, path }: WorkCard, bounds: Bounds): Promise<boolean> {
  const place = lineageOf(path).at(-1)
  const lineage = place === undefined ? [] : ((await findPlace(place))?.lineage ?? [])
  const owners = await ownersOf(channelId)
  return isInBounds(bounds, { kind: 'request', lineage, application: channelId, owners })
}

/** A page as the reader sees it, with who is on duty in the grids it was routed to. */
export async function shown(page: readonly (WorkCard & { readonly id: string })[]): Promise<WorkReply[]> {
  const grids = await gridsWithWorkers(page.flatMap(({ grid }) => (grid === undefined ? [] : [grid])))
  return page.map(({ id, path: _path, grid: gridId, ...card }) => {
    const grid = gridId === undefined ? undefined : grids.get(gridId)
    return { requestId: id, ...card, ...(grid === undefined ? {} : { grid }) }
  })
}
