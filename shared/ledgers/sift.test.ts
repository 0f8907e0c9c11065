import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Condition } from './condition'
import type { Column } from './ledger'
import { columnOfCondition, type Siftable, sift } from './sift'

const noon = '2026-11-29T04:00:00.000Z'
const columns: readonly Column[] = [
  { key: 'name', of: 'attribute', attribute: 'person.name' },
  { key: 'age', of: 'attribute', attribute: 'person.age' },
  { key: 'born', of: 'attribute', attribute: 'person.birthDate' },
  { key: 'tags', of: 'attribute', attribute: 'person.chronicDiseases' },
  { key: 'work', of: 'relation', types: ['employed-by'], direction: 'forward' },
]
const rows: readonly (Siftable & { readonly id: number })[] = [
  { id: 1, values: { name: '王芳', age: 71, born: '1955-03-01', tags: ['01', '02'], work: ['街道'] } },
  { id: 2, values: { name: '李伟', age: 9 } },
  { id: 3, values: { name: '张三' } },
  { id: 4, values: { name: '陈静', age: 71, tags: ['03'] } },
]
const ids = (conditions: readonly Condition[], sort?: { column: string; descending: boolean }) =>
  sift(columns, rows, { conditions, ...(sort ? { sort } : {}) }, noon).map(({ id }) => id)

describe('any column narrows a list', () => {
  test.each<[string, Condition, number[]]>([
    ['a number', { about: 'number', attribute: 'person.age', least: 60 }, [1, 4]],
    ['an age by the day of birth', { about: 'age', attribute: 'person.birthDate', least: 71, most: 71 }, [1]],
    ['one code of several', { about: 'code', attribute: 'person.chronicDiseases', values: ['02', '03'] }, [1, 4]],
    ['words', { about: 'words', attribute: 'person.name', words: '伟' }, [2]],
    ['what nobody has said', { about: 'known', attribute: 'person.age', is: false }, [3]],
    ['a relation', { about: 'relation', types: ['employed-by'], direction: 'forward', is: true }, [1]],
    ['none of a relation', { about: 'relation', types: ['employed-by'], direction: 'forward', is: false }, [2, 3, 4]],
    ['what no column tells', { about: 'known', attribute: 'person.sex', is: true }, []],
  ])('%s', (_, condition, expected) => {
    expect(ids([condition])).toEqual(expected)
  })
  test('only the same relation, read from the same end, is told by a column', () => {
    const towards: Condition = { about: 'relation', types: ['employed-by'], direction: 'backward', is: true }
    expect(columnOfCondition(columns, towards)).toBeUndefined()
  })
})

describe('the order', () => {
  test('is by number or by words in Chinese, unknown last either way, those alike as they came', () => {
    expect(ids([], { column: 'age', descending: false })).toEqual([2, 1, 4, 3])
    expect(ids([], { column: 'age', descending: true })).toEqual([1, 4, 2, 3])
    expect(ids([], { column: 'name', descending: false })).toEqual([4, 2, 1, 3])
  })
  test('loses and doubles nobody', () => {
    const aRow = fc.record({
      values: fc.dictionary(fc.constantFrom('name', 'age'), fc.oneof(fc.integer(), fc.string(), fc.boolean())),
    })
    fc.assert(
      fc.property(fc.array(aRow), fc.constantFrom('name', 'age'), fc.boolean(), (some, column, descending) => {
        const sorted = sift(columns, some, { conditions: [], sort: { column, descending } }, noon)
        expect(new Set(sorted)).toEqual(new Set(some))
        expect(sorted).toHaveLength(some.length)
        const isKnown = sorted.map(({ values }) => values[column] !== undefined)
        expect([...isKnown].sort((one, other) => Number(other) - Number(one))).toEqual(isKnown)
      }),
    )
  })
})
