import type { ShownMeasureReply } from '@zmht/shared/contract'
import { expect, test } from 'vitest'
import { amountWords, measuredWords, sharesOf } from './measure-words'

const locked: ShownMeasureReply = {
  id: 'locked.groups',
  title: '出口上锁',
  by: 'groups',
  options: [
    { code: 'yes', name: '是' },
    { code: 'no', name: '否' },
  ],
}
const expired: ShownMeasureReply = { id: 'expired.sum', title: '失效灭火器', by: 'sum', unit: '具', options: [] }

test('numbers are read with their thousands apart', () => {
  expect([0, 12, 1234, 1234567.891, -1500].map(amountWords)).toEqual(['0', '12', '1,234', '1,234,567.89', '-1,500'])
})

test('a measure is told in a few words, choices in the order of the form', () => {
  expect(measuredWords(expired, { given: 3, sum: 1205 })).toBe('1,205 具')
  expect(measuredWords(locked, { given: 8, groups: { no: 5, yes: 3 } })).toBe('是 3 · 否 5')
  expect(measuredWords({ ...expired, by: 'given' }, { given: 8 })).toBe('填了 8')
  expect(measuredWords(locked, { given: 0, groups: {} })).toBe('还没有人填')
  expect(measuredWords(locked, undefined)).toBe('还没有人填')
})

test('what a form no longer offers is not lost', () => {
  expect(sharesOf(locked, { given: 4, groups: { yes: 1, maybe: 3 } })).toEqual([
    { code: 'yes', name: '是', count: 1, part: 0.25 },
    { code: 'maybe', name: '其他', count: 3, part: 0.75 },
  ])
})
