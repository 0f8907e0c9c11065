import { expect, test } from 'vitest'
import { proposedListId, proposedProperty } from './naming'

const free = () => false

test.each([
  ['date of birth', 'dateOfBirth'],
  ['The name of an emergency contact', 'nameOfEmergencyContact'],
  ['WeChat number', 'wechatNumber'],
  ['e-mail address', 'eMailAddress'],
  ['Café au lait', 'cafeAuLait'],
  ['3 shots', 'shots'],
  ['a very long name that nobody would ever want to write', 'veryLongNameThatNobodyWould'],
  ['', ''],
  ['x', ''],
  ['中文', ''],
])('%j becomes the property %j', (english, property) => {
  expect(proposedProperty(english, free)).toBe(property)
  if (property !== '') expect(property).toMatch(/^[a-z][A-Za-z0-9]{1,29}$/)
})

test('a taken name is counted on', () => {
  const taken = new Set(['birthDate', 'birthDate2'])
  expect(proposedProperty('birth date', (name) => taken.has(name))).toBe('birthDate3')
})

test.each([
  ['kind of visa', 'kind-of-visa'],
  ['2nd dose', 'nd-dose'],
  ['', ''],
])('%j becomes the list %j', (english, id) => {
  expect(proposedListId(english, free)).toBe(id)
})

test('a taken list is counted on', () => {
  expect(proposedListId('sex', (id) => id === 'sex')).toBe('sex2')
})
