import { gunzipSync } from 'node:zlib'
import { type Api, mintJobId } from '@zmht/shared/contract'
import { openDictionary, parseAddress } from '@zmht/shared/geo'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { childrenOf } from '../../functions/hierarchy/index'
import { later, moveClock, now } from '../../functions/platform/clock'
import { minuteOf, saveSwept } from '../../functions/platform/due.store'
import { sweep } from '../../functions/platform/sweep'
import { officialPhones } from '../people'
import { aWorld, phones, type World } from '../world'

let world: World
let resident: Api
let subdistrict: Api

async function signIn(): Promise<void> {
  const officials = await officialPhones()
  resident = world.as((await world.signIn('resident', phones.resident)).accessToken)
  subdistrict = world.as((await world.signIn('gov', officials.subdistrict)).accessToken)
}

beforeAll(async () => {
  world = await aWorld()
  await signIn()
})
afterAll(() => world.stop())

/** What was put off happens. */
async function tenMinutesLater(): Promise<void> {
  await saveSwept(minuteOf(later(now(), -60_000)))
  moveClock(10 * 60_000)
  await sweep()
  await world.workOff()
  await signIn()
}

const parse = (text: string) => resident.hierarchy.parse({ body: { text } })

describe('地址识别', () => {
  test.each([
    ['朝阳区望京街道花家地北里3号楼2单元501', '花家地北里 3号楼 2单元 501'],
    ['北京朝阳望京花家地北里三号楼二单元５０１室', '花家地北里 3号楼 2单元 501'],
    ['花家地西里1号楼1单元101 电话19000009002', '花家地西里 1号楼 1单元 101'],
  ])('%s 就是 %s', async (text, tail) => {
    const found = await parse(text)
    expect(found.place?.tail).toBe(tail)
    expect(found.missing).toEqual([])
    expect(found.confidence).toBeGreaterThan(0.5)
  })

  test('what is not there yet is said, and nothing is made up', async () => {
    const found = await parse('花家地北里9号楼3单元1201')
    expect(found.place?.tail).toBe('花家地北里')
    expect(found.missing.map(({ name }) => name)).toEqual(['9号楼', '3单元', '1201'])
    const nowhere = await parse('幸福路88号')
    expect(nowhere.place).toBeUndefined()
    expect(nowhere.parts).not.toHaveProperty('district')
  })

  test('a paragraph yields the places it mentions, with where they stand', async () => {
    const text = '我家住在花家地北里3号楼，最近花家地西里门口的井盖坏了，希望望京街道派人看看。'
    const { items } = await resident.hierarchy.mentions({ body: { text } })
    expect(items.map(({ place }) => place?.name)).toEqual(['3号楼', '花家地西里', '望京街道'])
    for (const { start, end, text: words } of items) expect(text.slice(start, end)).toBe(words)
  })
})

describe('查找', () => {
  test.each(['花家地北', 'hjdbl', '北里'])('%s 找到花家地北里', async (q) => {
    const { items } = await resident.hierarchy.search({ query: { q } })
    expect(items.map(({ name }) => name)).toContain('花家地北里')
  })

  test('inside a place only', async () => {
    const within = idOfDivision('110105026034')
    const { items } = await resident.hierarchy.search({ query: { q: 'hjd', within } })
    expect(items.map(({ name }) => name)).toEqual(['花家地西里'])
  })
})

test('the dictionary a phone keeps reads addresses as the server does, and follows what is made', async () => {
  const placeId = idOfDivision('110105026047')
  const head = await resident.hierarchy.dictionary({ params: { placeId } })
  const open = async ({ version, parts }: typeof head) => {
    const pieces: Buffer[] = []
    for (let part = 0; part < parts; part++) {
      const params = { placeId, version, part: String(part) }
      pieces.push(Buffer.from((await resident.hierarchy.dictionaryPart({ params })).data, 'base64'))
    }
    return openDictionary(gunzipSync(Buffer.concat(pieces)).toString('utf8'))
  }
  const compound = (await childrenOf(placeId)).find(({ name }) => name === '花家地北里')
  const context = idOfDivision('11')
  expect(parseAddress('望京街道花家地北里小区3号楼', await open(head), { context }).place).toBe(compound?.id)

  const jobId = mintJobId()
  const names = { by: 'names' as const, level: 'compound' as const, kind: 'landmark' as const, names: ['观澜府'] }
  await subdistrict.hierarchy.mint({ params: { placeId, jobId }, body: names })
  await world.system.settle()
  await tenMinutesLater()
  const next = await resident.hierarchy.dictionary({ params: { placeId } })
  expect(next.version).not.toBe(head.version)
  expect((await parse('观澜府2号楼')).place?.name).toBe('观澜府')
})

test('a number on a road lies where the road says', async () => {
  const { north, west } = world.places
  const placeId = idOfDivision('110105026')
  const jobId = mintJobId()
  const names = { by: 'names' as const, level: 'compound' as const, kind: 'road' as const, names: ['花家地街'] }
  await subdistrict.hierarchy.mint({ params: { placeId, jobId }, body: names })
  await world.system.settle()
  const road = (await childrenOf(placeId)).find(({ name }) => name === '花家地街')
  if (road === undefined) throw new Error('the road was made')
  const params = { placeId: road.id }
  const body = {
    version: 0,
    items: [
      { place: north, from: 1, to: 30, side: 'both' as const },
      { place: west, from: 31, to: 99, side: 'both' as const },
    ],
  }
  await subdistrict.hierarchy.setSegments({ params, body })
  await expect(subdistrict.hierarchy.setSegments({ params, body })).rejects.toMatchObject({ code: 'changed' })
  await expect(
    subdistrict.hierarchy.setSegments({
      params,
      body: { version: 1, items: [{ place: world.places.datong, from: 9, to: 3, side: 'both' }] },
    }),
  ).rejects.toMatchObject({ code: 'invalid' })
  await tenMinutesLater()
  expect((await parse('望京街道花家地街18号')).place?.id).toBe(north)
  expect((await parse('望京街道花家地街45号')).place?.id).toBe(west)
})
