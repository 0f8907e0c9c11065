import { expect, test } from 'vitest'
import { headingsOf, withinBuilding } from './row-headings'

test('each building once, before its first door', () => {
  const rows = [
    { id: 'a', home: '花家地北里 3号楼 1单元 101' },
    { id: 'b', home: '花家地北里 3号楼 2单元 501' },
    { id: 'c', home: '花家地北里 4号楼 1单元 101' },
    { id: 'd', home: '' },
  ]
  expect([...headingsOf(rows)]).toEqual([
    ['a', '花家地北里 3号楼'],
    ['c', '花家地北里 4号楼'],
  ])
})

test('below the building, the unit and door', () => {
  expect(withinBuilding('花家地北里 3号楼 2单元 501')).toBe('2单元 501')
  expect(withinBuilding('望京街道 花家地北里社区')).toBe('望京街道 花家地北里社区')
})
