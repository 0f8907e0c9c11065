import type { Control, Form } from '@zmht/shared/controls'
import { holds } from '@zmht/shared/controls/expression'
import { baseKnowledge, baseVersion } from '@zmht/shared/knowledge'
import { describe, expect, test } from 'vitest'
import { type Rule, readRule, ruleSources, sayRule, writeRule } from './rule'

const control = (id: string, kind: Control['kind'], label: string, attribute: string): Control => ({
  id,
  kind,
  label,
  required: false,
  binding: { subject: 'me', attribute },
})
const form: Form = {
  knowledge: baseVersion,
  subjects: [{ key: 'me', kind: 'person', name: '您', is: { by: 'actor' } }],
  controls: [
    control('care', 'choice', '自理能力', 'person.mobilityLevel'),
    control('alone', 'yes-no', '独居', 'person.livingAlone'),
    control('tall', 'number', '身高', 'person.heightCm'),
    { id: 'words', kind: 'explanation', label: '说明', required: false, text: '看一看' },
  ],
}
const noon = '2026-11-25T04:00:00.000Z'

const rules: readonly (readonly [string, Rule])[] = [
  [
    '“自理能力”是“轻度依赖”或“中度依赖”',
    { join: 'and', clauses: [{ control: 'care', how: 'is', values: ['2', '3'] }] },
  ],
  [
    '“独居”不是“是”，或者“身高”不小于150',
    {
      join: 'or',
      clauses: [
        { control: 'alone', how: 'is-not', values: [true] },
        { control: 'tall', how: 'at-least', values: [150] },
      ],
    },
  ],
  ['“身高”没有填', { join: 'and', clauses: [{ control: 'tall', how: 'not-answered', values: [] }] }],
]

describe('a rule put together by choosing', () => {
  test.each(rules)('%s: is read back as it was written', (says, rule) => {
    expect(readRule(writeRule(rule))).toEqual(rule)
    expect(sayRule(baseKnowledge, form, writeRule(rule))).toBe(says)
  })

  test('holds as it says', () => {
    const [, rule] = rules[1] ?? []
    const written = rule ? writeRule(rule) : false
    expect(holds(written, { alone: true, tall: 149 }, noon)).toBe(false)
    expect(holds(written, { alone: true, tall: 150 }, noon)).toBe(true)
    expect(holds(written, { alone: false, tall: null }, noon)).toBe(true)
  })

  test('with nothing left always holds', () => {
    expect(holds(writeRule({ join: 'and', clauses: [] }), {}, noon)).toBe(true)
  })
})

test('a rule that says more is not changed here, but read out', () => {
  const rule = { '>': [{ '+': [{ var: 'tall' }, 10] }, 170] }
  expect(readRule(rule)).toBeUndefined()
  expect(sayRule(baseKnowledge, form, rule)).toBe('“身高”加10大于170')
})

test('a rule looks at the other questions, before and behind, not at what is only read', () => {
  const [first] = form.controls
  expect(first && ruleSources(baseKnowledge, form, first).map(({ id }) => id)).toEqual(['alone', 'tall'])
})
