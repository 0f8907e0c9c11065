import type { Control, Form } from '@zmht/shared/controls'
import { baseVersion } from '@zmht/shared/knowledge'
import { expect, test } from 'vitest'
import { ruleGaps } from './rule-gaps'

const form = (more: Partial<Control>): Form => ({
  knowledge: baseVersion,
  subjects: [],
  controls: [{ id: 'k1', kind: 'text', label: '备注', required: false, ...more }],
})
const open = { 'one-of': [{ var: 'k2' }, []] }
const done = { 'one-of': [{ var: 'k2' }, ['1']] }

test.each<readonly [string, Partial<Control>]>([
  ['显示条件还没有填完整', { showWhen: open }],
  ['必填条件还没有填完整', { requiredWhen: { and: [done, open] } }],
  ['核对条件还没有填完整', { constraints: [{ must: { '>=': [{ var: 'k1' }, ''] }, message: '太小' }] }],
  ['核对条件还没有填完整', { constraints: [{ must: true, message: '太小' }] }],
  ['选项条件还没有填完整', { offer: { when: [{ codes: ['1'], if: open }], others: 'always' } }],
  ['选项筛选里有一组还没有选选项', { offer: { when: [{ codes: [], if: done }], others: 'always' } }],
])('%s', (message, more) => {
  expect(ruleGaps(form(more))).toEqual([{ control: 'k1', message: `控件“备注”：${message}` }])
})

test('what is complete, and what cannot be read here, is no gap', () => {
  expect(ruleGaps(form({ showWhen: done, requiredWhen: { '>': [{ '+': [{ var: 'k2' }, 1] }, 2] } }))).toEqual([])
})
