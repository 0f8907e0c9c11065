import { expect, test } from 'vitest'
import { piecesOf } from './marked'

test('a text is cut at what decided, in its order, and nothing of it is lost', () => {
  const text = '3号楼电梯坏了没人修'
  const pieces = piecesOf(text, [
    { start: 5, end: 7 },
    { start: 3, end: 5 },
    { start: 4, end: 6 },
  ])
  expect(pieces.filter(({ marked }) => marked).map(({ words }) => words)).toEqual(['电梯', '坏', '了'])
  expect(pieces.map(({ words }) => words).join('')).toBe(text)
  expect(piecesOf('没有', [])).toEqual([{ words: '没有', marked: false, at: 0 }])
  expect(piecesOf('短', [{ start: 5, end: 9 }])).toEqual([{ words: '短', marked: false, at: 0 }])
})
