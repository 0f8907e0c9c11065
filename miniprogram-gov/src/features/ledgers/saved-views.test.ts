import { placeIdFrom } from '@zmht/shared/geo'
import { expect, test } from 'vitest'
import { type RowsView, wholeView } from './rows-view'
import { savedView, viewSaved } from './saved-views'

const all: RowsView = {
  place: placeIdFrom(new Uint8Array([1, 2, 3, 4, 5, 6, 7])),
  state: 'soon',
  filters: { 'person.sex': '2' },
  conditions: [{ about: 'known', attribute: 'person.mobile', is: false }],
  sort: { column: 'person.name', descending: true },
}

test.each([wholeView, all])('a view is found again as it was saved', (view) => {
  const saved = savedView('w1', '独居老人', view, ['#home'])
  expect(viewSaved(saved)).toEqual(view)
  expect(saved).toMatchObject({ id: 'w1', name: '独居老人', hidden: ['#home'] })
})
