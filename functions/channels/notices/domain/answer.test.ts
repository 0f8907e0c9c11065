import type { NoticeQuestion } from '@zmht/shared/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { takeAnswers } from './answer'

const questions: readonly NoticeQuestion[] = [
  {
    key: 'come',
    label: '您来吗',
    required: true,
    options: [
      { code: 'yes', label: '来' },
      { code: 'no', label: '不来' },
    ],
  },
  { key: 'many', label: '几个人来', required: false },
]

test('a choice is counted by its option, words are kept and not counted', () => {
  expect(takeAnswers(questions, { come: 'yes', many: ' 两个人 ' })).toEqual({
    said: { come: 'yes', many: '两个人' },
    chosen: ['come.yes'],
  })
})

test.each([
  ['nothing to what must be answered', {}, 'body.answers.come'],
  ['only spaces', { come: '  ' }, 'body.answers.come'],
  ['an option there is not', { come: 'perhaps' }, 'body.answers.come'],
  ['to what was not asked', { come: 'yes', why: '…' }, 'body.answers.why'],
])('%s is refused at its field', (_, answers, path) => {
  expect(() => takeAnswers(questions, answers as Record<string, string>)).toThrow(
    expect.objectContaining({
      code: 'invalid',
      document: expect.objectContaining({ fields: [expect.objectContaining({ path })] }),
    }),
  )
})

test('a notice that asks nothing takes no answer', () => {
  expect(() => takeAnswers([], {})).toThrow(expect.objectContaining({ code: 'step-not-allowed' }))
})

test('whatever is taken counts only options that were offered', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('come', 'many'), fc.string()), (answers) => {
      try {
        for (const one of takeAnswers(questions, answers).chosen) expect(['come.yes', 'come.no']).toContain(one)
      } catch (refusal) {
        expect(refusal).toMatchObject({ code: 'invalid' })
      }
    }),
  )
})
