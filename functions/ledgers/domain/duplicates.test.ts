import { expect, test } from 'vitest'
import { everyDays, isDue, isWorthAsking } from './duplicates'
import type { Reason } from './likeness'

test.each<['same' | 'perhaps' | 'other', readonly Reason[], boolean]>([
  ['same', ['name', 'phone', 'home'], true],
  ['perhaps', ['name', 'birth-date'], true],
  ['other', ['name-alike', 'home'], true],
  ['other', ['name-alike', 'phone'], true],
  ['other', ['name-alike', 'building'], false],
  ['other', ['name'], false],
  ['other', [], false],
])('%s by %j: somebody is asked: %s', (verdict, reasons, asked) => {
  expect(isWorthAsking({ verdict, reasons, score: 0 })).toBe(asked)
})

test('every district comes up exactly once in the days it takes to go through all', () => {
  for (const district of ['2kx0000000a', '2kx0000000b', 'zzz']) {
    const days = Array.from({ length: everyDays }, (_, day) => isDue(district, 20_000 + day))
    expect(days.filter(Boolean)).toHaveLength(1)
    expect(isDue(district, 20_000)).toBe(isDue(district, 20_000 + everyDays))
  }
})
