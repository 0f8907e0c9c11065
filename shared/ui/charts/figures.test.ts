import { expect, test } from 'vitest'
import { type Figures, mostBars, mostSeries, ranked, together, totalOf, withFewRows, withFewSeries } from './figures'
import { bySexAndDistrict } from './invented.fixture'

const figures = (amounts: Figures['amounts']): Figures => ({
  rows: amounts.map((_, at) => ({ key: `r${at}`, name: `r${at}` })),
  series: (amounts[0] ?? []).map((_, at) => ({ key: `s${at}`, name: `s${at}` })),
  amounts,
  unit: '人',
})

test('a sum with a withheld part says what the others are at least', () => {
  expect(together([{ value: 2 }, { value: 3 }, {}])).toEqual({ value: 5 })
  expect(together([{ value: 2 }, { withheld: true }])).toEqual({ value: 2, atLeast: true })
  expect(together([{ value: 2, atLeast: true }, { value: 3 }])).toEqual({ value: 5, atLeast: true })
  expect(together([{ withheld: true }])).toEqual({ withheld: true })
  // Two of them may be three and more.
  expect(together([{ withheld: true }, { withheld: true }])).toEqual({})
  expect(together([{ value: 0 }, { withheld: true }])).toEqual({})
})

test('too many series become the heaviest in their order, and the others', () => {
  const eight = figures([[1, 20, 3, 40, 50, 60, 7, 80].map((value) => ({ value }))])
  const few = withFewSeries(eight)
  expect(few.series.map(({ name }) => name)).toEqual(['s1', 's3', 's4', 's5', 's7', '其他'])
  expect(few.series).toHaveLength(mostSeries)
  expect(few.amounts[0]?.at(-1)).toEqual({ value: 11 })
  expect(totalOf(few, 0)).toEqual(totalOf(eight, 0))
  expect(withFewSeries(bySexAndDistrict)).toBe(bySexAndDistrict)
})

test('the largest stands first, with its total; what is not told comes last', () => {
  const some = {
    ...figures([[{ value: 3 }], [{ withheld: true }], [{ value: 9 }], [{}]]),
    totals: [{ value: 30 }, { withheld: true as const }, { value: 90 }, {}],
  }
  const order = ranked(some)
  expect(order.rows.map(({ key }) => key)).toEqual(['r2', 'r0', 'r1', 'r3'])
  expect(order.amounts.map(([amount]) => amount)).toEqual([{ value: 9 }, { value: 3 }, { withheld: true }, {}])
  expect(order.totals?.[0]).toEqual({ value: 90 })
})

test('no more rows are drawn than can be compared', () => {
  const many = figures(Array.from({ length: 43 }, (_, at) => [{ value: at }]))
  const few = withFewRows({ ...many, totals: many.amounts.map(([amount]) => amount ?? {}) })
  expect([few.rows.length, few.amounts.length, few.totals?.length]).toEqual([mostBars, mostBars, mostBars])
})
