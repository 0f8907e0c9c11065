import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isHeading, listWords, markOfList, mostInPart, partsOf, rowsOfText, tellingColumn } from './task-list'

test('a list is kept in parts, each of its lines once', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 2000 }), (all) => {
      const parts = partsOf(all)
      expect(parts.flat()).toEqual([...new Set(all)])
      for (const part of parts) expect(part.length).toBeLessThanOrEqual(mostInPart)
    }),
  )
})

test.each([
  ['person', ['序号', '姓名', '身份证号'], [['1', '孙大雪', '11010519520108002X']], 2],
  ['person', ['序号', '姓名', '电话'], [['1', '孙大雪', '13812345678']], 1],
  ['person', ['号码', '别的'], [['11010519520108002X', '好']], 0],
  ['organisation', ['店名', '地址'], [['北里便利店', '花家地北里']], 0],
  ['organisation', ['企业名称', '统一社会信用代码'], [['北里便利店', '91110105MA01ABCD2X']], 1],
  ['place', ['序号', '详细地址'], [['1', '花家地北里3号楼']], 1],
  ['thing', ['车牌号'], [['京A12345']], 0],
  ['organisation', ['甲', '乙'], [['一', '二']], undefined],
] as const)('of a list of %s with %j the telling column is %s', (kind, heading, rows, column) => {
  expect(tellingColumn(kind, heading, rows)).toBe(column)
})

test('what is pasted from a sheet falls into cells, empty lines aside', () => {
  expect(rowsOfText('店名\t地址\r\n北里便利店\t3号楼\n\n 东里小吃 \n')).toEqual([
    ['店名', '地址'],
    ['北里便利店', '3号楼'],
    ['东里小吃'],
  ])
})

test.each([
  ['organisation', ['店名', '地址'], true],
  ['organisation', ['北里便利店'], false],
  ['person', ['姓名', '身份证号'], true],
  ['person', ['孙大雪', '11010519520108002X'], false],
] as const)('of %s %j is a heading: %s', (kind, row, is) => {
  expect(isHeading(kind, row)).toBe(is)
})

test('a list is marked by who stands in it, in which order, and of what kind they are', () => {
  const mark = markOfList('organisation', ['e1', 'e2'])
  expect(mark).toMatch(/^[0-9a-z]{1,12}$/)
  expect(markOfList('organisation', ['e1', 'e2'])).toBe(mark)
  const others = [
    markOfList('organisation', ['e2', 'e1']),
    markOfList('organisation', ['e1', 'e3']),
    markOfList('organisation', ['e1']),
    markOfList('organisation', ['e1e2']),
    markOfList('person', ['e1', 'e2']),
  ]
  expect(new Set([mark, ...others]).size).toBe(6)
  const all = Array.from({ length: 5000 }, (_, at) => markOfList('person', [`e${at}`]))
  expect(new Set(all).size).toBe(5000)
})

test('it is told in the measure of its kind', () => {
  expect(listWords('organisation', 298)).toBe('名单里的 298 家')
})
