import type { HappeningReply } from '@zmht/shared/contract'
import { expect, test } from 'vitest'
import { byDay, timeOf } from './days'

const happening = (at: string): HappeningReply => ({ at, what: 'said', title: '', who: '', about: [] })

test('days are those of China: before midnight there is another day', () => {
  const happenings = ['2026-11-28T02:00:00.000Z', '2026-11-27T16:30:00.000Z', '2026-11-27T15:30:00.000Z'].map(happening)
  const days = byDay(happenings, '2026-11-28T03:00:00.000Z')
  expect(days.map(({ date, name, happenings: those }) => [date, name, those.length])).toEqual([
    ['2026-11-28', '今天', 2],
    ['2026-11-27', '昨天', 1],
  ])
})

test('the time is that of China', () => {
  expect(timeOf('2026-11-27T16:30:00.000Z')).toBe('00:30')
})
