import type { EntityReply, FactReply } from '@zmht/shared/contract'
import { expect, test } from 'vitest'
import { waitsNow } from './waits-now'

const claim = { sourceId: 'one', source: '社工登记', authority: 'checked', at: '2026-11-01T00:00:00.000Z' } as const
const fact = (text: string, more: Partial<FactReply> = {}): FactReply => ({
  ...claim,
  text,
  masked: false,
  attribute: 'person.mobile',
  label: '手机号',
  sensitivity: 'personal',
  stale: false,
  waiting: [],
  ...more,
})
const entity = (facts: FactReply[]): EntityReply => ({ id: 'e', kind: 'person', name: '', facts, links: [], alike: [] })

test('it waits when something waits that did not before', () => {
  const other = { ...claim, text: '13900139000', masked: false }
  const before = entity([fact('13800138000', { waiting: [other] })])
  expect(waitsNow('person.mobile', before, before)).toBe(false)
  const after = entity([fact('13800138000', { waiting: [other, { ...other, sourceId: 'two' }] })])
  expect(waitsNow('person.mobile', before, after)).toBe(true)
})
