import { describe, expect, test } from 'vitest'
import { guessColumns, headingRow } from '../sheets/columns'
import { inParts, looksFilledDown, rowsOf, rowWords, sheetHeadings } from './sheet'

describe('columns', () => {
  test.each([
    [['小区名称', '楼栋号', '单元', '门牌号'], { compound: 0, building: 1, unit: 2, door: 3 }],
    [['序号', '房号', '楼号', '单元号', '所属小区'], { compound: 4, building: 2, unit: 3, door: 1 }],
    [['姓名', '电话'], {}],
  ])('%j are recognised', (header, mapping) => {
    expect(guessColumns(sheetHeadings, header)).toEqual(mapping)
  })

  test('the headings are found below a title', () => {
    expect(
      headingRow(sheetHeadings, [['望京街道楼门台账'], [], ['小区', '楼栋', '单元', '门牌'], ['甲', '1', '1', '101']]),
    ).toBe(2)
    expect(headingRow(sheetHeadings, [['甲', '乙']])).toBe(0)
  })
})

describe('rows', () => {
  const mapping = { compound: 0, building: 1, unit: 2, door: 3 }
  const merged = [
    ['小区', '楼栋', '单元', '门牌'],
    ['甲小区', '1号楼', '1单元', '101'],
    ['', '', '', '102'],
    ['', '', '2单元', '101'],
    ['', '2号楼', '', '201'],
    [' ', '', '', ''],
  ]

  test('carry their number in the sheet, empty ones are left out', () => {
    const rows = rowsOf(merged, 0, mapping, false)
    expect(rows.map(({ row }) => row)).toEqual([2, 3, 4, 5])
    expect(rows[1]).toEqual({ row: 3, door: '102' })
  })

  test('merged cells hold on downwards until something above them changes', () => {
    expect(looksFilledDown(merged, 0, mapping)).toBe(true)
    expect(rowsOf(merged, 0, mapping, true).map(rowWords)).toEqual([
      '甲小区 1号楼 1单元 101',
      '甲小区 1号楼 1单元 102',
      '甲小区 1号楼 2单元 101',
      '甲小区 2号楼 201',
    ])
    expect(
      looksFilledDown(
        [
          ['小区', '楼栋', '单元', '门牌'],
          ['甲', '1', '', '101'],
          ['甲', '1', '', '102'],
        ],
        0,
        mapping,
      ),
    ).toBe(false)
  })

  test('go out in parts that lose none', () => {
    const parts = inParts(Array.from({ length: 4100 }, (_, index) => index))
    expect(parts.map(({ length }) => length)).toEqual([2000, 2000, 100])
    expect(parts.flat()).toHaveLength(4100)
  })
})
