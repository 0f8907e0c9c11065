import { mintOperationId, mintRequestId, type OperationBody } from '@zmht/shared/contract'
import { levels, type PlaceId } from '@zmht/shared/geo'
import { baseVersion } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createRequest, type Request, sealContents } from '../../functions/channels/request.store'
import { districtOf, findPlace } from '../../functions/hierarchy/index'
import { operate } from '../../functions/hierarchy/operations'
import { advanceJob, createJob } from '../../functions/platform/job.store'
import { intercept } from '../../functions/platform/table/client'
import { itemsOf } from '../table'
import { counted, expectWholeTree, recount } from '../tree'
import { aWorld, type World } from '../world'
import { throttling, timeout } from './faults'

/**
 * Moves, mergers and submissions in any order, while every now and then a write fails or its answer is lost. Whatever happened: when all is
 * worked off the paths are the chains of parents, and every number is that of an independent recount.
 */
let world: World
let compounds: PlaceId[]
let communities: PlaceId[]
let doors: PlaceId[]

beforeAll(async () => {
  world = await aWorld()
  const places = await itemsOf('place')
  const ofLevel = (level: string) => places.filter((place) => place.level === level).map(({ id }) => id as PlaceId)
  compounds = ofLevel('compound')
  communities = ofLevel('community').slice(0, 5)
  doors = ofLevel('door').filter((_door, index) => index % 9 === 0)
})
afterEach(() => intercept(undefined))
afterAll(() => world.stop())

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('submit' as const), which: fc.nat(19), to: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('move' as const), which: fc.nat(3), to: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('building' as const), which: fc.nat(11), to: fc.nat(3) }) },
)

const today = () => new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10)

/** A request as `submit` writes it, for a home whose whereabouts were read some time before. */
async function aRequestAt(home: PlaceId): Promise<Request> {
  const place = await findPlace(home)
  if (place === undefined) throw new Error('the door is there')
  const at = new Date().toISOString()
  const id = mintRequestId()
  return {
    id,
    number: id.slice(-8),
    channelId: 'c000000000001',
    version: 1,
    procedure: 'open',
    title: '便民登记',
    organisationId: `o${communities[0]}`,
    resident: `a${id.slice(1)}`,
    person: `e${id.slice(1)}`,
    who: '居民',
    home,
    path: place.path,
    district: districtOf(place.tiers),
    tail: '',
    state: 'closed',
    submittedAt: at,
    updatedAt: at,
    due: at,
    overdue: false,
    notify: false,
    ...(await sealContents(id, {}, { knowledge: baseVersion, entities: [], relations: [] })),
    revision: 1,
    by: 'system',
  }
}

/** Asks again until it is done or plainly impossible, as a client does. */
async function insist(work: () => Promise<unknown>): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt++) {
    try {
      await work()
      return
    } catch (error) {
      if (error instanceof Problem && error.code === 'operation-impossible') return
    }
  }
  throw new Error('it never got through')
}

test('what goes to another province is taken along in every total, also in the one above all', async () => {
  const [door] = doors
  const path = await pathOf(door)
  const [province] = path
  const compound = compounds.find((id) => path.includes(id))
  if (door === undefined || compound === undefined) throw new Error('the city has them')
  let other: PlaceId | undefined
  for (const id of communities) if ((await pathOf(id))[0] !== province) other = id
  if (other === undefined) throw new Error('the city has a community in another province')
  await createRequest(await aRequestAt(door))
  await world.workOff()
  const body: OperationBody = { kind: 'move', to: other, date: today(), reason: '区划调整' }
  await operate(mintOperationId(), compound, body, { id: 'system', name: '系统' })
  await world.workOff()
  expect((await pathOf(door))[0]).not.toBe(province)
  await expectWholeTree()
  expect(await counted()).toEqual(await recount())
})

const pathOf = async (id: PlaceId | undefined): Promise<readonly string[]> =>
  (id === undefined ? undefined : await findPlace(id))?.path.split('/') ?? []

test('any interleaving of moves, submissions and faults ends in whole paths and exact numbers', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 3, maxLength: 7 }),
      fc.uniqueArray(fc.record({ write: fc.nat(120), after: fc.boolean() }), {
        maxLength: 12,
        selector: ({ write }) => write,
      }),
      async (steps, mishaps) => {
        let write = 0
        intercept(async (command, _input, next) => {
          if (!command.startsWith('Put') && !command.startsWith('Transact')) return next()
          const mishap = mishaps.find((one) => one.write === write)
          write += 1
          if (mishap === undefined) return next()
          if (mishap.after) await next()
          throw mishap.after ? timeout() : throttling()
        })
        const late: Request[] = []
        const pick = <T>(list: readonly T[], index: number): T => {
          const one = list[index % list.length]
          if (one === undefined) throw new Error('the city has them')
          return one
        }
        for (const { kind, which, to } of steps) {
          if (kind === 'submit') {
            const request = await aRequestAt(pick(doors, which))
            // Some are written at once, some only after the next operations: their call began before.
            if (to === 0) await insist(() => createRequest(request))
            else late.push(request)
            continue
          }
          const place = pick(kind === 'move' ? compounds : await buildings(), which)
          const target = pick(kind === 'move' ? communities : compounds, to)
          const body: OperationBody = { kind: 'move', to: target, date: today(), reason: '区划调整' }
          const id = mintOperationId()
          await insist(() => operate(id, place, body, { id: 'system', name: '系统' }))
        }
        for (const request of late) await insist(() => createRequest(request))
        await world.workOff()
        intercept(undefined)
        expect(world.system.queues.deadLetters).toEqual([])
        expect(world.system.queues.deadJobs).toEqual([])
        await world.workOff()
        await expectWholeTree()
        expect(await counted()).toEqual(await recount())
      },
    ),
    { numRuns: Number(process.env.MOVES_RUNS ?? 4), endOnFailure: true },
  )
}, 480_000)

const buildings = async (): Promise<PlaceId[]> =>
  (await itemsOf('place')).filter(({ level }) => level === levels[6]).map(({ id }) => id as PlaceId)

test('an id stands for one place for ever, and a place for one id', async () => {
  const places = await itemsOf('place')
  expect(new Set(places.map(({ id }) => id)).size).toBe(places.length)
  const keys = new Set(places.map(({ parentId, order, level, shown }) => `${parentId}/${level}/${order}/${shown}`))
  // No two siblings of a level share a local number, wherever they came from.
  expect(keys.size).toBe(places.length)
})

test('a step whose write is sent twice, as after a lost answer, still has the job in its hands', async () => {
  const { job } = await createJob({ id: 'j-twice', kind: 'test', input: {}, by: 'system', message: '' })
  intercept(async (command, _input, next) => {
    if (command.startsWith('Put')) await next()
    return next()
  })
  expect(await advanceJob({ ...job, version: 2 })).toBe(true)
  intercept(undefined)
  expect(await advanceJob({ ...job, version: 2 })).toBe(false)
})
