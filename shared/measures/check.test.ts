import { expect, test } from 'vitest'
import { baseKnowledge } from '../knowledge/base'
import { ledgerTemplates } from '../templates/ledgers'
import { checkMeasure } from './check'
import type { Measure } from './measure'
import { standardMeasures } from './standard'

const people: Measure = {
  name: '人数',
  source: { of: 'ledger', id: 'l1' },
  filter: [],
  groups: [],
  fold: { by: 'count' },
}

test('what every ledger counts from its first day can be counted', () => {
  for (const template of ledgerTemplates)
    for (const measure of standardMeasures('l1', template, baseKnowledge)) {
      const found = checkMeasure(measure, template, baseKnowledge)
      expect({ ledger: template.name, measure: measure.id, found }).toEqual({
        ledger: template.name,
        measure: measure.id,
        found: [],
      })
    }
})

test.each<[string, Partial<Measure>, string]>([
  ['no name', { name: '' }, 'name'],
  ['a filter of another kind', { filter: [{ about: 'known', attribute: 'thing.name', is: true }] }, 'filter.0'],
  ['groups of free text', { groups: [{ by: 'code', attribute: 'person.name' }] }, 'groups.0'],
  [
    'bands that do not rise',
    { groups: [{ by: 'band', attribute: 'person.birthDate', years: true, edges: [60, 18] }] },
    'groups.0',
  ],
  ['bands of nothing', { groups: [{ by: 'band', attribute: 'person.birthDate', years: true, edges: [] }] }, 'groups.0'],
  ['years of a number', { groups: [{ by: 'band', attribute: 'person.falls', years: true, edges: [1] }] }, 'groups.0'],
  ['months of what is no day', { groups: [{ by: 'time', attribute: 'person.sex', every: 'month' }] }, 'groups.0'],
  [
    'more groups than anybody reads',
    {
      groups: [
        { by: 'code', attribute: 'person.nationality' },
        { by: 'code', attribute: 'person.education' },
      ],
    },
    'groups',
  ],
  ['a sum of what is no number', { fold: { by: 'sum', attribute: 'person.name' } }, 'fold'],
  ['the hundredth percentile', { fold: { by: 'percentile', attribute: 'person.falls', percent: 100 } }, 'fold'],
])('%s is told where it is', (_, change, at) => {
  expect(checkMeasure({ ...people, ...change }, { kind: 'person' }, baseKnowledge).map((one) => one.at)).toEqual([at])
})
