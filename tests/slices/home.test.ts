import { type Api, mintChannelId, mintStepKey, mintTaskId } from '@zmht/shared/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forgetEverything } from '../../functions/platform/cache'
import { dayInChina, later, now } from '../../functions/platform/clock'
import { metered } from '../../functions/platform/table/client'
import { officialPhones } from '../people'
import { codeOf } from '../refusal'
import { replayStream } from '../replay'
import { communityTask } from '../tasks'
import { aWorld, checkUp, filledIn, phones, type World } from '../world'

let world: World
let worker: Api
let neighbour: Api
let subdistrict: Api
let city: Api
let resident: Api

beforeAll(async () => {
  world = await aWorld()
  const official = await officialPhones()
  const as = async (phone: string) => world.as((await world.signIn('gov', phone)).accessToken)
  worker = await as(official.worker)
  neighbour = await as(official.neighbourWorker)
  subdistrict = await as(official.subdistrict)
  city = await as(official.city)
  resident = world.as((await world.signIn('resident', phones.resident)).accessToken)
})
afterAll(() => world.stop())

async function submitted(): Promise<string> {
  const params = { channelId: mintChannelId() }
  const { edition } = await worker.channels.create({ params, body: checkUp() })
  await worker.channels.publish({ params, body: { edition, reach: [world.places.north] } })
  const { service, answers, requestId } = await filledIn(resident, params.channelId)
  await resident.channels.submit({
    params: { ...params, requestId },
    body: { version: service.version, home: service.home, answers, notify: false },
  })
  await world.workOff()
  return requestId
}

async function dispatched(title: string): Promise<string> {
  const params = { taskId: mintTaskId() }
  const content = { ...communityTask(), title }
  await subdistrict.tasks.saveTask({ params, body: { content, within: [world.places.north], edition: 0 } })
  await subdistrict.tasks.changeTask({ params, body: { action: 'dispatch', edition: 1 } })
  await world.workOff()
  forgetEverything()
  return params.taskId
}

const newsOf = async (api: Api) => (await api.overview.home()).news.items
const keysOf = async (api: Api) => (await newsOf(api)).map(({ key }) => key)

describe('what is new', () => {
  test('a request that came in and a task that came down; opened they are not new, nor to a colleague elsewhere ever', async () => {
    const requestId = await submitted()
    const taskId = await dispatched('入冬燃气排查')
    const keys = await keysOf(worker)
    expect(keys).toContain(`request/${requestId}`)
    expect(keys).toContain(`task/${taskId}`)
    expect((await newsOf(worker)).find(({ id }) => id === taskId)).toMatchObject({
      kind: 'task',
      title: '入冬燃气排查',
    })
    for (const other of [neighbour, city]) {
      expect(await keysOf(other)).not.toContain(`request/${requestId}`)
      expect(await keysOf(other)).not.toContain(`task/${taskId}`)
    }
    // Who sent it out is not told of it.
    expect(await keysOf(subdistrict)).not.toContain(`task/${taskId}`)

    await worker.overview.seeNews({ body: { keys: [`request/${requestId}`] } })
    expect(await keysOf(worker)).not.toContain(`request/${requestId}`)
    expect(await keysOf(worker)).toContain(`task/${taskId}`)
    await worker.overview.seeNews({ body: { keys: [], until: now() } })
    expect(await keysOf(worker)).toEqual([])
  })

  test('an errand that came back is new to who has the request', async () => {
    const requestId = await submitted()
    await worker.channels.step({ params: { requestId }, body: { action: 'claim', key: mintStepKey() } })
    await world.workOff()
    await worker.overview.seeNews({ body: { keys: [], until: now() } })
    const body = {
      key: mintStepKey(),
      task: mintTaskId(),
      what: '上门看看',
      due: dayInChina(later(now(), 24 * 3600_000)),
    }
    await worker.channels.handOut({ params: { requestId }, body })
    await world.workOff()
    expect(await keysOf(worker)).not.toContain(`errand/${requestId}`)
    const [errand] = (await worker.channels.errands({ params: { requestId } })).items
    await worker.tasks.moveItem({
      params: { itemId: errand?.id ?? '' },
      body: { key: mintStepKey(), action: 'give-back', note: '没有人在家' },
    })
    await world.workOff()
    expect(await keysOf(worker)).toContain(`errand/${requestId}`)
  })

  test('told again, nothing that was opened is new', async () => {
    await worker.overview.seeNews({ body: { keys: [], until: now() } })
    await replayStream(world)
    expect(await keysOf(worker)).toEqual([])
  })
})

describe('what waits', () => {
  test('stands with the working time that is left, the late ones first', async () => {
    const requestId = await submitted()
    const { waiting } = await worker.overview.home()
    const one = waiting?.items.find(({ id }) => id === requestId)
    expect(one).toMatchObject({ kind: 'request', overdue: false })
    expect(one?.left).toBeGreaterThan(0)
    const dues = waiting?.items.map(({ due }) => due) ?? []
    expect(dues).toEqual([...dues].sort())
    expect((await neighbour.overview.home()).waiting?.items.map(({ id }) => id)).not.toContain(requestId)
  })

  test('whoever has nothing to do with requests is not told of any', async () => {
    const home = await city.overview.home()
    expect(home.undecided).toBeUndefined()
    expect(home.waiting?.items ?? []).toEqual([])
  })
})

test('a home page costs few read units', async () => {
  await worker.overview.home()
  forgetEverything()
  const cold = (await metered(() => worker.overview.home())).used.readUnits
  const warm = (await metered(() => worker.overview.home())).used.readUnits
  console.log({ cold, warm })
  expect(warm).toBeLessThanOrEqual(25)
  expect(cold).toBeLessThanOrEqual(60)
})

describe('the page is arranged', () => {
  const organisationOf = async (api: Api) => {
    const me = await api.permissions.me()
    return (me.kind === 'official' ? me.posts[0]?.organisation.id : undefined) ?? ''
  }

  test('by the organisation for each role of its posts, and seen by who holds one', async () => {
    const organisationId = await organisationOf(worker)
    const { items } = await worker.overview.rolePages({ params: { organisationId } })
    const role = items.find(({ role: one }) => one === 'service-worker')
    expect(role).toMatchObject({ name: '服务办理', isDefault: true })
    for (const { role: one } of items)
      await worker.overview.arrangeRole({
        params: { organisationId, role: one },
        body: { sections: ['tools', 'waiting'], tools: ['places'] },
      })
    expect((await worker.overview.home()).arrangement).toEqual({ sections: ['tools', 'waiting'], tools: ['places'] })
    expect((await neighbour.overview.home()).arrangement.sections[0]).toBe('news')
  })

  test('by nobody else, and for no role the organisation does not have', async () => {
    const organisationId = await organisationOf(worker)
    const body = { sections: ['news' as const], tools: [] }
    const params = { organisationId, role: 'service-worker' }
    expect(await codeOf(neighbour.overview.arrangeRole({ params, body }))).toBe('forbidden')
    expect(await codeOf(neighbour.overview.rolePages({ params: { organisationId } }))).toBe('forbidden')
    expect(await codeOf(worker.overview.arrangeRole({ params: { organisationId, role: 'auditor' }, body }))).toBe(
      'not-found',
    )
  })

  test('by oneself: another order, something hidden, and back again', async () => {
    await worker.overview.arrangeMyHome({ body: { sections: ['waiting'], hidden: ['tools'] } })
    expect(await worker.overview.home()).toMatchObject({ isOwn: true, arrangement: { sections: ['waiting'] } })
    await worker.overview.arrangeMyHome({ body: { sections: [], hidden: [] } })
    expect(await worker.overview.home()).toMatchObject({
      isOwn: false,
      arrangement: { sections: ['tools', 'waiting'] },
    })
  })
})
