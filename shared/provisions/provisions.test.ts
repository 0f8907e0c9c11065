import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlaceId } from '../geo/place'
import { decide, type OfficialActor } from '../permission/index'
import { type AskScene, checkAsk, checkGift, latestDay } from './check'
import { type Ask, type Gift, type Given, type Provided, placeField, provisionStateCodes } from './provision'
import { accessToField, sightIds, sightOf } from './sight'
import { afterDay, givenAt, isOver, type ProvisionStep, stepFrom } from './step'

const [district, north, west] = ['district', 'north', 'west'] as PlaceId[] // names stand for places
const today = '2026-11-29'
const fields = ['person.name', 'person.mobile', 'person.idNumber', placeField]
const ask: Ask = { fields: ['person.name', placeField], places: [north as PlaceId], posts: ['p1'], until: '2026-12-31' }
const scene: AskScene = {
  offer: { fields, within: [district as PlaceId], ended: false },
  today,
  posts: ['p1', 'p2'],
  own: [north as PlaceId],
  liesIn: (place, places) => places.some((one) => one === place || one === district),
}
const wrong = (more: Partial<Ask>, other: Partial<AskScene> = {}) =>
  checkAsk({ ...ask, ...more }, { ...scene, ...other }).map(({ at }) => at)

test('an ask stays inside what is offered, its own places, its own posts and a year', () => {
  expect(wrong({})).toEqual([])
  expect(wrong({ fields: ['person.name', 'person.secret'] })).toEqual(['fields.1'])
  expect(wrong({ fields: [placeField] })).toEqual(['fields'])
  expect(wrong({ fields: ['person.name', 'person.name'] })).toEqual(['fields'])
  expect(wrong({ places: [west as PlaceId] })).toEqual(['places.0'])
  expect(wrong({}, { offer: { ...scene.offer, within: [west as PlaceId] } })).toEqual(['places.0'])
  expect(wrong({}, { offer: { ...scene.offer, ended: true } })).toEqual(['dataSet'])
  expect(wrong({ posts: ['p3'] })).toEqual(['posts.0'])
  expect(wrong({ until: '2026-11-28' })).toEqual(['until'])
  expect(wrong({ until: '2027-11-29' })).toEqual([])
  expect(wrong({ until: '2027-11-30' })).toEqual(['until'])
  expect(latestDay('2028-02-29')).toBe('2029-02-28')
})

test('never more is given than was asked, and something at least', () => {
  const gift = (more: Partial<Gift>) =>
    checkGift({ fields: { 'person.name': 'full' }, until: '2026-12-31', ...more }, ask, today).map(({ at }) => at)
  expect(gift({})).toEqual([])
  expect(gift({ until: '2026-12-01' })).toEqual([])
  expect(gift({ fields: { 'person.mobile': 'masked', 'person.name': 'full' } })).toEqual(['fields.person.mobile'])
  expect(gift({ fields: {} })).toEqual(['fields'])
  expect(gift({ fields: { [placeField]: 'full' } })).toEqual(['fields'])
  expect(gift({ until: '2027-01-01' })).toEqual(['until'])
  expect(gift({ until: '2026-11-28' })).toEqual(['until'])
})

test('what is over stays over, and nothing is in force that was not approved', () => {
  const all: readonly ProvisionStep[] = ['approve', 'return', 'begin', 'expire', 'end']
  for (const state of provisionStateCodes)
    for (const step of all) {
      const next = stepFrom(state, step)
      if (isOver(state)) expect(next).toBeUndefined()
      if (next === 'in-force') expect([state, step]).toEqual(['approved', 'begin'])
      if (next === 'approved') expect([state, step]).toEqual(['asked', 'approve'])
    }
})

const post = (id: string) => ({
  id,
  title: '社工',
  organisation: 'o1',
  organisations: ['o1'],
  roles: [],
  tags: [],
  rank: 'worker',
  territory: [north as PlaceId],
})
const reader = (id: string): OfficialActor => ({ kind: 'official', id: 'a1', posts: [post(id)] })

/** Whatever was asked, decided and left in whatever state. */
const provided: fc.Arbitrary<Provided> = fc
  .record({
    given: fc.dictionary(fc.constantFrom(...fields), fc.constantFrom<Given>('full', 'masked')),
    until: fc.integer({ min: 1, max: 28 }).map((day) => `2026-11-${String(day).padStart(2, '0')}`),
    state: fc.constantFrom(...provisionStateCodes),
    posts: fc.subarray(['p1', 'p2'], { minLength: 1 }),
    places: fc.subarray([north, west] as PlaceId[], { minLength: 1 }),
  })
  .map(({ given, until, state, posts, places }) => ({
    fields,
    places,
    posts,
    until,
    state,
    given: { fields: given, until },
    from: '2026-11-01T00:00:00.000Z',
  }))

test('whoever looks sees what was given, where, to whom and until when, and nothing else', () => {
  const instants = fc.constantFrom('2026-10-31T00:00:00.000Z', '2026-11-15T00:00:00.000Z', '2027-02-01T00:00:00.000Z')
  fc.assert(
    fc.property(
      provided,
      instants,
      fc.constantFrom('p1', 'p2', 'p3'),
      fc.constantFrom(north, west, district),
      fc.constantFrom(...fields),
      (one, at, who, place, field) => {
        const policy = { version: JSON.stringify(one), grants: sightOf('b1', one) }
        const lineage = [district, ...(place === district ? [] : [place])] as PlaceId[]
        const resource = { kind: 'provision', application: 'b1', lineage }
        const decision = decide(policy, reader(who), 'provision.read', resource, at)
        const now = givenAt(one, at)
        const access =
          decision.allow && now !== undefined
            ? accessToField(decision.fields, now.fields, field, { sensitivity: 'sensitive', isChild: false })
            : 'none'
        const isReached = one.posts.includes(who) && one.places.some((given) => lineage.includes(given))
        const isGood =
          (one.state === 'approved' || one.state === 'in-force') &&
          at >= '2026-11-01' &&
          at < afterDay(one.given?.until ?? '')
        expect(access).toBe(isReached && isGood ? (one.given?.fields[field] ?? 'none') : 'none')
        // Of another ask the rules say nothing.
        expect(decide(policy, reader(who), 'provision.read', { ...resource, application: 'b2' }, at).allow).toBe(false)
        expect(policy.grants.every(({ id }) => sightIds('b1').includes(id))).toBe(true)
      },
    ),
    { numRuns: 2000 },
  )
})

test('of a child only what is sensitive of everybody is whole', () => {
  const everything = { open: 'full', internal: 'full', personal: 'full', sensitive: 'full' } as const
  const given = { 'person.name': 'full', 'person.idNumber': 'full' } as const
  const seen = (field: string, sensitivity: 'personal' | 'sensitive', isChild: boolean) =>
    accessToField(everything, given, field, { sensitivity, isChild })
  expect(seen('person.name', 'personal', false)).toBe('full')
  expect(seen('person.name', 'personal', true)).toBe('masked')
  expect(seen('person.idNumber', 'sensitive', true)).toBe('full')
})

test('the last day is whole in China', () => {
  expect(afterDay('2026-12-31')).toBe('2026-12-31T16:00:00.000Z')
})
