import { expect, test } from 'vitest'
import { absenceWords } from './absences'

test('an absence is said by its first and last day away', () => {
  expect(absenceWords({ from: '2026-11-20', until: '2026-12-08' }, '2026-11-28')).toBe('11月20日至12月7日')
  expect(absenceWords({ from: '2026-11-20', until: '2026-11-21' }, '2026-11-28')).toBe('11月20日一天')
  expect(absenceWords({ from: '2026-12-30', until: '2027-01-03' }, '2026-11-28')).toBe('12月30日至2027年1月2日')
})
