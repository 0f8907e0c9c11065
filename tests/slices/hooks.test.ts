import { type Api, type HookContent, hookEvents, mintHookId, mintStepKey } from '@zmht/shared/contract'
import { verify } from '@zmht/shared/webhooks/sign'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { formerSecretMillis, waitMinutes } from '../../functions/channels/outside/domain/hook'
import { messagesSince } from '../../functions/channels/outside/hook.store'
import { forgetEverything } from '../../functions/platform/cache'
import { moveClock, now, nowMillis } from '../../functions/platform/clock'
import { minuteOf, saveSwept } from '../../functions/platform/due.store'
import { sweep } from '../../functions/platform/sweep'
import { anOrder, aSystem, publishRouted, unclear } from '../outside'
import { officialPhones } from '../people'
import { aReceiver, type Manner, type Receiver } from '../receiver'
import { aWorld, filledIn, phones, publishCheckUp, type World } from '../world'

process.env.HOOKS_TO_LOOPBACK = 'yes'
process.env.HOOK_TIMEOUT_MILLIS = '300'

let world: World
let city: Api
let worker: Api
let resident: Api
let hotline: { id: string; api: Api }
let receiver: Receiver
const since = '2020-01-01T00:00:00.000Z'

beforeAll(async () => {
  world = await aWorld()
  const officials = await officialPhones()
  const signedIn = async (app: 'gov' | 'resident', phone: string) =>
    world.as((await world.signIn(app, phone)).accessToken)
  city = await signedIn('gov', officials.keeper)
  worker = await signedIn('gov', officials.worker)
  resident = await signedIn('resident', phones.resident)
  hotline = await aSystem(world, city, '12345 热线')
  const channelId = await publishRouted(worker, [world.places.north])
  await city.channels.takeOrders({
    params: { clientId: hotline.id },
    body: { channelId, place: world.places.north },
  })
  receiver = await aReceiver(600)
  await world.workOff()
})
beforeEach(() => {
  receiver.attempts.length = 0
  receiver.behave = () => 'ok'
  forgetEverything()
})
afterAll(async () => {
  await receiver.stop()
  await world.stop()
})

/** People sign in for a quarter of an hour; the clock moves by days here. */
async function signInAgain(): Promise<void> {
  const officials = await officialPhones()
  moveClock(61_000)
  worker = world.as((await world.signIn('gov', officials.worker)).accessToken)
  city = world.as((await world.signIn('gov', officials.keeper)).accessToken)
  const { secret } = await city.permissions.makeClient({
    params: { clientId: hotline.id },
    body: { name: '12345 热线' },
  })
  const { access_token } = await world.as().permissions.accessToken({
    body: { grant_type: 'client_credentials', client_id: hotline.id, client_secret: secret },
  })
  hotline = { id: hotline.id, api: world.as(access_token) }
}

async function subscribe(more: Partial<HookContent> = {}) {
  const params = { hookId: mintHookId() }
  const made = await hotline.api.channels.saveHook({
    params,
    body: { url: receiver.url, events: [...hookEvents], ...more },
  })
  receiver.secret = made.secret ?? ''
  return { id: made.id, params, made }
}

async function end(hookId: string): Promise<void> {
  await signInAgain()
  await hotline.api.channels.saveHook({
    params: { hookId },
    body: { url: receiver.url, events: [...hookEvents], on: false },
  })
}

let orders = 0
/** An order that is taken up and closed: three things to be told. */
async function anAnswered(note = '已经修好'): Promise<string> {
  orders += 1
  const { request } = await hotline.api.channels.putOrder({
    params: { orderId: `H-${orders}` },
    body: anOrder(unclear),
  })
  const params = { requestId: request.id }
  await worker.channels.step({ params, body: { action: 'claim', key: mintStepKey() } })
  await worker.channels.step({ params, body: { action: 'close', key: mintStepKey(), note } })
  return request.id
}

/** Time goes on by some minutes, and what fell due meanwhile is done. */
async function pass(minutes: number): Promise<void> {
  await saveSwept(minuteOf(now()))
  moveClock((minutes + 2) * 60_000)
  await sweep()
  await world.workOff()
}
const stateOf = async (hookId: string) => {
  const counts = { waiting: 0, delivered: 0, parked: 0 }
  for (const { state } of await messagesSince(hookId, since, 1000)) counts[state] += 1
  return counts
}
const bodies = () => receiver.attempts.map(({ body }) => JSON.parse(body))

describe('a subscription', () => {
  test('tells its secret once, is its system’s alone, and takes no address inside', async () => {
    const { id, params, made } = await subscribe()
    expect(made.secret).toMatch(/^whsec_/)
    const again = await hotline.api.channels.saveHook({ params, body: { url: receiver.url, events: [...hookEvents] } })
    expect(again.secret).toBeUndefined()
    expect((await hotline.api.channels.hooks()).items).toEqual([again])
    expect((await city.channels.clientHooks({ params: { clientId: hotline.id } })).items).toEqual([again])
    const other = await aSystem(world, city, '城管平台')
    expect((await other.api.channels.hooks()).items).toEqual([])
    const taken = { params, body: { url: receiver.url, events: [...hookEvents] } }
    await expect(other.api.channels.saveHook(taken)).rejects.toMatchObject({ code: 'key-reused' })
    await expect(other.api.channels.rotateHook({ params })).rejects.toMatchObject({ code: 'not-found' })
    await expect(other.api.channels.replayHook({ params, body: { since } })).rejects.toMatchObject({
      code: 'not-found',
    })
    for (const url of ['http://10.0.0.8/in', 'https://169.254.169.254/', 'http://hooks.example.cn/in'])
      await expect(subscribe({ url })).rejects.toMatchObject({ code: 'invalid' })
    await end(id)
  })

  test('is told of its places, its services and its events alone, and of others’ requests no personal word', async () => {
    const { id: checkUp, version } = await publishCheckUp(worker, [world.places.north])
    const { service, answers, requestId } = await filledIn(resident, checkUp)
    const all = await subscribe()
    const west = await subscribe({ places: [world.places.west] })
    const closed = await subscribe({ events: ['request.closed'] })
    const elsewhere = await subscribe({ channels: ['c000000000000'] })
    receiver.secret = all.made.secret ?? ''
    forgetEverything()
    await resident.channels.submit({
      params: { channelId: checkUp, requestId },
      body: { version, home: service.home, answers, notify: false },
    })
    await world.workOff()
    await pass(1)
    expect(await stateOf(all.id)).toEqual({ waiting: 0, delivered: 1, parked: 0 })
    for (const { id } of [west, closed, elsewhere])
      expect(await stateOf(id)).toEqual({ waiting: 0, delivered: 0, parked: 0 })
    const [told] = bodies()
    expect(told).toMatchObject({ type: 'request.received', data: { sequence: 1, state: 'submitted' } })
    expect(told.data.community.name).toContain('花家地北里')
    expect(Object.keys(told.data).sort()).toEqual(['channel', 'community', 'number', 'sequence', 'state', 'stateName'])
    for (const { id } of [all, west, closed, elsewhere]) await end(id)
  })
})

describe('a receiver that behaves badly', () => {
  test('gets every event at least once, signed rightly, with its sequence; counts are exact', async () => {
    const { id } = await subscribe()
    const manners: readonly Manner[] = ['silent', 'error', 'reset', 'late', 'redirect']
    const events = 5 * 3
    const order = new Map<string, number>()
    // Each event meets with three bad manners, another three for each.
    receiver.behave = (event, nth) => {
      if (!order.has(event)) order.set(event, order.size)
      return nth > 3 ? 'ok' : (manners[((order.get(event) ?? 0) + nth) % manners.length] ?? 'ok')
    }
    for (let count = 0; count < 5; count++) await anAnswered()
    await world.workOff()
    for (const minutes of [1, 1, 5, 30, 30]) await pass(minutes)
    expect(await stateOf(id)).toEqual({ waiting: 0, delivered: events, parked: 0 })
    expect(receiver.attempts.length).toBe(events * 4)
    expect(new Set(receiver.attempts.map(({ verdict }) => verdict))).toEqual(new Set(['genuine']))
    const well = receiver.attempts.filter(({ manner }) => manner === 'ok')
    expect(new Set(well.map((one) => one.id)).size).toBe(events)
    // Under one id it is the same to the letter, at whichever attempt.
    const distinct = new Set(receiver.attempts.map((one) => `${one.id} ${one.body}`))
    expect(distinct.size).toBe(events)
    const sequences = new Map<string, number[]>()
    for (const { data } of well.map(({ body }) => JSON.parse(body)))
      sequences.set(data.number, [...(sequences.get(data.number) ?? []), data.sequence])
    expect([...sequences.values()].map((one) => one.sort())).toEqual(Array.from({ length: 5 }, () => [1, 2, 3]))
    await end(id)
  })

  test('the answer of an order goes back, with no name and no phone', async () => {
    await signInAgain()
    const { id } = await subscribe({ events: ['request.closed'] })
    await anAnswered('井盖已补上')
    await world.workOff()
    await pass(1)
    const [told] = bodies()
    expect(told).toMatchObject({
      type: 'request.closed',
      data: { order: { id: `H-${orders}` }, answer: '井盖已补上', evidence: 0, sequence: 3, state: 'closed' },
    })
    expect(receiver.attempts[0]?.body).not.toMatch(/孙小满|13900000001/)
    await end(id)
  })

  test('a message that is kept and sent again later by somebody else is refused', async () => {
    await signInAgain()
    const { id, made } = await subscribe({ events: ['request.closed'] })
    await anAnswered()
    await world.workOff()
    await pass(1)
    const [one] = receiver.attempts
    if (one === undefined) throw new Error('nothing arrived')
    const seconds = Number(one.timestamp)
    expect(await verify(made.secret ?? '', one, seconds + 300)).toBe('genuine')
    expect(await verify(made.secret ?? '', one, seconds + 301)).toBe('too-old')
    await end(id)
  })

  test('is tried nine times, then what it did not take is parked, and it is switched off after two days', async () => {
    await signInAgain()
    const { id, params } = await subscribe({ events: ['request.closed'] })
    receiver.behave = () => 'error'
    await anAnswered()
    await world.workOff()
    await pass(1)
    const before = receiver.attempts.length
    expect(before).toBe(2)
    for (const minutes of waitMinutes.slice(1)) await pass(minutes)
    expect(receiver.attempts.length).toBe(9)
    expect(await stateOf(id)).toEqual({ waiting: 0, delivered: 0, parked: 1 })
    await signInAgain()
    const { items } = await hotline.api.channels.hooks()
    expect(items.find((one) => one.id === id)).toMatchObject({ on: false, off: { why: '对方回答 500' } })
    // What happens meanwhile is kept, and not sent.
    await anAnswered()
    await world.workOff()
    await pass(1)
    expect(receiver.attempts.length).toBe(9)
    expect(await stateOf(id)).toEqual({ waiting: 0, delivered: 0, parked: 2 })
    receiver.behave = () => 'ok'
    await signInAgain()
    const on = await hotline.api.channels.saveHook({
      params,
      body: { url: receiver.url, events: ['request.closed'] },
    })
    expect(on).toMatchObject({ on: true })
    const ids = (await messagesSince(id, since, 10)).map((one) => one.id)
    expect(await hotline.api.channels.replayHook({ params, body: { since } })).toEqual({ again: 2 })
    await world.workOff()
    await pass(1)
    expect(await stateOf(id)).toEqual({ waiting: 0, delivered: 2, parked: 0 })
    expect(
      receiver.attempts
        .slice(9)
        .map((one) => one.id)
        .sort(),
    ).toEqual([...ids].sort())
    await end(id)
  })

  test('that says it is gone is switched off at once', async () => {
    await signInAgain()
    const { id } = await subscribe({ events: ['request.closed'] })
    receiver.behave = () => 'gone'
    await anAnswered()
    await world.workOff()
    await pass(1)
    expect(receiver.attempts.length).toBe(1)
    expect((await hotline.api.channels.hooks()).items.find((one) => one.id === id)).toMatchObject({ on: false })
    await end(id)
  })

  test('two secrets sign for a day, then the new one alone', async () => {
    await signInAgain()
    const { id, params, made } = await subscribe({ events: ['request.closed'] })
    const { secret } = await hotline.api.channels.rotateHook({ params })
    const signedBy = async (by: string) => {
      const one = receiver.attempts.at(-1)
      if (one === undefined) throw new Error('nothing arrived')
      return verify(by, one, Math.floor(nowMillis() / 1000) - 120)
    }
    await anAnswered()
    await world.workOff()
    await pass(1)
    expect(receiver.attempts.length).toBe(1)
    expect([await signedBy(secret), await signedBy(made.secret ?? '')]).toEqual(['genuine', 'genuine'])
    moveClock(formerSecretMillis)
    await signInAgain()
    await anAnswered()
    await world.workOff()
    await pass(1)
    expect(receiver.attempts.length).toBe(2)
    expect([await signedBy(secret), await signedBy(made.secret ?? '')]).toEqual(['genuine', 'forged'])
    await end(id)
  })

  test('whose system was ended is told nothing more', async () => {
    await signInAgain()
    const { id } = await subscribe()
    receiver.behave = () => 'error'
    await anAnswered()
    await world.workOff()
    const { length } = receiver.attempts
    await city.permissions.endClient({ params: { clientId: hotline.id } })
    await pass(1)
    expect(receiver.attempts.length).toBe(length)
    expect(await stateOf(id)).toEqual({ waiting: 0, delivered: 0, parked: 3 })
  })
})
