import { type Api, type ChannelContent, mintChannelId, mintRequestId, mintStepKey } from '@zmht/shared/contract'
import type { Form } from '@zmht/shared/controls'
import { baseVersion } from '@zmht/shared/knowledge'
import type { Booking, Procedure } from '@zmht/shared/rules'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { wrongSlots } from '../../functions/channels/recount-bookings'
import { forgetEverything } from '../../functions/platform/cache'
import { moveClock, now, resetClock } from '../../functions/platform/clock'
import { intercept } from '../../functions/platform/table/client'
import { conflict, healTable, throttling, timeout } from '../faults/faults'
import { officialPhones } from '../people'
import { replayStream } from '../replay'
import { residentsAt } from '../residents'
import { itemsOf } from '../table'
import { aWorld, phones, type World } from '../world'

let world: World
let worker: Api
let resident: Api

beforeAll(async () => {
  world = await aWorld()
  const officials = await officialPhones()
  const signedIn = async (app: 'resident' | 'gov', phone: string) =>
    world.as((await world.signIn(app, phone)).accessToken)
  worker = await signedIn('gov', officials.worker)
  resident = await signedIn('resident', phones.resident)
})
afterEach(() => {
  healTable()
  resetClock()
})
afterAll(() => world.stop())

/** A wish, and for whom: what is proved here is the places. */
const form: Form = {
  knowledge: baseVersion,
  subjects: [
    { key: 'applicant', kind: 'person', name: '申请人', is: { by: 'actor' } },
    {
      key: 'elder',
      kind: 'person',
      name: '参加的老人',
      is: { by: 'relation', relation: 'parent', of: 'applicant', direction: 'backward' },
    },
    { key: 'visit', kind: 'event', name: '本次申请', is: { by: 'submission' } },
  ],
  controls: [
    {
      id: 'elderName',
      kind: 'name',
      label: '谁参加',
      required: false,
      binding: { subject: 'elder', attribute: 'person.name' },
    },
    {
      id: 'note',
      kind: 'long-text',
      label: '说明',
      required: false,
      binding: { subject: 'visit', attribute: 'event.note' },
    },
  ],
}

const content = (booking: Booking, procedure: Procedure = 'open'): ChannelContent => ({
  title: '亲子阅读会',
  summary: '周末带孩子来读书',
  category: 'family',
  procedure,
  promisedDays: 3,
  form,
  booking: { ...booking, slots: booking.slots.map((slot) => ({ ...slot })) },
})

const morning = { id: 'am', day: '2099-11-30', from: '09:00', until: '10:00', capacity: 2 }
const afternoon = { id: 'pm', day: '2099-11-30', from: '14:00', until: '15:00', capacity: 1 }

async function published(what: ChannelContent) {
  const made = await worker.channels.create({ params: { channelId: mintChannelId() }, body: what })
  return worker.channels.publish({
    params: { channelId: made.id },
    body: { edition: made.edition, reach: [world.places.north] },
  })
}

async function home() {
  const me = await resident.permissions.me()
  const [first] = me.kind === 'resident' ? me.homes : []
  if (first === undefined) throw new Error('the resident has no home')
  return first.placeId
}

/** Somebody else each time: the same is not booked into the same time twice. */
const somebody = (() => {
  let many = 0
  const digits = [...'零一二三四五六七八九']
  return () => `王${[...String(many++)].map((digit) => digits[Number(digit)]).join('')}`
})()

async function book(channelId: string, slot: string, requestId = mintRequestId(), version = 1, whom = somebody()) {
  return resident.channels.submit({
    params: { channelId, requestId },
    body: {
      version,
      home: await home(),
      answers: { applicant: [{ values: {} }], elder: [{ values: { elderName: whom } }], visit: [{ values: {} }] },
      slot,
      notify: false,
    },
  })
}

const look = (requestId: string, by: Api = resident) => by.channels.request({ params: { requestId } })
const withdraw = (requestId: string, key = mintStepKey(), by: Api = resident) =>
  by.channels.ownStep({ params: { requestId }, body: { action: 'withdraw', key } })

test('who comes first has the places, the next wait in order, one who leaves makes room for the first of them', async () => {
  const { id } = await published(content({ slots: [morning, afternoon], waiting: 2 }))
  const [one, two, three, four] = [
    await book(id, 'am'),
    await book(id, 'am'),
    await book(id, 'am'),
    await book(id, 'am'),
  ]
  expect([one, two, three, four].map(({ state, booking }) => [state, booking?.has, booking?.position])).toEqual([
    ['confirmed', 'held', undefined],
    ['confirmed', 'held', undefined],
    ['queued', 'waiting', 1],
    ['queued', 'waiting', 2],
  ])
  // What is left to do comes with the day, and whoever does it reads for which time it is.
  expect(one.due > '2099-11-30').toBe(true)
  const { items: received } = await worker.channels.requests({ params: { channelId: id }, query: {} })
  expect(received.find((sent) => sent.id === one.id)?.booked).toEqual({ slot: 'am', has: 'held' })
  // The list of one time is what its people stand in, those who wait too.
  const listOf = async (slot: string) =>
    (await worker.channels.requests({ params: { channelId: id }, query: { slot } })).items.map((sent) => sent.id)
  expect((await listOf('am')).sort()).toEqual([one, two, three, four].map((sent) => sent.id).sort())
  expect(await listOf('pm')).toEqual([])
  expect(one.booking?.says).toMatch(/^2099年11月30日 周. 上午 9:00–10:00$/)
  forgetEverything()
  const { items } = await resident.channels.slotsLeft({ params: { channelId: id } })
  expect(items.map(({ id: slot, saysLeft, offers }) => [slot, saysLeft, offers])).toEqual([
    ['am', '已满', 'nothing'],
    ['pm', '还剩 1 个', 'place'],
  ])
  await expect(book(id, 'am')).rejects.toMatchObject({ code: 'slot-full' })
  await withdraw(one.id)
  await world.system.settle()
  expect(await look(three.id)).toMatchObject({ state: 'confirmed', booking: { has: 'held' } })
  expect(await look(four.id)).toMatchObject({ state: 'queued', booking: { has: 'waiting', position: 1 } })
  expect((await look(one.id)).booking?.has).toBe('gone')
  expect(await wrongSlots()).toEqual([])
})

test('another time is taken and the first given back, or nothing changes', async () => {
  const { id } = await published(content({ slots: [{ ...morning, capacity: 1 }, afternoon], waiting: 5 }))
  const one = await book(id, 'am')
  const two = await book(id, 'am')
  const move = (requestId: string, slot: string, key = mintStepKey()) =>
    resident.channels.rebook({ params: { requestId }, body: { key, slot } })
  const key = mintStepKey()
  expect(await move(one.id, 'pm', key)).toMatchObject({ state: 'confirmed', booking: { slot: 'pm', has: 'held' } })
  expect((await move(one.id, 'pm', key)).steps.filter(({ action }) => action === 'rebook')).toHaveLength(1)
  await world.system.settle()
  expect(await look(two.id)).toMatchObject({ state: 'confirmed', booking: { slot: 'am' } })
  await expect(move(one.id, 'am')).rejects.toMatchObject({ code: 'slot-full' })
  expect((await look(one.id)).booking).toMatchObject({ slot: 'pm', has: 'held' })
  await expect(move(one.id, 'no')).rejects.toMatchObject({ code: 'slot-gone' })
  const three = await book(id, 'am')
  expect(three.state).toBe('queued')
  await withdraw(one.id)
  expect(await move(three.id, 'pm')).toMatchObject({ state: 'confirmed', booking: { slot: 'pm', has: 'held' } })
  await world.system.settle()
  expect(await wrongSlots()).toEqual([])
})

test('where somebody confirms, the place is kept from the submission on and given back when it is refused', async () => {
  const { id } = await published(content({ slots: [{ ...morning, capacity: 1 }], waiting: 3 }, 'worker-confirms'))
  const one = await book(id, 'am')
  const two = await book(id, 'am')
  expect([one.state, one.booking?.has, two.state]).toEqual(['submitted', 'held', 'queued'])
  await world.system.settle()
  await worker.channels.step({ params: { requestId: one.id }, body: { action: 'confirm', key: mintStepKey() } })
  expect((await look(one.id)).booking?.has).toBe('held')
  await withdraw(one.id)
  await world.system.settle()
  expect(await look(two.id)).toMatchObject({ state: 'submitted', booking: { has: 'held' } })
  expect(await wrongSlots()).toEqual([])
})

test('who confirmed a time is not pressed to conclude before its day, and its resident reads when it is instead of a promise', async () => {
  const { id } = await published(
    content({ slots: [{ ...morning, capacity: 1 }, afternoon], waiting: 3 }, 'worker-confirms'),
  )
  const one = await book(id, 'am')
  const two = await book(id, 'am')
  // Until somebody confirms, that is what is promised.
  expect(one.due < '2099').toBe(true)
  const confirmed = await worker.channels.step({
    params: { requestId: one.id },
    body: { action: 'confirm', key: mintStepKey() },
  })
  expect(confirmed).toMatchObject({ state: 'confirmed', overdue: false })
  expect(confirmed.due > '2099-12-02').toBe(true)
  forgetEverything()
  const mine = async (requestId: string) =>
    (await resident.channels.myRequests({ query: {} })).items.find((card) => card.id === requestId)?.booked
  expect(await mine(one.id)).toEqual({ slot: 'am', has: 'held', says: expect.stringContaining('11月30日 周') })
  expect(await mine(two.id)).toMatchObject({ has: 'waiting', says: expect.stringContaining('上午 9:00–10:00') })
  // Whoever moves up after a long wait has as many days of the officials as anybody.
  moveClock(20 * 24 * 3_600_000)
  resident = world.as((await world.signIn('resident', phones.resident)).accessToken)
  await withdraw(one.id)
  await world.system.settle()
  const up = await look(two.id)
  expect(up).toMatchObject({ state: 'submitted', booking: { has: 'held' } })
  expect(up.due > now()).toBe(true)
  expect(up.steps.at(-1)?.note).toContain('11月30日 周')
  resetClock()
  resident = world.as((await world.signIn('resident', phones.resident)).accessToken)
})

test('one person has one booking at a time where one is all they may have', async () => {
  const { id } = await published(content({ slots: [morning], waiting: 3, perPerson: 1 }))
  const one = await book(id, 'am')
  await expect(book(id, 'am')).rejects.toMatchObject({ code: 'booked-already' })
  await withdraw(one.id)
  expect(await book(id, 'am')).toMatchObject({ state: 'confirmed' })
  // Two at the same moment pass the first look; the table keeps one.
  const other = await published(content({ slots: [morning], waiting: 3, perPerson: 1 }))
  const both = await Promise.all([book(other.id, 'am'), book(other.id, 'am')].map((one) => one.catch(() => undefined)))
  await world.system.settle()
  const now = await Promise.all(both.filter((made) => made !== undefined).map((made) => look(made.id)))
  expect(now.filter(({ booking }) => booking?.has === 'held')).toHaveLength(1)
  expect(await wrongSlots()).toEqual([])
})

test('the same people are not booked into the same time twice, other people are; who left may come again', async () => {
  const { id } = await published(content({ slots: [{ ...morning, capacity: 9 }, afternoon], waiting: 3 }))
  const for_ = (whom: string, slot = 'am') => book(id, slot, mintRequestId(), 1, whom)
  const one = await for_('李秋白')
  await expect(for_('李秋白')).rejects.toMatchObject({
    code: 'booked-already',
    document: { detail: expect.stringContaining('上午 9:00–10:00') },
  })
  expect((await itemsOf('request')).filter(({ channelId }) => channelId === id)).toHaveLength(1)
  expect(await for_('李冬青')).toMatchObject({ state: 'confirmed' })
  // Another time is another matter, but not changed into the one they have.
  const other = await for_('李秋白', 'pm')
  expect(other.state).toBe('confirmed')
  const into = resident.channels.rebook({ params: { requestId: other.id }, body: { key: mintStepKey(), slot: 'am' } })
  await expect(into).rejects.toMatchObject({
    code: 'booked-already',
    document: { detail: expect.stringContaining('您原来约的还在') },
  })
  expect((await look(other.id)).booking).toMatchObject({ slot: 'pm', has: 'held' })
  await withdraw(one.id)
  expect(await for_('李秋白')).toMatchObject({ state: 'confirmed' })
  // Two at the same moment pass the first look; the table keeps one.
  const both = await Promise.all([for_('李寒露'), for_('李寒露')].map((made) => made.catch(() => undefined)))
  await world.system.settle()
  const after = await Promise.all(both.filter((made) => made !== undefined).map((made) => look(made.id)))
  expect(after.filter(({ booking }) => booking?.has === 'held')).toHaveLength(1)
  expect(await wrongSlots()).toEqual([])
})

test('whoever opens a service reads what they asked for there and is under way, until it is over', async () => {
  const { id } = await published(content({ slots: [morning], waiting: 3 }))
  const running = async () => (await resident.channels.service({ params: { channelId: id }, query: {} })).running
  expect(await running()).toBeUndefined()
  const one = await book(id, 'am')
  expect(await running()).toEqual([{ id: one.id, number: one.number, state: 'confirmed' }])
  await withdraw(one.id)
  expect(await running()).toBeUndefined()
})

test('what cannot be booked is refused before anything is saved, in words that say what is kept', async () => {
  const past = { id: 'old', day: '2020-01-01', from: '09:00', capacity: 1 }
  const { id } = await published(content({ slots: [past, { ...afternoon }], waiting: 0 }))
  const plain = { params: { channelId: id, requestId: mintRequestId() } }
  const body = { version: 1, home: await home(), answers: {}, notify: false }
  await expect(resident.channels.submit({ ...plain, body })).rejects.toMatchObject({ code: 'slot-needed' })
  for (const slot of ['old', 'nosuch'])
    await expect(book(id, slot)).rejects.toMatchObject({
      code: 'slot-gone',
      document: { detail: expect.stringContaining('填写的内容还在') },
    })
  await book(id, 'pm')
  forgetEverything()
  await expect(book(id, 'pm')).rejects.toMatchObject({ code: 'slot-full' })
  expect((await itemsOf('request')).filter(({ channelId }) => channelId === id)).toHaveLength(1)
})

test('more places than before go to those who wait, in their order', async () => {
  const what = content({ slots: [{ ...morning, capacity: 1 }], waiting: 5 })
  const open = await published(what)
  const made = [
    await book(open.id, 'am'),
    await book(open.id, 'am'),
    await book(open.id, 'am'),
    await book(open.id, 'am'),
  ]
  const params = { channelId: open.id }
  const more = content({ slots: [{ ...morning, capacity: 3 }], waiting: 5 })
  const revised = await worker.channels.revise({ params, body: { edition: open.edition, content: more } })
  await worker.channels.publish({ params, body: { edition: revised.edition, reach: [world.places.north] } })
  await world.system.settle()
  expect((await Promise.all(made.map(({ id }) => look(id)))).map(({ state }) => state)).toEqual([
    'confirmed',
    'confirmed',
    'confirmed',
    'queued',
  ])
  expect(await wrongSlots()).toEqual([])
})

/** Writes that decide about places: of requests, which carry the count of their slot, and of who asks for a place. */
const decides = (input: unknown): boolean => /"_e":"(request|slotAsk)"/.test(JSON.stringify(input))

/** One in so many of these goes wrong, in turn: throttled, timed out after it took place, met by another transaction. */
function disturb(every: number): () => number {
  let [writes, broken] = [0, 0]
  intercept(async (_command, input, next) => {
    if (!decides(input)) return next()
    writes += 1
    if (writes % every !== 0) return next()
    broken += 1
    if (broken % 3 === 0) throw throttling()
    if (broken % 3 === 1) throw conflict()
    await next()
    throw timeout()
  })
  return () => broken
}

/** How many come at once, for how many places; 500 of them are a matter of minutes. */
const crowd = Number(process.env.ZMHT_CROWD ?? 50)
const placesForCrowd = crowd / 10
const left = Math.floor(crowd / 25)

/** What failed five times while the table was difficult is put back by whoever looks after it, once it is well. */
async function putBack(): Promise<void> {
  for (const slice of new Set(world.system.queues.deadLetters.map((one) => one.slice)))
    world.system.queues.replay(slice)
  await world.system.settle()
  expect(world.system.queues.deadLetters).toEqual([])
}

test('ten times as many at once as there are places: each place is given once, the others wait in order, none is lost or doubled, whatever goes wrong', async () => {
  const { id } = await published(content({ slots: [{ ...morning, capacity: placesForCrowd }], waiting: 900 }))
  const requestIds = Array.from({ length: crowd }, mintRequestId)
  const placed = await home()
  // Each of them somebody else: nobody asks for so much alone.
  const people = new Map((await residentsAt(crowd, [placed])).map((token, at) => [requestIds[at], world.as(token)]))
  const of = (requestId: string): Api => people.get(requestId) ?? resident
  const submit = (requestId: string) =>
    of(requestId).channels.submit({
      params: { channelId: id, requestId },
      body: {
        version: 1,
        home: placed,
        answers: { applicant: [{ values: {} }], visit: [{ values: {} }] },
        slot: 'am',
        notify: false,
      },
    })
  const broken = disturb(7)
  let refused = 0
  // A phone sends again what was not answered.
  const untilTaken = async (requestId: string) => {
    for (;;) {
      try {
        return await submit(requestId)
      } catch (error) {
        expect(error).toMatchObject({ code: 'unavailable' })
        refused += 1
      }
    }
  }
  const began = Date.now()
  const seconds = () => ((Date.now() - began) / 1000).toFixed(1)
  const replies = await Promise.all(requestIds.map(untilTaken))
  const answered = seconds()
  await world.system.settle()
  healTable()
  await putBack()
  expect(broken()).toBeGreaterThan(crowd / 10)
  const stored = async () => {
    const requests = (await itemsOf('request')).filter(({ channelId }) => channelId === id)
    const count = (state: string) => requests.filter((one) => one.state === state).length
    return { all: requests.length, confirmed: count('confirmed'), queued: count('queued') }
  }
  const atOnce = replies.filter(({ state }) => state !== 'submitted').length
  process.stdout.write(
    `bookings: ${crowd} at once, ${placesForCrowd} places: ${JSON.stringify(await stored())}, ${atOnce} answered at once, ${broken()} writes broken, ${refused} sent again; answered after ${answered} s, settled after ${seconds()} s\n`,
  )
  expect(await stored()).toEqual({ all: crowd, confirmed: placesForCrowd, queued: crowd - placesForCrowd })
  expect(await wrongSlots()).toEqual([])
  const waiters = async () =>
    (await itemsOf('waiter'))
      .filter(({ channelId }) => channelId === id)
      .sort((one, other) => String(one.ticket).localeCompare(String(other.ticket)))
      .map(({ ticket, requestId }) => ({ ticket: Number(ticket), requestId: String(requestId) }))
  const line = await waiters()
  expect(line.map(({ ticket }) => ticket)).toEqual(
    Array.from({ length: crowd - placesForCrowd }, (_, index) => index + 1),
  )

  // Some with a place and as many who wait leave at once, while the table goes on being difficult.
  const held = requestIds.filter((one) => !line.some(({ requestId }) => requestId === one))
  const leaving = [...held.slice(0, left), ...line.slice(5, 5 + left).map(({ requestId }) => requestId)]
  disturb(5)
  await Promise.all(
    leaving.map(async (requestId) => {
      const key = mintStepKey()
      for (;;) {
        try {
          return await withdraw(requestId, key, of(requestId))
        } catch (error) {
          expect(error).toMatchObject({ code: expect.stringMatching(/^(unavailable|changed)$/) })
        }
      }
    }),
  )
  await world.system.settle()
  healTable()
  await putBack()
  process.stdout.write(`bookings: ${leaving.length} withdrawals settled after ${seconds()} s\n`)
  await replayStream(world)
  process.stdout.write(`bookings: the whole stream replayed after ${seconds()} s\n`)
  moveClock(60_000)
  const staying = line.filter(({ requestId }) => !leaving.includes(requestId))
  expect(await stored()).toEqual({ all: crowd, confirmed: placesForCrowd, queued: crowd - placesForCrowd - 2 * left })
  expect((await waiters()).map(({ requestId }) => requestId)).toEqual(
    staying.slice(left).map(({ requestId }) => requestId),
  )
  const up = await Promise.all(staying.slice(0, left).map(({ requestId }) => look(requestId, of(requestId))))
  expect(new Set(up.map(({ state, booking }) => `${state} ${booking?.has}`))).toEqual(new Set(['confirmed held']))
  // A redelivered record moves nobody twice.
  expect(up.map(({ steps }) => steps.filter(({ action }) => action === 'seat').length)).toEqual(up.map(() => 1))
  expect(await wrongSlots()).toEqual([])
  expect(world.system.queues.deadLetters).toEqual([])
}, 900_000)
