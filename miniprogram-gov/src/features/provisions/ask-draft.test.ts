import { expect, test } from 'vitest'
import { type AskDraft, faultsOf } from './ask-draft'

const whole: AskDraft = {
  fields: ['person.name'],
  purpose: 'visit',
  reason: '走访老人',
  places: ['p'],
  posts: ['p'],
  until: '2026-12-31',
}
const faults = (more: Partial<AskDraft>) => Object.keys(faultsOf({ ...whole, ...more }, '2026-11-29'))

test('an ask is sent when it says what, what for, where, for whom and until when', () => {
  expect(faults({})).toEqual([])
  expect(faults({ fields: ['place'] })).toEqual(['fields'])
  expect(faults({ reason: ' ', purpose: undefined })).toEqual(['purpose', 'reason'])
  expect(faults({ places: [], posts: [] })).toEqual(['places', 'posts'])
  expect(faults({ until: undefined })).toEqual(['until'])
  expect(faults({ until: '2026-11-28' })).toEqual(['until'])
  expect(faults({ until: '2027-11-30' })).toEqual(['until'])
})
