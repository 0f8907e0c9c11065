import type { Duty } from '@zmht/shared/permission'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { forgetEverything } from '../../functions/platform/cache'
import { dayInChina, moveClock, now, resetClock } from '../../functions/platform/clock'
import { officialPhones } from '../people'
import { itemsOf } from '../table'
import { aWorld, phones, type World } from '../world'

let world: World
let officials: Awaited<ReturnType<typeof officialPhones>>
let subdistrict: ReturnType<World['as']>
let secretary: ReturnType<World['as']>

const office = () => `o${idOfDivision('110105026')}`
const bureau = () => `o${idOfDivision('110105')}`
const committee = () => `o${world.places.north}`

beforeAll(async () => {
  world = await aWorld()
  officials = await officialPhones()
  subdistrict = world.as((await world.signIn('gov', officials.subdistrict)).accessToken)
  secretary = world.as((await world.signIn('gov', officials.secretary)).accessToken)
})
afterEach(() => resetClock())
afterAll(() => world.stop())

const day = (days: number): string => dayInChina(new Date(Date.parse(now()) + days * 24 * 3600 * 1000).toISOString())
const at = (duty: Duty, placeId = world.places.north) => ({ params: { placeId, duty } })
const give = (duty: Duty, organisation: string, from: string, placeId = world.places.north) =>
  subdistrict.permissions.setDuty({ ...at(duty, placeId), body: { organisation, from, reason: '职责调整' } })
/** Days later, with a session of that day. */
async function daysLater(days: number) {
  moveClock(days * 24 * 3600 * 1000)
  forgetEverything()
  return world.as((await world.signIn('gov', officials.subdistrict)).accessToken)
}

test('who is answerable for a home is the nearest holder upwards, with whom to call', async () => {
  const resident = await world.as((await world.signIn('resident', phones.resident)).accessToken).permissions.me()
  const home = resident.kind === 'resident' ? resident.homes[0] : undefined
  if (home === undefined) throw new Error('the resident has no home')
  const { items } = await secretary.permissions.duties({ params: { placeId: home.placeId } })
  const holders = Object.fromEntries(items.map(({ duty, holder }) => [duty, holder?.organisation.id]))
  expect(holders).toMatchObject({ territory: committee(), fire: office(), 'civil-affairs': bureau() })
  expect(holders.veterans).toBeUndefined()
  expect(items).toHaveLength(20)
  const fire = items.find(({ duty }) => duty === 'fire')
  expect(fire).toMatchObject({ name: '消防安全', holder: { place: { level: 'subdistrict' }, since: '2024-01-01' } })
  expect(fire?.holder?.contacts).toMatchObject([{ title: '街道民生专员', phone: officials.subdistrict }])
})

test('a duty is handed over from a day on, holds for everything inside, and ends: then the next above is answerable', async () => {
  const given = await give('fire', committee(), day(0))
  expect(given.holder).toMatchObject({ organisation: { id: committee() }, place: { id: world.places.north } })
  const ended = await subdistrict.permissions.endDuty(at('fire'))
  expect(ended.holder?.organisation.id).toBe(office())
  expect((await subdistrict.permissions.endDuty(at('fire'))).holder?.organisation.id).toBe(office())
})

test('a handover to come changes nothing until its day, neither for the place nor in the list of the organisation', async () => {
  await give('market', committee(), day(-1))
  await give('market', bureau(), day(3))
  const holds = async (api: typeof subdistrict, organisationId: string) =>
    (await api.permissions.organisationDuties({ params: { organisationId } })).items
      .filter(({ place }) => place.id === world.places.north)
      .map(({ duty }) => duty)
  expect((await secretary.permissions.duty(at('market'))).holder?.organisation.id).toBe(committee())
  expect(await holds(secretary, committee())).toContain('market')
  expect(await holds(secretary, bureau())).not.toContain('market')
  const later = await daysLater(3)
  expect((await later.permissions.duty(at('market'))).holder).toMatchObject({ organisation: { id: bureau() } })
  expect(await holds(later, committee())).not.toContain('market')
  expect(await holds(later, bureau())).toContain('market')
})

test('the same handover again is one, and the history keeps who held it with the reason', async () => {
  await give('health', committee(), day(-10))
  await give('health', bureau(), day(-2))
  await give('health', bureau(), day(-2))
  const history = (await itemsOf('duty')).filter((one) => one.place === world.places.north && one.duty === 'health')
  expect(history.map(({ organisation, from, until, reason }) => ({ organisation, from, until, reason }))).toEqual([
    { organisation: committee(), from: day(-10), until: day(-2), reason: '职责调整' },
    { organisation: bureau(), from: day(-2), until: '9999-12-31', reason: '职责调整' },
  ])
})

test('two who change one place at the same time both get what they asked for', async () => {
  const asked: Duty[] = ['education', 'culture', 'traffic', 'environment']
  await Promise.all(asked.map((duty) => give(duty, committee(), day(0), world.places.west)))
  const { items } = await subdistrict.permissions.duties({ params: { placeId: world.places.west } })
  expect(
    items.filter(({ duty, holder }) => asked.includes(duty) && holder?.organisation.id === committee()),
  ).toHaveLength(4)
})

test.each([
  ['an organisation that does not exist', () => give('fire', 'o00000000000', day(0)), 'body.organisation'],
  ['a day that is none', () => give('fire', committee(), '2026-02-30'), 'body.from'],
  ['an organisation of another city', () => give('fire', `o${idOfDivision('140213057')}`, day(0)), 'body.organisation'],
  ['a day before the present holder began', () => give('territory', bureau(), '2023-12-31'), 'body.from'],
])('%s is refused with the field it is about', async (_, call, path) => {
  await expect(call()).rejects.toMatchObject({ code: 'invalid', document: { fields: [{ path }] } })
})

test('whoever only keeps places gives no duties', async () => {
  await expect(
    secretary.permissions.setDuty({
      ...at('fire'),
      body: { organisation: committee(), from: day(0), reason: '职责调整' },
    }),
  ).rejects.toMatchObject({ code: 'forbidden' })
})

test('whoever organises places elsewhere gives no duties here', async () => {
  const { inventedPhone } = await import('../../functions/local/demonstration')
  const datong = world.as((await world.signIn('gov', inventedPhone(5002))).accessToken)
  const body = { organisation: committee(), from: day(0), reason: '职责调整' }
  await expect(datong.permissions.setDuty({ ...at('fire'), body })).rejects.toMatchObject({ code: 'outside-territory' })
  await expect(datong.permissions.endDuty(at('fire'))).rejects.toMatchObject({ code: 'outside-territory' })
})
