import type { Form, Prefill } from '@zmht/shared/controls'
import { baseKnowledge, baseVersion, entityId } from '@zmht/shared/knowledge'
import { expect, test } from 'vitest'
import { burdenOf } from './burden'

const at = '2026-11-30T01:00:00.000Z'
const me = entityId(`e${'0'.repeat(20)}`)
const mother = entityId(`e${'0'.repeat(19)}1`)
const other = entityId(`e${'0'.repeat(19)}2`)

const form: Form = {
  knowledge: baseVersion,
  subjects: [
    { key: 'self', kind: 'person', name: '申请人', is: { by: 'actor' } },
    {
      key: 'elder',
      kind: 'person',
      name: '老人',
      is: { by: 'relation', relation: 'parent', of: 'self', direction: 'backward' },
    },
  ],
  controls: [
    { id: 'head', kind: 'explanation', label: '说明', required: false, text: '请核对' },
    { id: 'yes', kind: 'consent', label: '同意', required: true },
    { id: 'name', kind: 'name', label: '姓名', required: true, binding: { subject: 'self', attribute: 'person.name' } },
    {
      id: 'phone',
      kind: 'phone',
      label: '手机',
      required: true,
      binding: { subject: 'self', attribute: 'person.mobile' },
    },
    {
      id: 'hidden',
      kind: 'text',
      label: '看不到的',
      required: false,
      binding: { subject: 'self', own: { type: 'text:20' } },
      showWhen: { '==': [{ var: 'name' }, '没有这个人'] },
    },
    {
      id: 'elderName',
      kind: 'name',
      label: '老人姓名',
      required: true,
      binding: { subject: 'elder', attribute: 'person.name' },
    },
    {
      id: 'note',
      kind: 'text',
      label: '备注',
      required: false,
      binding: { subject: 'elder', own: { type: 'text:20' } },
    },
  ],
}
const known = (value: string, masked?: true) => ({
  ...{ value, source: '上次申请', at, stale: false },
  ...(masked === undefined ? {} : { masked }),
})
const opened: Prefill = {
  self: [{ entity: me, values: { name: known('周惊蛰'), phone: known('19000009001') } }],
  elder: [
    {
      entity: mother,
      values: { elderName: known('孙大雪') },
      candidates: [
        { entity: mother, name: '孙大雪', values: { elderName: known('孙大雪') } },
        { entity: other, name: '周立秋', values: { elderName: known('周立秋') } },
      ],
    },
  ],
}
const count = (
  self: Record<string, string>,
  elder: { entity?: typeof mother; values: Record<string, string> },
  of = opened,
) => burdenOf(baseKnowledge, form, { self: [{ entity: me, values: self }], elder: [elder] }, of, at)

test('what is read, agreed to or not shown is no question; the rest is kept, changed, typed or left blank', () => {
  expect(
    count(
      { name: '周惊蛰', phone: '13900000000' },
      { entity: mother, values: { elderName: '孙大雪', note: '晚上方便' } },
    ),
  ).toEqual({ asked: 4, facts: 3, kept: 2, changed: 1, typed: 1 })
  expect(count({ name: '周惊蛰', phone: '19000009001' }, { entity: mother, values: { elderName: '孙大雪' } })).toEqual({
    asked: 4,
    facts: 3,
    kept: 3,
    changed: 0,
    typed: 0,
  })
})

test('of somebody else who was chosen, what was known of that one is known; of somebody new nothing', () => {
  expect(count({ name: '周惊蛰', phone: '19000009001' }, { entity: other, values: { elderName: '周立秋' } }).kept).toBe(
    3,
  )
  expect(
    count({ name: '周惊蛰', phone: '19000009001' }, { values: { elderName: '孙小寒' } }, { self: opened.self ?? [] }),
  ).toEqual({
    asked: 4,
    facts: 3,
    kept: 2,
    changed: 0,
    typed: 1,
  })
})

test('what was taken away is put right; what was shown masked and left alone is kept', () => {
  const masked: Prefill = {
    ...opened,
    self: [{ entity: me, values: { name: known('周**', true), phone: known('19000009001') } }],
  }
  const elder = { entity: mother, values: { elderName: '孙大雪' } }
  expect(count({ phone: '19000009001' }, elder, masked)).toMatchObject({ kept: 3, changed: 0 })
  expect(count({ phone: '19000009001' }, elder)).toMatchObject({ kept: 2, changed: 1 })
})
