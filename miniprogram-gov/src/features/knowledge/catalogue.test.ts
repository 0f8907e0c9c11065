import { baseKnowledge, type Change } from '@zmht/shared/knowledge'
import { expect, test } from 'vitest'
import { entriesOf, type Filters, foundEntries, readFilters, standardsIn, writeFilters } from './catalogue'
import { deployedProse } from './deployed-prose.fixture'
import { proseWith } from './prose'
import { knowledgeWith } from './say-change'

const prose = deployedProse()
const entries = entriesOf(baseKnowledge, prose)
const all: Filters = { words: '', deprecated: false }
const found = (filters: Partial<Filters>) => foundEntries(baseKnowledge, entries, { ...all, ...filters })
const names = (filters: Partial<Filters>) => found(filters).map(({ name }) => name)

test('everything that is defined is in the catalogue', () => {
  const { attributes, relationTypes, codeLists } = baseKnowledge
  expect(found({})).toHaveLength(attributes.length + relationTypes.length + codeLists.length)
})

test('a word for it finds an attribute, its own name first', () => {
  expect(names({ words: '身份证' })[0]).toBe('身份证号')
  expect(names({ words: '姓名' })[0]).toBe('姓名')
})

test('English, the standard and what a definition says find as well', () => {
  expect(names({ words: 'ethnic' })).toContain('民族')
  expect(names({ words: 'GB 11643' })).toContain('身份证号')
  expect(names({ words: '旧的15位号码' })).toContain('身份证号')
})

test('relations and code lists are found by their names', () => {
  expect(found({ words: '配偶' })[0]).toMatchObject({ what: 'relation', code: 'spouse' })
  expect(found({ words: '民族' }).map(({ what }) => what)).toContain('list')
})

test.each<[string, Partial<Filters>, (one: (typeof entries)[number]) => boolean]>([
  ['a kind', { category: 'place' }, ({ category }) => category === 'place'],
  ['relations with what is said of them', { category: 'relation' }, ({ category }) => category === 'relation'],
  ['a level', { sensitivity: 'sensitive' }, ({ sensitivity }) => sensitivity === 'sensitive'],
  ['a standard', { standard: 'GB/T 2261.1' }, ({ standard }) => standard === 'GB/T 2261.1'],
  ['what has to be said again', { fresh: 'days' }, ({ freshDays }) => freshDays !== undefined],
  ['what holds for ever', { fresh: 'ever' }, ({ what, freshDays }) => what === 'attribute' && freshDays === undefined],
])('filters by %s', (_, filters, fits) => {
  const left = found(filters)
  expect(left.length).toBeGreaterThan(0)
  expect(left).toEqual(entries.filter(fits))
})

test('what is no longer asked is shown only when asked for', () => {
  const after = knowledgeWith(baseKnowledge, [{ do: 'deprecate-attribute', code: 'person.religion' }])
  const now = entriesOf(after, prose)
  expect(foundEntries(after, now, all).map(({ code }) => code)).not.toContain('person.religion')
  expect(foundEntries(after, now, { ...all, deprecated: true }).map(({ code }) => code)).toEqual(['person.religion'])
  expect(foundEntries(after, now, { ...all, deprecated: true, words: '信教' })).toHaveLength(1)
})

test('what was published lately is found by the words proposed with it', () => {
  const addition: Change = {
    do: 'add-attribute',
    attribute: {
      code: 'person.stairChair',
      of: 'person',
      name: '爬楼机',
      type: 'yes-no',
      many: false,
      sensitivity: 'internal',
    },
    prose: {
      english: 'stair chair',
      definition: '上下楼时是否要用电动爬楼机。',
      standard: 'own',
      form: '助老登记表',
      words: ['上楼难'],
    },
  }
  const after = knowledgeWith(baseKnowledge, [addition])
  const release = { version: '1.2.0', previous: '1.1.0', at: '', by: '', summary: '', changes: [addition] }
  const now = entriesOf(after, proseWith(prose, [release]))
  expect(foundEntries(after, now, { ...all, words: '上楼难' }).map(({ name }) => name)).toEqual(['爬楼机'])
})

test('the standards that occur stand with their counts, our own first', () => {
  const [own, ...rest] = standardsIn(entries)
  expect(own?.standard).toBe('own')
  expect(rest.map(({ standard }) => standard)).toContain('GB 11643')
  expect(own?.label).toBe(`自定（${entries.filter(({ standard }) => standard === 'own').length}）`)
})

test('filters survive the address, and what anybody types into it does no harm', () => {
  const filters: Filters = {
    words: '住址',
    category: 'person',
    sensitivity: 'personal',
    standard: 'own',
    fresh: 'days',
    deprecated: true,
  }
  expect(readFilters(writeFilters(filters))).toEqual(filters)
  expect(readFilters(writeFilters(all))).toEqual(all)
  expect(readFilters({ of: 'robots', level: 'top', fresh: '5', old: 'yes' })).toEqual(all)
})
