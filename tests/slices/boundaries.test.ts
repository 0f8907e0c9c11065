import type { BoundaryGeometry } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { converted } from '@zmht/shared/geo/coordinates'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { intercept, metered } from '../../functions/platform/table/client'
import { breakWrites, healTable } from '../faults/faults'
import { officialPhones } from '../people'
import { itemsOf, snapshot } from '../table'
import { aWorld, type World } from '../world'

type Api = ReturnType<World['as']>
let world: World
let secretary: Api
let subdistrict: Api
let communities: PlaceId[]
let compound: PlaceId

beforeAll(async () => {
  world = await aWorld()
  const officials = await officialPhones()
  secretary = world.as((await world.signIn('gov', officials.secretary)).accessToken)
  subdistrict = world.as((await world.signIn('gov', officials.subdistrict)).accessToken)
  const childrenOf = async (placeId: PlaceId) =>
    (await secretary.hierarchy.children({ params: { placeId }, query: {} })).items.map(({ id }) => id)
  const north = world.places.north
  communities = [north, ...(await childrenOf(street())).filter((id) => id !== north)]
  const [estate] = await childrenOf(north)
  if (estate === undefined) throw new Error('the community has no compound')
  compound = estate
})
afterEach(() => healTable())
afterAll(() => world.stop())

const street = () => idOfDivision('110105026')
const community = (index: number): PlaceId => {
  const id = communities[index]
  if (id === undefined) throw new Error('望京街道 has fewer communities than the test needs')
  return id
}
/** A square by its south-west corner, in degrees. */
const square = (x: number, y: number, size: number): BoundaryGeometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
      [x, y],
    ].map((position) => position.map((degrees) => Math.round(degrees * 1e7) / 1e7)),
  ],
})
const draw = (
  placeId: PlaceId,
  geometry: BoundaryGeometry,
  version = 0,
  api = subdistrict,
  crs: 'wgs84' | 'gcj02' = 'wgs84',
) => api.hierarchy.setBoundary({ params: { placeId }, body: { crs, geometry, version } })
const at = async (longitude: number, latitude: number, crs: 'wgs84' | 'gcj02' = 'wgs84') =>
  (
    await secretary.hierarchy.at({ query: { longitude: longitude.toFixed(7), latitude: latitude.toFixed(7), crs } })
  ).items.map(({ id }) => id)
const seen = (placeId: PlaceId) => secretary.hierarchy.boundary({ params: { placeId }, query: { crs: 'wgs84' } })

describe('a point', () => {
  test('is in the places whose boundary holds it, the deepest first', async () => {
    await draw(street(), square(116.45, 39.98, 0.05))
    await draw(world.places.north, square(116.46, 39.99, 0.01))
    await draw(compound, square(116.462, 39.992, 0.002), 0, secretary)
    expect(await at(116.463, 39.993)).toEqual([compound, world.places.north, street()])
    expect(await at(116.469, 39.999)).toEqual([world.places.north, street()])
    expect(await at(116.49, 40.02)).toEqual([street()])
    expect(await at(116.6, 39.9)).toEqual([])
  })

  test('given as WeChat gives it is the same place', async () => {
    const [longitude, latitude] = converted([116.4621, 39.9921], 'wgs84', 'gcj02')
    expect(await at(longitude, latitude, 'gcj02')).toContain(compound)
    expect(await at(longitude, latitude, 'wgs84')).not.toContain(compound)
  })

  test('costs the same however many places there are', async () => {
    const { placesAt } = await import('../../functions/hierarchy/boundary.store')
    const cost = async () => (await metered(() => placesAt([116.463, 39.993]))).used
    const alone = await cost()
    for (const [index, placeId] of communities.slice(1, 9).entries())
      await draw(placeId, square(116.46 + 0.02 * (index + 1), 40.05, 0.015))
    expect(await cost()).toEqual(alone)
    expect(alone.reads).toBe(5)
    expect(alone.readUnits).toBeLessThanOrEqual(4)
  })
})

describe('a boundary drawn again', () => {
  test('replaces the former one at once, in cells of another size as well', async () => {
    const placeId = community(10)
    const first = await draw(placeId, square(117, 40, 0.01))
    expect(first).toMatchObject({ version: 1, place: { id: placeId } })
    expect(first.area / 1e6).toBeCloseTo(0.95, 1)
    const second = await draw(placeId, square(117.005, 40.005, 0.3), first.version)
    expect(await at(117.001, 40.001)).toEqual([])
    expect(await at(117.2, 40.2)).toEqual([placeId])
    expect((await seen(placeId)).geometry).toEqual(second.geometry)
    const stamps = (await itemsOf('boundaryCell')).filter(({ place }) => place === placeId).map(({ stamp }) => stamp)
    expect(new Set(stamps).size).toBe(1)
  })

  test('is the same when it is sent again, and refuses a version somebody else changed', async () => {
    const placeId = community(11)
    const first = await draw(placeId, square(118, 40, 0.01))
    expect(await draw(placeId, square(118, 40, 0.01))).toEqual(first)
    await draw(placeId, square(118, 40, 0.02), first.version)
    await expect(draw(placeId, square(118, 40, 0.03), first.version)).rejects.toMatchObject({ code: 'changed' })
    expect((await seen(placeId)).version).toBe(2)
  })

  test('cut off in the middle is whole as it was, and the drawing repeated is whole', async () => {
    const placeId = community(12)
    await draw(placeId, square(119, 40, 0.01))
    breakWrites('boundary', 'throttled')
    const next = square(119.005, 40.005, 0.1)
    await expect(draw(placeId, next, 1)).rejects.toMatchObject({ code: 'unavailable' })
    expect(await at(119.001, 40.001)).toEqual([placeId])
    expect(await at(119.05, 40.05)).toEqual([])
    healTable()
    await draw(placeId, next, 1)
    expect(await at(119.001, 40.001)).toEqual([])
    expect(await at(119.05, 40.05)).toEqual([placeId])
  })

  test.each([
    ['holds it, too', 0.3, true],
    ['no longer holds it', 0.005, false],
  ])('between the two looks of somebody who looks a point up is met as the new one that %s', async (_, size, holds) => {
    const placeId = community(holds ? 13 : 17)
    const x = holds ? 120 : 125
    const { version } = await draw(placeId, square(x, 40, 0.02))
    let drawn = false
    intercept(async (command, input, next) => {
      if (!drawn && command.startsWith('BatchGet') && JSON.stringify(input).includes(`BOUNDARY#${placeId}`)) {
        drawn = true
        await draw(placeId, square(x, 40, size), version)
      }
      return next()
    })
    expect(await at(x + 0.012, 40.012)).toEqual(holds ? [placeId] : [])
    expect(drawn).toBe(true)
  })

  test('by two at the same time is the one that was saved, whole', async () => {
    const placeId = community(14)
    const sizes = [0.004, 0.05, 0.2]
    const drawn = await Promise.allSettled(sizes.map((size) => draw(placeId, square(121, 40, size))))
    expect(drawn.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const won = sizes[drawn.findIndex(({ status }) => status === 'fulfilled')] ?? 0
    for (const reach of [0.002, 0.03, 0.15])
      expect({ reach, found: await at(121 + reach, 40 + reach) }).toEqual({
        reach,
        found: reach < won ? [placeId] : [],
      })
  })

  test('after it was taken away is found again, and in between there is none', async () => {
    const placeId = community(15)
    const gone = { params: { placeId } }
    await draw(placeId, square(122, 40, 0.01))
    await subdistrict.hierarchy.removeBoundary(gone)
    await subdistrict.hierarchy.removeBoundary(gone)
    await expect(seen(placeId)).rejects.toMatchObject({ code: 'not-found' })
    expect(await at(122.005, 40.005)).toEqual([])
    await draw(placeId, square(122, 40, 0.01))
    expect(await at(122.005, 40.005)).toEqual([placeId])
    expect((await seen(placeId)).version).toBe(3)
  })
})

test('the boundaries of the children come page by page, each once, and none is left out', async () => {
  const ids: PlaceId[] = []
  let cursor: string | undefined
  do {
    const page = await secretary.hierarchy.boundaries({
      params: { placeId: street() },
      query: { crs: 'gcj02', ...(cursor === undefined ? {} : { cursor }) },
    })
    expect(page.items.length).toBeLessThanOrEqual(20)
    ids.push(...page.items.map(({ place }) => place.id))
    cursor = page.next
  } while (cursor !== undefined)
  const drawn = (await itemsOf('shape')).map(({ place }) => place).filter((id) => communities.some((one) => one === id))
  expect([...ids].sort()).toEqual(drawn.sort())
  expect(drawn.length).toBeGreaterThan(10)
})

test('overlaps, gaps, what reaches outside and what is not drawn yet are reported', async () => {
  const [first, second] = [community(1), community(2)]
  for (const [placeId, geometry] of [
    [first, square(116.47, 39.99, 0.01)],
    [second, square(116.479, 39.99, 0.01)],
  ] as const)
    await draw(placeId, geometry, (await seen(placeId)).version)
  const report = await secretary.hierarchy.overlaps({ params: { placeId: street() }, query: { crs: 'wgs84' } })
  expect(report.overlaps.map(({ one, other }) => [one.id, other.id].sort())).toContainEqual([first, second].sort())
  const pair = report.overlaps.find(
    ({ one, other }) => [one.id, other.id].includes(first) && [one.id, other.id].includes(second),
  )
  expect((pair?.area ?? 0) / 1e5).toBeCloseTo(0.95, 1)
  expect(report.gaps?.length).toBeGreaterThan(0)
  expect(report.outside.map(({ place }) => place.id)).toContain(community(10))
  expect(report.outside.map(({ place }) => place.id)).not.toContain(world.places.north)
  expect(report.without.map(({ id }) => id)).toContain(communities.at(-1))
})

test.each<[string, () => Promise<unknown>, string]>([
  ['a boundary that crosses itself', () => draw(community(16), bowTie()), 'invalid'],
  ['one for a building', () => draw(compoundsBuilding(), square(116.46, 39.99, 0.001)), 'invalid'],
  [
    'one outside the official’s places',
    () => draw(community(1), square(116.5, 40, 0.01), 0, secretary),
    'outside-territory',
  ],
])('%s is refused and nothing is written', async (_, call, code) => {
  const before = await snapshot()
  await expect(call()).rejects.toMatchObject({ code })
  const audited = (text: string) =>
    text
      .split('\n')
      .filter((line) => !line.includes('"audit"'))
      .join('\n')
  expect(audited(await snapshot())).toBe(audited(before))
})

let building: PlaceId
beforeAll(async () => {
  const { items } = await secretary.hierarchy.children({ params: { placeId: compound }, query: {} })
  const [one] = items
  if (one === undefined) throw new Error('the compound has no building')
  building = one.id
})
const compoundsBuilding = () => building
const bowTie = (): BoundaryGeometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [116, 39],
      [116.01, 39.01],
      [116.01, 39],
      [116, 39.01],
      [116, 39],
    ],
  ],
})
