import { placeIdFrom } from '@zmht/shared/geo'
import { baseKnowledge } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { expect, test } from 'vitest'
import {
  filledIn,
  isSifted,
  isTooWide,
  mapBody,
  narrowedBy,
  type RowsView,
  readView,
  rowsQuery,
  siftedBody,
  sortedNext,
  viewWords,
  wholeView,
  withFilter,
  withPlace,
  withSort,
  withState,
  writeView,
} from './rows-view'

const place = placeIdFrom(new Uint8Array([1, 2, 3, 4, 5, 6, 7]))
const whole: RowsView = wholeView
const narrow: RowsView = { ...wholeView, place, state: 'stale', filters: { 'person.sex': '2', 'person.presence': '1' } }
const sifted: RowsView = {
  ...narrow,
  conditions: [{ about: 'age', attribute: 'person.birthDate', least: 60 }],
  sort: { column: 'person.name', descending: true },
}

test.each([whole, narrow, sifted, { ...whole, state: 'soon' as const }])('what is written is read again', (view) => {
  expect(readView(writeView(view))).toEqual(view)
})

test('words that mean nothing narrow nothing', () => {
  expect(readView({ place: 'x', state: 'fresh', filter: '=1,person.sex=,,a', conditions: '[{}]' })).toEqual(whole)
  expect(readView({})).toEqual(whole)
  expect(readView({ conditions: '[' })).toEqual(whole)
})

test('the server is asked for no more than is meant', () => {
  expect(rowsQuery(whole, undefined)).toEqual({})
  expect(rowsQuery(narrow, 'c')).toEqual({
    place,
    state: 'stale',
    filter: 'person.sex=2,person.presence=1',
    cursor: 'c',
  })
})

test('set and taken away', () => {
  expect(withFilter(whole, 'person.sex', '1').filters).toEqual({ 'person.sex': '1' })
  expect(withFilter(narrow, 'person.sex', undefined).filters).toEqual({ 'person.presence': '1' })
  expect(withState(withPlace(narrow, undefined), undefined)).toEqual({ ...whole, filters: narrow.filters })
  expect([whole, narrow, sifted].map(narrowedBy)).toEqual([0, 4, 5])
})

test('a sifted view asks for its conditions and its order, from a row on', () => {
  expect([whole, narrow, sifted].map(isSifted)).toEqual([false, false, true])
  const { conditions, sort } = sifted
  expect(siftedBody(sifted, '20')).toEqual({ ...rowsQuery(narrow, undefined), conditions, sort, from: 20 })
  expect(Object.keys(viewWords(whole))).toEqual([])
  expect(readView(viewWords(sifted))).toEqual(sifted)
})

test('a condition that is not filled in narrows nothing yet', () => {
  const blank = { about: 'code', attribute: 'person.sex', values: [] } as const
  const view = { ...sifted, conditions: [...sifted.conditions, blank] }
  expect(filledIn(view, 'person', baseKnowledge)).toEqual(sifted)
  expect(mapBody(sifted)).toEqual({ ...rowsQuery(narrow, undefined), conditions: sifted.conditions })
})

test('too wide is told by the field that is missing', () => {
  const fields = [{ path: 'body.place', message: '请先选到一个社区' }]
  expect([new Problem('invalid', { fields }), new Problem('invalid'), undefined].map(isTooWide)).toEqual([
    true,
    false,
    false,
  ])
})

test('a heading pressed again and again goes up, down and back', () => {
  const up = sortedNext(whole, 'a')
  expect(up.sort).toEqual({ column: 'a', descending: false })
  const down = sortedNext(up, 'a')
  expect(down.sort).toEqual({ column: 'a', descending: true })
  expect(sortedNext(down, 'a')).toEqual(whole)
  expect(sortedNext(down, 'b').sort).toEqual({ column: 'b', descending: false })
  expect(withSort(down, undefined)).toEqual(whole)
})
