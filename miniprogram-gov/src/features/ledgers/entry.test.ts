import { baseKnowledge } from '@zmht/shared/knowledge'
import { sayCondition } from '@zmht/shared/ledgers'
import { ledgerTemplates } from '@zmht/shared/templates/ledgers'
import { expect, test } from 'vitest'
import { entryFields, entryOf, following, givenByRule } from './entry'
import { unmetBy } from './in-ledger'

const template = (id: string) => {
  const found = ledgerTemplates.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}
const eldersAlone = template('elders-alone')
const fields = entryFields(eldersAlone, baseKnowledge)
const now = '2026-11-28T00:00:00.000Z'

test('its columns and what its rule looks at, each once; an age is told by the day of birth', () => {
  const labels = fields.map(({ label }) => label)
  expect(labels.slice(0, 3)).toEqual(['姓名', '性别', '出生日期'])
  expect(labels).toContain('独居')
  expect(new Set(labels).size).toBe(labels.length)
})

test('where they live is asked once, as the place', () => {
  expect(fields.some((field) => field.of === 'relation')).toBe(false)
  const guardians = entryFields(template('minors'), baseKnowledge).filter((field) => field.of === 'relation')
  expect(guardians).toMatchObject([
    { label: '监护人', type: 'guardian', direction: 'backward', other: 'person' },
    { type: 'studies-at', direction: 'forward', other: 'organisation' },
  ])
})

test('what the rule leaves no choice about is there already', () => {
  expect(givenByRule(eldersAlone, baseKnowledge)).toEqual({ 'person.livingAlone': true })
  expect(givenByRule(template('small-shops'), baseKnowledge)).toEqual({})
})

test('what was typed becomes facts; what was left open says nothing', () => {
  const { facts, problems } = entryOf(eldersAlone, fields, {
    'person.name': ' 孙大雪 ',
    'person.livingAlone': true,
    'person.mobile': '',
  })
  expect(facts).toEqual([
    { attribute: 'person.name', value: '孙大雪' },
    { attribute: 'person.livingAlone', value: true },
  ])
  expect(problems).toEqual({})
})

test('wrong and missing answers are named', () => {
  const { problems } = entryOf(eldersAlone, fields, { 'person.mobile': '123' })
  expect(Object.keys(problems)).toEqual(['person.name', 'person.mobile'])
})

test('an ID number tells the day of birth and the sex', () => {
  const values = { 'person.name': '孙大雪', 'person.idNumber': '11010519491231002x' }
  expect(following(values)).toEqual({ 'person.birthDate': '1949-12-31', 'person.sex': '2' })
  expect(following({})).toEqual({})
  const residents = template('residents')
  const { facts } = entryOf(residents, entryFields(residents, baseKnowledge), values)
  expect(facts).toEqual(expect.arrayContaining([{ attribute: 'person.birthDate', value: '1949-12-31' }]))
})

test('who does not meet the rule is told what is missing', () => {
  const place = 'p'
  const said = (values: Parameters<typeof entryOf>[2]) => entryOf(eldersAlone, fields, values)
  const words = (...given: Parameters<typeof unmetBy>) =>
    unmetBy(...given).map((one) => sayCondition(one, baseKnowledge))
  const old = said({ 'person.name': '孙大雪', 'person.birthDate': '1952-01-08', 'person.livingAlone': true })
  expect(words(eldersAlone, old, place, now)).toEqual([])
  expect(words(eldersAlone, old, undefined, now)).toEqual(['登记了“住在”'])
  const young = said({ 'person.name': '小雪', 'person.birthDate': '1992-01-08', 'person.livingAlone': false })
  expect(words(eldersAlone, young, place, now)).toEqual(['60 岁以上', '独居为是'])
  expect(unmetBy({ ...eldersAlone, membership: { by: 'hand' } }, young, place, now)).toEqual([])
})
