import fc from 'fast-check'
import { expect, test } from 'vitest'
import { baseKnowledge } from '../knowledge/base'
import { entityId } from '../knowledge/index'
import type { Claim, Relation, Value } from '../knowledge/types'
import type { LedgerContent } from './ledger'
import { isIn, rowOf, rowTurnsOn, type Seen } from './row'

const noon = '2026-11-28T04:00:00.000Z'
const [person, home] = [entityId('e00000000000000000001'), entityId('p00000000001')]

const said = (value: Value, at = noon): Claim => ({
  value,
  at,
  by: 'a1',
  version: baseKnowledge.version,
  authority: 'own',
  source: { kind: 'self', id: 's1', label: '本人填写' },
})
const seen = (facts: Record<string, Claim>, more: Partial<Seen> = {}): Seen => ({
  id: person,
  kind: 'person',
  facts,
  relations: [],
  names: {},
  undecided: false,
  ...more,
})
const livesAt: Relation = { type: 'resides-at', from: person, to: home, since: noon, ...said('') }

/** 独居老人: who is 65 or older and lives alone. */
const elders: LedgerContent = {
  name: '独居老人',
  about: '',
  kind: 'person',
  membership: {
    by: 'rule',
    all: [
      { about: 'age', attribute: 'person.birthDate', least: 65 },
      { about: 'code', attribute: 'person.livingAlone', values: ['yes'] },
    ],
  },
  columns: [
    { key: 'name', of: 'attribute', attribute: 'person.name' },
    { key: 'age', of: 'attribute', attribute: 'person.age' },
    { key: 'phone', of: 'attribute', attribute: 'person.mobile' },
    { key: 'home', of: 'relation', types: ['resides-at'], direction: 'forward' },
  ],
  filters: ['person.sex', 'person.chronicDiseases'],
}

test('who meets every condition is in, and shows what is known', () => {
  const one = seen(
    {
      'person.name': said('孙大雪'),
      'person.birthDate': said('1952-01-08'),
      'person.livingAlone': said(true),
      'person.mobile': said('13800000001'),
      'person.sex': said('2'),
      'person.chronicDiseases': said(['02', '05']),
    },
    { relations: [livesAt], names: { [home]: '3号楼2单元501' } },
  )
  expect(isIn(elders, one, noon)).toBe(true)
  expect(rowOf(elders, baseKnowledge, one, noon)).toMatchObject({
    cells: {
      name: { value: '孙大雪', sensitivity: 'personal' },
      age: { value: 74 },
      home: { value: '3号楼2单元501' },
    },
    filters: { 'person.sex': ['2'], 'person.chronicDiseases': ['02', '05'] },
    freshness: 'fresh',
    missing: 0,
  })
})

test('looked at again later on the same day it is the same row', () => {
  const one = seen({ 'person.mobile': said('13800000001') }, { relations: [livesAt], names: { [home]: '501' } })
  expect(rowOf(elders, baseKnowledge, one, '2026-11-28T09:00:00.000Z')).toEqual(rowOf(elders, baseKnowledge, one, noon))
})

test('who lives with others, is younger, or of another kind is not', () => {
  const facts = { 'person.birthDate': said('1952-01-08'), 'person.livingAlone': said(true) }
  expect(isIn(elders, seen({ ...facts, 'person.livingAlone': said(false) }), noon)).toBe(false)
  expect(isIn(elders, seen({ ...facts, 'person.birthDate': said('1972-01-08') }), noon)).toBe(false)
  expect(isIn(elders, seen(facts, { kind: 'thing' }), noon)).toBe(false)
})

test('what nobody has said is missing, and makes nothing stale', () => {
  expect(rowOf(elders, baseKnowledge, seen({}), noon)).toMatchObject({ cells: {}, missing: 4, freshness: 'fresh' })
})

test('a phone may be believed for two years, and thirty days before that it is time to ask', () => {
  const freshnessOn = (day: string) =>
    rowOf(elders, baseKnowledge, seen({ 'person.mobile': said('13800000001') }), `${day}T04:00:00.000Z`).freshness
  expect(freshnessOn('2028-10-28')).toBe('fresh')
  expect(freshnessOn('2028-10-29')).toBe('soon')
  expect(freshnessOn('2028-11-27')).toBe('soon')
  expect(freshnessOn('2028-11-28')).toBe('stale')
})

test('until the day it is said to turn a row is what it was, whatever its age', () => {
  const ago = (most: number) =>
    fc.integer({ min: 0, max: most }).map((days) => new Date(Date.parse(noon) - days * 86_400_000).toISOString())
  fc.assert(
    fc.property(ago(40_000), ago(1500), ago(1500), (born, phoneSaid, aloneSaid) => {
      const one = seen({
        'person.birthDate': said(born.slice(0, 10)),
        'person.mobile': said('13800000001', phoneSaid),
        'person.livingAlone': said(true, aloneSaid),
      })
      const at = (day: string) => `${day}T04:00:00.000Z`
      const whole = (moment: string) => {
        const { cells, ...row } = rowOf(elders, baseKnowledge, one, moment)
        return JSON.stringify({
          in: isIn(elders, one, moment),
          ...row,
          cells: Object.values(cells).map(({ value }) => value),
        })
      }
      const turning = rowTurnsOn(elders, baseKnowledge, one, noon)
      if (turning === undefined) return false
      const dayBefore = new Date(Date.parse(at(turning)) - 86_400_000).toISOString()
      return whole(dayBefore) === whole(noon)
    }),
  )
})
