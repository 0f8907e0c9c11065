import { type Api, mintRequestId } from '@zmht/shared/contract'
import type { Link } from '@zmht/shared/rules'
import { createLocalJWKSet, generateKeyPair, jwtVerify, SignJWT } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { forgetEverything } from '../../functions/platform/cache'
import { moveClock, now } from '../../functions/platform/clock'
import { minuteOf, saveSwept } from '../../functions/platform/due.store'
import { sweep } from '../../functions/platform/sweep'
import { answer, linkedService, publishLinked, submitLinked } from '../linked'
import { officialPhones } from '../people'
import { aReceiver, type Receiver } from '../receiver'
import { aWorld, phones, type World } from '../world'

process.env.HOOKS_TO_LOOPBACK = 'yes'
process.env.HOOK_TIMEOUT_MILLIS = '300'

let world: World
let worker: Api
let neighbourWorker: Api
let resident: Api
let neighbour: Api
let receiver: Receiver
const page: Link = { kind: 'page', name: '市图书馆', url: 'https://lib.example.cn/seats' }

const signedIn = async (app: 'gov' | 'resident', phone: string) =>
  world.as((await world.signIn(app, phone)).accessToken)

/** People sign in for a quarter of an hour; the clock moves by days here. */
async function signInAgain(): Promise<void> {
  const officials = await officialPhones()
  moveClock(61_000)
  worker = await signedIn('gov', officials.worker)
  resident = await signedIn('resident', phones.resident)
}

beforeAll(async () => {
  world = await aWorld()
  const officials = await officialPhones()
  worker = await signedIn('gov', officials.worker)
  neighbourWorker = await signedIn('gov', officials.neighbourWorker)
  resident = await signedIn('resident', phones.resident)
  neighbour = await signedIn('resident', phones.neighbour)
  receiver = await aReceiver(600)
  await world.workOff()
})
beforeEach(() => {
  receiver.attempts.length = 0
  receiver.behave = () => 'ok'
  forgetEverything()
})
afterAll(async () => {
  await receiver.stop()
  await world.stop()
})

/** Time goes on by some minutes, and what fell due meanwhile is done. */
async function pass(minutes: number): Promise<void> {
  await saveSwept(minuteOf(now()))
  moveClock((minutes + 2) * 60_000)
  await sweep()
  await world.workOff()
}

const endpointLink = (): Link => ({ kind: 'endpoint', name: '市供水集团', url: receiver.url })

/** A service with its receiver, and one request of it that arrived there. */
async function aRepair() {
  const { id: channelId, secret } = await publishLinked(worker, endpointLink(), [world.places.north])
  receiver.secret = secret
  const requestId = await submitLinked(resident, channelId)
  await world.workOff()
  const says = (
    id: string,
    more: Partial<Parameters<typeof answer>[1]> & {
      state: 'taken' | 'moved' | 'asked' | 'answered' | 'declined' | 'returned'
    },
  ) => answer(world, { channelId, requestId, secret, id, ...more })
  const read = () => resident.channels.request({ params: { requestId } })
  return { channelId, secret, requestId, says, read }
}

describe('a service that lives elsewhere', () => {
  test('stands in the same list as ours, by place, and says where it leads', async () => {
    const { id } = await publishLinked(worker, page, [world.places.north], '借阅座位')
    forgetEverything()
    const listed = async (api: Api) => (await api.channels.services()).items.find((one) => one.id === id)
    expect(await listed(resident)).toMatchObject({ title: '借阅座位', link: 'page' })
    expect(await listed(neighbour)).toBeUndefined()
    const shown = await resident.channels.service({ params: { channelId: id }, query: {} })
    expect(shown.link).toEqual(page)
    await expect(neighbour.channels.service({ params: { channelId: id }, query: {} })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('takes nothing here when it is opened there', async () => {
    const { id, version } = await publishLinked(worker, page, [world.places.north])
    const { home } = await resident.channels.service({ params: { channelId: id }, query: {} })
    await expect(
      resident.channels.submit({
        params: { channelId: id, requestId: mintRequestId() },
        body: { version, home, answers: {}, notify: false },
      }),
    ).rejects.toMatchObject({ code: 'channel-elsewhere' })
  })

  test.each<[string, Link, string]>([
    ['an address inside', { ...page, url: 'https://10.0.0.8/in' }, '不能是内网地址'],
    ['no TLS', { ...page, url: 'http://lib.example.cn/' }, '应以 https:// 开头'],
    ['half an address', { ...page, url: 'lib.example.cn' }, '网址应完整'],
    ['nobody’s name', { ...page, name: '' }, '谁家的'],
    ['an id that is no mini-program’s', { kind: 'mini-program', name: '图书馆', appId: 'wx12', path: '' }, 'AppID'],
    ['something passed on for no purpose', { ...page, passes: [{ key: 'person.name', purpose: '' }] }, '用来做什么'],
    ['an endpoint without a secret', { kind: 'endpoint', name: '集团', url: 'https://in.example.cn/' }, '签名密钥'],
  ])('is not published with %s', async (_, link, words) => {
    const made = await worker.channels.create({
      params: { channelId: `c${Math.random().toString(36).slice(2, 14).padEnd(12, '0')}` },
      body: linkedService(link),
    })
    const refused = worker.channels.publish({
      params: { channelId: made.id },
      body: { edition: made.edition, reach: [world.places.north] },
    })
    await expect(refused).rejects.toMatchObject({
      code: 'form-broken',
      document: { fields: [{ path: 'link', message: expect.stringContaining(words) }] },
    })
  })

  test('a secret is its own organisation’s alone, told each time anew, and copied by nobody', async () => {
    const { id, secret } = await publishLinked(worker, endpointLink(), [world.places.north])
    const params = { channelId: id }
    expect(secret).toMatch(/^whsec_/)
    const next = await worker.channels.renewLinkSecret({ params })
    expect(next.secret).not.toBe(secret)
    expect(next.formerUntil).toBeDefined()
    await expect(neighbourWorker.channels.renewLinkSecret({ params })).rejects.toMatchObject({
      code: 'outside-territory',
    })
    const state = await worker.channels.linkState({ params })
    expect(state).toEqual({ secret: true, callback: `/linked/${id}/requests/{requestId}` })
    const copy = await worker.channels.clone({ params, body: { id: 'c00000copied1' } })
    expect(await worker.channels.linkState({ params: { channelId: copy.id } })).toMatchObject({ secret: false })
  })
})

describe('a request of an endpoint', () => {
  test('goes there whole and signed, and what is said of it is on its time line', async () => {
    const { requestId, channelId, says, read } = await aRepair()
    expect(receiver.attempts.map(({ verdict }) => verdict)).toEqual(['genuine'])
    const told = JSON.parse(receiver.attempts[0]?.body ?? '{}')
    expect(told).toMatchObject({
      type: 'request.received',
      data: { request: requestId, answer: `/linked/${channelId}/requests/${requestId}`, sequence: 1 },
    })
    expect(told.data.answers.flatMap((one: { items: unknown[] }) => one.items)).toEqual([
      { label: '姓名', text: '周惊蛰' },
      { label: '哪里坏了', text: '水管漏水' },
    ])
    expect(await read()).toMatchObject({ state: 'submitted', desk: { name: '市供水集团' } })
    expect((await says('m1', { state: 'taken' })).body).toMatchObject({ state: 'claimed' })
    await says('m2', { state: 'moved', text: '师傅下午两点到' })
    expect((await says('m3', { state: 'answered', text: '已换水管' })).body).toMatchObject({ state: 'closed' })
    const { steps, state } = await read()
    expect(state).toBe('closed')
    expect(steps.slice(1).map(({ action, note, by }) => [action, note, by])).toEqual([
      ['claim', undefined, '市供水集团'],
      ['progress', '师傅下午两点到', '市供水集团'],
      ['close', '已换水管', '市供水集团'],
    ])
  })

  test('what a receiver says twice is said once, also when it answers in one go', async () => {
    const { says, read } = await aRepair()
    await says('n1', { state: 'answered', text: '已修好' })
    expect((await says('n1', { state: 'answered', text: '已修好' })).status).toBe(200)
    expect((await read()).steps.map(({ action }) => action)).toEqual(['submit', 'claim', 'close'])
  })

  test('nobody else answers: another secret, an old message, another word, another service', async () => {
    const { says, read, requestId } = await aRepair()
    const other = await publishLinked(worker, endpointLink(), [world.places.north])
    expect((await says('p1', { state: 'taken', secret: other.secret })).status).toBe(401)
    expect((await says('p2', { state: 'taken', off: -301 })).status).toBe(401)
    expect((await says('p3', { state: 'taken', off: 400 })).status).toBe(401)
    expect((await says('p4', { state: 'moved', text: '一', instead: '{"state":"moved","text":"二"}' })).status).toBe(
      401,
    )
    expect((await says('p5', { state: 'taken', channelId: other.id, secret: other.secret })).status).toBe(404)
    expect((await says('p6', { state: 'moved' })).status).toBe(422)
    expect((await read()).steps.length).toBe(1)
    expect(
      (
        await answer(world, {
          channelId: page.kind.padEnd(13, '0').replace('p', 'c'),
          requestId,
          secret: other.secret,
          id: 'p7',
          state: 'taken',
        })
      ).status,
    ).not.toBe(200)
  })

  test('what it asks is answered by the resident, and goes there', async () => {
    const { says, requestId, read } = await aRepair()
    await says('q1', { state: 'asked', text: '在几楼' })
    expect(await read()).toMatchObject({ state: 'returned' })
    receiver.attempts.length = 0
    await resident.channels.ownStep({
      params: { requestId },
      body: { action: 'add', key: 's00000000000000000add', note: '三楼' },
    })
    await world.workOff()
    await pass(1)
    expect(receiver.attempts.map(({ body }) => JSON.parse(body).data.resident)).toEqual([
      { action: 'add', text: '三楼' },
    ])
  })

  test('what it gives back is its organisation’s', async () => {
    const { says, read } = await aRepair()
    await says('r1', { state: 'returned', text: '小区内部管道归物业' })
    const organisation = (await read()).organisation
    expect((await read()).desk).toMatchObject({ id: organisation.id })
    const late = await says('r2', { state: 'answered', text: '修好了' })
    expect(late.status).toBe(409)
    expect((await says('r1', { state: 'returned', text: '小区内部管道归物业' })).status).toBe(200)
  })

  test('what it does not take within a working day falls to the organisation’s list', async () => {
    const { read, requestId } = await aRepair()
    await pass(24 * 60 * 5)
    await signInAgain()
    const found = await read()
    const fell = found.steps.filter(({ action }) => action === 'fall-back')
    expect(fell.map(({ note }) => note)).toEqual(['对方 1 个工作日没有接收'])
    expect(found.desk).toMatchObject({ id: found.organisation.id })
    const given = await worker.channels.desk({ query: {} })
    expect(given.items.map(({ id }) => id)).toContain(requestId)
  })

  test('what it took and does not answer falls to it on the promised day', async () => {
    await signInAgain()
    const { says, read } = await aRepair()
    await says('t1', { state: 'taken' })
    await pass(24 * 60 * 3)
    await signInAgain()
    expect((await read()).desk?.name).toBe('市供水集团')
    await pass(24 * 60 * 6)
    await signInAgain()
    // That it is late is said in the same minute, before or after.
    const [fallen] = (await read()).steps.filter(({ action }) => action === 'fall-back')
    expect(fallen).toMatchObject({ note: '到了承诺的时间，对方还没有答复' })
    expect((await read()).desk?.name).not.toBe('市供水集团')
  })

  test('at a receiver that says it is gone it falls at once, and so does the next', async () => {
    await signInAgain()
    receiver.behave = () => 'gone'
    const { read, channelId } = await aRepair()
    await pass(1)
    expect((await read()).steps.at(-1)).toMatchObject({ action: 'fall-back', note: '发不到对方的系统' })
    expect(receiver.attempts.length).toBe(1)
    const next = await submitLinked(resident, channelId)
    await world.workOff()
    const second = await resident.channels.request({ params: { requestId: next } })
    expect(second.steps.at(-1)).toMatchObject({ action: 'fall-back', note: '现在连不上对方的系统' })
    expect(receiver.attempts.length).toBe(1)
    expect(await worker.channels.linkState({ params: { channelId } })).toMatchObject({ off: { why: '对方回答 410' } })
  })

  test('a receiver that behaves badly for a while has it once it is well', async () => {
    await signInAgain()
    receiver.behave = (_, nth) => (nth > 3 ? 'ok' : ((['silent', 'error', 'reset'] as const)[nth - 1] ?? 'error'))
    const { says, read } = await aRepair()
    for (const minutes of [1, 5, 30]) await pass(minutes)
    expect(receiver.attempts.map(({ manner, verdict }) => `${manner} ${verdict}`)).toEqual([
      'silent genuine',
      'error genuine',
      'reset genuine',
      'ok genuine',
    ])
    await says('v1', { state: 'taken' })
    await signInAgain()
    expect((await read()).state).toBe('claimed')
  })
})

describe('what goes with a resident', () => {
  const passing: Link = {
    ...page,
    passes: [
      { key: 'person.name', purpose: '办借书证' },
      { key: 'community', purpose: '推荐就近的分馆' },
    ],
  }
  const tokenIn = (visit: { kind: string; url?: string }) => new URL(visit.url ?? '').hash.replace('#assertion=', '')
  const keys = async () => createLocalJWKSet(await world.as().channels.linkKeys())
  const check = async (token: string, audience = 'https://lib.example.cn', at = now()) =>
    jwtVerify(token, await keys(), {
      issuer: 'zmht/linked',
      audience,
      algorithms: ['ES256'],
      currentDate: new Date(at),
    })
  const visit = (channelId: string, pass?: boolean, api = resident) =>
    api.channels.visitLinked({ params: { channelId }, body: pass === undefined ? {} : { pass } })

  beforeAll(signInAgain)

  test('goes nowhere unless they let it, once asked and once said for the service', async () => {
    const { id } = await publishLinked(worker, passing, [world.places.north])
    const asked = async () => (await resident.channels.service({ params: { channelId: id }, query: {} })).passing
    expect(await asked()).toBeUndefined()
    expect(await visit(id)).toEqual({ kind: 'page', url: page.url })
    expect(await visit(id, false)).toEqual({ kind: 'page', url: page.url })
    expect(await asked()).toBe(false)
    expect(await visit(id)).toEqual({ kind: 'page', url: page.url })
    expect(tokenIn(await visit(id, true))).not.toBe('')
    expect(await asked()).toBe(true)
    expect(tokenIn(await visit(id))).not.toBe('')
    await resident.channels.withdrawLinkConsent({ params: { channelId: id } })
    expect(await visit(id)).toEqual({ kind: 'page', url: page.url })
    const { items } = await resident.channels.linkConsents()
    expect(items.find(({ channelId }) => channelId === id)).toMatchObject({
      given: false,
      version: 1,
      name: '市图书馆',
      withdrawnAt: expect.any(String),
    })
  })

  test('is asked for anew when it goes elsewhere, or for something else', async () => {
    const { id, edition } = await publishLinked(worker, passing, [world.places.north])
    await visit(id, true)
    const more: Link = {
      ...passing,
      passes: [...(passing.passes ?? []), { key: 'person.mobile', purpose: '短信提醒' }],
    }
    const params = { channelId: id }
    const saved = await worker.channels.revise({ params, body: { edition, content: linkedService(more) } })
    await worker.channels.publish({ params, body: { edition: saved.edition, reach: [world.places.north] } })
    forgetEverything()
    expect((await resident.channels.service({ params, query: {} })).passing).toBeUndefined()
    expect(await visit(id)).toEqual({ kind: 'page', url: page.url })
  })

  test('is signed for that service, for two minutes and one use, under a name of this service alone', async () => {
    const one = await publishLinked(worker, passing, [world.places.north])
    const other = await publishLinked(worker, passing, [world.places.north])
    const tokens = [await visit(one.id, true), await visit(one.id), await visit(other.id, true)].map(tokenIn)
    const [first, second, third] = await Promise.all(tokens.map(async (token) => (await check(token)).payload))
    expect(first).toMatchObject({ community: { name: expect.stringContaining('花家地北里') } })
    expect(second?.sub).toBe(first?.sub)
    expect(third?.sub).not.toBe(first?.sub)
    expect(JSON.stringify([first, third])).not.toContain((await resident.permissions.me()).id)
    expect(second?.jti).not.toBe(first?.jti)
    expect((first?.exp ?? 0) - (first?.iat ?? 0)).toBe(120)
    const token = tokens[0] ?? ''
    await expect(check(token, 'https://other.example.cn')).rejects.toMatchObject({
      code: 'ERR_JWT_CLAIM_VALIDATION_FAILED',
    })
    const late = new Date(Date.parse(now()) + 121_000).toISOString()
    await expect(check(token, 'https://lib.example.cn', late)).rejects.toMatchObject({ code: 'ERR_JWT_EXPIRED' })
    const [, payload = ''] = token.split('.')
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`
    await expect(check(none)).rejects.toMatchObject({ code: 'ERR_JOSE_ALG_NOT_ALLOWED' })
    const { privateKey } = await generateKeyPair('ES256')
    const forged = await new SignJWT(first ?? {}).setProtectedHeader({ alg: 'ES256', kid: 'a1' }).sign(privateKey)
    await expect(check(forged)).rejects.toMatchObject({ code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' })
    expect((await world.as().channels.linkKeys()).keys.some((key) => 'd' in key)).toBe(false)
  })

  test('each hand-over stands in the resident’s own list of who looked, and nowhere for whoever kept it', async () => {
    const { id } = await publishLinked(worker, { ...passing, name: '区体育馆' }, [world.places.north])
    const looks = async () =>
      (await resident.permissions.looks({ query: {} })).items.filter(({ name }) => name === '区体育馆')
    await visit(id, false)
    expect(await looks()).toEqual([])
    await visit(id, true)
    await visit(id)
    expect((await looks()).map(({ purpose, attributes }) => ({ purpose, attributes }))).toEqual(
      Array.from({ length: 2 }, () => ({
        purpose: '办借书证、推荐就近的分馆',
        attributes: ['person.name', 'community'],
      })),
    )
  })

  test('a mini-program gets it with the data it is opened with, for its own id', async () => {
    const appId = 'wx0123456789abcdef'
    const { id } = await publishLinked(
      worker,
      { kind: 'mini-program', name: '图书馆', appId, path: 'pages/seat', passes: passing.passes ?? [] },
      [world.places.north],
    )
    const opened = await visit(id, true)
    if (opened.kind !== 'mini-program') throw new Error('a mini-program was asked for')
    expect(opened).toMatchObject({ appId, path: 'pages/seat' })
    expect((await check(opened.extraData?.assertion ?? '', appId)).payload.aud).toBe(appId)
  })

  test('nobody opens what does not reach them, is paused, or is filled in here', async () => {
    const here = await publishLinked(worker, passing, [world.places.north])
    moveClock(61_000)
    const beside = await signedIn('resident', phones.neighbour)
    await expect(visit(here.id, true, beside)).rejects.toMatchObject({ code: 'not-found' })
    await worker.channels.pause({ params: { channelId: here.id }, body: { edition: here.edition } })
    forgetEverything()
    await expect(visit(here.id, true)).rejects.toMatchObject({ code: 'channel-paused' })
    const form = await publishLinked(worker, endpointLink(), [world.places.north])
    await expect(visit(form.id)).rejects.toMatchObject({ code: 'not-found' })
  })
})
