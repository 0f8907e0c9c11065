import { expect, test } from 'vitest'
import { lastedWords, mostWords, shadeOf, standTag, stripWords } from './unit-words'

test('a shade tells how far a place is, and only all is all', () => {
  const shades = [0, 1, 32, 50, 99, 100].map((done) => shadeOf({ done, total: 100 }))
  expect(shades).toEqual([0, 1, 1, 2, 3, 4])
  expect(shadeOf({ done: 0, total: 0 })).toBe(0)
})

test('a strip is told in words as well', () => {
  const cell = (done: number) => ({ name: '社区', done, total: 2 })
  expect(stripWords([cell(2), cell(1), cell(0), cell(0)])).toBe('里面 4 处：1 处办完，1 处在办，2 处还没动')
  expect(stripWords([cell(2)])).toBe('里面 1 处：1 处办完')
})

test('what goes without saying has no tag', () => {
  expect(standTag('waiting', { open: 1 })).toEqual({ words: '未接收', tone: 'amber' })
  expect(standTag('passed', { open: 1 })).toMatchObject({ words: '已转下' })
  expect(standTag('open', { open: 1, done: 1 })).toBeUndefined()
  expect(standTag('open', { done: 2, void: 1 })).toMatchObject({ words: '已办完' })
})

test('how long it took', () => {
  expect(lastedWords({ median: 25, most: 130 })).toBe('25 分钟')
  expect(mostWords({ median: 25, most: 130 })).toBe('2 小时')
  expect(lastedWords(undefined)).toBe('—')
})
