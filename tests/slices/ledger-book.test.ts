import { type Api, mintLedgerId, mintStepKey } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import type { LedgerContent } from '@zmht/shared/ledgers'
import { ledgerTemplates } from '@zmht/shared/templates/ledgers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { officialPhones } from '../people'
import { aWorld, phones, type World } from '../world'

let world: World
let worker: Api
let neighbour: Api
let district: Api
let door: PlaceId

const template = (id: string): LedgerContent => {
  const found = ledgerTemplates.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no template is called ${id}`)
  const { id: _id, ...content } = found
  return content
}
const chaoyang = idOfDivision('110105')

beforeAll(async () => {
  world = await aWorld()
  const official = await officialPhones()
  const as = async (phone: string) => world.as((await world.signIn('gov', phone)).accessToken)
  worker = await as(official.worker)
  neighbour = await as(official.neighbourWorker)
  district = await as(official.district)
  const resident = world.as((await world.signIn('resident', phones.resident)).accessToken)
  const me = await resident.permissions.me()
  const home = me.kind === 'resident' ? me.homes[0] : undefined
  if (home === undefined) throw new Error('the resident has no home')
  door = home.placeId
})
afterAll(() => world.stop())

async function open(id: string, content: LedgerContent, edition = 0) {
  const saved = await worker.ledgers.save({
    params: { ledgerId: id },
    body: { content, measures: [], within: [world.places.north], edition },
  })
  await world.workOff()
  return saved
}

test('a worker opens a ledger: whoever lives in its places stands in it, and every tier sees how many', async () => {
  const id = mintLedgerId()
  const saved = await open(id, template('residents'))
  expect(saved.edition).toBe(1)
  const { items } = await worker.ledgers.rows({ params: { ledgerId: id } })
  expect(items.map(({ name }) => name).sort()).toEqual(['周惊蛰', '孙大雪'])
  const mother = items.find(({ name }) => name === '孙大雪')
  expect(mother?.cells['person.idNumber']?.masked).toBe(true)
  expect(mother?.cells['person.sex']?.text).toBe('女')
  const here = await worker.ledgers.measured({
    params: { ledgerId: id, measureId: 'all' },
    query: { place: world.places.north },
  })
  expect(here.here.whole.rows).toBe(2)
  expect(here.children.map(({ whole }) => whole.rows)).toEqual([2])
  // Who may not see the people is not told of fewer than three.
  const above = await district.ledgers.measured({
    params: { ledgerId: id, measureId: 'all' },
    query: { place: chaoyang },
  })
  expect(above.here.whole.rows).toBeUndefined()
  const all = await worker.ledgers.list()
  expect(all.items.find((one) => one.id === id)).toMatchObject({ name: '实有人口', rows: 2 })
})

test('somebody entered at a door is found by name, initials, phone and door, corrected, and seen with their household', async () => {
  const residents = mintLedgerId()
  await open(residents, template('residents'))
  const entered = await worker.ledgers.enter({
    body: {
      key: mintStepKey(),
      kind: 'person',
      place: door,
      facts: [
        { attribute: 'person.name', value: '何立冬' },
        { attribute: 'person.mobile', value: '19000007788' },
        { attribute: 'person.birthDate', value: '1950-03-01' },
      ],
      links: [],
    },
  })
  expect(entered.known).toBe(false)
  await world.system.settle()
  const find = async (api: Api, words: string) =>
    (await api.ledgers.search({ query: { words } })).items.map(({ name }) => name)
  for (const words of ['何立冬', '立冬', 'hld', '7788', '3-2-501'])
    expect(await find(worker, words), words).toContain('何立冬')
  // Not by the neighbours.
  expect(await find(neighbour, '何立冬')).toEqual([])
  const id = entered.entity.id
  await worker.ledgers.correct({
    params: { entityId: id },
    body: { key: mintStepKey(), facts: [{ attribute: 'person.name', value: '何立秋' }], links: [] },
  })
  await world.system.settle()
  expect(await find(worker, '何立冬')).toEqual([])
  expect(await find(worker, '何立秋')).toEqual(['何立秋'])
  const { items } = await worker.ledgers.rows({ params: { ledgerId: residents } })
  expect(items.map(({ name }) => name)).toContain('何立秋')
  const { nodes, edges } = await worker.ledgers.graph({ params: { entityId: id } })
  expect(nodes.map(({ name }) => name)).toEqual(expect.arrayContaining(['何立秋', '周惊蛰', '孙大雪']))
  expect(edges.length).toBeGreaterThan(2)
  const { items: happened } = await worker.ledgers.timeline({ params: { entityId: id } })
  expect(happened.map(({ about }) => about)).toEqual([['姓名'], ['姓名', '手机号', '出生日期', '住在']])
})

test('numbers stay those of a recount by hand while people come, are corrected and go', async () => {
  const id = mintLedgerId()
  await worker.ledgers.save({
    params: { ledgerId: id },
    body: { content: template('residents'), measures: [], within: [world.places.north], edition: 0 },
  })
  await world.workOff()
  const { recountLedger } = await import('../../functions/ledgers/recount')
  const { readLedger } = await import('../../functions/ledgers/ledger.store')
  const drifts = async () => {
    const ledger = await readLedger(id)
    if (ledger === undefined) throw new Error('the ledger is there')
    const found = []
    for await (const one of recountLedger(ledger)) found.push(one)
    return found
  }
  const before = await drifts()
  expect(before.map(({ drift }) => drift)).toEqual(before.map(() => 0))
  expect(before.length).toBeGreaterThan(5)
  const [first] = before
  expect(first?.places).toBeGreaterThan(3)
})
