import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayAfter, dayBefore, isDay } from './days'
import { answerableOn, endHolding, handOver, holderOn, stillOfUse, type Timeline } from './duty'

const today = '2026-06-15'
const dayIn = fc.integer({ min: -40, max: 40 }).map((days) => shifted(today, days))
const shifted = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + days * 24 * 3600 * 1000).toISOString().slice(0, 10)
const organisation = fc.constantFrom('o1', 'o2', 'o3')
const days = Array.from({ length: 121 }, (_, index) => shifted(today, index - 60))

/** Any timeline that handovers and endings can make. */
const timeline = fc
  .array(fc.oneof(fc.tuple(organisation, dayIn), fc.constant('end' as const)), { maxLength: 8 })
  .map((steps) =>
    steps.reduce<Timeline>(
      (held, step) =>
        step === 'end' ? endHolding(held, today).timeline : (handOver(held, ...step, today)?.timeline ?? held),
      [],
    ),
  )

test('never two hold one duty at one place on one day, and whoever never began is not among them', () => {
  fc.assert(
    fc.property(timeline, (held) => {
      for (const { from, until } of held) expect(until === undefined || from < until).toBe(true)
      for (const day of days)
        expect(
          held.filter(({ from, until }) => from <= day && (until === undefined || day < until)).length,
        ).toBeLessThan(2)
    }),
  )
})

test('after a handover the organisation holds it from that day on, and nothing before that day is another', () => {
  fc.assert(
    fc.property(timeline, organisation, dayIn, (held, to, from) => {
      const handover = handOver(held, to, from, today)
      if (handover === undefined) {
        expect(held.some((holding) => holding.from > from && holding.from <= today)).toBe(true)
        return
      }
      for (const day of days) {
        const holder = holderOn(handover.timeline, day)?.organisation
        expect(holder).toBe(day >= from ? to : holderOn(held, day)?.organisation)
      }
    }),
  )
})

test('what ended and what began are exactly the differences', () => {
  fc.assert(
    fc.property(timeline, organisation, dayIn, (held, to, from) => {
      const handover = handOver(held, to, from, today)
      if (handover === undefined) return
      const keyOf = (one: { organisation: string; from: string }) => `${one.organisation} ${one.from}`
      const history = new Map(held.map((one) => [keyOf(one), one]))
      for (const one of [...handover.ended, ...handover.begun]) history.set(keyOf(one), one)
      const inForce = [...history.values()].filter(({ from: first, until }) => until !== first)
      expect(inForce.sort(byFrom)).toEqual([...handover.timeline].sort(byFrom))
      expect(new Set([...handover.ended, ...handover.begun].map(keyOf)).size).toBe(
        handover.ended.length + handover.begun.length,
      )
    }),
  )
})

const byFrom = (one: { from: string }, other: { from: string }): number => (one.from < other.from ? -1 : 1)

test('the same handover again changes nothing', () => {
  fc.assert(
    fc.property(timeline, organisation, dayIn, (held, to, from) => {
      const once = handOver(held, to, from, today)
      if (once === undefined) return
      expect(handOver(once.timeline, to, from, today)).toEqual({ timeline: once.timeline, ended: [], begun: [] })
    }),
  )
})

test('an ended duty is held by nobody from today on, and what is of no more use is what has passed', () => {
  fc.assert(
    fc.property(timeline, (held) => {
      const { timeline: ended } = endHolding(held, today)
      for (const day of days.filter((one) => one >= today)) expect(holderOn(ended, day)).toBeUndefined()
      for (const day of days.filter((one) => one >= today))
        expect(holderOn(stillOfUse(held, today), day)).toEqual(holderOn(held, day))
    }),
  )
})

test('the nearest holder upwards is answerable', () => {
  const held: Record<string, Timeline> = {
    city: [{ organisation: 'o1', from: '2020-01-01' }],
    street: [{ organisation: 'o2', from: '2020-01-01', until: '2026-06-15' }],
    house: [{ organisation: 'o3', from: '2026-06-16' }],
  }
  const on = (day: string) => answerableOn(['city', 'street', 'house'], (place) => held[place], day)?.place
  expect([on('2026-06-14'), on('2026-06-15'), on('2026-06-16'), on('2019-01-01')]).toEqual([
    'street',
    'city',
    'house',
    undefined,
  ])
})

test.each([
  ['2026-02-28', true],
  ['2026-02-29', false],
  ['2024-02-29', true],
  ['2026-13-01', false],
])('%s is a day: %s', (text, yes) => {
  expect(isDay(text)).toBe(yes)
})

test('the days around a month’s end', () => {
  expect([dayBefore('2026-03-01'), dayAfter('2026-12-31')]).toEqual(['2026-02-28', '2027-01-01'])
})
