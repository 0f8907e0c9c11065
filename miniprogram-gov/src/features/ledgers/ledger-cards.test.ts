import type { LedgerCardReply } from '@zmht/shared/contract'
import { expect, test } from 'vitest'
import { kindFrom, makersOf, sectionsOf } from './ledger-cards'

const card = (id: string, kind: LedgerCardReply['kind'], organisation: string, rows: number): LedgerCardReply => ({
  id,
  name: id,
  about: '',
  kind,
  organisation: { id: organisation, name: `单位${organisation}` },
  rows,
  at: '2026-11-28T00:00:00.000Z',
})
const cards = [
  card('井盖', 'thing', 'b', 3),
  card('党员', 'person', 'a', 5),
  card('实有人口', 'person', 'b', 90),
  card('小区', 'place', 'b', 2),
]
const all = { kind: undefined, organisation: undefined }
const names = (filter: Parameters<typeof sectionsOf>[1]) =>
  sectionsOf(cards, filter).map(({ kind, cards: found }) => [kind, ...found.map(({ id }) => id)])

test('by kind, in the order people ask for them, the fullest first', () => {
  expect(names(all)).toEqual([
    ['person', '实有人口', '党员'],
    ['thing', '井盖'],
    ['place', '小区'],
  ])
})

test('narrowed by kind and by who made them', () => {
  expect(names({ ...all, kind: 'person' })).toEqual([['person', '实有人口', '党员']])
  expect(names({ kind: 'person', organisation: 'a' })).toEqual([['person', '党员']])
  expect(names({ kind: 'organisation', organisation: undefined })).toEqual([])
})

test('each maker once, who made most first', () => {
  expect(makersOf(cards)).toEqual([
    { id: 'b', name: '单位b' },
    { id: 'a', name: '单位a' },
  ])
})

test('a kind from the address', () => {
  expect(kindFrom('thing')).toBe('thing')
  expect(kindFrom('event')).toBeUndefined()
  expect(kindFrom('')).toBeUndefined()
})
