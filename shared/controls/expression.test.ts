import { describe, expect, test } from 'vitest'
import { baseKnowledge } from '../knowledge'
import { controlsIn, type Expression, evaluate, expressionProblem, holds, type Scope } from './expression'
import type { Control, Form, FormAnswers } from './form'
import { shapeOf } from './shape'
import { validateAnswers } from './validate'
import { stateOf } from './visibility'

const noon = '2026-11-25T04:00:00.000Z'
const scope: Scope = {
  age: 66,
  name: '张三',
  day: '2026-11-20',
  picks: ['02', '03'],
  yes: true,
  no: false,
  nothing: null,
  ages: [3, 5, 9],
}
const v = (name: string): Expression => ({ var: name })

describe('a condition', () => {
  test.each<[Expression, boolean]>([
    [{ '>=': [v('age'), 65] }, true],
    [{ '<': [v('age'), 65] }, false],
    [{ '>=': [v('age'), '65'] }, true],
    // What is not answered is neither more nor less than anything.
    [{ '<': [v('nothing'), 65] }, false],
    [{ '>': [v('nothing'), -1] }, false],
    [{ '==': [v('nothing'), ''] }, true],
    [{ '==': [v('yes'), true] }, true],
    [{ '==': [v('no'), true] }, false],
    [{ '<=': [v('day'), '2026-11-25'] }, true],
    [{ '>': [v('day'), '2026-12-01'] }, false],
    [{ 'one-of': [v('picks'), ['03', '09']] }, true],
    [{ 'one-of': [v('picks'), ['09']] }, false],
    [{ 'one-of': [v('nothing'), ['09']] }, false],
    [{ in: ['02', v('picks')] }, true],
    [{ answered: v('name') }, true],
    [{ '!': [{ answered: [v('nothing')] }] }, true],
    [{ and: [{ '>': [v('age'), 60] }, { or: [v('no'), v('yes')] }] }, true],
    [{ matches: [v('name'), '[\\u4e00-\\u9fff]{2,4}'] }, true],
    [{ matches: [v('name'), '三'] }, false],
    [{ some: [v('ages'), { '>': [v(''), 8] }] }, true],
    [{ all: [v('ages'), { '>': [v(''), 8] }] }, false],
  ])('%j: %s', (rule, expected) => {
    expect(expressionProblem(rule)).toBeUndefined()
    expect(holds(rule, scope, noon)).toBe(expected)
  })
})

describe('what is computed', () => {
  test.each<[Expression, unknown]>([
    [{ '+': [v('age'), 1] }, 67],
    [{ '/': [v('age'), 0] }, null],
    [{ '+': [v('age'), v('nothing')] }, null],
    [{ sum: v('ages') }, 17],
    [{ count: v('picks') }, 2],
    [{ age: ['1960-11-26'] }, 65],
    [{ age: ['110105196011250013'] }, null],
    [{ age: v('nothing') }, null],
    [{ today: [] }, '2026-11-25'],
    [{ days: [v('day'), { today: [] }] }, 5],
    [{ 'add-days': ['2026-02-27', 2] }, '2026-03-01'],
    [{ round: [{ '/': [10, 3] }, 2] }, 3.33],
    [{ if: [{ '>=': [v('age'), 60] }, '老年人', '其他'] }, '老年人'],
    [{ cat: [v('name'), '（', v('age'), '）'] }, '张三（66）'],
    [{ length: v('name') }, 2],
  ])('%j is %j', (rule, expected) => {
    expect(expressionProblem(rule)).toBeUndefined()
    expect(evaluate(rule, scope, noon)).toEqual(expected)
  })
})

describe('a rule is refused', () => {
  test.each<[Expression, string]>([
    [{ constructor: ['x'] }, '条件里有不能使用的运算“constructor”'],
    [{ log: ['x'] }, '条件里有不能使用的运算“log”'],
    [{ '==': [1, 2], '>': [1, 2] }, '条件里有不能使用的运算'],
    [{ '==': [1] }, '“等于”的内容不完整'],
    [{ var: [{ var: 'x' }] }, '条件里所看的答案没有写明'],
    [{ matches: [v('name'), '(x+)+$'] }, '格式写得不对，或者太复杂'],
    [{ matches: [v('name'), '('] }, '格式写得不对，或者太复杂'],
  ])('%j: %s', (rule, problem) => {
    expect(expressionProblem(rule)).toBe(problem)
  })

  test('when it is nested deeper than any phone should walk', () => {
    let rule: Expression = true
    for (let depth = 0; depth < 30; depth += 1) rule = { '!': [rule] }
    expect(expressionProblem(rule)).toBe('条件套得太深了，请拆成几条')
  })
})

test('a rule names the controls it looks at, each once, and none inside a list', () => {
  const rule: Expression = { and: [{ '>': [v('a'), v('b')] }, { some: [v('c'), { '>': [v(''), v('d')] }] }, v('a')] }
  expect(controlsIn(rule)).toEqual(['a', 'b', 'c'])
})

describe('a form with rules', () => {
  const own = (id: string, type: string, more: Partial<Control> = {}): Control => ({
    id,
    kind: type.startsWith('number') ? 'number' : 'text',
    label: id,
    required: false,
    binding: { subject: 'me', own: { type } },
    ...more,
  })
  const form: Form = {
    knowledge: baseKnowledge.version,
    subjects: [
      { key: 'me', kind: 'person', name: '您', is: { by: 'actor' } },
      {
        key: 'child',
        kind: 'person',
        name: '孩子',
        is: { by: 'relation', relation: 'parent', of: 'me', direction: 'forward' },
        many: { min: 0, max: 5 },
      },
    ],
    controls: [
      own('total', 'number:0..100:人', {
        kind: 'computed',
        compute: { '+': [{ count: v('childName') }, 1] },
      }),
      { id: 'part', kind: 'section', label: '原因', required: false, showWhen: { '>': [v('total'), 1] } },
      own('reason', 'text:20', {
        within: 'part',
        requiredWhen: { '>=': [v('total'), 3] },
        constraints: [{ must: { '>=': [{ length: v('reason') }, 4] }, message: '请至少写四个字' }],
      }),
      {
        id: 'childName',
        kind: 'name',
        label: '孩子姓名',
        required: true,
        binding: { subject: 'child', attribute: 'person.name' },
      },
    ],
  }
  const answers = (children: number, reason?: string): FormAnswers => ({
    me: [{ values: reason === undefined ? {} : { reason } }],
    child: Array.from({ length: children }, (_, at) => ({ values: { childName: `王小${'一二三四五'.charAt(at)}` } })),
  })
  const shownReason = (children: number) => {
    const state = stateOf(shapeOf(baseKnowledge, form), answers(children), noon)
    const control = form.controls.find(({ id }) => id === 'reason')
    return control && state.isShown(control, 0)
  }
  const says = (children: number, reason?: string) =>
    validateAnswers(baseKnowledge, form, answers(children, reason), { at: noon }).map(({ message }) => message)

  test('counts over cards, hides what stands in a hidden section, asks more when more is needed', () => {
    expect([0, 1, 2].map(shownReason)).toEqual([false, true, true])
    expect(says(0)).toEqual([])
    expect(says(1)).toEqual([])
    expect(says(2)).toEqual(['请填写“reason”'])
    expect(says(2, '太少')).toEqual(['请至少写四个字'])
    expect(says(2, '写够四个字')).toEqual([])
    // What is hidden is not looked at.
    expect(says(0, '太少')).toEqual([])
  })
})
