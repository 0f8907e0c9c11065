import { type Api, type BehalfBody, mintRequestId, mintStepKey } from '@zmht/shared/contract'
import type { FormAnswers } from '@zmht/shared/controls'
import { privacyGuideline } from '@zmht/shared/rules'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signOfPhone, waitingFor } from '../../functions/channels/behalf/waiting.store'
import { aSentPhoto } from '../files'
import { publishRouted, unclear } from '../outside'
import { officialPhones } from '../people'
import { aWorld, phones, type World } from '../world'

let world: World
let worker: Api
let neighbour: Api
let datong: Api
let resident: Api
let residentId: string
let channelId: string

beforeAll(async () => {
  world = await aWorld()
  const official = await officialPhones()
  const as = async (phone: string) => world.as((await world.signIn('gov', phone)).accessToken)
  worker = await as(official.worker)
  neighbour = await as(official.neighbourWorker)
  datong = await as(official.datongWorker)
  const session = await world.signIn('resident', phones.resident)
  resident = world.as(session.accessToken)
  residentId = session.me.id
  channelId = await publishRouted(worker, [world.places.north])
  await world.workOff()
})
afterAll(() => world.stop())

/** Somebody of the ledgers who has no account. */
async function registered(name: string, more: { attribute: string; value: string }[] = []): Promise<string> {
  const { entity } = await worker.ledgers.enter({
    body: {
      key: mintStepKey(),
      kind: 'person',
      place: world.places.north,
      facts: [{ attribute: 'person.name', value: name }, ...more],
      links: [],
    },
  })
  await world.workOff()
  return entity.id
}

const saying = (text: string, more: Record<string, string> = {}): FormAnswers => ({
  caller: [{ values: more }],
  matter: [{ values: { q1: text } }],
})

async function entered(body: Partial<BehalfBody>, api = worker, requestId = mintRequestId()) {
  const { version = 0 } = await worker.channels.channel({ params: { channelId } })
  const reply = await api.channels.submitOnBehalf({
    params: { channelId, requestId },
    body: { version, way: 'counter', home: world.places.north, answers: saying('楼道的灯不亮了'), ...body },
  })
  await world.workOff()
  return reply
}

const seen = (requestId: string, api = worker) => api.channels.request({ params: { requestId } })
const mine = async (api: Api) => (await api.channels.myRequests({ query: {} })).items
const personOf = (account: string) => `e${account.slice(1)}`
describe('for somebody with an account', () => {
  test('the form opens with what the official may see of them, and stands in their own list', async () => {
    const person = personOf(residentId)
    const form = await worker.channels.behalfForm({ params: { channelId }, query: { person } })
    expect(form).toMatchObject({ person: { id: person, account: true }, title: '诉求受理' })
    expect(form.tail).toContain('花家地北里')
    expect(form.prefill.caller?.[0]?.values.q4?.value).toBe(phones.resident)
    const photo = await aSentPhoto(worker)
    const made = await entered({ person, files: [photo] })
    expect(made).toMatchObject({ who: '周惊蛰', behalf: { way: 'counter', acknowledged: false, author: 'reads' } })
    expect(made.steps[0]).toMatchObject({ says: '工作人员替您提交了申请（窗口代办）', files: [{ id: photo }] })
    expect(made.steps[0]?.by).toContain('社工')
    const [listed] = await mine(resident)
    expect(listed).toMatchObject({ id: made.id, unconfirmed: true })
    const own = await seen(made.id, resident)
    expect(own.actions).toEqual(expect.arrayContaining(['acknowledge', 'disown']))
    await expect(
      resident.channels.file({ params: { fileId: photo }, query: { request: made.id } }),
    ).resolves.toMatchObject({ name: '门口.jpg' })
  })

  test('what it says is the official’s word until they confirm it, then their own', async () => {
    const person = personOf(residentId)
    const made = await entered({
      person,
      answers: { caller: [{ values: { q4: '13811112222' } }], matter: [{ values: { q1: '楼道太暗' } }] },
    })
    const sayings = async () =>
      (
        await worker.ledgers.history({ params: { entityId: person, attribute: 'person.mobile' }, query: {} })
      ).sayings.filter(({ sourceId }) => sourceId.startsWith(made.id))
    expect(await sayings()).toMatchObject([{ sourceKind: 'official', authority: 'checked' }])
    expect((await sayings())[0]?.source).toContain('代办')
    const confirmed = await resident.channels.ownStep({
      params: { requestId: made.id },
      body: { action: 'acknowledge', key: mintStepKey() },
    })
    await world.workOff()
    expect(confirmed.behalf).toMatchObject({ acknowledged: true })
    expect(confirmed.actions).not.toContain('disown')
    expect((await sayings()).map(({ sourceKind, authority }) => [sourceKind, authority])).toEqual([
      ['self', 'own'],
      ['official', 'checked'],
    ])
    expect((await mine(resident)).find(({ id }) => id === made.id)).not.toHaveProperty('unconfirmed')
    await expect(
      resident.channels.ownStep({ params: { requestId: made.id }, body: { action: 'disown', key: mintStepKey() } }),
    ).rejects.toMatchObject({ code: 'step-not-allowed' })
  })

  test('what is not theirs leaves their list and the official reads it; said twice it is once', async () => {
    const made = await entered({ person: personOf(residentId) })
    const disown = () =>
      resident.channels.ownStep({
        params: { requestId: made.id },
        body: { action: 'disown', key: mintStepKey(), note: '不是我，是楼上' },
      })
    await disown()
    expect((await disown()).steps.filter(({ action }) => action === 'disown')).toHaveLength(1)
    expect((await mine(resident)).map(({ id }) => id)).not.toContain(made.id)
    await expect(seen(made.id, resident)).rejects.toMatchObject({ code: 'not-found' })
    const shown = await seen(made.id)
    expect(shown.behalf?.author).toBe('disowned')
    expect(shown.steps.at(-1)).toMatchObject({ action: 'disown', note: '不是我，是楼上' })
  })

  test('sent five times at once it is one request; under another’s id it is refused', async () => {
    const requestId = mintRequestId()
    const all = await Promise.all(
      Array.from({ length: 5 }, () => entered({ person: personOf(residentId) }, worker, requestId)),
    )
    expect(new Set(all.map(({ number }) => number)).size).toBe(1)
    expect((await mine(resident)).filter(({ id }) => id === requestId)).toHaveLength(1)
    await resident.channels.ownStep({ params: { requestId }, body: { action: 'withdraw', key: mintStepKey() } })
    expect(await entered({ person: personOf(residentId) }, worker, requestId)).toMatchObject({ state: 'withdrawn' })
  })

  test('by the number they sign in with, of whom nothing is shown', async () => {
    const form = await worker.channels.behalfForm({ params: { channelId }, query: { place: world.places.north } })
    expect(form).not.toHaveProperty('person')
    expect(form.prefill).toEqual({})
    const made = await entered({ named: { name: '周师傅', phone: phones.resident }, way: 'phone' })
    expect(made).toMatchObject({ who: '周师傅', behalf: { author: 'reads' } })
    expect((await mine(resident)).map(({ id }) => id)).toContain(made.id)
    const { sayings } = await worker.ledgers.history({
      params: { entityId: personOf(residentId), attribute: 'person.name' },
      query: {},
    })
    expect(sayings.find(({ sourceId }) => sourceId === made.id)).toMatchObject({
      authority: 'told',
      outcome: 'waiting',
    })
  })
})

describe('for somebody without an account', () => {
  test('it becomes theirs when they register with the number, once', async () => {
    const phone = '13912340001'
    const made = await entered({ named: { name: '钱立夏', phone }, way: 'door' })
    expect(made).toMatchObject({ who: '钱立夏', behalf: { way: 'door', author: 'unknown' } })
    expect(await waitingFor(await signOfPhone(phone))).toEqual([made.id])
    const session = await world.signIn('resident', phone)
    await world.workOff()
    const theirs = world.as(session.accessToken)
    expect((await mine(theirs)).map(({ id, unconfirmed }) => [id, unconfirmed])).toEqual([[made.id, true]])
    expect(await waitingFor(await signOfPhone(phone))).toEqual([])
    const shown = await seen(made.id)
    expect(shown.behalf?.author).toBe('reads')
    expect(shown.steps.filter(({ action }) => action === 'adopt')).toHaveLength(1)
  })

  test('somebody of the ledgers: when they are found to be who has an account', async () => {
    const phone = '13912340002'
    const person = await registered('孙大寒', [{ attribute: 'person.mobile', value: phone }])
    const form = await worker.channels.behalfForm({ params: { channelId }, query: { person } })
    expect(form.person).toEqual({ id: person, name: '孙大寒', account: false })
    const made = await entered({ person })
    expect(made.behalf?.author).toBe('unknown')
    const session = await world.signIn('resident', phone)
    const account = session.me.id
    const theirs = world.as(session.accessToken)
    await theirs.permissions.consent({ params: { guideline: privacyGuideline } })
    await theirs.permissions.setHome({ params: { placeId: world.places.north }, body: { label: '常住' } })
    await world.workOff()
    expect(await mine(theirs)).toEqual([])
    await worker.ledgers.tellDuplicate({
      params: { entityId: person, otherId: personOf(account) },
      body: { key: mintStepKey(), outcome: 'same' },
    })
    await world.workOff()
    expect((await mine(theirs)).map(({ id }) => id)).toEqual([made.id])
  })

  test('without a phone nobody reads it but the officials, and it is worked like any other', async () => {
    const made = await entered({ named: { name: '无名氏' }, answers: saying(unclear.text ?? '') })
    expect(made.behalf?.author).toBe('unknown')
    const step = (body: Parameters<Api['channels']['step']>[0]['body']) =>
      worker.channels.step({ params: { requestId: made.id }, body })
    await step({ action: 'claim', key: mintStepKey() })
    expect(await step({ action: 'close', key: mintStepKey(), note: '灯换好了' })).toMatchObject({ state: 'closed' })
  })
})

describe('who may', () => {
  test('only who handles the service there, of people they read', async () => {
    const person = await registered('李芒种')
    await expect(entered({ named: { name: '某人' } }, neighbour)).rejects.toMatchObject({ code: 'outside-territory' })
    await expect(entered({ named: { name: '某人' } }, datong)).rejects.toMatchObject({ code: 'outside-territory' })
    await expect(neighbour.channels.behalfForm({ params: { channelId }, query: { person } })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(entered({})).rejects.toMatchObject({ code: 'invalid' })
    await expect(entered({ named: { name: '某人' }, home: world.places.west })).rejects.toMatchObject({
      code: 'outside-territory',
    })
  })

  test('the services of a place are those they handle there', async () => {
    const person = await registered('何白露')
    const here = await worker.channels.behalfServices({ query: { person } })
    expect(here.place).toBe(world.places.north)
    expect(here.items.map(({ id }) => id)).toContain(channelId)
    expect((await neighbour.channels.behalfServices({ query: { place: world.places.north } })).items).toEqual([])
  })
})
