import type { Form } from '@zmht/shared/controls'
import { expect, test } from 'vitest'
import { residentsWords } from './for-whom'
import { blankForm } from './service-draft'

test('that a resident can ask for family is said where the form is about them, and how where it is not', () => {
  expect(residentsWords(blankForm)).toMatch(/^居民给自己办。要让居民替家人办/)
  const withElder: Form = {
    ...blankForm,
    subjects: [
      ...blankForm.subjects,
      {
        key: 'elder',
        kind: 'person',
        name: '老人',
        is: { by: 'relation', relation: 'parent', of: 'applicant', direction: 'backward' },
      },
    ],
  }
  expect(residentsWords(withElder)).toBe('居民自己填，填的还有：老人')
})
