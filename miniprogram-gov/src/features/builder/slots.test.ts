import { bookingProblems } from '@zmht/shared/rules'
import { expect, test } from 'vitest'
import { blankBooking, changedSlot, stretchProblem, withNext, withStretch } from './slots'

const stretch = { day: '2026-12-10', from: '08:00', until: '10:15', each: 60, capacity: 5 }

test('a day is cut into slots, whatever is left over is no slot, and what nobody set gives way', () => {
  const { slots, waiting } = withStretch(blankBooking(), stretch)
  expect(slots.map(({ from, until, capacity }) => [from, until, capacity])).toEqual([
    ['08:00', '09:00', 5],
    ['09:00', '10:00', 5],
  ])
  expect(new Set(slots.map(({ id }) => id)).size).toBe(2)
  expect(bookingProblems({ slots, waiting }, 'open')).toEqual([])
})

test('one more is the next stretch of the day, and after midnight the next day', () => {
  const one = withStretch(blankBooking(), { ...stretch, until: '09:00' })
  expect(withNext(one).slots.at(-1)).toMatchObject({ day: '2026-12-10', from: '09:00', until: '10:00' })
  const late = withStretch(blankBooking(), { ...stretch, from: '22:00', until: '23:30', each: 90 })
  expect(withNext(late).slots.at(-1)).toMatchObject({ day: '2026-12-11', from: '22:00' })
})

test('why a stretch gives no slots is said', () => {
  expect(stretchProblem({}, [])).toContain('哪一天')
  expect(stretchProblem({ ...stretch, until: '08:00' }, [])).toContain('晚于')
  expect(stretchProblem({ ...stretch, each: 300 }, [])).toContain('放不下')
  expect(stretchProblem({ ...stretch, each: 5, until: '16:00' }, [])).toContain('最多 60')
  expect(stretchProblem(stretch, [])).toBeUndefined()
})

test('what is set to nothing is taken away', () => {
  const booking = withStretch(blankBooking(), stretch)
  const [first] = booking.slots
  const next = changedSlot(booking, first?.id ?? '', { until: undefined, label: '二楼' })
  expect(next.slots[0]).toEqual({ id: first?.id, day: '2026-12-10', from: '08:00', capacity: 5, label: '二楼' })
})
