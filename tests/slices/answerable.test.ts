import { type Api, mintStepKey } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { forgetEverything } from '../../functions/platform/cache'
import { dayInChina, now } from '../../functions/platform/clock'
import { officialPhones } from '../people'
import { aWorld, type World } from '../world'

let world: World
let worker: Api
let neighbour: Api
let subdistrict: Api
let district: Api
let city: Api
/** A building of each of the two neighbouring communities. */
let north: PlaceId
let west: PlaceId

const committee = () => `o${world.places.north}`
const neighbours = () => `o${world.places.west}`
const office = () => `o${idOfDivision('110105026')}`
const bureau = () => `o${idOfDivision('110105')}`
const chaoyang = idOfDivision('110105')
const wangjing = idOfDivision('110105026')

beforeAll(async () => {
  world = await aWorld()
  const official = await officialPhones()
  const as = async (phone: string) => world.as((await world.signIn('gov', phone)).accessToken)
  worker = await as(official.worker)
  neighbour = await as(official.neighbourWorker)
  subdistrict = await as(official.subdistrict)
  district = await as(official.district)
  city = await as(official.city)
  north = await aBuilding(world.places.north)
  west = await aBuilding(world.places.west)
})
afterAll(() => world.stop())

async function aBuilding(community: PlaceId): Promise<PlaceId> {
  const below = async (placeId: PlaceId) => (await worker.hierarchy.children({ params: { placeId } })).items[0]?.id
  const compound = await below(community)
  const building = compound && (await below(compound))
  if (building === undefined) throw new Error('the community has a building')
  return building
}

async function rootOf(placeId: PlaceId): Promise<PlaceId> {
  const [root] = (await worker.hierarchy.place({ params: { placeId } })).lineage
  if (root === undefined) throw new Error('every place has a root')
  return root.id
}

type Facts = Readonly<Record<string, string | number>>
const said = (facts: Facts) => Object.entries(facts).map(([attribute, value]) => ({ attribute, value }))
const entering = (kind: 'person' | 'organisation' | 'thing', place: PlaceId, facts: Facts) => ({
  body: { key: mintStepKey(), kind, place, facts: said(facts), links: [] },
})

async function enter(api: Api, ...[kind, place, facts]: Parameters<typeof entering>): Promise<string> {
  const { entity } = await api.ledgers.enter(entering(kind, place, facts))
  await world.workOff()
  return entity.id
}

/** Says a relation from an entity to another, with what is said of it. */
async function tie(api: Api, entityId: string, type: string, other: string, facts: Facts = {}): Promise<void> {
  await api.ledgers.correct({
    params: { entityId },
    body: {
      key: mintStepKey(),
      facts: [],
      links: [{ type, direction: 'forward', other, facts: said(facts) }],
    },
  })
  await world.workOff()
}

const answers = async (api: Api, entityId: string) => {
  forgetEverything()
  const { answers: found } = await api.ledgers.answerable({ params: { entityId } })
  return found
}
const general = async (api: Api, entityId: string) =>
  (await answers(api, entityId))
    .filter(({ duties }) => duties.some(({ code }) => code === 'territory'))
    .map(({ by, organisation }) => `${by} ${organisation.id}`)

type What = 'none' | 'two' | 'also'
type Kind = 'person' | 'organisation' | 'thing'
const names = async (api: Api, what: What, kind: Kind, place?: PlaceId) =>
  (await api.ledgers.unanswered({ query: { what, kind, ...(place === undefined ? {} : { place }) } })).items.map(
    ({ name }) => name,
  )

async function counted(api: Api, place: PlaceId, what: What, kind: Kind) {
  forgetEverything()
  const { here, children } = await api.ledgers.unansweredCounts({ query: { place } })
  const rows = (counts: typeof here) => counts.find((one) => one.what === what && one.kind === kind)?.rows
  return { here: rows(here), children: Object.fromEntries(children.map(({ id, counts }) => [id, rows(counts)])) }
}

const territory = (placeId: PlaceId) => ({ params: { placeId, duty: 'territory' as const } })
const give = (api: Api, placeId: PlaceId, organisation: string) =>
  api.permissions.setDuty({
    ...territory(placeId),
    body: { organisation, from: dayInChina(now()), reason: '职责调整' },
  })

test('who answers for a resident is the committee of the home, with the reason; for the work, that of the employer', async () => {
  const person = await enter(worker, 'person', north, { 'person.name': '秦立春' })
  const [first, ...others] = await answers(worker, person)
  expect(first).toMatchObject({ by: 'home', organisation: { id: committee() } })
  expect(first?.because).toMatch(/^因为住在花家地北里.*花家地北里社区由.*负责属地管理。$/)
  // Other duties are held further up.
  expect(others.find(({ organisation }) => organisation.id === office())?.duties.map(({ code }) => code)).toContain(
    'fire',
  )
  const employer = await enter(neighbour, 'organisation', west, { 'organisation.name': '西里面馆' })
  await tie(worker, person, 'employed-by', employer)
  expect(await general(worker, person)).toEqual([`home ${committee()}`, `work ${neighbours()}`])
  // A neighbour's official sees nothing of somebody who only works there.
  await expect(neighbour.ledgers.answerable({ params: { entityId: person } })).rejects.toMatchObject({
    code: 'outside-territory',
  })
  expect(await names(worker, 'two', 'person')).not.toContain('秦立春')
})

test('a second home: nobody says when, so both are asked; with its times both answer, and both see the person', async () => {
  const person = await enter(worker, 'person', north, { 'person.name': '许清明' })
  await expect(neighbour.ledgers.entity({ params: { entityId: person }, query: {} })).rejects.toMatchObject({
    code: 'outside-territory',
  })
  await tie(worker, person, 'stays-at', west)
  expect(await names(worker, 'two', 'person')).toContain('许清明')
  expect(await names(neighbour, 'two', 'person')).toContain('许清明')
  expect((await counted(worker, world.places.north, 'two', 'person')).here).toBe(1)
  expect((await counted(neighbour, world.places.west, 'two', 'person')).here).toBe(1)
  const unsettled = await worker.ledgers.answerable({ params: { entityId: person } })
  expect(unsettled.findings.map(({ what, about }) => `${what} ${about}`)).toEqual(['two territory'])
  await tie(worker, person, 'stays-at', west, { 'stays-at.part': '2', 'stays-at.until': '2027-02-28' })
  expect(await names(worker, 'two', 'person')).not.toContain('许清明')
  expect((await counted(worker, world.places.north, 'two', 'person')).here).toBe(0)
  expect(await names(neighbour, 'also', 'person')).toContain('许清明')
  expect(await names(worker, 'also', 'person')).not.toContain('许清明')
  // The other community opens it too, with the times.
  expect((await neighbour.ledgers.entity({ params: { entityId: person }, query: {} })).name).toBe('许清明')
  const seen = await answers(neighbour, person)
  expect(seen.find(({ by }) => by === 'second-home')).toMatchObject({
    organisation: { id: neighbours() },
    times: '周末和节假日，至 2027-02-28',
  })
  expect(await general(worker, person)).toEqual([`home ${committee()}`, `second-home ${neighbours()}`])
})

test('a second home that is over is seen there no more, though nobody says anything', async () => {
  const person = await enter(worker, 'person', north, { 'person.name': '沈芒种' })
  const today = dayInChina(now())
  await tie(worker, person, 'stays-at', west, { 'stays-at.part': '1', 'stays-at.until': today })
  expect(await names(neighbour, 'also', 'person')).toContain('沈芒种')
  const { answerableFellDue } = await import('../../functions/ledgers/answerable.job')
  const { moveClock, resetClock } = await import('../../functions/platform/clock')
  const { readFindings } = await import('../../functions/ledgers/answerable.store')
  const { entityId } = await import('@zmht/shared/knowledge')
  const { itemsOf } = await import('../table')
  expect((await itemsOf('due')).map(({ subject }) => subject)).toContain(person)
  moveClock(24 * 3600 * 1000)
  await answerableFellDue(person)
  expect(await readFindings(entityId(person))).toBeUndefined()
  resetClock()
  forgetEverything()
})

test('moving house moves who answers, and who sees', async () => {
  const person = await enter(worker, 'person', north, { 'person.name': '施谷雨' })
  expect(await general(worker, person)).toEqual([`home ${committee()}`])
  await tie(worker, person, 'resides-at', west)
  expect(await general(neighbour, person)).toEqual([`home ${neighbours()}`])
  for (const call of [
    () => worker.ledgers.answerable({ params: { entityId: person } }),
    () => worker.ledgers.entity({ params: { entityId: person }, query: {} }),
  ])
    await expect(call()).rejects.toMatchObject({ code: 'outside-territory' })
})

test('a shop answers to its community and to the department of its sector; the particular comes before the general', async () => {
  const shop = await enter(worker, 'organisation', north, {
    'organisation.name': '北里小吃店',
    'organisation.industry': 'H',
  })
  expect(await names(worker, 'none', 'organisation')).toContain('北里小吃店')
  const set = (rules: { attribute: string; code: string; organisation: string }[], edition: number) =>
    district.ledgers.setSupervision({ params: { placeId: chaoyang }, body: { rules, edition } })
  const catering = { attribute: 'organisation.industry', code: 'H', organisation: bureau() }
  const saved = await set([catering], 0)
  expect(saved).toMatchObject({ edition: 1, rules: [{ label: '行业门类', name: '住宿和餐饮业' }] })
  await world.workOff()
  expect(await names(worker, 'none', 'organisation')).not.toContain('北里小吃店')
  const found = await answers(worker, shop)
  expect(found.find(({ by }) => by === 'sector')).toMatchObject({ organisation: { id: bureau() } })
  expect(found.find(({ by }) => by === 'sector')?.because).toMatch(/^因为行业门类是住宿和餐饮业，.*主管。$/)
  expect(found[0]).toMatchObject({ by: 'site', organisation: { id: committee() } })
  // Two that contradict each other: by what it sells, and by what kind of small place it is.
  const [small = ''] = await codesOf('organisation.smallPlaceKind')
  const [food = ''] = await codesOf('organisation.foodBusiness')
  await worker.ledgers.correct({
    params: { entityId: shop },
    body: {
      key: mintStepKey(),
      facts: said({ 'organisation.smallPlaceKind': small, 'organisation.foodBusiness': food }),
      links: [],
    },
  })
  await set(
    [
      catering,
      { attribute: 'organisation.smallPlaceKind', code: small, organisation: office() },
      { attribute: 'organisation.foodBusiness', code: food, organisation: bureau() },
    ],
    1,
  )
  await world.workOff()
  expect(await names(worker, 'two', 'organisation')).toContain('北里小吃店')
  // Sent again it is the same; from an old edition it is refused, and a code that is none is told where it stands.
  await expect(set([catering], 1)).rejects.toMatchObject({ code: 'changed' })
  await expect(set([{ ...catering, code: 'ZZ' }], 2)).rejects.toMatchObject({ code: 'invalid' })
  await set([catering], 2)
  await world.workOff()
  expect(await names(worker, 'two', 'organisation')).not.toContain('北里小吃店')
  const below = await worker.ledgers.supervision({ params: { placeId: world.places.north } })
  expect(below.above.map(({ place, rules }) => `${place.id} ${rules.length}`)).toEqual([`${chaoyang} 1`])
})

async function codesOf(attribute: string): Promise<readonly string[]> {
  const { knowledgeNow } = await import('../../functions/knowledge/index')
  const what = (await knowledgeNow()).attribute(attribute)
  return what?.value.type === 'code' ? what.value.items.map(({ code }) => code) : []
}

test('a shop with two sites is asked which is the branch', async () => {
  const shop = await enter(worker, 'organisation', north, { 'organisation.name': '两处便利店' })
  await tie(worker, shop, 'operates-at', west)
  expect(await names(worker, 'two', 'organisation')).toContain('两处便利店')
  await tie(worker, shop, 'operates-at', west, { 'operates-at.role': '2' })
  expect(await names(worker, 'two', 'organisation')).not.toContain('两处便利店')
  expect(await general(worker, shop)).toEqual([`site ${committee()}`, `site ${neighbours()}`])
})

test('a duty that is taken away is answered from above; with nobody above all are reported and counted, and given again they are not', async () => {
  const person = await enter(worker, 'person', north, { 'person.name': '韩白露' })
  await subdistrict.permissions.endDuty(territory(world.places.north))
  await world.workOff()
  expect(await general(worker, person)).toEqual([`home ${office()}`])
  expect(await names(worker, 'none', 'person')).toEqual([])
  for (const [api, place] of [
    [subdistrict, wangjing],
    [district, chaoyang],
    [city, await rootOf(chaoyang)],
  ] as const)
    await api.permissions.endDuty(territory(place))
  await world.workOff()
  const people = await names(worker, 'none', 'person')
  expect(people).toContain('韩白露')
  expect(await names(neighbour, 'none', 'person')).toEqual([])
  const at = await counted(worker, world.places.north, 'none', 'person')
  expect(at.here).toBe(people.length)
  expect(Object.values(at.children)).toEqual([people.length])
  // What is kept is what a recount by hand finds, at every place.
  const { recountAnswerable } = await import('../../functions/ledgers/answerable-recount')
  const drift = await recountAnswerable()
  expect(drift.wrong).toEqual([])
  expect(drift.places).toBeGreaterThan(4)
  // Above, who may not see the people is told how many, by place, and does not open the list.
  const above = await counted(subdistrict, wangjing, 'none', 'person')
  expect(above.here).toBe(people.length)
  expect(above.children[world.places.north]).toBe(people.length)
  await expect(subdistrict.ledgers.unanswered({ query: { what: 'none', kind: 'person' } })).rejects.toMatchObject({
    code: 'forbidden',
  })
  // Nor does an official look into another's place.
  await expect(
    neighbour.ledgers.unanswered({ query: { what: 'none', kind: 'person', place: world.places.north } }),
  ).rejects.toMatchObject({ code: 'outside-territory' })
  await give(subdistrict, world.places.north, committee())
  await world.workOff()
  expect(await names(worker, 'none', 'person')).toEqual([])
  expect((await counted(subdistrict, wangjing, 'none', 'person')).here).toBe(0)
  expect(await general(worker, person)).toEqual([`home ${committee()}`])
})
