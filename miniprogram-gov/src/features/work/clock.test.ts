import { expect, test } from 'vitest'
import { clockOf } from './clock'

const now = '2026-11-24T06:00:00.000Z'
const waiting = { state: 'submitted', overdue: false } as const

// A Tuesday, two in the afternoon.
test.each([
  ['2026-11-27T10:00:00.000Z', '还剩 3 个半工作日', 'quiet'],
  ['2026-11-30T10:00:00.000Z', '还剩 4 个半工作日', 'quiet'],
  ['2026-11-25T10:00:00.000Z', '还剩 1 个半工作日', 'quiet'],
  ['2026-11-25T02:00:00.000Z', '还剩 5 小时', 'amber'],
  ['2026-11-24T06:10:30.000Z', '还剩 10 分钟', 'amber'],
  ['2026-11-20T10:00:00.000Z', '已超 1 个半工作日', 'danger'],
  ['2026-11-24T03:00:00.000Z', '已超 3 小时', 'danger'],
  ['2026-11-24T06:00:00.000Z', '还剩不到 1 分钟', 'amber'],
])('what is due %s says 「%s」', (due, words, tone) => {
  expect(clockOf({ ...waiting, due }, now)).toEqual({ words, tone })
})

test('what the server calls late is late, even when this clock is behind', () => {
  expect(clockOf({ ...waiting, overdue: true, due: '2026-11-24T06:05:00.000Z' }, now)?.tone).toBe('danger')
})

test.each(['returned', 'closed', 'withdrawn', 'withheld'] as const)('nobody is on the clock while %s', (state) => {
  expect(clockOf({ state, overdue: false, due: '2026-11-22T05:00:00.000Z' }, now)).toBeUndefined()
})
