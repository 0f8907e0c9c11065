import { expect, test } from 'vitest'
import { baseKnowledge } from '../knowledge/base'
import { attributeColumn, checkLedger } from './check'
import type { Condition } from './condition'
import type { LedgerContent } from './ledger'

const ledger: LedgerContent = {
  name: '独居老人',
  about: '',
  kind: 'person',
  membership: { by: 'rule', all: [] },
  columns: [attributeColumn('person.name')],
  filters: ['person.sex'],
}
const asking = (...all: Condition[]): Partial<LedgerContent> => ({ membership: { by: 'rule', all } })

test('one that can be opened has no problem', () => {
  expect(checkLedger(ledger, baseKnowledge)).toEqual([])
  expect(checkLedger({ ...ledger, membership: { by: 'hand' } }, baseKnowledge)).toEqual([])
})

test.each<[string, Partial<LedgerContent>, string]>([
  ['no name', { name: ' ' }, 'name'],
  ['no column', { columns: [] }, 'columns'],
  ['a column twice', { columns: [attributeColumn('person.name'), attributeColumn('person.name')] }, 'columns.1'],
  ['a column of another kind', { columns: [attributeColumn('thing.name')] }, 'columns.0'],
  [
    'a relation that leads from elsewhere',
    { columns: [{ key: 'x', of: 'relation', types: ['located-at'], direction: 'forward' }] },
    'columns.0',
  ],
  ['a level where there are no places', { level: 'door' }, 'level'],
  ['a filter by free text', { filters: ['person.name'] }, 'filters.0'],
  ['a filter of another kind', { filters: ['place.occupancy'] }, 'filters.0'],
  ['a filter twice', { filters: ['person.sex', 'person.sex'] }, 'filters.1'],
  [
    'four filters',
    { filters: ['person.sex', 'person.presence', 'person.householdKind', 'person.nationality'] },
    'filters',
  ],
  ['a code of no list', asking({ about: 'code', attribute: 'person.sex', values: ['x'] }), 'conditions.0'],
  ['no code', asking({ about: 'code', attribute: 'person.sex', values: [] }), 'conditions.0'],
  ['an age of what is no day', asking({ about: 'age', attribute: 'person.sex', least: 1 }), 'conditions.0'],
  [
    'a span that ends before it begins',
    asking({ about: 'age', attribute: 'person.birthDate', least: 70, most: 60 }),
    'conditions.0',
  ],
  ['a span without ends', asking({ about: 'number', attribute: 'person.falls' }), 'conditions.0'],
  ['a number of what is none', asking({ about: 'number', attribute: 'person.sex', least: 1 }), 'conditions.0'],
  [
    'a relation nobody of the kind has',
    asking({ about: 'relation', types: ['located-at'], direction: 'forward', is: true }),
    'conditions.0',
  ],
])('%s is told where it is', (_, change, at) => {
  expect(checkLedger({ ...ledger, ...change }, baseKnowledge).map((one) => one.at)).toEqual([at])
})

test('places need to be of a level', () => {
  const places = { ...ledger, kind: 'place', columns: [attributeColumn('place.name')], filters: [] } as const
  expect(checkLedger(places, baseKnowledge).map(({ at }) => at)).toEqual(['level'])
  expect(checkLedger({ ...places, level: 'compound' }, baseKnowledge)).toEqual([])
})
