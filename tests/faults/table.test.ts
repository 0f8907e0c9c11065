import { mintChannelId, mintStepKey } from '@zmht/shared/contract'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { moveClock, resetClock } from '../../functions/platform/clock'
import { officialPhones } from '../people'
import { replayStream } from '../replay'
import { itemsOf } from '../table'
import { aWorld, checkUp, filledIn, phones, publishCheckUp, type World } from '../world'
import { breakWrites, type Fault, faults, healTable } from './faults'

let world: World
let worker: ReturnType<World['as']>
let secretary: ReturnType<World['as']>
let resident: ReturnType<World['as']>
let city: ReturnType<World['as']>
let channelId: string

beforeAll(async () => {
  world = await aWorld()
  const officials = await officialPhones()
  const signedIn = async (app: 'resident' | 'gov', phone: string) =>
    world.as((await world.signIn(app, phone)).accessToken)
  worker = await signedIn('gov', officials.worker)
  secretary = await signedIn('gov', officials.secretary)
  city = await signedIn('gov', officials.city)
  resident = await signedIn('resident', phones.resident)
})
beforeEach(async () => {
  channelId = (await publishCheckUp(worker, [world.places.north])).id
})
afterEach(() => {
  healTable()
  resetClock()
})
afterAll(() => world.stop())

async function aSubmission() {
  const { service, answers, requestId } = await filledIn(resident, channelId)
  return {
    params: { channelId, requestId },
    body: { version: service.version, home: service.home, answers, notify: false },
  }
}

async function aRequest(): Promise<string> {
  const submission = await aSubmission()
  await resident.channels.submit(submission)
  await world.system.settle()
  return submission.params.requestId
}

const unavailable = { code: 'unavailable', document: { status: 503, detail: expect.stringMatching(/\p{Script=Han}/u) } }
const tiers = ['110105026047', '110105026', '110105', '11']

/** One request, one set of entities, one piece of work, and a count of one at every tier. */
async function expectExactlyOnce(requestId: string): Promise<void> {
  const requests = (await itemsOf('request')).filter((one) => one.channelId === channelId)
  expect(requests.map(({ id }) => id)).toEqual([requestId])
  const patched = (await itemsOf('patch')).filter(({ sourceId }) => sourceId === requestId)
  const entities = patched.map(({ entityId }) => entityId)
  expect(entities).toHaveLength(new Set(entities).size)
  // The applicant, the mother and the visit.
  const graph = await itemsOf('entity')
  const kinds = graph.filter(({ id }) => entities.includes(id)).map(({ kind }) => kind)
  expect(kinds.sort()).toEqual(['event', 'person', 'person'])
  const names = graph.filter(({ kind, name }) => kind === 'person' && name === '孙大雪')
  expect(names).toHaveLength(1)
  expect((await itemsOf('work')).filter(({ id }) => id === requestId)).toHaveLength(1)
  for (const code of tiers) {
    const { total } = await city.channels.counts({ params: { channelId }, query: { place: idOfDivision(code) } })
    expect({ code, total }).toEqual({ code, total: 1 })
  }
}

describe('a submission', () => {
  test.each(faults)('that is %s is answered in Chinese, and sent again it is one request', async (fault) => {
    const submission = await aSubmission()
    const { broken } = breakWrites('request', fault)
    await expect(resident.channels.submit(submission)).rejects.toMatchObject(unavailable)
    expect(broken()).toBe(1)
    const reply = await resident.channels.submit(submission)
    expect(reply).toMatchObject({ id: submission.params.requestId, state: 'submitted', revision: 1 })
    await world.system.settle()
    await expectExactlyOnce(submission.params.requestId)
  })

  test('sent many times at once under one key is one request', async () => {
    const submission = await aSubmission()
    const replies = await Promise.all(Array.from({ length: 6 }, () => resident.channels.submit(submission)))
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
    await world.system.settle()
    await expectExactlyOnce(submission.params.requestId)
  })

  test('sent again ten minutes later, when the community has taken it in hand, changes nothing', async () => {
    const submission = await aSubmission()
    const { requestId } = submission.params
    const first = await resident.channels.submit(submission)
    await worker.channels.step({ params: { requestId }, body: { action: 'claim', key: mintStepKey() } })
    moveClock(600_000)
    const again = await resident.channels.submit(submission)
    expect(again).toMatchObject({ submittedAt: first.submittedAt, due: first.due, state: 'claimed', revision: 2 })
    await world.system.settle()
    await expectExactlyOnce(requestId)
  })

  test('sent twice, with the whole stream replayed twice, is one request, one set of entities and a count of one everywhere', async () => {
    const submission = await aSubmission()
    await resident.channels.submit(submission)
    await resident.channels.submit(submission)
    await world.system.settle()
    const work = await itemsOf('work')
    const entities = await itemsOf('entity')
    await replayStream(world)
    await replayStream(world)
    await expectExactlyOnce(submission.params.requestId)
    expect(await itemsOf('work')).toEqual(work)
    expect(await itemsOf('entity')).toEqual(entities)
  })
})

describe('a step of a request', () => {
  test.each(faults)('that is %s and sent again is one step', async (fault) => {
    const requestId = await aRequest()
    const claim = { params: { requestId }, body: { action: 'claim' as const, key: mintStepKey() } }
    breakWrites('step', fault)
    await expect(worker.channels.step(claim)).rejects.toMatchObject(unavailable)
    const reply = await worker.channels.step(claim)
    expect(reply).toMatchObject({ state: 'claimed', revision: 2 })
    expect(reply.steps.map(({ action }) => action)).toEqual(['submit', 'claim'])
    await world.system.settle()
    await expectExactlyOnce(requestId)
  })

  test('met by another transaction is taken without anybody noticing', async () => {
    const requestId = await aRequest()
    const { broken } = breakWrites('step', 'met by another transaction', { times: 3 })
    const reply = await worker.channels.step({ params: { requestId }, body: { action: 'claim', key: mintStepKey() } })
    expect(broken()).toBe(3)
    expect(reply).toMatchObject({ state: 'claimed', revision: 2 })
  })

  test('that two officials take at the same moment is taken by one, and the other is told so', async () => {
    const requestId = await aRequest()
    const outcomes = await Promise.allSettled(
      [worker, secretary].map((api) =>
        api.channels.step({ params: { requestId }, body: { action: 'claim', key: mintStepKey() } }),
      ),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'step-not-allowed' } })
    const { steps } = await resident.channels.request({ params: { requestId } })
    expect(steps.map(({ action }) => action)).toEqual(['submit', 'claim'])
  })
})

describe('a publication', () => {
  test.each(faults)('that is %s and sent again is one version, offered once', async (fault) => {
    const made = await worker.channels.create({ params: { channelId: mintChannelId() }, body: checkUp() })
    const publication = {
      params: { channelId: made.id },
      body: { edition: made.edition, reach: [world.places.north, world.places.north] },
    }
    breakWrites('channelVersion', fault)
    await expect(worker.channels.publish(publication)).rejects.toMatchObject(unavailable)
    const open = await worker.channels.publish(publication)
    expect(open).toMatchObject({ state: 'open', version: 1, edition: 2 })
    expect((await itemsOf('channelVersion')).filter((one) => one.channelId === made.id)).toHaveLength(1)
    expect((await itemsOf('offer')).filter(({ i }) => i === made.id)).toHaveLength(1)
  })

  test('is whole or not at all: throttled, nothing of it is seen', async () => {
    const made = await worker.channels.create({ params: { channelId: mintChannelId() }, body: checkUp() })
    breakWrites('offer', 'throttled')
    await expect(
      worker.channels.publish({
        params: { channelId: made.id },
        body: { edition: made.edition, reach: [world.places.north] },
      }),
    ).rejects.toMatchObject(unavailable)
    expect(await worker.channels.channel({ params: { channelId: made.id } })).toEqual(made)
    expect((await itemsOf('offer')).filter(({ i }) => i === made.id)).toEqual([])
  })
})

describe('what a submission says of people', () => {
  test.each<Fault>([...faults, 'met by another transaction'])(
    'reaches the ledgers once though each of its transactions is %s',
    async (fault) => {
      const submission = await aSubmission()
      const { broken } = breakWrites('patch', fault, { times: 3 })
      await resident.channels.submit(submission)
      await world.system.settle()
      expect(broken()).toBe(3)
      healTable()
      expect(world.system.queues.deadLetters).toEqual([])
      await expectExactlyOnce(submission.params.requestId)
    },
  )
})

describe('the counter', () => {
  test.each<[string, 'own' | 'child', Fault]>([
    ['before a place’s own numbers', 'own', 'throttled'],
    ['after a place’s own numbers', 'own', 'timed out after it took place'],
    ['between a place’s own numbers and the tiers above', 'child', 'throttled'],
    ['in the middle of the tiers above', 'child', 'timed out after it took place'],
  ])('that dies %s counts exactly once', async (_where, part, fault) => {
    const submission = await aSubmission()
    const { broken } = breakWrites('counter', fault, { times: 2, which: (item) => String(item.part).startsWith(part) })
    await resident.channels.submit(submission)
    await world.system.settle()
    expect(broken()).toBe(2)
    healTable()
    await expectExactlyOnce(submission.params.requestId)
  })
})

describe('a reaction that cannot succeed', () => {
  test('goes to the dead letters after five tries, the others go on, and put back it heals', async () => {
    const [stuck, fine] = [await aSubmission(), await aSubmission()]
    const { broken } = breakWrites('work', 'throttled', {
      times: Number.POSITIVE_INFINITY,
      which: ({ id }) => id === stuck.params.requestId,
    })
    await resident.channels.submit(stuck)
    await resident.channels.submit(fine)
    await world.system.settle()
    expect(broken()).toBe(5)
    const { deadLetters } = world.system.queues
    expect(deadLetters.map(({ slice, message }) => [slice, message.carried.id])).toEqual([
      ['tasks', stuck.params.requestId],
    ])
    const listed = async () =>
      (await worker.tasks.work({ query: {} })).items
        .map(({ requestId }) => requestId)
        .filter((id) => id === stuck.params.requestId || id === fine.params.requestId)
    expect(await listed()).toEqual([fine.params.requestId])
    healTable()
    expect(world.system.queues.replay('tasks')).toBe(1)
    await world.system.settle()
    expect(world.system.queues.deadLetters).toEqual([])
    expect((await listed()).sort()).toEqual([stuck.params.requestId, fine.params.requestId].sort())
  })
})
