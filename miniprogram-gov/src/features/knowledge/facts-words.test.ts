import { expect, test } from 'vitest'
import { factsWords } from './facts-words'

const now = '2026-11-25T08:00:00.000Z'

test.each([
  [1234567, '2026-11-25T01:00:00.000Z', '已有 1,234,567 条资料（今天 09:00清点）。'],
  [0, '2026-11-22T01:00:00.000Z', '还没有资料（3 天前清点）。'],
  [0, undefined, '已有多少资料还没有清点过。'],
])('%i facts, counted at %s', (facts, countedAt, words) => {
  expect(factsWords(facts, countedAt, now)).toBe(words)
})
