import { type Attribute, baseKnowledge, readValueType } from '@zmht/shared/knowledge'
import { expect, test } from 'vitest'
import { type Carry, carryOf, carryProblem, carryWays, plainCarry, proposedCarry, upgradeOf } from './carry'

const sample = (type: string): Attribute => ({
  code: 'person.sample',
  of: 'person',
  name: '',
  value: readValueType(type, (id) => baseKnowledge.codeList(id)?.items) ?? { type: 'name' },
  many: false,
  sensitivity: 'open',
})

test.each<[string, string, readonly string[]]>([
  ['code:sex', 'yes-no', ['yes-when']],
  ['code:sex', 'code:religion', ['codes', 'same']],
  ['code:sex', 'code:sex', ['same', 'codes']],
  ['number:0..9:米', 'number:0..900:厘米', ['scale', 'same']],
  ['number:0..9:米', 'number:0..90:米', ['same', 'scale']],
  ['date', 'date', ['same']],
  ['name', 'text:50', ['same']],
  ['date', 'yes-no', []],
])('from %s to %s', (before, after, ways) => {
  expect(carryWays(sample(before), sample(after))).toEqual(ways)
})

test('options of the same name correspond', () => {
  const carry = proposedCarry(sample('code:sex'), sample('code:sex'))
  expect(carry.to).toEqual({ 0: '0', 1: '1', 2: '2', 9: '9' })
})

test.each<Carry>([
  plainCarry,
  { ...plainCarry, way: 'codes', to: { 1: '2' } },
  { ...plainCarry, way: 'scale', factor: '100' },
  { ...plainCarry, way: 'yes-when', codes: ['1'] },
])('%j is complete, and is read back', (carry) => {
  expect(carryProblem(carry)).toBeUndefined()
  expect(carryOf(upgradeOf(carry))).toEqual(carry)
})

test.each<Carry>([
  { ...plainCarry, way: 'codes', to: { 1: '' } },
  { ...plainCarry, way: 'scale', factor: '' },
  { ...plainCarry, way: 'scale', factor: '0' },
  { ...plainCarry, way: 'scale', factor: '十' },
  { ...plainCarry, way: 'yes-when' },
])('%j is not complete', (carry) => {
  expect(carryProblem(carry)).toBeDefined()
})
