import { expect, test } from 'vitest'
import { baseKnowledge } from '../knowledge'
import { headingSets } from './heading-sets'
import { unseenHeadingSets } from './heading-sets.unseen'
import { scoreSets } from './score'
import { vocabularyOf } from './vocabulary'

const vocabulary = vocabularyOf(baseKnowledge)

test('of 600 everyday headings at least 95 % are understood and at most 1 % misunderstood', () => {
  const score = scoreSets(vocabulary, headingSets)
  expect(score.all).toBe(600)
  expect(score.right / score.all).toBeGreaterThanOrEqual(0.95)
  expect(score.wrong.length / score.all, score.wrong.join('\n')).toBeLessThanOrEqual(0.01)
})

test('of headings the matcher was not made with, hardly any is misunderstood', () => {
  const score = scoreSets(vocabulary, unseenHeadingSets)
  expect(score.wrong.length / score.all, score.wrong.join('\n')).toBeLessThanOrEqual(0.02)
  expect(score.right / score.all).toBeGreaterThanOrEqual(0.8)
})
