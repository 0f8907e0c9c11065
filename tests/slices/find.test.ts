import { type Api, type FoundGroupKind, mintGrantId, mintStepKey, mintTaskId } from '@zmht/shared/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { forgetEverything } from '../../functions/platform/cache'
import { metered } from '../../functions/platform/table/client'
import { savedApplication } from '../applications'
import { officialPhones } from '../people'
import { replayStream } from '../replay'
import { idNumber } from '../sheets'
import { communityTask } from '../tasks'
import { aWorld, filledIn, phones, publishCheckUp, type World } from '../world'

let world: World
let worker: Api
let neighbour: Api
let subdistrict: Api
let hospital: Api
let requestId: string
let number: string
let letters: string

const subdistrictPlace = idOfDivision('110105026')

beforeAll(async () => {
  world = await aWorld()
  const official = await officialPhones()
  const as = async (phone: string) => world.as((await world.signIn('gov', phone)).accessToken)
  worker = await as(official.worker)
  neighbour = await as(official.neighbourWorker)
  subdistrict = await as(official.subdistrict)
  hospital = await as(official.hospital)
  const resident = world.as((await world.signIn('resident', phones.resident)).accessToken)
  const enter = async (kind: 'person' | 'organisation' | 'thing', facts: Readonly<Record<string, string>>) =>
    worker.ledgers.enter({
      body: {
        key: mintStepKey(),
        kind,
        place: world.places.north,
        facts: Object.entries(facts).map(([attribute, value]) => ({ attribute, value })),
        links: [],
      },
    })
  await enter('person', {
    'person.name': '赵春晓',
    'person.mobile': '13912348877',
    'person.idNumber': idNumber(822),
  })
  await enter('organisation', { 'organisation.name': '查家便民超市' })
  await savedApplication(worker, [world.places.north])
  await enter('thing', { 'thing.name': '查家送货车', 'thing.plate': '京A12345' })
  const channel = await publishCheckUp(worker, [world.places.north])
  const filled = await filledIn(resident, channel.id)
  requestId = filled.requestId
  const me = await resident.permissions.me()
  const home = (me.kind === 'resident' ? me.homes[0]?.placeId : undefined) ?? world.places.north
  await resident.channels.submit({
    params: { channelId: channel.id, requestId },
    body: { version: channel.version, home, answers: filled.answers, notify: false },
  })
  number = (await resident.channels.request({ params: { requestId } })).number
  letters = number.slice(-5)
  const params = { taskId: mintTaskId() }
  await subdistrict.tasks.saveTask({
    params,
    body: { content: { ...communityTask(), title: '冬季燃气排查' }, within: [world.places.north], edition: 0 },
  })
  await subdistrict.tasks.changeTask({ params, body: { action: 'dispatch', edition: 1 } })
  await world.workOff()
  forgetEverything()
})
afterAll(() => world.stop())

/** What somebody finds: for each group its titles with why. */
async function finds(api: Api, words: string): Promise<Partial<Record<FoundGroupKind, string[]>>> {
  const { groups } = await api.overview.found({ query: { words } })
  return Object.fromEntries(groups.map(({ kind, items }) => [kind, items.map(({ title, by }) => `${title} ${by}`)]))
}

describe('one box finds', () => {
  test('a person by the name, the initials, the end of the phone or of the number', async () => {
    for (const [words, by] of [
      ['赵春', 'name'],
      ['zcx', 'initials'],
      ['8877', 'phone'],
      ['13912348877', 'phone'],
      [idNumber(822).slice(-4), 'number'],
    ] as const)
      expect((await finds(worker, words)).people).toContain(`赵春晓 ${by}`)
  })

  test('a thing by its plate, whole or the end of it', async () => {
    expect((await finds(worker, '京A12345')).things).toEqual(['查家送货车 plate'])
    expect((await finds(worker, '2345')).things).toEqual(['查家送货车 plate'])
  })

  test('an application by its name and its initials, for its keepers', async () => {
    expect((await finds(worker, '说件')).applications).toEqual(['说件事 name'])
    expect((await finds(worker, 'sjs')).applications).toEqual(['说件事 initials'])
    expect((await finds(neighbour, '说件')).applications).toBeUndefined()
    expect((await finds(hospital, '说件')).applications).toBeUndefined()
  })
  test('people, organisations and things of one name, in the order of the groups', async () => {
    const { groups } = await worker.overview.found({ query: { words: '查家' } })
    expect(groups.map(({ kind }) => kind)).toEqual(['organisations', 'things'])
    expect(groups[0]?.items).toEqual([expect.objectContaining({ kind: 'unit', title: '查家便民超市', by: 'name' })])
  })

  test('places by characters and by initials, with where they lie', async () => {
    const { groups } = await worker.overview.found({ query: { words: '花家地北里' } })
    const places = groups.find(({ kind }) => kind === 'places')
    expect(places?.items.length).toBeGreaterThan(0)
    expect(places?.items.length).toBeLessThanOrEqual(5)
    expect(places?.items[0]).toEqual(expect.objectContaining({ kind: 'place', by: 'name' }))
    expect((await finds(worker, 'hjdbl')).places?.[0]).toMatch(/花家地北里.* initials/)
  })

  test('a colleague and an organisation of the directory', async () => {
    const me = await worker.permissions.me()
    expect((await finds(worker, me.name)).people).toContain(`${me.name} name`)
    const organisation = (me.kind === 'official' ? me.posts[0]?.organisation.name : undefined) ?? ''
    expect((await finds(worker, organisation)).organisations?.[0]).toBe(`${organisation} name`)
    expect((await finds(worker, 'wjjd')).organisations?.[0]).toMatch(/望京街道.* initials/)
  })

  test('a service of one’s own organisation and a task that came down, by characters and by initials', async () => {
    const title = (await worker.channels.list()).items[0]?.title ?? ''
    expect((await finds(worker, title.slice(0, 3))).services).toContain(`${title} name`)
    expect((await finds(worker, '燃气')).tasks).toEqual(['冬季燃气排查 name'])
    expect((await finds(worker, 'djrq')).tasks).toEqual(['冬季燃气排查 initials'])
    expect((await finds(subdistrict, '燃气')).tasks).toEqual(['冬季燃气排查 name'])
  })

  test('a request by its number, by its five letters, and by who asked for it', async () => {
    for (const words of [number, letters.toLowerCase()]) {
      const { groups } = await worker.overview.found({ query: { words } })
      expect(groups.find(({ kind }) => kind === 'requests')?.items).toEqual([
        expect.objectContaining({ id: requestId, kind: 'request', by: 'request-number', state: 'submitted' }),
      ])
    }
    const who = (await worker.channels.request({ params: { requestId } })).who
    const asked = await worker.overview.found({ query: { words: who } })
    expect(asked.groups.find(({ kind }) => kind === 'requests')?.items.map(({ id, by }) => [id, by])).toContainEqual([
      requestId,
      'requester',
    ])
    const tail = await worker.overview.found({ query: { words: phones.resident.slice(-4) } })
    expect(tail.groups.find(({ kind }) => kind === 'requests')?.items.map(({ id }) => id)).toContain(requestId)
  })

  test('a number of another day is none', async () => {
    const day = number.startsWith('0101') ? '0102' : '0101'
    expect((await finds(worker, `${day}-${letters}`)).requests).toBeUndefined()
  })
})

describe('strangers', () => {
  test('the neighbouring community finds nobody, nothing and no request of ours', async () => {
    for (const words of ['赵春', 'zcx', '8877', idNumber(822), '京A12345', '查家', number, letters, '燃气']) {
      const found = await finds(neighbour, words)
      expect([words, found.people, found.things, found.requests, found.tasks]).toEqual([
        words,
        undefined,
        undefined,
        undefined,
        undefined,
      ])
      expect(found.organisations ?? []).not.toContain('查家便民超市 name')
    }
    const service = (await worker.channels.list()).items[0]?.title ?? ''
    expect((await finds(neighbour, service)).services).toBeUndefined()
  })

  test('what is not allowed of one kind leaves the others: a hospital finds places and colleagues', async () => {
    const found = await finds(hospital, '花家地北里')
    expect(found.places?.length).toBeGreaterThan(0)
    expect(found.services).toBeUndefined()
    expect((await finds(hospital, '8877')).people).toBeUndefined()
  })

  test('whoever does not read names finds nobody, by whatever they know of them', async () => {
    expect((await finds(subdistrict, '8877')).people).toBeUndefined()
    const city = world.as((await world.signIn('gov', (await officialPhones()).city)).accessToken)
    await city.permissions.saveGrant({
      params: { grantId: mintGrantId() },
      body: {
        content: {
          name: '街道看名单，不看姓名',
          effect: 'allow',
          subject: { organisations: [`o${subdistrictPlace}`] },
          actions: ['ledger.read'],
          resource: {},
          territory: 'own',
          fields: { open: 'full', internal: 'full', personal: 'masked', sensitive: 'none' },
        },
        reason: '街道统筹走访',
        edition: 0,
      },
    })
    forgetEverything()
    expect((await finds(subdistrict, '京A12345')).things).toEqual(['查家送货车 plate'])
    for (const words of ['赵春', 'zcx', '8877']) expect((await finds(subdistrict, words)).people).toBeUndefined()
  })
})

test('told again, a number is kept once', async () => {
  await replayStream(world)
  const { groups } = await worker.overview.found({ query: { words: number } })
  expect(groups.find(({ kind }) => kind === 'requests')?.items).toHaveLength(1)
})

test('a search costs few read units', async () => {
  const costs: Record<string, number> = {}
  for (const words of ['赵春晓', 'zcx', '8877', '京A12345', '花家地北里', '燃气', number]) {
    await finds(worker, words)
    costs[words] = (await metered(() => finds(worker, words))).used.readUnits
  }
  console.log(costs)
  for (const units of Object.values(costs)) expect(units).toBeLessThanOrEqual(25)
})
