import { expect, test } from 'vitest'
import { attributeDefinitions, codeListDefinitions, type Definition, relationDefinitions } from './definitions'
import {
  attribute,
  attributes,
  attributesOf,
  codeList,
  codeLists,
  derivedFrom,
  entityKinds,
  knowledgeVersion,
  nameOfCode,
  relationType,
  relationTypes,
  searchAttributes,
} from './index'

const codes = attributes.map((one) => one.code)

test('every code is there once', () => {
  expect(new Set(codes).size).toBe(codes.length)
  expect(new Set(relationTypes.map((one) => one.code)).size).toBe(relationTypes.length)
  expect(new Set(codeLists.map((one) => one.id)).size).toBe(codeLists.length)
})

test('within a kind no two attributes share a name, and no two a synonym that is the name of a third', () => {
  for (const kind of entityKinds) {
    const names = attributesOf(kind).map((one) => one.name)
    expect(new Set(names).size).toBe(names.length)
    for (const one of attributesOf(kind)) for (const word of one.synonyms ?? []) expect(names).not.toContain(word)
  }
})

test.each([
  ['attribute', codes, attributeDefinitions],
  ['relation', relationTypes.map((one) => one.code), relationDefinitions],
  ['code list', codeLists.map((one) => one.id), codeListDefinitions],
] as const)(
  'every %s has a definition with a source, and nothing else has',
  (_, wanted, given: Readonly<Record<string, Definition>>) => {
    expect(Object.keys(given).sort()).toEqual([...wanted].sort())
    for (const { definition, source } of Object.values(given)) {
      expect(definition).toMatch(/。$/)
      expect(source).not.toBe('')
    }
  },
)

test('an attribute says its kind in its code', () => {
  for (const one of attributes) expect(one.code.split('.')[0]).toBe(one.of)
})

test('only codes come in several, and each of their lists exists', () => {
  for (const one of attributes) {
    if (one.many) expect(one.value.type).toBe('code')
    if (one.value.type === 'code') expect(codeList(one.value.list)?.items.length).toBeGreaterThan(1)
  }
})

test('a derived attribute says from which, and that one exists in the same kind', () => {
  expect(derivedFrom('person.idNumber').map((one) => one.code)).toEqual(['person.birthDate', 'person.sex'])
  for (const one of attributes) if (one.derivedFrom) expect(attribute(one.derivedFrom)?.of).toBe(one.of)
})

test('what identifies a person is sensitive, a phone number personal, health sensitive', () => {
  expect(attribute('person.idNumber')).toMatchObject({ sensitivity: 'sensitive', naturalKey: true })
  expect(attribute('person.mobile')?.sensitivity).toBe('personal')
  expect(attribute('person.chronicDiseases')?.sensitivity).toBe('sensitive')
})

test('the codes of a list are there once, with a name', () => {
  for (const list of codeLists) {
    expect(new Set(list.items.map((item) => item.code)).size).toBe(list.items.length)
    expect(new Set(list.items.map((item) => item.name)).size).toBe(list.items.length)
    for (const item of list.items) expect(item.code.trim() && item.name.trim()).not.toBe('')
  }
})

test('民族 are 56, 政治面貌 13', () => {
  expect(codeList('nationality')?.items.map((item) => item.code)).toEqual(
    Array.from({ length: 56 }, (_, order) => String(order + 1).padStart(2, '0')),
  )
  expect(codeList('political-status')?.items).toHaveLength(13)
})

test.each([
  ['nationality', '01', '汉族'],
  ['nationality', '56', '基诺族'],
  ['marital-status', '30', '丧偶'],
  ['sex', '7', '7'],
  ['no-such-list', '1', '1'],
])('code %s %s is called %s', (list, code, name) => {
  expect(nameOfCode(list, code)).toBe(name)
})

test('a symmetric relation joins one kind and reads the same from both ends', () => {
  for (const one of relationTypes.filter((each) => each.symmetric)) {
    expect(one.from).toBe(one.to)
    expect(one.name).toBe(one.inverseName)
  }
})

test('a person resides at one place', () => {
  expect(relationType('resides-at')).toMatchObject({ from: 'person', to: 'place', targets: 'one', symmetric: false })
})

test.each([
  ['电话', 'person.mobile'],
  ['手机', 'person.mobile'],
  ['身份证', 'person.idNumber'],
  ['姓名', 'person.name'],
  ['生日', 'person.birthDate'],
  ['高血压', 'person.chronicDiseases'],
  ['一个人住', 'person.livingAlone'],
  ['文化程度', 'person.education'],
  ['车牌', 'thing.plate'],
  ['blood', 'person.bloodType'],
  ['您的联系电话', 'person.mobile'],
  ['哪天', 'event.preferredDate'],
])('a worker who types “%s” finds %s first', (words, code) => {
  expect(searchAttributes(words)[0]?.code).toBe(code)
})

test('typing nothing, or what nothing means, finds nothing', () => {
  expect(searchAttributes(' ')).toEqual([])
  expect(searchAttributes('宇宙飞船')).toEqual([])
})

test('all typed words must be met', () => {
  expect(searchAttributes('联系人 电话').map((one) => one.code)).toContain('person.emergencyContactMobile')
  expect(searchAttributes('联系人 血型')).toEqual([])
})

test('the version is semantic', () => {
  expect(knowledgeVersion).toMatch(/^\d+\.\d+\.\d+$/)
})
