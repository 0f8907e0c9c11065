import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { generatedModules, readKnowledgeSource } from './command'
import { baseKnowledge, baseVersion, entityKinds, nameOfCode, writeValueType } from './index'
import { machine } from './machine'
import { searchAttributes, wordsOf } from './search'
import { similarPairs } from './similar'
import { bearerName } from './system'
import { decodeTables, encodeTables } from './tables'

const source = readKnowledgeSource()
const { attributes, relationTypes, codeLists } = source.tables
const subtypes = [...source.subtypes.values()]
const attributesOf = (kind: string) => attributes.filter(({ of }) => bearerName(of) === kind)

describe('the reviewed data', () => {
  test('five kinds, 25 relation types within a kind, 51 across, at least 680 attributes', () => {
    const within = relationTypes.filter(({ from, to }) => from === to)
    expect(entityKinds).toHaveLength(5)
    expect(within).toHaveLength(25)
    expect(relationTypes.length - within.length).toBe(51)
    expect(attributes.length).toBeGreaterThanOrEqual(680)
    for (const kind of entityKinds) expect(attributesOf(kind).length).toBeGreaterThan(50)
  })

  test('every code is there once', () => {
    for (const codes of [
      attributes.map(({ code }) => code),
      relationTypes.map(({ code }) => code),
      codeLists.map(({ id }) => id),
    ]) {
      expect(new Set(codes).size).toBe(codes.length)
    }
    expect(new Set(subtypes.map(({ code }) => code)).size).toBe(subtypes.length)
  })

  test('no two attributes of a bearer share a name, and no other word of one is the name of another', () => {
    for (const bearer of new Set(attributes.map(({ of }) => bearerName(of)))) {
      const all = attributesOf(bearer)
      const names = all.map(({ name }) => name)
      expect(new Set(names).size).toBe(names.length)
      for (const { code, name } of all) {
        const others = names.filter((one) => one !== name)
        for (const word of source.attributes.get(code)?.words ?? []) expect(others).not.toContain(word)
      }
    }
  })

  test('every attribute and relation has a definition, a standard, and the form or table it comes from; no two the same definition', () => {
    const prose = [...source.attributes.values(), ...source.relations.values()]
    expect(prose).toHaveLength(attributes.length + relationTypes.length)
    for (const { definition, standard, form, english } of prose) {
      expect(definition).toMatch(/^.{6,}。$/u)
      expect(standard).toMatch(/^own$|\d/)
      expect(form).toMatch(/[\u4e00-\u9fff]{2}/)
      expect(english).toMatch(/^[ -~]+$/)
    }
    const definitions = [...source.attributes.values()].map(({ definition }) => definition)
    expect(new Set(definitions).size).toBe(definitions.length)
  })

  test('every code list is used, has a source, and no code or name twice', () => {
    const used = new Set(attributes.map(({ value }) => (value.type === 'code' ? value.list : '')))
    for (const { id, items } of codeLists) {
      expect(used).toContain(id)
      expect(source.lists.get(id)?.source).not.toBe('')
      expect(items.length).toBeGreaterThan(1)
      expect(new Set(items.map(({ code }) => code)).size).toBe(items.length)
      expect(new Set(items.map(({ name }) => name)).size).toBe(items.length)
    }
  })

  test('only codes and files come in several', () => {
    for (const { many, value } of attributes) if (many) expect(['code', 'file']).toContain(value.type)
  })

  test('what follows from another attribute says from which, of the same bearer', () => {
    const codes = new Set(attributes.map(({ code }) => code))
    for (const { derivedFrom, of } of attributes) {
      if (derivedFrom === undefined) continue
      expect(codes).toContain(derivedFrom)
      expect(derivedFrom.startsWith(`${bearerName(of)}.`)).toBe(true)
    }
    expect(baseKnowledge.derivedFrom('person.idNumber').map(({ code }) => code)).toEqual(
      expect.arrayContaining(['person.birthDate', 'person.sex']),
    )
  })

  test('every kind has a name to be called by, and something that identifies it where there is one', () => {
    for (const kind of ['person', 'place', 'thing', 'organisation'])
      expect(baseKnowledge.attribute(`${kind}.name`)).toBeDefined()
    for (const code of ['person.idNumber', 'organisation.uscc', 'thing.plate']) {
      expect(baseKnowledge.attribute(code)?.naturalKey).toBe(true)
    }
  })

  test('what identifies a person is sensitive, a phone number personal, health sensitive', () => {
    expect(baseKnowledge.attribute('person.idNumber')?.sensitivity).toBe('sensitive')
    expect(baseKnowledge.attribute('person.mobile')?.sensitivity).toBe('personal')
    expect(baseKnowledge.attribute('person.chronicDiseases')?.sensitivity).toBe('sensitive')
  })

  test('a relation that reads the same from both ends joins one kind; a subtype an attribute names is there', () => {
    for (const one of relationTypes) {
      if (one.symmetric) expect([one.from, one.name, one.targets]).toEqual([one.to, one.inverseName, one.sources])
      else expect(one.name).not.toBe(one.inverseName)
    }
    const known = new Set(subtypes.map(({ code }) => code))
    for (const [code, prose] of source.attributes) {
      for (const subtype of prose.subtypes) expect([code, known.has(subtype)]).toEqual([code, true])
    }
  })

  test('whatever could mean the same has been read by a person', () => {
    const read = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'knowledge-similarity.md'), 'utf8')
    const pairs = new Set(
      [...read.matchAll(/^\| `([^`]+)` *\| `([^`]+)`/gmu)].map(([, one, other]) => `${one} ${other}`),
    )
    const found = similarPairs(source, 0.3).map(({ one, other }) => `${one} ${other}`)
    expect(found.length).toBeGreaterThan(5)
    expect(found.filter((pair) => !pairs.has(pair))).toEqual([])
  })

  test('attributes of a relation are of one there is', () => {
    const codes = new Set(relationTypes.map(({ code }) => code))
    for (const { of } of attributes) if (typeof of !== 'string') expect(codes).toContain(of.relation)
  })
})

describe('the lists of the national standards are complete', () => {
  const codesOf = (id: string) => baseKnowledge.codeList(id)?.items.map(({ code }) => code) ?? []

  test('民族 (GB/T 3304): 01 to 56', () => {
    expect(codesOf('nationality')).toEqual(Array.from({ length: 56 }, (_, order) => String(order + 1).padStart(2, '0')))
  })

  test('政治面貌 (GB/T 4762): 01 to 13', () => {
    expect(codesOf('political-status')).toEqual(
      Array.from({ length: 13 }, (_, order) => String(order + 1).padStart(2, '0')),
    )
  })

  test('性别 (GB/T 2261.1), 婚姻状况 (GB/T 2261.2)', () => {
    expect(codesOf('sex')).toEqual(['0', '1', '2', '9'])
    expect(codesOf('marital-status')).toEqual(['10', '20', '21', '22', '23', '30', '40', '90'])
  })

  test('学历 (GB/T 4658): the main classes and those below', () => {
    expect(codesOf('education')).toEqual(
      expect.arrayContaining(['10', '11', '14', '20', '21', '30', '31', '60', '61', '70', '71', '80', '81', '90']),
    )
    expect(codesOf('education').length).toBeGreaterThanOrEqual(36)
  })

  test.each([
    ['nationality', '56', '基诺族'],
    ['marital-status', '30', '丧偶'],
    ['political-status', '13', '群众'],
  ])('%s %s is called %s', (list, code, name) => {
    expect(nameOfCode(baseKnowledge.codeList(list)?.items ?? [], code)).toBe(name)
  })
})

describe('the tables functions and mini-programs carry', () => {
  test('are those of the reviewed data', () => {
    for (const [name, text] of Object.entries(generatedModules(source))) {
      expect(readFileSync(join(import.meta.dirname, name), 'utf8') === text ? name : `${name} is stale`).toBe(name)
    }
    expect(decodeTables(encodeTables(source.tables))).toEqual(source.tables)
  })

  test('are at most 80 kB, without definitions, sources or English', () => {
    const bytes = Buffer.byteLength(readFileSync(join(import.meta.dirname, 'machine.ts')))
    expect(bytes).toBeLessThanOrEqual(80_000)
    const text = JSON.stringify(machine)
    expect(text).not.toContain(source.attributes.get('person.name')?.definition)
    expect(text).not.toContain('citizen identity')
  })

  test('say their version, and every value type can be written and read again', () => {
    expect(baseKnowledge.version).toBe(baseVersion)
    expect(baseVersion).toMatch(/^\d+\.\d+\.\d+$/)
    for (const { value } of attributes) expect(writeValueType(value)).toMatch(/^[a-z-]+(:.+)?$/)
  })
})

describe('found by meaning', () => {
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
    ['blood type', 'person.bloodType'],
    ['您的联系电话', 'person.mobile'],
    ['哪天', 'event.preferredDate'],
  ])('a worker who types “%s” finds %s first', (words, code) => {
    expect(searchAttributes(baseKnowledge, words)[0]?.code).toBe(code)
  })

  test('typing nothing, or what nothing means, finds nothing', () => {
    expect(searchAttributes(baseKnowledge, ' ')).toEqual([])
    expect(searchAttributes(baseKnowledge, '宇宙飞船')).toEqual([])
  })

  test('all typed words must be met', () => {
    const codes = searchAttributes(baseKnowledge, '联系人 电话').map(({ code }) => code)
    expect(codes).toContain('person.emergencyContactMobile')
    expect(searchAttributes(baseKnowledge, '联系人 血型')).toEqual([])
  })

  test('every attribute has words of its own to be found by', () => {
    const without = attributes.filter(({ code, of }) => typeof of === 'string' && wordsOf(code).words.length === 0)
    expect(without.map(({ code }) => code)).toEqual([])
  })
})
