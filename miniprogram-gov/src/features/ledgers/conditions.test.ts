import { baseKnowledge } from '@zmht/shared/knowledge'
import { conditionProblem, ledgerKinds } from '@zmht/shared/ledgers'
import { expect, test } from 'vitest'
import { asked, conditionKeys, conditionOn, typedNumber, waysOf, withDay, withEnd } from './conditions'
import { attributeContent, contentsFor } from './contents'

const attribute = (code: string) => {
  const found = baseKnowledge.attribute(code)
  if (found === undefined) throw new Error(`no ${code}`)
  return found
}
const on = (code: string) => conditionOn(attributeContent(attribute(code)))

test.each([
  ['person.sex', { about: 'code', attribute: 'person.sex', values: [] }],
  ['person.livingAlone', { about: 'code', attribute: 'person.livingAlone', values: [] }],
  ['person.age', { about: 'age', attribute: 'person.birthDate' }],
  ['person.name', { about: 'words', attribute: 'person.name', words: '' }],
  ['organisation.lodgers', { about: 'number', attribute: 'organisation.lodgers' }],
])('%s is asked the usual way', (code, condition) => {
  expect(on(code)).toEqual(condition)
})

test('no way of asking is refused for not fitting what is asked', () => {
  for (const kind of ledgerKinds)
    for (const one of baseKnowledge.attributesOf(kind).filter(({ deprecated }) => deprecated === undefined))
      for (const way of waysOf(one))
        expect(conditionProblem(asked(one.code, way), kind, baseKnowledge) ?? '').not.toMatch(/不是|这类对象/)
})

test('a relation is asked from the end it was picked at', () => {
  const [guardian] = contentsFor('person', baseKnowledge, '监护人')
  expect(guardian && conditionOn(guardian)).toEqual({
    about: 'relation',
    types: ['guardian'],
    direction: 'backward',
    is: true,
  })
})

test('ends are set and opened again', () => {
  const from60 = withEnd({ about: 'age', attribute: 'person.birthDate' }, 'least', 60)
  expect(from60).toEqual({ about: 'age', attribute: 'person.birthDate', least: 60 })
  expect(withEnd(from60, 'least', undefined)).toEqual({ about: 'age', attribute: 'person.birthDate' })
  const until = withDay({ about: 'date', attribute: 'thing.nextInspection' }, 'to', '2026-12-31')
  expect(until).toEqual({ about: 'date', attribute: 'thing.nextInspection', to: '2026-12-31' })
  expect(withDay(until, 'to', undefined)).toEqual({ about: 'date', attribute: 'thing.nextInspection' })
})

test.each([
  ['60', 60],
  [' ６０ ', 60],
  ['1.5', 1.5],
  ['-3', -3],
  ['', undefined],
  ['1.', undefined],
  ['六十', undefined],
])('%s typed', (text, value) => {
  expect(typedNumber(text)).toBe(value)
})

test('each condition has a name of its own, whatever is filled in', () => {
  const born = { about: 'age', attribute: 'person.birthDate' } as const
  const keys = conditionKeys([born, { ...born, least: 60 }, asked('person.sex', 'code')])
  expect(new Set(keys).size).toBe(3)
  expect(conditionKeys([{ ...born, least: 1 }])).toEqual(conditionKeys([born]))
})
