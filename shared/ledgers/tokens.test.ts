import { expect, test } from 'vitest'
import { type Findable, isNamed, mostTokens, soughtBy, tokensOf } from './tokens'

const facts: Readonly<Record<string, string>> = {
  'person.mobile': '13812345678',
  'person.idNumber': '11010519520108002X',
}
const somebody = (more: Partial<Findable> = {}): Findable => ({
  kind: 'person',
  name: '孙大雪',
  address: ['3号楼', '2单元', '501'],
  known: (code) => facts[code],
  ...more,
})
const finds = (typed: string, one: Findable): boolean => {
  const sought = soughtBy(typed)
  return sought?.anyOf.some((token) => tokensOf(one).includes(token)) === true && isNamed(one.name, sought)
}

test.each([
  '孙',
  '孙大',
  '大雪',
  '孙大雪',
  'sdx',
  'SDX',
  'sd',
  '5678',
  '13812345678',
  '002x',
  '11010519520108002x',
  '3号楼501',
  '3-501',
  '3-2-501',
  '3号楼2单元501室',
  '３号楼 2单元 501',
])('%s finds them', (typed) => {
  expect(finds(typed, somebody())).toBe(true)
})

test.each(['雪', '孙小雪', '李大雪', 'sx', 's', '1234', '13800000000', '3号楼502', '4-501', ''])(
  '%s does not',
  (typed) => {
    expect(finds(typed, somebody())).toBe(false)
  },
)

test('names of many peoples, with the dots between', () => {
  expect(finds('阿依古丽', somebody({ name: '阿依古丽·买买提' }))).toBe(true)
  expect(finds('买买提', somebody({ name: '阿依古丽·买买提' }))).toBe(true)
})

test('an organisation by what stands in its name, and a vehicle by its plate', () => {
  const shop = somebody({ kind: 'organisation', name: '花家地北里便民超市', known: () => undefined, address: [] })
  expect(finds('便民超市', shop)).toBe(true)
  expect(finds('hjdblbmcs', shop)).toBe(true)
  const car = somebody({
    kind: 'thing',
    name: '',
    address: [],
    known: (code) => (code === 'thing.plate' ? '京A12345' : undefined),
  })
  expect(finds('京a12345', car)).toBe(true)
  expect(finds('2345', car)).toBe(true)
})

test('at most twelve, the most telling kept', () => {
  const long = somebody({ name: '北京市朝阳区望京街道花家地北里社区便民综合服务中心' })
  expect(tokensOf(long)).toHaveLength(mostTokens)
  expect(tokensOf(long)).toEqual(expect.arrayContaining(['phone:5678', 'number:002X', 'door:3-501']))
})
