import { placeIdFrom } from '@zmht/shared/geo'
import { expect, test } from 'vitest'
import {
  narrowedBy,
  type RowsView,
  readView,
  rowsQuery,
  withFilter,
  withPlace,
  withState,
  writeView,
} from './rows-view'

const place = placeIdFrom(new Uint8Array([1, 2, 3, 4, 5, 6, 7]))
const whole: RowsView = { filters: {} }
const narrow: RowsView = { place, state: 'stale', filters: { 'person.sex': '2', 'person.presence': '1' } }

test.each([whole, narrow, { ...whole, state: 'soon' as const }])('what is written is read again', (view) => {
  expect(readView(writeView(view))).toEqual(view)
})

test('words that mean nothing narrow nothing', () => {
  expect(readView({ place: 'x', state: 'fresh', filter: '=1,person.sex=,,a' })).toEqual(whole)
  expect(readView({})).toEqual(whole)
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
  expect(withState(withPlace(narrow, undefined), undefined)).toEqual({ filters: narrow.filters })
  expect([whole, narrow].map(narrowedBy)).toEqual([0, 4])
})
