import {
  type Api,
  type MintBody,
  mintJobId,
  mintOperationId,
  type OperationBody,
  type PlaceReply,
} from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { handler as jobs } from '../../functions/entries/jobs'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { childrenOf } from '../../functions/hierarchy/index'
import { beginningOf, moveClock } from '../../functions/platform/clock'
import { minuteOf, saveSwept } from '../../functions/platform/due.store'
import { sweep } from '../../functions/platform/sweep'
import { officialPhones } from '../people'
import { counted, expectPeopleCounted, expectWholeTree, recount } from '../tree'
import { aWorld, filledIn, phones, publishCheckUp, type World } from '../world'

let world: World
let officials: Awaited<ReturnType<typeof officialPhones>>

beforeAll(async () => {
  world = await aWorld()
  officials = await officialPhones()
})
afterAll(() => world.stop())

const signedIn = async (app: 'resident' | 'gov', phone: string) =>
  world.as((await world.signIn(app, phone)).accessToken)

const childCalled = async (parent: PlaceId, name: string): Promise<PlaceId> => {
  const child = (await childrenOf(parent)).find((one) => one.name === name)
  if (child === undefined) throw new Error(`${name} is not there`)
  return child.id
}

const today = () => new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10)
const because = (kind: 'move' | 'merge' | 'abolish' | 'rename' | 'split') =>
  ({ kind, date: today(), reason: '社区规模调整' }) as const

/** Jobs handed in from now on wait until they are let go. */
function holdJobs() {
  const held: string[] = []
  world.system.queues.consumeJobs(async (event) => {
    for (const { body } of event.Records) held.push((JSON.parse(body) as { id: string }).id) // what sendJob wrote
    return { batchItemFailures: [] }
  })
  return async () => {
    world.system.queues.consumeJobs(jobs)
    for (const id of new Set(held)) await world.system.queues.sendJob(id)
  }
}

const outcomeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'seen',
    (refusal: { code: string }) => refusal.code,
  )

describe('a compound moves to the neighbouring community', () => {
  let compound: PlaceId
  let resident: Api
  let northWorker: Api
  let westWorker: Api
  let subdistrict: Api
  let offered: { north: string; west: string; compound: string }
  let requestId: string

  beforeAll(async () => {
    const { north, west } = world.places
    compound = await childCalled(north, '花家地北里')
    resident = await signedIn('resident', phones.resident)
    northWorker = await signedIn('gov', officials.worker)
    westWorker = await signedIn('gov', officials.neighbourWorker)
    subdistrict = await signedIn('gov', officials.subdistrict)
    offered = {
      north: (await publishCheckUp(northWorker, [north])).id,
      west: (await publishCheckUp(westWorker, [west])).id,
      compound: (await publishCheckUp(northWorker, [compound])).id,
    }
    const form = await filledIn(resident, offered.north)
    requestId = form.requestId
    await resident.channels.submit({
      params: { channelId: offered.north, requestId },
      body: { version: form.service.version, home: form.service.home, answers: form.answers, notify: false },
    })
    await world.system.settle()
  })

  /** What everybody sees of it, as words. */
  async function views() {
    const { north, west } = world.places
    const services = (await resident.channels.services()).items.map(({ id }) => id)
    const people = async (api: Api) => (await api.ledgers.people({ query: {} })).items.map(({ name }) => name)
    const work = async (api: Api) => (await api.tasks.work({ query: {} })).items.map((one) => one.requestId)
    const children = async (api: Api, placeId: PlaceId) =>
      (await api.hierarchy.children({ params: { placeId }, query: {} })).items.map(({ name }) => name)
    const count = async (place: PlaceId) => (await subdistrict.channels.statistics({ query: { place } })).total
    return {
      services: Object.entries(offered)
        .filter(([, id]) => services.includes(id))
        .map(([name]) => name),
      registers: {
        north: (await people(northWorker)).includes('周惊蛰'),
        west: (await people(westWorker)).includes('周惊蛰'),
      },
      request: {
        north: await outcomeOf(northWorker.channels.request({ params: { requestId } })),
        west: await outcomeOf(westWorker.channels.request({ params: { requestId } })),
      },
      work: {
        north: (await work(northWorker)).includes(requestId),
        west: (await work(westWorker)).includes(requestId),
      },
      children: {
        north: (await children(subdistrict, north)).includes('花家地北里'),
        west: (await children(subdistrict, west)).includes('花家地北里'),
      },
      counts: { north: await count(north), west: await count(west) },
    }
  }

  const before = {
    services: ['north', 'compound'],
    registers: { north: true, west: false },
    request: { north: 'seen', west: 'outside-territory' },
    work: { north: true, west: false },
    children: { north: true, west: false },
    counts: { north: 1, west: 0 },
  }
  const after = {
    services: ['west', 'compound'],
    registers: { north: false, west: true },
    request: { north: 'outside-territory', west: 'seen' },
    work: { north: false, west: true },
    children: { north: false, west: true },
    counts: { north: 0, west: 1 },
  }

  test('whoever holds only one end may not move it', async () => {
    const secretary = await signedIn('gov', officials.secretary)
    const call = secretary.hierarchy.operate({
      params: { placeId: compound, operationId: mintOperationId() },
      body: { ...because('move'), kind: 'move', to: world.places.west },
    })
    await expect(call).rejects.toMatchObject({ code: 'outside-territory' })
    expect(await views()).toEqual(before)
  })

  test('the wizard tells what would follow, and what stands in the way', async () => {
    const consequences = await subdistrict.hierarchy.consequences({
      params: { placeId: compound },
      body: { ...because('move'), kind: 'move', to: world.places.west },
    })
    expect(consequences.before.slice(-2)).toEqual([expect.stringContaining('花家地北里'), '花家地北里'])
    expect(consequences.after.slice(-2)).toEqual([expect.stringContaining('花家地西里'), '花家地北里'])
    expect(consequences).toMatchObject({ inside: { building: 3, unit: 6, door: 60 }, requests: 1, obstacles: [] })
    const impossible = await subdistrict.hierarchy.consequences({
      params: { placeId: compound },
      body: { ...because('move'), kind: 'move', to: world.places.north },
    })
    expect(impossible.obstacles).toEqual([expect.stringContaining('已经在')])
    expect(await views()).toEqual(before)
  })

  test('it holds for everybody from the next request, while no copy has been rewritten yet', async () => {
    expect(await views()).toEqual(before)
    const letGo = holdJobs()
    const operationId = mintOperationId()
    const call = {
      params: { placeId: compound, operationId },
      body: { ...because('move'), kind: 'move' as const, to: world.places.west },
    }
    const done = await subdistrict.hierarchy.operate(call)
    expect(done).toMatchObject({ state: 'effective', kind: 'move', reason: '社区规模调整' })
    const { counts: _numbers, ...people } = after
    const { counts: live, ...seen } = await views()
    expect(seen).toEqual(people)
    // The tree as the statistics show it is the new one; the numbers of the moved compound come along with it.
    expect(live).toEqual({ north: 0, west: 1 })
    // The same again is the same operation.
    expect((await subdistrict.hierarchy.operate(call)).id).toBe(operationId)
    await letGo()
    await world.workOff()
    const operation = await (await signedIn('gov', officials.subdistrict)).hierarchy.operation({
      params: { placeId: compound, operationId },
    })
    expect(operation.state).toBe('done')
  })

  test('when all is rewritten nothing has changed for anybody, and every number is the recount', async () => {
    resident = await signedIn('resident', phones.resident)
    northWorker = await signedIn('gov', officials.worker)
    westWorker = await signedIn('gov', officials.neighbourWorker)
    subdistrict = await signedIn('gov', officials.subdistrict)
    expect(await views()).toEqual(after)
    await expectWholeTree()
    expect(await counted()).toEqual(await recount())
    await expectPeopleCounted()
  })

  test('the past can be read', async () => {
    const placeId = compound
    const history = await subdistrict.hierarchy.history({ params: { placeId } })
    expect(history.items).toHaveLength(1)
    expect(history.items[0]).toMatchObject({
      operation: { kind: 'move', reason: '社区规模调整' },
      before: { parent: { id: world.places.north } },
      after: { parent: { id: world.places.west } },
    })
    const then = await subdistrict.hierarchy.place({ params: { placeId }, query: { at: '2021-01-01' } })
    expect(then.lineage.map(({ id }) => id)).toContain(world.places.north)
    const children = await subdistrict.hierarchy.children({
      params: { placeId: world.places.north },
      query: { at: '2021-01-01' },
    })
    expect(children.items.map(({ id }) => id)).toContain(compound)
  })
})

describe('what else becomes of places', () => {
  let subdistrict: Api
  let district: Api
  const operate = async (api: Api, placeId: PlaceId, body: OperationBody) =>
    api.hierarchy.operate({ params: { placeId, operationId: mintOperationId() }, body })
  const childrenNow = async (placeId: PlaceId) => {
    const all: PlaceReply[] = []
    for (let cursor: string | undefined; ; ) {
      const query = cursor === undefined ? {} : { cursor }
      const page = await subdistrict.hierarchy.children({ params: { placeId }, query })
      all.push(...page.items)
      if (page.next === undefined) return all
      cursor = page.next
    }
  }
  const call = { date: today(), reason: '区划调整' }

  beforeAll(async () => {
    subdistrict = await signedIn('gov', officials.subdistrict)
    district = await signedIn('gov', officials.district)
  })
  const signInAgain = async () => {
    subdistrict = await signedIn('gov', officials.subdistrict)
    district = await signedIn('gov', officials.district)
  }

  test('a pattern makes a whole compound of doors, once', async () => {
    const { north } = world.places
    const names: MintBody = { by: 'names', level: 'compound', kind: 'landmark', names: ['望京新苑'] }
    const mint = async (placeId: PlaceId, body: MintBody, jobId = mintJobId()) => {
      await subdistrict.hierarchy.mint({ params: { placeId, jobId }, body })
      await world.system.settle()
      return subdistrict.hierarchy.mintProgress({ params: { placeId, jobId } })
    }
    expect(await mint(north, names)).toMatchObject({ state: 'done', done: 1 })
    const compound = await childCalled(north, '望京新苑')
    const pattern: MintBody = {
      by: 'pattern',
      buildings: { from: 1, to: 3 },
      skip: [2],
      suffix: '号楼',
      units: 2,
      floors: 3,
      doors: 4,
    }
    const preview = await subdistrict.hierarchy.previewMint({ params: { placeId: compound }, body: pattern })
    expect(preview).toMatchObject({ fresh: { building: 2, unit: 4, door: 48 }, existing: {}, problems: [] })
    const jobId = mintJobId()
    expect(await mint(compound, pattern, jobId)).toMatchObject({ state: 'done', done: 54, total: 54 })
    expect((await mint(compound, pattern, jobId)).done).toBe(54)
    // A larger pattern adds what is missing and leaves the rest as it is.
    const larger: MintBody = { ...pattern, floors: 4 }
    expect((await mint(compound, larger)).message).toBe('已完成：新生成 16 个，原有 54 个保持不变')
    const counts = await subdistrict.hierarchy.counts({ params: { placeId: compound } })
    expect(counts.groups).toEqual({ building: 2, unit: 4, door: 64 })
    const unit = await childCalled(await childCalled(compound, '1号楼'), '2单元')
    const doors = await subdistrict.hierarchy.children({ params: { placeId: unit }, query: { starts: '4' } })
    expect(doors.items.map(({ name }) => name)).toEqual(['401', '402', '403', '404'])
    const door = doors.items[0]?.id ?? unit
    const shownDoor = await subdistrict.hierarchy.place({ params: { placeId: door }, query: {} })
    expect(shownDoor.code).toMatch(/^110105026047-\d+-1-2-401$/)
  })

  test('rows of a list are taken one by one; what is wrong is told by its row', async () => {
    const { north } = world.places
    const rows: MintBody = {
      by: 'rows',
      rows: [
        { row: 2, compound: '望京新苑', building: '5号楼', unit: '1单元', door: '101' },
        { row: 3, compound: '望京新苑', building: '一号楼', unit: '1单元', door: '101' },
        { row: 4, compound: '望京新苑', building: '5号楼', unit: '1单元', door: '101' },
      ],
    }
    const preview = await subdistrict.hierarchy.previewMint({ params: { placeId: north }, body: rows })
    expect(preview.problems).toEqual([{ row: 4, message: '与第 2 行重复' }])
    expect(preview.fresh).toEqual({ building: 1, unit: 1, door: 1 })
    const jobId = mintJobId()
    await subdistrict.hierarchy.mint({ params: { placeId: north, jobId }, body: rows })
    await world.system.settle()
    const job = await subdistrict.hierarchy.mintProgress({ params: { placeId: north, jobId } })
    expect(job).toMatchObject({ state: 'done', problems: [{ row: 4, message: '与第 2 行重复' }] })
    expect(job.message).toBe('已完成：新生成 3 个，原有 4 个保持不变')
  })

  test('a former name leads to the place, and the past still bears it', async () => {
    const compound = await childCalled(world.places.north, '望京新苑')
    await operate(subdistrict, compound, { ...call, kind: 'rename', name: '望京花园' })
    const found = await subdistrict.hierarchy.resolve({ query: { name: '望京新苑' } })
    expect(found.items).toMatchObject([{ place: { id: compound, name: '望京花园' }, former: { name: '望京新苑' } }])
    const then = await subdistrict.hierarchy.place({ params: { placeId: compound }, query: { at: '2021-01-01' } })
    expect(then.name).toBe('望京新苑')
    await expect(operate(subdistrict, compound, { ...call, kind: 'rename', name: '望京花园' })).rejects.toMatchObject({
      code: 'operation-impossible',
    })
    await world.workOff()
    await signInAgain()
  })

  test('what is decided for a later day happens on that day', async () => {
    const compound = await childCalled(world.places.north, '望京花园')
    const later = new Date(Date.now() + (8 + 48) * 3600 * 1000).toISOString().slice(0, 10)
    const planned = await operate(subdistrict, compound, { ...call, kind: 'rename', name: '望京雅苑', date: later })
    expect(planned).toMatchObject({ state: 'scheduled', message: `${later} 起生效` })
    expect((await childrenNow(world.places.north)).map(({ name }) => name)).not.toContain('望京雅苑')
    moveClock(50 * 3600 * 1000)
    // The sweep has come as far as the minute before the day begins.
    const begins = beginningOf(later)
    await saveSwept(minuteOf(new Date(Date.parse(begins) - 60_000).toISOString()))
    expect(await sweep()).toBe(1)
    await world.workOff()
    await signInAgain()
    const done = await subdistrict.hierarchy.operation({ params: { placeId: compound, operationId: planned.id } })
    expect(done.state).toBe('done')
    expect((await childrenNow(world.places.north)).map(({ name }) => name)).toContain('望京雅苑')
  })

  test('a community is divided, one part merges into another, and names lead to what is there today', async () => {
    const { north, west } = world.places
    const compound = await childCalled(north, '望京雅苑')
    const split = await operate(subdistrict, north, {
      ...call,
      kind: 'split',
      parts: [{ name: '望京雅苑社区居委会', children: [compound] }],
    })
    expect(split.state).toBe('effective')
    const fresh = (await childrenNow(idOfDivision('110105026'))).find(({ name }) => name === '望京雅苑社区居委会')
    if (fresh === undefined) throw new Error('the new community is there')
    expect((await childrenNow(fresh.id)).map(({ id }) => id)).toEqual([compound])
    // Merged at once, while the division is still being worked off.
    await operate(subdistrict, fresh.id, { ...call, kind: 'merge', into: west })
    expect((await childrenNow(west)).map(({ id }) => id)).toContain(compound)
    expect((await childrenNow(idOfDivision('110105026'))).map(({ id }) => id)).not.toContain(fresh.id)
    const found = await subdistrict.hierarchy.resolve({ query: { name: '望京雅苑社区居委会' } })
    expect(found.items.map(({ place }) => place.id)).toEqual([west])
    await world.workOff()
    await signInAgain()
    await expectWholeTree()
    expect(await counted()).toEqual(await recount())
    const history = await subdistrict.hierarchy.history({ params: { placeId: compound } })
    expect(history.items.map(({ operation }) => operation.kind).sort()).toEqual(['merge', 'rename', 'rename', 'split'])
  })

  test('a place that was divided among several offers them all', async () => {
    const { north, west } = world.places
    const [one] = (await childrenNow(idOfDivision('110105026'))).filter(({ id }) => id !== north && id !== west)
    if (one === undefined) throw new Error('there is another community')
    const inner = await childrenNow(one.id)
    for (const child of inner) await operate(subdistrict, child.id, { ...call, kind: 'move', to: north })
    await operate(subdistrict, one.id, { ...call, kind: 'abolish', into: [north, west] })
    const found = await subdistrict.hierarchy.resolve({ query: { name: one.name } })
    expect(found.items.map(({ place }) => place.id).sort()).toEqual([north, west].sort())
    const byCode = await subdistrict.hierarchy.resolve({ query: { code: one.code ?? '' } })
    expect(byCode.items.map(({ place }) => place.id).sort()).toEqual([north, west].sort())
    await world.workOff()
    await signInAgain()
    await expectWholeTree()
    expect(await counted()).toEqual(await recount())
  })

  test('a subdistrict is not reorganised from within', async () => {
    await expect(
      operate(subdistrict, idOfDivision('110105026'), { ...call, kind: 'rename', name: '大望京街道' }),
    ).rejects.toMatchObject({ code: 'outside-territory' })
    const renamed = await operate(district, idOfDivision('110105026'), { ...call, kind: 'rename', name: '大望京街道' })
    expect(renamed.place.name).toBe('大望京街道')
  })
})
