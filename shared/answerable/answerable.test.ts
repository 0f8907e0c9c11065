import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeIdFrom } from '../geo/place'
import type { EntityId } from '../knowledge/types'
import { type Duty, dutyCodes } from '../permission/duty'
import { answersOf, findingsOf, type Ground, type Holder, tiesElsewhere } from './answer'
import { sayAnswer, sayFinding, sayTimes } from './say'
import { type SectorRule, supervisionsOf } from './sector'
import { type Subject, type Tie, tiesOf, tiesTurnOn } from './tie'

const place = (seed: number) => placeIdFrom(new Uint8Array(7).fill(seed))
const id = (text: string) => text as EntityId // ids are opaque here
const self = id('e1')
const today = '2026-11-29'
const [home, other, third] = [place(1), place(2), place(3)]
type Facts = Readonly<Record<string, string | number | boolean | readonly string[]>>
const told = (facts: Facts): Subject['facts'] =>
  Object.fromEntries(Object.entries(facts).map(([code, value]) => [code, { value }]))
const link = (type: string, to: string, facts?: Facts): Subject['relations'][number] =>
  ({ type, from: self, to: id(to), ...(facts === undefined ? {} : { facts: told(facts) }) }) as never // claims are read for their values alone
const subject = (kind: Subject['kind'], relations: Subject['relations'], facts: Facts = {}): Subject => ({
  id: self,
  kind,
  facts: told(facts),
  relations,
})
const nowhere = () => undefined
const ground = (tie: Tie, organisation?: string, duty: Duty = 'territory'): Ground => ({
  tie,
  holders: new Map<Duty, Holder>(organisation === undefined ? [] : [[duty, { organisation, place: tie.place }]]),
})
/** Listed at its first place, as entities are. */
const listed = (of: Subject): Subject => {
  const [first] = tiesOf(of, nowhere, today)
  return first === undefined ? of : { ...of, hangsOn: first.place }
}
const groundsBy = (of: Subject, holderAt: Readonly<Record<string, string>>) =>
  tiesOf(of, nowhere, today).map((tie) => ground(tie, holderAt[tie.place]))
const whats = (of: Subject, holderAt: Readonly<Record<string, string>>) =>
  findingsOf(listed(of), groundsBy(of, holderAt), []).map(({ what, about }) => `${what} ${about}`)

const placesElsewhere = (of: Subject, ties: readonly Tie[]) => tiesElsewhere(of, ties).map(({ place: at }) => at)

describe('ties', () => {
  test('a person: the home, second homes on their days, the employer’s place', () => {
    const person = subject('person', [
      link('employed-by', 'e9'),
      link('stays-at', other, { 'stays-at.part': '2', 'stays-at.until': '2026-12-31' }),
      link('stays-at', third, { 'stays-at.from': '2027-01-01' }),
      link('resides-at', home),
    ])
    expect(tiesOf(person, () => third, today)).toEqual([
      { basis: 'home', place: home },
      { basis: 'second-home', place: other, times: { part: '2', until: '2026-12-31' } },
      { basis: 'work', place: third, via: 'e9' },
    ])
    expect(tiesTurnOn(person, today)).toBe('2027-01-01')
  })
  test('what waits for a decision binds nobody', () => {
    const person = subject('person', [{ ...link('resides-at', home), pending: true }])
    expect(tiesOf(person, nowhere, today)).toEqual([])
  })
  test('the household register stands in only where no home is known', () => {
    expect(tiesOf(subject('person', [link('registered-at', home)]), nowhere, today)).toEqual([
      { basis: 'registered', place: home },
    ])
    const both = subject('person', [link('registered-at', home), link('resides-at', other)])
    expect(tiesOf(both, nowhere, today)).toEqual([{ basis: 'home', place: other }])
  })
  test('an organisation is where it works, the main site first; else where it is registered', () => {
    const shop = subject('organisation', [
      link('seated-at', third),
      link('operates-at', home, { 'operates-at.role': '2' }),
      link('operates-at', other),
    ])
    expect(tiesOf(shop, nowhere, today)).toEqual([
      { basis: 'site', place: other },
      { basis: 'site', place: home, branch: true },
    ])
    expect(tiesOf(subject('organisation', [link('seated-at', third)]), nowhere, today)).toEqual([
      { basis: 'seat', place: third },
    ])
  })
  test('a thing without a place is where its owner is', () => {
    expect(tiesOf(subject('thing', [link('owned-by', 'e7')]), () => home, today)).toEqual([
      { basis: 'owner', place: home, via: 'e7' },
    ])
  })
  test('who has no place of their own is known to whoever answers for them', () => {
    const worker = subject('person', [link('employed-by', 'e9')])
    expect(
      placesElsewhere(
        worker,
        tiesOf(worker, () => home, today),
      ),
    ).toEqual([home])
    const resident = { ...subject('person', [link('resides-at', home), link('employed-by', 'e9')]), hangsOn: home }
    expect(
      placesElsewhere(
        resident,
        tiesOf(resident, () => other, today),
      ),
    ).toEqual([])
  })
})

describe('findings', () => {
  test('nobody, two at once, and apart by their times', () => {
    const at = { [home]: 'o1', [other]: 'o2' }
    expect(whats(subject('person', [link('resides-at', third)]), at)).toEqual(['none territory'])
    const unsaid = subject('person', [link('resides-at', home), link('stays-at', other)])
    expect(whats(unsaid, at)).toEqual(['two territory', 'also territory'])
    // The same organisation answers for both: nothing to settle.
    expect(whats(unsaid, { [home]: 'o1', [other]: 'o1' })).toEqual(['also territory'])
    const weekends = subject('person', [link('resides-at', home), link('stays-at', other, { 'stays-at.part': '2' })])
    expect(whats(weekends, at)).toEqual(['also territory'])
  })
  test('two second homes at the same time contradict each other', () => {
    const at = { [home]: 'o1', [other]: 'o2', [third]: 'o3' }
    const staying = (one: string, two: string) =>
      subject('person', [
        link('resides-at', home),
        link('stays-at', other, { 'stays-at.part': one }),
        link('stays-at', third, { 'stays-at.part': two }),
      ])
    expect(whats(staying('2', '2'), at)[0]).toBe('two territory')
    expect(whats(staying('1', '2'), at)).toEqual(['also territory', 'also territory'])
  })
  test('a workplace beside a home, and a branch beside the main site, are no contradiction', () => {
    const at = { [home]: 'o1', [other]: 'o2' }
    const branch = subject('organisation', [
      link('operates-at', home),
      link('operates-at', other, { 'operates-at.role': '2' }),
    ])
    expect(whats(branch, at)).toEqual(['none sector'])
    const twice = subject('organisation', [link('operates-at', home), link('operates-at', other)])
    expect(whats(twice, at)).toEqual(['two territory', 'none sector'])
  })
  test('nobody answers for the dead nor for what was dissolved', () => {
    expect(whats(subject('person', [link('resides-at', home)], { 'person.deathDate': '2020-01-01' }), {})).toEqual([])
    const shut = subject('organisation', [link('seated-at', home)], { 'organisation.businessStatus': '5' })
    expect(whats(shut, {})).toEqual([])
  })
})

describe('sectors', () => {
  const rules: Readonly<Record<string, readonly SectorRule[]>> = {
    city: [
      { attribute: 'organisation.industry', code: 'H', organisation: 'commerce' },
      { attribute: 'organisation.foodBusiness', code: '2', organisation: 'market' },
    ],
    district: [{ attribute: 'organisation.industry', code: 'H', organisation: 'district-commerce' }],
  }
  const of = (facts: Facts) =>
    supervisionsOf(subject('organisation', [], facts), ['city', 'district'], (at) => rules[at] ?? []).map(
      ({ organisation, place: at }) => `${organisation} ${at}`,
    )
  test('the nearest upwards, and the particular before the general', () => {
    expect(of({ 'organisation.industry': 'H' })).toEqual(['district-commerce district'])
    expect(of({ 'organisation.industry': 'H', 'organisation.foodBusiness': '2' })).toEqual(['market city'])
    expect(of({ 'organisation.industry': 'A' })).toEqual([])
    expect(of({})).toEqual([])
  })
})

test('everything said of an answer names its place and its organisation', () => {
  const names = {
    place: (at: string) => `〔${at === home ? '北里' : '西里'}〕`,
    other: () => '老张面馆',
    organisation: (one: string) => `【${one}】`,
    part: () => '周末和节假日',
  }
  const [answer] = answersOf([ground({ basis: 'home', place: home }, 'o1')])
  expect(answer && sayAnswer(answer, names)).toBe('因为住在〔北里〕，〔北里〕由【o1】负责属地管理。')
  expect(sayTimes({ part: '2', nights: 2, from: '2026-01-01' }, names)).toBe('周末和节假日，每周住 2 晚，2026-01-01 起')
  const unsaid = subject('person', [link('resides-at', home), link('stays-at', other)])
  const [two] = findingsOf(unsaid, groundsBy(unsaid, { [home]: 'o1', [other]: 'o2' }), [])
  expect(two && sayFinding(two, names)).toBe(
    '住在〔北里〕；还住在〔西里〕，没有说明什么时候住。【o1】、【o2】都要负责，说明什么时候住在哪里，就能分清。',
  )
  const shop = (facts: Facts) => subject('organisation', [link('operates-at', home)], facts)
  const says = (of: Subject) =>
    findingsOf(listed(of), groundsBy(of, { [home]: 'o1' }), []).map((one) => sayFinding(one, names))
  expect(says(shop({}))).toEqual(['还没有登记行业，登记后就会归到主管部门。'])
  expect(says(shop({ 'organisation.industry': 'H' }))).toEqual(['这个行业还没有指定主管部门，指定后就会归到它那里。'])
})

const anyKind = fc.constantFrom<Subject['kind']>('person', 'organisation', 'thing')
const anyLink = fc
  .tuple(
    fc.constantFrom('resides-at', 'stays-at', 'registered-at', 'operates-at', 'seated-at', 'located-at', 'employed-by'),
    fc.integer({ min: 1, max: 5 }),
    fc.option(fc.constantFrom('1', '2', '3'), { nil: undefined }),
    fc.boolean(),
  )
  .map(([type, seed, part, pending]) => ({
    ...link(type, place(seed), part === undefined ? {} : { 'stays-at.part': part, 'operates-at.role': part }),
    ...(pending ? { pending: true as const } : {}),
  }))
const anySubject = fc
  .tuple(anyKind, fc.uniqueArray(anyLink, { maxLength: 6, selector: ({ type, to }) => `${type} ${to}` }))
  .map(([kind, relations]) => subject(kind, relations))
const anyHolders = fc.dictionary(
  fc.constantFrom(...[1, 2, 3, 4, 5].map((seed): string => place(seed))),
  fc.constantFrom('o1', 'o2', 'o3'),
)

test('it is the same in whatever order relations are read, and each finding is one thing', () => {
  fc.assert(
    fc.property(anySubject, anyHolders, (of, holders) => {
      const reversed = { ...of, relations: [...of.relations].reverse() }
      expect(groundsBy(reversed, holders)).toEqual(groundsBy(of, holders))
      const found = findingsOf(listed(of), groundsBy(of, holders), [])
      const keys = found.map(({ what, about, ties }) => `${what} ${about} ${what === 'also' ? ties[0]?.place : ''}`)
      expect(new Set(keys).size).toBe(keys.length)
      for (const { what, ties, organisations } of found) {
        expect(ties.length).toBeGreaterThan(what === 'two' && organisations.length > 0 ? 1 : 0)
        if (what === 'two') expect(organisations.length).toBeGreaterThan(1)
      }
    }),
  )
})

test('with a holder for every place nobody is without one, and with one for all there are never two', () => {
  fc.assert(
    fc.property(anySubject, (of) => {
      const everywhere = Object.fromEntries([1, 2, 3, 4, 5].map((seed) => [place(seed), 'o1']))
      const found = findingsOf(of, groundsBy(of, everywhere), []).filter(({ about }) => about === 'territory')
      expect(found.filter(({ what }) => what !== 'also')).toEqual([])
      const none = findingsOf(of, groundsBy(of, {}), []).filter(({ about }) => about === 'territory')
      expect(none.some(({ what }) => what === 'none')).toBe(groundsBy(of, {}).length > 0)
    }),
  )
})

test('every duty held somewhere is answered for exactly once by each tie', () => {
  const anyDuties = fc.uniqueArray(fc.tuple(fc.constantFrom(...dutyCodes), fc.constantFrom('o1', 'o2')), {
    selector: ([duty]) => duty,
  })
  fc.assert(
    fc.property(anyDuties, (held) => {
      const tie: Tie = { basis: 'home', place: home }
      const holders = new Map(held.map(([duty, organisation]) => [duty, { organisation, place: home }] as const))
      const answers = answersOf([{ tie, holders }])
      const said = answers.flatMap(({ organisation, duties }) => duties.map(({ duty }) => [duty, organisation]))
      expect(new Map(said.map(([duty, one]) => [duty, one]))).toEqual(new Map(held))
      expect(said.length).toBe(held.length)
    }),
  )
})
