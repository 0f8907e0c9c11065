import { expect, test } from 'vitest'
import { byDistrict, bySexAndDistrict } from './invented.fixture'
import { sayAmount, sayNumber, sayPicture, sayRound, tableOf } from './words'

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [1234567.891, '1,234,567.89'],
  [-1234.5, '-1,234.5'],
  [0.001, '0'],
])('%d is said as %s', (value, words) => expect(sayNumber(value)).toBe(words))

test.each([
  [900, '900'],
  [12_345, '1.2 万'],
  [340_000_000, '3.4 亿'],
])('on a scale %d is said as %s', (value, words) => expect(sayRound(value)).toBe(words))

test('a withheld number is said to be so, one of which nothing is known as a dash', () => {
  expect(sayAmount({ withheld: true }, '人')).toBe('不写明')
  expect(sayAmount({}, '人')).toBe('—')
  expect(sayAmount({ value: 7, atLeast: true }, '人')).toBe('至少 7 人')
  expect(sayAmount({ value: 1200 }, '人')).toBe('1,200 人')
  expect(sayAmount({ value: 86.5 }, '%')).toBe('86.5%')
})

test('a picture is said in one sentence', () => {
  expect(
    sayPicture('各区人数', {
      ...byDistrict,
      rows: byDistrict.rows.slice(0, 3),
      amounts: [[{ value: 5 }], [{ value: 9 }], [{}]],
    }),
  ).toBe('各区人数，共 3 项，最多的是西城区 9 人，最少的是东城区 5 人')
  expect(sayPicture('各区人数', { ...byDistrict, amounts: [] })).toBe('各区人数，还没有数')
})

test('the table has every number of the picture, and of several series what they are together', () => {
  const cells = tableOf(bySexAndDistrict, '地点')
  expect(cells[0]).toEqual(['地点', '合计（人）', '男（人）', '女（人）', '没有登记（人）'])
  expect(cells[1]).toEqual(['东城区', '610', '300', '310', '0'])
  expect(cells).toHaveLength(17)
  expect(tableOf(byDistrict, '地点').at(-1)).toEqual(['延庆区', '不写明'])
})
