import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allot,
  type Booking,
  bookingProblems,
  isFreeForFirst,
  isOver,
  nextRequestState,
  procedures,
  type Room,
  type SlotCount,
  sayBooked,
  sayLeft,
  sayOpeningHours,
  saySlot,
  saySlotShort,
  simulate,
  timelinessOf,
  untouched,
} from '.'

const now = '2026-11-29T02:00:00.000Z'

/** Places and the waiting list as a naive list of names. */
class Naive {
  held: number[] = []
  line: number[] = []
  constructor(readonly room: Room) {}
  come(who: number): 'place' | 'ticket' | 'nothing' {
    if (this.held.length < this.room.capacity && this.line.length === 0) {
      this.held.push(who)
      return 'place'
    }
    if (this.line.length < this.room.waiting) {
      this.line.push(who)
      this.settle()
      return 'ticket'
    }
    return 'nothing'
  }
  leave(who: number): void {
    this.held = this.held.filter((one) => one !== who)
    this.line = this.line.filter((one) => one !== who)
    this.settle()
  }
  private settle(): void {
    while (this.held.length < this.room.capacity && this.line.length > 0) this.held.push(this.line.shift() ?? 0)
  }
}

/** The same by the counts alone, as the table keeps them. */
class Counted {
  count: SlotCount = untouched
  held = new Set<number>()
  line = new Map<number, number>()
  constructor(readonly room: Room) {}
  come(who: number): string {
    const given = allot(this.count, this.room)
    if (given.gives === 'place') {
      this.count = { ...this.count, taken: this.count.taken + 1 }
      this.held.add(who)
    }
    if (given.gives === 'ticket') {
      this.count = { ...this.count, waiting: this.count.waiting + 1, tickets: given.ticket }
      this.line.set(given.ticket, who)
    }
    this.advance()
    return given.gives
  }
  leave(who: number): void {
    if (this.held.delete(who)) this.count = { ...this.count, taken: this.count.taken - 1 }
    for (const [ticket, one] of this.line)
      if (one === who && this.line.delete(ticket)) this.count = { ...this.count, waiting: this.count.waiting - 1 }
    this.advance()
  }
  private advance(): void {
    while (isFreeForFirst(this.count, this.room)) {
      const first = Math.min(...this.line.keys())
      this.held.add(this.line.get(first) ?? 0)
      this.line.delete(first)
      this.count = { ...this.count, taken: this.count.taken + 1, waiting: this.count.waiting - 1 }
    }
  }
}

test('by its counts alone a slot gives what a list of names would give: none too many, none too few, in order', () => {
  fc.assert(
    fc.property(
      fc.record({ capacity: fc.integer({ min: 0, max: 4 }), waiting: fc.integer({ min: 0, max: 3 }) }),
      fc.array(fc.record({ who: fc.integer({ min: 0, max: 9 }), leaves: fc.boolean() }), { maxLength: 40 }),
      (room, events) => {
        const [naive, counted] = [new Naive(room), new Counted(room)]
        const here = new Set<number>()
        for (const { who, leaves } of events) {
          if (leaves) {
            naive.leave(who)
            counted.leave(who)
            here.delete(who)
          } else if (!here.has(who)) {
            const given = naive.come(who)
            expect(counted.come(who)).toBe(given)
            if (given !== 'nothing') here.add(who)
          }
          expect([...counted.held].sort()).toEqual([...naive.held].sort())
          expect([...counted.line.values()]).toEqual(naive.line)
          expect(counted.count.taken).toBeLessThanOrEqual(room.capacity)
        }
      },
    ),
  )
})

describe('a slot in words', () => {
  test.each([
    [{ id: 'a', day: '2026-11-30', from: '09:00', until: '10:00', capacity: 1 }, '11月30日 周一 上午 9:00–10:00'],
    [
      { id: 'a', day: '2027-01-02', from: '13:30', until: '18:30', capacity: 1 },
      '2027年1月2日 周六 下午 1:30–晚上 6:30',
    ],
    [{ id: 'a', day: '2026-11-30', capacity: 1, label: '二楼' }, '11月30日 周一 二楼'],
    [{ id: 'a', capacity: 1 }, '名额'],
  ])('%j', (slot, words) => expect(saySlot(slot, now)).toBe(words))

  test('what is left of it', () => {
    const room = { capacity: 3, waiting: 2 }
    const left = (taken: number, waiting = 0) => sayLeft({ taken, waiting, tickets: waiting }, room)
    expect([left(0), left(2), left(3), left(3, 1), left(3, 2)]).toEqual([
      '还剩 3 个',
      '还剩 1 个',
      '已满，可候补',
      '已满，候补 1 人',
      '已满',
    ])
  })

  test('it is over when it begins, a day without hours when the day is', () => {
    const slot = { id: 'a', day: '2026-11-29', capacity: 1 }
    expect(isOver({ ...slot, from: '10:00' }, now)).toBe(true)
    expect(isOver({ ...slot, from: '10:01' }, now)).toBe(false)
    expect([isOver(slot, now), isOver(slot, '2026-11-29T16:00:00.000Z')]).toEqual([false, true])
    expect(isOver({ id: 'a', capacity: 1 }, now)).toBe(false)
  })
})

test('what keeps slots from being published is said of each', () => {
  const slot = { id: 'a', day: '2026-11-30', from: '09:00', until: '10:00', capacity: 5 }
  const problems = (booking: Booking) => bookingProblems(booking, 'open')
  expect(problems({ slots: [slot], waiting: 0 })).toEqual([])
  expect(problems({ slots: [], waiting: 0 })).toEqual(['请至少加一个可以约的时间，或者不设预约'])
  expect(problems({ slots: [slot, { ...slot, id: 'b' }], waiting: -1 })).toEqual([
    expect.stringContaining('第 2 个时间和前面的一样'),
    '候补人数填 0 到 999，0 表示不设候补',
  ])
  expect(problems({ slots: [{ id: 'a', from: '09:00', capacity: Number.NaN }], waiting: 0 })).toHaveLength(2)
  expect(bookingProblems({ slots: [slot], waiting: 0 }, 'routed')).toHaveLength(1)
})

test('a service begins and ends by itself', () => {
  const times = { from: '2026-12-01T00:00:00.000Z', until: '2026-12-02T00:00:00.000Z' }
  expect(timelinessOf(undefined, now)).toBe('open')
  expect(timelinessOf(times, now)).toBe('early')
  expect(timelinessOf(times, times.from)).toBe('open')
  expect(timelinessOf(times, times.until)).toBe('over')
  expect(sayOpeningHours({ days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00' })).toBe('周一至周五 09:00–17:00')
  expect(sayOpeningHours({ days: [6, 1], from: '09:00', until: '12:00' })).toBe('周一、六 09:00–12:00')
})

describe('what would follow from a submission', () => {
  const slot = { id: 'a', day: '2026-12-10', from: '09:00', until: '10:00', capacity: 2 }
  const supposed = { at: now, organisation: '花家地北里社区居委会', partner: '望京医院' }

  test.each(
    procedures.flatMap((procedure) =>
      [undefined, { slots: [slot], waiting: 5 }, { slots: [slot], waiting: 0 }].flatMap((booking) =>
        [false, true].map((full) => ({ procedure, booking, full })),
      ),
    ),
  )('is a way through the table of requests: %j', ({ procedure, booking, full }) => {
    const steps = simulate(
      { procedure, promisedDays: 3, ...(booking === undefined ? {} : { booking }) },
      { ...supposed, full, ...(booking === undefined ? {} : { slot }) },
    )
    expect(steps[0]?.action).toBe('submit')
    steps.forEach(({ action, state }, index) => {
      const before = steps[index - 1]?.state
      if (action !== 'submit' && before !== undefined) expect(nextRequestState(before, action)).toBe(state)
    })
    expect(['closed', 'declined']).toContain(steps.at(-1)?.state)
  })

  test('says when each step is due, and what to bring once it is confirmed', () => {
    const steps = simulate(
      {
        procedure: 'partner-confirms',
        promisedDays: 5,
        stepDays: { claim: 1, partner: 3 },
        booking: { slots: [slot], waiting: 0 },
        documents: { bring: ['身份证'], gives: '体检报告' },
      },
      { ...supposed, slot },
    )
    expect(steps.map(({ action, when }) => [action, 'by' in when ? when.by.slice(0, 10) : when.at])).toEqual([
      ['submit', 'once'],
      ['hold', 'once'],
      ['list', '2026-11-30'],
      ['approve', '2026-12-02'],
      ['close', 'later'],
    ])
    expect(steps[3]?.sees.resident).toBe('望京医院已确认，已约 12月10日 周四 上午 9:00–10:00，请带身份证')
    expect(steps.at(-1)?.sees.resident).toContain('体检报告')
  })
})

test.each([
  [{ day: '2099-11-30', from: '09:00', until: '10:00' }, '11月30日 上午 9:00–10:00'],
  [{ day: '2099-11-30', from: '09:00', until: '10:00', label: '二楼' }, '11月30日 上午 9:00–10:00'],
  [{ day: '2099-12-05', from: '09:00', label: '二楼' }, '12月5日 上午 9:00 起 二楼'],
  [{ day: '2099-12-30', from: '10:30', until: '14:30' }, '12月30日 10:30–14:30'],
  [{ label: '周末班' }, '周末班'],
  [{}, '名额'],
])('a message takes 20 characters: %j', (slot, words) => {
  const said = saySlotShort({ id: 'a', capacity: 1, ...slot })
  expect(said).toBe(words)
  expect([...said].length).toBeLessThanOrEqual(20)
})

test.each([
  ['confirmed', 'held', '约在 某时'],
  ['queued', 'waiting', '候补 某时，有空位按顺序补上'],
  ['submitted', undefined, '正在排名额，结果马上出来'],
  ['submitted', 'deciding', '正在排名额，结果马上出来'],
  // Somebody is still to confirm it, or the resident is waited for: the promise holds.
  ['submitted', 'held', undefined],
  ['claimed', 'held', undefined],
  ['returned', 'held', undefined],
  ['declined', undefined, undefined],
] as const)('what is true of a request with a time: %s, %s', (state, has, words) => {
  expect(sayBooked(state, has, '某时')).toBe(words)
})
