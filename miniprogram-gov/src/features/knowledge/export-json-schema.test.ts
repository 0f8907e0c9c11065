import { baseKnowledge, entityKinds } from '@zmht/shared/knowledge'
import { expect, test } from 'vitest'
import { deployedProse } from './deployed-prose.fixture'
import { jsonSchemaOf } from './export-json-schema'
import { knowledgeWith } from './say-change'

const prose = deployedProse()
const schema = jsonSchemaOf(baseKnowledge, prose)

/** What stands at a path. */
const at = (of: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (now, name) =>
      typeof now === 'object' && now !== null ? Object.entries(now).find(([key]) => key === name)?.[1] : undefined,
    of,
  )
const property = (bearer: string, code: string) => at(schema, '$defs', bearer, 'properties', code)

test('there is a definition for each kind, each relation and each code list', () => {
  const { relationTypes, codeLists } = baseKnowledge
  expect(Object.keys(at(schema, '$defs') ?? {})).toHaveLength(
    entityKinds.length + relationTypes.length + codeLists.length,
  )
})

test('every attribute has its property, with title and description', () => {
  for (const { code, name, of } of baseKnowledge.attributes) {
    const bearer = typeof of === 'string' ? of : of.relation
    expect(property(bearer, code)).toMatchObject({ title: name, description: expect.stringMatching(/./) })
  }
})

test.each([
  [
    'person.birthDate',
    { type: 'string', format: 'date', 'x-sensitivity': 'personal', 'x-derivedFrom': 'person.idNumber' },
  ],
  ['person.mobile', { type: 'string', pattern: '^1[3-9][0-9]{9}$', 'x-freshDays': 730 }],
  ['person.sex', { $ref: '#/$defs/list.sex' }],
  ['person.chronicDiseases', { type: 'array', uniqueItems: true, items: { $ref: expect.any(String) } }],
  ['person.idNumber', { 'x-standard': 'GB 11643', 'x-naturalKey': true }],
  ['person.smartphone', { type: 'boolean' }],
])('%s', (code, part) => {
  expect(property('person', code)).toMatchObject(part)
})

test('codes stand with their names', () => {
  expect(at(schema, '$defs', 'list.sex', 'oneOf')).toEqual([
    { const: '0', title: '未知的性别' },
    { const: '1', title: '男' },
    { const: '2', title: '女' },
    { const: '9', title: '未说明的性别' },
  ])
})

test('every list an attribute refers to is defined', () => {
  const refs = JSON.stringify(schema).match(/#\/\$defs\/[^"]+/g) ?? []
  expect(refs.length).toBeGreaterThan(200)
  for (const ref of new Set(refs)) expect(at(schema, '$defs', ref.slice('#/$defs/'.length))).toBeDefined()
})

test('a relation has its two ends', () => {
  expect(at(schema, '$defs', 'parent')).toMatchObject({
    title: '父母',
    properties: { from: { 'x-kind': 'person' }, to: { 'x-kind': 'person' } },
    required: ['from', 'to', 'since'],
    'x-inverse': '子女',
  })
})

test('what is no longer asked is marked, with its successor', () => {
  const after = knowledgeWith(baseKnowledge, [
    { do: 'deprecate-attribute', code: 'person.religion', successor: 'person.nativePlace' },
  ])
  expect(at(jsonSchemaOf(after, prose), '$defs', 'person', 'properties', 'person.religion')).toMatchObject({
    deprecated: true,
    'x-successor': 'person.nativePlace',
  })
})
