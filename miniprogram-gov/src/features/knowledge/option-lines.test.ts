import { baseKnowledge } from '@zmht/shared/knowledge'
import { expect, test } from 'vitest'
import { readOptions, writeOptions } from './option-lines'

test('names alone are counted from 1', () => {
  expect(readOptions('自己走\n\n 要人扶 \n要人背')).toEqual([
    { code: '1', name: '自己走' },
    { code: '2', name: '要人扶' },
    { code: '3', name: '要人背' },
  ])
})

test('ten or more have codes of one width', () => {
  const lines = Array.from({ length: 10 }, (_, index) => `选项${index}`).join('\n')
  expect(readOptions(lines).map(({ code }) => code)).toEqual('01 02 03 04 05 06 07 08 09 10'.split(' '))
})

test('codes are read when every line begins with one', () => {
  expect(readOptions('A 甲类\nB\t乙类\n12：丙类')).toEqual([
    { code: 'A', name: '甲类' },
    { code: 'B', name: '乙类' },
    { code: '12', name: '丙类' },
  ])
})

test('a name that begins with a figure is no code', () => {
  expect(readOptions('不到 12 个月\n12 个月以上')).toEqual([
    { code: '1', name: '不到 12 个月' },
    { code: '2', name: '12 个月以上' },
  ])
})

test('what is added goes on after what is there', () => {
  expect(readOptions('新的', [{ code: '9', name: '旧的' }])).toEqual([{ code: '10', name: '新的' }])
  expect(readOptions('新的', [{ code: '06', name: '旧的' }])).toEqual([{ code: '07', name: '新的' }])
  expect(readOptions('新的', [{ code: 'A', name: '旧的' }])).toEqual([{ code: '1', name: '新的' }])
})

test('nothing typed is nothing', () => {
  expect(readOptions(' \n ')).toEqual([])
})

test('every list there is is read back as it is written', () => {
  for (const { items } of baseKnowledge.codeLists) expect(readOptions(writeOptions(items))).toEqual(items)
})
