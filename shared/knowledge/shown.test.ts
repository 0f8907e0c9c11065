import { expect, test } from 'vitest'
import { showValue } from './display'
import { valueShownAs } from './shown'
import type { Attribute, Value } from './types'

const items = [
  { code: '1', name: '高血压' },
  { code: '2', name: '糖尿病' },
]

const kinds: readonly (readonly [string, Pick<Attribute, 'value' | 'many'>, Value])[] = [
  ['a text', { value: { type: 'text', max: 40 }, many: false }, '花园 3 号'],
  ['a yes', { value: { type: 'yes-no' }, many: false }, true],
  ['a no', { value: { type: 'yes-no' }, many: false }, false],
  ['a code', { value: { type: 'code', list: 'x', items }, many: false }, '2'],
  ['several codes', { value: { type: 'code', list: 'x', items }, many: true }, ['1', '2']],
  ['a day', { value: { type: 'date' }, many: false }, '1951-02-09'],
  ['a month', { value: { type: 'month' }, many: false }, '2026-11'],
  ['a minute', { value: { type: 'datetime' }, many: false }, '2026-11-04T08:30'],
  ['some days', { value: { type: 'date-range' }, many: false }, '2026-11-04/2026-12-01'],
  ['some hours', { value: { type: 'time-range' }, many: false }, '08:00/17:30'],
  [
    'a number with a unit',
    { value: { type: 'number', min: 0, max: 500, unit: '平方米', decimals: 1 }, many: false },
    88.5,
  ],
  ['money', { value: { type: 'money', max: 1e9 }, many: false }, 1234567.5],
  ['a phone', { value: { type: 'identifier', scheme: 'mobile' }, many: false }, '13800138000'],
]

test.each(kinds)('the value of %s is told by how it is shown', (_, attribute, value) => {
  expect(valueShownAs(attribute, showValue(attribute, value))).toEqual(value)
})

test('what a text does not tell is not guessed', () => {
  expect(valueShownAs({ value: { type: 'file', of: 'photo' }, many: false }, '1个')).toBeUndefined()
  expect(valueShownAs({ value: { type: 'code', list: 'x', items }, many: false }, '痛风')).toBeUndefined()
  expect(valueShownAs({ value: { type: 'code', list: 'x', items }, many: true }, '高血压、痛风')).toBeUndefined()
  expect(valueShownAs({ value: { type: 'identifier', scheme: 'mobile' }, many: false }, '138****8000')).toBeUndefined()
  expect(valueShownAs({ value: { type: 'name' }, many: false }, '张*')).toBeUndefined()
  expect(valueShownAs({ value: { type: 'date' }, many: false }, '2026年2月30日')).toBeUndefined()
})
