import { type Api, mintChannelId, mintStepKey } from '@zmht/shared/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { officialPhones } from '../people'
import { aWorld, checkUp, filledIn, phones, type World } from '../world'

let world: World
let worker: Api
let neighbourWorker: Api
let resident: Api

beforeAll(async () => {
  world = await aWorld()
  const official = await officialPhones()
  worker = world.as((await world.signIn('gov', official.worker)).accessToken)
  neighbourWorker = world.as((await world.signIn('gov', official.neighbourWorker)).accessToken)
  resident = world.as((await world.signIn('resident', phones.resident)).accessToken)
})
afterAll(() => world.stop())

async function aRequest(publicAfter: 'answers' | 'numbers') {
  const params = { channelId: mintChannelId() }
  const { edition } = await worker.channels.create({ params, body: { ...checkUp(), publicAfter } })
  await worker.channels.publish({ params, body: { edition, reach: [world.places.north] } })
  const { service, answers, requestId } = await filledIn(resident, params.channelId)
  await resident.channels.submit({
    params: { ...params, requestId },
    body: { version: service.version, home: service.home, answers, notify: false },
  })
  await world.workOff()
  return { ...params, requestId, answers }
}

async function closed(requestId: string) {
  const params = { requestId }
  await worker.channels.step({ params, body: { action: 'claim', key: mintStepKey() } })
  await worker.channels.step({ params, body: { action: 'close', key: mintStepKey(), note: '周三上午可以来' } })
  await world.workOff()
}

const words = { question: '体检要带什么', answer: '带身份证，空腹来。' }
const listed = async (channelId: string) =>
  (await resident.channels.publicAnswers({ params: { channelId }, query: {} })).items

test('an answer is made public in words of its own, changed under its edition, and taken back', async () => {
  const { channelId, requestId } = await aRequest('answers')
  const params = { requestId }
  const put = (edition: number, body = words) => worker.channels.publishAnswer({ params, body: { ...body, edition } })
  // Before it is closed there is nothing to publish.
  expect(await worker.channels.keptAnswer({ params })).toEqual({ may: false })
  await expect(put(0)).rejects.toMatchObject({ code: 'step-not-allowed' })
  await closed(requestId)
  expect(await worker.channels.keptAnswer({ params })).toEqual({ may: true })
  expect((await put(0)).kept).toMatchObject({ ...words, state: 'shown', edition: 1 })
  // Sent again it is the same.
  expect((await put(0)).kept).toMatchObject({ edition: 1 })
  await world.workOff()
  expect(await listed(channelId)).toMatchObject([{ ...words, id: requestId }])
  await expect(put(0, { ...words, answer: '不用空腹' })).rejects.toMatchObject({ code: 'changed' })
  expect((await put(1, { ...words, answer: '不用空腹' })).kept).toMatchObject({ answer: '不用空腹', edition: 2 })
  expect((await worker.channels.withdrawAnswer({ params })).kept).toMatchObject({ withdrawn: true })
  expect(await listed(channelId)).toEqual([])
  // Nobody else may.
  await expect(neighbourWorker.channels.keptAnswer({ params })).rejects.toMatchObject({ code: 'outside-territory' })
})

test('what a resident filled in of people is not repeated to others, nor a number somebody is known by', async () => {
  const { requestId } = await aRequest('answers')
  await closed(requestId)
  const request = await worker.channels.request({ params: { requestId } })
  const say = (answer: string) =>
    worker.channels.publishAnswer({ params: { requestId }, body: { question: '体检要带什么', answer, edition: 0 } })
  for (const telling of [`${request.who}可以来`, '请打 13800138000', '证件 110101195001011234'])
    await expect(say(telling)).rejects.toMatchObject({ code: 'names-somebody' })
  expect((await say('请打 010-64720000')).kept?.edition).toBe(1)
})

test('a service that publishes numbers alone publishes no answer', async () => {
  const { channelId, requestId } = await aRequest('numbers')
  await closed(requestId)
  expect(await worker.channels.keptAnswer({ params: { requestId } })).toEqual({ may: false })
  expect(await listed(channelId)).toEqual([])
})
