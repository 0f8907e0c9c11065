import { expect, test } from 'vitest'
import { inCapitals } from './capitals'

test.each([
  ['京a·12345', '京A12345'],
  ['１１０１０１ 19900307 771x', '11010119900307771X'],
  ['91110105-ma01', '91110105MA01'],
  ['京a', '京A'],
  ['', ''],
])('%s stands as %s', (typed, stands) => {
  expect(inCapitals(typed)).toBe(stands)
})
