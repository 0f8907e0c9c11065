import type { EffectsReply } from '@zmht/shared/contract'
import { expect, test } from 'vitest'
import { applicationsIn } from './effects'

const change = (ids: readonly string[], others: number): EffectsReply['changes'][number] => ({
  says: '',
  weight: 'major',
  applications: ids.map((id) => ({ id, title: '', organisation: '', state: 'open', controls: [] })),
  others,
  facts: 0,
})

test('an application two changes touch is counted once, and others are not added up', () => {
  expect(
    applicationsIn({ changes: [change(['a', 'b'], 2), change(['b'], 3)] }, { changes: [change(['c'], 0)] }),
  ).toEqual({ named: 3, others: 3 })
  expect(applicationsIn()).toEqual({ named: 0, others: 0 })
})
