import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ageAt } from '../knowledge/identifiers'
import { type Counted, sharesOf, sharesTurnOn } from './count'
import type { Fold, Measure } from './measure'
import { bucketOf, middleOf, percentileOf } from './sketch'
import { tell, tellWhole } from './tell'

const noon = '2026-11-28T04:00:00.000Z'

const row = (facts: Record<string, string | number | boolean | readonly string[] | undefined>): Counted => ({
  id: 'e1',
  facts: Object.fromEntries(
    Object.entries(facts).flatMap(([code, value]) => (value === undefined ? [] : [[code, { value }]])),
  ),
  relations: [],
  freshness: 'fresh',
  columns: [],
})
const people: Measure = { name: '', source: { of: 'ledger', id: 'l1' }, filter: [], groups: [], fold: { by: 'count' } }
const add = (all: readonly ReturnType<typeof sharesOf>[]) => {
  const sum: Record<string, number> = {}
  for (const one of all) for (const [key, amount] of Object.entries(one)) sum[key] = (sum[key] ?? 0) + amount
  return sum
}
const pyramid: Measure = {
  ...people,
  groups: [
    { by: 'band', attribute: 'born', years: true, edges: [18, 65] },
    { by: 'code', attribute: 'sex' },
  ],
}

test('an age pyramid has a number for each band and sex, and for those nothing is known of', () => {
  const all = [
    row({ born: '2010-01-01', sex: '1' }),
    row({ born: '1961-11-28', sex: '2' }),
    row({ born: '1961-11-29', sex: '2' }),
    row({ sex: '2' }),
  ]
  const found = tell(pyramid, add(all.map((one) => sharesOf(pyramid, one, noon))))
  expect(new Set(found.map(({ groups, value }) => `${groups.join('/')} ${value}`))).toEqual(
    new Set(['-/1 1', '65/2 1', '18/2 1', '?/2 1']),
  )
})

test('who has several codes is in each of their groups, and one of all', () => {
  const diseases: Measure = { ...people, groups: [{ by: 'code', attribute: 'ill' }] }
  const shares = add([row({ ill: ['02', '05'] }), row({ ill: ['02'] })].map((one) => sharesOf(diseases, one, noon)))
  expect(tell(diseases, shares)).toEqual(
    expect.arrayContaining([
      { groups: ['02'], value: 2, rows: 2 },
      { groups: ['05'], value: 1, rows: 1 },
    ]),
  )
  expect(tellWhole(diseases, shares)).toEqual({ groups: [], value: 2, rows: 2 })
})

test('a month has its own number, and freshness too', () => {
  const measure: Measure = {
    ...people,
    groups: [{ by: 'time', attribute: 'since', every: 'month' }, { by: 'freshness' }],
  }
  expect(sharesOf(measure, row({ since: '2026-03-07' }), noon)).toEqual({ '2026-03|fresh': 1 })
})

test('who does not meet the filter adds nothing', () => {
  const alone: Measure = { ...people, filter: [{ about: 'code', attribute: 'alone', values: ['yes'] }] }
  expect(sharesOf(alone, row({ alone: false }), noon)).toEqual({})
  expect(sharesOf(alone, row({ alone: true }), noon)).toEqual({ '*': 1 })
})

test('a bucket stands for what falls into it within one percent, whole numbers up to 200 exactly', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (value) => {
      if (Math.abs(value) < 1e-6) return true
      return Math.abs(middleOf(bucketOf(value)) - value) <= Math.abs(value) * 0.0101
    }),
  )
  for (let whole = 0; whole <= 200; whole++) expect(middleOf(bucketOf(whole))).toBe(whole)
})

/** The same told naively, from the rows that are there. */
function naive(fold: Fold, values: readonly number[]): number | undefined {
  const sorted = [...values].sort((one, other) => one - other)
  const sum = values.reduce((total, one) => total + one, 0)
  if (fold.by === 'count') return values.length
  if (values.length === 0) return undefined
  if (fold.by === 'sum') return sum
  if (fold.by === 'average') return sum / values.length
  const percent = fold.by === 'percentile' ? fold.percent : fold.by === 'least' ? 0 : 100
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)]
}

const folds: readonly Fold[] = [
  { by: 'count' },
  { by: 'sum', attribute: 'n' },
  { by: 'average', attribute: 'n' },
  { by: 'least', attribute: 'n' },
  { by: 'most', attribute: 'n' },
  { by: 'percentile', attribute: 'n', percent: 50 },
  { by: 'percentile', attribute: 'n', percent: 90 },
]

test.each(folds)('%j is what the rows that are left say, in whatever order they came and went', (fold) => {
  const measure: Measure = { ...people, fold }
  const numbers = fc.array(
    fc.record({ n: fc.integer({ min: 0, max: 1_000_000 }).map((one) => one / 100), stays: fc.boolean() }),
    { maxLength: 60 },
  )
  fc.assert(
    fc.property(numbers, (all) => {
      const came = all.map(({ n }) => sharesOf(measure, row({ n }), noon))
      const went = all
        .filter(({ stays }) => !stays)
        .map(({ n }) =>
          Object.fromEntries(
            Object.entries(sharesOf(measure, row({ n }), noon)).map(([key, amount]) => [key, -amount]),
          ),
        )
      const left = Object.fromEntries(Object.entries(add([...went, ...came])).filter(([, amount]) => amount !== 0))
      const found = tellWhole(measure, left).value
      const expected = naive(
        fold,
        all.filter(({ stays }) => stays).map(({ n }) => n),
      )
      if (expected === undefined || found === undefined) return found === expected
      const exact = fold.by === 'count' || fold.by === 'sum' || fold.by === 'average'
      return Math.abs(found - expected) <= (exact ? 1e-6 * Math.max(1, expected) : Math.abs(expected) * 0.0101)
    }),
  )
})

test('nothing has no percentile', () => {
  expect(percentileOf(new Map(), 50)).toBeUndefined()
})

test('on no day before the one foretold does a row add something else', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
      const born = new Date(Date.parse(noon) - days * 86_400_000).toISOString().slice(0, 10)
      const one = row({ born, sex: '1' })
      const turning = sharesTurnOn(pyramid, one, noon)
      if (turning === undefined) return ageAt(born, noon) >= 65
      const at = `${turning}T04:00:00.000Z`
      const before = new Date(Date.parse(at) - 86_400_000).toISOString()
      const said = (moment: string) => JSON.stringify(sharesOf(pyramid, one, moment))
      return said(before) === said(noon) && said(at) !== said(noon)
    }),
  )
})
