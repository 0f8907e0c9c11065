import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupedDigits, typedNumber } from './typed-number'

describe('a number being typed', () => {
  test.each([
    ['12', 12],
    ['-3.5', -3.5],
    ['0', 0],
    ['1,234.5', 1234.5],
    ['１２３', 123],
    [' 7 ', 7],
  ])('%j is a number', (typed, number) => {
    expect(typedNumber(typed)).toBe(number)
  })

  test.each(['1.', '-', '-0', '0.50', '007', '1e5', '12a', 'NaN'])('%j stays as it was typed', (typed) => {
    expect(typedNumber(typed)).toBe(typed)
  })

  test('nothing is nothing', () => {
    expect(typedNumber(' ')).toBeUndefined()
  })

  test('what is shown again is what was typed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[-0-9.]{1,12}$/), (typed) => {
        expect(String(typedNumber(typed))).toBe(typed)
      }),
    )
  })
})

describe('digits in groups', () => {
  test.each([
    [1234567.5, '1,234,567.5'],
    ['1234.', '1,234.'],
    [1000, '1,000'],
    ['123456.05', '123,456.05'],
  ])('%j', (value, shown) => {
    expect(groupedDigits(value)).toBe(shown)
  })

  test.each([undefined, '', 999, '12a4', '-1234'])('%j is not said again', (value) => {
    expect(groupedDigits(value)).toBeUndefined()
  })
})
