import { expect, test } from 'vitest'
import { refusalOf } from './refusal'

test('a file that cannot be a sheet is refused before it is sent, with what to do', () => {
  expect(refusalOf({ name: '居民.xlsx', size: 10 })).toBeUndefined()
  expect(refusalOf({ name: '居民.CSV', size: 10 })).toBeUndefined()
  expect(refusalOf({ name: '居民.xls', size: 10 })).toContain('另存为 .xlsx')
  expect(refusalOf({ name: '居民.xlsx', size: 0 })).toContain('空的')
  expect(refusalOf({ name: '居民.xlsx', size: 31 * 1024 * 1024 })).toContain('30 MB')
})
