import { type Api, mintOperationId } from '@zmht/shared/contract'
import { lineageOf, type PlaceId, type PlacePath } from '@zmht/shared/geo'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { handler as jobs } from '../../functions/entries/jobs'
import { childrenOf } from '../../functions/hierarchy/index'
import { officialPhones } from '../people'
import { itemsOf } from '../table'
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

/** Every stored path is the chain of stored parents, and nothing waits to be rewritten. */
async function expectWholeTree() {
  const places = await itemsOf('place')
  const byId = new Map(places.map((place) => [place.id as string, place]))
  const chain = (id: string): string[] => {
    const parent = byId.get(id)?.parentId as string
    return parent === '' ? [id] : [...chain(parent), id]
  }
  for (const place of places) expect(place.path).toBe(chain(place.id as string).join('/'))
  expect((await itemsOf('tree'))[0]?.relocations ?? []).toEqual([])
  const pathOf = (id: unknown) => byId.get(id as string)?.path
  for (const request of await itemsOf('request')) expect(request.path).toBe(pathOf(request.home))
  for (const entity of await itemsOf('entity'))
    if (typeof entity.path === 'string' && entity.path !== '')
      expect(entity.path).toBe(pathOf(lineageOf(entity.path as PlacePath).at(-1)))
}

/** Requests and places counted by hand from the items themselves, for every place and measure. */
async function recount(): Promise<Map<string, Record<string, number>>> {
  const counted = new Map<string, Record<string, number>>()
  const add = (measure: string, path: string, group: string) => {
    for (const place of path.split('/')) {
      const groups = counted.get(`${measure}@${place}`) ?? {}
      groups[group] = (groups[group] ?? 0) + 1
      counted.set(`${measure}@${place}`, groups)
    }
  }
  for (const { path, state, channelId } of await itemsOf('request')) {
    add('requests', String(path), String(state))
    add(`requests.${channelId}`, String(path), String(state))
  }
  for (const { path, level, shown } of await itemsOf('place')) {
    const above = String(path).split('/').slice(0, -1).join('/')
    if (above !== '' && shown !== false) add('places', above, String(level))
  }
  return counted
}

/** What the counters say, summed by hand from their items. */
async function shown(): Promise<Map<string, Record<string, number>>> {
  const counted = new Map<string, Record<string, number>>()
  for (const { measure, place, groups } of await itemsOf('counter')) {
    const key = `${measure}@${place}`
    const sum = counted.get(key) ?? {}
    for (const [group, amount] of Object.entries(groups as Record<string, number>))
      sum[group] = (sum[group] ?? 0) + amount
    counted.set(key, sum)
  }
  for (const [key, groups] of counted) {
    for (const [group, amount] of Object.entries(groups)) if (amount === 0) delete groups[group]
    if (Object.keys(groups).length === 0) counted.delete(key)
  }
  return counted
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
    expect(await shown()).toEqual(await recount())
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
