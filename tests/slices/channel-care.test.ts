import { type Api, type ChannelContent, mintChannelId, mintStepKey } from '@zmht/shared/contract'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { recountRequests } from '../../functions/channels/recount'
import { forgetEverything } from '../../functions/platform/cache'
import { moveClock, now, resetClock } from '../../functions/platform/clock'
import { officialPhones } from '../people'
import { aWorld, checkUp, filledIn, phones, type World } from '../world'

let world: World
let worker: Api
let neighbour: Api
let datong: Api
let resident: Api

beforeAll(async () => {
  world = await aWorld()
  const officials = await officialPhones()
  const signedIn = async (app: 'resident' | 'gov', phone: string) =>
    world.as((await world.signIn(app, phone)).accessToken)
  worker = await signedIn('gov', officials.worker)
  neighbour = await signedIn('gov', officials.neighbourWorker)
  datong = await signedIn('gov', officials.datongWorker)
  resident = await signedIn('resident', phones.resident)
})
afterEach(() => resetClock())
afterAll(() => world.stop())

async function published(more: Partial<ChannelContent> = {}) {
  const made = await worker.channels.create({ params: { channelId: mintChannelId() }, body: { ...checkUp(), ...more } })
  return worker.channels.publish({
    params: { channelId: made.id },
    body: { edition: made.edition, reach: [world.places.north] },
  })
}

const card = async (id: string) => (await resident.channels.services()).items.find((one) => one.id === id)

async function submit(channelId: string) {
  const { service, answers, requestId } = await filledIn(resident, channelId)
  return resident.channels.submit({
    params: { channelId, requestId },
    body: { version: service.version, home: service.home, answers, notify: false },
  })
}

test('a service is paused in one tap: residents see why and since when, what runs goes on, and it is taken up again', async () => {
  const open = await published()
  const params = { channelId: open.id }
  const running = await submit(open.id)
  const paused = await worker.channels.pause({ params, body: { edition: open.edition, reason: '医院设备检修' } })
  expect(paused).toMatchObject({ state: 'paused', changed: false, paused: { reason: '医院设备检修' } })
  // Sent again after no answer came.
  expect(await worker.channels.pause({ params, body: { edition: open.edition, reason: '医院设备检修' } })).toEqual(
    paused,
  )
  forgetEverything()
  expect(await card(open.id)).toMatchObject({ paused: { reason: '医院设备检修', since: paused.paused?.since } })
  expect(await resident.channels.service({ params, query: {} })).toMatchObject({ paused: { reason: '医院设备检修' } })
  await expect(submit(open.id)).rejects.toMatchObject({
    code: 'channel-paused',
    document: { detail: expect.stringMatching(/医院设备检修.*草稿/) },
  })
  await worker.channels.step({ params: { requestId: running.id }, body: { action: 'claim', key: mintStepKey() } })
  const again = await worker.channels.resume({ params, body: { edition: paused.edition } })
  expect(again).toMatchObject({ state: 'open', version: 1, changed: false })
  expect(again.paused).toBeUndefined()
  forgetEverything()
  expect((await card(open.id))?.paused).toBeUndefined()
  expect(await submit(open.id)).toMatchObject({ state: 'submitted' })
})

test('pausing puts no draft in force', async () => {
  const open = await published()
  const params = { channelId: open.id }
  const drafted = await worker.channels.revise({
    params,
    body: { edition: open.edition, content: { ...checkUp(), title: '还没有发布的名称' } },
  })
  const paused = await worker.channels.pause({ params, body: { edition: drafted.edition } })
  expect(paused).toMatchObject({ state: 'paused', changed: true })
  await worker.channels.resume({ params, body: { edition: paused.edition } })
  forgetEverything()
  expect((await card(open.id))?.title).toBe(checkUp().title)
})

const minute = 60_000
const at = (minutes: number) => new Date(Date.parse(now()) + minutes * minute).toISOString()

test('before and after its times a service is shown with them and takes nothing; it begins and ends by itself', async () => {
  const times = { from: at(1), until: at(3), hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00' }] }
  const open = await published({ times })
  expect(await card(open.id)).toMatchObject({ from: times.from, until: times.until })
  const early = { code: 'channel-not-in-time', document: { detail: expect.stringMatching(/开始.*草稿/) } }
  await expect(submit(open.id)).rejects.toMatchObject(early)
  moveClock(2 * minute)
  forgetEverything()
  const taken = await filledIn(resident, open.id)
  const submission = {
    params: { channelId: open.id, requestId: taken.requestId },
    body: { version: 1, home: taken.service.home, answers: taken.answers, notify: false },
  }
  expect(await resident.channels.submit(submission)).toMatchObject({ state: 'submitted' })
  moveClock(2 * minute)
  forgetEverything()
  await expect(submit(open.id)).rejects.toMatchObject({ code: 'channel-not-in-time' })
  // What was taken in time is taken, however late it is sent again.
  expect(await resident.channels.submit(submission)).toMatchObject({ id: taken.requestId })
})

test('what is set wrong keeps a service from being published, in words that say what', async () => {
  const made = await worker.channels.create({
    params: { channelId: mintChannelId() },
    body: {
      ...checkUp(),
      times: { from: at(3), until: at(1) },
      stepDays: { confirm: 9 },
      booking: { slots: [{ id: 'a', day: '2099-01-01', from: '10:00', until: '09:00', capacity: 1 }], waiting: 0 },
    },
  })
  expect(made.problems.map(({ message }) => message)).toEqual([
    '第 1 个时间的结束要晚于开始',
    '结束时间要晚于开始时间',
    '社区确认的期限 9 天，比承诺的 3 个工作日还长',
  ])
  await expect(
    worker.channels.publish({
      params: { channelId: made.id },
      body: { edition: made.edition, reach: [world.places.north] },
    }),
  ).rejects.toMatchObject({ code: 'form-broken' })
})

test('a service is copied by whoever may read it, and by others of the city once it is shared', async () => {
  const open = await published({ documents: { bring: ['身份证'], gives: '体检报告' } })
  const params = { channelId: open.id }
  const own = mintChannelId()
  const copy = await worker.channels.clone({ params, body: { id: own } })
  expect(copy).toMatchObject({ id: own, state: 'draft', title: open.title, documents: open.documents, reach: [] })
  expect(copy.from).toEqual({ id: open.id, organisation: open.organisation.name })
  expect(await worker.channels.clone({ params, body: { id: own } })).toEqual(copy)
  const theirs = { params, body: { id: mintChannelId() } }
  await expect(neighbour.channels.clone(theirs)).rejects.toMatchObject({ code: 'not-found' })
  const revised = await worker.channels.revise({
    params,
    body: { edition: open.edition, content: { ...checkUp(), shared: true } },
  })
  const listed = async (api: Api) =>
    (await api.channels.sharedChannels({ query: {} })).items.some(({ id }) => id === open.id)
  expect(await listed(neighbour)).toBe(false)
  const shared = await worker.channels.publish({
    params,
    body: { edition: revised.edition, reach: [world.places.north] },
  })
  expect([await listed(neighbour), await listed(datong), await listed(worker)]).toEqual([true, false, false])
  const taken = await neighbour.channels.clone(theirs)
  expect(taken).toMatchObject({ state: 'draft', from: { organisation: open.organisation.name } })
  expect(taken.organisation.id).not.toBe(open.organisation.id)
  expect(taken.shared).toBeUndefined()
  await expect(datong.channels.clone({ params, body: { id: mintChannelId() } })).rejects.toMatchObject({
    code: 'not-found',
  })
  await worker.channels.close({ params, body: { edition: shared.edition } })
  expect(await listed(neighbour)).toBe(false)
})

test('how many were closed and how long it usually takes is public where the service says so, and equals a recount', async () => {
  const open = await published({ publicAfter: 'numbers' })
  const quiet = await published()
  const params = { channelId: open.id }
  const done = await submit(open.id)
  await submit(open.id)
  await worker.channels.step({ params: { requestId: done.id }, body: { action: 'claim', key: mintStepKey() } })
  await worker.channels.step({
    params: { requestId: done.id },
    body: { action: 'close', key: mintStepKey(), note: '已安排' },
  })
  await resident.channels.ownStep({
    params: { requestId: done.id },
    body: { action: 'rate', key: mintStepKey(), stars: 5 },
  })
  await world.system.settle()
  forgetEverything()
  const shown = await resident.channels.service({ params, query: {} })
  expect(shown.numbers).toEqual({ closed: 1, usual: '不到 1 分钟' })
  expect((await resident.channels.service({ params: { channelId: quiet.id }, query: {} })).numbers).toBeUndefined()
  for await (const { measure, drift } of recountRequests()) expect({ measure, drift }).toEqual({ measure, drift: 0 })
})
