import { baseKnowledge } from '@zmht/shared/knowledge'
import type { Condition, LedgerContent } from '@zmht/shared/ledgers'
import { expect, test } from 'vitest'
import { saySoFar, sayUnfinished } from './say-draft'

const open: Condition = { about: 'age', attribute: 'person.birthDate' }
const old: Condition = { ...open, least: 60 }
const asking = (...all: Condition[]): LedgerContent => ({
  name: '',
  about: '',
  kind: 'person',
  membership: { by: 'rule', all },
  columns: [],
  filters: [],
})

test('a condition that is not filled in says what it is about, not half a sentence', () => {
  expect(sayUnfinished(open, baseKnowledge)).toBe('出生日期：还没填')
  expect(sayUnfinished(old, baseKnowledge)).toBe('60 岁以上')
  const housed: Condition = { about: 'relation', types: ['resides-at'], direction: 'backward', is: true }
  expect(sayUnfinished(housed, baseKnowledge)).toContain('登记了')
  const nobody: Condition = { about: 'relation', types: [], direction: 'forward', is: true }
  expect(sayUnfinished(nobody, baseKnowledge)).toBe('这个条件：还没填')
})

test('who is in, by what is filled in so far', () => {
  expect(saySoFar(asking(old, open), baseKnowledge)).toEqual({ sentence: '60 岁以上', unfinished: 1 })
  expect(saySoFar(asking(open), baseKnowledge)).toEqual({ sentence: '范围内的全部人员', unfinished: 1 })
  const byHand = { ...asking(), membership: { by: 'hand' } } as const
  expect(saySoFar(byHand, baseKnowledge)).toEqual({ sentence: '由工作人员逐个加入', unfinished: 0 })
})
