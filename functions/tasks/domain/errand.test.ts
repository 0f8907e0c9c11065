import { checkForm } from '@zmht/shared/controls'
import { baseKnowledge, baseVersion, type EntityId } from '@zmht/shared/knowledge'
import { ledgerKinds } from '@zmht/shared/ledgers'
import { requestStates } from '@zmht/shared/rules'
import { describe, expect, test } from 'vitest'
import { contentOfErrand, overWords, titleOfErrand } from './errand'

const asked = { what: '上门看看电梯', due: '2026-12-01', subject: 'e1' as EntityId } // an id's shape does not matter here

describe('what is handed out', () => {
  test.each(ledgerKinds)('about a %s is a form that can be filled in', (kind) => {
    expect(checkForm(baseKnowledge, contentOfErrand(asked, kind, baseVersion).form, 'target')).toEqual([])
  })

  test('is called by its first words', () => {
    expect(titleOfErrand('上门看看电梯\n再问问邻居')).toBe('交办：上门看看电梯')
    const long = titleOfErrand('去'.repeat(60))
    expect([[...long].length, long.endsWith('…')]).toEqual([30, true])
  })

  test('is over with the request, and with nothing before', () => {
    expect(requestStates.filter((state) => overWords(state) !== undefined)).toEqual([
      'closed',
      'declined',
      'withdrawn',
      'withheld',
    ])
  })
})
