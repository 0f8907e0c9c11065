import type { ChargeReply } from '@zmht/shared/contract'
import { expect, test } from 'vitest'
import { canEnd, stateOf, termOf } from './words'

const held: ChargeReply = {
  id: 'h00000000000000000000',
  entity: 'e00000000000000000000',
  kind: 'person',
  name: '孙大雪',
  as: 'guardian',
  from: '2026-11-01',
  until: '2026-12-01',
  state: 'held',
  reason: '',
  at: '2026-11-01T00:00:00.000Z',
  edition: 2,
}

test.each([
  ['2026-10-31', '还没开始', true],
  ['2026-11-01', '可以代办', true],
  ['2026-11-30', '可以代办', true],
  ['2026-12-01', '已到期', false],
])('on %s a charge with dates is %s', (today, words, endable) => {
  expect(stateOf(held, today).words).toBe(words)
  expect(canEnd(held, today)).toBe(endable)
})

test('what was asked waits, what was declined or ended is over', () => {
  const on = (state: ChargeReply['state']) => stateOf({ ...held, state }, '2026-11-10').words
  expect([on('asked'), on('declined'), on('ended')]).toEqual(['等社区核实', '没有通过', '已结束'])
  expect(canEnd({ ...held, state: 'declined' }, '2026-11-10')).toBe(false)
  expect(termOf(held)).toBe('监护人 · 2026-11-01 起，到 2026-12-01')
})
