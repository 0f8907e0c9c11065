import type { HistoryEntryReply } from '@zmht/shared/contract'
import { expect, test } from 'vitest'
import { briefCounts, countWords, formerNames, historyWords } from './words'

test('counts are read from the highest level down, what is none is left out', () => {
  expect(countWords({ door: 7200, building: 12, unit: 36, compound: 0 })).toBe('12 栋 · 36 个单元 · 7,200 户')
  expect(briefCounts({ door: 7200, building: 12, unit: 36 })).toBe('12 栋 · 36 个单元')
  expect(countWords({})).toBe('')
})

const entry = (
  kind: 'rename' | 'move' | 'merge',
  sides: Pick<HistoryEntryReply, 'before' | 'after'>,
): HistoryEntryReply => ({
  operation: { id: 't', kind, date: '2026-01-01', reason: '调整', by: '王立春' },
  ...sides,
})

test('history says what became of a place', () => {
  const renamed = entry('rename', { before: { name: '甲村' }, after: { name: '甲社区' } })
  expect(historyWords(renamed)).toBe('由「甲村」更名为「甲社区」')
  expect(historyWords(entry('rename', { before: { name: '甲', code: '1' }, after: { name: '甲', code: '2' } }))).toBe(
    '区划代码由 1 改为 2',
  )
  expect(formerNames([renamed, renamed], '甲社区')).toEqual(['甲村'])
  expect(formerNames([renamed], '甲村')).toEqual([])
})
