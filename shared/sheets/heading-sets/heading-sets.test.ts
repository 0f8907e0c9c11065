import { expect, test } from 'vitest'
import { baseKnowledge } from '../../knowledge'
import { vocabularyOf } from '../vocabulary'
import { blindHeadingSets } from './blind'
import { headingSets } from './everyday'
import { foundHeadingSets } from './found'
import { heldHeadingSets } from './held'
import { scoreSets } from './score'
import { unseenHeadingSets } from './unseen'

const vocabulary = vocabularyOf(baseKnowledge)

test('of 600 everyday headings at least 98 % are understood and at most 1 % misunderstood', () => {
  const score = scoreSets(vocabulary, headingSets)
  expect(score.all).toBe(600)
  expect(score.right / score.all).toBeGreaterThanOrEqual(0.98)
  expect(score.wrong.length / score.all, score.wrong.join('\n')).toBeLessThanOrEqual(0.01)
})

test('of headings the matcher was not made with, what has been learnt from them is kept', () => {
  const score = scoreSets(vocabulary, unseenHeadingSets)
  expect(score.all).toBeGreaterThan(2300)
  expect(score.wrong.length / score.all, score.wrong.join('\n')).toBeLessThanOrEqual(0.01)
  expect(score.right / score.all).toBeGreaterThanOrEqual(0.96)
})

/**
 * The bar is 95 % and 1 %: not reached. This holds what is: of sheets made up by somebody who did not know the attributes, of published
 * templates that corrected the matcher, and of published templates it has never been corrected by.
 */
test.each([
  ['made up', blindHeadingSets, 0.86, 0.045],
  ['published, learnt from', foundHeadingSets, 0.87, 0.05],
  ['published, held back', heldHeadingSets, 0.87, 0.035],
])(
  'of headings labelled strictly (%s) seven of eight are understood and few misunderstood',
  (_, sets, right, wrong) => {
    const score = scoreSets(vocabulary, sets)
    expect(score.right / score.all).toBeGreaterThanOrEqual(right)
    expect(score.wrong.length / score.all).toBeLessThanOrEqual(wrong)
  },
)
