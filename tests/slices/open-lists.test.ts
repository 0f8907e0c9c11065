import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import {
  type Api,
  type BodyOf,
  type channelRoutes,
  mintRequestId,
  mintStepKey,
  type QueryOf,
} from '@zmht/shared/contract'
import type { PlaceId, PlacePath } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import type { RequestAction } from '@zmht/shared/rules'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openEntriesOf, openKindOf } from '../../functions/channels/domain/open-entry'
import { openParts } from '../../functions/channels/open-lists/open.store'
import { type Request, readRequest, saveWhere } from '../../functions/channels/request.store'
import { childrenOf, placeFacts } from '../../functions/hierarchy/index'
import { environment } from '../../functions/platform/environment'
import { metered, tableClient } from '../../functions/platform/table/client'
import { type TransactionPart, transact } from '../../functions/platform/table/write'
import { publishRouted } from '../outside'
import { officialPhones } from '../people'
import { codeOf } from '../refusal'
import { replayStream } from '../replay'
import { residentsAt } from '../residents'
import { aWorld, type World } from '../world'

let world: World
let worker: Api
let neighbour: Api
let housing: Api
let market: Api
let subdistrict: Api
let homes: readonly PlaceId[]
let residents: readonly Api[]
let channelId: string
let version: number

beforeAll(async () => {
  world = await aWorld()
  const official = await officialPhones()
  const as = async (phone: string) => world.as((await world.signIn('gov', phone)).accessToken)
  worker = await as(official.worker)
  neighbour = await as(official.neighbourWorker)
  housing = await as(official.housing)
  market = await as(official.market)
  subdistrict = await as(official.subdistrict)
  const buildings = (await buildingsIn(world.places.north)).slice(0, 3)
  homes = [...buildings, world.places.west]
  residents = (await residentsAt(homes.length * 3, homes)).map((token) => world.as(token))
  channelId = await publishRouted(worker, [world.places.north])
  version = (await worker.channels.channel({ params: { channelId } })).version ?? 0
  await world.workOff()
})
afterAll(() => world.stop())

/** The places of the nearest level below that has three of them. */
async function buildingsIn(place: PlaceId): Promise<readonly PlaceId[]> {
  const below = (await childrenOf(place)).map(({ id }) => id)
  const [first] = below
  return below.length >= 3 || first === undefined ? below : buildingsIn(first)
}

const lift = '楼里的电梯坏了三天没人修，老人下不了楼'
const unclear = '你好，有件事想请你们来一趟'

/** Number n of the residents says something from home. */
async function saying(n: number, text: string): Promise<string> {
  const [api, home] = [residents[n % residents.length], homes[n % homes.length]]
  if (api === undefined || home === undefined) throw new Error('there is nobody')
  const requestId = mintRequestId()
  const answers = { caller: [{ values: {} }], matter: [{ values: { q1: text } }] }
  await api.channels.submit({ params: { channelId, requestId }, body: { version, home, answers, notify: false } })
  return requestId
}

const organisationOf = async (api: Api): Promise<string> => {
  const me = await api.permissions.me()
  return (me.kind === 'official' ? me.posts[0]?.organisation.id : undefined) ?? ''
}

type Query = QueryOf<typeof channelRoutes.openHere>
type Listing = (call: { query: Query }) => ReturnType<Api['channels']['openHere']>

/** All pages of a list. */
async function all(list: Listing, query: Query): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page = await list({ query: { ...query, ...(cursor === undefined ? {} : { cursor }) } })
    expect(page.items.length).toBeLessThanOrEqual(20)
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.next
  } while (cursor !== undefined)
  return ids
}

/** Everything that stands in any list of open requests. */
async function standing(): Promise<string[]> {
  const found: string[] = []
  let from: Record<string, unknown> | undefined
  do {
    const page = await tableClient().send(
      new ScanCommand({
        TableName: environment.tableName(),
        FilterExpression: 'begins_with(pk, :open)',
        ExpressionAttributeValues: { ':open': 'OPENAT#' },
        ...(from === undefined ? {} : { ExclusiveStartKey: from }),
      }),
    )
    found.push(...(page.Items ?? []).map(({ pk, sk, part, card }) => [pk, sk, part, card.state].join('|')))
    from = page.LastEvaluatedKey
  } while (from !== undefined)
  return found.sort()
}

const shouldStand = (requests: readonly Request[]): string[] =>
  requests
    .flatMap((request) =>
      openEntriesOf(request).map(
        ({ holder, by, path, part }) => `OPENAT#${holder}#${by}|${path}#${request.id}|${part}|${request.state}`,
      ),
    )
    .sort()

/** Numbers that look like chance and are the same every time. */
function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    const more = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((more ^ (more >>> 14)) >>> 0) % below
  }
}

type Many = BodyOf<typeof channelRoutes.steps>

describe('open requests, narrowed', () => {
  const ids: string[] = []
  const requests = async () =>
    (await Promise.all(ids.map(readRequest))).flatMap((request) => (request === undefined ? [] : [request]))

  beforeAll(async () => {
    for (let n = 0; n < 24; n++)
      if (homes[n % homes.length] !== world.places.west) ids.push(await saying(n, n % 2 === 0 ? lift : unclear))
    await world.workOff()
  })

  async function walk() {
    const pick = chance(7)
    const to = [await organisationOf(housing), await organisationOf(market)] as const
    const taken: RequestAction[] = []
    // The lifts are the housing commission's from the start: two of them are one case.
    const [first = '', , third = ''] = ids
    await housing.channels.joinCase({ params: { requestId: first }, body: { key: mintStepKey(), requests: [third] } })
    const done = async (action: RequestAction, call: Promise<unknown>) => {
      if ((await codeOf(call)) === 'ok') taken.push(action)
    }
    for (let turn = 0; turn < 60; turn++) {
      const id = ids[pick(ids.length)] ?? ''
      const other = ids[pick(ids.length)] ?? ''
      const api = [worker, housing, market][pick(3)] ?? worker
      const many = async (body: Many) => {
        const { done: ended } = await api.channels.steps({ body })
        if (ended.length === 0) throw new Problem('changed')
      }
      const said = { note: '请看一下', requests: [id] }
      // Nothing but the first is taken by somebody who did not take it on.
      const ways: readonly (() => Promise<void>)[] = [
        () => done('release', many({ action: 'release', key: mintStepKey(), requests: [id] })),
        () => done('return', many({ action: 'return', key: mintStepKey(), ...said })),
        () => done('close', many({ action: 'close', key: mintStepKey(), ...said })),
        () => done('transfer', many({ action: 'transfer', key: mintStepKey(), ...said, to: to[pick(2)] ?? '' })),
        () => done('give-back', many({ action: 'give-back', key: mintStepKey(), ...said })),
        () =>
          done(
            'join',
            api.channels.joinCase({ params: { requestId: id }, body: { key: mintStepKey(), requests: [other] } }),
          ),
        () => done('part', api.channels.leaveCase({ params: { requestId: id }, body: { key: mintStepKey() } })),
      ]
      await done('claim', many({ action: 'claim', key: mintStepKey(), requests: [id] }))
      await ways[pick(ways.length)]?.()
    }
    await world.workOff()
    return new Set(taken)
  }

  async function expectExact() {
    const held = await requests()
    expect(await standing()).toEqual(shouldStand(held))
    const open = held.filter(({ state }) => !['closed', 'declined', 'withdrawn', 'withheld'].includes(state))
    const [first] = homes
    const path = (await placeFacts(first ?? world.places.north)).path
    const inside = ({ path: at }: Request) => at === path || at.startsWith(`${path}/`)
    const mine = await organisationOf(housing)
    const here = open.filter(({ desk }) => desk === undefined)
    const given = open.filter(({ desk }) => desk?.id === mine)
    for (const [list, of] of [
      [worker.channels.openHere, here],
      [housing.channels.openGiven, given],
    ] as const) {
      const sorted = (some: readonly Request[]) => some.map(({ id }) => id).sort()
      expect((await all(list, {})).sort()).toEqual(sorted(of))
      expect((await all(list, { place: first ?? world.places.north })).sort()).toEqual(sorted(of.filter(inside)))
      for (const kind of new Set(of.map(openKindOf))) {
        const narrowed = of.filter((one) => openKindOf(one) === kind)
        expect((await all(list, { kind })).sort()).toEqual(sorted(narrowed))
        expect((await all(list, { kind, place: first ?? world.places.north })).sort()).toEqual(
          sorted(narrowed.filter(inside)),
        )
      }
      for (const cluster of new Set(of.flatMap((one) => one.case?.id ?? [])))
        expect((await all(list, { cluster })).sort()).toEqual(sorted(of.filter((one) => one.case?.id === cluster)))
      const { counts } = await list({ query: { counts: 'yes' } })
      expect(counts?.of).toBe(of.length)
      expect(counts?.more).toBe(false)
      for (const { kind, count } of counts?.kinds ?? [])
        expect(count).toBe(of.filter((one) => openKindOf(one) === kind).length)
      expect((counts?.places ?? []).reduce((sum, { count }) => sum + count, 0)).toBe(of.length)
    }
    return { here: here.length, given: given.length }
  }

  test('are what a recount of the requests says after a walk of steps, and after the stream is told again', async () => {
    const taken = await walk()
    expect([...taken]).toEqual(expect.arrayContaining(['claim', 'release', 'return', 'transfer', 'give-back', 'close']))
    const { here, given } = await expectExact()
    expect(here).toBeGreaterThan(0)
    expect(given).toBeGreaterThan(0)
    await replayStream(world)
    expect(await expectExact()).toEqual({ here, given })
    process.stdout.write(`${ids.length} requests, ${[...taken].join(' ')}: ${here} here, ${given} given\n`)
  })

  test('go along when their place does', async () => {
    const [request] = (await requests()).filter(({ desk, state }) => desk === undefined && state === 'submitted')
    if (request === undefined) throw new Error('none is left')
    const west = await placeFacts(world.places.west)
    const { path, district, tail } = request
    const moved = { path: west.path, district, tail: '花家地西里' }
    expect(await saveWhere(request.id, async () => moved)).toBe(true)
    expect(await standing()).toEqual(shouldStand(await requests()))
    expect(await saveWhere(request.id, async () => ({ path, district, tail }))).toBe(true)
    await expectExact()
  })

  test('are nobody else’s', async () => {
    const query = { place: world.places.north }
    expect(await codeOf(neighbour.channels.openHere({ query }))).toBe('outside-territory')
    expect(await all(neighbour.channels.openHere, {})).toEqual([])
    expect(await all(neighbour.channels.openGiven, query)).toEqual([])
    expect(await codeOf(subdistrict.channels.openHere({ query }))).toBe('forbidden')
    expect(await codeOf(worker.channels.openHere({ query: { kind: 'channel/x' } }))).toBe('invalid')
    expect(await codeOf(worker.channels.openHere({ query: { cursor: 'x' } }))).toBe('invalid')
  })
})

describe('one decision told to many', () => {
  const see = (requestId: string, api = worker) => api.channels.request({ params: { requestId } })
  let some: string[]
  beforeAll(async () => {
    some = [await saying(0, unclear), await saying(1, unclear), await saying(2, unclear)]
    await world.workOff()
  })

  test('says each their own, and single ones what was written for them', async () => {
    const [one = '', two = '', three = ''] = some
    const key = mintStepKey()
    const body: Many = {
      action: 'return',
      key,
      note: '{称呼}，请补充{事项}的具体位置（{地点}，{编号}）',
      notes: { [three]: '{称呼}，请打电话给我们' },
      requests: some,
    }
    expect(await worker.channels.steps({ body })).toEqual({ done: some, left: [] })
    for (const id of [one, two]) {
      const { who, place, number, steps, state } = await see(id)
      expect(state).toBe('returned')
      expect(steps.at(-1)?.note).toMatch(new RegExp(`^${who}，请补充.+的具体位置（${place}，${number}）$`, 'u'))
    }
    const last = await see(three)
    expect(last.steps.at(-1)?.note).toBe(`${last.who}，请打电话给我们`)
    // Sent again it is the same.
    expect(await worker.channels.steps({ body })).toEqual({ done: some, left: [] })
    expect((await see(one)).steps.filter(({ action }) => action === 'return')).toHaveLength(1)
  })

  test('is refused before anything is done where a placeholder means nothing', async () => {
    const [one = ''] = some
    const before = await readRequest(one)
    const key = mintStepKey()
    const refused = worker.channels.steps({ body: { action: 'decline', key, note: '{电话}，不能办', requests: some } })
    await expect(refused).rejects.toMatchObject({
      code: 'invalid',
      document: { fields: [{ path: 'body.note', message: expect.stringContaining('{电话} 不能自动填写') }] },
    })
    const notes = { [one]: '{家庭住址}' }
    expect(
      await codeOf(worker.channels.steps({ body: { action: 'decline', key, note: '好', notes, requests: some } })),
    ).toBe('invalid')
    const others = { [mintRequestId()]: '好' }
    expect(
      await codeOf(
        worker.channels.steps({ body: { action: 'decline', key, note: '好', notes: others, requests: some } }),
      ),
    ).toBe('invalid')
    expect((await readRequest(one))?.revision).toBe(before?.revision)
  })

  test('does all it can, names what it could not, and sent again after they went elsewhere says the same', async () => {
    const [one, two] = [await saying(4, unclear), await saying(5, unclear)]
    await world.workOff()
    await worker.channels.steps({ body: { action: 'claim', key: mintStepKey(), requests: [one] } })
    const closed = await worker.channels.steps({
      body: { action: 'close', key: mintStepKey(), note: '{称呼}，办好了', requests: [one, two] },
    })
    expect(closed).toEqual({ done: [one], left: [{ id: two, message: '状态已经变了，没有改动' }] })
    const body: Many = {
      action: 'transfer',
      key: mintStepKey(),
      note: '请住建委看一下',
      requests: [one, two],
      to: await organisationOf(housing),
    }
    const went = { done: [two], left: [{ id: one, message: '状态已经变了，没有改动' }] }
    expect(await worker.channels.steps({ body })).toEqual(went)
    expect((await see(two, housing)).desk?.id).toBe(await organisationOf(housing))
    expect(await worker.channels.steps({ body })).toEqual(went)
    const back: Many = { action: 'give-back', key: mintStepKey(), note: '不归本单位', requests: [two] }
    expect(await housing.channels.steps({ body: back })).toEqual({ done: [two], left: [] })
    expect(await housing.channels.steps({ body: back })).toEqual({ done: [two], left: [] })
    expect((await see(two)).desk).toBeUndefined()
  })

  test('is no stranger’s', async () => {
    const [one = ''] = some
    const body: Many = { action: 'close', key: mintStepKey(), note: '好', requests: [one] }
    expect(await codeOf(neighbour.channels.steps({ body }))).toBe('outside-territory')
    expect(await codeOf(housing.channels.steps({ body }))).not.toBe('ok')
  })
})

/** Ten thousand are a matter of half a minute: `ZMHT_OPEN=10000`. */
const manyOpen = Number(process.env.ZMHT_OPEN ?? 2500)

test('of thousands of open requests a narrowed page costs at most ten read units', async () => {
  const sample = await readRequest(await saying(0, unclear))
  if (sample === undefined) throw new Error('it was not saved')
  await world.workOff()
  const homesHere = await Promise.all(homes.slice(0, 3).map(placeFacts))
  const many = manyOpen - (manyOpen % 20)
  let parts: TransactionPart[] = []
  for (let n = 0; n < many; n++) {
    const home = homesHere[n % 3]?.path ?? ('' as PlacePath)
    const rare = n % (many / 20) === 0
    const { case: _case, ...rest } = sample
    const request: Request = {
      ...rest,
      id: mintRequestId(),
      path: home,
      state: 'submitted',
      route: { sure: true, reason: '', subject: rare ? 'gas-leak' : 'lift' } as NonNullable<Request['route']>, // any two kinds
    }
    parts.push(...openParts(undefined, request))
    if (parts.length >= 98 || n === many - 1) {
      expect((await transact(parts)).written).toBe(true)
      parts = []
    }
  }
  const costs: string[] = []
  for (const [what, query] of [
    ['whole', {}],
    ['a building', { place: homes[1] }],
    ['a rare kind', { kind: 'subject/gas-leak' }],
    ['a rare kind in a building', { kind: 'subject/gas-leak', place: homes[2] }],
  ] as const) {
    const asked: Query = { ...query } as Query // the places are there
    await worker.channels.openHere({ query: asked })
    const { result, used } = await metered(() => worker.channels.openHere({ query: asked }))
    costs.push(`${what} ${used.readUnits}`)
    expect(result.items.length).toBeGreaterThan(5)
    expect(used.readUnits).toBeLessThanOrEqual(10)
  }
  const { result, used } = await metered(() => worker.channels.openHere({ query: { counts: 'yes' } }))
  expect(result.counts?.more).toBe(true)
  expect(result.counts?.of).toBeLessThanOrEqual(300)
  process.stdout.write(
    `${many} open requests, read units of a page: ${costs.join(', ')}; with counts ${used.readUnits}\n`,
  )
})
