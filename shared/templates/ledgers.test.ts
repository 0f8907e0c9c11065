import { expect, test } from 'vitest'
import { baseKnowledge } from '../knowledge/base'
import { checkLedger } from '../ledgers/check'
import { ledgerTemplates } from './ledgers'

test.each(ledgerTemplates.map((template) => [template.name, template] as const))(
  '%s can be opened as it is',
  (_, template) => {
    expect(checkLedger(template, baseKnowledge)).toEqual([])
  },
)

test('each template has its own id', () => {
  expect(new Set(ledgerTemplates.map(({ id }) => id)).size).toBe(ledgerTemplates.length)
})
