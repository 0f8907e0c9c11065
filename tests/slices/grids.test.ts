import { type GridBody, mintGridId, mintOperationId } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { placeFacts } from '../../functions/hierarchy/index'
import { forgetEverything } from '../../functions/platform/cache'
import { dayInChina, moveClock, now, resetClock } from '../../functions/platform/clock'
import { breakWrites, healTable } from '../faults/faults'
import { officialPhones } from '../people'
import { itemsOf } from '../table'
import { aWorld, filledIn, phones, publishCheckUp, type World } from '../world'

type Api = ReturnType<World['as']>
let world: World
let officials: Awaited<ReturnType<typeof officialPhones>>
let secretary: Api
let subdistrict: Api
let worker: { id: string; api: Api }
let neighbour: { id: string; api: Api }
/** 花家地北里 and its 1号楼, 2号楼 and 3号楼. */
let compound: PlaceId
let buildings: PlaceId[]

const signedIn = async (phone: string) => {
  const { accessToken, me } = await world.signIn('gov', phone)
  return { id: me.id, api: world.as(accessToken) }
}
const childrenOf = async (placeId: PlaceId) =>
  (await secretary.hierarchy.children({ params: { placeId }, query: {} })).items.map(({ id }) => id)

beforeAll(async () => {
  world = await aWorld()
  officials = await officialPhones()
  secretary = (await signedIn(officials.secretary)).api
  subdistrict = (await signedIn(officials.subdistrict)).api
  worker = await signedIn(officials.worker)
  neighbour = await signedIn(officials.neighbourWorker)
  const [estate] = await childrenOf(world.places.north)
  if (estate === undefined) throw new Error('the community has no compound')
  compound = estate
  buildings = await childrenOf(compound)
})
afterEach(() => {
  resetClock()
  healTable()
  forgetEverything()
})
afterAll(() => world.stop())

const day = (days: number): string => dayInChina(new Date(Date.parse(now()) + days * 24 * 3600 * 1000).toISOString())
const building = (number: number): PlaceId => {
  const found = buildings[number - 1]
  if (found === undefined) throw new Error(`no building ${number}`)
  return found
}
const aGrid = (more: Partial<GridBody> = {}): GridBody => ({
  name: '第二网格',
  within: world.places.north,
  places: [building(3)],
  workers: [{ official: worker.id, from: day(0), substitute: false }],
  from: day(0),
  edition: 0,
  ...more,
})
const save = (gridId: string, body: GridBody, api = secretary) => api.permissions.saveGrid({ params: { gridId }, body })
const at = async (placeId: PlaceId, api = secretary) =>
  (await api.permissions.gridsAt({ params: { placeId } })).items.map(({ id }) => id)
const coverage = (placeId: PlaceId, api = secretary) => api.permissions.gridCoverage({ params: { placeId } })
const seeded = async () =>
  (await secretary.permissions.grids({ query: { within: world.places.north } })).items.find(
    ({ name }) => name === '第一网格',
  )
const doorsOf = async (placeId: PlaceId) => childrenOf((await childrenOf(placeId))[0] ?? placeId)

describe('a grid', () => {
  const id = mintGridId()

  test('covers what lies inside its places, with who is on duty', async () => {
    const saved = await save(id, aGrid())
    expect(saved).toMatchObject({
      edition: 1,
      within: { id: world.places.north },
      places: [{ tail: '花家地北里 3号楼' }],
    })
    expect(saved.workers).toMatchObject([{ official: worker.id, title: '社工', phone: officials.worker, onDuty: true }])
    const [door] = await doorsOf(building(3))
    expect(await at(door ?? compound)).toEqual([id])
    expect(await at(compound)).toEqual([])
    expect(await at((await doorsOf(building(1)))[0] ?? compound)).toEqual([(await seeded())?.id])
  })

  test('is the same when it is saved again after no answer came, and refuses an edition somebody else changed', async () => {
    expect(await save(id, aGrid())).toMatchObject({ edition: 1 })
    await save(id, aGrid({ name: '东网格', edition: 1 }))
    await expect(save(id, aGrid({ name: '西网格', edition: 1 }))).rejects.toMatchObject({ code: 'changed' })
  })

  test('given other places covers those and no others, and leaves nothing of the former behind', async () => {
    await save(id, aGrid({ name: '东网格', places: [building(2)], edition: 2 }))
    expect(await at(building(3))).toEqual([])
    expect(await at(building(2))).toEqual([(await seeded())?.id, id].sort())
    await world.system.settle()
    const covers = (await itemsOf('cover')).filter(({ place }) => place === building(3))
    expect(covers.flatMap(({ grids }) => [...((grids as Set<string> | undefined) ?? [])])).toEqual([])
  })

  test('cut off in the middle of a change is whole as it was, and the change repeated is whole', async () => {
    breakWrites('grid', 'throttled')
    const body = aGrid({ name: '东网格', places: [building(3), compound], edition: 3 })
    await expect(save(id, body)).rejects.toMatchObject({ code: 'unavailable' })
    healTable()
    expect(await at(building(3))).toEqual([])
    expect(await at(building(2))).toContain(id)
    expect(await save(id, body)).toMatchObject({ edition: 4 })
    expect(await at(building(3))).toEqual([id])
  })

  test('whose saving took place though no answer came is the same when it is saved again', async () => {
    breakWrites('grid', 'timed out after it took place')
    const body = aGrid({ name: '东网格', places: [building(3)], edition: 4 })
    await expect(save(id, body)).rejects.toMatchObject({ code: 'unavailable' })
    expect(await save(id, body)).toMatchObject({ edition: 5 })
  })

  test('ends as of today and stays readable', async () => {
    const ended = await secretary.permissions.endGrid({ params: { gridId: id } })
    expect(ended.to).toBe(day(-1))
    expect(await secretary.permissions.endGrid({ params: { gridId: id } })).toEqual(ended)
    expect(await at(building(3))).toEqual([])
    expect((await secretary.permissions.grids({ query: { within: world.places.north } })).items).toHaveLength(1)
    expect(await secretary.permissions.grid({ params: { gridId: id } })).toMatchObject({ name: '东网格' })
  })
})

test('a grid of 200 places, more than a transaction takes, is saved whole', async () => {
  const { seedDoors } = await import('../../functions/local/seed')
  const { west } = world.places
  for (const name of ['甲小区', '乙小区']) await seedDoors(west, name)
  const { childrenOf: placesBelow } = await import('../../functions/hierarchy/index')
  const inside = async (above: PlaceId): Promise<PlaceId[]> => {
    const below = (await placesBelow(above)).map(({ id }) => id)
    return [...below, ...(await Promise.all(below.map(inside))).flat()]
  }
  const places = await inside(west)
  const chosen = places.slice(0, 200)
  expect(chosen).toHaveLength(200)
  const id = mintGridId()
  await save(id, aGrid({ within: west, places: chosen }), subdistrict)
  const { gridsCovering } = await import('../../functions/permissions/grid.store')
  const covering = await gridsCovering(
    chosen.map((place) => ({ id: place, lineage: [west, place] })),
    day(0),
  )
  expect([...covering.values()].filter(([first]) => first?.id === id)).toHaveLength(200)
  await subdistrict.permissions.endGrid({ params: { gridId: id } })
})

describe('who is on duty', () => {
  test('is a substitute first on the days given, and whoever holds no post any more is not', async () => {
    const id = mintGridId()
    const workers = [
      { official: worker.id, from: day(-5), substitute: false },
      { official: neighbour.id, from: day(0), to: day(1), substitute: true },
    ]
    await save(id, aGrid({ workers }))
    const { gridsWithWorkers } = await import('../../functions/permissions/index')
    const present = async () => (await gridsWithWorkers([id])).get(id)?.workers.map((one) => one.id)
    expect(await present()).toEqual([neighbour.id, worker.id])
    moveClock(2 * 24 * 3600 * 1000)
    expect(await present()).toEqual([worker.id])
    resetClock()
    const { changeStanding } = await import('../../functions/permissions/account.store')
    const before = await changeStanding(neighbour.id, () => undefined)
    await changeStanding(neighbour.id, (standing) => ({ ...standing, posts: [] }))
    forgetEverything()
    expect(await present()).toEqual([worker.id])
    const shown = await secretary.permissions.grid({ params: { gridId: id } })
    expect(shown.workers.map(({ onDuty }) => onDuty)).toEqual([true, false])
    await changeStanding(neighbour.id, (standing) => ({ ...standing, posts: before?.posts ?? [] }))
    await secretary.permissions.endGrid({ params: { gridId: id } })
  })
})

test('what is covered by none, by two and looked after by nobody is reported', async () => {
  const first = (await seeded())?.id ?? ''
  const [second, third] = [mintGridId(), mintGridId()]
  const [unit] = await childrenOf(building(3))
  await save(second, aGrid({ places: [building(2)], workers: [] }))
  await save(third, aGrid({ name: '第三网格', places: [unit ?? compound] }))
  const seen = await coverage(world.places.north)
  expect(seen.uncovered.map(({ tail }) => tail)).toEqual(['花家地北里 3号楼 2单元'])
  expect(seen.overlapping.map(({ place, grids }) => [place.tail, grids.map(({ id }) => id)])).toEqual([
    ['花家地北里 2号楼', [first, second].sort()],
  ])
  expect(seen.unattended).toEqual([{ id: second, name: '第二网格' }])
  // From above: communities without any grid are named themselves, never everything in them.
  const around = await coverage(idOfDivision('110105026'), subdistrict)
  const communities = await childrenOf(idOfDivision('110105026'))
  expect(around.uncovered).toHaveLength(communities.length - 1 + 1)
  expect(around.uncovered.map(({ tail }) => tail)).toContain('花家地北里 3号楼 2单元')
  for (const gridId of [second, third]) await secretary.permissions.endGrid({ params: { gridId } })
  const [empty] = communities.filter((id) => id !== world.places.north)
  expect((await coverage(empty ?? compound)).uncovered.map(({ id }) => id)).toEqual([empty])
})

describe('a grid is refused, with the field it is about, when', () => {
  test.each<[string, () => Partial<GridBody>, string, RegExp]>([
    [
      'a place lies elsewhere',
      () => ({ places: [building(1), world.places.west] }),
      'body.places.1',
      /花家地西里社区.*不在/,
    ],
    ['it belongs to a compound', () => ({ within: compound, places: [compound] }), 'body.within', /社区/],
    ['its last day is before its first', () => ({ to: '2020-01-01' }), 'body.to', /不能早于/],
    ['a day is none', () => ({ from: '2026-02-30' }), 'body.from', /没有这一天/],
    [
      'a worker does not exist',
      () => ({ workers: [{ official: `a${'0'.repeat(20)}`, from: day(0), substitute: false }] }),
      'body.workers.0.official',
      /没有找到/,
    ],
  ])('%s', async (_, more, path, message) => {
    const fields = [{ path, message: expect.stringMatching(message) }]
    await expect(save(mintGridId(), aGrid(more()))).rejects.toMatchObject({ code: 'invalid', document: { fields } })
  })

  test('it was another community’s: nobody takes it by saying it is theirs', async () => {
    const grid = await seeded()
    const other = await signedIn(await secretaryOf('110105026034'))
    const body = aGrid({ within: world.places.west, places: [world.places.west], edition: grid?.edition ?? 0 })
    await expect(save(grid?.id ?? '', body, other.api)).rejects.toMatchObject({ code: 'outside-territory' })
    await expect(other.api.permissions.endGrid({ params: { gridId: grid?.id ?? '' } })).rejects.toMatchObject({
      code: 'outside-territory',
    })
  })
})

/** The 书记 signs in by the phone before the 社工's. */
async function secretaryOf(code: string): Promise<string> {
  return code === '110105026034' ? String(Number(officials.neighbourWorker) - 1) : officials.secretary
}

describe('open work', () => {
  let channelId: string
  let resident: Api

  beforeAll(async () => {
    channelId = (await publishCheckUp(worker.api, [world.places.north])).id
    resident = world.as((await world.signIn('resident', phones.resident)).accessToken)
  })

  async function submitted(): Promise<string> {
    const { service, answers, requestId } = await filledIn(resident, channelId)
    await resident.channels.submit({
      params: { channelId, requestId },
      body: { version: service.version, home: service.home, answers, notify: false },
    })
    await world.system.settle()
    return requestId
  }
  const mine = async (api = worker.api) => (await api.tasks.myWork({ query: {} })).items
  const listed = async (requestId: string) =>
    (await worker.api.tasks.work({ query: {} })).items.find((one) => one.requestId === requestId)

  test('goes to the grid that covers the home, follows its changes, and leaves the list when it is done', async () => {
    const before = await submitted()
    expect(await listed(before)).not.toHaveProperty('grid')
    expect(await mine()).toEqual([])

    const id = mintGridId()
    await save(id, aGrid())
    await world.system.settle()
    const grid = { id, name: '第二网格', workers: [{ id: worker.id, name: expect.any(String) }] }
    expect(await listed(before)).toMatchObject({ grid })
    const after = await submitted()
    expect((await mine()).map(({ requestId }) => requestId).sort()).toEqual([before, after].sort())
    expect((await mine())[0]).toMatchObject({ grid, place: '花家地北里 3号楼 2单元 501' })
    expect(await mine(neighbour.api)).toEqual([])

    await save(id, aGrid({ places: [building(2)], edition: 1 }))
    await world.system.settle()
    expect(await listed(after)).not.toHaveProperty('grid')
    expect(await mine()).toEqual([])

    await save(id, aGrid({ places: [compound], edition: 2 }))
    await world.system.settle()
    expect(await mine()).toHaveLength(2)
    await worker.api.channels.step({
      params: { requestId: before },
      body: { action: 'claim', key: `s${'a'.repeat(20)}` },
    })
    await worker.api.channels.step({
      params: { requestId: before },
      body: { action: 'confirm', key: `s${'b'.repeat(20)}` },
    })
    await worker.api.channels.step({
      params: { requestId: before },
      body: { action: 'close', key: `s${'c'.repeat(20)}`, note: '已安排' },
    })
    await world.system.settle()
    expect((await mine()).map(({ requestId }) => requestId)).toEqual([after])
    expect((await itemsOf('routedWork')).map((one) => one.id)).toEqual([after])
    await secretary.permissions.endGrid({ params: { gridId: id } })
    await world.system.settle()
    expect(await mine()).toEqual([])
  })

  test('a grid told of twice routes the same, and one that begins later gets its work on that day', async () => {
    const requestId = await submitted()
    const id = mintGridId()
    await save(id, aGrid({ from: day(2) }))
    await world.system.settle()
    expect(await listed(requestId)).not.toHaveProperty('grid')
    const { reactions } = await import('../../functions/tasks/reactions')
    const due = (await itemsOf('due')).filter((one) => one.slice === 'tasks' && one.subject === id)
    const { beginningOf } = await import('../../functions/platform/clock')
    expect(due.map(({ minute }) => minute)).toContain(beginningOf(day(2)).slice(0, 16))
    moveClock(2 * 24 * 3600 * 1000)
    forgetEverything()
    const told = { id: 'due', entity: 'due', change: 'added', group: id, at: now() } as const
    await reactions.due?.({ ...told, carried: { kind: 'grid', subject: id } })
    await reactions.due?.({ ...told, carried: { kind: 'grid', subject: id } })
    const routed = (await itemsOf('routedWork')).filter((one) => one.id === requestId)
    expect(routed.map((one) => one.grid)).toEqual([id])
  })

  test('several grids are one list in the order of their deadlines, page after page, each piece once', async () => {
    const { saveWork } = await import('../../functions/tasks/work.store')
    const grids = [mintGridId(), mintGridId()]
    const { path } = await placeFacts(building(1))
    for (const [index, gridId] of grids.entries())
      await save(gridId, aGrid({ name: `第${index + 5}网格`, places: [building(1)] }))
    await world.system.settle()
    const ids = Array.from({ length: 45 }, (_, index) => `r${String(index).padStart(20, '0')}`)
    for (const [index, id] of ids.entries()) {
      const due = new Date(Date.parse('2027-01-01T00:00:00.000Z') + (index % 9) * 60_000).toISOString()
      const card = {
        channelId,
        title: '老年人健康体检',
        who: '孙大雪',
        place: '花家地北里 1号楼',
        state: 'submitted',
        since: due,
        due,
        overdue: false,
        path,
        grid: grids[index % 2] ?? '',
      } as const
      await saveWork(undefined, {
        id,
        open: true,
        due,
        overdue: false,
        revision: 1,
        community: world.places.north,
        card,
      })
    }
    const seen: { requestId: string; due: string }[] = []
    let cursor: string | undefined
    do {
      const page = await worker.api.tasks.myWork({ query: cursor === undefined ? {} : { cursor } })
      expect(page.items.length).toBeLessThanOrEqual(20)
      seen.push(...page.items.filter(({ requestId }) => ids.includes(requestId)))
      cursor = page.next
    } while (cursor !== undefined)
    expect(seen.map(({ due, requestId }) => `${due}#${requestId}`)).toEqual(
      seen.map(({ due, requestId }) => `${due}#${requestId}`).sort(),
    )
    expect(new Set(seen.map(({ requestId }) => requestId)).size).toBe(45)
    await expect(worker.api.tasks.myWork({ query: { cursor: 'somewhere' } })).rejects.toMatchObject({ code: 'invalid' })
  })

  test('a grid outside the posts’ own places shows nothing of it, though its worker is named there', async () => {
    const id = mintGridId()
    await save(id, aGrid({ workers: [{ official: neighbour.id, from: day(0), substitute: true }] }))
    await submitted()
    expect((await itemsOf('routedWork')).some((one) => one.grid === id)).toBe(true)
    expect(await mine(neighbour.api)).toEqual([])
    await secretary.permissions.endGrid({ params: { gridId: id } })
  })
})

test('a compound moves to the neighbouring community: its duties, its grid and its open work follow from the next request', async () => {
  const { north, west } = world.places
  const open = await publishCheckUp(worker.api, [north])
  const resident = world.as((await world.signIn('resident', phones.resident)).accessToken)
  const { service, answers, requestId } = await filledIn(resident, open.id)
  const id = mintGridId()
  await save(id, aGrid({ name: '搬走的网格', places: [compound] }))
  await resident.channels.submit({
    params: { channelId: open.id, requestId },
    body: { version: service.version, home: service.home, answers, notify: false },
  })
  await world.system.settle()
  const home = { params: { placeId: service.home } }
  const answerable = async (api: Api) =>
    (await api.permissions.duty({ params: { placeId: service.home, duty: 'territory' } })).holder?.organisation.id
  const mine = async (api: Api) => (await api.tasks.myWork({ query: {} })).items.map((one) => one.requestId)
  const listed = async (api: Api) =>
    (await api.tasks.work({ query: {} })).items.find((one) => one.requestId === requestId)
  expect(await answerable(secretary)).toBe(`o${north}`)
  expect(await mine(worker.api)).toContain(requestId)

  await subdistrict.hierarchy.operate({
    params: { placeId: compound, operationId: mintOperationId() },
    body: { kind: 'move', to: west, date: day(0), reason: '社区规模调整' },
  })
  expect(await answerable(secretary)).toBe(`o${west}`)
  expect((await secretary.permissions.gridsAt(home)).items).toEqual([])
  expect(await mine(worker.api)).not.toContain(requestId)

  await world.workOff()
  const [here, there] = [await signedIn(officials.worker), await signedIn(officials.neighbourWorker)]
  expect(await listed(there.api)).toMatchObject({ requestId })
  expect(await listed(there.api)).not.toHaveProperty('grid')
  expect(await listed(here.api)).toBeUndefined()
  expect(await mine(here.api)).not.toContain(requestId)
  expect((await itemsOf('routedWork')).filter((one) => one.id === requestId)).toEqual([])
  expect(await answerable(there.api)).toBe(`o${west}`)
})
