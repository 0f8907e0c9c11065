import type { PersonnelReply } from '@zmht/shared/contract'
import { describe, expect, test } from 'vitest'
import { handedOverWords, happeningStep, happeningTitle } from './happenings'

const end = (name: string, title: string) => ({ post: 'p', title, organisation: { id: 'o', name } })
const operation = (more: Partial<PersonnelReply>): PersonnelReply => ({
  id: 't',
  kind: 'transfer',
  date: '2026-11-28',
  official: { id: 'a', name: '李立春' },
  from: end('花家地北里社区', '社工'),
  to: end('花家地西里社区', '社工'),
  reason: '轮岗',
  by: { id: 'b', name: '张雨水' },
  at: '2026-11-28T03:00:00.000Z',
  ...more,
})

describe('what happened', () => {
  test('is said in a sentence for each kind', () => {
    expect(happeningTitle(operation({}))).toBe('李立春从花家地北里社区社工调到花家地西里社区社工')
    expect(happeningTitle(operation({ kind: 'promote', to: end('花家地北里社区', '社区书记') }))).toContain('晋升为')
    const { from: _, to: __, ...bare } = operation({})
    expect(happeningTitle({ ...bare, kind: 'leave-post' })).toBe('李立春离任全部岗位')
    expect(
      happeningTitle({ ...bare, kind: 'absence', until: '2026-12-08', successor: { id: 'c', name: '王清明' } }),
    ).toBe('李立春休假至2026年12月7日，由王清明代理')
    const merged = { organisation: { id: 'o1', name: '花家地北里社区' }, into: { id: 'o2', name: '花家地西里社区' } }
    expect(happeningTitle({ ...bare, kind: 'merge', ...merged })).toBe('花家地北里社区并入花家地西里社区')
    expect(happeningTitle({ ...bare, kind: 'appoint', to: end('花家地北里社区', '社工') })).toBe(
      '李立春任花家地北里社区社工',
    )
  })

  test('tells what became of the open work, once it is known', () => {
    expect(handedOverWords(operation({}))).toBe('')
    expect(handedOverWords(operation({ handedOver: 0 }))).toBe('')
    expect(handedOverWords(operation({ handedOver: 3, successor: { id: 'c', name: '王清明' } }))).toBe(
      '3 件没办完的事已交给王清明',
    )
    expect(handedOverWords(operation({ handedOver: 3 }))).toBe('3 件没办完的事已按交接规则转交')
    // Who comes back or comes new gives work to nobody.
    for (const kind of ['appoint', 'return'] as const)
      expect(handedOverWords(operation({ kind, handedOver: 3, successor: { id: 'c', name: '王清明' } }))).toBe(
        '3 件没办完的事已按交接规则转交',
      )
  })

  test('says why, by whom, and whether the day has come', () => {
    const step = happeningStep(operation({}), '2026-11-28T04:00:00.000Z', '2026-11-28')
    expect(step).toMatchObject({ when: '调动 · 2026年11月28日', state: 'done' })
    expect(step.detail).toBe('原因：轮岗\n记录：张雨水 今天 11:00')
    expect(happeningStep(operation({ date: '2026-12-01' }), '2026-11-28T04:00:00.000Z', '2026-11-28').state).toBe(
      'ahead',
    )
  })
})
