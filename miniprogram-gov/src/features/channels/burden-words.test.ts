import { expect, test } from 'vitest'
import { perForm, shareAgain } from './burden-words'

test('per form, to one decimal', () => {
  expect([perForm(11, 1), perForm(15, 6), perForm(20, 3)]).toEqual(['11', '2.5', '6.7'])
})

test('what is known again is said of what may be known, and not where nobody asked again', () => {
  expect(shareAgain({ again: { forms: 2, asked: 22, facts: 14, known: 12 } })).toBe('86%')
  expect(shareAgain({ again: { forms: 0, asked: 0, facts: 0, known: 0 } })).toBeUndefined()
})
