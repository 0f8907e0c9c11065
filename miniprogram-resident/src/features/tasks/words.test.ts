import type { OwnItemCardReply } from '@zmht/shared/contract'
import { expect, test } from 'vitest'
import { dueOf, inOrder, stateOf } from './words'

const card = (over: Partial<OwnItemCardReply>) => ({
  state: 'open' as const,
  open: true,
  due: '2026-12-10',
  at: '2026-12-01T00:00:00.000Z',
  ...over,
})

test.each([
  ['2026-11-30', '已过11月30日，请尽快填', 'danger'],
  ['2026-12-01', '今天截止', 'amber'],
  ['2026-12-02', '明天截止', 'amber'],
  ['2026-12-08', '7 天内', 'quiet'],
  ['2026-12-09', '12月9日前', 'quiet'],
  ['2027-01-03', '2027年1月3日前', 'quiet'],
])('on the first of December %s is 「%s」', (due, words, tone) => {
  expect(dueOf(due, '2026-12-01')).toEqual({ words, tone })
})

test.each([
  [{}, '等您填写'],
  [{ state: 'claimed' }, '等您填写'],
  [{ note: '面积写错了' }, '请您再改一改'],
  [{ open: false }, '现在不用填'],
  [{ state: 'answered' }, '已交，等待核实'],
  [{ state: 'done', open: false }, '已完成'],
  [{ state: 'unable', open: false }, '工作人员正在处理'],
  [{ state: 'void', open: false }, '不用填了'],
] as const)('%o is said as 「%s」', (over, words) => {
  expect(stateOf(card(over)).words).toBe(words)
})

test('what waits comes first, the earliest due before; what is done follows, the latest first', () => {
  const late = card({ due: '2026-12-20' })
  const soon = card({ due: '2026-12-02', state: 'claimed' })
  const handedIn = card({ state: 'answered', at: '2026-12-03T00:00:00.000Z' })
  const done = card({ state: 'done', open: false, at: '2026-12-04T00:00:00.000Z' })
  const ended = card({ open: false, at: '2026-12-02T00:00:00.000Z' })
  expect(inOrder([late, handedIn, ended, soon, done])).toEqual({ waiting: [soon, late], rest: [done, handedIn, ended] })
})
