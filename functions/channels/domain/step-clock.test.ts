import { expect, test } from 'vitest'
import type { Request } from '../request.store'
import { clockAfter, firstClock, reportedAt } from './step-clock'

/** A Monday, ten in the morning in China. */
const monday = '2026-11-30T02:00:00.000Z'
const days = { claim: 1, confirm: 2, partner: 3 }
const tuesdayEvening = '2026-12-01T10:00:00.000Z'
const clock = (of: Pick<Request, 'state' | 'procedure'> & Partial<Request>) => of as Request // what a clock is read from

test('the first step has its days from the submission on; where none are set there is no clock', () => {
  expect(firstClock(days, 'submitted', 'worker-confirms', monday)).toEqual({ stepDays: days, stepDue: tuesdayEvening })
  expect(firstClock({ confirm: 2 }, 'submitted', 'worker-confirms', monday)).toEqual({ stepDays: { confirm: 2 } })
})

test.each([
  ['a step of another kind has days of its own', 'claimed', false, '2026-12-02T10:00:00.000Z', undefined],
  ['other hands begin anew', 'submitted', true, tuesdayEvening, undefined],
  ['what changes nothing lets it run on, late or not', 'submitted', false, '2026-11-30T10:00:00.000Z', true],
  ['while the resident is waited for none runs', 'returned', false, undefined, undefined],
] as const)('%s', (_, state, changedHands, stepDue, stepLate) => {
  const before = clock({
    state: 'submitted',
    procedure: 'worker-confirms',
    stepDays: days,
    stepDue: '2026-11-30T10:00:00.000Z',
    stepLate: true,
  })
  expect(clockAfter(before, state, changedHands, monday)).toEqual({
    stepDays: days,
    ...(stepDue === undefined ? {} : { stepDue }),
    ...(stepLate === undefined ? {} : { stepLate }),
  })
})

test('a late request is reported one working day after its deadline, and once more two days on', () => {
  const friday = '2026-11-27T10:00:00.000Z'
  const [subdistrict, district] = [
    { id: 'a', name: '街道' },
    { id: 'b', name: '区' },
  ]
  expect(reportedAt({ due: friday })).toBe('2026-11-30T10:00:00.000Z')
  expect(reportedAt({ due: friday, overseers: [subdistrict] })).toBe('2026-12-02T10:00:00.000Z')
  expect(reportedAt({ due: friday, overseers: [subdistrict, district] })).toBeUndefined()
})
