import { contract, type WorkReply } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import { childrenOf, findPlace, isNowWithin, regionsWithin } from '../../hierarchy/index'
import { type GridFacts, gridsOnDutyOf, gridsWithWorkers } from '../../permissions/index'
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

export const work = endpoint(contract.tasks.work, async ({ territory, query }) => {
  const parts = await partsOf(territory.places)
  let { part: at, from } = splitPosition(query.cursor)
  for (; at < parts.length; at++) {
    const part = parts[at]
    if (part === undefined) break
    const page = await openWork(part.tier, part.place, from)
    const inside = await Promise.all(
      page.items.map(async (item) => ((await isNowWithin(item.path, part.within)) ? [item] : [])),
    )
    const items = inside.flat()
    if (items.length > 0 || page.next !== undefined) {
      const next =
        page.next !== undefined ? joinPosition(at, page.next) : at + 1 < parts.length ? joinPosition(at + 1) : undefined
      return { items: await shown(items), ...(next === undefined ? {} : { next }) }
    }
    from = undefined
  }
  return { items: [] }
})

/** A page as the reader sees it, with who is on duty in the grids it was routed to. */
async function shown(page: readonly (WorkCard & { readonly id: string })[]): Promise<WorkReply[]> {
  const grids = await gridsWithWorkers(page.flatMap(({ grid }) => (grid === undefined ? [] : [grid])))
  return page.map(({ id, path: _path, grid: gridId, ...card }) => {
    const grid = gridId === undefined ? undefined : grids.get(gridId)
    return { requestId: id, ...card, ...(grid === undefined ? {} : { grid }) }
  })
}

export const myWork = endpoint(contract.tasks.myWork, async ({ actor, territory, query }) => {
  const after = positionOf(query.cursor)
  const { everywhere, places } = territory
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
      return within !== undefined && (await isNowWithin(item.path, within)) ? [item] : []
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
