import { baseKnowledge } from '@zmht/shared/knowledge'
import { checkLedger, ledgerKinds } from '@zmht/shared/ledgers'
import { expect, test } from 'vitest'
import { columnOf, contentsFor, mayFilter } from './contents'

const named = (...given: Parameters<typeof contentsFor>) => contentsFor(...given).map(({ name }) => name)

test('found by what it means, facts and relations alike', () => {
  expect(named('person', baseKnowledge, '独居')).toContain('独居')
  expect(named('person', baseKnowledge, '监护人')).toEqual(expect.arrayContaining(['监护人', '被监护人']))
  expect(named('thing', baseKnowledge, '维保单位')[0]).toContain('维保单位')
  expect(named('person', baseKnowledge, '井盖')).toEqual([])
})

test('before anything is typed, what such ledgers usually show', () => {
  expect(named('person', baseKnowledge, ' ').slice(0, 3)).toEqual(['姓名', '性别', '年龄'])
})

test('between people, a relation is called after whom it shows', () => {
  const parents = contentsFor('person', baseKnowledge, '父母')[0]
  // Whoever is the parent stands at the beginning of 「父母」: a child's are found backwards.
  expect(parents).toMatchObject({ of: 'relation', direction: 'backward', name: '父母' })
})

test('what is the same from both ends is found once', () => {
  expect(named('person', baseKnowledge, '配偶').filter((name) => name === '配偶')).toHaveLength(1)
})

test.each(ledgerKinds)('whatever is usual of a %s can be a column', (kind) => {
  const found = contentsFor(kind, baseKnowledge, '')
  const columns = found.map(columnOf)
  const level = kind === 'place' ? { level: 'door' as const } : {}
  const ledger = { name: '一本', about: '', kind, membership: { by: 'hand' }, columns, filters: [], ...level } as const
  expect(found.length).toBeGreaterThan(5)
  expect(checkLedger(ledger, baseKnowledge)).toEqual([])
})

test('what a list is narrowed by has few values', () => {
  const fitting = contentsFor('person', baseKnowledge, '').filter((one) => mayFilter(one, 'person'))
  expect(fitting.map(({ name }) => name)).toEqual(expect.arrayContaining(['性别']))
  expect(fitting.map(({ name }) => name)).not.toContain('姓名')
})
