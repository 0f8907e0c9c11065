import { expect, test } from 'vitest'
import { isAwayOn, isHeldOn } from './directory'

const from = '2026-11-20'
const until = '2026-11-25'

test('a post is held from its first day until the one on which it is no more', () => {
  const held = (day: string) => isHeldOn({ from, until }, day)
  expect(['2026-11-19', from, '2026-11-24', until].map(held)).toEqual([false, true, true, false])
  expect(isHeldOn({ from }, '2099-01-01')).toBe(true)
})

test('who is away is away in any of the absences, and back on the first day back', () => {
  const absences = [
    { from: '2026-10-01', until: '2026-10-08' },
    { from, until },
  ]
  expect(['2026-10-07', '2026-10-08', from, '2026-11-24', until].map((day) => isAwayOn(absences, day))).toEqual([
    true,
    false,
    true,
    true,
    false,
  ])
  expect(isAwayOn([], from)).toBe(false)
})
