import { describe, expect, test } from 'vitest'
import { formatAge, formatDue, formatExact, formatWhen } from './when'

// 2026-11-24 14:30 in Shanghai
const now = '2026-11-24T06:30:00.000Z'

describe('an instant as people say it, in Asia/Shanghai', () => {
  test.each([
    ['the same minute', '2026-11-24T06:30:00.000Z', '今天 14:30'],
    ['just after midnight in Shanghai, still yesterday in UTC', '2026-11-23T16:05:00.000Z', '今天 00:05'],
    ['the last minute of yesterday in Shanghai', '2026-11-23T15:59:00.000Z', '昨天 23:59'],
    ['tomorrow', '2026-11-24T16:00:00.000Z', '明天 00:00'],
    ['two calendar days ago, less than 48 hours', '2026-11-22T15:00:00.000Z', '2 天前'],
    ['a week ago', '2026-11-17T06:30:00.000Z', '7 天前'],
    ['more than a week ago, this year', '2026-11-04T02:00:00.000Z', '11月4日'],
    ['in three days', '2026-11-27T01:00:00.000Z', '3 天后'],
    ['last year', '2025-12-31T02:00:00.000Z', '2025年12月31日'],
    ['New Year in Shanghai, still last year in UTC', '2025-12-31T16:00:00.000Z', '1月1日'],
  ])('%s', (_, at, words) => {
    expect(formatWhen(at, now)).toBe(words)
  })
})

test.each([
  ['2026-11-24T01:00:00.000Z', '今天'],
  ['2026-11-23T01:00:00.000Z', '昨天'],
  ['2026-11-12T01:00:00.000Z', '12 天前'],
  ['2026-06-20T01:00:00.000Z', '5 个月前'],
  ['2024-11-20T01:00:00.000Z', '2 年前'],
  ['2025-11-24T01:00:00.000Z', '1 年前'],
])('a fact of %s is said to be from %s', (at, words) => {
  expect(formatAge(at, now)).toBe(words)
})

test('the exact time is the wall clock of China', () => {
  expect(formatExact('2026-11-23T16:05:00.000Z')).toBe('2026-11-24 00:05')
})

test.each([
  ['2026-11-24T10:00:00.000Z', '今天 18:00 前'],
  ['2026-11-25T10:00:00.000Z', '明天 18:00 前'],
  ['2026-11-27T10:00:00.000Z', '3 天内'],
  ['2026-12-08T10:00:00.000Z', '12月8日前'],
])('what is due at %s is promised as %s', (due, words) => {
  expect(formatDue(due, now)).toBe(words)
})
