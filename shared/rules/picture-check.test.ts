import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  afterSilence,
  afterVerdict,
  isSeenByOthers,
  mayBeVouchedFor,
  mostAsked,
  type PictureState,
  type PictureVerdict,
  pictureStates,
  whyForAuthor,
  whyForOfficial,
} from './picture-check'

const verdicts: readonly PictureVerdict[] = ['pass', 'review', 'risky']

describe('who sees a picture', () => {
  test.each<[PictureState, boolean, boolean]>([
    ['checking', false, true],
    ['unchecked', false, true],
    ['passed', true, true],
    ['review', false, false],
    ['risky', false, false],
  ])('%s: a resident’s %s, an official’s %s', (state, resident, official) => {
    expect(isSeenByOthers({ state, of: 'resident' })).toBe(resident)
    expect(isSeenByOthers({ state, of: 'official' })).toBe(official)
  })

  test('what somebody vouched for is seen, until WeChat finds something it had not found then', () => {
    const vouched = { of: 'unchecked' } as const
    expect(isSeenByOthers({ state: 'unchecked', of: 'resident', vouched })).toBe(true)
    expect(isSeenByOthers({ state: 'risky', of: 'resident', vouched })).toBe(false)
    expect(mayBeVouchedFor({ state: 'unchecked', vouched })).toBe(false)
    expect(mayBeVouchedFor({ state: 'risky', vouched })).toBe(true)
    expect(mayBeVouchedFor({ state: 'passed' })).toBe(false)
  })
})

test('the strictest verdict counts, in whichever order and however often they come', () => {
  const some = fc.array(fc.constantFrom(...verdicts), { minLength: 1 })
  fc.assert(
    fc.property(some, fc.constantFrom('checking' as const, 'unchecked' as const), (said, first) => {
      const outcome = said.reduce<PictureState>(afterVerdict, first)
      expect([...said, ...said].reverse().reduce<PictureState>(afterVerdict, first)).toBe(outcome)
      expect(outcome).toBe(said.includes('risky') ? 'risky' : said.includes('review') ? 'review' : 'passed')
    }),
  )
})

test('is asked again a few times, then left to a person', () => {
  expect(afterSilence(1)).toBe('ask-again')
  expect(afterSilence(mostAsked - 1)).toBe('ask-again')
  expect(afterSilence(mostAsked)).toBe('leave-to-person')
})

test('every state but the passed has its words, and a label WeChat may add later has some too', () => {
  for (const state of pictureStates.filter((one) => one !== 'passed')) {
    expect(whyForAuthor(state)).toMatch(/不影响办理/)
    expect(whyForOfficial(state)).not.toBe('')
  }
  expect(whyForAuthor('risky', 20002)).toContain('色情内容')
  expect(whyForAuthor('risky', 29999)).toContain('不适合公开的内容')
})
