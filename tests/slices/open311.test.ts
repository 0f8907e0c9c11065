import { type Api, mintChannelId, mintStepKey } from '@zmht/shared/contract'
import { foreignRoutes } from '@zmht/shared/contract/foreign'
import { Problem } from '@zmht/shared/problems'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { endpoints } from '../../functions/channels/endpoints'
import { takeOfDay } from '../../functions/channels/open311/open311.store'
import { mostADay } from '../../functions/channels/open311/send'
import { auditOf } from '../../functions/platform/audit.store'
import { forgetEverything } from '../../functions/platform/cache'
import { dayInChina, later, moveClock, now, resetClock } from '../../functions/platform/clock'
import { open311, readXml, textsOf } from '../open311'
import { anOrder, aSystem, publishRouted, routedService } from '../outside'
import { officialPhones } from '../people'
import { aWorld, publishCheckUp, type World } from '../world'

let world: World
let city: Api
let secretary: Api
let worker: Api
let datong: Api
let system: { id: string; api: Api }
let key: string
let channelId: string

const beijing = { jurisdiction_id: '110000' }
const day = 24 * 3600_000

beforeAll(async () => {
  world = await aWorld()
  const officials = await officialPhones()
  const signedIn = async (phone: string) => world.as((await world.signIn('gov', phone)).accessToken)
  city = await signedIn(officials.keeper)
  worker = await signedIn(officials.worker)
  secretary = await signedIn(officials.secretary)
  datong = await signedIn(officials.datongWorker)
  channelId = await publishRouted(worker, [world.places.north])
  system = await aSystem(world, city, '市民随手拍')
  key = (await city.channels.makeOpen311Key({ params: { clientId: system.id } })).key
  await worker.channels.openToSystems({ params: { channelId }, body: { offered: true } })
  await world.workOff()
  forgetEverything()
})
afterEach(() => resetClock())
afterAll(() => world.stop())

const get = (path: string, query: Record<string, string> = {}) =>
  open311(world, 'GET', path, new URLSearchParams({ ...beijing, ...query }))

/** As the specification sends one. */
const aBody = (more: Record<string, string> = {}): URLSearchParams =>
  new URLSearchParams({
    api_key: key,
    ...beijing,
    service_code: channelId,
    address_string: '花家地北里3号楼2单元',
    email: 'smit333@sfgov.edu',
    device_id: 'tt222111',
    account_id: '123456',
    first_name: '小满',
    last_name: '孙',
    phone: '13900000001',
    description: '3号楼2单元的电梯又坏了，老人下不来楼',
    media_url: 'http://farm3.static.flickr.com/2002/2212426634_5ed477a060.jpg',
    ...more,
  })
const post = (body: URLSearchParams | string, format = 'json', headers: Record<string, string> = {}) =>
  open311(world, 'POST', `/v2/requests.${format}`, body, headers)
const idOf = ({ body }: { body: string }): string => JSON.parse(body)[0]?.service_request_id ?? body
const errorsOf = ({ body }: { body: string }): { code: number; description: string }[] => JSON.parse(body)
const seen = (requestId: string) => worker.channels.request({ params: { requestId } })

test('every route of a foreign standard is bound, once', () => {
  const bound = endpoints.flatMap(({ route }) => ('standard' in route ? [`${route.method} ${route.path}`] : []))
  expect(bound.sort()).toEqual(foreignRoutes.map(({ method, path }) => `${method} ${path}`).sort())
})

describe('discovery', () => {
  test('says where the endpoint is, in both formats', async () => {
    const json = await open311(world, 'GET', '/discovery.json')
    expect(json).toMatchObject({ status: 200, type: 'application/json; charset=utf-8' })
    expect(JSON.parse(json.body).endpoints).toMatchObject([
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url: 'https://api.city.gov/dev/open311/v2',
        type: 'production',
        formats: ['text/xml', 'application/json'],
      },
    ])
    const xml = await open311(world, 'GET', '/discovery.xml')
    expect(xml.type).toBe('text/xml; charset=utf-8')
    expect(xml.body.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<discovery>')).toBe(true)
    const formats = readXml(xml.body).children.find(({ name }) => name === 'endpoints')?.children[0]?.children
    expect(formats?.find(({ name }) => name === 'formats')?.children.map(({ text }) => text)).toEqual([
      'text/xml',
      'application/json',
    ])
  })
})

describe('GET services', () => {
  test('lists what owners offered, with the fields of the specification', async () => {
    const { status, body } = await get('/v2/services.json')
    expect(status).toBe(200)
    expect(JSON.parse(body)).toEqual([
      {
        service_code: channelId,
        service_name: '诉求受理',
        description: '反映身边的问题；承诺 5 个工作日内答复',
        metadata: true,
        type: 'realtime',
        keywords: '诉求受理,其他',
        group: '其他',
      },
    ])
    const root = readXml((await get('/v2/services.xml')).body)
    expect(root.name).toBe('services')
    expect(root.children.map(({ name }) => name)).toEqual(['service'])
    expect(root.children.map(textsOf)).toMatchObject([{ service_code: channelId, metadata: 'true', type: 'realtime' }])
  })

  test('a city nobody offers anything in has none; one that is missing or unknown is refused in both shapes', async () => {
    expect((await get('/v2/services.json', { jurisdiction_id: '140200' })).body).toBe('[]')
    const missing = await open311(world, 'GET', '/v2/services.json')
    expect([missing.status, errorsOf(missing)]).toEqual([
      400,
      [{ code: 400, description: expect.stringContaining('没有 jurisdiction_id') }],
    ])
    const unknown = await get('/v2/services.xml', { jurisdiction_id: 'city.gov' })
    expect(unknown).toMatchObject({ status: 404, type: 'text/xml; charset=utf-8' })
    const errors = readXml(unknown.body)
    expect([errors.name, ...errors.children.map(textsOf)]).toEqual([
      'errors',
      { code: '404', description: 'jurisdiction_id city.gov 没有找到' },
    ])
    // A community is no jurisdiction.
    expect((await get('/v2/services.json', { jurisdiction_id: world.places.north })).status).toBe(404)
  })

  test('another ending than the two is none of ours', async () => {
    const { status, type } = await get(`/v2/services/${channelId}.yaml`)
    expect([status, type]).toEqual([404, 'text/xml; charset=utf-8'])
  })
})

describe('GET a service definition', () => {
  test('has the form’s questions as attributes, in order; description and place are parameters of their own', async () => {
    const { status, body } = await get(`/v2/services/${channelId}.json`)
    expect(status).toBe(200)
    expect(JSON.parse(body)).toMatchObject({
      service_code: channelId,
      attributes: [
        { variable: true, code: 'q3', datatype: 'string', required: false, order: 1, description: '姓名' },
        { variable: true, code: 'q4', datatype: 'string', required: false, order: 2, description: '手机号' },
      ],
    })
    const root = readXml((await get(`/v2/services/${channelId}.xml`)).body)
    expect([root.name, root.children.map(({ name }) => name)]).toEqual([
      'service_definition',
      ['service_code', 'attributes'],
    ])
    expect(root.children[1]?.children.map(({ name }) => name)).toEqual(['attribute', 'attribute'])
  })

  test('a service that is not offered does not exist', async () => {
    const { id } = await publishCheckUp(worker, [world.places.north])
    expect((await get(`/v2/services/${id}.json`)).status).toBe(404)
    expect((await get('/v2/services/033.xml')).status).toBe(404)
  })
})

describe('POST a request', () => {
  test('is one request, routed as an appeal, entered on behalf; nothing that was said is lost, nothing else is kept', async () => {
    const taken = await post(aBody())
    expect(taken).toMatchObject({ status: 200, type: 'application/json; charset=utf-8' })
    expect(JSON.parse(taken.body)).toEqual([
      {
        service_request_id: expect.stringMatching(/^r[0-9a-z]{20}$/),
        service_notice: expect.stringContaining('已转朝阳区住房和城市建设委员会'),
        account_id: null,
      },
    ])
    await world.workOff()
    const request = await seen(idOf(taken))
    expect(request).toMatchObject({
      who: '孙小满',
      behalf: { name: '市民随手拍', way: 'open311', acknowledged: false },
      route: { subject: { code: 'lift' }, sure: true },
    })
    const texts = request.answers.flatMap(({ items }) => items.map(({ text }) => text))
    expect(texts).toEqual(expect.arrayContaining(['孙小满', '花家地北里 3号楼 2单元']))
    expect(texts.join('\n')).toContain(
      '电子邮箱：smit333@sfgov.edu\n附图：http://farm3.static.flickr.com/2002/2212426634_5ed477a060.jpg',
    )
    expect(texts.join('\n')).not.toMatch(/tt222111|123456/)
  })

  test('sent again, at once or five times together, in either format, it is the same request', async () => {
    const body = aBody({ description: '楼道灯不亮了' })
    const all = await Promise.all(Array.from({ length: 5 }, () => post(body)))
    const xml = readXml((await post(body, 'xml')).body)
    expect(xml.name).toBe('service_requests')
    const again = xml.children.map(textsOf)[0]?.service_request_id
    expect(new Set([...all.map(idOf), again]).size).toBe(1)
    moveClock(2 * day)
    expect(idOf(await post(body))).not.toBe(again)
  })

  test('within the hour over midnight it is the same, too', async () => {
    const body = aBody({ description: '门禁打不开了' })
    const midnight = Date.parse(`${dayInChina(later(now(), day))}T00:00:00+08:00`)
    moveClock(midnight - Date.parse(now()) - 60_000)
    const before = idOf(await post(body))
    moveClock(120_000)
    expect(idOf(await post(body))).toBe(before)
    moveClock(2 * 3600_000)
    expect(idOf(await post(body))).not.toBe(before)
  })

  test('under a key of the sender’s own it is one for good, and the key is for nothing else', async () => {
    const headers = { 'Idempotency-Key': '7f3a' }
    const first = idOf(await post(aBody({ description: '井盖丢了' }), 'json', headers))
    moveClock(3 * day)
    expect(idOf(await post(aBody({ description: '井盖丢了' }), 'json', headers))).toBe(first)
    const other = await post(aBody({ description: '路灯不亮' }), 'json', headers)
    expect([other.status, errorsOf(other)[0]?.description]).toEqual([
      400,
      expect.stringContaining('Idempotency-Key 已经用于另一件诉求'),
    ])
  })

  test('attributes answer the form, and each wrong one is told by its code', async () => {
    const taken = await post(
      aBody({ first_name: '', last_name: '', 'attribute[q3]': '李小寒', description: '有人占用消防通道' }),
    )
    expect((await seen(idOf(taken))).who).toBe('李小寒')
    const refused = await post(aBody({ 'attribute[WHISPAWN]': '123456', 'attribute[WHISDORN]': 'COISL001' }))
    expect([refused.status, errorsOf(refused).map(({ description }) => description)]).toEqual([
      400,
      ['这项服务没有 attribute[WHISPAWN] 这一项', '这项服务没有 attribute[WHISDORN] 这一项'],
    ])
    const phone = await post(aBody({ 'attribute[q4]': '12' }))
    expect(errorsOf(phone).map(({ description }) => description)).toEqual([
      expect.stringMatching(/^attribute\[q4\]（手机号）/),
    ])
  })

  test.each([
    ['no description', { description: '' }, '没有 description'],
    ['no place at all', { address_string: '' }, '没有说在哪里'],
    ['a latitude alone', { address_string: '', lat: '37.76524078' }, 'lat 和 long 要一起发'],
    ['a point outside every boundary', { address_string: '', lat: '37.76524078', long: '-122.4212043' }, '画了边界'],
    ['an address that is nowhere', { address_string: '1234 5th street' }, '没有认出“1234 5th street”'],
    ['an address the service does not reach', { address_string: '花家地西里' }, '不在这项服务受理的地方'],
    ['an address_id of nothing', { address_id: '545483' }, '没有这个 address_id'],
    ['no service_code', { service_code: '' }, '没有 service_code'],
  ])('%s is refused with 400, and says so', async (_, more, words) => {
    const refused = await post(aBody(more))
    expect(refused.status).toBe(400)
    expect(errorsOf(refused)).toEqual([{ code: 400, description: expect.stringContaining(words) }])
  })

  test('a point is the lowest place whose boundary holds it; an address_id is the place itself', async () => {
    const ring = [116.45, 39.97, 116.47, 39.97, 116.47, 39.99, 116.45, 39.99, 116.45, 39.97]
    const coordinates = [[0, 2, 4, 6, 8].map((at) => ring.slice(at, at + 2))]
    await secretary.hierarchy.setBoundary({
      params: { placeId: world.places.north },
      body: { crs: 'wgs84', geometry: { type: 'Polygon', coordinates }, version: 0 },
    })
    const nowhere = { address_string: '', description: '你好，有件事想请你们来一趟' }
    const byPoint = await post(aBody({ ...nowhere, lat: '39.98', long: '116.46' }))
    const byId = await post(aBody({ ...nowhere, address_id: world.places.north }))
    expect([byPoint.status, byId.status]).toEqual([200, 200])
    const shown = await Promise.all(
      [byPoint, byId].map((one) => get(`/v2/requests/${idOf(one)}.json`, { api_key: key })),
    )
    expect(shown.map(({ body }) => JSON.parse(body)[0].address_id)).toEqual([world.places.north, world.places.north])
    expect((await post(aBody({ ...nowhere, lat: '39.98', long: '116.48' }))).status).toBe(400)
  })

  test('a service_code that is unknown is 404', async () => {
    expect((await post(aBody({ service_code: '001' }))).status).toBe(404)
    expect((await post(aBody({ jurisdiction_id: '140200' }))).status).toBe(404)
  })

  test.each([
    ['no key', ''],
    ['one that is none', 'xyz'],
    ['one of the right shape', `k${'0'.repeat(20)}.${'a'.repeat(43)}`],
  ])('%s is 403 in both shapes', async (_, api_key) => {
    const json = await post(aBody({ api_key }))
    expect([json.status, errorsOf(json)[0]?.code]).toEqual([403, 403])
    const xml = await post(aBody({ api_key }), 'xml')
    expect([xml.status, readXml(xml.body).children.map(textsOf)[0]?.code]).toEqual([403, '403'])
  })

  test('a body in another format is refused', async () => {
    const refused = await post(JSON.stringify({ api_key: key }), 'json', { 'Content-Type': 'application/json' })
    expect([refused.status, errorsOf(refused)[0]?.description]).toEqual([400, expect.stringContaining('Content-Type')])
    const large = await post(aBody({ description: '长'.repeat(100_000) }), 'xml')
    expect([large.status, readXml(large.body).children.map(textsOf)[0]?.code]).toEqual([400, '413'])
  })

  test('a day’s requests come to an end', async () => {
    const other = await aSystem(world, city, '另一个')
    const { key: others } = await city.channels.makeOpen311Key({ params: { clientId: other.id } })
    expect(await takeOfDay(other.id, dayInChina(now()), 1)).toBe(true)
    expect(await takeOfDay(other.id, dayInChina(now()), 1)).toBe(false)
    expect((await post(aBody({ api_key: others }))).status).toBe(200)
    const left = await Promise.all(Array.from({ length: 5 }, () => takeOfDay(other.id, dayInChina(now()), mostADay)))
    expect(left).toEqual([true, true, true, true, true])
  })

  test('while the service is paused nothing new is taken, and what was taken is', async () => {
    const body = aBody({ description: '垃圾没人清' })
    const taken = idOf(await post(body))
    const { edition } = await worker.channels.channel({ params: { channelId } })
    const paused = await worker.channels.pause({ params: { channelId }, body: { edition } })
    forgetEverything()
    expect((await get('/v2/services.json')).body).toBe('[]')
    const refused = await post(aBody({ description: '井盖又丢了' }))
    expect([refused.status, errorsOf(refused)[0]?.description]).toEqual([400, expect.stringContaining('现在不受理')])
    expect(idOf(await post(body))).toBe(taken)
    await worker.channels.resume({ params: { channelId }, body: { edition: paused.edition } })
    forgetEverything()
  })
})

describe('GET requests', () => {
  test('with its key a system reads what it sent in, with the answer; escapes and Chinese come back as they were', async () => {
    const words = '“三号楼”<b>&quot; 的门 & 窗 \u0007坏了 ]]> 🚪'
    const id = idOf(await post(aBody({ description: words, address_string: '花家地北里' })))
    await world.workOff()
    const own = { api_key: key }
    const xml = await get(`/v2/requests/${id}.xml`, own)
    expect(xml.status).toBe(200)
    const shown = readXml(xml.body).children.map(textsOf)[0]
    expect(shown).toMatchObject({
      service_request_id: id,
      status: 'open',
      service_code: channelId,
      service_name: '诉求受理',
      address: '花家地北里',
      lat: '',
      media_url: '',
    })
    expect(shown?.description).toContain('“三号楼”<b>&quot; 的门 & 窗 坏了 ]]> 🚪')
    expect(shown?.requested_datetime).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+08:00$/)

    const step = { params: { requestId: id } }
    await worker.channels.step({ ...step, body: { action: 'claim', key: mintStepKey() } })
    await worker.channels.step({ ...step, body: { action: 'close', key: mintStepKey(), note: '门已经修好' } })
    const [closed] = JSON.parse((await get(`/v2/requests/${id}.json`, own)).body)
    expect(closed).toMatchObject({ status: 'closed', status_notes: '门已经修好', zipcode: null })
    expect(Object.keys(closed)).toEqual([
      'service_request_id',
      'status',
      'status_notes',
      'service_name',
      'service_code',
      'description',
      'agency_responsible',
      'service_notice',
      'requested_datetime',
      'updated_datetime',
      'expected_datetime',
      'address',
      'address_id',
      'zipcode',
      'lat',
      'long',
      'media_url',
    ])
  })

  test('by ids with commas, by status, by service, by days', async () => {
    const own = { api_key: key }
    const [one, two] = await Promise.all(
      ['台阶坏了', '扶手坏了'].map(async (description) => idOf(await post(aBody({ description })))),
    )
    await world.workOff()
    const ids = async (query: Record<string, string>): Promise<string[]> =>
      JSON.parse((await get('/v2/requests.json', { ...own, ...query })).body).map(
        (each: { service_request_id: string }) => each.service_request_id,
      )
    expect((await ids({ service_request_id: `${one},${two}, r0`, status: 'closed' })).sort()).toEqual([one, two].sort())
    expect(await ids({ status: 'open' })).toEqual(expect.arrayContaining([one, two]))
    expect(await ids({ status: 'closed' })).not.toContain(one)
    expect(await ids({ status: 'open,closed' })).toContain(one)
    expect(await ids({ service_code: mintChannelId() })).toEqual([])
    expect(await ids({ service_code: `001,${channelId}` })).toContain(two)
    expect(await ids({ end_date: '2010-06-24T00:00:00Z' })).toEqual([])
    expect(await ids({ start_date: later(now(), -3600_000) })).toContain(one)
    moveClock(91 * day)
    expect(await ids({})).not.toContain(one)
    expect(await ids({ start_date: later(now(), -100 * day) })).toContain(one)
  })

  test('what is asked for wrongly is refused, every reason at once', async () => {
    const wrong = await get('/v2/requests.json', {
      start_date: '2010-05-24T00:00:00Z',
      end_date: '2010-12-24T00:00:00Z',
      status: 'doing',
    })
    expect([wrong.status, errorsOf(wrong).map(({ description }) => description)]).toEqual([
      400,
      ['start_date 到 end_date 不超过 90 天', 'status 只能是 open 或 closed'],
    ])
    expect((await get('/v2/requests.json', { start_date: '2010-05-24' })).status).toBe(400)
  })

  test('without a key no single request is told; with another’s it does not exist; a wrong one is refused', async () => {
    const id = idOf(await post(aBody({ description: '地砖松了' })))
    await world.workOff()
    expect((await get('/v2/requests.json')).body).toBe('[]')
    expect((await get(`/v2/requests/${id}.json`)).status).toBe(404)
    const other = await aSystem(world, city, '别的平台')
    const { key: others } = await city.channels.makeOpen311Key({ params: { clientId: other.id } })
    expect((await get(`/v2/requests/${id}.json`, { api_key: others })).status).toBe(404)
    expect((await get('/v2/requests.json', { api_key: others, service_request_id: id })).body).toBe('[]')
    expect((await get('/v2/requests.json', { api_key: 'xyz' })).status).toBe(403)
    expect((await get(`/v2/requests/${id}.json`, { api_key: key, jurisdiction_id: '140200' })).status).toBe(404)
  })

  test('a key reads no work orders of its system', async () => {
    const place = world.places.north
    await city.channels.takeOrders({ params: { clientId: system.id }, body: { channelId, place } })
    const { request } = await system.api.channels.putOrder({ params: { orderId: 'W-1' }, body: anOrder() })
    await world.workOff()
    expect((await get(`/v2/requests/${request.id}.json`, { api_key: key })).status).toBe(404)
    expect((await get('/v2/requests.json', { api_key: key })).body).not.toContain(request.id)
  })

  test('no token was ever given out', async () => {
    expect((await get('/v2/tokens/123456.xml')).status).toBe(404)
    expect((await open311(world, 'GET', '/v2/tokens/123456.json')).status).toBe(400)
  })
})

describe('keys', () => {
  test('a new one is told once; the one before is good for a day, the one before that no more', async () => {
    const { id } = await aSystem(world, city, '轮换')
    const params = { clientId: id }
    const isGood = async (api_key: string) => (await get('/v2/requests.json', { api_key })).status === 200
    const first = await city.channels.makeOpen311Key({ params })
    expect(first.formerUntil).toBeUndefined()
    const second = await city.channels.makeOpen311Key({ params })
    expect([await isGood(first.key), await isGood(second.key)]).toEqual([true, true])
    const third = await city.channels.makeOpen311Key({ params })
    expect([await isGood(first.key), await isGood(second.key), await isGood(third.key)]).toEqual([false, true, true])
    const shown = await city.channels.connection({ params })
    expect(JSON.stringify(shown)).not.toContain(third.key.split('.')[1])
    expect(shown.open311).toMatchObject({
      jurisdiction: '110000',
      keys: [{ ends: third.key.slice(-4) }, { ends: second.key.slice(-4), until: third.formerUntil }],
    })
    moveClock(day + 1000)
    expect([await isGood(second.key), await isGood(third.key)]).toEqual([false, true])
    resetClock()
    expect((await city.channels.endOpen311Keys({ params })).open311.keys).toEqual([])
    expect(await isGood(third.key)).toBe(false)
    expect((await auditOf(`client/${id}`)).filter(({ action }) => action === 'client.changed').length).toBe(4)
  })

  test('end with their system', async () => {
    const { id } = await aSystem(world, city, '走了')
    const { key: gone } = await city.channels.makeOpen311Key({ params: { clientId: id } })
    await city.permissions.endClient({ params: { clientId: id } })
    expect((await get('/v2/requests.json', { api_key: gone })).status).toBe(403)
  })

  test('are made by who lets systems in, nobody else', async () => {
    const params = { clientId: system.id }
    await expect(worker.channels.makeOpen311Key({ params })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(datong.channels.connection({ params })).rejects.toBeInstanceOf(Problem)
  })
})

describe('offering a service', () => {
  test('is its owner’s, and only of one that other systems can fill in', async () => {
    const { id: checkUp } = await publishCheckUp(worker, [world.places.north])
    const offer = (api: Api, channel: string, offered = true) =>
      api.channels.openToSystems({ params: { channelId: channel }, body: { offered } })
    await expect(offer(worker, checkUp)).rejects.toMatchObject({
      code: 'invalid',
      document: { detail: expect.stringContaining('没有开放') },
    })
    const draft = await worker.channels.create({ params: { channelId: mintChannelId() }, body: routedService })
    await expect(offer(worker, draft.id)).rejects.toMatchObject({ code: 'invalid' })
    await expect(offer(city, channelId)).rejects.toBeInstanceOf(Problem)
    expect((await secretary.channels.openServices()).items).toMatchObject([{ channelId, listed: true }])
    await offer(worker, channelId, false)
    forgetEverything()
    expect((await get('/v2/services.json')).body).toBe('[]')
    await offer(worker, channelId)
    forgetEverything()
    expect(JSON.parse((await get('/v2/services.json')).body)).toHaveLength(1)
  })
})
