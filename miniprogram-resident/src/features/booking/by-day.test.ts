import type { SlotLeftReply } from '@zmht/shared/contract'
import { expect, test } from 'vitest'
import { byDay, wordsInDay } from './by-day'

const slot = (more: Partial<SlotLeftReply>): SlotLeftReply => ({
  id: 'a',
  capacity: 1,
  says: '',
  saysLeft: '还剩 1 个',
  left: 1,
  waiting: 0,
  offers: 'place',
  ...more,
})

test('times stand under their day, and a day that is over is left out', () => {
  const days = byDay(
    [
      slot({ id: 'old', day: '2026-11-28', saysLeft: '已过' }),
      slot({ id: 'am', day: '2026-11-30', from: '09:00', until: '10:00' }),
      slot({ id: 'pm', day: '2026-11-30', from: '14:00' }),
      slot({ id: 'any' }),
    ],
    '2026-11-29T02:00:00.000Z',
  )
  expect(days.map(({ title, slots }) => [title, slots.map(({ id }) => id)])).toEqual([
    ['11月30日 周一', ['am', 'pm']],
    ['', ['any']],
  ])
  expect(days.flatMap(({ slots }) => slots.map(wordsInDay))).toEqual(['上午 9:00–10:00', '下午 2:00 起', '名额'])
})
