import {
  type Api,
  type ChannelContent,
  mintChannelId,
  mintStepKey,
  type OfficialStep,
  type RequestReply,
} from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forgetEverything } from '../../functions/platform/cache'
import { moveClock, nowMillis } from '../../functions/platform/clock'
import { minuteOf, saveSwept } from '../../functions/platform/due.store'
import { sweep } from '../../functions/platform/sweep'
import { officialPhones } from '../people'
import { itemsOf } from '../table'
import { aWorld, checkUp, filledIn, phones, type World } from '../world'

let world: World
let worker: Api
let hospital: Api
let housing: Api
let market: Api
let district: Api
let city: Api
let resident: Api

const day = 24 * 3600 * 1000
const organisationOf = async (api: Api): Promise<string> => {
  const me = await api.permissions.me()
  const [post] = me.kind === 'official' ? me.posts : []
  if (post === undefined) throw new Error('an official holds a post')
  return post.organisation.id
}

beforeAll(async () => {
  world = await aWorld()
  await signInAll()
})

/** Everybody who takes part; again where so much time has passed that they were signed out. */
async function signInAll() {
  const official = await officialPhones()
  const as = async (phone: string) => world.as((await world.signIn('gov', phone)).accessToken)
  worker = await as(official.worker)
  hospital = await as(official.hospital)
  housing = await as(official.housing)
  market = await as(official.market)
  district = await as(official.district)
  city = await as(official.city)
  resident = world.as((await world.signIn('resident', phones.resident)).accessToken)
}
afterAll(() => world.stop())

async function published(change: Partial<ChannelContent> = {}, reach: readonly PlaceId[] = [world.places.north]) {
  const params = { channelId: mintChannelId() }
  const { edition } = await worker.channels.create({ params, body: { ...checkUp(), ...change } })
  const publish = () => worker.channels.publish({ params, body: { edition, reach: [...reach] } })
  return { ...params, publish }
}

async function submitted(channelId: string): Promise<string> {
  const { service, answers, requestId } = await filledIn(resident, channelId)
  await resident.channels.submit({
    params: { channelId, requestId },
    body: { version: service.version, home: service.home, answers, notify: true },
  })
  await world.workOff()
  return requestId
}

async function asked(change: Partial<ChannelContent> = {}): Promise<string> {
  const { channelId, publish } = await published(change)
  await publish()
  return submitted(channelId)
}

type Without<T> = T extends unknown ? Omit<T, 'key'> : never
const step = async (api: Api, requestId: string, one: Without<OfficialStep>) => {
  const reply = await api.channels.step({
    params: { requestId },
    body: { ...one, key: mintStepKey() } as OfficialStep, // the key was all that was missing
  })
  await world.workOff()
  return reply
}
const own = async (requestId: string, action: 'urge' | 'withdraw') => {
  const reply = await resident.channels.ownStep({ params: { requestId }, body: { action, key: mintStepKey() } })
  await world.workOff()
  return reply
}
const again = (requestId: string, note: string) =>
  resident.channels.ownStep({ params: { requestId }, body: { action: 'reopen', key: mintStepKey(), note } })
const see = (api: Api, requestId: string) => api.channels.request({ params: { requestId } })
const deskOf = async (api: Api) => (await api.channels.desk({ query: {} })).items.map(({ id }) => id)
const workOf = async (api: Api) => (await api.tasks.work({ query: {} })).items.map((one) => one.requestId)
const note = '请看一下'

const illness = (reply: RequestReply) =>
  reply.answers.flatMap(({ items }) => items).find(({ label }) => label === '老人的慢性病')

describe('a list that another organisation confirms', () => {
  test('is offered only once the hospital agreed to take part', async () => {
    const { channelId, publish } = await published({
      procedure: 'partner-confirms',
      parts: [{ organisation: await organisationOf(hospital), part: 'partner' }],
    })
    await expect(publish()).rejects.toMatchObject({ code: 'parts-not-agreed' })
    const [first] = (await hospital.channels.consents()).items
    expect(first).toMatchObject({ channelId, state: 'asked', part: 'partner' })
    const body = { organisation: first?.organisation ?? '', agree: true }
    await hospital.channels.consent({ params: { channelId }, body })
    expect((await publish()).state).toBe('open')
    const shown = await worker.channels.channel({ params: { channelId } })
    expect(shown.parts).toMatchObject([{ name: '望京示范医院', consent: 'given' }])
  })

  test('without anybody to confirm it is not published', async () => {
    const { publish } = await published({ procedure: 'partner-confirms' })
    await expect(publish()).rejects.toMatchObject({ code: 'invalid' })
  })

  async function listed() {
    const { channelId, publish } = await published({
      procedure: 'partner-confirms',
      parts: [{ organisation: await organisationOf(hospital), part: 'partner' }],
    })
    await publish().catch(() => undefined)
    const body = { organisation: await organisationOf(hospital), agree: true }
    await hospital.channels.consent({ params: { channelId }, body })
    await publish()
    const all = [await submitted(channelId), await submitted(channelId), await submitted(channelId)]
    const requests = [...all]
    const { done } = await worker.channels.steps({ body: { action: 'list', key: mintStepKey(), requests } })
    expect(done).toEqual(all)
    await world.workOff()
    return all
  }

  test('shows the hospital nothing that is sensitive, whatever it says it is for', async () => {
    const [requestId = ''] = await listed()
    const query = { purpose: '安排体检' }
    const whole = illness(await hospital.channels.wholeRequest({ params: { requestId }, query }))
    expect(whole).toMatchObject({ masked: true })
    expect(whole).not.toHaveProperty('onPurpose')
  })

  test('goes from the worker to the hospital in one go, and each of it comes back as the hospital decides', async () => {
    const [one = '', two = '', three = ''] = await listed()
    expect(await deskOf(hospital)).toEqual(expect.arrayContaining([one, two, three]))
    expect(await workOf(worker)).not.toContain(one)
    const seen = await see(hospital, one)
    expect(seen.actions).toEqual(['approve', 'refuse', 'put-right'])
    // The hospital sees whom it is about, and nothing that is sensitive.
    const texts = seen.answers.flatMap(({ items }) => items)
    expect(texts.find(({ label }) => label === '老人姓名')).toMatchObject({ text: '孙大雪', masked: false })
    expect(texts.find(({ label }) => label === '老人身份证号')?.masked).toBe(true)

    const { done } = await hospital.channels.steps({
      body: { action: 'approve', key: mintStepKey(), note: '{姓名}，请于周一上午前来', requests: [one] },
    })
    expect(done).toEqual([one])
    await step(hospital, two, { action: 'refuse', note: '当天满了' })
    await step(hospital, three, { action: 'put-right', note: '请核对身份证号' })
    const confirmed = await see(resident, one)
    expect([confirmed.state, confirmed.steps.at(-1)?.note]).toEqual(['confirmed', '周惊蛰，请于周一上午前来'])
    expect((await see(resident, two)).state).toBe('declined')
    expect((await see(resident, three)).state).toBe('submitted')
    expect(await workOf(worker)).toEqual(expect.arrayContaining([one, three]))
    // What the hospital did then is written beside; the community concludes.
    await step(hospital, one, { action: 'opine', note: '体检完成' })
    expect(await deskOf(hospital)).not.toContain(one)
    expect((await step(worker, one, { action: 'close', note: '体检已完成，报告三天后取' })).state).toBe('closed')
  })

  test('is nobody else’s: a department finds nothing, and acts on nothing', async () => {
    const [one = ''] = await listed()
    expect(await deskOf(housing)).not.toContain(one)
    await expect(see(housing, one)).rejects.toMatchObject({ code: 'outside-territory' })
    await expect(step(worker, one, { action: 'close', note })).rejects.toMatchObject({ code: 'with-another' })
    expect((await see(worker, one)).actions).toEqual([])
  })
})

describe('a request in the wrong place', () => {
  test('goes to the department with a reason, comes back with one, and is settled by a superior after the second time', async () => {
    const requestId = await asked()
    const [homes, markets] = [await organisationOf(housing), await organisationOf(market)]
    await step(worker, requestId, { action: 'transfer', note: '物业问题', to: homes })
    expect(await workOf(worker)).not.toContain(requestId)
    expect(await deskOf(housing)).toContain(requestId)
    const told = await see(resident, requestId)
    expect(told.desk).toMatchObject({ name: '朝阳区住房和城市建设委员会', part: 'desk' })
    expect(told.desk?.phone).toMatch(/^1900000/)

    await step(housing, requestId, { action: 'give-back', note: '是消费纠纷' })
    expect(await workOf(worker)).toContain(requestId)
    await expect(step(worker, requestId, { action: 'transfer', note, to: homes })).rejects.toMatchObject({
      code: 'gave-back',
    })
    await step(worker, requestId, { action: 'transfer', note: '消费纠纷', to: markets })
    await step(market, requestId, { action: 'give-back', note: '是装修合同' })
    const settling = await see(resident, requestId)
    expect(settling.desk?.part).toBe('arbiter')
    expect(await deskOf(market)).not.toContain(requestId)
  })

  test('what a superior settled is not given back again', async () => {
    const requestId = await asked()
    const [homes, markets] = [await organisationOf(housing), await organisationOf(market)]
    await step(worker, requestId, { action: 'transfer', note, to: homes })
    await step(housing, requestId, { action: 'give-back', note })
    await step(worker, requestId, { action: 'transfer', note, to: markets })
    await step(market, requestId, { action: 'give-back', note })
    const arbiter = (await see(resident, requestId)).desk
    const judges = {
      [await organisationOf(district)]: district,
      [await organisationOf(city)]: city,
      [await organisationOf(worker)]: worker,
    }
    const judge = judges[arbiter?.id ?? '']
    if (judge === undefined) throw new Error(`nobody settles it at ${arbiter?.name}`)
    await step(judge, requestId, { action: 'assign', note: '合同涉及住房，由住建委办', to: homes })
    const theirs = await see(housing, requestId)
    expect(theirs.actions).not.toContain('give-back')
    expect(theirs.actions).not.toContain('transfer')
    await expect(step(housing, requestId, { action: 'give-back', note })).rejects.toMatchObject({
      code: 'step-not-allowed',
    })
    await step(housing, requestId, { action: 'claim' })
    expect((await step(housing, requestId, { action: 'close', note: '已协调装修公司返工' })).state).toBe('closed')
    expect(await deskOf(housing)).not.toContain(requestId)
  })

  test('goes to nobody where nobody could do it', async () => {
    const requestId = await asked()
    const away = `o${world.places.datong}`
    await expect(step(worker, requestId, { action: 'transfer', note, to: `o${'x'.repeat(14)}` })).rejects.toMatchObject(
      { code: 'not-found' },
    )
    const before = await see(worker, requestId)
    expect(before.desk).toBeUndefined()
    await step(worker, requestId, { action: 'transfer', note, to: away })
    expect((await see(resident, requestId)).desk?.part).toBe('desk')
  })
})

test('what is sensitive in the answers is read by who handles it for a purpose they state, and by nobody who may not', async () => {
  const requestId = await asked()
  const params = { requestId }
  const hidden = illness(await worker.channels.request({ params }))
  expect(hidden).toMatchObject({ masked: true, onPurpose: true })
  const query = { purpose: '核对申请资料' }
  const seen = illness(await worker.channels.wholeRequest({ params, query }))
  expect(seen).toMatchObject({ masked: false })
  expect(seen?.text).not.toBe(hidden?.text)
  // The look is on record, with what was seen and what for, and not the value.
  const looks = (await itemsOf('audit')).filter((one) => one.subject === `request/${requestId}` && 'purpose' in one)
  expect(looks).toMatchObject([
    { purpose: query.purpose, attributes: expect.arrayContaining(['person.chronicDiseases']) },
  ])
  expect(JSON.stringify(looks)).not.toContain(seen?.text)
  for (const api of [market, resident])
    await expect(api.channels.wholeRequest({ params, query })).rejects.toMatchObject({ name: 'Problem' })
})

test('others work along in parallel, and whoever has it answers for all', async () => {
  const requestId = await asked()
  const organisations = [await organisationOf(housing), await organisationOf(market)]
  await step(worker, requestId, { action: 'invite', note: '请一起看现场', organisations })
  expect(await deskOf(housing)).toContain(requestId)
  expect((await see(housing, requestId)).actions).toEqual(['opine'])
  await step(housing, requestId, { action: 'opine', note: '已责令物业整改' })
  expect(await deskOf(housing)).not.toContain(requestId)
  expect(await deskOf(market)).toContain(requestId)
  expect((await see(worker, requestId)).beside).toMatchObject([{ said: true }, { said: false }])
  await step(worker, requestId, { action: 'claim' })
  await step(worker, requestId, { action: 'close', note: '物业已整改' })
  expect(await deskOf(market)).not.toContain(requestId)
})

test('departments of a service have its requests from the first moment, and who is only told sees them', async () => {
  const { channelId, publish } = await published({
    parts: [
      { organisation: await organisationOf(housing), part: 'desk' },
      { organisation: await organisationOf(market), part: 'informed' },
    ],
  })
  await publish().catch(() => undefined)
  for (const api of [housing, market])
    await api.channels.consent({
      params: { channelId },
      body: { organisation: await organisationOf(api), agree: true },
    })
  await publish()
  const requestId = await submitted(channelId)
  expect(await deskOf(housing)).toContain(requestId)
  expect(await workOf(worker)).not.toContain(requestId)
  const seen = await see(market, requestId)
  expect([seen.id, seen.actions]).toEqual([requestId, []])
  await expect(step(market, requestId, { action: 'opine', note })).rejects.toMatchObject({ code: 'step-not-allowed' })
})

test('who works at the place goes on working there, though their organisation is told of it besides', async () => {
  const requestId = await asked({ parts: [{ organisation: await organisationOf(worker), part: 'informed' }] })
  expect((await see(worker, requestId)).actions).toContain('claim')
  expect((await step(worker, requestId, { action: 'claim' })).state).toBe('claimed')
})

test('what a department leaves lying is late from its due time on, and the resident reads so', async () => {
  const requestId = await asked()
  await step(worker, requestId, { action: 'transfer', note, to: await organisationOf(housing) })
  const { due } = await see(resident, requestId)
  moveClock(Date.parse(due) - nowMillis() + 5 * 60_000)
  await saveSwept(minuteOf(new Date(Date.parse(due) - 10 * 60_000).toISOString()))
  await sweep()
  await world.workOff()
  await signInAll()
  const late = await see(resident, requestId)
  expect([late.overdue, late.steps.at(-1)?.action]).toEqual([true, 'overdue'])
})

describe('the resident', () => {
  test('urges once a day, and whoever has it sees that', async () => {
    const requestId = await asked()
    expect((await own(requestId, 'urge')).actions).not.toContain('urge')
    await expect(own(requestId, 'urge')).rejects.toMatchObject({ code: 'urged-today' })
    moveClock(day)
    await signInAll()
    expect((await see(resident, requestId)).actions).toContain('urge')
  })

  test('is told how long like requests took nearby, once there were some', async () => {
    const { channelId, publish } = await published()
    await publish()
    const wait = async () => (await resident.channels.service({ params: { channelId }, query: {} })).wait
    for (let closed = 0; closed < 5; closed++) {
      forgetEverything()
      expect(await wait()).toBeUndefined()
      const requestId = await submitted(channelId)
      await step(worker, requestId, { action: 'claim' })
      await step(worker, requestId, { action: 'close', note: '已安排' })
    }
    forgetEverything()
    expect(await wait()).toMatchObject({ of: 5, where: expect.stringContaining('花家地北里') })
    expect((await see(resident, await submitted(channelId))).wait).toMatchObject({ of: 5 })
  })

  test('has a closed request taken up again, twice at the most and not after fifteen days', async () => {
    const requestId = await asked()
    const close = async () => {
      await step(worker, requestId, { action: 'claim' })
      await step(worker, requestId, { action: 'close', note: '已安排' })
    }
    await close()
    const before = await see(resident, requestId)
    moveClock(10 * day)
    forgetEverything()
    await signInAll()
    const opened = await again(requestId, '没有人来')
    // It has as long again as it had at first.
    expect([opened.state, opened.due > before.due, opened.claimedBy]).toEqual(['submitted', true, undefined])
    await world.workOff()
    expect(await workOf(worker)).toContain(requestId)
    await close()
    await again(requestId, '还是没有人来')
    await world.workOff()
    await close()
    expect((await see(resident, requestId)).actions).not.toContain('reopen')
    await expect(again(requestId, '还是没有')).rejects.toMatchObject({ code: 'reopened-enough' })

    const other = await asked()
    await step(worker, other, { action: 'claim' })
    await step(worker, other, { action: 'close', note: '已安排' })
    moveClock(16 * day)
    forgetEverything()
    await signInAll()
    await expect(again(other, '没有人来')).rejects.toMatchObject({ code: 'reopened-enough' })
  })
})

test('a phone number in the answers is shown in part and can be called; it is read whole for a stated purpose, on record', async () => {
  const requestId = await asked()
  const params = { requestId }
  const mobile = (reply: RequestReply) =>
    reply.answers.flatMap(({ items }) => items).find(({ label }) => label === '您的手机号')
  const shown = mobile(await worker.channels.request({ params }))
  expect(shown).toMatchObject({ masked: true, onPurpose: true, text: expect.stringMatching(/^\d{3}\*{4}\d{4}$/) })
  const whole = mobile(await worker.channels.wholeRequest({ params, query: { purpose: '电话核对' } }))
  expect(whole).toMatchObject({ masked: false, text: shown?.call })
  const looks = (await itemsOf('audit')).filter((one) => one.subject === `request/${requestId}` && 'purpose' in one)
  expect(looks).toMatchObject([{ attributes: expect.arrayContaining(['person.mobile']) }])
  // Their own is their own.
  expect(mobile(await resident.channels.request({ params }))).toMatchObject({ masked: false, text: shown?.call })
})
