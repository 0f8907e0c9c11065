import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  channelStates,
  completionOf,
  ended,
  endOfWorkingDay,
  itemStates,
  nextChannelState,
  nextDue,
  nextRequestState,
  nextStart,
  nextTaskState,
  possibleRequestActions,
  possibleTaskActions,
  procedures,
  promisedDays,
  requestActions,
  requestStates,
  requestTransitions,
  sayWorkingMinutes,
  taskActions,
  taskStates,
  workingMinutes,
} from '.'

const mayFollow: Readonly<Partial<Record<string, readonly string[]>>> = {
  closed: ['rate', 'reopen', 'acknowledge', 'disown', 'adopt'],
  declined: ['rate', 'acknowledge', 'disown', 'adopt'],
  // What was entered for somebody becomes theirs when they are known, however it ended.
  withdrawn: ['adopt'],
  withheld: ['adopt'],
}

test('a request that has ended moves no more, but may be rated, taken up again, or found to be somebody’s or not', () => {
  for (const state of ended) {
    const possible = requestActions.filter((action) => nextRequestState(state, action) !== undefined)
    expect(possible).toEqual(mayFollow[state] ?? [])
  }
})

test('whatever is done, a request ends in a state of the table, and never closes without an official', () => {
  fc.assert(
    fc.property(fc.constantFrom(...requestStates), fc.array(fc.constantFrom(...requestActions)), (first, done) => {
      let state = first
      for (const action of done) {
        const next = nextRequestState(state, action)
        if (next === 'closed' && state !== 'closed') expect(requestTransitions[action].by).toEqual(['worker', 'desk'])
        state = next ?? state
      }
      expect(requestStates).toContain(state)
    }),
  )
})

test('what a resident adds to a returned request puts it back to work', () => {
  expect(nextRequestState('returned', 'add')).toBe('submitted')
  expect(nextRequestState('claimed', 'add')).toBe('claimed')
})

test('residents and officials are never offered the same step', () => {
  for (const state of requestStates) {
    for (const procedure of procedures) {
      const officials = (['worker', 'desk', 'partner', 'beside', 'arbiter'] as const).flatMap((by) =>
        possibleRequestActions(state, by, procedure),
      )
      const residents = possibleRequestActions(state, 'resident', procedure)
      expect(residents.filter((action) => officials.includes(action))).toEqual([])
    }
  }
})

test('only an open or paused channel closes, any may be published', () => {
  expect(channelStates.map((state) => nextChannelState(state, 'close'))).toEqual([
    undefined,
    'closed',
    'closed',
    undefined,
  ])
  expect(channelStates.map((state) => nextChannelState(state, 'publish'))).toEqual(['open', 'open', 'open', 'open'])
})

test.each([
  ['a Tuesday afternoon', '2026-11-24T06:00:00.000Z', 3, '2026-11-27T10:00:00.000Z'],
  ['over a weekend', '2026-11-27T06:00:00.000Z', 1, '2026-11-30T10:00:00.000Z'],
  ['late in the evening in China, still that day', '2026-11-24T15:30:00.000Z', 1, '2026-11-25T10:00:00.000Z'],
  ['after midnight in China, the next day already', '2026-11-24T16:30:00.000Z', 1, '2026-11-26T10:00:00.000Z'],
])('the promise made on %s ends at 18:00 of its last working day', (_, from, days, end) => {
  expect(endOfWorkingDay(from, days)).toBe(end)
})

test('holidays are left out and worked weekends count', () => {
  const calendar = { holidays: ['2026-11-30'], workedWeekends: ['2026-11-28'] }
  expect(endOfWorkingDay('2026-11-27T06:00:00.000Z', 1, calendar)).toBe('2026-11-28T10:00:00.000Z')
  expect(endOfWorkingDay('2026-11-27T06:00:00.000Z', 2, calendar)).toBe('2026-12-01T10:00:00.000Z')
})

test('a hundred in a hundred are done exactly when all that is to be done is; what is struck off does not count', () => {
  const counts = fc.record(Object.fromEntries(itemStates.map((state) => [state, fc.integer({ min: 0, max: 5000 })])))
  fc.assert(
    fc.property(counts, (one) => {
      const rate = completionOf(one)
      const left = (one.open ?? 0) + (one.claimed ?? 0) + (one.unable ?? 0)
      if (left + (one.done ?? 0) === 0) return rate === undefined
      return rate !== undefined && rate >= 0 && (rate === 100) === (left === 0)
    }),
  )
})

test.each([
  ['2026-01-31', 'month', '2026-02-28'],
  ['2028-01-31', 'month', '2028-02-29'],
  ['2026-11-30', 'quarter', '2027-02-28'],
  ['2026-12-31', 'year', '2027-12-31'],
  ['2026-12-28', 'week', '2027-01-04'],
  ['2026-12-31', 'day', '2027-01-01'],
  // Friday to Monday; and over a holiday of seven days.
  ['2026-11-27', 'workday', '2026-11-30'],
  ['2026-09-30', 'workday', '2026-10-08'],
] as const)('what begins on %s comes again after a %s on %s', (start, repeat, next) => {
  expect(nextStart(start, repeat)).toBe(next)
  expect(nextDue(start, start, next)).toBe(next)
})

test('each time people are given as many days', () => {
  expect(nextDue('2026-11-29', '2026-12-06', '2026-12-29')).toBe('2027-01-05')
})

test('a task that is over stays so, and none is dispatched twice', () => {
  for (const state of ['ended', 'withdrawn'] as const) expect(possibleTaskActions(state)).toEqual([])
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...taskActions), { maxLength: 20 }), (done) => {
      let state: (typeof taskStates)[number] = 'draft'
      let dispatched = 0
      for (const action of done) {
        const next = nextTaskState(state, action)
        if (next !== undefined && action === 'dispatch') dispatched += 1
        state = next ?? state
      }
      expect(taskStates).toContain(state)
      return dispatched <= 1
    }),
  )
})

test('working time is counted in office hours of working days', () => {
  const friday = '2026-11-27T09:00:00.000Z' // 17:00 in China
  expect(workingMinutes(friday, '2026-11-30T02:00:00.000Z')).toBe(120)
  expect(workingMinutes('2026-11-28T02:00:00.000Z', '2026-11-29T02:00:00.000Z')).toBe(0)
  expect(workingMinutes('2026-11-30T02:00:00.000Z', '2026-11-30T01:00:00.000Z')).toBe(0)
  // The Saturday is worked instead of the Monday.
  const calendar = { holidays: ['2026-11-30'], workedWeekends: ['2026-11-28'] }
  expect(workingMinutes('2026-11-28T00:00:00.000Z', '2026-12-01T02:00:00.000Z', calendar)).toBe(540 + 60)
  fc.assert(
    fc.property(fc.nat(20_000), fc.nat(20_000), fc.nat(20_000), (start, one, other) => {
      const at = (minutes: number) => new Date(Date.UTC(2026, 10, 1) + minutes * 60_000).toISOString()
      // What lies between two parts is the whole.
      const [a, b, c] = [at(start), at(start + one), at(start + one + other)]
      expect(workingMinutes(a, b) + workingMinutes(b, c)).toBe(workingMinutes(a, c))
    }),
  )
})

test('working time is said as people say it', () => {
  expect([0, 25, 59.6, 60, 200, 540, 800, 1080].map(sayWorkingMinutes)).toEqual([
    '不到 1 分钟',
    '25 分钟',
    '60 分钟',
    '1 小时',
    '3 小时',
    '1 天',
    '1 天半',
    '2 天',
  ])
})

test.each([1, 2, 5, 10])('a promise of %s working days is given again as long as it was', (days) => {
  const from = '2026-11-27T06:00:00.000Z'
  expect(promisedDays(from, endOfWorkingDay(from, days))).toBe(days)
})
