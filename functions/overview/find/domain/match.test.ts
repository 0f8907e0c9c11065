import { describe, expect, test } from 'vitest'
import { best, meets, numberSaid } from './match'

describe('a title meets what was typed', () => {
  test.each([
    ['老年人健康体检', '老年人', { by: 'name', rank: 0 }],
    ['老年人健康体检', '体检', { by: 'name', rank: 1 }],
    ['老年人健康体检', '体 检', { by: 'name', rank: 1 }],
    ['老年人健康体检', 'lnr', { by: 'initials', rank: 2 }],
    ['老年人健康体检', 'JKTJ', { by: 'initials', rank: 3 }],
    ['老年人健康体检', '消防', undefined],
    ['老年人健康体检', 'xf', undefined],
    ['老年人健康体检', 'l', undefined],
    ['老年人健康体检', ' ', undefined],
  ])('%s, typed %s', (title, words, expected) => {
    expect(meets(title, words)).toEqual(expected)
  })

  test('the best stands first, those alike in the order they were given', () => {
    const all = ['冬季体检', '体检', '秋季体检', '消防'].map((title) => ({ title }))
    expect(best(all, ({ title }) => title, '体检')).toEqual([
      { title: '体检', by: 'name' },
      { title: '冬季体检', by: 'name' },
      { title: '秋季体检', by: 'name' },
    ])
  })
})

test.each([
  ['1130-AB3XK', 'AB3XK'],
  ['1130—ab3xk', 'AB3XK'],
  ['ab3xk', 'AB3XK'],
  ['１１３０-ab3xk', 'AB3XK'],
  ['9930-AB3XK', undefined],
  ['AB3X', undefined],
  ['孙大雪', undefined],
])('the number of a request in %s', (words, letters) => {
  expect(numberSaid(words)).toBe(letters)
})
