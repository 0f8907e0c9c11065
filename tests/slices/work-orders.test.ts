import { type Api, mintStepKey } from '@zmht/shared/contract'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { accountOfClient } from '../../functions/channels/outside/domain/order'
import { requestsOfResident } from '../../functions/channels/request-lists.store'
import { spokenOfBy } from '../../functions/ledgers/index'
import { forgetEverything } from '../../functions/platform/cache'
import { later, moveClock, now, resetClock } from '../../functions/platform/clock'
import { aSentPhoto } from '../files'
import { anOrder, aSystem, publishRouted, unclear } from '../outside'
import { officialPhones } from '../people'
import { aWorld, publishCheckUp, type World } from '../world'

let world: World
let city: Api
let worker: Api
let datong: Api
let hotline: { id: string; api: Api }
let channelId: string

beforeAll(async () => {
  world = await aWorld()
  const officials = await officialPhones()
  const signedIn = async (phone: string) => world.as((await world.signIn('gov', phone)).accessToken)
  city = await signedIn(officials.keeper)
  worker = await signedIn(officials.worker)
  datong = await signedIn(officials.datongWorker)
  channelId = await publishRouted(worker, [world.places.north])
  hotline = await aSystem(world, city, '12345 热线')
  await world.workOff()
})
afterEach(() => resetClock())
afterAll(() => world.stop())

const bind = () =>
  city.channels.takeOrders({ params: { clientId: hotline.id }, body: { channelId, place: world.places.north } })
const put = (orderId: string, more: Parameters<typeof anOrder>[0] = {}) =>
  hotline.api.channels.putOrder({ params: { orderId }, body: anOrder(more) })
const get = (orderId: string, api = hotline.api) => api.channels.order({ params: { orderId } })
const seen = (requestId: string) => worker.channels.request({ params: { requestId } })

describe('before anybody said as what orders are taken', () => {
  test('none is', async () => {
    await expect(put('none')).rejects.toMatchObject({
      code: 'not-found',
      document: { detail: expect.stringContaining('没有收下') },
    })
  })

  test('only a routed service of the city that asks for the matter takes them, where it is offered', async () => {
    const { id: checkUp } = await publishCheckUp(worker, [world.places.north])
    const params = { clientId: hotline.id }
    const to = (channel: string, place = world.places.north) =>
      city.channels.takeOrders({ params, body: { channelId: channel, place } })
    await expect(to(checkUp)).rejects.toMatchObject({ code: 'invalid' })
    await expect(to(channelId, world.places.west)).rejects.toMatchObject({ code: 'invalid' })
    await expect(to(channelId, world.places.datong)).rejects.toMatchObject({ code: 'outside-territory' })
    await expect(
      worker.channels.takeOrders({ params, body: { channelId, place: world.places.north } }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    expect(await bind()).toEqual({ channelId, place: world.places.north })
  })
})

describe('12345 的工单', () => {
  test('is one request, routed as an appeal: where it says, with who answers there, both deadlines kept', async () => {
    const body = anOrder()
    const taken = await put('A-1', body)
    expect(taken).toMatchObject({
      id: 'A-1',
      number: body.number,
      state: 'submitted',
      place: '花家地北里 3号楼 2单元',
      with: { name: '朝阳区住房和城市建设委员会' },
      evidence: [],
      due: { theirs: body.due },
    })
    expect(taken.due.ours > body.due).toBe(true)
    await world.workOff()
    const request = await seen(taken.request.id)
    expect(request).toMatchObject({
      who: '孙小满',
      due: body.due,
      behalf: { name: '12345 热线', way: 'hotline', acknowledged: false },
      route: { subject: { code: 'lift' }, sure: true },
    })
    expect(request.answers.flatMap(({ items }) => items.map(({ text }) => text))).toEqual(
      expect.arrayContaining(['花家地北里 3号楼 2单元', '孙小满', `${body.text}\n工单类别：住房-电梯`]),
    )
    expect((await spokenOfBy(taken.request.id)).filter(({ kind }) => kind === 'person')).toMatchObject([
      { name: '孙小满' },
    ])
  })

  test('sent again, at once or five times together, it is the same request', async () => {
    const before = (await requestsOfResident(accountOfClient(hotline.id), undefined)).items.length
    const body = anOrder()
    const all = await Promise.all(Array.from({ length: 5 }, () => put('A-2', body)))
    const again = await put('A-2', body)
    expect(new Set([...all, again].map(({ request }) => request.id)).size).toBe(1)
    await world.workOff()
    expect((await requestsOfResident(accountOfClient(hotline.id), undefined)).items.length).toBe(before + 1)
    expect((await seen(again.request.id)).steps.filter(({ action }) => action === 'add')).toEqual([])
  })

  test('another text is an addition, once; another deadline is kept', async () => {
    const body = anOrder()
    const { request } = await put('A-3', body)
    const more = { ...body, text: '电梯还是没修好，困过一次人', due: later(body.due, 3600_000) }
    expect((await put('A-3', more)).due.theirs).toBe(more.due)
    await put('A-3', more)
    const added = (await seen(request.id)).steps.filter(({ action }) => action === 'add')
    expect(added.map(({ note }) => note)).toEqual([more.text])
  })

  test('what no question takes stands at the end of the text, and an address that is not read as a place of ours, too', async () => {
    const { request, place } = await put('A-4', {
      text: '井盖丢了',
      place: '某某路不存在的地方',
      contact: { phone: '010-88886666' },
    })
    expect(place).toContain('花家地北里')
    const shown = (await seen(request.id)).answers.flatMap(({ items }) => items.map(({ text }) => text))
    expect(shown).toContain('井盖丢了\n地址：某某路不存在的地方\n联系电话：010-88886666\n工单类别：住房-电梯')
  })

  test('the answer goes back with its evidence, and then nothing is added', async () => {
    const { request, with: holder } = await put('A-5', unclear)
    expect(holder?.name).toContain('花家地北里')
    const step = { params: { requestId: request.id } }
    await worker.channels.step({ ...step, body: { action: 'claim', key: mintStepKey() } })
    expect(await get('A-5')).toMatchObject({ state: 'claimed', evidence: [] })
    const photo = await aSentPhoto(worker)
    await worker.channels.step({
      ...step,
      body: { action: 'close', key: mintStepKey(), note: '电梯已修好并试运行', files: [photo] },
    })
    const closed = await get('A-5')
    expect(closed).toMatchObject({ state: 'closed', stateName: '已办结', answer: { text: '电梯已修好并试运行' } })
    expect(closed.evidence).toMatchObject([{ name: '门口.jpg', type: 'image/jpeg', bytes: 1000 }])
    expect((await fetch(closed.evidence[0]?.url ?? '')).status).toBe(200)
    await expect(put('A-5', { text: '又坏了' })).rejects.toMatchObject({
      code: 'step-not-allowed',
      document: { detail: expect.stringContaining('没有收下') },
    })
  })

  test('is nobody else’s: not another system’s, and not an official’s of another city', async () => {
    const { request } = await put('A-6')
    const other = await aSystem(world, city, '城管平台')
    await expect(get('A-6', other.api)).rejects.toMatchObject({ code: 'not-found' })
    await expect(datong.channels.request({ params: { requestId: request.id } })).rejects.toMatchObject({
      code: 'outside-territory',
    })
  })

  test('a paused service takes none, but what was taken is', async () => {
    const first = await put('A-7')
    const { edition } = await worker.channels.channel({ params: { channelId } })
    const paused = await worker.channels.pause({ params: { channelId }, body: { edition } })
    forgetEverything()
    await expect(put('A-8')).rejects.toMatchObject({ code: 'channel-paused' })
    expect((await put('A-7')).request).toEqual(first.request)
    await worker.channels.resume({ params: { channelId }, body: { edition: paused.edition } })
    forgetEverything()
  })

  test('a system that was ended sends no more', async () => {
    const gone = await aSystem(world, city, '旧平台')
    await city.permissions.endClient({ params: { clientId: gone.id } })
    await expect(gone.api.channels.putOrder({ params: { orderId: 'B-1' }, body: anOrder() })).rejects.toMatchObject({
      code: 'unauthenticated',
    })
  })

  test('the earlier of both deadlines is the one that reminds', async () => {
    const { request } = await put('A-9', { due: later(now(), 60_000) })
    await world.workOff()
    moveClock(1000)
    expect((await seen(request.id)).due < later(now(), 60_000)).toBe(true)
  })
})
