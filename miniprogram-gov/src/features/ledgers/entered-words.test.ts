import { expect, test } from 'vitest'
import { isElsewhere, outcomeOf } from './entered-words'

const reply = (known: boolean, facts: readonly unknown[] = [1]) => ({
  known,
  entity: { name: '孙大雪', facts, links: [] },
})

test.each([
  ['somebody new', reply(false), 'person', '已登记'],
  ['somebody known', reply(true), 'person', '以前登记过'],
  ['somebody known elsewhere', reply(true, []), 'person', '在别处登记过'],
  ['a place, which was there before', reply(true), 'place', '已登记'],
] as const)('%s', (_, given, kind, title) => {
  expect(outcomeOf(given, kind).title).toBe(title)
})

test('of somebody who is known elsewhere no name is said', () => {
  expect(isElsewhere(reply(true, []))).toBe(true)
  expect(isElsewhere(reply(true))).toBe(false)
  expect(outcomeOf(reply(true, []), 'person').words).not.toContain('孙大雪')
})
