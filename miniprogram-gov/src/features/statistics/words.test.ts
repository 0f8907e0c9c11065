import { placeIdFrom } from '@zmht/shared/geo'
import { expect, test } from 'vitest'
import { type Measured, timeWords, withoutGaps } from './measured'
import { clockWords, columnsOf, goesDeeper, isPartWithheld, wholeDetail, wholeLabel } from './words'

test('a place is gone into until its community, then its list is opened', () => {
  expect(goesDeeper({ level: 'district', hasChildren: true })).toBe(true)
  expect(goesDeeper({ level: 'subdistrict', hasChildren: true })).toBe(true)
  expect(goesDeeper({ level: 'community', hasChildren: true })).toBe(false)
  expect(goesDeeper({ level: 'subdistrict', hasChildren: false })).toBe(false)
})

test('the clock is that of China', () => expect(clockWords('2026-03-01T18:05:09.000Z')).toBe('02:05:09'))

test('times are said as people say them, and their gaps are filled over the turn of a year and a leap day', () => {
  expect([timeWords('2026'), timeWords('2026-03'), timeWords('2026-03-05')]).toEqual([
    '2026 年',
    '2026 年 3 月',
    '3 月 5 日',
  ])
  expect(withoutGaps(['2025-12', '2026-02'])).toEqual(['2025-12', '2026-01', '2026-02'])
  expect(withoutGaps(['2024-02-28', '2024-03-01'])).toEqual(['2024-02-28', '2024-02-29', '2024-03-01'])
  expect(withoutGaps([])).toEqual([])
  // Somebody typed a year of long ago.
  expect(withoutGaps(['1026-01', '2026-01'])).toEqual(['1026-01', '2026-01'])
})

const measured = (change: Partial<Measured['measure']>, readings: Measured['here']['readings'] = []): Measured => ({
  place: { id: placeIdFrom(Uint8Array.from([0, 1, 2, 3, 4, 5, 6])), name: '朝阳区', level: 'district' },
  measure: { id: 'x', name: '家庭人口', own: true, groups: [], fold: 'count', unit: '人', ...change },
  here: { whole: { groups: [], rows: 40, value: 3.2 }, readings },
  children: [],
})

test('a number that is reckoned says how, and of how many', () => {
  expect(wholeLabel({ name: '家庭人口', fold: 'average' })).toBe('家庭人口，平均')
  expect(wholeLabel({ name: '平均家庭人口', fold: 'average' })).toBe('平均家庭人口')
  expect(wholeLabel({ name: '人数', fold: 'count' })).toBe('人数')
  expect(wholeDetail(measured({ fold: 'average' }))).toBe('按 40 份登记算')
  expect(wholeDetail(measured({}))).toBeUndefined()
})

test('who has no time, and is not in the line, is said beside it', () => {
  const groups: Measured['measure']['groups'] = [{ label: '来的日期', by: 'time', options: [] }]
  expect(wholeDetail(measured({ groups }, [{ groups: ['?'], rows: 7, value: 7 }]))).toBe('另有 7 人没有登记来的日期')
  expect(wholeDetail(measured({ groups }, [{ groups: ['?'] }]))).toBe('有的没有登记来的日期')
})

test('one withheld number is enough for an explanation', () => {
  expect(isPartWithheld(measured({}))).toBe(false)
  expect(isPartWithheld(measured({}, [{ groups: ['1'] }]))).toBe(true)
})

test('columns are the groups of one way, when they are few', () => {
  const options = Array.from({ length: 8 }, (_, at) => ({ code: String(at), name: `第${at}` }))
  const of = (count: number): Measured => ({
    ...measured({ groups: [{ label: '类别', by: 'band', options: options.slice(0, count) }] }),
  })
  expect(columnsOf(of(5))).toHaveLength(5)
  expect(columnsOf(of(8))).toEqual([])
  expect(columnsOf(measured({}))).toEqual([])
})
