import { type Api, mintChannelId, mintRequestId, mintStepKey } from '@zmht/shared/contract'
import { mostADay } from '@zmht/shared/rules'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { moveClock } from '../../functions/platform/clock'
import { officialPhones } from '../people'
import { aWorld, checkUp, filledIn, phones, type World } from '../world'

let world: World
let resident: Api
let channelId: string

const signIn = async () => {
  resident = world.as((await world.signIn('resident', phones.resident)).accessToken)
}

beforeAll(async () => {
  world = await aWorld()
  await signIn()
  const worker = world.as((await world.signIn('gov', (await officialPhones()).worker)).accessToken)
  const params = { channelId: mintChannelId() }
  const { edition } = await worker.channels.create({ params, body: checkUp() })
  await worker.channels.publish({ params, body: { edition, reach: [world.places.north] } })
  channelId = params.channelId
})
afterAll(() => world.stop())

async function ask(requestId = mintRequestId()): Promise<string> {
  const { service, answers } = await filledIn(resident, channelId)
  await resident.channels.submit({
    params: { channelId, requestId },
    body: { version: service.version, home: service.home, answers, notify: false },
  })
  return requestId
}

test('of one service nobody asks without end on a day; sent again it is the same, and the next day it goes on', async () => {
  const ids: string[] = []
  for (let asked = 0; asked < mostADay.request.alike; asked++) ids.push(await ask())
  await expect(ask()).rejects.toMatchObject({ code: 'enough-today' })
  // What arrived before arrives again.
  const [first = ''] = ids
  expect(await ask(first)).toBe(first)
  const listed = await resident.channels.myRequests({ query: {} })
  expect(listed.items).toHaveLength(mostADay.request.alike)
  moveClock(24 * 3600 * 1000)
  await signIn()
  expect(await ask()).toBeTruthy()
})

test('a request is added to only so often on a day; withdrawing it is always possible', async () => {
  const requestId = await ask()
  await world.workOff()
  const params = { requestId }
  const add = (key = mintStepKey()) =>
    resident.channels.ownStep({ params, body: { action: 'add', key, note: '补充一句' } })
  const key = mintStepKey()
  await add(key)
  for (let added = 1; added < mostADay.step.alike; added++) await add()
  await expect(add()).rejects.toMatchObject({ code: 'enough-today' })
  expect((await add(key)).steps.filter(({ action }) => action === 'add')).toHaveLength(mostADay.step.alike)
  const withdrawn = await resident.channels.ownStep({ params, body: { action: 'withdraw', key: mintStepKey() } })
  expect(withdrawn.state).toBe('withdrawn')
})
