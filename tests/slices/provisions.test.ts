import { type Api, mintDataSetId, mintJobId, mintLedgerId, mintProvisionId, mintStepKey } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { forgetEverything } from '../../functions/platform/cache'
import { dayInChina, later, moveClock, now, resetClock } from '../../functions/platform/clock'
import { minuteOf, saveSwept } from '../../functions/platform/due.store'
import { sweep } from '../../functions/platform/sweep'
import { post } from '../files'
import { residentsLedger } from '../ledgers'
import { officialPhones } from '../people'
import { codeOf } from '../refusal'
import { idNumber, sheetOf } from '../sheets'
import { itemsOf } from '../table'
import { aWorld, type World } from '../world'

let world: World
let district: Api
let subdistrict: Api
let secretary: Api
let worker: Api
let neighbour: Api
let datong: Api
let city: Api
let secretaryPost: string
let workerPost: string
let ledgerId: string

const districtPlace = () => idOfDivision('110105')
const day = 24 * 3600_000
const inDays = (days: number) => dayInChina(later(now(), days * day))
/** What of the body a call was refused for. */
const fieldsOf = async (call: Promise<unknown>): Promise<string[]> =>
  call.then(
    () => [],
    (error) => (error.document.fields ?? []).map(({ path }: { path: string }) => path),
  )

beforeAll(async () => {
  world = await aWorld()
  const phones = await officialPhones()
  await becomesSteward()
  const official = async (phone: string) => world.as((await world.signIn('gov', phone)).accessToken)
  district = await official(phones.district)
  subdistrict = await official(phones.subdistrict)
  secretary = await official(phones.secretary)
  worker = await official(phones.worker)
  neighbour = await official(phones.neighbourWorker)
  datong = await official(phones.datongWorker)
  city = await official(phones.city)
  const { posts } = await secretary.permissions.organisation({
    params: { organisationId: `o${world.places.north}` },
  })
  secretaryPost = posts.find(({ title }) => title === '社区书记')?.id ?? ''
  workerPost = posts.find(({ title }) => title === '社工')?.id ?? ''
  ledgerId = mintLedgerId()
  await district.ledgers.save({
    params: { ledgerId },
    body: { content: residentsLedger, measures: [], within: [districtPlace()], edition: 0 },
  })
  await world.workOff()
})
afterEach(() => {
  resetClock()
  forgetEverything()
})
afterAll(() => world.stop())

/** The district's post hands sheets down as well. */
async function becomesSteward(): Promise<void> {
  const { postsOf, readPost, savePost } = await import('../../functions/permissions/directory.store')
  const { refreshStanding } = await import('../../functions/permissions/standing')
  for (const { id } of await postsOf(`o${districtPlace()}`)) {
    const found = await readPost(id)
    if (found === undefined) throw new Error('the district has a post')
    await savePost({ ...found, roles: [...found.roles, 'data-steward'] })
    for (const { official } of found.holders) await refreshStanding(official)
  }
  forgetEverything()
}

const fields = ['person.name', 'person.mobile', 'person.idNumber', 'place']

async function offer(source: 'ledger' | 'sheet' = 'ledger', more: { name?: string } = {}): Promise<string> {
  const dataSetId = mintDataSetId()
  await district.ledgers.offerDataSet({
    params: { dataSetId },
    body: { name: '实有人口', about: '全区居民', source, ledgerId, fields, ended: false, edition: 0, ...more },
  })
  return dataSetId
}

const asked = (dataSetId: string, more: object = {}) => ({
  dataSetId,
  fields: ['person.name', 'person.mobile', 'person.idNumber'],
  purpose: 'visit' as const,
  reason: '重阳节走访老人',
  places: [world.places.north],
  posts: [secretaryPost],
  until: inDays(30),
  ...more,
})
const ask = (api: Api, dataSetId: string, more: object = {}, provisionId = mintProvisionId()) =>
  api.ledgers.askProvision({ params: { provisionId }, body: asked(dataSetId, more) })
const given = { 'person.name': 'full', 'person.mobile': 'masked', 'person.idNumber': 'none' } as const
const approve = (api: Api, provisionId: string, more: object = {}) =>
  api.ledgers.decideProvision({
    params: { provisionId },
    body: { outcome: 'approve', edition: 1, fields: given, until: inDays(20), ...more },
  })
const rows = (api: Api, provisionId: string) => api.ledgers.provisionRows({ params: { provisionId }, query: {} })
const look = (api: Api, provisionId: string) => api.ledgers.provision({ params: { provisionId } })

/** Asked, approved, and the rules in force everywhere. */
async function inForce(more: object = {}): Promise<string> {
  const { id } = await ask(secretary, await offer())
  await approve(district, id, more)
  await world.workOff()
  forgetEverything()
  return id
}

describe('a data set', () => {
  test('is found by those below whose places it has, and by nobody else', async () => {
    const id = await offer()
    const found = async (api: Api, side: 'offered' | 'own' = 'offered') =>
      (await api.ledgers.dataSets({ query: { side } })).items.some((one) => one.id === id)
    expect(await found(secretary)).toBe(true)
    expect(await found(subdistrict)).toBe(true)
    expect(await found(datong)).toBe(false)
    expect(await found(city)).toBe(false)
    expect(await found(district)).toBe(false)
    expect(await found(district, 'own')).toBe(true)
    expect(await codeOf(datong.ledgers.dataSet({ params: { dataSetId: id } }))).toBe('not-found')
    expect(await secretary.ledgers.dataSet({ params: { dataSetId: id } })).toMatchObject({ own: false, deliveries: [] })
  })

  test('is offered by the organisation whose ledger it is alone, of columns there are', async () => {
    const body = { name: '实有人口', about: '全区居民', source: 'ledger' as const, ledgerId, ended: false, edition: 0 }
    const by = (api: Api, of: readonly string[]) =>
      api.ledgers.offerDataSet({ params: { dataSetId: mintDataSetId() }, body: { ...body, fields: [...of] } })
    // It is of the whole district: none of theirs to offer.
    expect(await codeOf(by(secretary, fields))).toBe('outside-territory')
    expect(await codeOf(by(datong, fields))).toBe('outside-territory')
    expect(await fieldsOf(by(district, ['person.name', 'person.faith']))).toEqual(['body.fields.1'])
  })
})

describe('an ask', () => {
  test('reaches neither beyond its places, its posts, a year, nor what is offered', async () => {
    const id = await offer()
    const wrong = (more: object) => fieldsOf(ask(secretary, id, more))
    expect(await codeOf(ask(secretary, id, { places: [world.places.west] }))).toBe('outside-territory')
    expect(await wrong({ fields: ['person.sex'] })).toEqual(['body.fields.0'])
    expect(await wrong({ posts: [secretaryPost, 'p00000000000'] })).toEqual(['body.posts.1'])
    expect(await wrong({ until: inDays(400) })).toEqual(['body.until'])
    expect(await wrong({ until: inDays(-1) })).toEqual(['body.until'])
    expect(await codeOf(ask(datong, id))).toBe('not-found')
    expect(await codeOf(ask(secretary, mintDataSetId()))).toBe('not-found')
    // Nobody asks themself.
    expect(await codeOf(ask(district, id, { places: [districtPlace()] }))).toBe('invalid')
  })

  test('sent again is the same, and is seen by both sides only', async () => {
    const id = await offer()
    const key = mintProvisionId()
    const first = await ask(secretary, id, {}, key)
    expect(await ask(secretary, id, {}, key)).toEqual(first)
    expect(await codeOf(ask(worker, id, {}, key))).toBe('key-reused')
    expect((await district.ledgers.provisions({ query: { side: 'waiting' } })).items.map((one) => one.id)).toContain(
      key,
    )
    expect((await secretary.ledgers.provisions({ query: { side: 'asked' } })).items.map((one) => one.id)).toContain(key)
    for (const api of [neighbour, datong, subdistrict, city]) {
      expect(await codeOf(look(api, key))).toBe('not-found')
      expect(await codeOf(rows(api, key))).not.toBe('ok')
      expect(await codeOf(approve(api, key))).not.toBe('ok')
      expect(
        await codeOf(api.ledgers.endProvision({ params: { provisionId: key }, body: { edition: 1, reason: '试' } })),
      ).toBe('not-found')
    }
  })

  test('is not decided by who made it, nor is more given than was asked', async () => {
    const { id } = await ask(secretary, await offer())
    expect(await codeOf(approve(secretary, id))).toBe('own-proposal')
    expect(await codeOf(approve(worker, id))).toBe('forbidden')
    expect(await fieldsOf(approve(district, id, { fields: { ...given, place: 'full' } }))).toEqual([
      'body.fields.place',
    ])
    expect(await fieldsOf(approve(district, id, { until: inDays(31) }))).toEqual(['body.until'])
    expect(await codeOf(approve(district, id, { edition: 2 }))).toBe('changed')
    expect(await approve(district, id)).toMatchObject({ edition: 2 })
    // It comes into force by itself meanwhile; sent again it is the same decision.
    await world.system.settle()
    const { edition } = await approve(district, id)
    expect(edition).toBe((await look(district, id)).edition)
    const back = { outcome: 'return', edition, reason: '试' } as const
    expect(await codeOf(district.ledgers.decideProvision({ params: { provisionId: id }, body: back }))).toBe(
      'step-not-allowed',
    )
  })

  test('that is returned says why and gives nothing', async () => {
    const { id } = await ask(secretary, await offer())
    const returned = await district.ledgers.decideProvision({
      params: { provisionId: id },
      body: { outcome: 'return', edition: 1, reason: '请写明走访哪些老人' },
    })
    expect(returned).toMatchObject({ state: 'returned' })
    expect((await look(secretary, id)).history.at(-1)).toMatchObject({ step: 'return', reason: '请写明走访哪些老人' })
    expect(await codeOf(rows(secretary, id))).not.toBe('ok')
  })
})

describe('what is given of a ledger', () => {
  test('is seen by the posts it names, in the places and fields asked for, masked as approved', async () => {
    const id = await inForce()
    expect(await look(secretary, id)).toMatchObject({ state: 'in-force', may: { read: true }, until: inDays(20) })
    const { items } = await rows(secretary, id)
    expect(items.length).toBeGreaterThan(0)
    expect(items.map(({ name }) => name)).toContain('孙大雪')
    expect(items.map(({ name }) => name)).not.toContain('吴寒露')
    for (const { cells } of items) {
      expect(Object.keys(cells)).not.toContain('person.idNumber')
      expect(cells['person.name']?.masked).toBe(false)
      if (cells['person.mobile']) expect(cells['person.mobile']).toMatchObject({ masked: true })
    }
    // Where somebody lives was not asked for: their community, no nearer.
    expect(new Set(items.map(({ place }) => place)).size).toBe(1)
    expect(items[0]?.place).not.toContain('号楼')
    // Another post of the same community, a neighbour, and who approved it see nothing by it.
    for (const api of [worker, neighbour, datong, district, city]) expect(await codeOf(rows(api, id))).not.toBe('ok')
    expect((await look(secretary, id)).rows[0]?.rows).toBe(items.length)
  })

  test('is kept in the audit page by page with its purpose, and both sides see who looked', async () => {
    const id = await inForce({ fields: { ...given, 'person.idNumber': 'full' } })
    const { items } = await rows(secretary, id)
    await rows(secretary, id)
    const { id: who } = await secretary.permissions.me()
    const seen = (await itemsOf('audit')).filter(
      (one) => one.subject === `provision/${id}` && one.outcome === 'seen' && one.actor === who,
    )
    const pages = seen.filter(({ person }) => person === '')
    expect(pages).toHaveLength(2)
    expect(pages[0]).toMatchObject({ action: 'provision.read', purpose: '走访服务：重阳节走访老人' })
    const numbered = items.filter(({ cells }) => cells['person.idNumber'] !== undefined)
    expect(numbered.length).toBeGreaterThan(0)
    expect(numbered.every(({ cells }) => cells['person.idNumber']?.masked === false)).toBe(true)
    expect(seen.filter(({ person }) => numbered.some((one) => one.id === person))).toHaveLength(2 * numbered.length)
    expect((await look(district, id)).looks).toEqual([expect.objectContaining({ times: 2 })])
    expect((await look(secretary, id)).looks[0]?.times).toBe(2)
  })

  test('is no more from the next request on once it is revoked, on an instance that knows the rules', async () => {
    const id = await inForce()
    await rows(secretary, id)
    const { edition } = await look(district, id)
    const over = await district.ledgers.endProvision({
      params: { provisionId: id },
      body: { edition, reason: '走访已结束' },
    })
    expect(over.state).toBe('ended')
    // Nothing was forgotten: the rules stand in memory as they were.
    expect(await codeOf(rows(secretary, id))).toBe('step-not-allowed')
    await world.workOff()
    expect((await itemsOf('grant')).filter(({ id: rule }) => String(rule).startsWith(`provision-${id}`))).toEqual([
      expect.not.objectContaining({ content: expect.anything() }),
      expect.not.objectContaining({ content: expect.anything() }),
    ])
    expect(await codeOf(rows(secretary, id))).not.toBe('ok')
  })

  test('is taken back by who asked, too', async () => {
    const id = await inForce()
    const { edition } = await look(secretary, id)
    const params = { provisionId: id }
    const body = { edition, reason: '用完了' }
    const over = await secretary.ledgers.endProvision({ params, body })
    expect(over).toMatchObject({ state: 'ended', may: { end: false, read: false } })
    expect(await secretary.ledgers.endProvision({ params, body })).toEqual(over)
    expect(await codeOf(rows(secretary, id))).not.toBe('ok')
  })

  test('ends with its last day by itself: at once for who looks, and by the sweep for the books', async () => {
    const id = await inForce({ until: inDays(2) })
    await rows(secretary, id)
    const end = new Date(`${inDays(3)}T00:00:00+08:00`).getTime()
    const { nowMillis } = await import('../../functions/platform/clock')
    moveClock(end - nowMillis() - 1000)
    const phones = await officialPhones()
    const again = async () => world.as((await world.signIn('gov', phones.secretary)).accessToken)
    const late = await again()
    expect(await codeOf(rows(late, id))).toBe('ok')
    moveClock(2000)
    expect(await codeOf(rows(late, id))).not.toBe('ok')
    expect((await look(late, id)).state).toBe('in-force')
    await saveSwept(minuteOf(later(now(), -2 * 60_000)))
    moveClock(2 * 60_000)
    await sweep()
    await world.workOff()
    expect(await look(late, id)).toMatchObject({ state: 'expired', may: { end: false, read: false } })
  })
})

/** A sheet of the district's, read and checked. */
async function aCheckedSheet(lines: readonly (readonly string[])[]) {
  const bytes = await sheetOf(['姓名', '身份证号码', '手机号', '现住址'], lines)
  const params = { ledgerId, importId: mintJobId() }
  const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' as const
  const { url, fields: form } = await district.ledgers.newImport({
    params,
    body: { name: '残疾人.xlsx', type: sheet, bytes: bytes.length },
  })
  await post({ url, fields: form }, Uint8Array.from(bytes))
  await district.ledgers.readSheet({ params, body: { fillDown: false } })
  await world.workOff()
  const { columns } = await district.ledgers.sheetImport({ params })
  await district.ledgers.mapColumns({
    params,
    body: { columns: columns.map(({ column, as }) => ({ column, as })), nearest: false },
  })
  await world.workOff()
  expect((await district.ledgers.sheetImport({ params })).preview?.wrong).toBe(0)
  return params.importId
}

/** Somebody who is known, entered by the worker of where they live. */
async function somebody(api: Api, place: PlaceId, name: string, number: number) {
  const { entity } = await api.ledgers.enter({
    body: {
      key: mintStepKey(),
      kind: 'person',
      place,
      facts: [
        { attribute: 'person.name', value: name },
        { attribute: 'person.idNumber', value: idNumber(number) },
      ],
      links: [],
    },
  })
  return entity.id
}

test('a sheet is split by place, stands for whoever is known, tells who was not found, and goes without touching what others said', async () => {
  const { north, west } = world.places
  const ours = await somebody(worker, north, '何立冬', 701)
  await somebody(neighbour, west, '何小寒', 702)
  await world.workOff()
  const dataSetId = await offer('sheet', { name: '残疾人信息' })
  const first = await ask(secretary, dataSetId)
  await approve(district, first.id)
  const unread = await ask(worker, dataSetId, { posts: [workerPost], fields: ['person.name'] })
  await world.workOff()
  forgetEverything()
  expect((await look(secretary, first.id)).state).toBe('approved')
  const known = async () => JSON.stringify((await itemsOf('entity')).find(({ id }) => id === ours))
  const before = await known()
  expect(before).toContain('何立冬')
  const deliveryId = await aCheckedSheet([
    ['何立冬', idNumber(701), '19000010701', '花家地北里1号楼1单元101'],
    ['何小寒', idNumber(702), '19000010702', '花家地西里1号楼1单元101'],
    ['何大寒', idNumber(703), '19000010703', '花家地北里1号楼1单元102'],
  ])
  const params = { dataSetId, deliveryId }
  expect(await codeOf(secretary.ledgers.deliverSheet({ params }))).toBe('outside-territory')
  await district.ledgers.deliverSheet({ params })
  await district.ledgers.deliverSheet({ params })
  await world.workOff()
  forgetEverything()
  const [sent] = (await district.ledgers.dataSet({ params: { dataSetId } })).deliveries
  expect(sent).toMatchObject({ rows: 3, matched: 2, unmatched: 1, unasked: 1 })
  expect(sent?.problems).toEqual([{ row: 4, message: expect.stringContaining('没有找到') }])
  const arrived = await look(secretary, first.id)
  expect(arrived).toMatchObject({ state: 'in-force', rows: [{ id: north, rows: 1 }] })
  expect(arrived.deliveries).toEqual([expect.objectContaining({ rows: 1, unmatched: 1 })])
  const { items } = await rows(secretary, first.id)
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({
    id: ours,
    name: '何立冬',
    source: expect.stringMatching(/朝阳区.*数据下沉$/),
    cells: { 'person.mobile': { masked: true } },
  })
  // Of what was not given nothing is kept at all.
  const { deliveredRows } = await import('../../functions/ledgers/provisions/delivered.store')
  const [kept] = (await deliveredRows(first.id, undefined)).items
  expect(Object.keys(kept?.facts ?? {}).sort()).toEqual(['person.mobile', 'person.name'])
  // What was given to one is no other's, and nothing of it is in the graph.
  expect(await codeOf(rows(worker, first.id))).not.toBe('ok')
  expect(await codeOf(rows(worker, unread.id))).not.toBe('ok')
  expect(await known()).toBe(before)
  expect((await itemsOf('deliveredRow')).filter(({ provision }) => provision === unread.id)).toEqual([])

  await district.ledgers.endProvision({
    params: { provisionId: first.id },
    body: { edition: arrived.edition, reason: '已核对完' },
  })
  expect(await codeOf(rows(secretary, first.id))).toBe('step-not-allowed')
  await world.workOff()
  expect((await itemsOf('deliveredRow')).filter(({ provision }) => provision === first.id)).toEqual([])
  expect(await known()).toBe(before)
})
