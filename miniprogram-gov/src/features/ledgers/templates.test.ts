import { baseKnowledge } from '@zmht/shared/knowledge'
import { ledgerTemplates } from '@zmht/shared/templates/ledgers'
import { expect, test } from 'vitest'
import { templatesFor } from './templates'

const found = (words: string) =>
  templatesFor(ledgerTemplates, words, baseKnowledge).flatMap(({ templates }) => templates.map(({ name }) => name))

test('all of them, by kind', () => {
  expect(found('')).toHaveLength(ledgerTemplates.length)
  expect(templatesFor(ledgerTemplates, '', baseKnowledge).map(({ kind }) => kind)).toEqual([
    'person',
    'organisation',
    'thing',
    'place',
  ])
})

test('by name, by what it is for, by who is in, and by what is shown', () => {
  expect(found('井盖')).toEqual(['井盖'])
  expect(found('探访')).toContain('独居老人')
  expect(found('60 岁')).toEqual(['独居老人'])
  expect(found('灭火器')).toEqual(['七小门店'])
  expect(found('月球')).toEqual([])
})
