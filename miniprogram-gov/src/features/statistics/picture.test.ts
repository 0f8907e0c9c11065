import type { MeasureReply } from '@zmht/shared/contract'
import { placeIdFrom } from '@zmht/shared/geo'
import { expect, test } from 'vitest'
import type { Measured, Told } from './measured'
import { pictureOf } from './picture'

const sex: MeasureReply['groups'][number] = {
  label: '性别',
  by: 'code',
  options: [
    { code: '1', name: '男' },
    { code: '2', name: '女' },
    { code: '9', name: '未说明' },
    { code: '?', name: '还没登记' },
  ],
}
const age: MeasureReply['groups'][number] = {
  label: '年龄',
  by: 'band',
  options: [
    { code: '-', name: '18 以下' },
    { code: '18', name: '18–59' },
    { code: '60', name: '60 及以上' },
    { code: '?', name: '还没登记' },
  ],
}
const month: MeasureReply['groups'][number] = { label: '来的日期', by: 'time', options: [] }
const freshness: MeasureReply['groups'][number] = {
  label: '新鲜程度',
  by: 'freshness',
  options: [
    { code: 'fresh', name: '新鲜' },
    { code: 'soon', name: '快过期' },
    { code: 'stale', name: '已过期' },
  ],
}

const told = (rows: number | undefined, readings: Readonly<Record<string, number | undefined>> = {}): Told => ({
  whole: rows === undefined ? { groups: [] } : { groups: [], rows, value: rows },
  readings: Object.entries(readings).map(([key, count]) => ({
    groups: key.split('|'),
    ...(count === undefined ? {} : { rows: count, value: count }),
  })),
})

const place = (at: number) => placeIdFrom(Uint8Array.from([at, 1, 2, 3, 4, 5, 6]))
const measured = (
  groups: MeasureReply['groups'],
  here: Told,
  children: readonly Told[] = [],
  fold: MeasureReply['fold'] = 'count',
): Measured => ({
  place: { id: place(0), name: '朝阳区', level: 'district' },
  measure: { id: 'x', name: '人数', own: false, groups, fold, unit: '人' },
  here,
  children: children.map((child, at) => ({
    ...child,
    id: place(at + 1),
    name: `街道${at + 1}`,
    level: 'subdistrict',
    hasChildren: true,
  })),
})
const names = (of: Measured) => pictureOf(of)?.figures.rows.map(({ name }) => name)

test('a number that is told nowhere apart is bars by place, the largest first; withheld ones last', () => {
  const picture = pictureOf(measured([], told(14), [told(4), told(10), told(undefined)]))
  expect(picture).toMatchObject({ kind: 'bars', of: 'children', rowHead: '地点' })
  expect(picture?.figures.rows.map(({ name }) => name)).toEqual(['街道2', '街道1', '街道3'])
  expect(picture?.figures.amounts).toEqual([[{ value: 10 }], [{ value: 4 }], [{ withheld: true }]])
})

test('where nothing lies inside, one number needs no picture', () => {
  expect(pictureOf(measured([], told(14)))).toBeUndefined()
})

test('codes are stacked by place; who stands in two groups is one in the total', () => {
  const picture = pictureOf(measured([sex], told(9), [told(5, { '1': 3, '2': 3 }), told(4, { '2': 4 })]))
  expect(picture?.figures.series.map(({ name }) => name)).toEqual(['男', '女'])
  expect(picture?.figures.totals).toEqual([{ value: 5 }, { value: 4 }])
  expect(picture?.figures.amounts).toEqual([
    [{ value: 3 }, { value: 3 }],
    [{ value: 0 }, { value: 4 }],
  ])
})

test('what is in a total and not told apart lengthens its bar; places where nobody is have none', () => {
  const picture = pictureOf(
    measured([sex], told(40), [told(24, { '1': undefined, '2': undefined }), told(16, { '1': 9, '2': 7 }), told(0)]),
  )
  expect(picture?.figures.rows.map(({ name }) => name)).toEqual(['街道1', '街道2'])
  expect(picture?.figures.series.map(({ name }) => name)).toEqual(['男', '女', '不分开写的'])
  expect(picture?.figures.amounts).toEqual([
    [{ withheld: true }, { withheld: true }, { value: 24 }],
    [{ value: 9 }, { value: 7 }, { value: 0 }],
  ])
})

test('codes at a place without places inside, and averages of codes, are bars of the groups', () => {
  expect(pictureOf(measured([sex], told(9, { '1': 4, '2': 5 })))).toMatchObject({
    kind: 'bars',
    of: 'here',
    rowHead: '性别',
  })
  expect(pictureOf(measured([sex], told(9, { '1': 4, '2': 5 }), [told(9, { '1': 4 })], 'average'))?.of).toBe('here')
})

test('bands and sexes are an age pyramid, the two sexes first, the youngest at the foot', () => {
  const here = told(120, { '-|9': 1, '-|1': 20, '18|1': 30, '18|2': 41, '60|2': undefined, '?|1': 2 })
  const picture = pictureOf(measured([age, sex], here))
  expect(picture?.kind).toBe('pyramid')
  expect(picture?.figures.rows.map(({ name }) => name)).toEqual(['还没登记', '18 以下', '18–59', '60 及以上'])
  expect(picture?.figures.series.map(({ name }) => name)).toEqual(['男', '女', '未说明'])
  expect(picture?.figures.amounts[3]).toEqual([{ value: 0 }, { withheld: true }, { value: 0 }])
})

test('bands by what has many codes are no pyramid', () => {
  const here = told(30, { '-|1': 10, '18|2': 10, '60|9': 10 })
  expect(pictureOf(measured([age, sex], here))).toMatchObject({ kind: 'bars', of: 'here' })
})

test('time is a line without gaps, whoever has no time is not in it', () => {
  const here = told(9, { '2025-11': 3, '2026-02': 5, '?': 1 })
  const picture = pictureOf(measured([month], here, [told(9)]))
  expect(picture?.kind).toBe('trend')
  expect(picture?.figures.rows.map(({ name }) => name)).toEqual([
    '2025 年 11 月',
    '2025 年 12 月',
    '2026 年 1 月',
    '2026 年 2 月',
  ])
  expect(picture?.figures.amounts).toEqual([[{ value: 3 }], [{ value: 0 }], [{ value: 0 }], [{ value: 5 }]])
  // Named second, it still runs along.
  expect(names(measured([sex, month], told(8, { '1|2026': 3, '2|2028': 5 })))).toEqual([
    '2026 年',
    '2027 年',
    '2028 年',
  ])
})

test('of an average nothing is known where nobody is', () => {
  const here: Told = {
    whole: { groups: [], rows: 3, value: 2 },
    readings: [
      { groups: ['2026'], rows: 3, value: 2 },
      { groups: ['2028'], rows: 3, value: 4 },
    ],
  }
  expect(pictureOf(measured([month], here, [], 'average'))?.figures.amounts[1]).toEqual([{}])
})

test('freshness is a strip: how many in a hundred, nothing where nobody is, withheld where it would tell', () => {
  const picture = pictureOf(
    measured([freshness], told(9), [
      told(8, { fresh: 6, stale: 2 }),
      told(0),
      told(undefined),
      told(5, { fresh: undefined }),
    ]),
  )
  expect(picture?.kind).toBe('heat')
  expect(picture?.figures.amounts).toEqual([[{ value: 75 }], [{ withheld: true }], [{ withheld: true }]])
})

test('averages in two ways stand one by one: they do not add up', () => {
  const here: Told = {
    whole: { groups: [], rows: 3, value: 2 },
    readings: [
      { groups: ['18', '1'], rows: 3, value: 2.5 },
      { groups: ['60', '2'], rows: 4 },
    ],
  }
  const picture = pictureOf(measured([age, sex], here, [], 'average'))
  expect(picture?.figures.rows.map(({ name }) => name)).toEqual(['18–59 男'])
  expect(picture?.figures.series).toHaveLength(1)
})
