import { type Api, mintLedgerId, mintStepKey } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { converted } from '@zmht/shared/geo/coordinates'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { forgetEverything } from '../../functions/platform/cache'
import { aLedgerLike } from '../ledgers'
import { officialPhones } from '../people'
import { aWorld, phones, type World } from '../world'

let world: World
let worker: Api
let neighbour: Api
let district: Api
let secretary: Api
let door: PlaceId
let compound: PlaceId
const hydrants = mintLedgerId()
const chaoyang = idOfDivision('110105')
const own = '116.470000,39.990000'

beforeAll(async () => {
  world = await aWorld()
  const official = await officialPhones()
  const as = async (phone: string) => world.as((await world.signIn('gov', phone)).accessToken)
  worker = await as(official.worker)
  neighbour = await as(official.neighbourWorker)
  district = await as(official.district)
  secretary = await as(official.secretary)
  const resident = world.as((await world.signIn('resident', phones.resident)).accessToken)
  const me = await resident.permissions.me()
  const home = me.kind === 'resident' ? me.homes[0] : undefined
  if (home === undefined) throw new Error('the resident has no home')
  door = home.placeId
  const { lineage } = await worker.hierarchy.place({ params: { placeId: door } })
  const found = lineage.find(({ level }) => level === 'compound')
  if (found === undefined) throw new Error('the home is in no compound')
  compound = found.id
  await district.ledgers.save({
    params: { ledgerId: hydrants },
    body: { content: aLedgerLike('hydrants'), measures: [], within: [chaoyang], edition: 0 },
  })
  const hydrant = (kind: string, ...more: { attribute: string; value: string }[]) =>
    worker.ledgers.enter({
      body: {
        key: mintStepKey(),
        kind: 'thing',
        place: door,
        facts: [{ attribute: 'thing.hydrantKind', value: kind }, ...more],
        links: [],
      },
    })
  await hydrant('1', { attribute: 'thing.serialNumber', value: 'XHS-1' }, { attribute: 'thing.position', value: own })
  await hydrant('2', { attribute: 'thing.serialNumber', value: 'XHS-2' })
  await world.workOff()
})
afterAll(() => world.stop())

const params = { ledgerId: hydrants }
async function points(body: Partial<Parameters<Api['ledgers']['mapped']>[0]['body']>) {
  forgetEverything()
  return worker.ledgers.mapped({ params, body: { conditions: [], ...body } })
}

test('what has a position stands there, what has none at its compound, and what neither knows is said to be nowhere', async () => {
  const before = await points({ place: world.places.north })
  expect(before).toMatchObject({ total: 2, unplaced: 1, left: 0, unseen: 0 })
  expect(before.items).toMatchObject([{ position: own, nearby: false }])
  const square = [
    [116.46, 39.99],
    [116.462, 39.99],
    [116.462, 39.992],
    [116.46, 39.992],
    [116.46, 39.99],
  ]
  await secretary.hierarchy.setBoundary({
    params: { placeId: compound },
    body: { crs: 'wgs84', geometry: { type: 'Polygon', coordinates: [square] }, version: 0 },
  })
  const after = await points({ place: world.places.north })
  expect(after).toMatchObject({ total: 2, unplaced: 0 })
  const [longitude = 0, latitude = 0] =
    after.items
      .find(({ nearby }) => nearby)
      ?.position.split(',')
      .map(Number) ?? []
  const middle = converted([116.461, 39.991], 'wgs84', 'gcj02')
  expect([longitude, latitude]).toEqual([expect.closeTo(middle[0], 4), expect.closeTo(middle[1], 4)])
})

test('the map is narrowed as the list is', async () => {
  const filtered = await points({ place: world.places.north, filter: 'thing.hydrantKind=1' })
  expect(filtered.total).toBe(1)
  const sifted = await points({
    place: world.places.north,
    conditions: [{ about: 'words', attribute: 'thing.serialNumber', words: 'XHS-2' }],
  })
  expect(sifted.items.map(({ nearby }) => nearby)).toEqual([true])
  await expect(points({ place: world.places.north, filter: 'thing.brand=1' })).rejects.toMatchObject({
    code: 'invalid',
  })
})

test('who has to do with another community sees nothing of this one', async () => {
  await expect(
    neighbour.ledgers.mapped({ params, body: { place: world.places.north, conditions: [] } }),
  ).rejects.toMatchObject({
    code: 'outside-territory',
  })
})
