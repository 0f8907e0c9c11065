import type { PersonnelReply } from '@zmht/shared/contract'
import { describe, expect, test } from 'vitest'
import { outcomeWords } from './outcome-words'

const today = '2026-11-28'
const operation: PersonnelReply = {
  id: 't',
  kind: 'leave-post',
  date: today,
  official: { id: 'a', name: '李立春' },
  successor: { id: 'b', name: '王清明' },
  reason: '退休',
  at: '2026-11-28T03:00:00.000Z',
}

describe('what happened', () => {
  test('is told with the open work as soon as it is known', () => {
    expect(outcomeWords(operation, today).lines[1]).toContain('正在按交接规则转交')
    expect(outcomeWords({ ...operation, handedOver: 0 }, today).lines[1]).toContain('正在按交接规则转交')
    expect(outcomeWords({ ...operation, handedOver: 2 }, today).lines[1]).toBe('2 件没办完的事已交给王清明。')
  })

  test('lies ahead where the day has not come', () => {
    expect(outcomeWords({ ...operation, date: '2026-12-01' }, today)).toEqual({
      title: '已安排，12月1日起自动生效',
      lines: ['李立春离任全部岗位。', '在那之前一切照旧。'],
    })
  })

  test('has no word of open work where none is handed over', () => {
    expect(outcomeWords({ ...operation, kind: 'return' }, today).lines).toHaveLength(2)
    expect(outcomeWords({ ...operation, kind: 'absence' }, today).lines).toHaveLength(3)
  })
})
