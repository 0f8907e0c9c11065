import { expect, test } from 'vitest'
import { findHeadings } from './headings'

test('headings stand below a title and instructions', () => {
  const headed = findHeadings({
    name: 'Sheet1',
    rows: [
      ['幸福社区老年人登记表', '', ''],
      ['填表说明：请如实填写', '', ''],
      ['序号', '姓名', '电话'],
      ['1', '王芳', '13800000000'],
      ['合计', '1', ''],
    ],
  })
  expect(headed.headings.map(({ heading }) => heading)).toEqual(['序号', '姓名', '电话'])
  expect(headed.title).toBe('幸福社区老年人登记表')
  expect(headed.rows).toEqual([['1', '王芳', '13800000000']])
})

test('a second line of headings stands below group names', () => {
  const headed = findHeadings({
    name: '登记',
    rows: [
      ['序号', '姓名', '监护人信息', '', '备注'],
      ['', '', '姓名', '联系电话', ''],
      ['1', '小明', '王芳', '13800000000', ''],
    ],
    merges: [{ top: 0, left: 2, bottom: 0, right: 3 }],
  })
  expect(headed.headings).toEqual([
    { column: 0, heading: '序号' },
    { column: 1, heading: '姓名' },
    { column: 2, heading: '姓名', group: '监护人信息' },
    { column: 3, heading: '联系电话', group: '监护人信息' },
    { column: 4, heading: '备注' },
  ])
  expect(headed.rows).toHaveLength(1)
})

test('a first row of values is no second line', () => {
  const headed = findHeadings({
    name: '表',
    rows: [
      ['姓名', '性别', ''],
      ['王芳', '女', ''],
    ],
  })
  expect(headed.rows).toEqual([['王芳', '女', '']])
})

test('an empty sheet has no headings', () => {
  expect(findHeadings({ name: '空', rows: [] }).headings).toEqual([])
})
