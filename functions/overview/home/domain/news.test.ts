import { describe, expect, test } from 'vitest'
import { isNew, newOf, type Seen, seeing } from './news'

const at = (hour: number) => `2026-11-30T${String(hour).padStart(2, '0')}:00:00.000Z`
const told = (id: string, hour: number) => ({ kind: 'request', id, at: at(hour) })

describe('what is new', () => {
  test('is what happened since all of it was looked at, and was not opened since', () => {
    expect(isNew(told('r1', 5), { opened: {} })).toBe(true)
    expect(isNew(told('r1', 5), { until: at(5), opened: {} })).toBe(false)
    expect(isNew(told('r1', 5), { until: at(4), opened: {} })).toBe(true)
    expect(isNew(told('r1', 5), { opened: { 'request/r1': at(6) } })).toBe(false)
    expect(isNew(told('r1', 7), { opened: { 'request/r1': at(6) } })).toBe(true)
    expect(isNew(told('r2', 5), { opened: { 'request/r1': at(6) } })).toBe(true)
  })

  test('is told once, as it happened last, the latest first', () => {
    const all = [told('r1', 1), told('r2', 2), told('r1', 3)]
    expect(newOf(all, { opened: {} })).toEqual([told('r1', 3), told('r2', 2)])
  })
})

describe('having seen', () => {
  const before: Seen = { opened: { 'request/r1': at(3) } }
  const nothing: Seen = { opened: {} }

  test('what is opened is kept with when it was', () => {
    expect(seeing(nothing, { keys: ['request/r1'] }, at(5), at(0)).opened).toEqual({ 'request/r1': at(5) })
  })

  test('all that was looked at forgets what was opened before, and never goes back', () => {
    const seen = seeing(before, { keys: [], until: at(4) }, at(5), at(0))
    expect(seen).toEqual({ until: at(4), opened: {} })
    expect(seeing(seen, { keys: [], until: at(2) }, at(6), at(0)).until).toBe(at(4))
  })

  test('nobody has looked at what is still to come', () => {
    expect(seeing(nothing, { keys: [], until: at(9) }, at(5), at(0)).until).toBe(at(5))
  })

  test('what is too old to be news is forgotten', () => {
    expect(seeing({ opened: { 'request/r1': at(1) } }, { keys: [] }, at(5), at(2)).opened).toEqual({})
  })
})
