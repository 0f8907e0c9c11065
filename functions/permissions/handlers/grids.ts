import { type GridBody, type GridReply, permissionRoutes } from '@zmht/shared/contract'
import { type Level, type PlaceId, placeTail } from '@zmht/shared/geo'
import { type FieldProblem, Problem } from '@zmht/shared/problems'
import { childrenOf, findPlace, namedLineage, type PlaceFacts, placeFacts } from '../../hierarchy/index'
import { dayInChina } from '../../platform/clock'
import { allowed, endpoint } from '../../platform/endpoint/endpoint'
import { colleague } from '../colleagues'
import { dayBefore, isDay } from '../domain/days'
import { type Cover, coverOf, dueOn, inForce } from '../domain/grid'
import { type Grid, gridsCovering, gridsOfPlace, readGrid, readGridPlaces, saveGrid as save } from '../grid.store'

const routes = permissionRoutes

async function inChunks<One, Other>(all: readonly One[], each: (one: One) => Promise<Other>): Promise<Other[]> {
  const done: Other[] = []
  for (let start = 0; start < all.length; start += 50)
    done.push(...(await Promise.all(all.slice(start, start + 50).map(each))))
  return done
}

async function named(id: PlaceId) {
  const place = await findPlace(id)
  return { id, name: place?.name ?? '', level: place?.level ?? ('community' as const) }
}

async function withTail(id: PlaceId) {
  const place = await findPlace(id)
  const lineage = place === undefined ? [] : await namedLineage(place.path)
  return { id, name: place?.name ?? '', level: place?.level ?? ('community' as const), tail: placeTail(lineage) }
}

async function showGrid(grid: Grid, places: readonly PlaceId[], today: string): Promise<GridReply> {
  const { id, name, from, to, edition } = grid
  return {
    id,
    name,
    within: await named(grid.within),
    places: await inChunks(places, withTail),
    workers: await Promise.all(
      grid.workers.map(async (worker) => {
        const known = await colleague(worker.official)
        return {
          ...worker,
          name: known?.name ?? '',
          title: known?.title ?? '',
          phone: (await known?.phone()) ?? '',
          onDuty: known?.inOffice === true && inForce(grid, today) && inForce(worker, today),
        }
      }),
    ),
    from,
    ...(to === undefined ? {} : { to }),
    edition,
  }
}

async function showGrids(grids: readonly Grid[], today: string): Promise<{ items: GridReply[] }> {
  const places = await readGridPlaces(grids.map(({ id }) => id))
  return { items: await Promise.all(grids.map((grid) => showGrid(grid, places.get(grid.id) ?? [], today))) }
}

async function shown(grid: Grid, today: string): Promise<GridReply> {
  return showGrid(grid, (await readGridPlaces([grid.id])).get(grid.id) ?? [], today)
}

async function existing(id: string): Promise<Grid> {
  const grid = await readGrid(id)
  if (grid === undefined) throw new Problem('not-found')
  return grid
}

async function existingPlace(id: PlaceId): Promise<PlaceFacts> {
  const place = await findPlace(id)
  if (place === undefined) throw new Problem('not-found')
  return place
}

export const grids = endpoint(routes.grids, async ({ query, now }) => {
  const today = dayInChina(now)
  await existingPlace(query.within)
  return showGrids(await gridsOfPlace(query.within, today), today)
})

export const gridsAt = endpoint(routes.gridsAt, async ({ params, now }) => {
  const today = dayInChina(now)
  const place = await existingPlace(params.placeId)
  return showGrids((await gridsCovering([place], today)).get(place.id) ?? [], today)
})

export const grid = endpoint(routes.grid, async ({ params, now }) =>
  shown(await existing(params.gridId), dayInChina(now)),
)

/** Where a grid may belong: where somebody keeps an eye on whole streets, not a single house. */
const mayHaveGrids: readonly Level[] = ['district', 'subdistrict', 'community']

const resourceAt = async (within: PlaceId, id: string) => ({
  kind: 'grid',
  id,
  lineage: (await placeFacts(within)).lineage,
})

export const saveGrid = endpoint(routes.saveGrid, {
  locate: async ({ params, body }) => ({ resource: await resourceAt(body.within, params.gridId), loaded: undefined }),
  handle: async ({ params, body, actor, now }) => {
    const id = params.gridId
    const today = dayInChina(now)
    const places = [...new Set(body.places)]
    const before = await readGrid(id)
    const placesBefore = before === undefined ? [] : ((await readGridPlaces([id])).get(id) ?? [])
    // Taking a grid away from where it belonged needs the permission there, too.
    if (before !== undefined && before.within !== body.within)
      await allowed(actor, 'grid.write', await resourceAt(before.within, id), now)
    if (before !== undefined && before.edition === body.edition + 1 && isSame(before, placesBefore, body, places))
      return showGrid(before, placesBefore, today)
    if ((before?.edition ?? 0) !== body.edition) throw new Problem('changed')
    const fields = [...(await placeProblems(body)), ...dateProblems(body), ...(await workerProblems(body))]
    if (fields.length > 0) throw new Problem('invalid', { fields: fields.slice(0, 20) })
    const { name, within, workers, from, to } = body
    const saved = await save({
      before,
      placesBefore,
      places,
      after: {
        id,
        name,
        within,
        workers,
        from,
        ...(to === undefined ? {} : { to }),
        edition: body.edition + 1,
        by: actor.id,
      },
    })
    if (saved === undefined) throw new Problem('changed')
    return showGrid(saved, places, today)
  },
})

function isSame(held: Grid, heldPlaces: readonly PlaceId[], body: GridBody, places: readonly PlaceId[]): boolean {
  const content = ({ name, within, from, to, workers }: Pick<Grid, 'name' | 'within' | 'from' | 'to' | 'workers'>) =>
    JSON.stringify([
      name,
      within,
      from,
      to ?? '',
      workers.map((worker) => [worker.official, worker.from, worker.to ?? '', worker.substitute]),
    ])
  return content(held) === content(body) && [...heldPlaces].sort().join() === [...places].sort().join()
}

async function placeProblems({ within, places }: GridBody): Promise<FieldProblem[]> {
  const home = await placeFacts(within)
  if (!mayHaveGrids.includes(home.level) || home.ended)
    return [{ path: 'body.within', message: '网格应属于区县、街道乡镇或社区村' }]
  const problems = await inChunks([...places.entries()], async ([index, id]): Promise<FieldProblem[]> => {
    const path = `body.places.${index}`
    const place = await findPlace(id)
    if (place === undefined) return [{ path, message: '找不到这个地点，请重新选择' }]
    if (place.ended) return [{ path, message: `「${place.name}」已经撤销，请选择现在的地点` }]
    if (place.lineage.includes(within)) return []
    const tail = placeTail(await namedLineage(place.path))
    return [{ path, message: `「${tail}」不在「${home.name}」范围内` }]
  })
  return problems.flat()
}

function dateProblems(body: GridBody): FieldProblem[] {
  const check = ({ from, to }: { from: string; to?: string }, path: string): FieldProblem[] => [
    ...(isDay(from) ? [] : [{ path: `${path}.from`, message: '日历上没有这一天' }]),
    ...(to === undefined || isDay(to) ? [] : [{ path: `${path}.to`, message: '日历上没有这一天' }]),
    ...(to === undefined || to >= from ? [] : [{ path: `${path}.to`, message: '最后一天不能早于第一天' }]),
  ]
  return [...check(body, 'body'), ...body.workers.flatMap((worker, index) => check(worker, `body.workers.${index}`))]
}

async function workerProblems({ workers }: GridBody): Promise<FieldProblem[]> {
  const problems = await Promise.all(
    workers.map(async ({ official }, index): Promise<FieldProblem[]> => {
      const path = `body.workers.${index}.official`
      return (await colleague(official)) === undefined ? [{ path, message: '没有找到这位工作人员，请重新选择' }] : []
    }),
  )
  return problems.flat()
}

export const endGrid = endpoint(routes.endGrid, {
  locate: async ({ params }) => {
    const grid = await existing(params.gridId)
    return { resource: await resourceAt(grid.within, grid.id), loaded: grid }
  },
  handle: async ({ actor, now, loaded }) => {
    const today = dayInChina(now)
    const places = (await readGridPlaces([loaded.id])).get(loaded.id) ?? []
    if (loaded.to !== undefined && loaded.to < today) return showGrid(loaded, places, today)
    const { stamp: _stamp, ...rest } = loaded
    const after = { ...rest, to: dayBefore(today), edition: loaded.edition + 1, by: actor.id }
    const saved = await save({ before: loaded, placesBefore: places, after, places })
    if (saved === undefined) throw new Problem('changed')
    return showGrid(saved, places, today)
  },
})

/** A report names every place itself: beyond these numbers it is asked for nearer by. */
const coverageLimits = { homes: 300, places: 3000 } as const
const tooWide = () => new Problem('invalid', { detail: '这里的网格太多，请到下一级街道或社区查看覆盖情况。' })

/** Every place whose grids can reach into the asked one: those above, itself, and below it down to the communities. */
async function homesOfGrids(place: PlaceFacts): Promise<PlaceId[]> {
  const above = place.tiers.filter(({ level }) => mayHaveGrids.includes(level)).map(({ id }) => id)
  const homes = [...above]
  let tier = [place.id]
  for (let { level } = place; level === 'district' || level === 'subdistrict'; ) {
    const below = (await inChunks(tier, childrenOf)).flat().filter((child) => mayHaveGrids.includes(child.level))
    homes.push(...below.map(({ id }) => id))
    if (homes.length > coverageLimits.homes) throw tooWide()
    tier = below.filter((child) => child.level === 'subdistrict').map(({ id }) => id)
    level = tier.length > 0 ? 'subdistrict' : 'community'
  }
  return homes
}

/** The highest places inside that are in no grid. Only what has something covered inside is looked into. */
async function uncoveredIn(place: PlaceId, cover: Cover): Promise<PlaceId[]> {
  if (cover.covered.has(place)) return []
  if (!cover.partly.has(place)) return [place]
  const children = await childrenOf(place)
  return (await inChunks(children, ({ id }) => uncoveredIn(id, cover))).flat()
}

export const gridCoverage = endpoint(routes.gridCoverage, async ({ params, now }) => {
  const today = dayInChina(now)
  const place = await existingPlace(params.placeId)
  if (place.level === 'province' || place.level === 'city') throw tooWide()
  const all = (await inChunks(await homesOfGrids(place), (home) => gridsOfPlace(home, today))).flat()
  const inForceNow = all.filter((grid) => inForce(grid, today))
  const placesOf = await readGridPlaces(inForceNow.map(({ id }) => id))
  if ([...placesOf.values()].reduce((sum, places) => sum + places.length, 0) > coverageLimits.places) throw tooWide()
  const located = await inChunks(inForceNow, async (grid) => ({
    ...grid,
    lineages: (await Promise.all((placesOf.get(grid.id) ?? []).map((id) => findPlace(id)))).flatMap((found) =>
      found === undefined || found.ended ? [] : [found.lineage],
    ),
  }))
  const cover = coverOf(place.lineage, located)
  const attended = await inChunks(cover.grids, async ({ id }) => {
    const workers = inForceNow.find((grid) => grid.id === id)?.workers ?? []
    const present = await Promise.all(dueOn(workers, today).map(colleague))
    return present.some((one) => one?.inOffice === true)
  })
  return {
    uncovered: await inChunks(await uncoveredIn(place.id, cover), withTail),
    overlapping: await inChunks(cover.overlapping, async (one) => ({
      place: await withTail(one.place),
      grids: one.grids.map(({ id, name }) => ({ id, name })),
    })),
    unattended: cover.grids.filter((_, index) => !attended[index]).map(({ id, name }) => ({ id, name })),
  }
})
