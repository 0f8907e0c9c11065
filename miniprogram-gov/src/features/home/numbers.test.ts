import type { CountsByPlaceReply } from '@zmht/shared/contract'
import { placeIdFrom } from '@zmht/shared/geo'
import { expect, test } from 'vitest'
import { statesIn, waitingIn } from './numbers'

const place = { id: placeIdFrom(new Uint8Array(7)), name: '望京街道', level: 'subdistrict' } as const

test('what waits for an official is what was submitted, taken in hand or confirmed', () => {
  expect(waitingIn({ submitted: 3, claimed: 2, confirmed: 1, returned: 5, closed: 8, withdrawn: 1 })).toBe(6)
  expect(waitingIn({})).toBe(0)
})

test('a table has columns for the states that occur, in the order of a request’s life', () => {
  const counts: CountsByPlaceReply = {
    place,
    total: 4,
    groups: { closed: 2, submitted: 2 },
    children: [{ ...place, total: 1, groups: { claimed: 1, withdrawn: 0 }, hasChildren: false }],
  }
  expect(statesIn(counts)).toEqual(['submitted', 'claimed', 'closed'])
})
