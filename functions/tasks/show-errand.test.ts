import { expect, test } from 'vitest'
import { showErrand } from './show-errand'

const mark = {
  item: 'i1',
  origin: { request: 'r1', number: 'ZM-1' },
  kind: 'person',
  name: '王秀兰',
  place: '1号楼',
} as const

test.each([
  ['a person to who sees names', mark, true, '王秀兰'],
  ['a person to who does not', mark, false, '王**'],
  ['a place to anybody', { ...mark, kind: 'place', name: '501' } as const, false, '501'],
])('an errand names %s', (_, one, isNamed, name) => {
  expect(showErrand(one, isNamed)).toEqual({ item: 'i1', request: 'r1', number: 'ZM-1', name, place: '1号楼' })
})
