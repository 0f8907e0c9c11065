import { describe, expect, test } from 'vitest'
import { daysFrom, lastDay, shortDay } from './days'
import { marksOf } from './marks'

const today = '2026-11-28'
const words = (holder: Parameters<typeof marksOf>[0]) => marksOf(holder, today).map((mark) => mark.words)

describe('days', () => {
  test('are counted over months and years', () => {
    expect(daysFrom('2026-12-31', 1)).toBe('2027-01-01')
    expect(daysFrom('2026-03-01', -1)).toBe('2026-02-28')
  })

  test('are said with the year only where it is another one', () => {
    expect(shortDay('2026-12-08', today)).toBe('12月8日')
    expect(shortDay('2027-01-03', today)).toBe('2027年1月3日')
    expect(lastDay('2027-01-01', today)).toBe('12月31日')
  })
})

describe('beside a name', () => {
  test('stands nothing for who simply holds the post', () => {
    expect(words({ as: 'holder', from: '2024-01-01' })).toEqual([])
  })

  test('stands whom somebody stands in for, and the last day of it', () => {
    const acting = { as: 'acting', from: '2026-11-20', until: '2026-12-08' } as const
    expect(words({ ...acting, standsInFor: { id: 'a', name: '李立春' } })).toEqual(['代理李立春', '至12月7日'])
    expect(words(acting)).toEqual(['代理', '至12月7日'])
  })

  test('stands from when, and until when somebody is away', () => {
    expect(words({ as: 'holder', from: '2026-12-01' })).toEqual(['12月1日起'])
    expect(words({ as: 'holder', from: today })).toEqual([])
    expect(words({ as: 'holder', from: '2024-01-01', away: '2026-12-08' })).toEqual(['休假至12月7日'])
  })
})
