import { expect, test } from 'vitest'
import { given, isOneTap, missing, sayAnswer } from './answer'

const come = {
  key: 'come',
  label: '您来参加吗',
  required: true,
  options: [
    { code: 'yes', label: '来' },
    { code: 'no', label: '不来' },
  ],
}
const many = { key: 'many', label: '几个人来', required: false }
const comeOrNot = [come, many]

test('a tap answers one choice alone', () => {
  expect(isOneTap(comeOrNot)).toBe(false)
  expect(isOneTap([come])).toBe(true)
  expect(isOneTap([many])).toBe(false)
})

test('what must be answered and is not is named; what was left empty is not sent', () => {
  expect(missing(comeOrNot, { many: '两个' })).toEqual(['come'])
  expect(missing(comeOrNot, { come: 'yes' })).toEqual([])
  expect(given(comeOrNot, { come: 'yes', many: '  ', other: '多的' })).toEqual({ come: 'yes' })
})

test('an answer is read in the words of its option', () => {
  expect(sayAnswer(come, { come: 'no' })).toBe('不来')
  expect(sayAnswer(many, { many: '两个' })).toBe('两个')
  expect(sayAnswer(many, {})).toBe('没有回答')
})
