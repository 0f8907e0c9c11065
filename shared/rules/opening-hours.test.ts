import { describe, expect, test } from 'vitest'
import { type OpenSpan, openingAt, sayOpenHours, sayOpening } from './opening-hours'

const office: readonly OpenSpan[] = [
  { days: [1, 2, 3, 4, 5], from: '08:30', to: '11:30' },
  { days: [1, 2, 3, 4, 5], from: '13:00', to: '17:30' },
]
const night: readonly OpenSpan[] = [{ days: [7], from: '20:00', to: '02:00' }]
/** 2026-11-30 is a Monday. */
const china = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`).toISOString()
const said = (hours: readonly OpenSpan[], day: string, time: string) =>
  sayOpening(openingAt(hours, china(day, time)), china(day, time))

describe('opening hours', () => {
  test.each([
    ['before it opens', '2026-11-30', '08:29', '现在关门，08:30 开门'],
    ['the minute it opens', '2026-11-30', '08:30', '现在开门，11:30 关门'],
    ['the minute it closes', '2026-11-30', '11:30', '现在关门，13:00 开门'],
    ['in the afternoon', '2026-11-30', '17:29', '现在开门，17:30 关门'],
    ['in the evening', '2026-11-30', '18:00', '现在关门，明天 08:30 开门'],
    ['on Friday evening', '2026-12-04', '18:00', '现在关门，周一 08:30 开门'],
  ])('of an office, %s', (_, day, time, words) => expect(said(office, day, time)).toBe(words))

  test.each([
    ['before', '2026-12-06', '19:00', '现在关门，20:00 开门'],
    ['before midnight', '2026-12-06', '23:00', '现在开门，明天 02:00 关门'],
    ['after midnight, in the next week', '2026-12-07', '01:59', '现在开门，02:00 关门'],
    ['after it closed, a week ahead', '2026-12-07', '02:00', '现在关门，周日 20:00 开门'],
  ])('across midnight from Sunday to Monday, %s', (_, day, time, words) => expect(said(night, day, time)).toBe(words))

  test('that meet are one stretch', () => {
    const round = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }]
    expect(openingAt(round, china('2026-12-01', '12:00'))).toEqual({ open: true, always: true })
    const twoDays = [{ days: [6, 7], from: '00:00', to: '24:00' }]
    expect(openingAt(twoDays, china('2026-12-05', '12:00'))).toMatchObject({ closes: china('2026-12-07', '00:00') })
    expect(said(twoDays, '2026-12-06', '12:00')).toBe('现在开门，24:00 关门')
    const overSunday = [
      { days: [7], from: '20:00', to: '02:00' },
      { days: [1], from: '01:00', to: '09:00' },
    ]
    expect(openingAt(overSunday, china('2026-12-06', '21:00'))).toMatchObject({ closes: china('2026-12-07', '09:00') })
    expect(openingAt(overSunday, china('2026-12-07', '01:30'))).toMatchObject({ closes: china('2026-12-07', '09:00') })
  })

  test('that are not there never open', () => {
    expect(openingAt([], china('2026-12-01', '12:00'))).toEqual({ open: false, opens: undefined })
    expect(said([], '2026-12-01', '12:00')).toBe('现在关门')
  })

  test('are said in words', () => {
    expect(sayOpenHours([...office, ...night])).toEqual([
      '周一至周五 08:30–11:30',
      '周一至周五 13:00–17:30',
      '周日 20:00–次日 02:00',
    ])
    expect(sayOpenHours([{ days: [2, 4, 6, 7], from: '00:00', to: '24:00' }])).toEqual(['周二、周四、周六、周日 全天'])
  })
})
