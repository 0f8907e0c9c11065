import { expect, test } from 'vitest'
import { medianOf, standingsOf, worstFirst } from './compare'
import { duplicatesOf } from './duplicates'
import { courseOf, daysUpTo } from './line'
import { boardMeasures, ledgerMeasures, measureValue, mostColumns, noNumbers, usualMeasures } from './measures'
import { beyond, stepOf, steps, withinOf } from './names'
import { figureOf } from './say'
import { stagesOf, stallOf } from './stages'

test.each([
  [0, '0'],
  [30, '0'],
  [31, '1'],
  [540, '4'],
  [27_000, '15'],
  [27_001, '16'],
])('%i minutes lie within step %s', (minutes, step) => expect(stepOf(minutes)).toBe(step))

test('half of them and nine in ten lie within a step; beyond the last is said so, none says nothing', () => {
  const counts = new Map(Object.entries({ 0: 5, 4: 4, 16: 1 }))
  expect([50, 90, 100].map((percent) => withinOf(counts, percent))).toEqual([steps[0], steps[4], beyond])
  expect(withinOf(new Map(), 50)).toBeUndefined()
})

test('a number is told from what is kept, and where nothing was there nothing is told', () => {
  const numbers = {
    ...noNumbers,
    requests: { submitted: 2, claimed: 3, closed: 9, withdrawn: 1 },
    late: { requests: 1 },
    taskItems: { '2026-11-29': 2, '2026-11-30': 3 },
    month: { closed: 4, timely: 3, 'took:0': 2, 'took:4': 2, items: 5, forms: 2, asked: 15, facts: 10, kept: 4 },
    ledgers: { l1: { fresh: 3, stale: 1 } },
  }
  const told = (id: string) => measureValue(id, numbers, '2026-11-30')
  expect(boardMeasures.map(({ id }) => [id, told(id)])).toEqual([
    ['open', 5],
    ['late', 1],
    ['timely', 75],
    ['half', 30],
    ['most', 540],
    ['items', 50],
    ['lateItems', 2],
    ['known', 40],
    ['asked', 7.5],
    ['closed', 4],
  ])
  expect(ledgerMeasures({ id: 'l1', name: '居民' }).map(({ id }) => told(id))).toEqual([4, 25])
  const nothing = boardMeasures.map(({ id }) => measureValue(id, noNumbers, '2026-11-30'))
  expect(nothing).toEqual([0, 0, undefined, undefined, undefined, undefined, 0, undefined, undefined, 0])
  expect(told('nothing')).toBeUndefined()
  expect(usualMeasures).toHaveLength(mostColumns)
})

test.each([
  ['count', 12, '12'],
  ['percent', 49.6, '50%'],
  ['minutes', 1080, '2 天内'],
  ['minutes', beyond, '超过 50 天'],
  ['number', 7, '7.0'],
  ['count', undefined, '—'],
] as const)('of %s %s is read %s', (unit, value, words) => expect(figureOf(unit, value)).toBe(words))

test.each([
  ['low', 'count', [0, 1, 1, 5], ['ahead', 'usual', 'usual', 'behind']],
  ['high', 'percent', [95, 90, 60, undefined], ['usual', 'usual', 'behind', 'usual']],
  ['none', 'count', [0, 1, 9], ['usual', 'usual', 'usual']],
  ['low', 'count', [0, 9], ['usual', 'usual']],
  ['low', 'count', [0, 0, 0], ['usual', 'usual', 'usual']],
] as const)('where %s is well, of %s %j stand %j', (better, unit, values, standings) => {
  expect(standingsOf({ better, unit }, values)).toEqual(standings)
})

test('the worst is first, what nothing is known of last', () => {
  const rows = [{ value: 1 }, { value: undefined }, { value: 3 }, { value: 2 }]
  expect(worstFirst({ better: 'low' }, rows, ({ value }) => value).map(({ value }) => value)).toEqual([
    3,
    2,
    1,
    undefined,
  ])
  expect(worstFirst({ better: 'high' }, rows, ({ value }) => value)[0]?.value).toBe(1)
  expect([medianOf([]), medianOf([3, 1]), medianOf([5, 1, 2])]).toEqual([undefined, 2, 2])
})

test('between two changes a place stood as after the first; before it nothing is known', () => {
  const kept = [
    { day: '2026-11-28', part: 'child', groups: { a: 3 } },
    { day: '2026-11-25', part: 'child', groups: { a: 1 } },
    { day: '2026-11-26', part: 'leaf', groups: { a: 10 } },
  ]
  const days = daysUpTo('2026-11-29', 6)
  expect(days[0]).toBe('2026-11-24')
  expect(courseOf(kept, days)).toEqual([undefined, { a: 1 }, { a: 11 }, { a: 11 }, { a: 13 }, { a: 13 }])
})

test('the stage that takes longest is named, by nine in ten', () => {
  const stages = stagesOf({ 'wait:0': 9, 'wait:8': 1, 'work:4': 9, 'work:9': 1, 'item-wait:1': 3, other: 1 })
  expect(stages.map(({ stage, half, count }) => [stage, half, count])).toEqual([
    ['wait', 30, 10],
    ['work', 540, 10],
    ['item-wait', 60, 3],
  ])
  expect(stallOf(stages)?.stage).toBe('work')
  expect(stallOf([])).toBeUndefined()
})

test('services that ask for much the same are named in pairs; a name and a number alone are none', () => {
  const all = [
    { application: 'a', title: '体检', codes: ['n', 'p', 'b', 's'] },
    { application: 'b', title: '助浴', codes: ['n', 'p', 'b', 'x', 'y', 'z'] },
    { application: 'c', title: '说件事', codes: ['n', 'p'] },
    { application: 'd', title: '疫苗', codes: ['n', 'p', 'b', 's', 'x'] },
  ]
  expect(duplicatesOf(all, 10).map(({ one, other, percent }) => [one.application, other.application, percent])).toEqual(
    [
      ['a', 'd', 100],
      ['b', 'd', 80],
      ['a', 'b', 75],
    ],
  )
  expect(duplicatesOf(all, 1)).toHaveLength(1)
})
