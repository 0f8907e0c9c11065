import { type Api, mintLedgerId, mintStepKey } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { entityId } from '@zmht/shared/knowledge'
import type { LedgerContent } from '@zmht/shared/ledgers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { knowledgeNow } from '../../functions/knowledge/index'
import { applyToGraph } from '../../functions/ledgers/apply'
import { forgetEverything } from '../../functions/platform/cache'
import { later, now } from '../../functions/platform/clock'
import { aLedgerLike } from '../ledgers'
import { officialPhones } from '../people'
import { aWorld, phones, type World } from '../world'

let world: World
let worker: Api
let neighbour: Api
let district: Api
let resident: Api
let door: PlaceId
let ledger: string

const day = 86_400_000
const residents = aLedgerLike('residents')
/** Of everybody the phone and the e-mail address are asked; a phone number may be believed for two years. */
const content: LedgerContent = {
  ...residents,
  columns: ['person.mobile', 'person.email'].map((attribute) => ({ key: attribute, of: 'attribute', attribute })),
}

beforeAll(async () => {
  world = await aWorld()
  const official = await officialPhones()
  const as = async (phone: string) => world.as((await world.signIn('gov', phone)).accessToken)
  worker = await as(official.worker)
  neighbour = await as(official.neighbourWorker)
  district = await as(official.district)
  resident = world.as((await world.signIn('resident', phones.resident)).accessToken)
  const me = await resident.permissions.me()
  const home = me.kind === 'resident' ? me.homes[0] : undefined
  if (home === undefined) throw new Error('the resident has no home')
  door = home.placeId
  ledger = mintLedgerId()
  await worker.ledgers.save({
    params: { ledgerId: ledger },
    body: { content, measures: [], within: [world.places.north], edition: 0 },
  })
  await world.workOff()
})
afterAll(() => world.stop())

/** Something somebody entered long ago. */
async function saidLongAgo(name: string, mobile: string, daysAgo: number): Promise<string> {
  const knowledge = await knowledgeNow()
  const fresh = { fresh: `long ago ${name}` }
  const facts = [
    { attribute: 'person.name', value: name },
    { attribute: 'person.mobile', value: mobile },
  ]
  const given = await applyToGraph(
    {
      knowledge: knowledge.version,
      entities: [{ ref: fresh, kind: 'person', facts }],
      relations: [{ type: 'resides-at', from: fresh, to: { known: entityId(door) } }],
    },
    {
      by: 'a-worker-of-old',
      source: { kind: 'official', id: `old-${name}`, label: '社工登记' },
      at: later(now(), -daysAgo * day),
      knowledge,
      authority: () => 'checked',
    },
  )
  await world.system.settle()
  return given.get(fresh.fresh) ?? ''
}

/** Below a community numbers are some seconds old: asked afresh. */
const at = (api: Api, place: PlaceId) => {
  forgetEverything()
  return api.ledgers.freshness({ params: { ledgerId: ledger }, query: { place } })
}
const dueRows = async (state: 'soon' | 'stale' = 'stale') =>
  (await worker.ledgers.dueRows({ params: { ledgerId: ledger }, query: { state } })).items

async function drifts(): Promise<readonly number[]> {
  const [{ recountLedger }, { readLedger }] = await Promise.all([
    import('../../functions/ledgers/recount'),
    import('../../functions/ledgers/ledger.store'),
  ])
  const found = await readLedger(ledger)
  if (found === undefined) throw new Error('the ledger is missing')
  const all: number[] = []
  for await (const one of recountLedger(found)) all.push(one.drift)
  return all
}

test('what is missing and what is old is told for every place, and a fact that is confirmed at the door is fresh at once', async () => {
  const before = (await at(worker, world.places.north)).here
  const old = await saidLongAgo('何立春', '19000007801', 5000)
  const ageing = await saidLongAgo('何雨水', '19000007802', shelfOf() - 10)
  await saidLongAgo('何惊蛰', '19000007803', 10)
  const { here, children } = await at(worker, world.places.north)
  expect(here).toMatchObject({
    rows: (before.rows ?? 0) + 3,
    asked: 2 * ((before.rows ?? 0) + 3),
    missing: (before.missing ?? 0) + 3,
    stale: (before.stale ?? 0) + 1,
    soon: (before.soon ?? 0) + 1,
  })
  expect(here.columns.find(({ key }) => key === 'person.mobile')).toMatchObject({ label: '手机号', stale: 1, soon: 1 })
  expect(children.reduce((sum, one) => sum + (one.stale ?? 0), 0)).toBe(here.stale)
  expect((await at(district, idOfDivision('110105'))).here).toMatchObject({ stale: here.stale, rows: here.rows })
  await expect(at(neighbour, world.places.north)).rejects.toThrow()
  expect((await drifts()).every((drift) => drift === 0)).toBe(true)

  const [asked, ...others] = await dueRows()
  expect(others).toEqual([])
  expect(asked).toMatchObject({ id: old, name: '何立春', facts: [{ attribute: 'person.mobile', state: 'stale' }] })
  expect((await dueRows('soon')).map(({ id }) => id)).toEqual([ageing])
  // What was seen is confirmed: not what is said otherwise since.
  const facts = (asked?.facts ?? []).map(({ attribute, at: saidAt }) => ({ attribute, at: saidAt }))
  const params = { entityId: old }
  await worker.ledgers.confirm({
    params,
    body: { key: mintStepKey(), facts: [{ attribute: 'person.mobile', at: later(now(), -day) }] },
  })
  expect(await dueRows()).toHaveLength(1)
  await worker.ledgers.confirm({ params, body: { key: mintStepKey(), facts } })
  await world.system.settle()
  expect(await dueRows()).toEqual([])
  expect((await at(worker, world.places.north)).here.stale).toBe((here.stale ?? 0) - 1)
  const { sayings } = await worker.ledgers.history({
    params: { entityId: old, attribute: 'person.mobile' },
    query: {},
  })
  expect(sayings.map(({ outcome, source }) => [outcome, source])).toEqual([
    ['believed', '社工上门确认'],
    ['settled', '社工登记'],
  ])
  expect((await drifts()).every((drift) => drift === 0)).toBe(true)
})

/** For how many days a phone number may be believed. */
const shelfOf = (): number => phoneShelf
let phoneShelf = 0
beforeAll(async () => {
  phoneShelf = (await knowledgeNow()).attribute('person.mobile')?.freshDays ?? 0
})

test('a resident is asked whether what they said long ago still holds, and one tap says so', async () => {
  const { me } = await resident.ledgers.mine()
  const knowledge = await knowledgeNow()
  const [account] = [(await resident.permissions.me()).id]
  const keeps = [...knowledge.attributesOf('person')].find(
    ({ freshDays, value, many, code }) =>
      freshDays !== undefined && value.type === 'text' && !many && code !== 'person.name',
  )
  if (keeps === undefined) throw new Error('some text of a person grows old')
  await applyToGraph(
    {
      knowledge: knowledge.version,
      entities: [
        { ref: { known: entityId(me.id) }, kind: 'person', facts: [{ attribute: keeps.code, value: '街道办事处' }] },
      ],
      relations: [],
    },
    {
      by: account,
      source: { kind: 'self', id: 'old-own', label: '本人更正' },
      at: later(now(), -((keeps.freshDays ?? 0) + 1) * day),
      knowledge,
      authority: () => 'own',
    },
  )
  await world.system.settle()
  const ofMine = async () =>
    (await resident.ledgers.due()).items
      .find(({ id }) => id === me.id)
      ?.facts.filter(({ attribute }) => attribute === keeps.code) ?? []
  const [asked] = await ofMine()
  expect(asked).toMatchObject({ state: 'stale', text: '街道办事处', masked: false })
  const facts = [{ attribute: keeps.code, at: asked?.at ?? '' }]
  await resident.ledgers.confirmMine({ body: { key: mintStepKey(), facts } })
  expect(await ofMine()).toEqual([])
  const { sayings } = await worker.ledgers.history({
    params: { entityId: me.id, attribute: keeps.code },
    query: { purpose: '核对资料' },
  })
  expect(sayings[0]).toMatchObject({ outcome: 'believed', source: '本人确认仍然如此', who: '本人' })
  // Of others nobody confirms anything here.
  const strangers = await neighbourOf()
  await expect(
    resident.ledgers.confirmMine({ body: { key: mintStepKey(), entity: strangers, facts } }),
  ).rejects.toMatchObject({ code: 'not-found' })
})

const neighbourOf = async (): Promise<string> => {
  const other = world.as((await world.signIn('resident', phones.neighbour)).accessToken)
  return (await other.ledgers.mine()).me.id
}
