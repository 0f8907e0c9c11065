import { answeringOf, type Control, checkForm, type Form, fits } from '@zmht/shared/controls'
import { evaluate } from '@zmht/shared/controls/expression'
import { baseKnowledge, baseVersion } from '@zmht/shared/knowledge'
import { describe, expect, test } from 'vitest'
import {
  type Computation,
  computationSources,
  computations,
  computationsFor,
  computationWords,
  isComplete,
  readComputation,
  sayComputation,
  writeComputation,
} from './computation'

const own = (id: string, kind: Control['kind'], type: string, subject = 'me'): Control => ({
  id,
  kind,
  label: id,
  required: false,
  binding: { subject, own: { type } },
})
const total = own('total', 'computed', 'number:0..100')
const form: Form = {
  knowledge: baseVersion,
  subjects: [
    { key: 'me', kind: 'person', name: '您', is: { by: 'actor' } },
    { key: 'cards', kind: 'event', name: '同行的人', is: { by: 'own' }, many: { min: 0, max: 5 } },
  ],
  controls: [
    own('pay', 'money', 'money'),
    own('rent', 'money', 'money'),
    own('born', 'date', 'date'),
    own('id', 'id-number', 'id-number'),
    own('family', 'text', 'text:20'),
    own('given', 'text', 'text:20'),
    own('fee', 'number', 'number:0..100', 'cards'),
    total,
  ],
}
const noon = '2026-11-25T04:00:00.000Z'

const all: readonly (readonly [string, Computation, unknown])[] = [
  ['“pay”加“rent”', { by: 'sum', of: ['pay', 'rent'] }, 130],
  ['“fee”的合计', { by: 'sum', of: ['fee'] }, 7],
  ['“pay”减“rent”', { by: 'difference', of: ['pay', 'rent'] }, 70],
  ['“pay”乘“rent”', { by: 'product', of: ['pay', 'rent'] }, 3000],
  ['“pay”乘12', { by: 'product', of: ['pay'], number: 12 }, 1200],
  ['“pay”除以“rent”，留两位小数', { by: 'quotient', of: ['pay', 'rent'] }, 3.33],
  ['“fee”填了几个', { by: 'count', of: ['fee'] }, 2],
  ['由“born”得出的年龄', { by: 'age', of: ['born'] }, 65],
  ['“born”到“born”相隔的天数', { by: 'days', of: ['born', 'born'] }, 0],
  ['“born”之后第 7 天', { by: 'day-after', of: ['born'], number: 7 }, '1961-12-02'],
  ['“family”、“given”连起来', { by: 'joined', of: ['family', 'given'] }, '李雷'],
  ['“family”、“given”连起来，中间是“·”', { by: 'joined', of: ['family', 'given'], between: '·' }, '李·雷'],
]

describe('a computation put together by choosing', () => {
  test.each(all)('%s: is read back as it was written, and gives what it says', (says, computation, gives) => {
    const written = writeComputation(computation)
    expect(readComputation(written)).toEqual(computation)
    expect(sayComputation(form, computation)).toBe(says)
    expect(isComplete(computation)).toBe(true)
    const answers = { pay: 100, rent: 30, born: '1961-11-25', family: '李', given: '雷', fee: [3, 4] }
    expect(evaluate(written, answers, noon)).toBe(gives)
  })

  test.each(computations)('%s: its result can be shown, and a form with it can be published', (by) => {
    const [, computation] = all.find(([, one]) => one.by === by) ?? []
    const control: Control = {
      ...total,
      binding: { subject: 'me', own: { type: computationWords[by].type } },
      ...(computation ? { compute: writeComputation(computation) } : {}),
    }
    const answering = answeringOf(baseKnowledge, control)
    expect(answering && fits('computed', answering)).toBe(true)
    const controls = form.controls.map((one) => (one.id === 'total' ? control : one))
    expect(checkForm(baseKnowledge, { ...form, controls })).toEqual([])
  })

  test('is incomplete until every place is taken', () => {
    expect(isComplete({ by: 'difference', of: ['pay'] })).toBe(false)
    expect(isComplete({ by: 'product', of: ['pay'] })).toBe(false)
    expect(isComplete({ by: 'day-after', of: ['born'] })).toBe(false)
    expect(isComplete({ by: 'sum', of: [] })).toBe(false)
  })
})

test('what says more is not changed here', () => {
  expect(readComputation({ '+': [{ var: 'pay' }, 1] })).toBeUndefined()
  expect(readComputation({ '-': [{ var: 'pay' }] })).toBeUndefined()
  expect(readComputation({ cat: ['共', { var: 'pay' }] })).toBeUndefined()
  expect(readComputation({ round: [{ var: 'pay' }, 2] })).toBeUndefined()
})

test('only what can be computed with is offered', () => {
  const ids = (by: (typeof computations)[number]) =>
    computationSources(baseKnowledge, form, total, by).map(({ id }) => id)
  expect(ids('sum')).toEqual(['pay', 'rent', 'fee'])
  expect(ids('difference')).toEqual(['pay', 'rent'])
  expect(ids('count')).toEqual(['fee'])
  expect(ids('age')).toEqual(['born', 'id'])
  expect(ids('joined')).toEqual(['id', 'family', 'given'])
  expect(computationsFor(baseKnowledge, { ...form, controls: [own('why', 'text', 'text:9'), total] }, total)).toEqual([
    'joined',
  ])
})
