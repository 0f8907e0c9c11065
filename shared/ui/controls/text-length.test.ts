import { expect, test } from 'vitest'
import { mostCharacters, roomWords } from './text-length'

test('an answer may be as long as its attribute says', () => {
  expect(mostCharacters({ value: { type: 'text', max: 30 }, many: false }, 200)).toBe(30)
  expect(mostCharacters({ value: { type: 'name' }, many: false }, 200)).toBe(50)
  expect(mostCharacters(undefined, 200)).toBe(200)
})

test('the room left is told when little of it is left', () => {
  expect(roomWords('一'.repeat(79), 100)).toBeUndefined()
  expect(roomWords('一'.repeat(80), 100)).toBe('还可以写20个字')
  expect(roomWords('𠮷'.repeat(99), 100)).toBe('还可以写1个字')
  expect(roomWords('一'.repeat(100), 100)).toBe('已经写满100个字')
})
