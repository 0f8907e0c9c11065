import type { PlaceId } from '@zmht/shared/geo'
import type { Polygons } from '@zmht/shared/geo/polygon'

type Show = (what: string, figure: number, unit: string, most: number) => void

/**
 * What it costs to find who is answerable, who looks after a home and where a point is; each again after much was added elsewhere.
 * The table and its demonstration are there already.
 */
export async function benchPlaces(show: Show, community: PlaceId, home: PlaceId): Promise<void> {
  const { metered } = await import('../../functions/platform/table/client')
  const { forgetEverything } = await import('../../functions/platform/cache')
  const { childrenOf, placeFacts } = await import('../../functions/hierarchy/index')
  const { placesAt, saveBoundary } = await import('../../functions/hierarchy/boundary.store')
  const { readDuties } = await import('../../functions/permissions/duty.store')
  const { gridsCovering, gridsOfPlace, saveGrid } = await import('../../functions/permissions/grid.store')
  const { gridsOnDutyOf, gridsWithWorkers } = await import('../../functions/permissions/index')
  const { routedTo, saveWork } = await import('../../functions/tasks/work.store')
  const { areaOf } = await import('@zmht/shared/geo/polygon')

  const today = '2026-11-25'
  const facts = await placeFacts(home)
  const cost = async (work: () => Promise<unknown>) => {
    forgetEverything()
    return (await metered(work)).used
  }

  const duty = () => readDuties(facts.lineage)
  const one = await cost(duty)
  show(
    `who is answerable for a home, for all 20 duties (${facts.lineage.length} places upwards)`,
    one.reads,
    'reads',
    1,
  )
  show('that answer in units', one.readUnits, 'read units', 4.5)

  const [grid] = await gridsOfPlace(community, today)
  const [building] = await childrenOf((await childrenOf(community))[0]?.id ?? community)
  if (grid === undefined || building === undefined) throw new Error('the demonstration has no grid')
  const covered = await placeFacts(building.id)
  const gridHere = () => gridsCovering([covered], today)
  const few = await cost(gridHere)
  show('the grids that cover a place (one batch upwards, one of the grids)', few.reads, 'reads', 2)
  show('those grids in units', few.readUnits, 'read units', 5)
  const worker = grid.workers[0]?.official ?? ''
  const square = (x: number, y: number, size: number): Polygons => [
    [
      [
        [x, y],
        [x + size, y],
        [x + size, y + size],
        [x, y + size],
        [x, y],
      ],
    ],
  ]
  const facts0 = { at: new Date().toISOString(), by: 'bench' }
  const draw = (place: PlaceId, polygons: Polygons) =>
    saveBoundary(place, undefined, { polygons, area: areaOf(polygons) }, facts0)
  for (const [depth, place] of facts.lineage.slice(-6, -2).entries())
    await draw(place, square(116.46 + depth / 1000, 39.99 + depth / 1000, 0.2 / 4 ** depth))
  const point = () => placesAt([116.464, 39.994])
  const found = (await point()).length
  const alone = await cost(point)
  show(`a point → the ${found} places it lies in`, alone.reads, 'reads', 5)
  show('that point in units', alone.readUnits, 'read units', 6)

  // Much elsewhere: it changes none of these.
  const elsewhere = (await childrenOf(facts.lineage.at(-6) ?? community)).map(({ id }) => id)
  for (const [index, place] of elsewhere.entries()) {
    if (facts.lineage.includes(place)) continue
    await draw(place, square(117 + index / 50, 41, 0.01))
    await saveGrid({
      before: undefined,
      placesBefore: [],
      after: {
        id: `g${String(index).padStart(20, '0')}`,
        name: '别处',
        within: place,
        workers: [],
        from: today,
        edition: 1,
        by: 'bench',
      },
      places: [place],
    })
  }
  show(
    `the grids of that place with ${elsewhere.length - 1} grids elsewhere`,
    (await cost(gridHere)).readUnits,
    'read units',
    few.readUnits,
  )
  show(
    `that point with ${elsewhere.length - 1} boundaries elsewhere`,
    (await cost(point)).readUnits,
    'read units',
    alone.readUnits,
  )

  const page = async () => {
    const [mine] = await gridsOnDutyOf(worker)
    if (mine === undefined) throw new Error('the worker is on duty for no grid')
    const { items } = await routedTo(mine.id, undefined)
    await gridsWithWorkers([mine.id])
    return items.length
  }
  for (const total of [20, 500]) {
    for (let index = total === 20 ? 0 : 20; index < total; index++) {
      const due = new Date(Date.parse('2027-01-01T00:00:00.000Z') + index * 60_000).toISOString()
      const card = {
        channelId: 'c0000000000bench',
        title: '老年人健康体检',
        who: '孙大雪',
        place: '花家地北里 1号楼 1单元 101',
        state: 'submitted',
        since: due,
        due,
        overdue: false,
        path: covered.path,
        grid: grid.id,
      } as const
      const id = `r${String(index).padStart(20, '0')}`
      await saveWork(undefined, { id, open: true, due, overdue: false, revision: 1, community, card })
    }
    show(`a grid worker's own list, a page of 20 of ${total}`, (await cost(page)).readUnits, 'read units', 4)
  }
}
