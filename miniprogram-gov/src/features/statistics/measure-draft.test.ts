import { baseKnowledge, isComputed } from '@zmht/shared/knowledge'
import { checkMeasure } from '@zmht/shared/measures'
import { ledgerTemplates } from '@zmht/shared/templates/ledgers'
import { expect, test } from 'vitest'
import {
  bandWords,
  canGroup,
  canReckon,
  edgesOf,
  edgesText,
  emptyMeasure,
  groupingsOn,
  type MeasureDraft,
  measureOf,
  nameFor,
  problemsOf,
  usualBands,
} from './measure-draft'

const draft = (change: Partial<MeasureDraft> = {}): MeasureDraft => ({ ...emptyMeasure, ...change })
const problems = (change: Partial<MeasureDraft>, taken: readonly string[] = []) =>
  problemsOf(draft(change), 'person', taken, baseKnowledge).map(({ at }) => at)

test.each([
  ['18、35、60', [18, 35, 60]],
  [' 18 35，60 ', [18, 35, 60]],
  ['１８；６０', [18, 60]],
  ['-5, 0.5', [-5, 0.5]],
  ['18 岁', []],
  ['', []],
])('%j begins bands at %j', (typed, edges) => expect(edgesOf(typed)).toEqual(edges))

test('bands are said with where they begin and end', () => {
  expect(bandWords([18, 60])).toEqual(['不到 18', '18 到不满 60', '60 及以上'])
  expect(bandWords([])).toEqual([])
  for (const { edges } of usualBands) expect(edgesOf(edgesText(edges))).toEqual(edges)
})

test('whatever is offered for grouping and reckoning can be counted, once its bands are written', () => {
  const kinds = [...new Set(ledgerTemplates.map(({ kind }) => kind))]
  let tried = 0
  for (const attribute of baseKnowledge.attributes) {
    const kind = kinds.find((one) => one === attribute.of)
    if (kind === undefined) continue
    for (const way of groupingsOn(attribute)) {
      const group = way.by === 'band' ? { ...way, edges: '1、2' } : way
      const measure = measureOf(draft({ name: 'x', groups: [group] }), 'm', baseKnowledge)
      const found = checkMeasure({ ...measure, source: { of: 'ledger', id: '' } }, { kind }, baseKnowledge)
      // Only a list too long to be read is refused, and says so.
      expect(found.filter(({ at }) => at !== 'groups')).toEqual([])
      tried += 1
    }
    if (canReckon(attribute))
      expect(problemsOf(draft({ fold: 'sum', of: attribute.code }), kind, [], baseKnowledge)).toEqual([])
  }
  expect(tried).toBeGreaterThan(200)
})

test('what time computes is neither grouped nor reckoned with: its rows are not looked at again when it changes', () => {
  const age = baseKnowledge.attributes.filter(({ code }) => isComputed(code))
  expect(age.map(({ code }) => code)).toEqual(['person.age'])
  for (const one of age) expect([canGroup(one), canReckon(one)]).toEqual([false, false])
})

test('problems are told where they are', () => {
  expect(problems({})).toEqual([])
  expect(problems({ fold: 'average' })).toEqual(['fold'])
  expect(problems({ fold: 'percentile', of: 'person.falls', percent: '100' })).toEqual(['fold'])
  expect(problems({ groups: [{ by: 'band', attribute: 'person.birthDate', years: true, edges: '60、18' }] })).toEqual([
    'groups.0',
  ])
  expect(problems({ filter: [{ about: 'code', attribute: 'person.sex', values: [] }] })).toEqual(['filter.0'])
  expect(problems({ name: '总数' }, ['总数'])).toEqual(['name'])
  expect(problems({ name: '一二三四五六七八九十一二三四五六七八九十一' })).toEqual(['name'])
})

test('a measure is called by what it says when nobody gives it a name', () => {
  expect(nameFor(draft(), baseKnowledge)).toBe('数量')
  expect(nameFor(draft({ filter: [{ about: 'known', attribute: 'person.mobile', is: true }] }), baseKnowledge)).toBe(
    '符合条件的数',
  )
  expect(
    nameFor(
      draft({
        groups: [
          { by: 'band', attribute: 'person.birthDate', years: true, edges: '60' },
          { by: 'code', attribute: 'person.sex' },
        ],
      }),
      baseKnowledge,
    ),
  ).toBe('按年龄、性别')
  expect(nameFor(draft({ fold: 'average', of: 'person.familySize' }), baseKnowledge)).toBe('家庭人口平均')
  expect(measureOf(draft({ name: ' 老人 ' }), 'm1', baseKnowledge)).toMatchObject({ id: 'm1', name: '老人' })
})
