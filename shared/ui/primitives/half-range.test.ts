import { describe, expect, test } from 'vitest'
import { readValue } from '../../knowledge'
import { halvesOf, noHalves, rangeWords, wholeOf } from './half-range'

describe('halves', () => {
  test('a range is its two halves and back', () => {
    const halves = halvesOf('2026-01-02/2026-03-04', '/')
    expect(halves).toEqual({ first: '2026-01-02', second: '2026-03-04' })
    expect(wholeOf(halves, '/')).toBe('2026-01-02/2026-03-04')
  })

  test('a minute of a day is a day and a time', () => {
    expect(halvesOf('2026-01-02T08:30', 'T')).toEqual({ first: '2026-01-02', second: '08:30' })
  })

  test.each([undefined, '', '/'])('nothing in %j', (value) => {
    expect(halvesOf(value, '/')).toEqual(noHalves)
  })

  test('one half is kept, and refused as an answer', () => {
    const half = { first: '08:30', second: undefined }
    const kept = wholeOf(half, '/') ?? ''
    expect(halvesOf(kept, '/')).toEqual(half)
    expect(readValue({ value: { type: 'time-range' }, many: false }, kept).ok).toBe(false)
    expect(
      readValue(
        { value: { type: 'datetime' }, many: false },
        wholeOf({ first: '2026-01-02', second: undefined }, 'T') ?? '',
      ).ok,
    ).toBe(false)
    expect(wholeOf(noHalves, '/')).toBeUndefined()
  })
})

describe('what is said of a range', () => {
  test('which half is missing', () => {
    expect(rangeWords('date', { first: '2026-01-02', second: undefined }).missing).toMatch('结束日期')
    expect(rangeWords('time', { first: undefined, second: '08:00' }).missing).toMatch('开始时间')
  })

  test('an end before the beginning is wrong; the same day is not', () => {
    expect(rangeWords('date', { first: '2026-01-02', second: '2026-01-01' }).wrong).toMatch('结束不能早于开始')
    expect(rangeWords('date', { first: '2026-01-02', second: '2026-01-02' })).toEqual({})
  })

  test('nothing of nothing', () => {
    expect(rangeWords('time', noHalves)).toEqual({})
  })
})
