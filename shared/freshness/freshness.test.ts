import { describe, expect, test } from 'vitest'
import { baseKnowledge } from '../knowledge/index'
import type { Claim } from '../knowledge/types'
import { askedAgain, dueFacts, rateOf, stateGroups, sumsOf } from './index'

test('what rows stand in adds up to what is asked, missing and old at a place', () => {
  const rows = [
    {},
    { phone: 'stale', home: 'missing' },
    { phone: 'missing' },
    { phone: 'soon', gone: 'stale' },
  ] as const
  const counts = new Map<string, number>()
  for (const group of rows.flatMap((states) => stateGroups(states))) counts.set(group, (counts.get(group) ?? 0) + 1)
  const readings = [...counts].map(([group, count]) => ({ groups: [group], rows: count }))
  expect(sumsOf(readings, ['phone', 'home'])).toEqual({
    rows: 4,
    asked: 8,
    missing: 2,
    soon: 1,
    stale: 1,
    columns: [
      { column: 'phone', missing: 1, soon: 1, stale: 1 },
      { column: 'home', missing: 1, soon: 0, stale: 0 },
    ],
  })
  expect(sumsOf([], ['phone'])).toMatchObject({ rows: 0, asked: 0 })
})

test('a column called by the marks that part groups is counted as any other', () => {
  const column = 'a|b#c%7c~'
  const groups = stateGroups({ [column]: 'stale' })
  expect(groups.join('')).not.toMatch(/[|#]/)
  expect(
    sumsOf(
      groups.map((group) => ({ groups: [group], rows: 2 })),
      [column],
    ).stale,
  ).toBe(2)
})

test.each([
  [0, 0, undefined],
  [0, 10, 0],
  [10, 10, 100],
  [9999, 10000, 99],
  [1, 10000, 1],
  [1, 3, 33],
])('%d of %d is %s percent', (part, whole, percent) => {
  expect(rateOf(part, whole)).toBe(percent)
})

describe('somebody is asked', () => {
  const knowledge = baseKnowledge
  const shelf = knowledge.attribute('person.mobile')?.freshDays ?? 0
  const claim = (daysOld: number, value = '19000000001'): Claim => ({
    value,
    at: new Date(Date.parse('2026-11-29T00:00:00.000Z') - daysOld * 86_400_000).toISOString(),
    by: 'a',
    authority: 'own',
    version: knowledge.version,
    source: { kind: 'self', id: 's', label: '本人填写' },
  })
  const at = '2026-11-29T00:00:00.000Z'
  const due = (days: number) => dueFacts(knowledge, { 'person.mobile': claim(days), 'person.name': claim(9999) }, at)

  test('from thirty days before a fact may not be believed any more, and never about what keeps', () => {
    expect(shelf).toBeGreaterThan(30)
    expect(due(shelf - 30)).toEqual([])
    expect(due(shelf - 29).map(({ state }) => state)).toEqual(['soon'])
    expect(due(shelf).map(({ state }) => state)).toEqual(['soon'])
    expect(due(shelf + 1).map(({ what, state }) => [what.code, state])).toEqual([['person.mobile', 'stale']])
  })

  test('about what they saw: what was said otherwise meanwhile is not confirmed', () => {
    const [seen] = due(shelf + 1)
    if (seen === undefined) throw new Error('it is due')
    expect(askedAgain([seen], [{ attribute: 'person.mobile', at: seen.claim.at }])).toEqual([seen])
    expect(askedAgain([seen], [{ attribute: 'person.mobile', at }])).toEqual([])
    expect(askedAgain([seen], [{ attribute: 'person.email', at: seen.claim.at }])).toEqual([])
  })
})
