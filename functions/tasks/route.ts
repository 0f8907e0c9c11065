import { lineageOf, type PlaceId, type PlacePath } from '@zmht/shared/geo'
import { findPlace } from '../hierarchy/index'
import { gridsForWorkAt } from '../permissions/index'
import { tiersOf } from './domain/work'
import { changeWork, type Work } from './work.store'

/** Where work at a place is listed: the tiers and the grid that has it today, by the edges of the tree. */
export interface Route {
  readonly path: PlacePath
  readonly tiers: ReturnType<typeof tiersOf>
  readonly grid?: string
}

/** @returns the routes of work at these places, asked together. A place that does not exist is left out. */
export async function routesOf(homes: readonly PlaceId[]): Promise<Map<PlaceId, Route>> {
  const facts = (await Promise.all([...new Set(homes)].map((home) => findPlace(home)))).filter(
    (place) => place !== undefined,
  )
  const grids = await gridsForWorkAt(facts)
  return new Map(
    facts.map((place) => {
      const grid = grids.get(place.id)
      return [place.id, { path: place.path, tiers: tiersOf(place.tiers), ...(grid === undefined ? {} : { grid }) }]
    }),
  )
}

/** @returns the work as listed by a route. */
export function routed(work: Omit<Work, 'version'>, { path, tiers, grid }: Route): Omit<Work, 'version'> {
  const { community: _community, subdistrict: _subdistrict, district: _district, card, ...rest } = work
  const { grid: _grid, ...bare } = card
  return { ...rest, ...tiers, card: { ...bare, path, ...(grid === undefined ? {} : { grid }) } }
}

const isListedBy = (work: Work, { path, tiers, grid }: Route): boolean =>
  work.card.path === path &&
  work.card.grid === grid &&
  work.community === tiers.community &&
  work.subdistrict === tiers.subdistrict &&
  work.district === tiers.district

/** Lists open work where it belongs now. What is listed rightly is left alone, so it may be done any number of times. @returns how many moved. */
export async function routeAgain(work: readonly { readonly id: string; readonly path: PlacePath }[]): Promise<number> {
  const placed = work.flatMap(({ id, path }) => {
    const home = lineageOf(path).at(-1)
    return home === undefined ? [] : [{ id, home }]
  })
  const routes = await routesOf(placed.map(({ home }) => home))
  let moved = 0
  for (const { id, home } of placed) {
    const route = routes.get(home)
    if (route === undefined) continue
    const changed = await changeWork(id, async (before) =>
      before === undefined || !before.open || isListedBy(before, route) ? undefined : routed(before, route),
    )
    if (changed !== undefined) moved += 1
  }
  return moved
}
