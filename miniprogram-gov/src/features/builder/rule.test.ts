import type { Control, Form } from '@zmht/shared/controls'
import { holds } from '@zmht/shared/controls/expression'
import { baseKnowledge, baseVersion } from '@zmht/shared/knowledge'
import { describe, expect, test } from 'vitest'
import { type Clause, isUnfinished, type Rule, readRule, writeRule } from './rule'
import { answersFor, clauseFor, comparisonsFor, measuresFor, othersLike, ruleSources } from './rule-answers'
import { sayRule } from './rule-words'

const control = (id: string, kind: Control['kind'], label: string, attribute: string): Control => ({
  id,
  kind,
  label,
  required: false,
  binding: { subject: 'me', attribute },
})
const own = (id: string, kind: Control['kind'], type: string, subject = 'me'): Control => ({
  id,
  kind,
  label: id,
  required: false,
  binding: { subject, own: { type } },
})
const form: Form = {
  knowledge: baseVersion,
  subjects: [
    { key: 'me', kind: 'person', name: '您', is: { by: 'actor' } },
    { key: 'cards', kind: 'event', name: '同行的人', is: { by: 'own' }, many: { min: 0, max: 5 } },
  ],
  controls: [
    control('care', 'choice', '自理能力', 'person.mobilityLevel'),
    control('alone', 'yes-no', '独居', 'person.livingAlone'),
    control('tall', 'number', '身高', 'person.heightCm'),
    { id: 'words', kind: 'explanation', label: '说明', required: false, text: '看一看' },
    own('from', 'date', 'date'),
    own('to', 'datetime', 'datetime'),
    own('why', 'text', 'text:50'),
    own('fee', 'money', 'money', 'cards'),
  ],
}
const noon = '2026-11-25T04:00:00.000Z'
const only = (clause: Clause): Rule => ({ join: 'and', clauses: [clause] })

const rules: readonly (readonly [string, Rule])[] = [
  ['“自理能力”是“轻度依赖”或“中度依赖”', only({ control: 'care', how: 'is', values: ['2', '3'] })],
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
  ['“身高”没有填', only({ control: 'tall', how: 'not-answered', values: [] })],
  ['“身高”填了', only({ control: 'tall', how: 'answered', values: [] })],
  ['“身高”等于150或160', only({ control: 'tall', how: 'is', values: [150, 160] })],
  ['“from”早于2026年12月1日', only({ control: 'from', how: 'less', values: ['2026-12-01'] })],
  ['“from”的年龄大于64岁', only({ control: 'from', measure: 'age', how: 'more', values: [64] })],
  ['“from”不早于填写那天', only({ control: 'from', how: 'at-least', values: [], against: { today: 0 } })],
  ['“from”不晚于填写那天后 7 天', only({ control: 'from', how: 'at-most', values: [], against: { today: 7 } })],
  ['“to”晚于“from”', only({ control: 'to', how: 'more', values: [], against: { control: 'from' } })],
  ['“to”晚于“from”', only({ control: 'to', how: 'more', values: [], against: { control: 'from', ifAnswered: true } })],
  ['“why”是“why”', only({ control: 'why', how: 'is', values: [], against: { control: 'why' } })],
  ['“why”不是“why”', only({ control: 'why', how: 'is-not', values: [], against: { control: 'why' } })],
  ['“why”包含“搬家”', only({ control: 'why', how: 'contains', values: ['搬家'] })],
  ['“why”不包含“搬家”', only({ control: 'why', how: 'lacks', values: ['搬家'] })],
  ['“why”的字数不大于20字', only({ control: 'why', measure: 'length', how: 'at-most', values: [20] })],
  ['“fee”的合计小于100', only({ control: 'fee', measure: 'sum', how: 'less', values: [100] })],
  ['“fee”的个数不等于2个', only({ control: 'fee', measure: 'count', how: 'is-not', values: [2] })],
  ['“身高”不小于（还没有填）', only({ control: 'tall', how: 'at-least', values: [] })],
  ['“自理能力”是（还没有填）', only({ control: 'care', how: 'is', values: [] })],
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

  test('compares with today, with another answer, with the age and with all cards together', () => {
    const says = (clause: Clause, scope: Record<string, string | number | null | number[]>) =>
      holds(writeRule(only(clause)), scope, noon)
    const after: Clause = { control: 'to', how: 'more', values: [], against: { control: 'from' } }
    expect(says({ control: 'from', how: 'at-least', values: [], against: { today: 7 } }, { from: '2026-12-02' })).toBe(
      true,
    )
    expect(says({ control: 'from', how: 'at-least', values: [], against: { today: 7 } }, { from: '2026-12-01' })).toBe(
      false,
    )
    expect(says(after, { to: '2026-12-02T09:00', from: '2026-12-02' })).toBe(true)
    expect(says(after, { to: '2026-12-01T09:00', from: '2026-12-02' })).toBe(false)
    expect(says(after, { to: '2026-12-01T09:00', from: null })).toBe(false)
    const ifAnswered: Clause = { ...after, against: { control: 'from', ifAnswered: true } }
    expect(says(ifAnswered, { to: '2026-12-01T09:00', from: null })).toBe(true)
    expect(says(ifAnswered, { to: '2026-12-01T09:00', from: '2026-12-02' })).toBe(false)
    expect(says({ control: 'from', measure: 'age', how: 'at-least', values: [65] }, { from: '1961-11-25' })).toBe(true)
    expect(says({ control: 'from', measure: 'age', how: 'at-least', values: [65] }, { from: '1961-11-26' })).toBe(false)
    expect(says({ control: 'fee', measure: 'sum', how: 'less', values: [100] }, { fee: [60, 39] })).toBe(true)
    expect(says({ control: 'why', how: 'contains', values: ['搬'] }, { why: '要搬家' })).toBe(true)
    expect(says({ control: 'why', how: 'contains', values: ['搬'] }, { why: null })).toBe(false)
  })

  test('is unfinished as long as something is to be chosen', () => {
    expect(isUnfinished({ control: 'care', how: 'is', values: [] })).toBe(true)
    expect(isUnfinished({ control: 'care', how: 'is', values: ['1'] })).toBe(false)
    expect(isUnfinished({ control: 'care', how: 'answered', values: [] })).toBe(false)
    expect(isUnfinished({ control: 'from', how: 'less', values: [], against: { today: 0 } })).toBe(false)
  })
})

describe('a rule that says more is not changed here, but read out', () => {
  test.each([
    ['“身高”加10大于170', { '>': [{ '+': [{ var: 'tall' }, 10] }, 170] }],
    [
      '（“身高”大于1）并且（（“身高”小于9）或者（“独居”等于是））',
      {
        and: [
          { '>': [{ var: 'tall' }, 1] },
          { or: [{ '<': [{ var: 'tall' }, 9] }, { '==': [{ var: 'alone' }, true] }] },
        ],
      },
    ],
  ])('%s', (says, rule) => {
    expect(readRule(rule)).toBeUndefined()
    expect(sayRule(baseKnowledge, form, rule)).toBe(says)
  })

  test('also one that is merely negated or longer than people read', () => {
    expect(readRule({ '!': [{ '==': [{ var: 'from' }, { var: 'to' }] }] })).toBeUndefined()
    expect(readRule({ and: Array.from({ length: 30 }, () => ({ answered: [{ var: 'tall' }] })) })).toBeUndefined()
  })
})

test('what a workbook brings in is read where it says the same', () => {
  expect(readRule({ '==': [{ var: 'care' }, '2'] })).toEqual(only({ control: 'care', how: 'is', values: ['2'] }))
  expect(readRule({ '!=': [{ var: 'care' }, '2'] })).toEqual(only({ control: 'care', how: 'is-not', values: ['2'] }))
})

describe('what a rule can look at', () => {
  const [care, , tall] = form.controls
  const fee = form.controls.find(({ id }) => id === 'fee')

  test('the other questions, before and behind, not what is only read; itself where its answer is judged', () => {
    const ids = ['alone', 'tall', 'from', 'to', 'why', 'fee']
    expect(care && ruleSources(baseKnowledge, form, care).map(({ id }) => id)).toEqual(ids)
    expect(care && ruleSources(baseKnowledge, form, care, 'too').map(({ id }) => id)).toEqual(['care', ...ids])
  })

  test('answers of several cards are counted and summed, one answer is compared', () => {
    const start = care && clauseFor(baseKnowledge, form, care, 'fee')
    expect(start).toEqual({ control: 'fee', measure: 'sum', how: 'at-least', values: [] })
    expect(fee && clauseFor(baseKnowledge, form, fee, 'tall')).toEqual({ control: 'tall', how: 'at-least', values: [] })
  })

  test('other answers of the same sort', () => {
    const clause: Clause = { control: 'to', how: 'more', values: [] }
    expect(care && othersLike(baseKnowledge, form, care, clause).map(({ id }) => id)).toEqual(['from'])
    expect(care && othersLike(baseKnowledge, form, care, { ...clause, control: 'care' })).toEqual([])
  })

  test('every sort of answer has something to compare', () => {
    for (const one of form.controls) {
      const answers = answersFor(baseKnowledge, one)
      if (!answers) continue
      for (const asList of [true, false])
        for (const measure of measuresFor(answers, one, asList))
          expect(comparisonsFor(answers, asList, measure).length).toBeGreaterThan(1)
    }
    expect(tall && answersFor(baseKnowledge, tall)).toEqual({ by: 'number', unit: '厘米' })
  })
})
