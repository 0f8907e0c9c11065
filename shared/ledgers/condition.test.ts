import fc from 'fast-check'
import { expect, test } from 'vitest'
import { birthday, type Condition, meets, type Subject, turnsOn } from './condition'

const noon = '2026-11-28T04:00:00.000Z'
const subject = (
  facts: Record<string, Subject['facts'][string]['value']>,
  relations: Subject['relations'] = [],
): Subject => ({
  id: 'e1',
  facts: Object.fromEntries(Object.entries(facts).map(([code, value]) => [code, { value }])),
  relations,
})
const resides = { type: 'resides-at', from: 'e1', to: 'p1' } as Subject['relations'][number] // ids are opaque here

test.each<[string, Condition, Subject, boolean]>([
  ['one of the codes', { about: 'code', attribute: 'a', values: ['1', '2'] }, subject({ a: '2' }), true],
  ['one of several values', { about: 'code', attribute: 'a', values: ['2'] }, subject({ a: ['1', '2'] }), true],
  ['yes', { about: 'code', attribute: 'a', values: ['yes'] }, subject({ a: true }), true],
  ['not no', { about: 'code', attribute: 'a', values: ['no'] }, subject({ a: true }), false],
  ['what nobody has said', { about: 'code', attribute: 'a', values: ['1'] }, subject({}), false],
  ['at least a number', { about: 'number', attribute: 'a', least: 3 }, subject({ a: 3 }), true],
  ['at most a number', { about: 'number', attribute: 'a', most: 3 }, subject({ a: 3.5 }), false],
  ['65 and older, today', { about: 'age', attribute: 'b', least: 65 }, subject({ b: '1961-11-28' }), true],
  ['65 and older, tomorrow', { about: 'age', attribute: 'b', least: 65 }, subject({ b: '1961-11-29' }), false],
  ['under 18', { about: 'age', attribute: 'b', most: 17 }, subject({ b: '2008-11-29' }), true],
  [
    'a day on the first of a span',
    { about: 'date', attribute: 'd', from: '2026-01-01' },
    subject({ d: '2026-01-01' }),
    true,
  ],
  [
    'a time on the last day',
    { about: 'date', attribute: 'd', to: '2026-01-01' },
    subject({ d: '2026-01-01T23:00' }),
    true,
  ],
  ['words', { about: 'words', attribute: 'w', words: '北里' }, subject({ w: '花家地北里超市' }), true],
  ['something known', { about: 'known', attribute: 'w', is: true }, subject({ w: 'x' }), true],
  ['nothing known', { about: 'known', attribute: 'w', is: false }, subject({}), true],
  [
    'a relation',
    { about: 'relation', types: ['resides-at'], direction: 'forward', is: true },
    subject({}, [resides]),
    true,
  ],
  [
    'from the other end',
    { about: 'relation', types: ['resides-at'], direction: 'backward', is: true },
    subject({}, [resides]),
    false,
  ],
  [
    'none of them',
    { about: 'relation', types: ['works-at'], direction: 'forward', is: false },
    subject({}, [resides]),
    true,
  ],
  [
    'one that waits for a decision is none',
    { about: 'relation', types: ['resides-at'], direction: 'forward', is: true },
    subject({}, [{ ...resides, pending: true }]),
    false,
  ],
])('%s', (_, condition, one, expected) => {
  expect(meets(condition, one, noon)).toBe(expected)
})

test('born on 29 February one is older on 1 March', () => {
  expect(birthday('2008-02-29', 18)).toBe('2026-03-01')
  expect(birthday('2008-02-29', 20)).toBe('2028-02-29')
})

test('by itself an answer changes on no day before the one foretold, and on that day', () => {
  const days = fc
    .integer({ min: -40_000, max: 0 })
    .map((back) => new Date(Date.parse(noon) + back * 86_400_000).toISOString().slice(0, 10))
  const years = fc.option(fc.integer({ min: 0, max: 110 }), { nil: undefined })
  fc.assert(
    fc.property(days, years, years, (born, least, most) => {
      const condition: Condition = {
        about: 'age',
        attribute: 'b',
        ...(least === undefined ? {} : { least }),
        ...(most === undefined ? {} : { most }),
      }
      const one = subject({ b: born })
      const now = meets(condition, one, noon)
      const turning = turnsOn(condition, one, noon)
      const at = (day: string) => `${day}T04:00:00.000Z`
      const before = (day: string) => new Date(Date.parse(at(day)) - 86_400_000).toISOString()
      if (turning === undefined) return meets(condition, one, '2190-01-01T04:00:00.000Z') === now
      return (
        meets(condition, one, before(turning)) === now &&
        (least !== undefined && most !== undefined && most < least ? true : meets(condition, one, at(turning)) !== now)
      )
    }),
  )
})
