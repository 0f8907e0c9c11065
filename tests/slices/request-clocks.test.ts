import {
  type Api,
  type ChannelContent,
  mintChannelId,
  mintStepKey,
  type OfficialStep,
  type RequestReply,
} from '@zmht/shared/contract'
import { endOfWorkingDay } from '@zmht/shared/rules'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { moveClock, nowMillis } from '../../functions/platform/clock'
import { minuteOf, saveSwept } from '../../functions/platform/due.store'
import { sweep } from '../../functions/platform/sweep'
import { officialPhones } from '../people'
import { aWorld, checkUp, filledIn, phones, type World } from '../world'

let world: World
let worker: Api
let subdistrict: Api
let district: Api
let housing: Api
let resident: Api

beforeAll(async () => {
  world = await aWorld()
  await signInAll()
})
afterAll(() => world.stop())

/** Again each time so much time has passed that everybody was signed out. */
async function signInAll() {
  const official = await officialPhones()
  const as = async (phone: string) => world.as((await world.signIn('gov', phone)).accessToken)
  worker = await as(official.worker)
  subdistrict = await as(official.subdistrict)
  district = await as(official.district)
  housing = await as(official.housing)
  resident = world.as((await world.signIn('resident', phones.resident)).accessToken)
}

async function asked(change: Partial<ChannelContent> = {}): Promise<string> {
  const params = { channelId: mintChannelId() }
  const { edition } = await worker.channels.create({ params, body: { ...checkUp(), ...change } })
  await worker.channels.publish({ params, body: { edition, reach: [world.places.north] } })
  const { service, answers, requestId } = await filledIn(resident, params.channelId)
  await resident.channels.submit({
    params: { ...params, requestId },
    body: { version: service.version, home: service.home, answers, notify: true },
  })
  await world.workOff()
  return requestId
}

type Without<T> = T extends unknown ? Omit<T, 'key'> : never
async function step(api: Api, requestId: string, one: Without<OfficialStep>): Promise<RequestReply> {
  const reply = await api.channels.step({
    params: { requestId },
    body: { ...one, key: mintStepKey() } as OfficialStep, // the key was all that was missing
  })
  await world.workOff()
  return reply
}

const see = (api: Api, requestId: string) => api.channels.request({ params: { requestId } })
const overseenBy = async (api: Api) =>
  (await api.channels.overseen({ query: {} })).items.map(({ id, part }) => ({ id, part }))
const actionsOf = ({ steps }: RequestReply) => steps.map(({ action }) => action)

/** Some minutes after an instant, with all that falls due until then done. */
async function passes(at: string): Promise<void> {
  moveClock(Date.parse(at) - nowMillis() + 5 * 60_000)
  await saveSwept(minuteOf(new Date(Date.parse(at) - 10 * 60_000).toISOString()))
  await sweep()
  await world.workOff()
  await signInAll()
}

async function organisationOf(api: Api): Promise<string> {
  const me = await api.permissions.me()
  const [post] = me.kind === 'official' ? me.posts : []
  if (post === undefined) throw new Error('an official holds a post')
  return post.organisation.id
}

test('a step has a deadline of its own; once it passed whoever has it is told, once', async () => {
  const requestId = await asked({ stepDays: { claim: 1, confirm: 2 }, promisedDays: 5 })
  const first = await see(worker, requestId)
  expect(first.stepDue).toMatchObject({ name: '接手', late: false })
  // What is promised to the resident is the whole.
  expect((await see(resident, requestId)).stepDue).toBeUndefined()
  const stepDue = first.stepDue?.due ?? ''
  await passes(stepDue)
  const late = await see(worker, requestId)
  expect(late.stepDue).toMatchObject({ late: true, due: stepDue })
  expect([late.overdue, actionsOf(late)]).toEqual([false, ['submit', 'remind']])
  await passes(stepDue)
  expect(actionsOf(await see(worker, requestId))).toEqual(['submit', 'remind'])
  // Taken up, the next step has its own days.
  const claimed = await step(worker, requestId, { action: 'claim' })
  expect(claimed.stepDue).toMatchObject({ name: '社区确认', late: false })
})

test('what is late is reported to a superior, then to the next; they urge it, and settle who does it', async () => {
  const requestId = await asked({ promisedDays: 1 })
  const { due } = await see(worker, requestId)
  expect(await overseenBy(subdistrict)).not.toContainEqual({ id: requestId, part: 'overseer' })
  await passes(due)
  await passes(endOfWorkingDay(due, 1))
  expect(await overseenBy(subdistrict)).toContainEqual({ id: requestId, part: 'overseer' })
  expect(await overseenBy(district)).not.toContainEqual({ id: requestId, part: 'overseer' })
  const reported = await see(subdistrict, requestId)
  expect(reported.overseers).toHaveLength(1)
  expect(reported.actions).toEqual(expect.arrayContaining(['supervise', 'assign']))
  expect(reported.actions).not.toContain('close')
  // The resident reads it too.
  expect(actionsOf(await see(resident, requestId))).toEqual(['submit', 'overdue', 'escalate'])

  const urged = await step(subdistrict, requestId, { action: 'supervise', note: '请今天联系居民' })
  expect(urged.steps.at(-1)).toMatchObject({ action: 'supervise', note: '请今天联系居民' })
  await expect(step(worker, requestId, { action: 'supervise', note: '请快一点' })).rejects.toMatchObject({
    code: 'step-not-allowed',
  })

  await passes(endOfWorkingDay(due, 3))
  expect(await overseenBy(district)).toContainEqual({ id: requestId, part: 'overseer' })
  const given = await step(district, requestId, {
    action: 'assign',
    note: '由住建委办理',
    to: await organisationOf(housing),
  })
  expect(given.desk?.name).toContain('住房')
  await step(housing, requestId, { action: 'claim' })
  await step(housing, requestId, { action: 'close', note: '已办好' })
  for (const api of [subdistrict, district])
    expect(await overseenBy(api)).not.toContainEqual({ id: requestId, part: 'overseer' })
})

test('what waits for the resident is not reported; what was not solved is seen by a superior', async () => {
  const requestId = await asked({ promisedDays: 1 })
  const { due } = await see(worker, requestId)
  await passes(due)
  await step(worker, requestId, { action: 'return', note: '请补充电话' })
  await passes(endOfWorkingDay(due, 1))
  expect(actionsOf(await see(worker, requestId))).not.toContain('escalate')
  await resident.channels.ownStep({ params: { requestId }, body: { action: 'add', key: mintStepKey(), note: '好' } })
  await step(worker, requestId, { action: 'claim' })
  await step(worker, requestId, { action: 'close', note: '已办好' })
  await resident.channels.ownStep({
    params: { requestId },
    body: { action: 'reopen', key: mintStepKey(), note: '还没有解决' },
  })
  await world.workOff()
  expect(await overseenBy(subdistrict)).toContainEqual({ id: requestId, part: 'overseer' })
})
