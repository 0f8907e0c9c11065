import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { officialPhones } from '../people'
import { aWorld, filledIn, phones, publishCheckUp, type World } from '../world'

let world: World
let officials: Awaited<ReturnType<typeof officialPhones>>
let channel: { id: string; version: number }
let login = 0

beforeAll(async () => {
  world = await aWorld()
  officials = await officialPhones()
  const worker = world.as((await world.signIn('gov', officials.worker)).accessToken)
  channel = await publishCheckUp(worker, [world.places.north])
})
afterEach(async () => {
  const { resetClock } = await import('../../functions/platform/clock')
  resetClock()
})
afterAll(() => world.stop())

/** WeChat's codes are good for one use. */
const loginCode = () => `login-zhoujingzhe-${++login}`
const phoneCode = (phone: string) => `phone-${phone}-${++login}`

async function inWechat() {
  const session = await world.as().permissions.signInByWechat({
    body: { app: 'resident', code: loginCode(), phoneCode: phoneCode(phones.resident) },
  })
  return { session, api: world.as(session.accessToken) }
}

async function submitted(notify: boolean, note: string) {
  const { api } = await inWechat()
  const { service, answers, requestId } = await filledIn(api, channel.id, {
    applicant: { consent: true },
    elder: { elderDiseases: ['02'], elderMobility: '1' },
    visit: { preferredDate: '2026-12-10', preferredPeriod: '1', note },
  })
  await api.channels.submit({
    params: { channelId: channel.id, requestId },
    body: { version: service.version, home: service.home, answers, notify },
  })
  await world.system.settle()
  return { api, requestId }
}

const sentMessages = async () => {
  const answer = await fetch(`${world.wechat.url}/stand-in/messages`)
  return (await answer.json()) as { page: string }[] // the stand-in's outbox
}

test('WeChat and the phone lead to the same account, and WeChat alone does from then on', async () => {
  const { session } = await inWechat()
  expect(session.me).toMatchObject({ kind: 'resident', name: '周惊蛰' })
  const again = await world.as().permissions.signInByWechat({ body: { app: 'resident', code: loginCode() } })
  expect(again.me.id).toBe(session.me.id)
})

test('a code of WeChat that was used before signs nobody in', async () => {
  const code = loginCode()
  await world.as().permissions.signInByWechat({ body: { app: 'resident', code } })
  await expect(world.as().permissions.signInByWechat({ body: { app: 'resident', code } })).rejects.toMatchObject({
    code: 'unauthenticated',
  })
})

test('when WeChat is down the answer says so and names the other way', async () => {
  const failing = { path: '/sns/jscode2session', errcode: 0, times: 3 }
  await fetch(`${world.wechat.url}/stand-in/failures`, { method: 'POST', body: JSON.stringify(failing) })
  await expect(
    world.as().permissions.signInByWechat({ body: { app: 'resident', code: loginCode() } }),
  ).rejects.toMatchObject({ code: 'wechat-unavailable' })
})

test('a text WeChat refuses is withheld, and its author is told why', async () => {
  const { api, requestId } = await submitted(false, '这里有不良信息样例')
  const request = await api.channels.request({ params: { requestId } })
  expect(request.state).toBe('withheld')
  expect(request.steps.at(-1)).toMatchObject({ action: 'withhold', by: '系统' })
  const worker = world.as((await world.signIn('gov', officials.secretary)).accessToken)
  const work = await worker.tasks.work({ query: {} })
  expect(work.items.map((one) => one.requestId)).not.toContain(requestId)
})

test('a resident who asked for it gets one WeChat message when the request is confirmed, also when the stream is told twice', async () => {
  const { requestId } = await submitted(true, '请上午')
  const { moveClock } = await import('../../functions/platform/clock')
  // A sign-in code is sent once a minute: the clock goes on instead of the test waiting.
  moveClock(61_000)
  const worker = world.as((await world.signIn('gov', officials.worker)).accessToken)
  await worker.channels.step({ params: { requestId }, body: { action: 'confirm', key: `s${'k'.repeat(20)}` } })
  await world.system.settle()
  const { reactions } = await import('../../functions/channels/reactions')
  await reactions.request?.({
    id: 'again',
    entity: 'request',
    change: 'changed',
    group: `REQUEST#${requestId}`,
    at: new Date().toISOString(),
    carried: { id: requestId, state: 'confirmed', revision: 2 },
    before: { state: 'submitted' },
  })
  const mine = (await sentMessages()).filter(({ page }) => page.includes(requestId))
  expect(mine).toHaveLength(1)
})

test('when the promised days have passed the work is late, and the resident reads that the community was reminded', async () => {
  const { api: before, requestId } = await submitted(false, '请下午')
  const { due } = await before.channels.request({ params: { requestId } })
  const { moveClock } = await import('../../functions/platform/clock')
  const { minuteOf, saveSwept } = await import('../../functions/platform/due.store')
  const { sweep } = await import('../../functions/platform/sweep')
  moveClock(Date.parse(due) - Date.now() + 5 * 60_000)
  // Everything up to ten minutes before the deadline was swept in its time.
  await saveSwept(minuteOf(new Date(Date.parse(due) - 10 * 60_000).toISOString()))
  expect(await sweep()).toBeGreaterThan(0)
  expect(await sweep()).toBe(0)
  await world.system.settle()
  const worker = world.as((await world.signIn('gov', officials.worker)).accessToken)
  const work = await worker.tasks.work({ query: {} })
  expect(work.items.find((one) => one.requestId === requestId)).toMatchObject({ overdue: true })
  const { api } = await inWechat()
  const steps = (await api.channels.request({ params: { requestId } })).steps.filter(
    ({ action }) => action === 'overdue',
  )
  expect(steps).toHaveLength(1)
})
