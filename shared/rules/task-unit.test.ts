import { expect, test } from 'vitest'
import { dayAfterDue, doneOf, isUrging, remindDay, unfinishedOf, unitEntryKinds, unitTierOf } from './task-unit'

test.each([
  ['2026-12-01', '2026-12-10', 3, '2026-12-07'],
  ['2026-12-01', '2027-01-02', 3, '2026-12-30'],
  // Dispatched that very day or later: whoever has just got it needs no reminder.
  ['2026-12-07', '2026-12-10', 3, undefined],
  ['2026-12-09', '2026-12-10', 30, undefined],
])('dispatched on %s for %s, %i days before is %s', (start, due, before, day) => {
  expect(remindDay(start, due, before)).toBe(day)
})

test('what is late is late from the day after, over the end of a year', () => {
  expect(dayAfterDue('2026-12-31')).toBe('2027-01-01')
})

test('what need not be done counts neither as done nor as to do; what cannot be done waits for nobody here', () => {
  const counts = { open: 2, claimed: 1, answered: 1, done: 4, unable: 1, void: 7 }
  expect(doneOf(counts)).toEqual({ done: 4, total: 9 })
  expect(unfinishedOf(counts)).toBe(4)
})

test('units are districts, subdistricts and communities; what was said to one is no act of its own', () => {
  expect(unitTierOf('community')).toBe('community')
  expect(unitTierOf('building')).toBeUndefined()
  expect(unitEntryKinds.filter(isUrging)).toEqual(['urge', 'remind', 'escalate'])
})
