import { describe, expect, test } from 'vitest'
import { guessColumns, headingRow } from '../sheets/columns'
import { looksFilledDown, plainPhone, rosterHeadings, rosterRows, sendable, withPost } from './roster'

const cells = [
  ['望京街道通讯录', '', '', '', ''],
  ['序号', '所在单位', '职务', '姓名', '联系电话'],
  ['1', '花家地北里社区', '社区书记', '李立春', '190 0000 1001'],
  ['2', '', '社工', '张雨水', '+86-19000001002'],
  ['3', '花家地西里社区', '社工', '刘惊蛰', '19000001003'],
  ['4', '', '社工', '王清明', '19000001004'],
  ['', '', '', '', ''],
]

describe('a spreadsheet of people', () => {
  test('has its headings found below a title, and its columns by their words', () => {
    expect(headingRow(rosterHeadings, cells)).toBe(1)
    expect(guessColumns(rosterHeadings, cells[1] ?? [])).toEqual({ organisation: 1, post: 2, name: 3, phone: 4 })
    expect(guessColumns(rosterHeadings, ['部门', '岗位', '联系人', '手机'])).toEqual({
      organisation: 0,
      post: 1,
      name: 2,
      phone: 3,
    })
    expect(guessColumns(rosterHeadings, ['联系人电话', '姓名'])).toEqual({ phone: 0, name: 1 })
    expect(headingRow(rosterHeadings, [['甲', '乙']])).toBe(0)
  })

  test('is read row by row, with the organisation above where cells are merged', () => {
    const mapping = guessColumns(rosterHeadings, cells[1] ?? [])
    expect(looksFilledDown(cells, 1, mapping)).toBe(true)
    expect(
      looksFilledDown(
        cells.filter((row) => row[1] !== ''),
        0,
        mapping,
      ),
    ).toBe(false)
    expect(rosterRows(cells, 1, mapping, true)).toEqual([
      { row: 3, organisation: '花家地北里社区', post: '社区书记', name: '李立春', phone: '19000001001' },
      { row: 4, organisation: '花家地北里社区', post: '社工', name: '张雨水', phone: '19000001002' },
      { row: 5, organisation: '花家地西里社区', post: '社工', name: '刘惊蛰', phone: '19000001003' },
      { row: 6, organisation: '花家地西里社区', post: '社工', name: '王清明', phone: '19000001004' },
    ])
    expect(rosterRows(cells, 1, mapping, false)[1]?.organisation).toBe('')
  })

  test('gives numbers without what people write between their figures', () => {
    expect(plainPhone('0086 190-0000-1001')).toBe('19000001001')
  })

  test('keeps back rows with a cell that cannot be what its column says', () => {
    const [row] = rosterRows(cells, 1, guessColumns(rosterHeadings, cells[1] ?? []), true)
    if (row === undefined) throw new Error('the first row is there')
    const longest = { ...row, row: 8, name: '很'.repeat(20) }
    const { rows, problems } = sendable([row, longest, { ...row, row: 9, name: '很'.repeat(21) }])
    expect(rows).toEqual([row, longest])
    expect(problems).toMatchObject([{ what: 'problem', row: 9, message: '姓名超过 20 个字，请检查这一列' }])
  })

  test('has a title written otherwise everywhere at once', () => {
    const rows = rosterRows(cells, 1, guessColumns(rosterHeadings, cells[1] ?? []), true)
    expect(withPost(rows, '社工', '网格员').map(({ post }) => post)).toEqual(['社区书记', '网格员', '网格员', '网格员'])
  })
})
