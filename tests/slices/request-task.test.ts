import {
  type Api,
  type ChannelContent,
  mintChannelId,
  mintStepKey,
  mintTaskId,
  type OfficialStep,
} from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { baseVersion, type EntityId } from '@zmht/shared/knowledge'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { childrenOf } from '../../functions/hierarchy/index'
import { dayInChina, later, now } from '../../functions/platform/clock'
import { aSentPhoto } from '../files'
import { officialPhones } from '../people'
import { codeOf } from '../refusal'
import { replayStream } from '../replay'
import { aWorld, checkUp, filledIn, phones, type World } from '../world'

let world: World
let worker: Api
let colleague: Api
let neighbour: Api
let resident: Api
/** A building of the community, where nobody’s home is. */
let gate: PlaceId

beforeAll(async () => {
  world = await aWorld()
  const official = await officialPhones()
  const as = async (phone: string) => world.as((await world.signIn('gov', phone)).accessToken)
  worker = await as(official.worker)
  colleague = await as(official.secretary)
  neighbour = await as(official.neighbourWorker)
  resident = world.as((await world.signIn('resident', phones.resident)).accessToken)
  const [compound] = await childrenOf(world.places.north)
  const [building] = compound === undefined ? [] : await childrenOf(compound.id)
  if (building === undefined) throw new Error('the community has a compound with buildings')
  gate = building.id
})
afterAll(() => world.stop())

/** A request of the resident that the worker has in hand. */
async function claimed(): Promise<string> {
  const params = { channelId: mintChannelId() }
  const { edition } = await worker.channels.create({ params, body: checkUp() })
  await worker.channels.publish({ params, body: { edition, reach: [world.places.north] } })
  const { service, answers, requestId } = await filledIn(resident, params.channelId)
  await resident.channels.submit({
    params: { ...params, requestId },
    body: { version: service.version, home: service.home, answers, notify: true },
  })
  await world.workOff()
  await step(worker, requestId, { action: 'claim' })
  return requestId
}

type Without<T> = T extends unknown ? Omit<T, 'key'> : never
async function step(api: Api, requestId: string, one: Without<OfficialStep>) {
  const reply = await api.channels.step({
    params: { requestId },
    body: { ...one, key: mintStepKey() } as OfficialStep, // the key was all that was missing
  })
  await world.workOff()
  return reply
}

const tomorrow = () => dayInChina(later(now(), 24 * 3600_000))
type HandingOut = Partial<Parameters<Api['channels']['handOut']>[0]['body']>
async function handOut(requestId: string, change: HandingOut = {}, api = worker) {
  const body = { key: mintStepKey(), task: mintTaskId(), what: '上门看看电梯', due: tomorrow(), ...change }
  const reply = await api.channels.handOut({ params: { requestId }, body })
  await world.workOff()
  return { reply, body }
}
const errandsOf = async (requestId: string, api = worker) =>
  (await api.channels.errands({ params: { requestId } })).items
const see = (api: Api, requestId: string) => api.channels.request({ params: { requestId } })
const actionsOf = async (requestId: string) => (await see(resident, requestId)).steps.map(({ action }) => action)
async function fillIn(api: Api, itemId: string, photo?: string, outcome = '1') {
  const { subject } = await api.tasks.item({ params: { itemId } })
  await api.tasks.answerItem({
    params: { itemId, key: mintStepKey() },
    body: {
      answers: {
        target: [
          {
            entity: subject as EntityId, // as it came
            values: {
              found: '换了门机皮带，现在能用',
              outcome,
              ...(photo === undefined ? {} : { photo: [photo] }),
            },
          },
        ],
      },
    },
  })

  await world.workOff()
}

test('what is handed out is a task of one item; what was found comes back, is read, and is answered with', async () => {
  const requestId = await claimed()
  const me = await colleague.permissions.me()
  const { items: takers, about } = await worker.channels.errandTakers({ params: { requestId }, query: {} })
  expect(takers.map(({ id }) => id)).toContain(me.id)
  expect(about).toHaveLength(1)
  const { reply, body } = await handOut(requestId)
  expect(reply).toMatchObject({ state: 'claimed', due: (await see(resident, requestId)).due })
  const [errand] = await errandsOf(requestId)
  expect(errand).toMatchObject({ taskId: body.task, what: '上门看看电梯', due: tomorrow(), state: 'open' })
  if (errand === undefined) throw new Error('it was handed out')
  const item = await colleague.tasks.item({ params: { itemId: errand.id } })
  expect(item).toMatchObject({ origin: { request: requestId, number: reply.number }, task: { basis: '上门看看电梯' } })
  // The resident reads that somebody goes, and nothing of what colleagues tell one another.
  const told = (await see(resident, requestId)).steps.at(-1)
  expect(told).toMatchObject({ action: 'hand-out' })
  expect(told?.note).not.toContain('电梯')
  expect(await codeOf(see(neighbour, requestId))).not.toBe('ok')
  expect(await codeOf(neighbour.channels.errands({ params: { requestId } }))).not.toBe('ok')

  const photo = await aSentPhoto(colleague)
  await fillIn(colleague, errand.id, photo)
  expect(await actionsOf(requestId)).toEqual(['submit', 'claim', 'hand-out', 'errand-done'])
  const [done] = await errandsOf(requestId)
  expect(done).toMatchObject({ state: 'done', outcome: { words: '换了门机皮带，现在能用', files: [{ id: photo }] } })
  expect(done?.outcome?.lines).toContainEqual({ label: '办好了吗', text: '办好了' })
  // Found by a colleague, it is opened with the request, and passed on with the answer.
  const opened = await worker.channels.file({ params: { fileId: photo }, query: { request: requestId } })
  expect((await fetch(opened.url)).status).toBe(200)
  expect(await codeOf(resident.channels.file({ params: { fileId: photo }, query: { request: requestId } }))).toBe(
    'not-found',
  )
  await step(worker, requestId, { action: 'confirm' })
  await step(worker, requestId, { action: 'close', note: '门机皮带换好了', files: [photo] })
  const shown = await resident.channels.file({ params: { fileId: photo }, query: { request: requestId } })
  expect((await fetch(shown.url)).status).toBe(200)
})

/** Tells of bikes at a place, in a service that is offered to the northern community. */
async function toldOf(where: PlaceId) {
  const params = { channelId: mintChannelId() }
  const { edition } = await worker.channels.create({ params, body: parkedBikes() })
  await worker.channels.publish({ params, body: { edition, reach: [world.places.north] } })
  const { service, answers, requestId } = await filledIn(resident, params.channelId, {
    applicant: {},
    matter: { where, what: '堵住了大门' },
  })
  await resident.channels.submit({
    params: { ...params, requestId },
    body: { version: service.version, home: service.home, answers, notify: false },
  })
  await world.workOff()
  await step(worker, requestId, { action: 'claim' })
  const { about } = await worker.channels.errandTakers({ params: { requestId }, query: {} })
  const [card] = (await worker.channels.requests({ params, query: {} })).items
  return { requestId, home: service.home, about: about.map(({ id }) => id), place: card?.place }
}

test('what happened somewhere is found, counted and done there, not where its author lives', async () => {
  const { requestId, about, place } = await toldOf(gate)
  expect({ about, place }).toEqual({ about: [gate], place: '花家地北里 1号楼' })
  await handOut(requestId)
  const [errand] = await errandsOf(requestId)
  expect((await worker.tasks.item({ params: { itemId: errand?.id ?? '' } })).subject).toBe(gate)
  expect(await actionsOf(requestId)).toContain('hand-out')
})

test('what happened where the service is not offered stays with its author, and one may go there', async () => {
  const [compound] = await childrenOf(world.places.west)
  if (compound === undefined) throw new Error('the neighbouring community has a compound')
  const { about, home, place } = await toldOf(compound.id)
  expect(about).toEqual([compound.id, home])
  expect(place).toBe('花家地北里 3号楼 2单元 501')
})

/** A form that asks where it happened, and whose it is in nothing else. */
const parkedBikes = (): ChannelContent => ({
  title: '乱停单车',
  summary: '单车挡了路，说一声',
  category: 'other',
  procedure: 'worker-confirms',
  promisedDays: 2,
  form: {
    knowledge: baseVersion,
    subjects: [
      { key: 'applicant', kind: 'person', name: '反映人', is: { by: 'actor' } },
      { key: 'matter', kind: 'event', name: '这件事', is: { by: 'submission' } },
    ],
    controls: [
      {
        id: 'where',
        kind: 'place',
        label: '在哪里',
        required: true,
        binding: { subject: 'matter', relation: 'at' },
      },
      {
        id: 'what',
        kind: 'long-text',
        label: '什么情况',
        required: true,
        binding: { subject: 'matter', attribute: 'event.detail' },
      },
    ],
  },
})

test('its task says in lists and on its page what is to be done, where, and for which request', async () => {
  const requestId = await claimed()
  const me = await colleague.permissions.me()
  const { reply, body } = await handOut(requestId, { official: me.id })
  const [errand] = await errandsOf(requestId)
  const mark = { item: errand?.id, request: requestId, number: reply.number, name: '501' }
  const task = await colleague.tasks.task({ params: { taskId: body.task } })
  expect(task.errand).toEqual({ ...mark, place: expect.stringContaining('花家地北里'), state: 'claimed' })
  const { items: cards } = await colleague.tasks.tasksAt({ query: {} })
  expect(cards.find(({ id }) => id === body.task)).toMatchObject({ title: '交办：上门看看电梯', errand: mark })
  const { items: held } = await colleague.tasks.heldItems({ query: {} })
  expect(held.find(({ id }) => id === errand?.id)).toMatchObject({ title: '交办：上门看看电梯', errand: true })
  const told = (await colleague.overview.home()).news.items.find(({ id }) => id === body.task)
  // What their own organisation hands out is no news to them.
  expect(told).toBeUndefined()
  await fillIn(colleague, errand?.id ?? '')
  expect((await colleague.tasks.task({ params: { taskId: body.task } })).errand?.state).toBe('done')
})

test('handed out twice under one key it is one; the whole stream told again makes nothing twice', async () => {
  const requestId = await claimed()
  const { body } = await handOut(requestId)
  await handOut(requestId, body)
  const [errand, ...others] = await errandsOf(requestId)
  expect(others).toEqual([])
  await fillIn(colleague, errand?.id ?? '')
  const before = await see(worker, requestId)
  await replayStream(world)
  expect((await see(worker, requestId)).steps).toEqual(before.steps)
  expect(await errandsOf(requestId)).toHaveLength(1)
  expect((await worker.tasks.items({ params: { taskId: body.task }, query: {} })).items).toHaveLength(1)
})

test('what cannot be done comes back with its reason, and can be handed out anew', async () => {
  const requestId = await claimed()
  await handOut(requestId)
  const [errand] = await errandsOf(requestId)
  const params = { itemId: errand?.id ?? '' }
  await colleague.tasks.moveItem({ params, body: { key: mintStepKey(), action: 'give-back', note: '家里没有人' } })
  await world.workOff()
  const seen = await see(resident, requestId)
  expect(seen.steps.at(-1)).toMatchObject({ action: 'errand-back', note: '家里没有人' })
  await handOut(requestId)
  expect((await errandsOf(requestId)).map(({ state }) => state)).toEqual(['open', 'unable'])
})

test('who went and could not finish it says so: it is not done, and is to be handed out again', async () => {
  const requestId = await claimed()
  await handOut(requestId)
  const [errand] = await errandsOf(requestId)
  await fillIn(colleague, errand?.id ?? '', undefined, '2')
  const seen = await see(resident, requestId)
  expect(seen.steps.at(-1)).toMatchObject({ action: 'errand-back', note: expect.stringContaining('还没有办好') })
  expect(seen.steps.some(({ action }) => action === 'errand-done')).toBe(false)
  expect((await handOut(requestId)).reply.state).toBe('claimed')
})

test('a resident who withdraws spares whoever would have gone: the item is struck off, and says why', async () => {
  const requestId = await claimed()
  await handOut(requestId)
  const [errand] = await errandsOf(requestId)
  await resident.channels.ownStep({ params: { requestId }, body: { key: mintStepKey(), action: 'withdraw' } })
  await world.workOff()
  await world.workOff()
  expect(await colleague.tasks.item({ params: { itemId: errand?.id ?? '' } })).toMatchObject({
    state: 'void',
    task: { state: 'ended' },
    note: '居民撤回了诉求，不用再去',
  })
  expect((await see(resident, requestId)).state).toBe('withdrawn')
})

test('is refused for a day that is over, for what the request does not speak of, to who could not do it, and beyond five', async () => {
  const requestId = await claimed()
  expect(await codeOf(handOut(requestId, { due: '2020-01-01' }))).toBe('invalid')
  expect(await codeOf(handOut(requestId, { about: world.places.west }))).toBe('not-found')
  const me = await neighbour.permissions.me()
  expect(await codeOf(handOut(requestId, { official: me.id }))).toBe('not-a-colleague')
  expect(await errandsOf(requestId)).toEqual([])
  for (let turn = 0; turn < 5; turn++) await handOut(requestId)
  expect(await codeOf(handOut(requestId))).toBe('too-many-errands')
  expect(await errandsOf(requestId)).toHaveLength(5)
})
