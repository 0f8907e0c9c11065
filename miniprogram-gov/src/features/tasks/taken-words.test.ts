import { expect, test } from 'vitest'
import { takenHereWords, takenWords } from './taken-words'

const at = '2026-11-29T01:12:00.000Z'
const now = '2026-11-29T08:00:00.000Z'

test.each<[string, Omit<Parameters<typeof takenWords>[0], 'at'>, string]>([
  ['near', { accuracy: 12, away: 43 }, '11月29日 09:12 拍摄，距任务地点约 40 米'],
  ['at the very place', { accuracy: 5, away: 3 }, '11月29日 09:12 拍摄，距任务地点不到 10 米'],
  ['far away', { accuracy: 20, away: 12_345 }, '11月29日 09:12 拍摄，距任务地点约 12.3 公里'],
  [
    'where the device hardly knew where it was',
    { accuracy: 1500, away: 800 },
    '11月29日 09:12 拍摄，距任务地点约 800 米（定位误差约 1.5 公里）',
  ],
  ['where nobody knows where the item is', { accuracy: 12 }, '11月29日 09:12 拍摄'],
  ['without a place', {}, '11月29日 09:12 拍摄，没有定位'],
])('a photo tells when it was taken and how far away: %s', (_, told, words) => {
  expect(takenWords({ at, ...told }, now)).toBe(words)
})

test('of another year the year is told, on the device that it waits', () => {
  expect(takenWords({ at: '2025-01-02T00:00:00.000Z' }, now)).toBe('2025年1月2日 08:00 拍摄，没有定位')
  expect(takenHereWords({ taken: { at, point: {} } }, now)).toBe('11月29日 09:12 拍摄，等待上传')
  expect(takenHereWords({ taken: { at }, sentAt: now }, now)).toBe('11月29日 09:12 拍摄，没有定位，已上传')
  expect(takenHereWords({}, now)).toBe('等待上传')
})
