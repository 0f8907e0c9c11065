import { expect, test } from 'vitest'
import { completeOf, freshOf, isLow, sayRate } from './rates'

const sums = { rows: 10, asked: 40, missing: 10, soon: 2, stale: 6 }

test('completeness is of what is asked, freshness of what is known', () => {
  expect(completeOf(sums)).toBe(75)
  expect(freshOf(sums)).toBe(80)
  expect(completeOf({})).toBeUndefined()
  expect(freshOf({ ...sums, missing: 40, stale: 0 })).toBeUndefined()
})

test('what is low is told apart, and what is not known is neither', () => {
  expect([isLow(79), isLow(80), isLow(undefined)]).toEqual([true, false, false])
  expect([sayRate(79), sayRate(undefined)]).toEqual(['79%', '—'])
})
